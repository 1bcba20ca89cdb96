"""What somebody says of a person in one line: a name, about how old, from where."""

import re
from datetime import date

import msgspec

from serai.core import ages, ids
from serai.core.matching import Told
from serai.core.matching.told import place_key
from serai.core.names.unfinished import unfinished
from serai.core.operation import find_towns, town_called
from serai.core.refusal import Refusal
from serai.registry.known import told_by
from serai.registry.told import Years, years_of

TOWN_LETTERS_MIN = 3
_BETWEEN = re.compile(r"[,،;؛]")
_DATE = r"(?:[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{4}|(?:19|20)[0-9]{2}(?:-[0-9]{2}-[0-9]{2})?)"
_BORN = re.compile(rf"(?<![0-9.]){_DATE}(?![0-9])")  # a birth date, or the year alone
_NUMBER = re.compile(r"(?<![0-9])[0-9]{1,3}(?![0-9])")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
# Arabic chat writes letters that Latin lacks as digits of their shape, never two at a time: 7asan.
_CHAT_NAME = re.compile(r"(?:[235-9]?[^\W\d_]){3,}[235-9]?")
_FROM = re.compile(r"^(from|of|من)\s+", re.IGNORECASE)
# Whoever types fast types no commas: a number that stands alone is an age or a year of birth,
# "from" begins a town.
_BIRTH = re.compile(
    r"(?<=\s)(?:(?:born(?:\s+(?:in|on))?|b\.|(?:من\s+)?مواليد|مولودة?(?:\s+في)?|ولدت?)\s+)?"
    rf"(?:(?:عام|سنة)\s+)?(?:(?:about|around|حوالي|حوالى|نحو)\s+)?~?\b{_DATE}\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?<=\s)(?:(?:about|around|aged?|حوالي|حوالى|نحو|عمرها|عمره)\s+)?~?\b[0-9]{1,3}\b"
    r"(?:\s*(?:years?|yrs?|old|سنة|سنه|سنوات|عاما|عام)\b)*",
    re.IGNORECASE,
)
_BEGINS_TOWN = re.compile(r"\s(?:from|من)\s", re.IGNORECASE)
TOWN_WORDS_MAX = 3


class Description(msgspec.Struct, frozen=True):
    """A name with what was said beside it."""

    name: str
    born: Years = None
    origin: str = ""

    def told(self) -> Told:
        """Ready to be compared; the last word of the name may be unfinished."""
        name = self.name if self.born or self.origin else unfinished(self.name)
        return told_by(name, born=self.born, origin=place_key(self.origin))

    def with_town(self) -> "Description | None":
        """The last words understood as the town they name; None when they name none.

        >>> Description("Um Abdulrahman Qaim").with_town()
        Description(name='Um Abdulrahman', born=None, origin='qaim')
        >>> Description("Fatima Ahmad").with_town(), Description("Qaim").with_town()
        (None, None)
        """
        words = [] if self.origin else self.name.split()
        for count in range(min(TOWN_WORDS_MAX, len(words) - 1), 0, -1):
            if town := town_called(" ".join(words[-count:])):
                return Description(" ".join(words[:-count]), self.born, town.town)
        return None


def is_token(text: str) -> bool:
    """Whether what was typed is meant as a token: it holds a digit, and no name.

    >>> is_token("7k00-019c"), is_token("Um Ali, 27, Qaim"), is_token("Layla"), is_token("7asan")
    (True, False, False, False)
    """
    if ids.is_token_code(ids.token_in(text)):
        return True
    name, *more = _BETWEEN.split(text)
    is_described = more and any(letter.isalpha() for letter in name)
    is_name = is_described or any(map(_CHAT_NAME.fullmatch, name.split()))
    return any(letter.isdigit() for letter in text) and not is_name


def described(text: str, today: date) -> Description:
    """The name, then an age and a town, with commas between or without.

    >>> one = described("Um Abdulrahman, about 27, Qaim", date(2019, 3, 1))
    >>> one.name, one.born, one.origin
    ('Um Abdulrahman', (1989, 1993), 'qaim')
    >>> described("Um Abdulrahman 27 from Qaim", date(2019, 3, 1)) == one
    True
    >>> described("Fatima 1992", date(2019, 3, 1)), described("Fatima", date(2019, 3, 1)).born
    (Description(name='Fatima', born=(1991, 1992), origin=''), None)
    """
    dated = _BIRTH.sub(r",\g<0>,", text.translate(_DIGITS))
    parted = _BEGINS_TOWN.sub(", ", _AGE.sub(r",\g<0>,", dated))
    name, *more = (" ".join(part.split()) for part in _BETWEEN.split(parted))
    born: Years = None
    origin = ""
    for part in more:
        years = _years(part, today)
        born = born or years
        origin = origin or ("" if years else _town(part))
    return Description(name, born, origin)


def _years(part: str, today: date) -> Years:
    """Whatever is said of an age in passing is about so many years; a birth is as it is said."""
    birth = _BORN.search(part)
    number = birth or _NUMBER.search(part)
    said = "" if number is None else number[0] if birth else f"~{number[0]}"
    found = ages.read(said, today) if said else None
    return None if found is None or isinstance(found, Refusal) else years_of(found)


def _town(part: str) -> str:
    place = _FROM.sub("", part)
    towns = find_towns(place) if len(place) >= TOWN_LETTERS_MIN else []
    return towns[0].town if towns else place
