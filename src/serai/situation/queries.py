"""Who is where: the numbers of the room at one moment, each asked once and remembered together."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

import msgspec
from django.utils import timezone

from serai.core import clock
from serai.core.ledger import NAMED
from serai.core.places import OUTSIDE, is_convoy, is_outside
from serai.journal import sql
from serai.journal.wall import now_ms
from serai.registry.discrepancies import OPEN, Listed, discrepancies
from serai.registry.models import Person, Place, Separation
from serai.registry.queries import Balances, balances, places
from serai.situation.moment import Moment
from serai.situation.remembered import remembered

DAYS_SHOWN = 28
WORKLIST_SHOWN = 5
OVERDUE_SHOWN = 5
ROADS_MAX = 500
ROAD_HOURS_MAX = 12  # 300 km of bad road with checkpoints; longer is asked after
_LEGS = (
    "SELECT source_place, target_place, SUM(count) FROM registry_postingleg"
    " WHERE at > %s AND at <= %s AND source_place <> target_place"
    " GROUP BY source_place, target_place"
)
_LOADS = (
    "SELECT target_place, source_place, MIN(at), SUM(count) FROM registry_postingleg"
    " WHERE at <= %s AND target_place IN ({marks}) GROUP BY target_place, source_place"
)
_COUNTED_IN = (
    "SELECT hour, SUM(went - came) FROM registry_hourlyflow"
    " WHERE place = 'outside' AND hour >= %s AND hour <= %s GROUP BY hour"
)


class Standing(msgspec.Struct, frozen=True):
    """One place and the people who stand there."""

    id: str
    name: str
    name_ar: str
    kind: str
    latitude: float | None
    longitude: float | None
    capacity: int
    people: int
    unnamed: int
    on_the_road: int  # left this place and arrived nowhere yet

    def named_in(self, language: str) -> str:
        """The place's name in a language."""
        return (self.name_ar or self.name) if language.startswith("ar") else self.name

    @property
    def over(self) -> bool:
        """Whether more people are there than it can hold."""
        return 0 < self.capacity < self.people


class Road(msgspec.Struct, frozen=True):
    """A convoy under way: where its people came from, since when, how many are still aboard."""

    account: str
    source: str
    since_ms: int
    people: int

    def hours(self, at_ms: int) -> int:
        """Whole hours on the road."""
        return max(0, at_ms - self.since_ms) // clock.HOUR_MS


class Situation(msgspec.Struct, frozen=True):
    """Everything the room shows of one moment."""

    at_ms: int
    as_of_ms: int
    standings: tuple[Standing, ...]
    ribbons: tuple[tuple[str, str, int], ...]  # from, to, people in the 24 hours before
    roads: tuple[Road, ...]
    days: tuple[tuple[date, int], ...]  # people counted in
    outside: dict[str, int]

    @property
    def counted_in(self) -> int:
        """Everybody ever counted in from outside."""
        return -self.outside.get("outside", 0)

    @property
    def on_the_road(self) -> int:
        """Everybody in a convoy's account."""
        return sum(road.people for road in self.roads)

    @property
    def in_camp(self) -> int:
        """Everybody standing in a camp."""
        return sum(one.people for one in self.standings if one.kind == "camp")

    @property
    def unnamed(self) -> int:
        """People counted and not yet named, at all places."""
        return sum(one.unnamed for one in self.standings)

    @property
    def inside(self) -> int:
        """Everybody at a place or on the road."""
        return sum(one.people for one in self.standings) + self.on_the_road


class Overdue(msgspec.Struct, frozen=True):
    """A separation whose review date has passed."""

    person: Person
    target: str
    review_on: date
    days: int


def situation_at(moment: Moment) -> Situation:
    """The room's numbers at a moment; those of this minute are kept."""
    key = ("situation", moment.at_or_now)
    return remembered(key, moment.state, now_ms(), lambda: _situation(moment))


def worklist(moment: Moment) -> tuple[list[Listed], int]:
    """The newest open discrepancies, and how many are open."""
    found = remembered(
        ("worklist", moment.at_or_now),
        moment.state,
        now_ms(),
        lambda: discrepancies(until_ms=moment.at_or_now),
    )
    still_open = [one for one in found if one.status == OPEN]
    still_open.sort(key=lambda one: (-abs(one.amount), -one.at))
    return still_open[:WORKLIST_SHOWN], len(still_open)


def overdue_reviews(moment: Moment) -> tuple[list[Overdue], int]:
    """Separations that should have been looked at again by this day, longest first."""
    key = ("overdue", moment.at_or_now, moment.day)
    return remembered(key, moment.state, now_ms(), lambda: _overdue_reviews(moment))


def late_roads(found: Situation) -> list[Road]:
    """Convoys longer on the road than any trip should take, longest first."""
    late = [road for road in found.roads if road.hours(found.at_ms) >= ROAD_HOURS_MAX]
    return sorted(late, key=lambda road: road.since_ms)[:OVERDUE_SHOWN]


def _overdue_reviews(moment: Moment) -> tuple[list[Overdue], int]:
    day = moment.day
    late = Separation.objects.filter(since__lte=moment.at_ms, review_on__lt=day.isoformat())
    still = late.filter(ended_at=0) | late.filter(ended_at__gt=moment.at_ms)
    rows = list(still.exclude(review_on="").order_by("review_on", "id").values_list(
        "person", "target", "review_on"
    ))  # fmt: skip
    people = Person.objects.in_bulk([row[0] for row in rows[:OVERDUE_SHOWN]])
    shown = [_overdue(people[row[0]], row[1], row[2], day) for row in rows if row[0] in people]
    return shown, len(rows)


def _situation(moment: Moment) -> Situation:
    held = balances(moment.at_or_now)
    moved = sql.every(_LEGS, (moment.at_ms - clock.DAY_MS, moment.at_ms))
    loads = _loads(held, moved, moment.at_ms)
    roads = _roads(held, loads)
    return Situation(
        at_ms=moment.at_ms,
        as_of_ms=now_ms(),
        standings=_standings(held, roads),
        ribbons=_ribbons(moved, loads),
        roads=roads,
        days=_days(moment),
        outside={one: sum(held.get(one, {}).values()) for one in OUTSIDE},
    )


def _loads(
    held: Balances, moved: Iterable[tuple[str, str, int]], at_ms: int
) -> dict[str, tuple[str, int]]:
    """Where each convoy of interest loaded most of its people, and when it left."""
    convoys = {one for one in held if is_convoy(one)} | {
        row[0] for row in moved if is_convoy(row[0])
    }
    wanted = sorted(convoys)[-ROADS_MAX:]
    if not wanted:
        return {}
    statement = _LOADS.format(marks=sql.marks(len(wanted)))
    most: dict[str, tuple[str, int, int]] = {}
    for convoy, source, since, count in sql.every(statement, (at_ms, *wanted)):
        if convoy not in most or count > most[convoy][2]:
            most[convoy] = (source, since, count)
    return {convoy: (source, since) for convoy, (source, since, _) in most.items()}


def _roads(held: Balances, loads: dict[str, tuple[str, int]]) -> tuple[Road, ...]:
    roads = []
    for convoy, bands in sorted(held.items()):
        aboard = sum(bands.values())
        if is_convoy(convoy) and aboard:
            source, since_ms = loads.get(convoy, ("", 0))
            roads.append(Road(convoy, source, since_ms, aboard))
    return tuple(roads)


def _standings(held: Balances, roads: Iterable[Road]) -> tuple[Standing, ...]:
    left: dict[str, int] = defaultdict(int)
    for road in roads:
        left[road.source] += road.people
    known = {place.id: place for place in places()}
    strangers = (one for one in held if not (one in known or is_convoy(one) or is_outside(one)))
    everywhere = [*known.values(), *(_stranger(one) for one in sorted(strangers))]
    return tuple(_standing(one, held.get(one.id, {}), left[one.id]) for one in everywhere)


def _stranger(place: str) -> Place:
    """A place that another station's posting names and nobody opened here."""
    return Place(id=place, name=place, name_ar="", kind="place", capacity=0)


def _standing(place: Place, bands: dict[str, int], left: int) -> Standing:
    people = sum(bands.values())
    return Standing(
        id=place.id,
        name=place.name,
        name_ar=place.name_ar,
        kind=place.kind,
        latitude=place.latitude,
        longitude=place.longitude,
        capacity=place.capacity,
        people=people,
        unnamed=people - bands.get(NAMED, 0),
        on_the_road=left,
    )


def _ribbons(
    moved: Iterable[tuple[str, str, int]], loads: dict[str, tuple[str, int]]
) -> tuple[tuple[str, str, int], ...]:
    """Who got from where to where, convoys seen as the road between two places."""
    total: dict[tuple[str, str], int] = defaultdict(int)
    for source, target, count in moved:
        if is_convoy(target):
            continue  # still under way, or counted where they arrived
        start = loads.get(source, ("", 0))[0] if is_convoy(source) else source
        if not is_outside(start) and not is_outside(target):
            total[start, target] += int(count)
    return tuple((source, target, count) for (source, target), count in total.items())


def _days(moment: Moment) -> tuple[tuple[date, int], ...]:
    """People counted in on each local day up to the moment's, empty days included."""
    first = moment.day - timedelta(days=DAYS_SHOWN - 1)
    start = moment.local.replace(hour=0, minute=0) - timedelta(days=DAYS_SHOWN)
    hours = (clock.to_ms(start) // clock.HOUR_MS, moment.at_ms // clock.HOUR_MS)
    people: dict[date, int] = defaultdict(int)
    for hour, count in sql.every(_COUNTED_IN, hours):
        local = timezone.localtime(clock.from_ms(hour * clock.HOUR_MS))
        people[local.date()] += int(count)
    days = [first + timedelta(days=index) for index in range(DAYS_SHOWN)]
    return tuple((day, max(0, people[day])) for day in days)


def _overdue(person: Person, target: str, review_on: str, day: date) -> Overdue:
    due = date.fromisoformat(review_on)
    return Overdue(person, target, due, (day - due).days)
