"""Convoys as rows of the marshal's list, printed once while every word of them stays."""

from collections.abc import Iterable

import msgspec
from django.utils.safestring import SafeString

from serai.access.places import House
from serai.convoys.models import Convoy
from serai.convoys.words import state_words
from serai.web.printed import printed
from serai.web.templatetags.serai import ago, clock_time, place_called


class Row(msgspec.Struct, frozen=True):
    """What is printed of a convoy; `due` only while it is on the road."""

    convoy: str
    code: str
    shade: str
    state: str
    source: str
    target: str
    since: str
    due: str
    boarded: int
    seats: int
    departed: int
    received: int


def rows_of(convoys: Iterable[Convoy], now_ms: int, known: House) -> list[SafeString]:
    """The convoys, printed."""
    return [printed("convoys/convoy_row.html", _row(one, now_ms, known)) for one in convoys]


def _row(one: Convoy, now_ms: int, known: House) -> Row:
    shade, state = state_words(one, now_ms)
    return Row(
        convoy=one.id,
        code=one.code,
        shade=shade,
        state=state,
        source=place_called(known, one.source),
        target=place_called(known, one.target),
        since=ago(one.departed_at or one.opened_at),
        due=clock_time(one.due_at) if one.status == "road" else "",
        boarded=one.boarded,
        seats=one.seats,
        departed=one.departed,
        received=one.received,
    )
