"""Our own numbers for any day and place, to stand beside what was reported: read, never written.

Present: the balance of the place. Arrived: who came into the place, but for births, corrections
and as many from hospital or screening as went there from the place in the same days. Left the
front: everybody counted in from outside at other places than camps. Died and registered: everybody
in the books, wherever.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache

import msgspec
from django.utils import timezone

from serai.core import clock
from serai.core.reports.beside import Beside
from serai.journal import sql
from serai.situation.by_the_hour import (
    ASIDE_FROM,
    ASIDE_TO,
    CAME,
    GROUP,
    NEVER,
    WENT,
    Line,
    Lines,
    line,
    lines_of,
)
from serai.situation.whereabouts import Spot, Whereabouts

DAYS_KEPT = 10_000
FRONT, CAMP = "front", "camp"
ASIDE_KINDS = ("hospital", "holding", "screening")  # from where people come back
_NAMED = (
    "SELECT registered_at / 3600000, COUNT(*) FROM registry_person GROUP BY registered_at / 3600000"
)


class Counted(msgspec.Struct, frozen=True):
    """What the books hold, asked once for all claims of a page."""

    lines: Lines
    named: Line
    kinds: dict[str, str]
    known: Whereabouts
    until_hour: int  # nothing is counted after the moment the page is of

    def number(self, one: Beside) -> int | None:
        """Our number beside a claim; None where we count nothing of this sort."""
        place = self.known.station(one.key)
        start, end = hour_of(one.first_on), self._end(one.last_on)
        if one.measure == "died":
            return self._between(self.lines.of(CAME, "death"), start, end)
        if one.measure == "registered":
            return self._between(self.named, start, end)
        if one.measure in ("left", "remaining"):
            # what was said to remain is held beside who came out since that day was over
            out = (start, end) if one.measure == "left" else (end, self.until_hour)
            return self._left(one.key, place, *out)
        if not place or self.kinds.get(place) == FRONT:
            return None
        if one.measure == "present":
            return self._present(place, end)
        return self._arrived(place, start, end)

    def _end(self, last_on: str) -> int:
        return min(hour_of(_after(last_on)), self.until_hour)

    def _present(self, place: str, end: int) -> int:
        return self.lines.of(CAME, place).until(end) - self.lines.of(WENT, place).until(end)

    def _arrived(self, place: str, start: int, end: int) -> int:
        came, never, back, away = (
            self._between(self.lines.of(what, place), start, end)
            for what in (CAME, NEVER, ASIDE_FROM, ASIDE_TO)
        )
        opening = self._opening(place)
        before = opening[1] if start <= opening[0] < end else 0
        return came - never - min(back, away) - before

    def _opening(self, place: str) -> tuple[int, int]:
        """Who stood in a camp before the first entry was written never arrived there."""
        first = self.lines.of(CAME, place)
        if self.kinds.get(place) != CAMP or not first.hours:
            return -1, 0
        return first.hours[0], first.sums[0]

    def _left(self, key: str, place: str, start: int, end: int) -> int | None:
        if place and self.kinds.get(place) != FRONT:
            return self._between(self.lines.of(WENT, place), start, end)
        lines = [
            line for (what, at, source), line in self.lines.lines.items()
            if what == GROUP and self.kinds.get(at) != CAMP
            and (place or self.known.key(source) == key)
        ]  # fmt: skip
        return sum(self._between(line, start, end) for line in lines) if lines else None

    def _between(self, line: Line, start: int, end: int) -> int:
        return line.until(end) - line.until(start) if end > start else 0


def counted(
    places: Sequence[Spot], known: Whereabouts, asked: Sequence[Beside], state: str, until_ms: int
) -> Counted:
    """The books as lines, at a state of the journal."""
    kinds = {place.id: place.kind for place in places}
    names = any(one.measure == "registered" for one in asked)
    return Counted(
        lines=lines_of(state, [id_ for id_, kind in kinds.items() if kind in ASIDE_KINDS]),
        named=line({int(hour): int(people) for hour, people in sql.every(_NAMED)})
        if names
        else Line(),
        kinds=kinds,
        known=known,
        until_hour=until_ms // clock.HOUR_MS + 1,
    )


def hour_of(day: str) -> int:
    """The first hour of a local day, in hours since 1970; 0 for no day: the beginning."""
    return _hour_of(day, timezone.get_current_timezone()) if day else 0


@lru_cache(maxsize=DAYS_KEPT)
def _hour_of(day: str, zone: tzinfo) -> int:
    midnight = timezone.make_aware(datetime.combine(date.fromisoformat(day), time()), zone)
    return clock.to_ms(midnight) // clock.HOUR_MS


@lru_cache(maxsize=DAYS_KEPT)
def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
