"""From scored candidates to the pairs that are worth a person's time.

The full comparison looks at every survivor; two members of one household who both match members of
another lift each other; and a pair stays only where each is the other's best by a margin.
"""

import multiprocessing
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
import numpy as np

from serai.core.matching import weights
from serai.core.matching.scoring import Scorer
from serai.core.matching.told import Told
from serai.linkage.coarse import SAME_HOME, Pairs, same_home
from serai.linkage.registry import NONE, WORKERS, People

MARGIN_BITS = 1.0
HOUSEHOLD_LIFT_BITS = 4.0
MEMBER_FITS_FROM = -2.0  # bits from which a second member speaks for the household
LEAST_BITS = 2.0
CHUNK = 5_000

Each = Callable[..., Iterable[Any]]
_scorers: list[tuple[People, Scorer]] = []
_people: list[People] = []  # what a forked worker looks at; never written by it


class Choice(msgspec.Struct, frozen=True):
    """One pair for people to look at."""

    first: int
    second: int
    bits: float


@contextmanager
def comparing(people: People) -> Iterator[Each]:
    """Workers that compare in full; forked before any engine starts threads of its own."""
    _people[:] = [people]
    if len(people) < CHUNK:
        yield map
        return
    with multiprocessing.get_context("fork").Pool(WORKERS) as pool:
        yield pool.imap


def compared(people: People, pairs: Pairs, each: Each, tell: Callable[[int, int], None]) -> Pairs:
    """The same pairs with the bits of the full comparison; tells how far it is."""
    work = [
        (pairs.first[at : at + CHUNK].tolist(), pairs.second[at : at + CHUNK].tolist())
        for at in range(0, len(pairs), CHUNK)
    ]
    bits = np.zeros(len(pairs), np.float32)
    for done, part in enumerate(each(_compare, work)):
        bits[done * CHUNK : done * CHUNK + len(part)] = part
        tell(done + 1, len(work))
    bits += same_home(people, pairs.first, pairs.second) * np.float32(SAME_HOME)
    return Pairs(pairs.first, pairs.second, bits)


def lifted(people: People, pairs: Pairs) -> Pairs:
    """Two members of one household that fit two of another lift both pairs."""
    mine, theirs = people.home[pairs.first], people.home[pairs.second]
    beside: dict[tuple[int, int], list[int]] = defaultdict(list)
    fits = (mine != NONE) & (theirs != NONE) & (mine != theirs) & (pairs.bits >= MEMBER_FITS_FROM)
    for at in np.flatnonzero(fits):
        beside[int(mine[at]), int(theirs[at])].append(int(at))
    bits = pairs.bits.copy()
    for found in beside.values():
        if _several(pairs, found):
            bits[found] += HOUSEHOLD_LIFT_BITS
    return Pairs(pairs.first, pairs.second, bits)


def chosen(pairs: Pairs, least: float = LEAST_BITS) -> list[Choice]:
    """Pairs of at least so many bits, each of whom is the other's best by a margin."""
    best: dict[int, list[float]] = defaultdict(lambda: [-99.0, -99.0])
    for one, other, bits in _rows(pairs):
        for person in (one, other):
            top = best[person]
            if bits > top[0]:
                top[1], top[0] = top[0], bits
            elif bits > top[1]:
                top[1] = bits
    found = [
        Choice(one, other, bits)
        for one, other, bits in _rows(pairs)
        if bits >= least
        and all(bits == best[who][0] and bits - best[who][1] >= MARGIN_BITS for who in (one, other))
    ]
    return sorted(found, key=lambda choice: (-choice.bits, choice.first, choice.second))


def band(bits: float) -> str:
    """The band of a pair: very likely, possible, weak."""
    if bits >= weights.VERY_LIKELY:
        return "very likely"
    return "possible" if bits >= weights.POSSIBLE else "weak"


def _compare(work: tuple[Sequence[int], Sequence[int]]) -> list[float]:
    people = _people[0]
    scorer = _scorer_of(people)
    told: dict[int, Told] = {}
    found = []
    for one, other in zip(*work, strict=True):
        for number in (one, other):
            if number not in told:
                told[number] = people.told(number)
        found.append(scorer.fit(told[one], told[other]).bits)
    return found


def _scorer_of(people: People) -> Scorer:
    """The worker's own scorer: what it found out about two words serves for the next chunk."""
    if not _scorers or _scorers[0][0] is not people:
        _scorers[:] = [(people, Scorer(people.share, len(people)))]
    return _scorers[0][1]


def _several(pairs: Pairs, found: Sequence[int]) -> bool:
    """Whether two different people of each household are among these pairs."""
    firsts = {int(pairs.first[at]) for at in found}
    seconds = {int(pairs.second[at]) for at in found}
    return len(firsts) > 1 and len(seconds) > 1


def _rows(pairs: Pairs) -> "zip[tuple[int, int, float]]":
    return zip(pairs.first.tolist(), pairs.second.tolist(), pairs.bits.tolist(), strict=True)
