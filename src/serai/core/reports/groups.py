"""Proposes which claims are one figure told twice; people merge, the grammar only proposes.

Two claims are proposed as one only with the same numbers, unit and sort of event, at places that
do not contradict, on days that meet. Rounded neighbours are never joined.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta

import msgspec

from serai.core.gazetteer import find
from serai.core.reports.crowds import are_apart
from serai.core.reports.occasions import met_in_company
from serai.core.reports.place_keys import meet
from serai.core.reports.reading import CONTEXT_KINDS, Claim, Reading

FLOWS = frozenset(["fled", "arrived", "displaced", "moved", "departed", "returned"])
STOCKS = frozenset(["occupancy", "registered", "remaining"])
LOSSES = frozenset(["killed", "died"])
SORTS = (FLOWS, STOCKS, LOSSES)
ALIKE = 2  # words that two descriptions of one crowd must share
FEWEST = 10  # two claims of three people each are seldom one figure
DIGITS = 4  # of a number that tells by itself
NEAR = timedelta(days=2)


def grouped(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of one report with group labels where two or more are one figure."""
    return tuple(_labelled(claims, lambda one, other: same_in_report(claims[one], claims[other])))


def grouped_across(readings: Sequence[Reading]) -> list[Reading]:
    """The readings of many reports with groups that run through them."""
    every = [claim for reading in readings for claim in reading.claims]
    reports = [at for at, reading in enumerate(readings) for _ in reading.claims]
    met = met_in_company(every, reports, _same_across, _perhaps)

    def test(one: int, other: int) -> bool:
        ask = same_in_report if reports[one] == reports[other] else _same_across
        return (one, other) in met or ask(every[one], every[other])

    labelled = iter(_labelled(every, test))
    return [
        msgspec.structs.replace(reading, claims=tuple(next(labelled) for _ in reading.claims))
        for reading in readings
    ]


def same(one: Claim, other: Claim) -> bool:
    """Whether two claims may be proposed as one figure."""
    return same_in_report(one, other) if one.doc == other.doc else _same_across(one, other)


def _same_across(one: Claim, other: Claim) -> bool:
    if not _alike(one, other):
        return False
    if _same_people(one, other):
        return True
    places = _places_meet(one, other, strict=True)
    return places and _days_meet(one, other, strict=not _is_telling(one))


def _perhaps(one: Claim, other: Claim) -> bool:
    """Whether two claims of two reports may be one figure as far as no place tells them apart."""
    return _alike(one, other) and _days_meet(one, other, strict=True)


def _is_telling(claim: Claim) -> bool:
    """Whether a number is so particular that hardly two figures share it: 28,417, not 28,000."""
    number = claim.high if claim.low is None else claim.low
    return number is not None and len(f"{number:.0f}".rstrip("0")) >= DIGITS


def _same_people(one: Claim, other: Claim) -> bool:
    """Two tellings of "400 ISIS fighters and families" with no day or town against each other."""
    if not {one.kind, other.kind} <= FLOWS or (one.date_to and other.date_to):
        return False
    if len(_words(one.what) & _words(other.what)) < ALIKE:
        return False
    mine, theirs = (_towns(claim) for claim in (one, other))
    return not mine or not theirs or bool(mine & theirs)


def _towns(claim: Claim) -> set[str]:
    found = (find(name) for name in (claim.place, claim.place_from) if name)
    return {place.id for place in found if place and not place.is_wide}


def _words(what: str | None) -> set[str]:
    found = re.findall(r"[a-z]{3,}", (what or "").casefold())
    return {word.rstrip("s").removesuffix("ie") for word in found} - {
        "and",
        "the",
        "their",
        "people",
        "of",
    }


def same_in_report(one: Claim, other: Claim) -> bool:
    """Within a report, days and places are often said only once."""
    if not _alike(one, other) or not _days_meet(one, other, False):
        return False
    return _places_meet(one, other, False) or _same_people(one, other)


def _alike(one: Claim, other: Claim) -> bool:
    if (
        one.kind in CONTEXT_KINDS
        or one.kind == "share"
        or one.unit != other.unit
        or "vague" in (one.hedge, other.hedge)
    ):
        return False
    numbers = {n for n in (one.low, one.high) if n is not None}
    if numbers != {other.low, other.high} - {None} or max(numbers, default=0) < FEWEST:
        return False
    kinds = {one.kind, other.kind}
    if len(kinds) > 1 and not any(kinds <= sort for sort in SORTS):
        return False
    return not are_apart(one.what, other.what)


def _places_meet(one: Claim, other: Claim, strict: bool) -> bool:
    mine, theirs = _places(one), _places(other)
    if not mine or not theirs:
        return not strict
    if any(meet(name, another) for name in mine for another in theirs):
        return True
    return not strict and _unsaid(one, other)


def _unsaid(one: Claim, other: Claim) -> bool:
    return any("place:carried" in claim.rules for claim in (one, other))


def _places(claim: Claim) -> list[str]:
    return [name for name in (claim.place, claim.place_from) if name]


def _days_meet(one: Claim, other: Claim, strict: bool) -> bool:
    if one.date_to is None or other.date_to is None:
        return not strict
    first, second = one.date_from or one.date_to, other.date_from or other.date_to
    return first <= other.date_to + NEAR and second <= one.date_to + NEAR


def _labelled(claims: Sequence[Claim], test: Callable[[int, int], bool]) -> list[Claim]:
    labels: list[int | None] = [None] * len(claims)
    groups = 0
    for index in range(len(claims)):
        for earlier in range(index):
            if test(earlier, index):
                if labels[earlier] is None:
                    groups += 1
                    labels[earlier] = groups
                labels[index] = labels[earlier]
                break
    return [
        claim if label is None else msgspec.structs.replace(claim, group=f"g{label}")
        for claim, label in zip(claims, labels, strict=True)
    ]


def pairs(labels: Iterable[tuple[str, str | None]]) -> set[tuple[str, str]]:
    """All pairs of ids that share a label."""
    by_label: dict[str, list[str]] = {}
    for identity, label in labels:
        if label:
            by_label.setdefault(label, []).append(identity)
    return {
        (one, other)
        for members in by_label.values()
        for one in members
        for other in members
        if one < other
    }
