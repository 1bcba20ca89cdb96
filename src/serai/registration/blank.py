"""Blank rows of the form, made once a language: a hundred fields cost a tenth of a second."""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from serai.registration.sheet import PREFIX, RowForm

ROW = "registration/row.html"
TEMPLATE_NUMBER = "__number__"  # the page's script puts the row's number here
TEMPLATE_INDEX = "__n__"


def blank_rows(count: int) -> SafeString:
    """The first rows of an empty form, in the language of the page."""
    language = get_language() or "en"
    return mark_safe("".join(_row(language, number) for number in range(1, count + 1)))  # noqa: S308


def blank_row() -> SafeString:
    """The row from which the page's script makes further ones."""
    return _template_row(get_language() or "en")


@lru_cache(maxsize=256)
def _row(language: str, number: int) -> SafeString:
    form = RowForm(prefix=PREFIX.format(number - 1))
    return render_to_string(ROW, {"row": form, "number": number})


@lru_cache(maxsize=16)
def _template_row(language: str) -> SafeString:
    form = RowForm(prefix=PREFIX.format(TEMPLATE_INDEX))
    return render_to_string(ROW, {"row": form, "number": TEMPLATE_NUMBER})
