"""The list of a convoy as pages show it: by vehicle and family, with the ticks, in words."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from django.utils import formats, timezone
from django.utils.translation import get_language, gettext

from serai.core.clock import from_ms
from serai.core.manifest import Manifest, Mark, manifest
from serai.core.places import CONVOY, convoy_place, is_convoy
from serai.journal import sql
from serai.journal.reading import events_about
from serai.registry.lists import listed
from serai.registry.members import today
from serai.registry.models import Person
from serai.registry.queries import place_name

DUE_SHOWN_MAX = 50
NAMES_IN_A_SENTENCE_MAX = 5
_DUE = (
    "SELECT one.id, one.code, one.source, one.target,"
    " CASE WHEN one.departed_at > 0 THEN one.departed_at ELSE one.opened_at END AS left_at,"
    " one.departed, SUM(aboard.count) FROM registry_convoy one"
    " JOIN registry_balance aboard ON aboard.place = %s || one.id AND aboard.count > 0"
    " WHERE one.closed_at = 0 GROUP BY one.id, one.code, one.source, one.target,"
    " one.departed_at, one.opened_at, one.departed ORDER BY left_at, one.code LIMIT %s"
)


class Due(msgspec.Struct, frozen=True):
    """A convoy on the road, as the place that expects it reads it."""

    convoy: str
    code: str
    source: str
    target: str
    departed_at: int
    departed: int
    expected: int  # people still on its account


class Line(msgspec.Struct, frozen=True):
    """A person on a list to tick: the person, and the tick they have."""

    person: Person
    mark: Mark | None


class Family(msgspec.Struct, frozen=True):
    """A household on a vehicle. `torn` says that some of it is ticked and some is not."""

    household: str
    token: str
    lines: tuple[Line, ...]
    torn: bool


class VehicleList(msgspec.Struct, frozen=True):
    """One vehicle's part of the list, with how many of its people are ticked."""

    vehicle: str
    label: str
    people: int
    ticked: int
    families: tuple[Family, ...] = ()


def manifest_of(convoy: str) -> Manifest:
    """The list of a convoy, from everything written about it."""
    return manifest(convoy, events_about(convoy_place(convoy)))


def due() -> list[Due]:
    """The convoys with people on the road whose receipt is not closed, oldest first."""
    return [Due(*row) for row in sql.every(_DUE, (CONVOY, DUE_SHOWN_MAX))]


def vehicle_lists(
    told: Manifest,
    everyone: Iterable[str],
    marks: Mapping[str, Mark],
    shown: str,
    rows: Mapping[str, Person] | None = None,
) -> list[VehicleList]:
    """The list by vehicle; only the vehicle `shown` carries its families, with names.

    The people are asked for unless they are known already (`rows`).
    """
    of_vehicle: dict[str, list[str]] = {}
    for person in everyone:
        of_vehicle.setdefault(told.vehicle_of(person), []).append(person)
    labels = _labels(told)
    order = {vehicle: number for number, vehicle in enumerate(labels)}
    return [
        VehicleList(
            vehicle=vehicle,
            label=vehicle_words(labels.get(vehicle, "")),
            people=len(people),
            ticked=sum(person in marks for person in people),
            families=_families(told, people, marks, rows) if vehicle == shown else (),
        )
        for vehicle, people in sorted(
            of_vehicle.items(), key=lambda one: order.get(one[0], len(order))
        )
    ]


def names_of(people: Sequence[str], known: Mapping[str, Person] | None = None) -> str:
    """A few names for a sentence, and how many more there are."""
    few = list(people)[:NAMES_IN_A_SENTENCE_MAX]
    rows = Person.objects.in_bulk(few) if known is None else known
    names = listed(full_name(rows[one]) for one in few if one in rows)
    return f"{names} (+{len(people) - len(few)})" if len(people) > len(few) else names


def full_name(person: Person) -> str:
    """Own, father's, grandfather's and family name in order."""
    parts = (person.own, person.father, person.grandfather, person.family)
    return " ".join(part for part in parts if part)


def time_words(at_ms: int) -> str:
    """The hour of the day, with the day when it is not today."""
    moment = timezone.localtime(from_ms(at_ms))
    if moment.date() == today():
        return moment.strftime("%H:%M")
    return f"{formats.date_format(moment, 'j M')} {moment:%H:%M}"


def place_words(place: str) -> str:
    """A place's name; for a convoy its short code."""
    if is_convoy(place):
        told = manifest_of(place.removeprefix(CONVOY))
        return told.opened.code if told.opened else place
    return place_name(place, get_language() or "")


def vehicle_words(label: str) -> str:
    """A vehicle's name in the language of the page: the kind is translated, the number stays."""
    kind, _, number = label.rpartition(" ")
    return f"{gettext(kind)} {number}" if kind else label


def label_of(told: Manifest, person: str) -> str:
    """The name of the vehicle a person is on by the list; empty when on none."""
    return vehicle_words(_labels(told).get(told.vehicle_of(person), ""))


def _families(
    told: Manifest,
    people: Sequence[str],
    marks: Mapping[str, Mark],
    known: Mapping[str, Person] | None,
) -> tuple[Family, ...]:
    rows = Person.objects.in_bulk(list(people)) if known is None else known
    of_home: dict[str, list[Line]] = {}
    for person in people:
        row = rows.get(person)
        if row is not None:
            listed = told.boarded.get(person)
            home = listed.household if listed else row.household
            of_home.setdefault(home, []).append(Line(row, marks.get(person)))
    return tuple(
        Family(home, lines[0].person.token, tuple(lines), _is_torn(lines))
        for home, lines in of_home.items()
    )


def _is_torn(lines: Sequence[Line]) -> bool:
    ticked = sum(line.mark is not None for line in lines)
    return 0 < ticked < len(lines)


def _labels(told: Manifest) -> dict[str, str]:
    return {one.vehicle: one.label for one in told.opened.vehicles} if told.opened else {}
