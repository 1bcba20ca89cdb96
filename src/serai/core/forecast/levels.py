"""Levels: what a day brings while the way is open, followed by many rememberers at once.

Each rememberer keeps a mean of the days so far, in which a day weighs less with every day after
it. One forgets by tomorrow (and so says: like yesterday), another remembers a month; half of them
learn the days of the week; half take a day of nobody as part of the level, the other half as a
shut way that says nothing about it. Around its mean, each is tried with twelve sizes of the
negative binomial, from nearly anything to nearly exact.
"""

from collections.abc import Sequence

import msgspec
import numpy as np

from serai.core.forecast.bands import Floats

WEEK = 7
KEEPS = np.array((0.05, 0.3, 0.5, 0.7, 0.85, 0.95))  # what is left of a day's weight a day later
WEEKDAY_LEARNING = np.array((0.0, 0.5))
SIZES = np.array((0.3, 0.6, 1.2, 2.5, 5.0, 10.0, 25.0, 60.0, 150.0, 500.0, 3000.0, 30000.0))
WEEKDAY_SHARE_MIN, WEEKDAY_SHARE_MAX = 0.05, 5.0  # of the level, on one day
FEW_DAYS = 0.5  # how much wider a mean of few days makes it
WEIGHT_MIN, MEAN_MIN = 0.5, 0.001

_GRID = np.meshgrid(KEEPS, WEEKDAY_LEARNING, (False, True), indexing="ij")
KEEP, LEARNING = _GRID[0].ravel(), _GRID[1].ravel()
SKIPS_SHUT_DAYS = _GRID[2].ravel().astype(bool)


class Levels(msgspec.Struct, frozen=True):
    """What every rememberer said before each day, and says of the next seven."""

    said: Floats  # days x rememberers
    doubt: Floats  # days x rememberers: how much wider, because few days are remembered
    coming: Floats  # the next seven days x rememberers
    doubt_now: Floats


def followed(counts: Sequence[float]) -> Levels:
    """Follows the counts day by day; a day that is not known leaves every level as it was."""
    sums, weights = np.zeros(len(KEEP)), np.zeros(len(KEEP))
    shares = np.ones((WEEK, len(KEEP)))
    said, remembered = [], []
    for day, count in enumerate(counts):
        share = shares[day % WEEK]
        level = sums / np.maximum(weights, MEAN_MIN)
        said.append(np.where(weights > 0, level * share, np.nan))
        remembered.append(weights)
        if np.isnan(count):
            continue
        learns = ~SKIPS_SHUT_DAYS | (count > 0)
        ratio = np.clip(count / np.maximum(level, MEAN_MIN), WEEKDAY_SHARE_MIN, WEEKDAY_SHARE_MAX)
        ratio = np.where(level > 0, ratio, 1.0)
        sums = np.where(learns, KEEP * sums + count / share, sums)
        weights = np.where(learns, KEEP * weights + 1, weights)
        shares[day % WEEK] = np.where(learns, share + LEARNING * (ratio - share), share)
    mean = float(np.nanmean(np.asarray(counts)))
    level = np.where(weights > 0, sums / np.maximum(weights, MEAN_MIN), mean)
    coming = [level * shares[(len(counts) + ahead) % WEEK] for ahead in range(WEEK)]
    said_or_mean = np.nan_to_num(np.array(said), nan=max(1.0, mean))
    return Levels(said_or_mean, _doubt(np.array(remembered)), np.array(coming), _doubt(weights))


def likelihood(counts: Floats, means: Floats, sizes: Floats) -> Floats:
    """The logarithm of the negative binomial's chance of these counts."""
    means = np.maximum(means, MEAN_MIN)
    choices = log_gamma(counts + sizes) - log_gamma(sizes) - log_gamma(counts + 1)
    return np.asarray(
        choices + sizes * np.log(sizes / (sizes + means)) + counts * np.log(means / (sizes + means))
    )


def log_gamma(at: Floats) -> Floats:
    """Stirling's series after six steps up; numpy has no function for it."""
    steps = at * (at + 1) * (at + 2) * (at + 3) * (at + 4) * (at + 5)
    up = at + 6
    series = 1 / (12 * up) - 1 / (360 * up**3)
    return np.asarray((up - 0.5) * np.log(up) - up + np.log(2 * np.pi) / 2 + series - np.log(steps))


def _doubt(weights: Floats) -> Floats:
    long_memory = KEEP >= WEIGHT_MIN
    return np.asarray(1 + FEW_DAYS * long_memory / np.maximum(weights, WEIGHT_MIN))
