"""Rows of headcounts: what was counted beside what the books say of that very moment.

A posting that arrives late, from another station, changes what the books say of the past; every
headcount of its place from that moment on is compared again.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import accumulate

from django.db.models import Model

from serai.core.clock import HOUR_MS
from serai.core.events import HeadcountTaken, PostingBody, kinds_of
from serai.core.ledger import split_account
from serai.journal import rows as table
from serai.journal import sql
from serai.journal.projection import Batch, Projection, Row, as_json
from serai.journal.recorded import Recorded
from serai.registry.models import Discrepancy, Headcount

_SLOT = "headcount|"
_BEFORE_HOUR = (
    "SELECT SUM(came - went + renamed) FROM registry_hourlyflow WHERE place = %s AND hour < %s"
)
_INTO = (
    "SELECT SUM(count) FROM registry_postingleg"
    " WHERE target_place = %s AND at >= %s AND at <= %s AND source_place <> target_place"
)
_OUT_OF = (
    "SELECT SUM(count) FROM registry_postingleg"
    " WHERE source_place = %s AND at >= %s AND at <= %s AND source_place <> target_place"
)


TotalAt = Callable[[str, int], int]
_Taken = tuple[str, int, int, str]  # event, moment, counted, by whom


class Totals:
    """The total of every place at every moment, from all events at once."""

    def __init__(self, events: Iterable[Recorded]) -> None:
        changes: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for event in events:
            for leg in event.body.posting():
                changes[split_account(leg.source)[0]].append((event.body.at, -leg.count))
                changes[split_account(leg.target)[0]].append((event.body.at, leg.count))
        self._moments: dict[str, list[int]] = {}
        self._totals: dict[str, list[int]] = {}
        for place, found in changes.items():
            found.sort()
            self._moments[place] = [at for at, _ in found]
            self._totals[place] = list(accumulate(change for _, change in found))

    def __call__(self, place: str, at_ms: int) -> int:
        """How many people the books have at a place at a moment."""
        reached = bisect_right(self._moments.get(place, []), at_ms)
        return self._totals[place][reached - 1] if reached else 0


class Headcounts(Projection):
    """Writes `Headcount`, and a `Discrepancy` for each that differs."""

    models: tuple[type[Model], ...] = (Headcount, Discrepancy)
    kinds = kinds_of(HeadcountTaken, PostingBody)

    def apply(self, batch: Batch) -> None:
        """Adds new headcounts and compares again the older ones that new postings reach."""
        taken: dict[str, list[_Taken]] = defaultdict(list)
        for event in batch.events:
            if isinstance(event.body, HeadcountTaken):
                body = event.body
                taken[body.place].append((event.id, body.at, body.counted, event.actor))
        reached = {} if batch.complete else _reached(batch)
        known = Totals(batch.events) if batch.complete else total_at
        for place, older in _later(reached):
            taken[place].append(older)
        for place, found in taken.items():
            _write(place, found, known)


def _reached(batch: Batch) -> dict[str, int]:
    """Every place a posting of the batch touches, and the earliest moment it does."""
    earliest: dict[str, int] = {}
    for event in batch.events:
        at = event.body.at
        for leg in event.body.posting():
            for place in {split_account(leg.source)[0], split_account(leg.target)[0]}:
                earliest[place] = min(at, earliest.get(place, at))
    return earliest


def _later(reached: dict[str, int]) -> list[tuple[str, _Taken]]:
    """The headcounts of places from the moments on that postings reach."""
    if not reached:
        return []
    places = sql.padded(list(reached))
    rows = sql.every(
        "SELECT place, id, at, counted, actor FROM registry_headcount"  # noqa: S608
        f" WHERE place IN ({sql.marks(len(places))}) AND at >= %s",
        [*places, min(reached.values())],
    )
    return [(place, (*one,)) for place, *one in rows if one[1] >= reached[place]]


def _write(place: str, taken: list[_Taken], known: TotalAt) -> None:
    subjects = [f"event:{event}" for event, *_ in taken]
    found = [_row(place, *one, known) for one in dict.fromkeys(taken)]
    slots = [_SLOT + subject for subject in subjects]
    table.renew(Headcount, subjects, ((row["subject"], row) for row in found))
    table.renew(Discrepancy, slots, ((row["subject"], row) for row in _differences(found)))


def _row(place: str, event: str, at_ms: int, counted: int, actor: str, known: TotalAt) -> Row:
    return {
        "id": event,
        "subject": f"event:{event}",
        "place": place,
        "at": at_ms,
        "counted": counted,
        "expected": known(place, at_ms),
        "actor": actor,
    }


def _differences(found: Iterable[Row]) -> Iterable[Row]:
    for row in found:
        if row["counted"] == row["expected"]:
            continue
        yield {
            "id": f"headcount:{row['id']}",
            "subject": _SLOT + row["subject"],
            "kind": "headcount",
            "place": row["place"],
            "at": row["at"],
            "amount": row["counted"] - row["expected"],
            "people": "[]",
            "facts": as_json({"counted": row["counted"], "expected": row["expected"]}),
        }


def total_at(place: str, at_ms: int) -> int:
    """How many people the books have at a place at a moment, that moment's postings included."""
    hour = at_ms // HOUR_MS
    start = hour * HOUR_MS
    total = _number(_BEFORE_HOUR, (place, hour))
    total += _number(_INTO, (place, start, at_ms))
    return total - _number(_OUT_OF, (place, start, at_ms))


def _number(statement: str, values: tuple[str | int, ...]) -> int:
    row = sql.one(statement, values)
    return int(row[0] or 0) if row else 0
