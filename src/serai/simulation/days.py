"""The days of the operation: 4 Dec 2018 to 31 Mar 2019, counted from 0, in the camp's local time.

Local time is UTC+2 on every day, also after the clocks went forward on 29 Mar 2019, so that a
day of the simulation is always 24 hours long.
"""

from datetime import date, timedelta

from serai.core.clock import DAY_MS, HOUR_MS, MINUTE_MS

FIRST_ON = date(2018, 12, 4)
LAST_ON = date(2019, 3, 31)
DAYS = (LAST_ON - FIRST_ON).days + 1
ZONE_MS = 2 * HOUR_MS
START_MS = (FIRST_ON - date(1970, 1, 1)).days * DAY_MS - ZONE_MS
CLOSING_HOUR = 20.0  # the story stops on the last evening, with a convoy still on the road
QUIET_HOUR = 5.0  # headcounts are taken while nobody moves
END_MS = START_MS + (DAYS - 1) * DAY_MS + int(CLOSING_HOUR * HOUR_MS)


def day_number(on: date) -> int:
    """The day of the operation.

    >>> day_number(date(2019, 3, 31))
    117
    """
    return (on - FIRST_ON).days


def moment(day: int, hour: float) -> int:
    """Milliseconds since 1970 at an hour of local time.

    >>> moment(0, 2.0) == START_MS + 2 * HOUR_MS
    True
    """
    return START_MS + day * DAY_MS + int(hour * HOUR_MS)


def day_of(at_ms: int) -> int:
    """The local day of the operation in which a moment lies.

    >>> day_of(moment(3, 23.9))
    3
    """
    return (at_ms - START_MS) // DAY_MS


def hour_of(at_ms: int) -> float:
    """The local hour of a moment.

    >>> hour_of(moment(3, 23.5))
    23.5
    """
    return ((at_ms - START_MS) % DAY_MS) / HOUR_MS


def date_of(at_ms: int) -> date:
    """The local date of a moment."""
    return FIRST_ON + timedelta(days=day_of(at_ms))


def minutes(count: float) -> int:
    """So many minutes in milliseconds."""
    return int(count * MINUTE_MS)


def by_daylight(at_ms: int) -> int:
    """The same moment, or half past six in the morning when it lies in the night."""
    hour = hour_of(at_ms)
    if hour < 6.5:
        return moment(day_of(at_ms), 6.5)
    return moment(day_of(at_ms) + 1, 6.5) if hour >= 22.0 else at_ms


def headcount_after(at_ms: int) -> int:
    """The first quiet hour after a moment."""
    day = day_of(at_ms)
    return moment(day if hour_of(at_ms) < QUIET_HOUR else day + 1, QUIET_HOUR)
