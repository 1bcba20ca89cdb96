"""The forecast of arrivals: many levels and an open or shut way, weighed by how well each did.

Every rememberer of `levels`, with every size, has said something of each day before it came. Its
weight is how likely that made what came, old days counting less. What they say together of the
coming days, with the chances of `ways`, is the band. Nothing is drawn by chance: equal counts give
equal bands.
"""

import math
from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from serai.core.forecast.bands import Band, Floats, Worlds, at_least, band_of
from serai.core.forecast.levels import (
    KEEP,
    LEARNING,
    SIZES,
    SKIPS_SHUT_DAYS,
    Levels,
    followed,
    likelihood,
)
from serai.core.forecast.ways import FORGETTING, Way, learnt

COUNTS_MIN = 5  # fewer days of counts say nothing; the last day and a scenario are shown then
DAYS = 7
DAYS_REMEMBERED = 84
COUNT_MAX = 10**9

# How likely each kind of world is before the first day. Chosen on made-up regimes and on every
# real series but the one then judged; the figures move little when these do (docs/benches.md).
SIZE_USUAL, SIZE_SPREAD = 10.0, 3.0
LEARNS_WEEKDAYS, SKIPS = 0.3, 0.4
SMOOTH_FORGETS = 1.5  # where days differ little, yesterday says more than last month
SURPRISE = 4.0  # a day nobody could foresee condemns no world: its chance is never below e^-4
GROWTH_A_DAY = 0.8  # of the width, where the level itself may move
SUM_WIDTH = 1.4  # neighbouring days err the same way
SEEN_MIN = 0.005  # lighter worlds, beside the heaviest, change no band


class Forecast:
    """What the coming days may bring; below five days of counts only the last day is known."""

    def __init__(self, counts: Sequence[float]) -> None:
        self.counts = tuple(counts)[-DAYS_REMEMBERED:]

    @property
    def is_enough(self) -> bool:
        """Whether there are days enough to say anything at all."""
        return sum(not math.isnan(count) for count in self.counts) >= COUNTS_MIN

    @property
    def last(self) -> int | None:
        """The last day that was counted."""
        known = [int(count) for count in self.counts if not math.isnan(count)]
        return known[-1] if known else None

    @property
    def open_chance(self) -> float:
        """How likely it is that anybody comes tomorrow, going by days with and without people."""
        return self.way.tomorrow().is_open

    @cached_property
    def days(self) -> tuple[Band, ...]:
        """A band for each of the next seven days; none when the days are too few."""
        if not self.is_enough:
            return ()
        return tuple(band_of(self._on(ahead)) for ahead in range(DAYS))

    def sum(self, days: int) -> Band:
        """The band of everybody who arrives in the next so many days, one to seven."""
        if not 1 <= days <= DAYS:
            raise ValueError(f"sums are of 1 to {DAYS} days, not {days}")
        if not self.is_enough:
            raise ValueError(f"below {COUNTS_MIN} days of counts there is no forecast")
        return self._sums[days - 1]

    @cached_property
    def way(self) -> Way:
        """The way as it is after the last day."""
        return learnt(self.counts)[0]

    @cached_property
    def _sums(self) -> tuple[Band, ...]:
        """Of one to seven days: more days never bring fewer people."""
        sums = [self.days[0]]
        for days in range(2, DAYS + 1):
            sums.append(at_least(sums[-1], band_of(self._within(days))))
        return tuple(sums)

    @cached_property
    def _levels(self) -> Levels:
        return followed(self.counts)

    @cached_property
    def _worlds(self) -> tuple[Floats, NDArray[np.intp], Floats]:
        """Of every world that still counts: its weight, its rememberer and its size."""
        weights = _weights(np.array(self.counts), self._levels)
        rememberer, size = np.nonzero(weights >= SEEN_MIN * weights.max())
        kept = weights[rememberer, size]
        sizes = np.asarray(SIZES[size] / self._levels.doubt_now[rememberer])
        return np.asarray(kept / kept.sum()), rememberer, sizes

    def _on(self, ahead: int) -> Worlds:
        weights, rememberer, sizes = self._worlds
        way = self.way
        for _ in range(ahead + 1):
            way = way.tomorrow()
        forgets = 1 - KEEP[rememberer]
        return Worlds(
            np.where(SKIPS_SHUT_DAYS[rememberer], weights * way.is_open, weights),
            self._levels.coming[ahead, rememberer],
            sizes / (1 + GROWTH_A_DAY * ahead * forgets**2),
        )

    def _within(self, days: int) -> Worlds:
        """Worlds of one to all days open; a level that moves carries over from day to day."""
        weights, rememberer, sizes = self._worlds
        skips, forgets = SKIPS_SHUT_DAYS[rememberer], 1 - KEEP[rememberer]
        whole = self._levels.coming[:days, rememberer].sum(axis=0)
        chances = self.way.open_days(days)
        parts = []
        for many in range(1, days + 1):
            carried = 1 + np.arange(many)[:, None] * forgets
            width = SUM_WIDTH * (carried**2).sum(axis=0) / many**2
            share = np.where(skips, chances[many], many == days)
            parts.append((weights * share, whole * many / days, sizes / width))
        together = [np.concatenate(one) for one in zip(*parts, strict=True)]
        seen = together[0] > 0
        return Worlds(*(one[seen] for one in together))


class Past:
    """A forecast of one past day, beside what came."""

    def __init__(self, day: int, band: Band, came: int) -> None:
        self.day, self.band, self.came = day, band, came

    @property
    def held(self) -> bool:
        """Whether what came lies in the band."""
        return self.band.low <= self.came <= self.band.high


def forecast(counts: Sequence[float | None]) -> Forecast:
    """The forecast after these daily counts, the oldest first; None is a day without a count.

    >>> coming = forecast([400, 380, 0, 0, 650, 700, 610])
    >>> len(coming.days), coming.days[0].low <= coming.days[0].median <= coming.days[0].high
    (7, True)
    >>> coming.sum(days=7).high > coming.sum(days=3).high
    True
    """
    return Forecast([_count(count) for count in counts])


def looked_back(counts: Sequence[float | None], days: int) -> Iterator[Past]:
    """What was to be said of each of the last days on the evening before, beside what came."""
    for day in range(max(0, len(counts) - days), len(counts)):
        came, before = counts[day], forecast(counts[:day])
        if came is not None and before.is_enough:
            yield Past(day, before.days[0], int(came))


def _count(count: float | None) -> float:
    if count is None or math.isnan(count):
        return math.nan
    if not 0 <= count <= COUNT_MAX:
        raise ValueError(f"a count of people is between 0 and {COUNT_MAX:,}, not {count}")
    return float(count)


def _weights(counts: Floats, levels: Levels) -> Floats:
    """Rememberers x sizes, summing to one."""
    judged = np.flatnonzero(~np.isnan(counts))[1:]
    came = counts[judged, None, None]
    sizes = SIZES / levels.doubt[judged, :, None]
    chances = likelihood(came, levels.said[judged, :, None], sizes)
    open_chance = learnt(counts.tolist())[1][judged, None, None]
    opened = np.log(open_chance) + chances
    shut = np.log1p(-open_chance + open_chance * np.exp(np.minimum(chances, 0)))
    skips = SKIPS_SHUT_DAYS[None, :, None]
    chances = np.where(skips, np.where(came > 0, opened, shut), chances)
    unforeseen = -math.log(float(np.nanmax(counts)) + 10) - SURPRISE
    age = FORGETTING ** (judged[-1] - judged)
    total = np.tensordot(age, np.logaddexp(chances, unforeseen), axes=1) + _before()
    weights = np.exp(total - total.max())
    return np.asarray(weights / weights.sum())


def _before() -> Floats:
    """The logarithm of each world's weight before anything was seen, up to a constant."""
    unlike = np.log(SIZES / SIZE_USUAL) / SIZE_SPREAD
    smooth = np.log(SIZES / 5.0) / 2
    kind = np.log(np.where(LEARNING > 0, LEARNS_WEEKDAYS, 1 - LEARNS_WEEKDAYS))
    kind = kind + np.log(np.where(SKIPS_SHUT_DAYS, SKIPS, 1 - SKIPS))
    return np.asarray(
        kind[:, None] - unlike**2 / 2 + SMOOTH_FORGETS * (0.5 - KEEP)[:, None] * smooth
    )
