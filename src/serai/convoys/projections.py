"""Events about a convoy become its rows: the convoy, its vehicles, its list, and who is missing."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

from django.db.models import Model

from serai.convoys.models import Boarding, CheckOff, Convoy, Vehicle
from serai.convoys.road.projections import (
    HazardRows,
    RoadDisputes,
    RoadRows,
    SegmentDisputes,
    SegmentRows,
)
from serai.core.events import KINDS, PostingBody
from serai.core.events.body import Body
from serai.core.events.convoys import (
    BoardingWithdrawn,
    ConvoyOpened,
    HouseholdBoarded,
    PeopleCheckedOff,
    ReceiptClosed,
)
from serai.core.events.road import DepartureAllowed, WayTaken
from serai.core.manifest import Manifest, Mark, manifest
from serai.core.road import Road, as_segment
from serai.journal import rows as table
from serai.journal import sql
from serai.journal.projection import Batch, Projection, as_json
from serai.registry.models import Discrepancy, RoadSegment
from serai.registry.roads import road

Found = dict[type[Model], list[table.About]]
_PREFIX = "convoy"
_SLOT = "convoy|"
_DEPARTED = (
    "SELECT id, source, target, departed_at, way, due_at FROM registry_convoy WHERE departed_at > 0"
)
_DUE = "UPDATE registry_convoy SET due_at = %s WHERE id = %s"
_READS = (
    ConvoyOpened, HouseholdBoarded, BoardingWithdrawn, PeopleCheckedOff, PostingBody, ReceiptClosed,
    DepartureAllowed, WayTaken,
)  # fmt: skip


class ConvoyTables(Projection):
    """Every table about convoys, from one reading of each convoy's events.

    When a convoy is due follows from the road, whose rows are made before these.
    """

    models: tuple[type[Model], ...] = (Convoy, Vehicle, Boarding, CheckOff, Discrepancy)
    prefix = _PREFIX
    kinds: frozenset[type[Body]] = frozenset(
        body for body in KINDS.values() if issubclass(body, _READS)
    )

    def apply(self, batch: Batch) -> None:
        """Makes the rows of every touched convoy anew."""
        about = batch.about(_PREFIX, self.kinds)
        if not about:
            return
        found: Found = {model: [] for model in self.models}
        known = cache(road)  # asked when one has left
        for subject, events in about.items():
            convoy = subject.partition(":")[2]
            _add_rows(found, convoy, manifest(convoy, events), known)
        for model, rows in found.items():
            if batch.complete:
                table.fill(model, rows)
                continue
            table.renew(model, _named(model, about), rows)


class DueTimes(Projection):
    """Once somebody describes the road anew, every convoy that left is due by it."""

    kinds: frozenset[type[Body]] = RoadRows().kinds

    def apply(self, batch: Batch) -> None:
        """Renews the hours of all convoys that left."""
        if batch.complete or not batch.changes.get(RoadSegment):
            return
        known = road()
        due = (
            (known.due_at(source, target, departed_at, way.split()), convoy, before)
            for convoy, source, target, departed_at, way, before in sql.every(_DEPARTED)
        )
        sql.run_many(_DUE, [(at, convoy) for at, convoy, before in due if at != before])


def _named(model: type[Model], about: Iterable[str]) -> list[str]:
    """What a table calls the convoys its rows are about."""
    if model is Discrepancy:
        return [_SLOT + subject for subject in about]
    if table.shape_of(model).about == table.SUBJECT:
        return list(about)
    return [subject.partition(":")[2] for subject in about]


def _add_rows(found: Found, convoy: str, told: Manifest, known: Callable[[], Road]) -> None:
    about = f"{_PREFIX}:{convoy}"
    if told.opened is not None:
        found[Convoy].append((about, _convoy(convoy, told, known)))
        found[Vehicle].extend((about, row) for row in _vehicles(convoy, told))
    found[Boarding].extend((about, row) for row in _boardings(convoy, told))
    found[CheckOff].extend((about, row) for row in _check_offs(convoy, told))
    found[Discrepancy].extend((_SLOT + about, row) for row in _discrepancies(convoy, told))


def _convoy(convoy: str, told: Manifest, known: Callable[[], Road]) -> dict[str, object]:
    opened, left, way = told.opened, told.departure, _segments(told)
    assert opened is not None
    return {
        "id": convoy,
        "code": opened.code,
        "source": opened.source,
        "target": opened.target,
        "status": told.status(),
        "opened_at": opened.at,
        "leaves_at": opened.leaves_at,
        "departed_at": left.at if left else 0,
        "due_at": known().due_at(opened.source, opened.target, left.at, way) if left else 0,
        "way": " ".join(way),
        "received_at": max((mark.at for mark in told.received.values()), default=0),
        "closed_at": told.closed.at if told.closed else 0,
        "seats": sum(max(0, one.seats) for one in opened.vehicles),
        "boarded": len(told.boarded),
        "checked": len(told.checked),
        "departed": told.left(),
        "received": len(told.received) + told.unnamed_off,
        "gone": len(told.gone),
        "actor": told.opening.actor,
        "allowed_by": told.allowed.allowed_by if told.allowed else "",
        "allowed_reason": told.allowed.reason if told.allowed else "",
        "allowed_segments": " ".join(told.allowed.segments) if told.allowed else "",
    }


def _segments(told: Manifest) -> list[str]:
    """The way as recorded; another station may have written anything, and a space parts two."""
    return [as_segment(one) for one in told.way if one and not any(map(str.isspace, one))]


def _vehicles(convoy: str, told: Manifest) -> Iterable[dict[str, object]]:
    assert told.opened is not None
    counts = {
        "taken": Counter(one.vehicle for one in told.boarded.values()),
        "checked": Counter(map(told.vehicle_of, told.checked)),
        "departed": Counter(map(told.vehicle_of, told.departed)),
        "received": Counter(map(told.vehicle_of, told.received)),
    }
    once = {one.vehicle: one for one in told.opened.vehicles}
    for position, (vehicle, one) in enumerate(once.items()):
        yield {
            "id": f"{convoy}|{vehicle}",
            "convoy": convoy,
            "vehicle": vehicle,
            "label": one.label,
            "seats": one.seats,
            "position": position,
            **{column: count[vehicle] for column, count in counts.items()},
        }


def _boardings(convoy: str, told: Manifest) -> Iterable[dict[str, object]]:
    for person in dict.fromkeys([*told.boarded, *told.departed]):
        listed = told.boarded.get(person)
        mark = listed.mark if listed else told.departed[person]
        yield {
            "id": f"{convoy}|{person}",
            "convoy": convoy,
            "vehicle": listed.vehicle if listed else "",
            "household": listed.household if listed else "",
            "person": person,
            "state": _state(person, told),
            "boarded_at": mark.at,
            "boarded_by": mark.actor,
            "event": mark.event,
        }


def _state(person: str, told: Manifest) -> str:
    if person in told.received:
        return "received"
    if person in told.gone:
        return "gone"
    if person in told.departed:
        return "road"
    return "stayed" if told.departure else "listed"


def _check_offs(convoy: str, told: Manifest) -> Iterable[dict[str, object]]:
    for end, marks in (("departure", told.checked), ("arrival", told.received)):
        for person, mark in marks.items():
            yield {
                "id": f"{convoy}|{end}|{person}",
                "convoy": convoy,
                "end": end,
                "person": person,
                "place": mark.place,
                "at": mark.at,
                "actor": mark.actor,
                "event": mark.event,
            }


def _discrepancies(convoy: str, told: Manifest) -> Iterable[dict[str, object]]:
    if told.closed and told.expected():
        missing = told.missing()
        yield _discrepancy(f"convoy|{convoy}", told.closed, -told.expected(), missing, told)
    extra = told.never_left()
    if extra:
        first = told.received[extra[0]]
        yield _discrepancy(f"convoy|{convoy}|extra", first, len(extra), extra, told)


def _discrepancy(
    identity: str, mark: Mark, amount: int, people: list[str], told: Manifest
) -> dict[str, object]:
    return {
        "id": identity,
        "kind": "convoy",
        "place": mark.place,
        "at": mark.at,
        "amount": amount,
        "people": as_json(people),
        "facts": as_json(
            {
                "code": told.opened.code if told.opened else "",
                "left": told.left(),
                "received": len(told.received) + told.unnamed_off,
                "unnamed": told.unnamed_missing(),
                "vehicles": _by_vehicle(people, told),
            }
        ),
    }


def _by_vehicle(people: list[str], told: Manifest) -> list[dict[str, object]]:
    """For every vehicle that somebody is missing from: who left on it, who came off, who is."""
    labels = {one.vehicle: one.label for one in told.opened.vehicles} if told.opened else {}
    left = Counter(map(told.vehicle_of, told.departed))
    off = Counter(told.vehicle_of(one) for one in told.received if one in told.departed)
    of_vehicle: dict[str, list[str]] = {}
    for person in people:
        of_vehicle.setdefault(told.vehicle_of(person), []).append(person)
    return [
        {
            "label": labels.get(vehicle, ""),
            "left": left[vehicle],
            "received": off[vehicle],
            "missing": those,
        }
        for vehicle, those in of_vehicle.items()
    ]


PROJECTIONS = (
    RoadRows(),
    RoadDisputes(),
    ConvoyTables(),
    DueTimes(),
    HazardRows(),
    SegmentRows(),
    SegmentDisputes(),
)
