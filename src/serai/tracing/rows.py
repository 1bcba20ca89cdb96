"""Requests as rows of the tracing list, printed once while every word of them stays."""

from collections.abc import Iterable, Mapping

import msgspec
from django.utils.safestring import SafeString

from serai.access.places import House
from serai.registry.members import day_in_words
from serai.tracing.models import SoughtPerson
from serai.tracing.queries import Asked
from serai.web.printed import printed
from serai.web.templatetags.serai import ago, clock_time, person_names, place_called


class Row(msgspec.Struct, frozen=True):
    """What is printed of a request: whom it looks for, where they were last seen, who is new."""

    id: str
    code: str
    sought: SafeString
    place: str
    day: str
    closed: bool
    counted: bool
    new: int
    since: str


def rows_of(
    requests: Iterable[Asked], new: Mapping[str, int], counted: bool, known: House
) -> list[SafeString]:
    """The requests, printed; `counted` where new candidates were counted."""
    return [printed("tracing/request_row.html", _row(one, new, counted, known)) for one in requests]


def _row(one: Asked, new: Mapping[str, int], counted: bool, known: House) -> Row:
    held = one.request
    place, day = _last_seen(one.sought)
    return Row(
        id=held.id,
        code=held.code,
        sought=person_names(one.sought),
        place=place_called(known, place),
        day=day,
        closed=bool(held.closed_at),
        counted=counted,
        new=new.get(held.id, 0),
        since=clock_time(held.closed_at) if held.closed_at else ago(held.opened_at),
    )


def _last_seen(sought: list[SoughtPerson]) -> tuple[str, str]:
    """Where the first of them was seen last, and the day in words."""
    first = sought[0] if sought else None
    return (first.last_seen_place, day_in_words(first.last_seen_on)) if first else ("", "")
