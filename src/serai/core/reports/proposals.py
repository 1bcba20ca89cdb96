"""Proposes how claims of several reports may belong together; only people say that they do.

same: the same numbers of the same thing on days that meet. range: other numbers of the same
thing on the same days. series: one source's running figure of one place over days.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from serai.core.reports.beside import part_of
from serai.core.reports.groups import FEWEST, FLOWS, NEAR, STOCKS
from serai.core.reports.reading import CONTEXT_KINDS

Proposed = Literal["same", "range", "series"]
SERIES_MIN = 3  # two figures of one source make no line
PROPOSALS_MAX = 200


class Told(msgspec.Struct, frozen=True):
    """A claim as far as it can be told from or put together with others."""

    claim: str
    report: str
    kind: str
    unit: str
    low: float | None
    high: float | None
    what: str
    place_key: str
    from_key: str
    first_on: str
    last_on: str
    source: str


class Proposal(msgspec.Struct, frozen=True):
    """Claims that may belong together, and how; `claims` in the order of their days."""

    relation: Proposed
    claims: tuple[str, ...]


def proposals(told: Sequence[Told], compared: Iterable[frozenset[str]] = ()) -> list[Proposal]:
    """What may be asked of people: sure things first; pairs they compared before are left out."""
    known = [frozenset(one) for one in compared]
    found: list[Proposal] = []
    for bucket in _buckets(told):
        found += _joined("same", bucket, _same, known)
        found += _joined("range", bucket, _apart, known)
        found += _series(bucket, known)
    order = {"same": 0, "range": 1, "series": 2}
    return sorted(found, key=lambda one: (order[one.relation], one.claims))[:PROPOSALS_MAX]


def _buckets(told: Sequence[Told]) -> Iterator[list[Told]]:
    """Claims of the same thing at the same place, in the order of their days."""
    buckets: dict[tuple[str, str, str, str], list[Told]] = defaultdict(list)
    for one in told:
        where = one.place_key or one.from_key
        most = max((n for n in (one.low, one.high) if n is not None), default=0)
        if one.kind in CONTEXT_KINDS or not where or not one.last_on or most < FEWEST:
            continue
        buckets[_sort(one.kind), one.unit, part_of(one.what), where].append(one)
    for _, bucket in sorted(buckets.items()):
        if len(bucket) > 1:
            yield sorted(bucket, key=lambda one: (one.last_on, one.report, one.claim))


def _sort(kind: str) -> str:
    return "flow" if kind in FLOWS else "stock" if kind in STOCKS else kind


def _same(one: Told, other: Told) -> bool:
    return (one.low, one.high) == (other.low, other.high)


def _apart(one: Told, other: Told) -> bool:
    """Other numbers for the same days, from another report."""
    return one.report != other.report and one.kind == other.kind and not _same(one, other)


def _joined(
    relation: Proposed,
    bucket: list[Told],
    test: Callable[[Told, Told], bool],
    known: list[frozenset[str]],
) -> list[Proposal]:
    """Sets in which everybody belongs to the first by the test, on days that meet."""
    left = list(bucket)
    found = []
    while left:
        first = left.pop(0)
        joined = [one for one in left if test(first, one) and _alike_days(relation, first, one)]
        joined = [one for one in joined if not _known(first, one, known)]
        if joined:
            left = [one for one in left if one not in joined]
            found.append(Proposal(relation, (first.claim, *(one.claim for one in joined))))
    return found


def _alike_days(relation: Proposed, one: Told, other: Told) -> bool:
    near = NEAR if relation == "same" else timedelta(days=1)
    first, last = _days(one)
    other_first, other_last = _days(other)
    if relation == "range" and abs((last - other_last).days) > near.days:
        return False  # a sum since December and a day in March are no range
    if relation == "range" and abs((last - first).days - (other_last - other_first).days) > 1:
        return False
    return first <= other_last + near and other_first <= last + near


def _series(bucket: list[Told], known: list[frozenset[str]]) -> list[Proposal]:
    by_source: dict[str, list[Told]] = defaultdict(list)
    for one in bucket:
        if one.kind in ("occupancy", "died", "registered"):
            by_source[one.source.casefold()].append(one)
    found = []
    for _, told in sorted(by_source.items()):
        days = {one.last_on for one in told}
        if len(days) < SERIES_MIN or all(_known(told[0], one, known) for one in told[1:]):
            continue
        found.append(Proposal("series", tuple(one.claim for one in told)))
    return found


def _known(one: Told, other: Told, known: list[frozenset[str]]) -> bool:
    return any(one.claim in group and other.claim in group for group in known)


def _days(one: Told) -> tuple[date, date]:
    last = date.fromisoformat(one.last_on)
    return (date.fromisoformat(one.first_on) if one.first_on else last), last
