"""What is overdue in words: convoys that should have come in, separations to be looked at again."""

from collections.abc import Iterable
from datetime import date

import msgspec
from django.utils.safestring import SafeString

from serai.access.places import House
from serai.situation.queries import Overdue
from serai.situation.road import Late, RoadNews
from serai.situation.sentences import duration
from serai.web.printed import printed
from serai.web.templatetags.serai import clock_time, person_name, place_called


class Convoy(msgspec.Struct, frozen=True):
    """A convoy that should have come in; no place where nobody knows what it loaded."""

    code: str
    people: int
    long: str
    left: str
    since: str
    due: str


class Review(msgspec.Struct, frozen=True):
    """A separation whose review date has passed."""

    person: SafeString
    where: str
    review_on: date
    days: int


class Everything(msgspec.Struct, frozen=True):
    """All that is overdue, the first of each with the count of all."""

    convoys: tuple[Convoy, ...]
    convoys_late: int
    reviews: tuple[Review, ...]
    reviews_late: int


def overdue(
    road: RoadNews, reviews: Iterable[Overdue], reviews_late: int, at_ms: int, known: House
) -> SafeString:
    """The list of what is overdue, printed."""
    everything = Everything(
        convoys=tuple(_convoy(one, at_ms, known) for one in road.late),
        convoys_late=road.late_count,
        reviews=tuple(
            Review(
                person_name(one.person), place_called(known, one.target), one.review_on, one.days
            )
            for one in reviews
        ),
        reviews_late=reviews_late,
    )
    return printed("situation/overdue.html", everything)


def _convoy(late: Late, at_ms: int, known: House) -> Convoy:
    source = late.road.source
    return Convoy(
        code=late.code,
        people=late.road.people,
        long=duration(late.road.hours(at_ms)),
        left=place_called(known, source) if source else "",
        since=clock_time(late.road.since_ms),
        due=clock_time(late.due_ms),
    )
