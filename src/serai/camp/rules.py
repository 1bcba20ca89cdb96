"""The rules of the camp: which units may be opened, who may move in where, who can be seen here."""

import re
from collections.abc import Sequence

from serai.camp.models import Allotment, Shelter
from serai.core.events.camp import UNITS_PER_EVENT_MAX
from serai.core.refusal import Refusal, gettext_noop
from serai.core.shelter import Room, needs_reason
from serai.registry.lists import listed
from serai.registry.manifests import full_name, names_of, place_words, time_words
from serai.registry.models import Person, Place

SECTION = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+){0,3}")
SECTION_LETTERS_MAX = 20
UNIT_NUMBER_MAX = 99_999
CAPACITY_MAX = 2_000
SEEN_PER_EVENT_MAX = 500


def tidy_section(text: str) -> str:
    """A section's name as it is written: capitals, no spaces.

    >>> tidy_section(" p4-b2 ")
    'P4-B2'
    """
    return re.sub(r"\s+", "", text).upper()


def section_named(text: str, place: str) -> str:
    """The section as it is already written in this camp, else as a new one would be."""
    known = Shelter.objects.filter(place=place, section__iexact=text.strip()).first()
    return known.section if known else tidy_section(text)


def opening_refusal(
    place: str, section: str, units: Sequence[str], first: int, capacity: int
) -> Refusal | None:
    """What is wrong with units that are to be opened."""
    if not Place.objects.filter(id=place).exists():
        return Refusal(gettext_noop("Choose first at which place you work."), field="section")
    if len(section) > SECTION_LETTERS_MAX or not SECTION.fullmatch(tidy_section(section)):
        return Refusal(
            gettext_noop("Write the section with letters, digits and hyphens, like P4-B2."),
            field="section",
        )
    if not units or first < 1 or len(units) > UNITS_PER_EVENT_MAX:
        return Refusal(
            gettext_noop("Write the first and the last number, at most %(most)s units at once."),
            {"most": UNITS_PER_EVENT_MAX},
            field="last",
        )
    if not 0 < capacity <= CAPACITY_MAX:
        return Refusal(
            gettext_noop("A unit sleeps from 1 to %(most)s people."),
            {"most": CAPACITY_MAX},
            field="capacity",
        )
    there = Shelter.objects.filter(unit__in=units).order_by("number").first()
    if there is not None:
        return Refusal(
            gettext_noop("%(unit)s is already open. Choose other numbers."),
            {"unit": there.unit},
            field="first",
        )
    return None


def members_here(household: str, place: str) -> tuple[str, ...] | Refusal:
    """The living members of a household who stand in the camp, or where the books have them."""
    members = list(Person.objects.filter(household=household, alive=True).order_by("id"))
    if not members:
        return Refusal(gettext_noop("This household is not in the books."), field="find")
    here = tuple(one.id for one in members if one.place == place)
    if here:
        return here
    return Refusal(
        gettext_noop("%(name)s is not here: the books have them at %(place)s."),
        {"name": full_name(members[0]), "place": place_words(members[0].place)},
        field="find",
    )


def room_of(unit: str, place: str) -> Room | Refusal:
    """The unit with this id in this camp."""
    text = tidy_section(unit)
    row = Shelter.objects.filter(unit=text, place=place).first()
    if row is None:
        return Refusal(
            gettext_noop("There is no unit %(unit)s here. Look at the sign on the tent again."),
            {"unit": text[:SECTION_LETTERS_MAX] or "?"},
            field="unit",
        )
    return Room(row.unit, row.section, row.capacity, row.people, row.accessible)


def allotment_refusal(room: Room, size: int, now: Allotment | None, reason: str) -> Refusal | None:
    """Why a household may not move in: it is there already, or the unit is taken or too small."""
    if now is not None and now.unit == room.unit:
        return Refusal(
            gettext_noop("This household has slept in %(unit)s since %(time)s."),
            {"unit": room.unit, "time": time_words(now.since)},
            field="unit",
        )
    if reason or not needs_reason(room, size):
        return None
    facts: dict[str, str | int] = {
        "unit": room.unit, "sleeps": room.capacity, "there": room.people, "size": size,
    }  # fmt: skip
    if not room.people:
        return Refusal(
            gettext_noop(
                "%(unit)s sleeps %(sleeps)s and the family is %(size)s. "
                "Choose a larger unit, or say why."
            ),
            facts,
            field="reason",
        )
    return Refusal(
        gettext_noop(
            "%(unit)s is taken: %(names)s, since %(time)s by %(actor)s. It sleeps %(sleeps)s and "
            "would hold %(there)s + %(size)s. Choose another unit, or say why."
        ),
        facts | _occupants(room.unit),
        field="reason",
    )


def seen_refusal(people: Sequence[str], place: str) -> Refusal | None:
    """Why people cannot be marked as seen here."""
    if not people:
        return Refusal(gettext_noop("Mark at least one person first."), field="people")
    if len(people) > SEEN_PER_EVENT_MAX:
        return Refusal(
            gettext_noop("Mark at most %(most)s people at once."), {"most": SEEN_PER_EVENT_MAX}
        )
    known = Person.objects.in_bulk(list(people))
    if len(known) < len(set(people)):
        return Refusal(gettext_noop("This person is not in the books."), field="people")
    away = next((one for one in known.values() if one.place != place), None)
    if away is not None:
        return Refusal(
            gettext_noop("%(name)s is not here: the books have them at %(place)s."),
            {"name": full_name(away), "place": place_words(away.place)},
            field="people",
        )
    return None


def _occupants(unit: str) -> dict[str, str | int]:
    """Who sleeps in a unit, since when and by whose hand."""
    rows = list(Allotment.objects.filter(unit=unit).order_by("since", "household"))
    homes = [row.household for row in rows]
    heads = Person.objects.filter(household__in=homes, relation="head").order_by("id")
    names = names_of([one.id for one in heads]) or listed(homes)
    last = rows[-1] if rows else None
    return {
        "names": names or "?",
        "time": time_words(last.since) if last else "?",
        "actor": last.actor if last else "?",
    }
