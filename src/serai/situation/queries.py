"""Who is where: the numbers of the room at one moment, each asked once and remembered together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta, tzinfo
from functools import lru_cache
from typing import Any

import msgspec
from django.utils import timezone

from serai.core import clock
from serai.core.events import (
    HouseholdRegistered,
    MemberAdded,
    PersonCorrected,
    PostingReversed,
    SeparationEnded,
    SeparationRecorded,
    SeparationReviewed,
)
from serai.core.ledger import NAMED
from serai.core.places import OUTSIDE, is_convoy, is_outside
from serai.core.script import name_in
from serai.journal import sql
from serai.journal.wall import now_ms
from serai.registry.discrepancies import OPEN, Listed, discrepancies, discrepancies_asked
from serai.registry.models import Place
from serai.registry.queries import Balances, places
from serai.situation.accounts import DAYS_SHOWN, Loads, books_at
from serai.situation.moment import Moment
from serai.situation.remembered import by_the_books, is_remembered, is_told, remembered, until_told

WORKLIST_SHOWN = 5
OVERDUE_SHOWN = 5
_PARTINGS = (
    SeparationRecorded, SeparationReviewed, SeparationEnded, PostingReversed,
    HouseholdRegistered, MemberAdded, PersonCorrected,
)  # fmt: skip
_NAMES = ("own", "father", "grandfather", "family", "kunya")
_OVERDUE = (  # the count of all of them in every row, so that one question answers both
    "SELECT COUNT(*) OVER (), apart.target, apart.review_on,"
    " one.own, one.father, one.grandfather, one.family, one.kunya"
    " FROM registry_separation apart LEFT JOIN registry_person one ON one.id = apart.person"
    " WHERE apart.since <= %s AND apart.review_on <> '' AND apart.review_on < %s"
    " AND (apart.ended_at = 0 OR apart.ended_at > %s)"
    " ORDER BY apart.review_on, apart.id LIMIT %s"
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
        return name_in(self.name, self.name_ar, language.startswith("ar"))

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
    first_ms: int  # the first leg ever posted, 0 when there is none
    held: Balances  # every account

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

    person: dict[str, str]  # the parts of the name
    target: str
    review_on: date
    days: int


def situation_at(moment: Moment) -> Situation:
    """The room's numbers at a moment, kept until a posting reaches it."""
    key, at_ms = ("situation", moment.at_or_now), moment.at_or_now
    return by_the_books(key, moment.state, now_ms(), at_ms, lambda: _situation(moment))


def worklist(moment: Moment) -> tuple[list[Listed], int]:
    """The newest open discrepancies, and how many are open."""
    key, until_ms = ("worklist", moment.at_or_now), moment.at_or_now
    found = remembered(key, moment.state, now_ms(), lambda: discrepancies(until_ms=until_ms))
    still_open = [one for one in found if one.status == OPEN]
    still_open.sort(key=lambda one: (-abs(one.amount), -one.at))
    return still_open[:WORKLIST_SHOWN], len(still_open)


def overdue_reviews(moment: Moment) -> tuple[list[Overdue], int]:
    """Separations that should have been looked at again by this day, longest first."""
    key = ("overdue", moment.at_or_now, moment.day)
    return until_told(key, moment.state, _PARTINGS, lambda: _overdue_reviews(moment))


def lists_asked(moment: Moment) -> Iterator[sql.Question]:
    """The questions for both lists, where nobody asked them yet."""
    if not is_remembered(("worklist", moment.at_or_now), moment.state, now_ms()):
        yield discrepancies_asked(until_ms=moment.at_or_now)
    if not is_told(("overdue", moment.at_or_now, moment.day), moment.state, _PARTINGS):
        yield _overdue_asked(moment)


def _overdue_asked(moment: Moment) -> sql.Question:
    day = moment.day.isoformat()
    return sql.Question(_OVERDUE, (moment.at_ms, day, moment.at_ms, OVERDUE_SHOWN), 8)


def _overdue_reviews(moment: Moment) -> tuple[list[Overdue], int]:
    asked = _overdue_asked(moment)
    found = sql.every(asked.statement, asked.values)
    shown = [_overdue(row, moment.day) for row in found]
    return shown, int(found[0][0]) if found else 0


def _situation(moment: Moment) -> Situation:
    books = books_at(moment)
    held, roads = books.held, _roads(books.held, books.loads)
    return Situation(
        at_ms=moment.at_ms,
        as_of_ms=now_ms(),
        standings=_standings(held, roads, moment.places or places()),
        ribbons=_ribbons(books.moved, books.loads),
        roads=roads,
        days=_days(books.hours, moment),
        outside={one: sum(held.get(one, {}).values()) for one in OUTSIDE},
        first_ms=books.first_ms,
        held=held,
    )


def _roads(held: Balances, loads: Loads) -> tuple[Road, ...]:
    roads = []
    for convoy, bands in sorted(held.items()):
        aboard = sum(bands.values())
        if is_convoy(convoy) and aboard:
            source, since_ms = loads.get(convoy, ("", 0))
            roads.append(Road(convoy, source, since_ms, aboard))
    return tuple(roads)


def _standings(
    held: Balances, roads: Iterable[Road], opened: Iterable[Place]
) -> tuple[Standing, ...]:
    left: dict[str, int] = defaultdict(int)
    for road in roads:
        left[road.source] += road.people
    known = {place.id: place for place in opened}
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
    moved: Iterable[tuple[str, str, int]], loads: Loads
) -> tuple[tuple[str, str, int], ...]:
    """Who got from where to where, convoys seen as the road between two places."""
    total: dict[tuple[str, str], int] = defaultdict(int)
    for source, target, count in moved:
        if is_convoy(target):
            continue  # still under way, or counted where they arrived
        start = loads.get(source, ("", 0))[0] if is_convoy(source) else source
        if not is_outside(start) and not is_outside(target):
            total[start, target] += int(count)
    return tuple((source, target, count) for (source, target), count in sorted(total.items()))


def _days(hours: Iterable[tuple[int, int]], moment: Moment) -> tuple[tuple[date, int], ...]:
    """People counted in on each local day up to the moment's, empty days included."""
    first = moment.day - timedelta(days=DAYS_SHOWN - 1)
    people: dict[date, int] = defaultdict(int)
    zone = timezone.get_current_timezone()
    for hour, count in hours:
        people[_day_of(hour, zone)] += count
    days = [first + timedelta(days=index) for index in range(DAYS_SHOWN)]
    return tuple((day, max(0, people[day])) for day in days)


@lru_cache(maxsize=5_000)
def _day_of(hour: int, zone: tzinfo) -> date:
    """The local day of an hour since 1970."""
    return timezone.localtime(clock.from_ms(hour * clock.HOUR_MS), zone).date()


def _overdue(row: tuple[Any, ...], day: date) -> Overdue:
    due = date.fromisoformat(row[2])
    person = dict(zip(_NAMES, row[3:], strict=True))
    return Overdue(person, row[1], due, (day - due).days)
