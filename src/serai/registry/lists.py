"""Words inside one sentence: lists as the language of the page joins them, names kept apart."""

from collections.abc import Iterable

from django.utils.translation import pgettext

ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"


def listed(words: Iterable[str]) -> str:
    """The words with a comma between them; in Arabic with an Arabic one."""
    return pgettext("between the words of a list", ", ").join(words)


def isolated(name: str) -> str:
    """A name inside a plain sentence, kept apart from the direction of the words around it."""
    return f"{ISOLATE}{name}{END_OF_ISOLATE}"
