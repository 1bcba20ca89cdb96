"""The way is open or shut: how it has changed from day to day, and what that says of tomorrow.

A cease-fire opens a corridor, a battle shuts it. A day on which nobody came is a day the way was
shut; two chances, of opening and of shutting, are learnt from the days seen, old days counting
less.
"""

import math
from collections.abc import Sequence

import msgspec
import numpy as np

from serai.core.forecast.bands import Floats

FORGETTING = 0.98  # what a day's lesson weighs after one more day
OPENED, STAYED_SHUT = 1.0, 1.0  # lessons before the first day
SHUT, STAYED_OPEN = 0.7, 2.5


class Way(msgspec.Struct, frozen=True):
    """How surely the way is open on the last day, and how it changes from one day to the next."""

    is_open: float
    opens: float
    shuts: float

    def tomorrow(self) -> "Way":
        """One day on, nothing learnt."""
        chance = self.is_open * (1 - self.shuts) + (1 - self.is_open) * self.opens
        return Way(chance, self.opens, self.shuts)

    def open_days(self, days: int) -> Floats:
        """The chance of 0, 1, … `days` open days among the coming ones."""
        chances = np.zeros((days + 1, 2))  # so many open days, and the last one shut or open
        chances[0] = (1 - self.is_open, self.is_open)
        for _ in range(days):
            shut, opened = chances[:, 0].copy(), chances[:, 1].copy()
            chances[:, 0] = shut * (1 - self.opens) + opened * self.shuts
            chances[1:, 1] = (shut * self.opens + opened * (1 - self.shuts))[:-1]
            chances[0, 1] = 0
        return np.asarray(chances.sum(axis=1))


def learnt(counts: Sequence[float]) -> tuple[Way, Floats]:
    """The way after the last day, and what would have been said of each day before it came."""
    opened, stayed_shut, shut, stayed_open = OPENED, STAYED_SHUT, SHUT, STAYED_OPEN
    said = np.full(len(counts), math.nan)
    way = Way(0.5, 0.5, 0.5)
    yesterday: bool | None = None
    for day, count in enumerate(counts):
        way = Way(way.is_open, opened / (opened + stayed_shut), shut / (shut + stayed_open))
        way = way.tomorrow()
        said[day] = way.is_open
        if math.isnan(count):
            yesterday = None
            continue
        today = count > 0
        if yesterday:
            shut, stayed_open = FORGETTING * shut + (not today), FORGETTING * stayed_open + today
        elif yesterday is not None:
            opened = FORGETTING * opened + today
            stayed_shut = FORGETTING * stayed_shut + (not today)
        yesterday = today
        way = Way(float(today), way.opens, way.shuts)
    return Way(way.is_open, opened / (opened + stayed_shut), shut / (shut + stayed_open)), said
