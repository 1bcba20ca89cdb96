"""What the screening pages read: who waits, a household before the lane, separations to review."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec
from django.db.models import QuerySet
from django.utils.translation import gettext, ngettext

from serai.core.screening import REASONS, WAIT, days_overdue, label
from serai.journal import sql
from serai.registry.members import day_in_words, in_words
from serai.registry.models import Person, Separation
from serai.registry.queries import people_by_id, people_of
from serai.screening.models import Screening, SeparationReason

PAGE_ROWS = 25
_WAITING = (  # living members here for whom no lane here ended yet
    " FROM registry_person one WHERE one.place = %s AND one.alive AND NOT EXISTS"
    " (SELECT 1 FROM screening_screening lane WHERE lane.person = one.id AND lane.place = %s"
    " AND lane.latest AND lane.outcome <> %s)"
)
_HOW_MANY = f"SELECT COUNT(DISTINCT one.household){_WAITING}"
_PART = (
    "SELECT one.household, COUNT(*), MIN(one.place_since) AS since, MAX(one.token)"
    f"{_WAITING} GROUP BY one.household ORDER BY since, one.household LIMIT %s OFFSET %s"
)


class Family(NamedTuple):
    """A household that waits for a lane: how many of it, since when, and its token."""

    household: str
    people: int
    since: int
    token: str


class Member(msgspec.Struct, frozen=True):
    """One member on the lane page: in words, here or not, apart or not, the lane already passed."""

    person: Person
    words: str
    here: bool
    apart: Separation | None
    review_day: str
    passed: Screening | None
    passed_words: str


class Review(msgspec.Struct, frozen=True):
    """A separation on the list of reviews; `overdue_days` above 0 is late.

    `due` says in words when it is looked at again, `shade` how pressing that is ("" when not).
    """

    separation: Separation
    person: Person | None
    overdue_days: int
    review_day: str
    shade: str
    due: str


class Walled(msgspec.Struct, frozen=True):
    """Why and by whose decision, with the reviews so far: for permitted eyes only."""

    reason: str
    authority: str
    actor: str
    reviews: list[dict[str, str | int]]


class Waiting(Sequence[Family]):
    """Households with living members here who have not passed a lane here, longest wait first.

    A page asks for its length and for its own part only.
    """

    def __init__(self, place: str) -> None:
        self._asked = (place, place, WAIT)

    def __len__(self) -> int:
        return int((sql.one(_HOW_MANY, self._asked) or (0,))[0])

    def __getitem__(self, part: Any) -> Any:
        assert isinstance(part, slice), "families are read a page at a time"
        start, end = part.start or 0, part.stop
        return [Family(*row) for row in sql.every(_PART, (*self._asked, end - start, start))]


def members(household: str, place: str, day: date) -> list[Member]:
    """Everybody of a household, for the lane at this place."""
    people = people_of(household)
    ids = [one.id for one in people]
    apart = {one.person: one for one in Separation.objects.filter(person__in=ids, ended_at=0)}
    passed = {
        one.person: one
        for one in Screening.objects.filter(person__in=ids, place=place, latest=True)
    }
    return [_member(one, place, day, apart.get(one.id), passed.get(one.id)) for one in people]


def open_separations() -> QuerySet[Separation]:
    """Every separation that lasts, the most overdue first."""
    return Separation.objects.filter(ended_at=0).order_by("review_on", "since", "id")


def reviews(rows: Sequence[Separation], day: date) -> list[Review]:
    """Separations with the person and how late the review is."""
    people = people_by_id([row.person for row in rows])
    return [review_of(row, people.get(row.person), day) for row in rows]


def review_of(row: Separation, person: Person | None, day: date) -> Review:
    """A separation with how late its review is."""
    late, review_day = days_overdue(row.review_on, day), day_in_words(row.review_on)
    return Review(row, person, late, review_day, *_due(person, late, review_day))


def walled(separation: str) -> Walled | None:
    """The reason behind a separation. Ask `may(user, "separation reasons")` first."""
    row = SeparationReason.objects.filter(id=separation).first()
    if row is None:
        return None
    told = msgspec.json.decode(row.reviews, type=list[dict[str, str | int]])
    return Walled(
        told_reason(row.reason),
        row.authority,
        row.actor,
        [{**one, "label": gettext(label(str(one["outcome"])))} for one in told],
    )


def told_reason(reason: str) -> str:
    """A usual reason in the language of the page; anybody's own words as written."""
    return gettext(reason) if reason in REASONS else reason


def ends_of(separation: Separation) -> tuple[Person | None, list[Person]]:
    """Both ends of the link: who went, and everybody they were parted from."""
    kin = msgspec.json.decode(separation.kin, type=list[str])
    people = Person.objects.in_bulk([separation.person, *kin])
    return people.get(separation.person), [people[one] for one in kin if one in people]


def _due(person: Person | None, late: int, review_day: str) -> tuple[str, str]:
    if person is not None and not person.alive:
        return "bad", gettext("died: close it")
    if late > 0:
        said = ngettext("overdue by %(n)s day", "overdue by %(n)s days", late)
        return "bad", said % {"n": late}
    return ("warn", gettext("due today")) if late == 0 else ("", review_day)


def _member(
    person: Person, place: str, day: date, apart: Separation | None, passed: Screening | None
) -> Member:
    words = (passed.lane, passed.outcome) if passed else ()
    return Member(
        person,
        in_words(person, day),
        person.alive and person.place == place,
        apart,
        day_in_words(apart.review_on) if apart else "",
        passed,
        " · ".join(gettext(label(word)) for word in words),
    )
