"""Parts of pages printed once while every word in them stays the same.

A list shows the same rows again and again, and filling a template costs more than reading them. A
part is known by all it says, so nothing else can be shown in its stead; it holds no form, whose
secret is another one for every session.
"""

from collections.abc import Hashable
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

PARTS_KEPT = 4_000


def printed(template: str, one: Hashable) -> SafeString:
    """The template with `one` in it; `one` holds words, not what has still to be asked for."""
    return _printed(template, one, get_language())


@lru_cache(maxsize=PARTS_KEPT)
def _printed(template: str, one: Hashable, language: str | None) -> SafeString:
    return render_to_string(template, {"one": one})
