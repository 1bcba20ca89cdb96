"""A scenario: what a coordinator expects when the way opens, carried through the coming days.

"The corridor opens tomorrow: 2,000 to 6,000" is a statement of a person, not of the counts. It is
taken as the middle 80 % of one open day, and kept open or shut afterwards as the counts say ways
stay open, or as they usually do where there are none.
"""

from collections.abc import Sequence

import msgspec
import numpy as np

from serai.core.forecast.arrivals import COUNT_MAX, DAYS, forecast
from serai.core.forecast.bands import Band, Worlds, band_of
from serai.core.forecast.ways import Way

REACH_80 = 1.2816  # deviations from the middle to either end of the middle 80 %
NODES = 41  # places on the curve between the ends and beyond
NODES_REACH = 3.0  # deviations
DAY_SIZE = 20.0  # how far one open day differs from the next


class Scenario(msgspec.Struct, frozen=True):
    """Tomorrow as a person expects it, and the sums that follow."""

    tomorrow: Band
    sums: tuple[Band, ...]  # of 1 to 7 days

    def sum(self, days: int) -> Band:
        """Everybody who arrives in the next so many days, if it comes so."""
        return self.sums[days - 1]


def scenario(counts: Sequence[float | None], low: int, high: int) -> Scenario:
    """The way opens tomorrow and brings between `low` and `high` people, four times in five.

    >>> seen = scenario([], 2000, 6000)
    >>> (seen.tomorrow.low, seen.tomorrow.high), seen.sum(days=7).high > 6000
    ((2000, 6000), True)
    """
    if not 0 <= low <= high <= COUNT_MAX:
        raise ValueError(f"a scenario goes from a low to a high number, not {low} to {high}")
    middle = round(float(np.sqrt(max(low, 1) * max(high, 1)))) if high else 0
    tomorrow = Band(low, min(max(middle, low), high), high)
    way = forecast(counts).way
    opened = Way(1.0, way.opens, way.shuts)
    return Scenario(tomorrow, (tomorrow, *(_sum(opened, low, high, n) for n in range(2, DAYS + 1))))


def _sum(way: Way, low: int, high: int, days: int) -> Band:
    """Tomorrow is open; each later day is as the way goes."""
    if not high:
        return Band(0, 0, 0)
    at = np.linspace(-NODES_REACH, NODES_REACH, NODES)
    centre = np.log((max(low, 1) * max(high, 1)) ** 0.5)
    spread = np.log(max(high, 1) / max(low, 1)) / (2 * REACH_80)
    levels = np.exp(centre + spread * at)
    curve = np.exp(-(at**2) / 2) / np.exp(-(at**2) / 2).sum()
    chances = way.open_days(days - 1)
    many = np.arange(1, days + 1)
    return band_of(
        Worlds(
            np.outer(chances, curve).ravel(),
            np.outer(many, levels).ravel(),
            np.repeat(DAY_SIZE * many, NODES).astype(float),
        )
    )
