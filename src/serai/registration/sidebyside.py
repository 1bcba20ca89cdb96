"""Two records side by side: every fact in words, and whether the two say the same."""

from collections.abc import Callable

import msgspec
from django.utils.translation import gettext as _

from serai.core import names
from serai.core.people import Names
from serai.registration import words
from serai.registry.lists import listed
from serai.registry.models import Person

ALIKE, DIFFERENT, ONE_SIDED = "alike", "different", ""


class Line(msgspec.Struct, frozen=True):
    """One fact of both records; `verdict` is empty where one of them says nothing."""

    label: str
    first: str
    second: str
    verdict: str


def side_by_side(first: Person, second: Person) -> list[Line]:
    """The lines of the comparison, those without any value left out."""
    lines = [_line(label, told(first), told(second), same) for label, told, same in _facts()]
    return [line for line in lines if line.first or line.second]


def _facts() -> list[tuple[str, Callable[[Person], str], Callable[[str, str], bool]]]:
    exact: Callable[[str, str], bool] = str.__eq__
    return [
        (_("own name"), lambda one: one.own, _sounds_the_same),
        (_("father"), lambda one: one.father, _sounds_the_same),
        (_("grandfather"), lambda one: one.grandfather, _sounds_the_same),
        (_("family name"), lambda one: one.family, _sounds_the_same),
        (_("kunya"), lambda one: one.kunya, _sounds_the_same),
        (_("mother"), lambda one: one.mother, _sounds_the_same),
        (_("name in the other script"), _other_names, _sounds_the_same),
        (_("sex"), lambda one: str(words.SEX_WORDS.get(one.sex, one.sex)), exact),
        (_("age"), lambda one: words.age_of_json(one.age), exact),
        (_("relation"), lambda one: str(words.RELATION_WORDS.get(one.relation, "")), exact),
        (_("nationality"), _nationality, exact),
        (_("origin"), lambda one: words.origin(one.origin), exact),
        (_("token"), lambda one: one.token, exact),
    ]


def _line(label: str, first: str, second: str, same: Callable[[str, str], bool]) -> Line:
    if not first or not second:
        return Line(label, first, second, ONE_SIDED)
    return Line(label, first, second, ALIKE if same(first, second) else DIFFERENT)


def _sounds_the_same(first: str, second: str) -> bool:
    one, other = names.words(first), names.words(second)
    return len(one) == len(other) and all(
        set(names.skeletons(here)) & set(names.skeletons(there))
        for here, there in zip(one, other, strict=True)
    )


def _other_names(one: Person) -> str:
    if not one.other_names:
        return ""
    return msgspec.json.decode(one.other_names, type=Names).full()


def _nationality(one: Person) -> str:
    return str(listed(map(words.nationality, one.nationalities.split())))
