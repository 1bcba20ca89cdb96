"""Rows of persons: every field as a register, where the books have them, when they were seen."""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Any

import msgspec

from serai.core.events import (
    Body,
    DeathRecorded,
    HouseholdRegistered,
    MemberAdded,
    MemberMoved,
    PersonCorrected,
    PostingBody,
    PostingReversed,
)
from serai.core.people import Age, Names
from serai.core.people import Person as Told
from serai.core.registers import Write, disputed, live, shown
from serai.journal.projection import Batch, Derived, Row, as_json
from serai.journal.recorded import Recorded
from serai.registry.models import Discrepancy, Person
from serai.registry.projections.sightings import SIGHTINGS, last_seen, note
from serai.registry.told import number_of

PERSON_KINDS: tuple[type[Body], ...] = (
    HouseholdRegistered, MemberAdded, PersonCorrected, MemberMoved, PostingReversed,
)  # fmt: skip
_CORRECTABLE = (
    "names", "other_names", "sex", "age", "nationality", "papers", "needs", "origin", "alone",
)  # fmt: skip
_NAMES = frozenset({"names", "other_names"})
FORMER_MAX = 6  # spellings that are kept beside those that are shown
_STARTS = frozenset({HouseholdRegistered, MemberAdded})
_WRITES = _STARTS | {PersonCorrected, MemberMoved}
_NOTHING: frozenset[str] = frozenset()


class Fields(msgspec.Struct):
    """A person's shown values, the ids of the events they stand on, and what is disputed."""

    told: Told | None
    household: str = ""
    token: str = ""
    registered_at: int = 0
    written_by: dict[str, list[str]] = {}
    disputed: dict[str, list[Any]] = {}
    former: list[Names] = []  # written once or by another station, and not shown; newest first


class PersonRows(Derived):
    """One row a person."""

    model = Person
    prefix = "person"
    reads = (*PERSON_KINDS, PostingBody, DeathRecorded, *SIGHTINGS)

    @cached_property
    def renewing(self) -> frozenset[type[Body]]:
        """Mere sightings leave the rest of the row as it is."""
        return self.kinds - frozenset(SIGHTINGS)

    def apply(self, batch: Batch) -> None:
        """Makes rows anew, or raises the last sighting in them."""
        super().apply(batch)
        if not batch.complete:
            note(batch.events)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The person's row; none while only their movements are known."""
        fields = fields_of(identity, events)
        if fields.told is None:
            return
        place, since = standing(identity, events)
        seen_at, seen_place = last_seen(events)
        yield {
            **_told(fields.told),
            "former_names": as_json(fields.former) if fields.former else "",
            "id": identity,
            "number": number_of(identity),
            "household": fields.household,
            "alive": not _died(identity, events, _undone(events)),
            "token": fields.token,
            "place": place,
            "place_since": since,
            "seen_place": seen_place,
            "seen_at": seen_at,
            "registered_at": fields.registered_at,
            "disputed": as_json(fields.disputed) if fields.disputed else "",
            "written_by": as_json(fields.written_by) if fields.written_by else "",
        }


class ElsewhereRows(Derived):
    """A person whom a posting took from a place where the books did not have them."""

    model = Discrepancy
    prefix = "person"
    slot = "elsewhere"
    reads = (PostingBody,)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The latest such posting, with both places."""
        if len(events) < 2:
            return
        place = ""
        wrong: Row | None = None
        for event in _in_time(events):
            source, target = event.moves.get(identity, ("", ""))
            if not source and not target:
                continue
            if place and source != place and not isinstance(event.body, PostingReversed):
                wrong = _elsewhere(identity, event, place, source)
            place = "" if target in ("", "outside") else target
        if wrong:
            yield wrong


def fields_of(identity: str, events: Sequence[Recorded]) -> Fields:
    """The shown value of every field of a person, from all events about them."""
    undone = _undone(events)
    start: Recorded | None = None
    later: list[Recorded] = []
    for event in events:
        kind = type(event.body)
        if kind not in _WRITES or event.id in undone:
            continue
        if start is None and kind in _STARTS:
            start = event
        elif kind not in _STARTS:
            later.append(event)
    if start is None:
        return Fields(None)
    told = _told_at_first(identity, start.body)
    fields = Fields(
        told,
        household=start.body.household,  # type: ignore[attr-defined]
        token=getattr(start.body, "token", ""),
        registered_at=start.body.at,
    )
    return _corrected(fields, start, later) if told and later else fields


def standing(identity: str, events: Sequence[Recorded]) -> tuple[str, int]:
    """Where the books have a person, and since when (milliseconds)."""
    place, since = "", 0
    for event in events:  # in order, so of two at one moment the later one counts
        move = event.moves.get(identity)
        if move is not None and event.body.at >= since:
            place, since = move[1], event.body.at
    return place, since


def _corrected(fields: Fields, start: Recorded, later: list[Recorded]) -> Fields:
    told = fields.told
    assert told is not None
    changes: dict[str, Any] = {}
    written: list[Names | None] = []
    for name in _CORRECTABLE:
        writes = [Write(start.id, start.order, (), getattr(told, name))]
        for event in later:
            value = getattr(event.body, name, None)
            if value is not None and isinstance(event.body, PersonCorrected):
                writes.append(Write(event.id, event.order, event.refs, value))
        if len(writes) > 1:
            changes[name] = _settle(fields, name, live(writes))
            written += [write.value for write in writes] if name in _NAMES else []
    homes = [Write(start.id, start.order, (), (fields.household, told.relation))]
    for event in later:
        if isinstance(event.body, MemberMoved):
            home = (event.body.target, event.body.relation)
            homes.append(Write(event.id, event.order, event.refs, home))
    if len(homes) > 1:
        fields.household, changes["relation"] = _settle(fields, "household", live(homes))
    fields.told = msgspec.structs.replace(told, **changes)
    shown_now = (None, Names(), fields.told.names, fields.told.other_names)
    former = dict.fromkeys(one for one in reversed(written) if one not in shown_now)
    fields.former = [one for one in former if one][:FORMER_MAX]
    return fields


def _settle(fields: Fields, name: str, alive: list[Write[Any]]) -> Any:
    fields.written_by = {**fields.written_by, name: [write.event for write in alive]}
    if disputed(alive):
        fields.disputed = {**fields.disputed, name: [write.value for write in alive]}
    return shown(alive)


def _told_at_first(identity: str, body: Body) -> Told | None:
    if isinstance(body, MemberAdded):
        return body.member if body.member.person == identity else None
    if isinstance(body, HouseholdRegistered):
        for one in body.members:
            if one.person == identity:
                return one
    return None


def _told(told: Told) -> dict[str, Any]:
    age, born_from, born_to = _aged(told.age)
    names = told.names
    return {
        "own": names.own,
        "father": names.father,
        "grandfather": names.grandfather,
        "family": names.family,
        "kunya": names.kunya,
        "mother": names.mother,
        "other_names": as_json(told.other_names) if told.other_names else "",
        "sex": told.sex,
        "age": age,
        "born_from": born_from,
        "born_to": born_to,
        "relation": told.relation,
        "nationality": told.nationality[0][:3] if told.nationality else "",
        "nationalities": " ".join(told.nationality),
        "papers": told.papers,
        "needs": " ".join(told.needs),
        "origin": told.origin,
        "alone": told.alone,
    }


@lru_cache(maxsize=20_000)
def _aged(age: Age) -> tuple[str, str, str]:
    """An age as JSON, and the first and last possible day of birth; many share them."""
    try:
        between = age.born_between()
    except (ValueError, OverflowError):
        between = None  # a date that is none, from a station that did not check it
    first, last = (between[0].isoformat(), between[1].isoformat()) if between else ("", "")
    return as_json(age), first, last


def _undone(events: Sequence[Recorded]) -> set[str] | frozenset[str]:
    """The ids of the events that others took back; hardly any, so nothing is made for none."""
    for event in events:
        if type(event.body) is PostingReversed:
            return {e.body.event for e in events if isinstance(e.body, PostingReversed)}
    return _NOTHING


def _died(identity: str, events: Sequence[Recorded], undone: set[str] | frozenset[str]) -> bool:
    for event in events:
        body = event.body
        if type(body) is DeathRecorded and body.person == identity and event.id not in undone:
            return True
    return False


def _in_time(events: Sequence[Recorded]) -> list[Recorded]:
    return sorted(events, key=lambda event: (event.body.at, event.order))


def _elsewhere(identity: str, event: Recorded, place: str, source: str) -> Row:
    return {
        "id": f"elsewhere:{identity}",
        "kind": "elsewhere",
        "place": place,
        "at": event.body.at,
        "amount": 1,
        "people": as_json([identity]),
        "facts": as_json({"books": place, "taken_from": source, "event": event.id}),
    }
