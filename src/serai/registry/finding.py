"""Finding a family at a desk by the token on its slip, or saying what to do about the token."""

from serai.core import ids
from serai.core.refusal import Refusal, gettext_noop
from serai.registry.models import Token
from serai.registry.queries import find_token

TOKEN_LETTERS = 8


def household_with(text: str, field: str) -> str | Refusal:
    """The id of the household registered with a token, or what to do about this token."""
    code = ids.token_in(text)
    if not code:
        return Refusal(gettext_noop("Scan the token, or type its eight letters."), field=field)
    if not ids.is_token_code(code):
        typed = text.strip()[: ids.SCANNED_LETTERS_MAX]
        return Refusal(_why_no_code(code), {"token": typed, "text": typed}, field)
    token = find_token(code)
    if token is not None and token.household:
        return token.household
    return Refusal(_why_nobody(code, token), {"token": code}, field)


def _why_no_code(code: str) -> str:
    if len(code.replace("-", "")) == TOKEN_LETTERS:
        return gettext_noop(
            "“%(text)s” is no token: its check letter does not fit. Look at the slip again."
        )
    return gettext_noop(
        "“%(token)s” is not a token code. It has eight letters and digits; look again."
    )


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
