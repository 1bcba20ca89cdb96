"""A band of counted people is where the counts themselves lie, also where they are few."""

import math

import numpy as np
import pytest

from serai.core.forecast.bands import LEVELS, Band, Worlds, band_of
from serai.core.forecast.levels import likelihood

SIZES = (2.5, 25.0, 30_000.0)


def counted(mean: float, size: float) -> Band:
    """The same band by adding up the chances of 0, 1, 2, … people."""
    counts = np.arange(int(40 * mean) + 60, dtype=float)
    reached = np.cumsum(np.exp(likelihood(counts, np.array(mean), np.array(size))))
    return Band(*(int(np.searchsorted(reached, level)) for level in LEVELS))


def of_one(mean: float, size: float) -> Band:
    return band_of(Worlds(np.ones(1), np.array([mean]), np.array([size])))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mean", [0.3, 0.5, 0.8, 1.3, 1.9, 2.5, 4.2, 7.7, 19.3, 160.0])
def test_a_band_ends_within_a_person_of_where_the_counts_end(mean: float, size: float) -> None:
    ours, theirs = of_one(mean, size), counted(mean, size)
    allowed = max(1, math.ceil(0.02 * mean))
    assert abs(ours.low - theirs.low) <= allowed
    assert abs(ours.median - theirs.median) <= allowed
    assert abs(ours.high - theirs.high) <= allowed


def test_half_a_person_is_not_taken_off_twice() -> None:
    """One and a third a day is one person on most days, not nobody."""
    assert of_one(1.3, 30_000.0).median == counted(1.3, 30_000.0).median == 1
    assert of_one(0.5, 30_000.0).high == counted(0.5, 30_000.0).high == 1
    ours = [edge for size in SIZES for n in range(3, 60) for edge in _edges(of_one(n / 5, size))]
    exact = [edge for size in SIZES for n in range(3, 60) for edge in _edges(counted(n / 5, size))]
    assert abs(np.mean(np.subtract(ours, exact))) < 0.1


def _edges(band: Band) -> tuple[int, int, int]:
    return band.low, band.median, band.high
