"""How long a piece of road takes: by its kind or by the hours that drivers need, by day and night.

Speeds are not measured: they put the 300 km to Al-Hol with its checkpoints at the 8 to 12 hours
that a day's journey was planned with (docs/data.md). Whoever knows the usual hours writes them.
"""

from serai.core.clock import DAY_MS, HOUR_MS

KILOMETRES_AN_HOUR_BY_DAY = 30  # of a road nobody described better
# by day, on a road of this kind
SPEEDS = {"asphalt": 50, "gravel": 30, "track": 20}
SURFACES = tuple(SPEEDS)
BY_NIGHT = 0.8  # bad road, no lights, checkpoints that search longer
ZONE_MS = 2 * HOUR_MS  # the sun over the Khabur, not the clock of a country, makes day and night
DAY_BEGINS_HOUR, NIGHT_BEGINS_HOUR = 6, 18


def hours_by_day(kilometres: float, hours: float = 0, surface: str = "") -> float:
    """The hours of a piece of road by day: those that were told, else by its kind.

    >>> hours_by_day(90), hours_by_day(90, hours=4), hours_by_day(100, surface="asphalt")
    (3.0, 4, 2.0)
    """
    return hours or kilometres / SPEEDS.get(surface, KILOMETRES_AN_HOUR_BY_DAY)


def driven(hours: float, at: int) -> int:
    """When a way of so many hours by day is behind, by day and night as they come.

    >>> driven(3, 8 * HOUR_MS) == 11 * HOUR_MS
    True
    """
    left = hours
    while True:
        share, turns_at = _light(at)
        reach = (turns_at - at) / HOUR_MS * share
        if reach >= left:
            return at + int(left / share * HOUR_MS)
        left -= reach
        at = turns_at


def _light(at: int) -> tuple[float, int]:
    """How much of the daytime speed is driven, and the moment at which day or night ends."""
    since = (at + ZONE_MS) % DAY_MS
    midnight = at - since
    if since < DAY_BEGINS_HOUR * HOUR_MS:
        return BY_NIGHT, midnight + DAY_BEGINS_HOUR * HOUR_MS
    if since < NIGHT_BEGINS_HOUR * HOUR_MS:
        return 1.0, midnight + NIGHT_BEGINS_HOUR * HOUR_MS
    return BY_NIGHT, midnight + DAY_MS + DAY_BEGINS_HOUR * HOUR_MS
