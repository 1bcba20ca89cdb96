"""How many people reached the camp on every day: the reported curve, filled in between.

The knots are cumulative arrivals at Al-Hol since 4 Dec 2018 as OCHA and IRC reported them
(OCHA Flash Updates 1 to 8 and Situation Report 1, IRC release of 8 Mar 2019). The days between
two knots are invented.
"""

from datetime import date
from random import Random

from serai.simulation.days import DAYS, day_number

OPENING_PEOPLE = 9_454  # REACH camp profile, December 2018
CAMP_PEOPLE = 73_041  # OCHA Situation Report 1, 31 March 2019
ARRIVED = 63_323

KNOTS: tuple[tuple[date, int], ...] = (
    (date(2019, 1, 22), 15_500),
    (date(2019, 1, 31), 23_000),
    (date(2019, 2, 4), 25_500),
    (date(2019, 2, 20), 31_000),
    (date(2019, 2, 24), 37_000),
    (date(2019, 2, 28), 45_000),
    (date(2019, 3, 4), 46_550),
    (date(2019, 3, 8), 55_000),
    (date(2019, 3, 10), 56_800),
    (date(2019, 3, 14), 58_340),
    (date(2019, 3, 18), 60_550),
    (date(2019, 3, 22), 62_700),
    (date(2019, 3, 31), ARRIVED),
)

# Days whose figure was reported, or follows from two reported ones.
FIXED: dict[date, int] = {
    date(2018, 12, 4): 0,
    date(2018, 12, 5): 0,
    date(2019, 1, 22): 370,  # the 400 who fled on 20 Jan by night, without the men held apart
    date(2019, 1, 23): 1_850,  # the 2,000 of the next day
    date(2019, 2, 20): 45,
    date(2019, 2, 21): 1_100,
    date(2019, 2, 22): 1_400,
    date(2019, 2, 23): 2_100,
    date(2019, 2, 24): 1_400,
    date(2019, 2, 25): 1_500,
    date(2019, 2, 26): 1_500,
    date(2019, 2, 27): 1_500,
    date(2019, 2, 28): 3_500,
    date(2019, 3, 5): 700,
    date(2019, 3, 6): 950,
    date(2019, 3, 7): 6_000,
    date(2019, 3, 8): 800,
    date(2019, 3, 14): 1_500,
    date(2019, 3, 19): 90,
    date(2019, 3, 20): 60,
    date(2019, 3, 21): 800,  # the night of 21 to 22 March: 2,000 people
    date(2019, 3, 22): 1_200,
    date(2019, 3, 31): 60,
}
# On these days nobody reaches the camp but by the convoys of the table above.
EXACT_DAYS = frozenset(
    day_number(on)
    for on in (
        date(2019, 1, 22), date(2019, 1, 23), date(2019, 2, 28), date(2019, 3, 7),
        date(2019, 3, 14), date(2019, 3, 21), date(2019, 3, 22),
    )
)  # fmt: skip
# After the story ends: those on the road, those boarding and those waiting on the last evening.
AFTER_THE_END = (240, 190, 150)

EMPTY_SHARE = 0.14
BURST_LIMIT = 3.2  # times the mean of its period


def camp_days(rng: Random, scale: float) -> list[int]:
    """People who reach the camp on every day of the operation and the three days after it."""
    days = [0] * DAYS
    first, before = 0, 0
    for last_on, total in KNOTS:
        last = day_number(last_on)
        _fill(rng, days, range(first, last + 1), total - before)
        first, before = last + 1, total
    return [*_scaled(days, scale), *(max(3, round(count * scale)) for count in AFTER_THE_END)]


def _fill(rng: Random, days: list[int], period: range, total: int) -> None:
    fixed = {day_number(on): count for on, count in FIXED.items() if day_number(on) in period}
    for day, count in fixed.items():
        days[day] = count
    free = [day for day in period if day not in fixed]
    rest = total - sum(fixed.values())
    if not free:
        return
    weights = [_weight(rng, len(free)) for _ in free]
    weights[0] = max(weights[0], 0.3)  # a period never has empty days only
    whole = sum(weights)
    for day, weight in zip(free, weights, strict=True):
        days[day] = int(rest * weight / whole)
    days[free[0]] += rest - sum(days[day] for day in free)


def _weight(rng: Random, free_days: int) -> float:
    if free_days > 4 and rng.random() < EMPTY_SHARE:
        return 0.0
    return min(rng.lognormvariate(-0.25, 0.75), BURST_LIMIT)


def _scaled(days: list[int], scale: float) -> list[int]:
    scaled, so_far, before = [], 0, 0
    for count in days:
        so_far += count
        now = round(so_far * scale)
        scaled.append(now - before)
        before = now
    return scaled
