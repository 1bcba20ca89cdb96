"""What the pages of the truck side show: convoys by state, vehicles with seats, who waits here."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from django.core.paginator import Page, Paginator
from django.db.models import Count, Max, Q, QuerySet

from serai.convoys.models import Boarding, Convoy, Vehicle
from serai.journal import sql
from serai.registry.manifests import vehicle_words
from serai.registry.models import Person, Presence
from serai.registry.queries import by_household

ROWS_A_PAGE = 25
WAITING_SHOWN_MAX = 10  # one button puts them all on, and many more
FILL_FROM_MAX = 1_000
STATES = ("loading", "road", "overdue", "arrived")
_COUNTS = (
    "SELECT SUM(CASE WHEN status = 'loading' THEN 1 ELSE 0 END),"
    " SUM(CASE WHEN status = 'road' THEN 1 ELSE 0 END),"
    " SUM(CASE WHEN status = 'road' AND due_at < %s THEN 1 ELSE 0 END),"
    " SUM(CASE WHEN status = 'arrived' THEN 1 ELSE 0 END)"
    " FROM registry_convoy WHERE source = %s OR target = %s"
)
_WAITING = (
    "SELECT COUNT(*) FROM registry_presence WHERE place = %s AND household NOT IN"
    " (SELECT household FROM convoys_boarding WHERE state = 'listed')"
)
_WITH_SEATS = (
    "SELECT one.*, part.vehicle, part.label, part.seats AS vehicle_seats, part.taken,"
    " part.checked AS vehicle_checked FROM registry_convoy one"
    " LEFT JOIN convoys_vehicle part ON part.convoy = one.id WHERE one.id = %s"
    " ORDER BY part.position"
)


class Seats(msgspec.Struct, frozen=True):
    """A vehicle with its seats: taken, free, and how many too many."""

    vehicle: str
    label: str
    seats: int
    taken: int
    checked: int
    free: int
    over: int


class Waiting(msgspec.Struct, frozen=True):
    """A household that waits at a place: its token, a name to ask for, how many, since when."""

    household: str
    token: str
    head: Person
    size: int
    since: int


class ListedFamily(msgspec.Struct, frozen=True):
    """A household on a convoy's list."""

    household: str
    head: Person
    size: int
    vehicle: str


def convoys_page(
    place: str, state: str, number: str, now_ms: int, counts: Mapping[str, int]
) -> Page[Convoy]:
    """Convoys from or to a place in one state, newest first; overdue ones longest first."""
    rows = _concerning(place)
    if state == "overdue":
        rows = overdue(place, now_ms)
    elif state:
        rows = rows.filter(status=state).order_by("-opened_at", "id")
    pages = Paginator(rows, ROWS_A_PAGE)
    states = (state,) if state else ("loading", "road", "arrived")
    pages.count = sum(counts[one] for one in states)  # known already
    return pages.get_page(number)


def overdue(place: str, now_ms: int) -> QuerySet[Convoy]:
    """Convoys on the road for longer than their way takes, the longest overdue first."""
    late = _concerning(place).filter(status="road", due_at__lt=now_ms)
    return late.order_by("due_at", "id")


def counts_by_state(place: str, now_ms: int) -> dict[str, int]:
    """How many convoys are loading, on the road, overdue, arrived."""
    row = sql.one(_COUNTS, (now_ms, place, place))
    assert row is not None, "sums are one row"
    return {name: int(n or 0) for name, n in zip(STATES, row, strict=True)}


def with_seats(convoy: str) -> tuple[Convoy | None, list[Seats]]:
    """A convoy, and every vehicle of it with its seats, in one question."""
    rows: list[Any] = list(Convoy.objects.raw(_WITH_SEATS, [convoy]))
    seats = [
        _seats(row.vehicle, row.label, row.vehicle_seats, row.taken, row.vehicle_checked)
        for row in rows
        if row.vehicle is not None
    ]
    return (rows[0] if rows else None), seats


def seats_of(convoy: str) -> list[Seats]:
    """Every vehicle with its seats, in the order of the list."""
    return [
        _seats(row.vehicle, row.label, row.seats, row.taken, row.checked)
        for row in Vehicle.objects.filter(convoy=convoy).order_by("position")
    ]


def listed_and_waiting(
    convoy: Convoy, number: str, size_max: int
) -> tuple[Page[ListedFamily], list[Waiting]]:
    """The households on the list of a convoy that loads, latest first; and who waits for it.

    Waiting are those who fit into `size_max` seats, longest wait first; none when that is 0.
    """
    page = _listed_page(convoy.id, number)
    rows = list(_waiting_rows(convoy.source, size_max)[:WAITING_SHOWN_MAX]) if size_max else []
    listed = Boarding.objects.filter(
        convoy=convoy.id, state="listed", household__in=[row["household"] for row in page]
    )
    homes = [row.household for row in rows]
    here = Q(household__in=homes, place=convoy.source, alive=True)
    heads = _heads(Person.objects.filter(here | Q(id__in=listed.values("person"))))
    page.object_list = [
        ListedFamily(row["household"], heads[row["household"]], row["size"], row["vehicle"])
        for row in page
        if row["household"] in heads
    ]
    return page, _waiting(rows, heads)


def households_boarded_at(convoy: str, at: int) -> list[str]:
    """The households one submit put on the list: what its Undo takes off."""
    rows = Boarding.objects.filter(convoy=convoy, boarded_at=at, state="listed").order_by()
    return sorted(set(rows.values_list("household", flat=True)))


def vehicle_of(convoy: str, household: str) -> str:
    """The vehicle a household is listed on, "" when it is on none."""
    rows = Boarding.objects.filter(convoy=convoy, household=household, state="listed")
    return str(rows.order_by("id").values_list("vehicle", flat=True).first() or "")


def waiting(place: str, size_max: int, limit: int = WAITING_SHOWN_MAX) -> list[Waiting]:
    """Households waiting at a place that fit into `size_max` seats, longest wait first."""
    rows = list(_waiting_rows(place, size_max)[:limit])
    homes = [row.household for row in rows]
    return _waiting(
        rows, _heads(Person.objects.filter(household__in=homes, place=place, alive=True))
    )


def waiting_sizes(place: str, size_max: int) -> list[tuple[str, int]]:
    """Every waiting household with its size, longest wait first: what fills the free seats."""
    rows = _waiting_rows(place, size_max)[:FILL_FROM_MAX]
    return list(rows.values_list("household", "people"))


def waiting_count(place: str) -> int:
    """How many households wait at a place for a seat."""
    return int((sql.one(_WAITING, (place,)) or (0,))[0])


def _seats(vehicle: str, label: str, seats: int, taken: int, checked: int) -> Seats:
    free, over = max(0, seats - taken), max(0, taken - seats)
    return Seats(vehicle, vehicle_words(label), seats, taken, checked, free, over)


def _listed_page(convoy: str, number: str) -> Page[Any]:
    rows = Boarding.objects.filter(convoy=convoy, state="listed")
    homes: Any = (
        rows.order_by()
        .values("household", "vehicle")
        .annotate(size=Count("id"), at=Max("boarded_at"))
        .order_by("-at", "household")
    )
    return Paginator(list(homes), ROWS_A_PAGE).get_page(number)


def _waiting(rows: Iterable[Presence], heads: dict[str, Person]) -> list[Waiting]:
    return [
        Waiting(row.household, head.token, head, row.people, row.since)
        for row in rows
        if (head := heads.get(row.household))
    ]


def _waiting_rows(place: str, size_max: int) -> QuerySet[Presence]:
    # a plain list, not a question for each family: hardly anybody is on the list of a truck
    listed = Boarding.objects.filter(state="listed").values("household")
    rows = Presence.objects.filter(place=place).exclude(household__in=listed)
    rows = rows.order_by("since", "household")
    return rows.filter(people__lte=size_max) if size_max else rows


def _concerning(place: str) -> QuerySet[Convoy]:
    rows = Convoy.objects.order_by("-opened_at", "id")
    return rows.filter(source=place) | rows.filter(target=place) if place else rows


def _heads(people: Iterable[Person]) -> dict[str, Person]:
    """For each household, whom to ask for: its head, else the oldest who is there."""
    return {home: members[0] for home, members in by_household(people).items()}
