"""What years of birth say: the nearer two spans lie to one another, the likelier one person.

An age is told as a guess. Two guesses at one person are mostly within few years and seldom far
apart; of two people with the same names, any years between them are about as likely as others.
"""

from functools import lru_cache
from itertools import product

import numpy as np
import numpy.typing as npt

from serai.core.matching import weights

Numbers = npt.NDArray[np.int64]
Bits = npt.NDArray[np.float64]
SPAN_MAX, APART_MAX = 20, 60  # years that stand in the table


def _off_by() -> tuple[float, ...]:
    """How likely two tellings of one year of birth are so many years apart, either way."""
    parts = ((weights.AGE_MOSTLY, 1 - weights.AGE_SELDOM_SHARE),
             (weights.AGE_SELDOM, weights.AGE_SELDOM_SHARE))  # fmt: skip
    return tuple(
        sum(share * max(0, wide - apart) / wide**2 for wide, share in parts)
        for apart in range(weights.AGE_SELDOM)
    )


OFF_BY = _off_by()
LEAST = 2**weights.AGE_MIN / weights.YEARS_OF_PEOPLE


@lru_cache(maxsize=100_000)
def bits(later: int, mine: int, theirs: int) -> float:
    """Bits for one person: by how many years their span begins later, and both spans' lengths.

    >>> same, near, far = bits(0, 0, 0), bits(2, 0, 0), bits(12, 0, 0)
    >>> same > near > 0 > far, bits(-2, 0, 0) == near, bits(-2, 4, 4) > 0
    (True, True, True)
    """
    if max(mine, theirs) <= SPAN_MAX and abs(later) <= APART_MAX:
        return TABLE.item(mine, theirs, later + APART_MAX)
    return float(bits_of(*map(np.asarray, (later, mine, theirs))))


def bits_of(later: Numbers, mine: Numbers, theirs: Numbers) -> Bits:
    """The same for whole arrays."""
    likely = np.zeros(np.broadcast(later, mine, theirs).shape)
    for apart in range(1 - len(OFF_BY), len(OFF_BY)):
        shift = apart - later
        ways = np.minimum(mine, theirs - shift) - np.maximum(0, -shift) + 1
        likely += OFF_BY[abs(apart)] * np.maximum(0, ways)
    likely /= (mine + 1) * (theirs + 1)
    found: Bits = np.log2(weights.YEARS_OF_PEOPLE * (likely + LEAST))
    return np.minimum(weights.AGE_MAX, found)


def _likely(span: int) -> Bits:
    """How likely each year of a span is: the middle more than the ends, as ages are guessed."""
    apart = np.arange(span + 1)
    ways = 1.0 + np.minimum(apart, span - apart)
    found: Bits = ways / ways.sum()
    return found


def _table() -> Bits:
    """By both spans' lengths and how many years theirs begins later."""
    later = np.arange(-APART_MAX, APART_MAX + 1)
    off_by = np.zeros(APART_MAX + 2 * SPAN_MAX + 1)
    off_by[: len(OFF_BY)] = OFF_BY
    found = np.zeros((SPAN_MAX + 1, SPAN_MAX + 1, len(later)))
    for mine, theirs in product(range(SPAN_MAX + 1), repeat=2):
        between = np.convolve(_likely(theirs), _likely(mine)[::-1])
        shifts = later[:, None] + np.arange(-mine, theirs + 1)
        found[mine, theirs] = off_by[np.abs(shifts)] @ between
    told: Bits = np.log2(weights.YEARS_OF_PEOPLE * (found + LEAST))
    return np.minimum(weights.AGE_MAX, told)


TABLE = _table()


def between(one: tuple[int, int], other: tuple[int, int]) -> float:
    """The same of two spans of years."""
    return bits(other[0] - one[0], one[1] - one[0], other[1] - other[0])
