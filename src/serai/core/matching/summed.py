"""Rows of many keys added up: each person once, with what words, sex and years say roughly."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from serai.core.matching import keys, weights, years
from serai.core.matching.told import Told

NUMBER = (1 << keys.NUMBER_BITS) - 1

ROW_SPAN = 1  # years either side of the one in a row

Rows = npt.NDArray[np.int64]
Worth = npt.NDArray[np.float64]


def summed(
    got: Sequence[Rows], masks: Sequence[int], worth: Worth, person: Told
) -> tuple[Rows, npt.NDArray[np.float64]]:
    """Each person once, with the bits of the words they turned up with, and of sex and age."""
    rows = np.concatenate(got) if got else np.empty(0, np.int64)
    if not len(rows):
        return rows, np.empty(0)
    mask = np.repeat(np.asarray(masks, np.int64), [len(one) for one in got])
    order = np.argsort(rows & NUMBER)
    rows, mask = rows[order], mask[order]
    numbers, starts = np.unique(rows & NUMBER, return_index=True)
    together = np.bitwise_or.reduceat(mask, starts)
    return numbers, worth[together] + _beside(rows[starts], person)


def _beside(rows: Rows, person: Told) -> npt.NDArray[np.float64]:
    """What sex and year of birth in the row say, roughly."""
    more = np.zeros(len(rows))
    sex = rows >> keys.SEX_SHIFT & (1 << keys.SEX_BITS) - 1
    if person.sex:
        more += np.where(sex == person.sex, weights.SEX_SAME, np.where(sex == 0, 0.0,
                         weights.SEX_DIFFERS))  # fmt: skip
    if person.born is not None:
        more += _years(person.born)[rows >> keys.YEAR_SHIFT & keys.YEAR_MAX]
    return more


@lru_cache(maxsize=1_000)
def _years(born: tuple[int, int]) -> npt.NDArray[np.float64]:
    """What every year of a row says, which is the middle of what may be a span; 0 is not known."""
    of_row = (
        years.between(born, (year - ROW_SPAN, year + ROW_SPAN))
        for year in range(keys.YEAR_BASE + 1, keys.YEAR_BASE + keys.YEAR_MAX + 1)
    )
    return np.array([0.0, *of_row])
