"""From compared pairs to those that are worth a person's time.

Two members of one household who both match members of another lift each other; where two
registries hold mostly the same people, whoever is the other's best is so the more surely; and a
pair stays only where each is the other's best by a margin.
"""

from collections import defaultdict
from collections.abc import Sequence
from math import log2

import msgspec
import numpy as np

from serai.core.matching import weights
from serai.linkage.coarse import Pairs
from serai.linkage.registry import NONE, Bits, Numbers, People

MARGIN_BITS = 1.0
HOUSEHOLD_LIFT_BITS = 4.0
MEMBER_FITS_FROM = -2.0  # bits from which a second member speaks for the household
LEAST_BITS = 2.0
NOBODY_BITS = -99.0
Mask = np.ndarray[tuple[int], np.dtype[np.bool_]]
SURE_BITS = 6.0  # of a pair that counts where it is asked how many two registries share
MISSING_LEAST = 1 / 8  # of a registry's people in the other: few are ever known to be all there
EXPECTED_MOST = -2 * log2(MISSING_LEAST)  # bits of two who are hardly missing anywhere
DOUBTED = 8  # people more than there are, so that little files prove little


class Choice(msgspec.Struct, frozen=True):
    """One pair for people to look at."""

    first: int
    second: int
    bits: float


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


def expected(people: People, pairs: Pairs) -> Pairs:
    """Where two registries hold mostly the same people, every pair says more.

    If two who are each other's best were two people all the same, both of them would be missing
    from the other registry; the fewer are missing, the less likely that is.
    """
    sizes = people.left, len(people) - people.left
    if not all(sizes):
        return pairs
    sure = chosen(pairs, SURE_BITS)
    missing = [max(MISSING_LEAST, 1 - len(sure) / (size + DOUBTED)) for size in sizes]
    lift = np.float32(-sum(map(log2, missing)))
    return Pairs(pairs.first, pairs.second, pairs.bits + lift).where(_open(people, pairs, sure))


def chosen(pairs: Pairs, least: float = LEAST_BITS) -> list[Choice]:
    """Pairs of at least so many bits, each of whom is the other's best by a margin."""
    best, next_best = _best_of_each(pairs)
    kept = pairs.bits >= least
    for who in (pairs.first, pairs.second):
        kept &= (pairs.bits == best[who]) & (pairs.bits - next_best[who] >= MARGIN_BITS)
    some = pairs.where(kept)
    rows = zip(some.first.tolist(), some.second.tolist(), some.bits.tolist(), strict=True)
    return sorted((Choice(*row) for row in rows), key=lambda one: (-one.bits, one.first))


def band(bits: float) -> str:
    """The band of a pair: very likely, possible, weak."""
    if bits >= weights.VERY_LIKELY:
        return "very likely"
    return "possible" if bits >= weights.POSSIBLE else "weak"


def _open(people: People, pairs: Pairs, sure: Sequence[Choice]) -> Mask:
    """Which pairs stand: those of who surely is somebody else do not."""
    other = np.full(len(people), NONE, np.int32)
    for one in sure:
        other[one.first], other[one.second] = one.second, one.first
    mine, theirs = other[pairs.first], other[pairs.second]
    found: Mask = (mine == pairs.second) | ((mine == NONE) & (theirs == NONE))
    return found


def _best_of_each(pairs: Pairs) -> tuple[Bits, Bits]:
    """The most bits that each person has with anybody, and the most with anybody else."""
    who: Numbers = np.concatenate((pairs.first, pairs.second))
    bits = np.concatenate((pairs.bits, pairs.bits)).astype(np.float32)
    order = np.lexsort((-bits, who))
    who, bits = who[order], bits[order]
    fresh = np.concatenate(([True], who[1:] != who[:-1]))[: len(who)]
    second = np.concatenate(([False], fresh[:-1]))[: len(who)] & ~fresh
    found = np.full((2, int(who.max(initial=0)) + 1), NOBODY_BITS, np.float32)
    found[0, who[fresh]], found[1, who[second]] = bits[fresh], bits[second]
    return found[0], found[1]


def _several(pairs: Pairs, found: Sequence[int]) -> bool:
    """Whether two different people of each household are among these pairs."""
    firsts = {int(pairs.first[at]) for at in found}
    seconds = {int(pairs.second[at]) for at in found}
    return len(firsts) > 1 and len(seconds) > 1
