"""Finding a family at a desk by the token on its slip, or saying what to do about the token."""

from serai.core import ids
from serai.core.refusal import Refusal, gettext_noop
from serai.journal.identity import this_station
from serai.registry.models import Token
from serai.registry.queries import find_token

TOKEN_LETTERS = 8


def household_with(text: str, field: str) -> str | Refusal:
    """The id of the household registered with a token, or what to do about this token."""
    code = ids.token_in(text)
    if not code:
        return Refusal(gettext_noop("Scan the token, or type its eight letters."), field=field)
    if not ids.is_token_code(code):
        return why_no_token(text, code, field)
    token = find_token(code)
    if token is not None and token.household:
        return token.household
    return Refusal(_why_nobody(code, token), {"token": code}, field)


def why_no_token(text: str, code: str, field: str) -> Refusal:
    """What is wrong with a code that was read wrong or by half, and which one it may be."""
    typed, count = text.strip()[: ids.SCANNED_LETTERS_MAX], len(code.replace("-", ""))
    facts: dict[str, str | int] = {"text": typed, "count": count}
    if count == TOKEN_LETTERS:
        sentence = gettext_noop(
            "“%(text)s” is no token: its check letter does not fit. Look at the slip again."
        )
        return Refusal(sentence, facts, field)
    perhaps = _perhaps(code)
    if perhaps:
        sentence = gettext_noop(
            "“%(text)s” is not a token code: letters and digits read: %(count)s, needed: 8. "
            "Perhaps it is %(token)s; compare it with the slip."
        )
        return Refusal(sentence, facts | {"token": perhaps}, field)
    sentence = gettext_noop(
        "“%(text)s” is not a token code: letters and digits read: %(count)s, needed: 8. "
        "Scan the slip again, or type all that is printed on it."
    )
    return Refusal(sentence, facts, field)


def _perhaps(code: str) -> str:
    """The only token given out that this is, but for one letter or for zeros and our own mark."""
    longer = _longer(code.replace("-", ""))
    codes = {ids.tidy_token(one) for one in longer if ids.is_token_code(one)}
    known = list(Token.objects.filter(code__in=codes).values_list("code", flat=True)[:2])
    return known[0] if len(known) == 1 else ""


def _longer(plain: str) -> set[str]:
    """Every token this may be a part of: one letter was lost, or only the last ones were typed."""
    if len(plain) == TOKEN_LETTERS - 1:
        places = range(TOKEN_LETTERS)
        return {plain[:at] + letter + plain[at:] for at in places for letter in ids.ALPHABET}
    own = TOKEN_LETTERS - ids.STATION_MARK_DIGITS
    if not 0 < len(plain) <= own:
        return set()
    return {ids.station_mark(this_station()) + plain.rjust(own, "0")}


def _why_nobody(code: str, token: Token | None) -> str:
    if token is not None and token.withdrawn:
        return gettext_noop(
            "Token %(token)s was withdrawn with its group's count. "
            "Send the family to the gate for a new one."
        )
    if token is not None:
        return gettext_noop(
            "Nobody is registered with token %(token)s yet. Register the family first."
        )
    if Token.objects.filter(code__startswith=code[: ids.STATION_MARK_DIGITS]).exists():
        return gettext_noop("Token %(token)s was never given out. Read it again.")
    return gettext_noop(
        "Token %(token)s comes from a station whose books have not arrived here. "
        "Exchange with it, or register the family here."
    )
