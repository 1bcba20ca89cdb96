"""Several words in one sentence, joined as the language of the page joins them."""

from collections.abc import Iterable

from django.utils.translation import pgettext


def listed(words: Iterable[str]) -> str:
    """The words with a comma between them; in Arabic with an Arabic one."""
    return pgettext("between the words of a list", ", ").join(words)
