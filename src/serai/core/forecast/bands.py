"""Bands out of many possible worlds: each holds so many people, more or less, with some weight.

A world is a negative binomial of some mean and size (the smaller the size, the wider). Its
distribution is taken as the gamma of the same mean and variance, and that through the cube root,
which is nearly normal (Wilson and Hilferty). So a band is found by halving, without a library of
distributions and without chance.
"""

import math
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEVELS = np.array((0.1, 0.5, 0.9))  # the ends of the middle 80 %, and the middle itself
HALVINGS = 27
MEAN_MIN = 0.01
REACH = 40  # no band ends beyond so many times the largest mean
HALF_A_PERSON = 0.5
NOBODY = 1e-6  # what cubing and its root may leave over is no person


class Band(msgspec.Struct, frozen=True):
    """Four times in five the count falls between low and high; as often above median as below."""

    low: int
    median: int
    high: int


class Worlds(msgspec.Struct, frozen=True):
    """Possible worlds with their weights; what is missing to a weight of 1 is a day of nobody."""

    weights: Any  # arrays of floats, one entry a world
    means: Any
    sizes: Any


def band_of(worlds: Worlds) -> Band:
    """The middle 80 % of all worlds together, in whole people."""
    means = np.maximum(worlds.means, MEAN_MIN)
    shapes = 1 / (1 / means + 1 / worlds.sizes)
    slopes = 3 * np.sqrt(shapes)
    starts = slopes * (1 - 1 / (9 * shapes))
    slopes = slopes / np.cbrt(means)
    nobody = 1 - worlds.weights.sum()
    low = np.full(len(LEVELS), np.cbrt(HALF_A_PERSON))
    high = np.full(len(LEVELS), np.cbrt(REACH * (means.max() + 1)))
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        reached = nobody + normal(middle[:, None] * slopes - starts) @ worlds.weights
        low = np.where(reached < LEVELS, middle, low)
        high = np.where(reached < LEVELS, high, middle)
    # the fewest people by whom so much is reached; half a person more is where a count ends
    return Band(*(max(0, math.ceil(edge)) for edge in (low**3 - HALF_A_PERSON - NOBODY).tolist()))


def at_least(less: Band, more: Band) -> Band:
    """The second band, where it does not fall below the first."""
    return Band(max(less.low, more.low), max(less.median, more.median), max(less.high, more.high))


def normal(deviations: Floats) -> Floats:
    """The normal distribution function, right to three places."""
    bent = np.sqrt(2 / np.pi) * (deviations + 0.044715 * deviations**3)
    return np.asarray(0.5 * (1 + np.tanh(bent)))
