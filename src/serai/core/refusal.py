"""A person's mistake is a value: a sentence that says what to do, and the facts in it."""

import msgspec


class Refusal(msgspec.Struct, frozen=True):
    """What a command answers instead of writing.

    `sentence` is English with named places (`"Token %(token)s was never issued."`) and is the
    key of its translations; `facts` fills the places; `field` is the form field to look at.
    """

    sentence: str
    facts: dict[str, str | int] = {}
    field: str = ""

    def __str__(self) -> str:
        return self.sentence % self.facts


def gettext_noop(sentence: str) -> str:
    """Marks a sentence for translation without translating it here."""
    return sentence
