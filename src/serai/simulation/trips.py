"""The plan of the operation: who reaches the camp when, by which road, and out of which groups.

The plan is made backwards from the camp, because that is where the days were reported: every
day's arrivals are divided into convoys, every convoy gets the groups that fill it, and every
group a moment, up to four nights earlier, at which it came to the desert reception.
"""

from datetime import date
from random import Random

import msgspec

from serai.core.clock import HOUR_MS
from serai.simulation.arrivals import EXACT_DAYS, camp_days
from serai.simulation.days import DAYS, day_number, day_of, moment
from serai.simulation.draft import Log
from serai.simulation.fates import sent_in_the_night, with_fates
from serai.simulation.population import (
    MAN_APART_SHARE,
    Family,
    add_husband,
    lone_man,
    new_family,
)
from serai.simulation.story import Group, Ride, Trip
from serai.simulation.timetable import (
    FIRST_NIGHT,
    NIGHT_BEGINS,
    NIGHT_ENDS,
    SEATS_USED,
    Window,
    even,
    rides,
    waves,
    window,
)

LONE_MEN_SHARE = 0.0315
UNNAMED_SHARE = 0.028
UNNAMED_SHARE_RUSH = 0.09
RUSH_DAYS = range(day_number(date(2019, 3, 5)), day_number(date(2019, 3, 9)))

FIRST_NIGHT_PEOPLE, NEXT_DAY_PEOPLE = 400, 2_000
WALK_IN_GROUPS = 22


class Plan(msgspec.Struct):
    """All trips, and the groups that reached a gate down the road on their own."""

    trips: list[Trip]
    walk_ins: list[Group]


class Planner:
    """Fills the days of the operation one after the other."""

    def __init__(self, log: Log, scale: float) -> None:
        self.rng: Random = log.rng
        self.scale = scale
        self.days = camp_days(log.rng, scale)
        self.returning = [0] * (DAYS + 40)  # from hospital to the camp, by day
        self.trips: list[Trip] = []
        self.walk_ins = _walk_ins(log.rng, scale)

    def plan(self) -> Plan:
        """The whole operation and the first hours after the story's end."""
        owed = 0
        walked = [0] * len(self.days)
        for group in self.walk_ins:
            if group.place == "al-hol":
                walked[day_of(group.at)] += sum(len(one.humans) for one in group.families)
        for day, people in enumerate(self.days):
            owed += people - self.returning[day] - walked[day]
            owed -= self._fill_day(day, people if day in EXACT_DAYS else max(0, owed))
        return Plan(self.trips, self.walk_ins)

    def _fill_day(self, day: int, people: int) -> int:
        """Plans the convoys that reach the camp on a day; the answer is who they bring."""
        begin = len(self.trips)
        if self.days[day] == 0:
            return 0
        if day >= DAYS:
            self._last_trips(day, people)
        elif day in (FIRST_NIGHT + 2, FIRST_NIGHT + 3):
            self._first_night(day)
        else:
            self._ordinary(day, people)
        trips = self.trips[begin:]
        if day == NIGHT_ENDS:
            sent_in_the_night(self.rng, self.trips[-8:], self.scale, NIGHT_BEGINS)
        brought = [len(one.bound()) for trip in trips for one in trip.families()]
        lost = [one for trip in trips for home in trip.families() for one in home.humans]
        return sum(brought) - sum(one.fate == "road" for one in lost)

    def _ordinary(self, day: int, people: int) -> None:
        for hour, size in waves(self.rng, day, people, self.scale):
            way = rides(self.rng, day, moment(day, hour))
            self._add_trip(day, way, size, self._windows(way[0].departs_at, size))

    def _first_night(self, day: int) -> None:
        if day == FIRST_NIGHT + 2:
            way = [Ride("reception", "al-hol", moment(day, 6.6), moment(day, 16.2))]
            hours = (moment(FIRST_NIGHT, 19.5), moment(FIRST_NIGHT, 23.6))
            self._add_trip(day, way, round(FIRST_NIGHT_PEOPLE * self.scale), [hours], gate=True)
            return
        hours = (moment(FIRST_NIGHT + 1, 6.2), moment(FIRST_NIGHT + 1, 18.5))
        for number, size in enumerate(even(round(NEXT_DAY_PEOPLE * self.scale), SEATS_USED)):
            leaves = moment(FIRST_NIGHT + 2, 17.0 + number * 0.6)
            way = [Ride("reception", "al-hol", leaves, leaves + int(10.2 * HOUR_MS))]
            self._add_trip(day, way, size, [hours], gate=True)

    def _last_trips(self, day: int, people: int) -> None:
        """On the last evening one convoy is on the road, one is boarding, some people wait."""
        last = DAYS - 1
        leaves, comes = {
            DAYS: (moment(last, 13.5), moment(last, 23.4)),
            DAYS + 1: (moment(last, 21.2), moment(DAYS, 7.5)),
        }.get(day, (moment(DAYS, 12.0), moment(DAYS, 22.5)))
        windows = [(moment(last - 1, 8), moment(last - 1, 17))]
        if day == DAYS + 1:
            windows.insert(0, (moment(last, 7.5), moment(last, 16.0)))
        if day > DAYS + 1:
            windows = [(moment(last, 15.5), moment(last, 19.8))]
        for number, size in enumerate(even(people, SEATS_USED)):
            late = int(number * 0.2 * HOUR_MS)
            way = [Ride("reception", "al-hol", leaves + late, comes + late)]
            self._add_trip(day, way, size, windows[: 1 + (size > 60)])

    def _windows(self, departs_at: int, size: int) -> list[Window]:
        several = 1 + (size > 120) + (size > 420 and self.rng.random() < 0.6)
        return [window(self.rng, departs_at) for _ in range(several)]

    def _add_trip(
        self, day: int, way: list[Ride], size: int, windows: list[Window], gate: bool = False
    ) -> None:
        groups: list[Group] = []
        men = int(size * LONE_MEN_SHARE + self.rng.random()) if day < DAYS else 0
        while size > 0:
            group = self._group(way[0].departs_at, windows)
            room = _truck_load(self.rng, group)
            if men and (gate or len(groups) % 3 == 2 or size < room):
                lone = min(men, 24, size if gate else 99)
                group.families.extend(lone_man(self.rng, day) for _ in range(lone))
                men -= lone
                size -= lone if gate else 0
            size -= self._people(group, (day, gate, way[-1].arrives_at), room, size)
            groups.append(group)
        self.trips.append(Trip(groups, way, day))

    def _group(self, leaves_at: int, windows: list[Window]) -> Group:
        first, last = windows[int(self.rng.random() * len(windows))]
        at = first + int(self.rng.random() * (last - first))
        luck = self.rng.random()
        came_by = "truck" if luck < 0.66 else "on foot" if luck < 0.87 else "minibus"
        return Group("reception", at, leaves_at, "front", came_by, [])

    def _people(self, group: Group, trip: tuple[int, bool, int], room: int, most: int) -> int:
        """Puts families into a group until its truck is full; never more than `most` people."""
        day, gate, reach_at = trip
        rush = UNNAMED_SHARE_RUSH if day in RUSH_DAYS else UNNAMED_SHARE
        come = 0
        while come < min(room, most):
            family = new_family(self.rng, day)
            if len(family.humans) > most - come:
                family = new_family(self.rng, day, most - come)
            whole = len(family.humans) == most - come
            if self.rng.random() < MAN_APART_SHARE and not (gate and whole):
                add_husband(self.rng, family)
            if not gate:
                with_fates(self.rng, family, reach_at, self.returning)
            family.named = family.lasting or self.rng.random() >= rush
            group.families.append(family)
            come += len(family.humans) if gate else _reaching(family)
        return come


def _reaching(family: Family) -> int:
    return sum(one.fate != "road" for one in family.bound())


def _truck_load(rng: Random, group: Group) -> int:
    low, high = {"truck": (28, 46), "on foot": (6, 34)}.get(group.came_by, (7, 14))
    return low + int(rng.random() * (high - low))


def _walk_ins(rng: Random, scale: float) -> list[Group]:
    """Small groups who reach the camp, or at the end the transit site, by themselves."""
    count = max(2, round(WALK_IN_GROUPS * scale))
    last = DAYS - 1
    ordinary = [day for day in range(6, last - 2) if day not in EXACT_DAYS]
    days = sorted(rng.sample(ordinary, min(count, len(ordinary))))
    spots = [("al-hol", moment(day, 8 + rng.random() * 8)) for day in days]
    spots.append(("suwar", moment(last - 1, 15.4)))
    spots.append(("al-hol", moment(last - 1, 16.1)))
    groups = []
    for place, at in spots:
        many = 2 + int(rng.random() * 3) if scale > 0.2 else 1
        families = [new_family(rng, day_of(at)) for _ in range(many)]
        groups.append(Group(place, at, at, "desert road", "minibus", families))
    return groups
