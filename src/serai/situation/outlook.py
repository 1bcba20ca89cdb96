"""What the coming days may bring, from the books: people counted in, by spans of 24 hours.

Days here end at the hour of the moment, not at midnight, so that the newest one is a whole day and
tomorrow is the next 24 hours. The span in which the books begin is left out: it holds the people
who were there before.
"""

from datetime import date, timedelta
from functools import lru_cache

import msgspec

from serai.core import clock
from serai.core.forecast import DAYS, Band, Forecast, Past, forecast, looked_back
from serai.core.forecast.arrivals import DAYS_REMEMBERED
from serai.journal import sql
from serai.situation.moment import Moment

DAY_HOURS = clock.DAY_MS // clock.HOUR_MS
LOOKED_BACK_DAYS = 10
SUMS = (3, DAYS)
FORECASTS_KEPT = 64
_COUNTED_IN = (
    "SELECT hour, SUM(went - came) FROM registry_hourlyflow"
    " WHERE place = 'outside' AND hour < %s GROUP BY hour ORDER BY hour"
)


class Outlook(msgspec.Struct, frozen=True):
    """The days counted so far, the oldest first, and what is to be said of those to come."""

    last_on: date  # the day on which the newest span ends
    counts: tuple[int, ...]
    coming: Forecast
    past: tuple[Past, ...]

    def on(self, index: int) -> date:
        """The day on which the n-th span ends, also of those to come."""
        return self.last_on + timedelta(days=index - len(self.counts) + 1)

    @property
    def held(self) -> int:
        """How many of the past forecasts held what came."""
        return sum(one.held for one in self.past)

    def sums(self) -> list[tuple[int, Band]]:
        """The bands of tomorrow, of three days and of seven; none when the days are too few."""
        if not self.coming.is_enough:
            return []
        return [(days, self.coming.sum(days)) for days in (1, *SUMS)]


def outlook_at(moment: Moment) -> Outlook:
    """What is to be said at a moment; the same counts are thought about once."""
    end = moment.at_ms // clock.HOUR_MS
    return _outlook(counted_by_days(end), moment.day)


def counted_by_days(end: int) -> tuple[int, ...]:
    """People counted in during each span of 24 hours that ends before this hour since 1970."""
    found = [(int(hour), int(people)) for hour, people in sql.every(_COUNTED_IN, (end,))]
    if not found:
        return ()
    spans = [0] * ((end - 1 - found[0][0]) // DAY_HOURS + 1)
    for hour, people in found:
        spans[-1 - (end - 1 - hour) // DAY_HOURS] += people
    return tuple(max(0, people) for people in spans[1:][-DAYS_REMEMBERED:])


@lru_cache(maxsize=FORECASTS_KEPT)
def _outlook(counts: tuple[int, ...], last_on: date) -> Outlook:
    past = tuple(looked_back(counts, LOOKED_BACK_DAYS))
    return Outlook(last_on, counts, forecast(counts), past)
