"""When convoys reach the camp, by which road they came, and when their people reached the gate."""

from datetime import date
from random import Random

from serai.core.clock import HOUR_MS
from serai.simulation.arrivals import EXACT_DAYS
from serai.simulation.days import DAYS, START_MS, day_number, day_of, moment
from serai.simulation.story import Ride

SEATS_USED = 680  # of the 720 in 15 trucks of 40 and 10 minibuses of 12
BEFORE_DEPARTURE_MS = int(3.5 * HOUR_MS)  # nobody leaves sooner after coming
FIRST_NIGHT = day_number(date(2019, 1, 20))  # 400 people by night, 2,000 on the day after
CLOSED_DAYS = frozenset(
    (FIRST_NIGHT, FIRST_NIGHT + 1, day_number(date(2019, 2, 23)), day_number(date(2019, 2, 24)))
)
OVERFLOW_DAYS = (day_number(date(2019, 2, 25)), day_number(date(2019, 2, 26)))
TRANSIT_OPENS = day_number(date(2019, 2, 20))
RUSH_DAY = day_number(date(2019, 3, 7))
RUSH_BY_DAY, RUSH_BY_NIGHT = 2_000, 4_000
BIG_DAY = day_number(date(2019, 2, 28))
NIGHT_BEGINS, NIGHT_ENDS = day_number(date(2019, 3, 21)), day_number(date(2019, 3, 22))
NIGHTS_WAITED = (0.36, 0.34, 0.17, 0.09, 0.04)
Window = tuple[int, int]
# Days on which convoys came between these hours.
HOURS_TOLD: dict[int, tuple[float, float]] = {
    BIG_DAY: (7.3, 21.4),
    NIGHT_BEGINS: (21.2, 22.6),
    NIGHT_ENDS: (0.4, 3.2),
    OVERFLOW_DAYS[0]: (13.2, 21.0),
    OVERFLOW_DAYS[1]: (13.2, 21.0),
    DAYS - 1: (12.5, 16.5),
}


def even(people: int, most: int) -> list[int]:
    """Parts of nearly equal size, none above `most`.

    >>> even(2_000, 680)
    [667, 667, 666]
    """
    parts = -(-people // most)
    return [people // parts + (number < people % parts) for number in range(parts)]


def waves(rng: Random, day: int, people: int, scale: float) -> list[tuple[float, int]]:
    """The convoys of a day: the hour at which each reaches the camp, and whom it brings."""
    if day == RUSH_DAY:
        by_day, by_night = round(RUSH_BY_DAY * scale), people - round(RUSH_BY_DAY * scale)
        return [*_spread(8.2, 16.8, by_day), *_spread(18.4, 22.8, by_night)]
    if day in HOURS_TOLD:
        return _spread(*HOURS_TOLD[day], people)
    sizes = even(people, SEATS_USED)
    if len(sizes) == 1 and people > 160 and rng.random() < 0.5:
        sizes = even(people, people // 2 + 1)
    return [(_hour(rng), size) for size in sizes]


def _spread(first: float, last: float, people: int) -> list[tuple[float, int]]:
    sizes = even(people, SEATS_USED)
    step = (last - first) / max(1, len(sizes) - 1)
    return [(first + number * step, size) for number, size in enumerate(sizes)]


def _hour(rng: Random) -> float:
    return 13.5 + rng.random() * 8.8 if rng.random() < 0.65 else 5.6 + rng.random() * 6.0


def rides(rng: Random, day: int, reach_at: int) -> list[Ride]:
    if day in OVERFLOW_DAYS:
        waits_from = moment(OVERFLOW_DAYS[0] - 1, 6.0 + rng.random() * 7.0)
        departs_at = waits_from - int((4.6 + rng.random() * 1.6) * HOUR_MS)
        onward = reach_at - int((4.5 + rng.random() * 1.4) * HOUR_MS)
        return [Ride("reception", "suwar", departs_at, waits_from),
                Ride("suwar", "al-hol", onward, reach_at)]  # fmt: skip
    via = _via(rng, day)
    if not via:
        return [
            Ride("reception", "al-hol", reach_at - int((8 + rng.random() * 4) * HOUR_MS), reach_at)
        ]
    first, second = {"suwar": (5.0, 4.6), "busayrah": (3.2, 6.4), "shaddadah": (6.6, 2.6)}[via]
    onward = reach_at - int((second + rng.random() * 1.4) * HOUR_MS)
    comes = onward - int(_stay_hours(rng, via) * HOUR_MS)
    leaves = comes - int((first + rng.random() * 1.2) * HOUR_MS)
    return [Ride("reception", via, leaves, comes), Ride(via, "al-hol", onward, reach_at)]


def _via(rng: Random, day: int) -> str:
    luck = rng.random()
    if day > TRANSIT_OPENS:
        return "suwar" if luck < 0.45 else ""
    if day > 12 and day not in EXACT_DAYS:
        return "busayrah" if luck < 0.14 else "shaddadah" if luck < 0.18 else ""
    return ""


def _stay_hours(rng: Random, via: str) -> float:
    if via != "suwar":
        return 1.5 + rng.random() * 7
    luck = rng.random()
    if luck < 0.35:
        return 2.5 + rng.random() * 4
    return 10 + rng.random() * 8 if luck < 0.8 else 26 + rng.random() * 14


def window(rng: Random, departs_at: int) -> Window:
    """A span of hours, up to four nights before departure, in which groups came."""
    latest = departs_at - BEFORE_DEPARTURE_MS
    for _ in range(60):
        day = day_of(departs_at) - rng.choices(range(5), NIGHTS_WAITED)[0]
        first, last = _hours(rng)
        start, end = moment(day, first), min(moment(day, last), latest)
        if day not in CLOSED_DAYS and start >= moment(0, 6.5) and end - start > HOUR_MS // 2:
            return start, end
    day = next(one for one in range(day_of(latest) - 1, -9, -1) if one not in CLOSED_DAYS)
    return max(START_MS + 6 * HOUR_MS, moment(day, 8)), max(START_MS + 7 * HOUR_MS, moment(day, 18))


def _hours(rng: Random) -> tuple[float, float]:
    luck = rng.random()
    if luck < 0.7:
        return 7.0, 18.0
    return (18.6, 23.8) if luck < 0.9 else (0.2, 4.6)
