"""A candidate beside what was told: every fact in words, and whether the two say the same."""

from collections.abc import Callable, Sequence
from datetime import date

import msgspec
from django.utils.translation import gettext as _

from serai.core import names
from serai.registry.members import SEX_WORDS, age_in_words, day_in_words
from serai.registry.models import Person
from serai.tracing.models import SoughtPerson

ALIKE, DIFFERENT, ONE_SIDED = "alike", "different", ""
_NAMES = ("own", "father", "grandfather", "family", "kunya", "mother")


class Line(msgspec.Struct, frozen=True):
    """One fact of both sides; `verdict` is empty where one of them says nothing."""

    label: str
    told: str
    books: str
    verdict: str


def sides(
    sought: SoughtPerson, person: Person, day: date, place_name: Callable[[str], str]
) -> Sequence[Line]:
    """The lines of the comparison, those without any value left out."""
    lines = [
        _line(label, getattr(sought, part), getattr(person, part), _sounds_the_same)
        for part, label in zip(_NAMES, _labels(), strict=True)
    ]
    sexes = [str(_(SEX_WORDS[one.sex])) if one.sex in SEX_WORDS else "" for one in (sought, person)]
    lines.append(_line(_("Sex"), sexes[0], sexes[1], str.__eq__))
    ages = age_in_words(sought.age, day), age_in_words(person.age, day)
    lines.append(Line(_("Age"), ages[0], ages[1], ONE_SIDED))
    origins = [place_name(one.origin) if one.origin else "" for one in (sought, person)]
    lines.append(_line(_("Comes from"), origins[0], origins[1], _sounds_the_same))
    last = " · ".join(filter(None, [sought.last_seen_place and place_name(sought.last_seen_place),
                                    day_in_words(sought.last_seen_on)]))  # fmt: skip
    stands = place_name(person.place) if person.place else ""
    lines.append(Line(_("Last seen, and where the books have them"), last, stands, ONE_SIDED))
    return [line for line in lines if line.told or line.books]


def _labels() -> tuple[str, ...]:
    return (
        _("Own name"), _("Father's name"), _("Grandfather's name"), _("Family name"),
        _("Known as"), _("Mother's name"),
    )  # fmt: skip


def _line(label: str, told: str, books: str, same: Callable[[str, str], bool]) -> Line:
    if not told or not books:
        return Line(label, told, books, ONE_SIDED)
    return Line(label, told, books, ALIKE if same(told, books) else DIFFERENT)


def _sounds_the_same(one: str, other: str) -> bool:
    here, there = names.words(one), names.words(other)
    return len(here) == len(there) and all(
        set(names.skeletons(mine)) & set(names.skeletons(theirs))
        for mine, theirs in zip(here, there, strict=True)
    )
