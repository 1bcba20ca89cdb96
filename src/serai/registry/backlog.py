"""Who waits at each place for the road on, against the seats there and the pace of the last days.

People on the list of a convoy have a seat already, though the books move them at departure only.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from serai.core.clock import DAY_MS
from serai.journal import sql

LEAVES_FROM = ("front", "reception", "screening", "transit")  # kinds of places people go on from
PACE_DAYS = 3
LOADING_DAYS_MAX = 7  # a convoy opened longer ago and never sent off gives nobody a seat
_RECENT = (
    "SELECT id, code, source, target, status, opened_at, departed_at, due_at, way, seats, boarded,"
    " departed FROM registry_convoy"
    " WHERE departed_at > %s OR status = 'road' OR (status = 'loading' AND opened_at > %s)"
)


class Recent(msgspec.Struct, frozen=True):
    """A convoy that loads, is on the road, or left lately."""

    convoy: str
    code: str
    source: str
    target: str
    status: str
    opened_at: int
    departed_at: int
    due_at: int
    way: str
    seats: int
    boarded: int
    departed: int

    def loads(self, at_ms: int) -> bool:
        """Whether it was being loaded at a moment."""
        return self.opened_at <= at_ms and not 0 < self.departed_at <= at_ms

    def left_within(self, at_ms: int, span_ms: int) -> bool:
        """Whether it left in the time before a moment."""
        return at_ms - span_ms < self.departed_at <= at_ms


class Backlog(msgspec.Struct, frozen=True):
    """One place: who waits there without a seat, seats still free, and how fast it empties."""

    place: str
    standing: int
    seated: int  # of them on the list of a convoy that loads
    free: int
    seats_lately: int  # that left in the last 24 hours, taken or not
    left_lately: int  # people who left in the last days

    @property
    def waiting(self) -> int:
        """People without a seat."""
        return max(0, self.standing - self.seated)

    @property
    def short(self) -> int:
        """How many seats are missing for them."""
        return max(0, self.waiting - self.free)

    @property
    def days(self) -> float | None:
        """Days until nobody waits at the pace of the last days; None while nobody leaves.

        >>> Backlog("suwar", 300, 0, 0, 0, 450).days, Backlog("suwar", 300, 0, 0, 0, 0).days
        (2.0, None)
        """
        return round(self.waiting * PACE_DAYS / self.left_lately, 1) if self.left_lately else None


def recent_convoys(at_ms: int) -> list[Recent]:
    """The convoys that say something about a moment, in one question."""
    asked = recent_asked(at_ms)
    return [Recent(*row) for row in sql.every(asked.statement, asked.values)]


def recent_asked(at_ms: int) -> sql.Question:
    """The question for them, to be asked with others."""
    since = (at_ms - PACE_DAYS * DAY_MS, at_ms - LOADING_DAYS_MAX * DAY_MS)
    return sql.Question(_RECENT, since, 12)


def backlog(
    standing: Iterable[tuple[str, str, int]], recent: Sequence[Recent], at_ms: int
) -> list[Backlog]:
    """Every place from which people go on, as (id, kind, people); empty ones are left out.

    Who was on which list at a past hour is not asked: then everybody there counts as waiting.
    """
    of_place: dict[str, list[Recent]] = defaultdict(list)
    for one in recent:
        of_place[one.source].append(one)
    found = []
    for place, kind, people in standing:
        if kind in LEAVES_FROM:
            row = _backlog(place, max(0, people), of_place[place], at_ms)
            if row.standing or row.free:
                found.append(row)
    return found


def _backlog(place: str, standing: int, convoys: Sequence[Recent], at_ms: int) -> Backlog:
    loading = [one for one in convoys if one.loads(at_ms)]
    listed = {one.convoy: one.boarded if one.status == "loading" else 0 for one in loading}
    return Backlog(
        place,
        standing,
        seated=sum(listed.values()),
        free=sum(max(0, one.seats - listed[one.convoy]) for one in loading),
        seats_lately=sum(one.seats for one in convoys if one.left_within(at_ms, DAY_MS)),
        left_lately=sum(
            one.departed for one in convoys if one.left_within(at_ms, PACE_DAYS * DAY_MS)
        ),
    )
