"""Proposes how claims of several reports may belong together; only people say that they do.

same: the same numbers of the same thing on days that meet, or a number and its round one. range:
other numbers of the same thing on the same days. series: a source's running figure of one place
over days, or a toll that rises from report to report.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal

import msgspec

from serai.core.reports.crowds import crowds_of
from serai.core.reports.groups import FEWEST, FLOWS, LOSSES, NEAR, STOCKS
from serai.core.reports.place_keys import known, marks_of
from serai.core.reports.reading import CONTEXT_KINDS

Proposed = Literal["same", "range", "series"]
SERIES_MIN = 3  # two figures of one source make no line
PROPOSALS_MAX = 200
RATIO_MAX = 5.0  # between two numbers of one thing
ROUND_SHARE = 0.1  # of a number that its round one may be off
OUT = frozenset(("fled", "departed", "displaced", "moved"))
IN = frozenset(("arrived", "returned", "moved"))
SORTS = {
    **dict.fromkeys(STOCKS, "stock"),
    **dict.fromkeys(FLOWS, "flow"),
    **dict.fromkeys(LOSSES, "loss"),
}
WAYS = (OUT, IN, STOCKS, LOSSES)  # kinds that tell one event from its two ends or two names
NOUNS_KEPT = 5_000
RUNNING = ("occupancy", "died", "killed", "registered")


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


class _Weighed(msgspec.Struct, frozen=True):
    """A claim with what is asked of it again and again."""

    told: Told
    number: float
    first: int  # days, as ordinals
    last: int
    place: frozenset[str]
    known: frozenset[str]  # the places of the gazetteer where it holds or came from
    step: float  # to which its number may be rounded; 0 for one that is not round


class Proposal(msgspec.Struct, frozen=True):
    """Claims that may belong together, and how; `claims` in the order of their days."""

    relation: Proposed
    claims: tuple[str, ...]


def proposals(told: Sequence[Told], compared: Iterable[frozenset[str]] = ()) -> list[Proposal]:
    """What may be asked of people: sure things first; pairs they compared before are left out."""
    before = [frozenset(one) for one in compared]
    found: dict[tuple[str, frozenset[str]], Proposal] = {}
    for bucket in _buckets(told):
        new = _joined("same", bucket, _same, before)
        new += _joined("range", bucket, _apart, before)
        new += _series(bucket, before)
        found |= {(one.relation, frozenset(one.claims)): one for one in new}
    order = {"same": 0, "range": 1, "series": 2}
    return sorted(_widest(found), key=lambda one: (order[one.relation], one.claims))[:PROPOSALS_MAX]


def _widest(found: Mapping[tuple[str, frozenset[str]], Proposal]) -> Iterator[Proposal]:
    """Without what a larger set says already: two places of one move bring the same pair twice."""
    holding: dict[tuple[str, str], list[frozenset[str]]] = defaultdict(list)
    for relation, claims in found:
        for claim in claims:
            holding[relation, claim].append(claims)
    for (relation, claims), one in found.items():
        if not any(claims < other for other in holding[relation, one.claims[0]]):
            yield one


def _buckets(told: Sequence[Told]) -> Iterator[list[_Weighed]]:
    """Claims of the same thing at the same place, in the order of their days."""
    buckets: dict[tuple[str, str, str, str], list[_Weighed]] = defaultdict(list)
    for one in told:
        most = max((n for n in (one.low, one.high) if n is not None), default=0)
        if one.kind in CONTEXT_KINDS or not one.last_on or most < FEWEST:
            continue
        marks = marks_of(one.place_key) | marks_of(one.from_key)
        weighed = _weighed(one, known(marks))
        for mark in sorted(marks):
            buckets[SORTS.get(one.kind, one.kind), one.unit, _crowd(one), mark].append(weighed)
    for _, bucket in sorted(buckets.items()):
        if len(bucket) > 1:
            yield sorted(bucket, key=lambda one: (one.last, one.told.report, one.told.claim))


def _weighed(one: Told, places: frozenset[str]) -> _Weighed:
    last = date.fromisoformat(one.last_on).toordinal()
    first = date.fromisoformat(one.first_on).toordinal() if one.first_on else last
    number = next(n for n in (one.low, one.high) if n is not None)
    digits = f"{number:.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    place = marks_of(one.place_key or one.from_key)
    return _Weighed(one, number, first, last, place, places, 10.0**zeros if zeros else 0.0)


def _crowd(one: Told) -> str:
    """The part of the people counted; civilians are what other reports call people."""
    return " ".join(sorted(crowds_of(one.what) - {"civilians"}))


def _same(one: _Weighed, other: _Weighed) -> bool:
    """The same number, or a number and its round one, on days that meet."""
    if one.first > other.last + NEAR.days or other.first > one.last + NEAR.days:
        return False
    if one.known and other.known and not one.known & other.known:
        return False
    if one.number == other.number:
        return True
    return one.told.report != other.told.report and (_rounds(one, other) or _rounds(other, one))


def _rounds(one: _Weighed, other: _Weighed) -> bool:
    """Whether a claim is another one said roundly; "more than" lies below what it rounds."""
    gap = other.number - one.number
    if not one.step:
        return False
    if one.told.high is None:
        return 0 <= gap < one.step and gap <= 2 * ROUND_SHARE * other.number
    return abs(gap) <= min(one.step / 2, ROUND_SHARE * other.number)


def _apart(one: _Weighed, other: _Weighed) -> bool:
    """Other numbers for the same days, from another report; a sum and a day of it are no range."""
    if abs(one.last - other.last) > 1 or one.told.report == other.told.report:
        return False
    if abs((one.last - one.first) - (other.last - other.first)) > 1:
        return False
    if not 1 < max(one.number, other.number) / min(one.number, other.number) <= RATIO_MAX:
        return False
    kinds = {one.told.kind, other.told.kind}
    if len(kinds) > 1 and not any(kinds <= way for way in WAYS):
        return False
    alike = _nation(one.told.what) == _nation(other.told.what)
    shared = (
        known(one.place) & known(other.place)
        if one.known and other.known
        else one.place & other.place
    )
    return alike and bool(shared) and not _same(one, other)


@lru_cache(maxsize=NOUNS_KEPT)
def _nation(what: str) -> frozenset[str]:
    """The words of a description that begin with a capital: Iraqis are part of the people."""
    return frozenset(word.rstrip("s") for word in what.split() if word[:1].isupper())


def _joined(
    relation: Proposed,
    bucket: list[_Weighed],
    test: Callable[[_Weighed, _Weighed], bool],
    compared: list[frozenset[str]],
) -> list[Proposal]:
    """Sets in which everybody belongs to the first by the test."""
    left = list(bucket)
    found = []
    while left:
        first, *others = left
        joined: list[_Weighed] = []
        left = []
        for at, one in enumerate(others):
            if relation == "range" and one.last - first.last > 1:
                left += others[at:]  # they are in the order of their days
                break
            belongs = test(first, one) and not _compared(first.told, one.told, compared)
            (joined if belongs else left).append(one)
        if joined:
            claims = (first.told.claim, *(one.told.claim for one in joined))
            found.append(Proposal(relation, claims))
    return found


def _series(bucket: list[_Weighed], compared: list[frozenset[str]]) -> list[Proposal]:
    by_source: dict[str, list[Told]] = defaultdict(list)
    for one in bucket:
        if one.told.kind in RUNNING:
            by_source[f"{one.told.source.casefold()}|{one.told.what.casefold()}"].append(one.told)
    if tolls := _rising([one for one in bucket if one.told.kind in LOSSES]):
        by_source[""] = tolls
    found = []
    for _, told in sorted(by_source.items()):
        days = {one.last_on for one in told}
        if len(days) < SERIES_MIN or all(_compared(told[0], one, compared) for one in told[1:]):
            continue
        found.append(Proposal("series", tuple(one.claim for one in told)))
    return found


def _rising(tolls: list[_Weighed]) -> list[Told]:
    """A toll that rises from report to report, whoever tells it."""
    numbers = [one.number for one in tolls]
    rises = numbers == sorted(set(numbers)) and len({one.told.source for one in tolls}) > 1
    return [one.told for one in tolls] if rises else []


def _compared(one: Told, other: Told, compared: list[frozenset[str]]) -> bool:
    return any(one.claim in group and other.claim in group for group in compared)
