"""Field words of the desk in the language of the page: relations, sexes, papers, ages, places."""

from datetime import date
from typing import Any

import msgspec
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from serai.core import ages, countries, needs
from serai.core.clock import from_ms
from serai.core.operation import town
from serai.core.people import PAPERS, RELATIONS, Age
from serai.journal.wall import now_ms
from serai.registry.lists import listed
from serai.web.templatetags.serai import day_written

RELATION_WORDS = {
    "head": _("head"),
    "spouse": _("spouse"),
    "child": _("child"),
    "parent": _("parent"),
    "sibling": _("brother or sister"),
    "grandchild": _("grandchild"),
    "grandparent": _("grandparent"),
    "other relative": _("other relative"),
    "foster child": _("foster child"),
    "not related": _("not related"),
    "alone": _("alone"),
}
SEX_WORDS = {"female": _("female"), "male": _("male"), "unknown": _("not known")}
SEX_LETTERS = {"female": _("f"), "male": _("m"), "unknown": _("u")}
PAPER_WORDS = {
    "none": _("none"),
    "identity card": _("identity card"),
    "passport": _("passport"),
    "family book": _("family book"),
    "birth record": _("birth record"),
    "other": _("other paper"),
    "taken": _("taken from them"),
}
FIELD_WORDS = {
    "names": _("name"),
    "other_names": _("name in the other script"),
    "sex": _("sex"),
    "age": _("age"),
    "nationality": _("nationality"),
    "papers": _("papers"),
    "needs": _("needs"),
    "origin": _("origin"),
    "alone": _("alone"),
    "household": _("household and relation"),
}
CORRECTABLE = tuple(field for field in FIELD_WORDS if field != "household")
assert set(RELATION_WORDS) == set(RELATIONS)
assert set(PAPER_WORDS) == set(PAPERS)


def today() -> date:
    """The day on the clock of this place."""
    return timezone.localtime(from_ms(now_ms())).date()


def age(value: Age) -> str:
    """An age in words; nothing when nobody wrote one."""
    if value.basis != "refused" and not value.born_on and value.months < 0:
        return ""
    sentence, facts = ages.told(value, today())
    if "day" in facts:
        facts = {**facts, "day": day_written(str(facts["day"]))}
    return gettext(sentence) % facts


def age_of_json(text: str) -> str:
    """The age of a person's row in words."""
    return age(age_value(text))


def age_value(text: str) -> Age:
    """The age held as JSON in a person's row."""
    return msgspec.json.decode(text or "{}", type=Age)


def nationality(code: str) -> str:
    """The name of a country from its code."""
    found = countries.country(code)
    return found.named(_language()) if found else code


def need(code: str) -> str:
    """A need in words."""
    found = needs.need(code)
    return found.named(_language()) if found else code


def open_needs(codes: str) -> list[str]:
    """The needs this desk may read, of those held with spaces between them."""
    return [code for code in codes.split() if not _restricted(code)]


def closed_needs(codes: str) -> list[str]:
    """The needs that only protection reads; a correction here leaves them as they are."""
    return [code for code in codes.split() if _restricted(code)]


def origin(text: str) -> str:
    """The name of a town, or the words that were written."""
    found = town(text)
    if found is None:
        return text
    return found.name_ar if arabic() else found.name


def value_in_words(field: str, value: Any) -> str:
    """One of several values that stations wrote, as a person reads it before deciding."""
    if field in {"names", "other_names"}:
        return " ".join(str(part) for part in (value or {}).values())
    if field == "age":
        return age(msgspec.convert(value, Age))
    if field == "household":
        return str(RELATION_WORDS.get(value[1], value[1]))
    if field == "needs":
        value = open_needs(" ".join(value))
    if isinstance(value, list):
        word = {"nationality": nationality, "needs": need}.get(field, str)
        return listed(word(one) for one in value) or gettext("none")
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    table = {"sex": SEX_WORDS, "papers": PAPER_WORDS}.get(field, {})
    return str(table.get(value, origin(value) if field == "origin" else value))


def arabic() -> bool:
    """Whether the page is in Arabic."""
    return _language().startswith("ar")


def _restricted(code: str) -> bool:
    found = needs.need(code)
    return found is not None and found.restricted


def _language() -> str:
    return get_language() or "en"
