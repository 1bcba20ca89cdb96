"""Finding a family at a desk: by the token on a slip, or by the beginning of names."""

from serai.core import ids
from serai.core.refusal import Refusal, gettext_noop
from serai.registry.models import Person
from serai.registry.queries import find_people, find_token

PEOPLE_SHOWN_MAX = 20


def find_family(text: str) -> str | list[Person] | Refusal:
    """The id of the household whose token was typed, or the people whose names fit.

    Whatever holds a digit is meant as a token: no name does.
    """
    if any(letter.isdigit() for letter in text):
        return _by_token(text)
    found = find_people(text, PEOPLE_SHOWN_MAX)
    if found:
        return found
    return Refusal(
        gettext_noop("Nobody called “%(name)s” is in the books. Try fewer letters, or the token."),
        {"name": text},
        "q",
    )


def _by_token(text: str) -> str | Refusal:
    code = text.strip().removeprefix("S1:")
    if not ids.is_token_code(code):
        sentence = gettext_noop(
            "“%(token)s” is not a token code. It has eight letters and digits; look again."
        )
        return Refusal(sentence, {"token": text}, "q")
    token = find_token(code)
    facts: dict[str, str | int] = {"token": ids.tidy_token(code)}
    if token is None:
        return Refusal(gettext_noop("Token %(token)s was never given out here."), facts, "q")
    if not token.household:
        sentence = gettext_noop(
            "Token %(token)s was given out, but nobody is registered with it yet. "
            "Send them to the registration desk."
        )
        return Refusal(sentence, facts, "q")
    return token.household
