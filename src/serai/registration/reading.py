"""What a clerk types into one short field, read: sex, relation, nationality, needs, origin, token.

Every reader answers the value or a `Refusal` whose sentence says what to type instead.
"""

import re

from serai.core import countries, needs
from serai.core.ids import STATION_MARK_DIGITS, TOKEN_DIGITS, is_token_code, tidy_token
from serai.core.operation import find_towns
from serai.core.people import RELATIONS, Relation, Sex
from serai.core.refusal import Refusal, gettext_noop

NATIONALITIES_MAX = 4
NEEDS_MAX = 12
ORIGIN_LETTERS_MAX = 120
ORIGIN_LETTERS_MIN = 3  # fewer letters name no town
# Where a few letters fit several countries, the people of this operation come first.
USUAL_COUNTRIES = ("SYR", "IRQ", "TUR", "RUS", "FRA", "DEU", "TUN", "MAR", "EGY", "IDN", "UZB")

SEX_LETTERS: dict[str, Sex] = {
    "f": "female", "w": "female", "أ": "female", "ا": "female", "ن": "female",
    "m": "male", "ذ": "male", "u": "unknown", "?": "unknown", "؟": "unknown",
}  # fmt: skip

NO_SEX = gettext_noop("Type f for a woman or girl, m for a man or boy, u when it is not known.")
NO_COUNTRY = gettext_noop(
    "There is no nationality “%(text)s”. Type its first letters (ir), or XXX when it is not known."
)
TOO_MANY_COUNTRIES = gettext_noop("Type at most %(most)s nationalities, with commas between them.")
NO_NEED = gettext_noop(
    "There is no need “%(text)s”. Type a code (DS-PM) or the beginning of a word (lact)."
)
OTHER_DESK = gettext_noop(
    "“%(text)s” is written by protection only, not at this desk. Leave it out here."
)
TOO_MANY_NEEDS = gettext_noop("Type at most %(most)s needs.")
DIGITS_IN_NAME = gettext_noop("A name holds letters, no digits: “%(text)s”.")

_BETWEEN = re.compile(r"[,،;+/]")
_BETWEEN_NEEDS = re.compile(r"[,،;+/\s]+")
_QUOTES = "\"'“”«»"


def sex(text: str) -> Sex | Refusal | None:
    """One letter, in Latin or Arabic script; None when nothing was typed.

    >>> sex("F"), sex("ذ"), sex("أنثى"), sex("")
    ('female', 'male', 'female', None)
    """
    if not text.strip():
        return None
    found = SEX_LETTERS.get(text.strip()[0].lower())
    return found or Refusal(NO_SEX)


def relation(text: str) -> Relation | None:
    """The relation chosen; None when it shall follow from the place in the list."""
    return next((one for one in RELATIONS if one == text), None)


def nationality(text: str) -> tuple[str, ...] | Refusal:
    """Codes of one or more countries from their first letters; `-` says none is known.

    >>> nationality("ir"), nationality("syr, tuni"), nationality("العر"), nationality("-")
    (('IRQ',), ('SYR', 'TUN'), ('IRQ',), ('-',))
    """
    found: list[str] = []
    for part in filter(None, (part.strip() for part in _BETWEEN.split(text))):
        code = part if part == "-" else _country(part)
        if not code:
            return Refusal(NO_COUNTRY, {"text": part})
        found.append(code)
    if len(found) > NATIONALITIES_MAX:
        return Refusal(TOO_MANY_COUNTRIES, {"most": NATIONALITIES_MAX})
    return tuple(dict.fromkeys(found))


def need_codes(text: str) -> tuple[str, ...] | Refusal:
    """Codes of needs from codes or the beginning of words.

    >>> need_codes("ds-pm lact"), need_codes("uc")
    (('DS-PM', 'PG-LC'), ('SC-UC',))
    """
    found: list[str] = []
    for part in filter(None, _BETWEEN_NEEDS.split(text)):
        one = _need(part)
        if one is None:
            return Refusal(NO_NEED, {"text": part})
        if one.restricted:
            return Refusal(OTHER_DESK, {"text": part})
        found.append(one.code)
    if len(found) > NEEDS_MAX:
        return Refusal(TOO_MANY_NEEDS, {"most": NEEDS_MAX})
    return tuple(dict.fromkeys(found))


def origin(text: str) -> str:
    """The id of a town that begins like this, or the words as typed; in quotes always the words.

    >>> origin("haji"), origin("“Hajin”"), origin("near the old mill")
    ('hajin', 'Hajin', 'near the old mill')
    """
    plain = text.strip()
    if plain[:1] and plain[0] in _QUOTES:
        return plain.strip(_QUOTES)
    towns = find_towns(plain) if len(plain) >= ORIGIN_LETTERS_MIN else []
    return towns[0].town if towns else plain


def name(text: str) -> str | Refusal:
    """A part of a name with single spaces; digits belong into other fields."""
    plain = " ".join(text.split())
    if any(letter.isdigit() for letter in plain):
        return Refusal(DIGITS_IN_NAME, {"text": plain[:40]})
    return plain


def token(text: str, station_mark: str) -> str:
    """A token as printed. The last letters are enough for a slip of this station.

    >>> token("19c", "7K"), token("S1:7K00-019C", "AB"), token("7k00019c", "AB")
    ('7K00-019C', '7K00-019C', '7K00-019C')
    """
    plain = tidy_token(text.strip().removeprefix("S1:").removeprefix("s1:")).replace("-", "")
    if not plain or len(plain) > TOKEN_DIGITS + 1:
        return tidy_token(plain)
    whole = station_mark + plain.rjust(TOKEN_DIGITS + 1, "0")
    assert len(whole) == STATION_MARK_DIGITS + TOKEN_DIGITS + 1
    return tidy_token(whole) if is_token_code(whole) else tidy_token(plain)


def _country(text: str) -> str:
    exact = countries.country(text)
    if exact is not None:
        return exact.code
    codes = [one.code for one in countries.find(text)]
    return next((code for code in USUAL_COUNTRIES if code in codes), codes[0] if codes else "")


def _need(text: str) -> needs.Need | None:
    exact = needs.need(text)
    if exact is not None:
        return exact
    ending = [one for one in needs.NEEDS if one.name and one.code.endswith(f"-{text.upper()}")]
    if len(ending) == 1:
        return ending[0]
    found = needs.find_needs(text)
    return next((one for one in found if not one.restricted), found[0] if found else None)
