"""Separations to review as rows of their list, printed once while every word of them stays."""

from collections.abc import Iterable

import msgspec
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from serai.access.places import House
from serai.screening.queries import Review
from serai.web.printed import printed
from serai.web.templatetags.serai import clock_time, person_name, place_called


class Row(msgspec.Struct, frozen=True):
    """What is printed of a separation; `shade` is empty where the review does not press."""

    separation: str
    person: str
    target: str
    since: str
    late: bool
    shade: str
    due: str


def rows_of(reviews: Iterable[Review], known: House) -> list[SafeString]:
    """The separations, printed."""
    return [printed("screening/review_row.html", _row(one, known)) for one in reviews]


def _row(one: Review, known: House) -> Row:
    return Row(
        separation=one.separation.id,
        person=person_name(one.person) if one.person else _("not known here yet"),
        target=place_called(known, one.separation.target),
        since=clock_time(one.separation.since),
        late=one.overdue_days > 0,
        shade=one.shade,
        due=one.due,
    )
