"""Two records side by side: every fact in words, and whether the two say the same."""

from collections.abc import Callable

import msgspec
from django.utils.translation import gettext as _

from serai.core.people import Names
from serai.registration import words
from serai.registry.comparing import Line, line, sounds_the_same
from serai.registry.lists import listed
from serai.registry.models import Person


def side_by_side(first: Person, second: Person) -> list[Line]:
    """The lines of the comparison, those without any value left out."""
    lines = [line(label, told(first), told(second), same) for label, told, same in _facts()]
    return [one for one in lines if one.said]


def _facts() -> list[tuple[str, Callable[[Person], str], Callable[[str, str], bool]]]:
    exact: Callable[[str, str], bool] = str.__eq__
    return [
        (_("own name"), lambda one: one.own, sounds_the_same),
        (_("father"), lambda one: one.father, sounds_the_same),
        (_("grandfather"), lambda one: one.grandfather, sounds_the_same),
        (_("family name"), lambda one: one.family, sounds_the_same),
        (_("kunya"), lambda one: one.kunya, sounds_the_same),
        (_("mother"), lambda one: one.mother, sounds_the_same),
        (_("name in the other script"), _other_names, sounds_the_same),
        (_("sex"), lambda one: str(words.SEX_WORDS.get(one.sex, one.sex)), exact),
        (_("age"), lambda one: words.age_of_json(one.age), exact),
        (_("relation"), lambda one: str(words.RELATION_WORDS.get(one.relation, "")), exact),
        (_("nationality"), _nationality, exact),
        (_("origin"), lambda one: words.origin(one.origin), exact),
        (_("token"), lambda one: one.token, exact),
    ]


def _other_names(one: Person) -> str:
    if not one.other_names:
        return ""
    return msgspec.json.decode(one.other_names, type=Names).full()


def _nationality(one: Person) -> str:
    return str(listed(map(words.nationality, one.nationalities.split())))
