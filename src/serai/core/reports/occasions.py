"""Finds figures that meet because their reports tell of one event, though a place is only guessed.

A figure whose sentence names no place takes one from the report's head or the sentence before. Such
a place contradicts nothing, if two reports share other figures too.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from serai.core.gazetteer import find
from serai.core.reports.reading import Claim

Pair = tuple[int, int]
GUESSED = frozenset(("place:carried", "place:home", "place:speaker", "place:meant"))
TOGETHER = 2  # figures that two reports share by chance no more


def met_in_company(
    claims: Sequence[Claim],
    reports: Sequence[int],
    sure: Callable[[Claim, Claim], bool],
    perhaps: Callable[[Claim, Claim], bool],
) -> set[Pair]:
    """Pairs that may be one figure, of reports that share a sure one or two such figures."""
    sharing: set[Pair] = set()
    loose: dict[Pair, list[Pair]] = defaultdict(list)
    for one, other in _of_one_number(claims):
        between = (reports[one], reports[other])
        if between[0] == between[1]:
            continue
        if sure(claims[one], claims[other]):
            sharing.add(between)
        elif perhaps(claims[one], claims[other]) and may_be_one_place(claims[one], claims[other]):
            loose[between].append((one, other))
    return {
        pair
        for between, pairs in loose.items()
        if between in sharing or len({_number(claims[one]) for one, _ in pairs}) >= TOGETHER
        for pair in pairs
    }


def may_be_one_place(one: Claim, other: Claim) -> bool:
    """Whether the places of two figures leave it open that they are one.

    A guessed place leaves everything open within its country, as a name does that nobody knows.
    """
    mine, theirs = (find(claim.place) if claim.place else None for claim in (one, other))
    if mine and theirs:
        guessed = any(GUESSED & set(claim.rules) for claim in (one, other))
        return guessed and mine.country == theirs.country and not mine.is_camp | theirs.is_camp
    return not mine or not theirs or mine.country == theirs.country


def _of_one_number(claims: Sequence[Claim]) -> Iterator[Pair]:
    """All pairs of claims with the same numbers, in their order."""
    alike: dict[frozenset[float | None], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        alike[_number(claim)].append(index)
    for members in alike.values():
        yield from combinations(members, 2)


def _number(claim: Claim) -> frozenset[float | None]:
    return frozenset((claim.low, claim.high)) - {None}
