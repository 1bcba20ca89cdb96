"""The members of a household as a page lists them: who they are in one line of words."""

from datetime import date
from functools import lru_cache

import msgspec
from django.utils import formats
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext, ngettext

from serai.core.clock import from_ms
from serai.core.people import Age
from serai.core.refusal import gettext_noop
from serai.journal.wall import now_ms
from serai.registry.models import Person

SEX_WORDS: dict[str, str] = {"female": gettext_noop("female"), "male": gettext_noop("male")}
RELATION_WORDS: dict[str, str] = {
    word: word
    for word in (
        gettext_noop("head"), gettext_noop("spouse"), gettext_noop("child"),
        gettext_noop("parent"), gettext_noop("sibling"), gettext_noop("grandchild"),
        gettext_noop("grandparent"), gettext_noop("other relative"),
        gettext_noop("foster child"), gettext_noop("not related"), gettext_noop("alone"),
    )
}  # fmt: skip
YEARS_FROM = 2  # younger children are told in months
DAYS_A_MONTH = 30.4
DAYS_KEPT = 5_000  # in words
_AGE = msgspec.json.Decoder(Age)


def today() -> date:
    """The day it is at this station."""
    return localdate(from_ms(now_ms()))


def in_words(person: Person, day: date) -> str:
    """Sex, age and relation in the language of the page: "female · 8 years · child"."""
    words = (
        gettext(SEX_WORDS[person.sex]) if person.sex in SEX_WORDS else "",
        age_in_words(person.age, day),
        gettext(RELATION_WORDS[person.relation]) if person.relation in RELATION_WORDS else "",
    )
    return " · ".join(word for word in words if word)


def age_in_words(age: str, day: date) -> str:
    """An age as kept in a row (JSON), in a word or two; "" when nothing is known."""
    try:
        told = _AGE.decode(age)
        years, between = told.years_on(day), told.born_between()
    except (msgspec.MsgspecError, ValueError, OverflowError):
        return ""
    if years is None or between is None:
        return ""
    if years < YEARS_FROM:
        months = max(0, round((day - between[0]).days / DAYS_A_MONTH))
        return ngettext("%(n)s month", "%(n)s months", months) % {"n": months}
    about = gettext("about %(age)s") if told.basis == "estimated" else "%(age)s"
    return about % {"age": ngettext("%(n)s year", "%(n)s years", years) % {"n": years}}


def day_in_words(text: str) -> str:
    """An ISO date in the language of the page; what is no date stays as written."""
    return _day(text, get_language())


@lru_cache(maxsize=DAYS_KEPT)
def _day(text: str, language: str | None) -> str:
    """The words for one language: a list says the same few days in row after row."""
    try:
        return str(formats.date_format(date.fromisoformat(text), "j F Y"))
    except ValueError:
        return text
