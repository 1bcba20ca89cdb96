"""How the gate's tables follow from the events."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from serai.core.events import (
    ExpectedColumnsSet,
    ExpectedListTaken,
    ExpectedPersonTicked,
    ExpectedRowsAdded,
    PostingReversed,
)
from serai.core.expected import NO_NAME, Expected, people_of
from serai.core.registers import Write, live, shown
from serai.journal.projection import Derived, Row, as_json
from serai.journal.recorded import Recorded
from serai.reception.models import ExpectedList, ExpectedPerson, ExpectedTick

ROWS_OF_A_LIST_MAX = 5_000
_LIST_KINDS = (ExpectedListTaken, ExpectedRowsAdded, ExpectedColumnsSet, PostingReversed)


class ExpectedLists(Derived):
    """One row a list."""

    model = ExpectedList
    prefix = "expected"
    reads = _LIST_KINDS

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The list, how it is read now, and how many rows have no name."""
        first = _first(events)
        if first is None:
            return
        alive = live(_readings(first, events))
        heads, columns = shown(alive)
        people = _people(first, events)
        yield {
            "id": identity,
            "title": first.body.title,  # type: ignore[attr-defined]
            "place": first.body.place,  # type: ignore[attr-defined]
            "taken_at": first.body.at,
            "actor": first.actor,
            "heads": heads,
            "columns": as_json(columns),
            "people": len(people),
            "unread": sum(any(said.sentence == NO_NAME for said in one.said) for one in people),
            "live": as_json([write.event for write in alive]),
        }


class ExpectedPeople(Derived):
    """One row a person on a list."""

    model = ExpectedPerson
    prefix = "expected"
    reads = _LIST_KINDS

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """Every row below the heads that holds anything."""
        first = _first(events)
        for one in _people(first, events) if first else ():
            names = one.names
            yield {
                "id": f"{identity}/{one.number}",
                "list": identity,
                "row": one.number,
                "cells": as_json(one.cells),
                "own": names.own,
                "father": names.father,
                "grandfather": names.grandfather,
                "family": names.family,
                "kunya": names.kunya,
                "mother": names.mother,
                "sex": one.sex,
                "age": as_json(one.age),
                "origin": one.origin,
                "household": one.household,
                "said": as_json(one.said),
            }


class ExpectedTicks(Derived):
    """One row a row of a list that was ticked."""

    model = ExpectedTick
    prefix = "expectedrow"
    reads = (ExpectedPersonTicked,)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """Came, as long as one live tick says so: a lost tick would lose a person."""
        writes = [
            Write(
                one.id,
                one.order,
                one.refs,
                (not one.body.taken_back, one.body.at, one.body.place, one.actor),
            )
            for one in events
            if isinstance(one.body, ExpectedPersonTicked)
        ]
        alive = live(writes)
        best = next((one for one in alive if one.value[0]), alive[-1])
        came, at, place, actor = best.value
        yield {
            "id": identity,
            "list": identity.rpartition("/")[0],
            "came": came,
            "at": at,
            "place": place,
            "actor": actor,
            "live": as_json([write.event for write in alive]),
        }


PROJECTIONS = (ExpectedLists(), ExpectedPeople(), ExpectedTicks())


def _first(events: Sequence[Recorded]) -> Recorded | None:
    """How the list came in; none once that was taken back."""
    undone = {one.body.event for one in events if isinstance(one.body, PostingReversed)}
    taken = (one for one in events if isinstance(one.body, ExpectedListTaken))
    return next((one for one in taken if one.id not in undone), None)


def _readings(first: Recorded, events: Sequence[Recorded]) -> list[Write[Any]]:
    taken: Any = first.body
    writes = [Write(first.id, first.order, (), (taken.heads, taken.columns))]
    for one in events:
        if isinstance(one.body, ExpectedColumnsSet):
            value = (one.body.heads, one.body.columns)
            writes.append(Write(one.id, one.order, one.refs, value))
    return writes


def _people(first: Recorded, events: Sequence[Recorded]) -> list[Expected]:
    heads, columns = shown(live(_readings(first, events)))
    taken: Any = first.body
    rows = list(taken.rows)
    more = {one.body.start: one.body.rows for one in events
            if isinstance(one.body, ExpectedRowsAdded)}  # fmt: skip
    for start in sorted(more):
        if start == len(rows):  # rows whose forerunners have not arrived yet wait for them
            rows += more[start]
    noted_on = datetime.fromtimestamp(taken.at / 1000, UTC).date()
    return people_of(rows[:ROWS_OF_A_LIST_MAX], max(0, heads), columns, noted_on)
