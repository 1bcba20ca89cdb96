"""A candidate beside what was told: every fact in words, and whether the two say the same."""

from collections.abc import Callable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from serai.registry.comparing import Line, line, sounds_the_same
from serai.registry.members import SEX_WORDS, age_in_words, day_in_words
from serai.registry.models import Person
from serai.tracing.models import SoughtPerson

_NAMES = ("own", "father", "grandfather", "family", "kunya", "mother")


def sides(
    sought: SoughtPerson, person: Person, day: date, place_name: Callable[[str], str]
) -> Sequence[Line]:
    """The lines of the comparison, those without any value left out."""
    lines = [
        line(label, getattr(sought, part), getattr(person, part), sounds_the_same)
        for part, label in zip(_NAMES, _labels(), strict=True)
    ]
    sexes = [str(_(SEX_WORDS[one.sex])) if one.sex in SEX_WORDS else "" for one in (sought, person)]
    lines.append(line(_("Sex"), sexes[0], sexes[1], str.__eq__))
    ages = age_in_words(sought.age, day), age_in_words(person.age, day)
    lines.append(Line(_("Age"), ages[0], ages[1]))
    origins = [place_name(one.origin) if one.origin else "" for one in (sought, person)]
    lines.append(line(_("Comes from"), origins[0], origins[1], sounds_the_same))
    last = " · ".join(filter(None, [sought.last_seen_place and place_name(sought.last_seen_place),
                                    day_in_words(sought.last_seen_on)]))  # fmt: skip
    stands = place_name(person.place) if person.place else ""
    lines.append(Line(_("Last seen, and where the books have them"), last, stands))
    return [one for one in lines if one.said]


def _labels() -> tuple[str, ...]:
    return (
        _("Own name"), _("Father's name"), _("Grandfather's name"), _("Family name"),
        _("Known as"), _("Mother's name"),
    )  # fmt: skip
