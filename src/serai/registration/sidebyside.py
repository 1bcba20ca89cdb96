"""Two records side by side: every fact in words, and whether the two say the same."""

from collections.abc import Callable

import msgspec
from django.utils.translation import gettext as _

from serai.core.people import Names
from serai.registration import words
from serai.registry.comparing import Line, line, sounds_the_same
from serai.registry.lists import listed
from serai.registry.models import Person

_AGE_AT = 8  # after the sex


def born_alike(first: Person, second: Person) -> bool:
    """Whether both may have been born on one day: about 20 and 18 years may be one age."""
    return first.born_from <= second.born_to and second.born_from <= first.born_to


def side_by_side(first: Person, second: Person) -> list[Line]:
    """The lines of the comparison, those without any value left out."""
    lines = [line(label, told(first), told(second), same) for label, told, same in _facts()]
    agree = born_alike(first, second)
    lines.insert(_AGE_AT, line(_("age"), *_ages(first, second), lambda _one, _other: agree))
    lines.append(Line(_("token"), first.token, second.token))  # of the household, and no evidence
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
        (_("relation"), lambda one: str(words.RELATION_WORDS.get(one.relation, "")), exact),
        (_("nationality"), _nationality, exact),
        (_("origin"), lambda one: words.origin(one.origin), exact),
    ]


def _ages(first: Person, second: Person) -> tuple[str, str]:
    return words.age_of_json(first.age), words.age_of_json(second.age)


def _other_names(one: Person) -> str:
    if not one.other_names:
        return ""
    return msgspec.json.decode(one.other_names, type=Names).full()


def _nationality(one: Person) -> str:
    return str(listed(map(words.nationality, one.nationalities.split())))
