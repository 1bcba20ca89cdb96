"""Our own numbers for any day and place, to stand beside what was reported: read, never written.

Present: the balance of the place. Arrived: who came into the place, but for births, corrections
and as many from hospital or screening as went there from the place in the same days. Left the
front: everybody counted in from outside at other places than camps. Died and registered: everybody
in the books, wherever.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import accumulate

import msgspec
from django.utils import timezone

from serai.core import clock
from serai.core.reports.beside import Beside
from serai.journal import sql
from serai.situation.whereabouts import Spot, Whereabouts

FRONT, CAMP = "front", "camp"
ASIDE_KINDS = ("hospital", "holding", "screening")  # from where people come back
# One question: who came and went by hour, who never arrived though they came, who stepped aside
# and back, and the groups counted at every gate by where they came from.
_BOOKS = (
    "SELECT 'flow', place, '', hour, SUM(came), SUM(went) FROM registry_hourlyflow"
    " WHERE place IN ({places}) GROUP BY place, hour"
    " UNION ALL SELECT 'never', target_place, '', at / 3600000, SUM(count), 0"
    " FROM registry_postingleg WHERE source_place IN ('birth', 'unknown')"
    " GROUP BY target_place, at / 3600000"
    " UNION ALL SELECT 'from', target_place, '', at / 3600000, SUM(count), 0"
    " FROM registry_postingleg WHERE source_place IN ({aside}) GROUP BY target_place, at / 3600000"
    " UNION ALL SELECT 'to', source_place, '', at / 3600000, SUM(count), 0"
    " FROM registry_postingleg WHERE target_place IN ({aside}) GROUP BY source_place, at / 3600000"
    " UNION ALL SELECT 'group', place, came_from, at / 3600000, SUM(total), 0"
    " FROM registry_arrival WHERE NOT reversed GROUP BY place, came_from, at / 3600000"
    " ORDER BY 4"
)
_NAMED = (
    "SELECT registered_at / 3600000, COUNT(*) FROM registry_person"
    " GROUP BY registered_at / 3600000 ORDER BY 1"
)


class Line(msgspec.Struct, frozen=True):
    """People by the hour since 1970, added up: how many until the beginning of any hour."""

    hours: Sequence[int] = ()
    sums: Sequence[int] = ()

    def until(self, hour: int) -> int:
        """The sum of all hours before this one."""
        found = bisect_left(self.hours, hour)
        return self.sums[found - 1] if found else 0


class Counted(msgspec.Struct, frozen=True):
    """What the books hold, asked once for all claims of a page."""

    came: dict[str, Line]
    went: dict[str, Line]
    never: dict[str, Line]  # born in a place or corrected into its books: nobody arrived
    aside_from: dict[str, Line]
    aside_to: dict[str, Line]
    arrivals: dict[tuple[str, str], Line]  # by place and where from
    named: Line
    kinds: dict[str, str]
    known: Whereabouts
    until_hour: int  # nothing is counted after the moment the page is of

    def number(self, one: Beside) -> int | None:
        """Our number beside a claim; None where we count nothing of this sort."""
        place = self.known.station(one.key)
        start, end = hour_of(one.first_on), self._end(one.last_on)
        if one.measure == "died":
            return self._between(self.came.get("death"), start, end)
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
        return self.came.get(place, Line()).until(end) - self.went.get(place, Line()).until(end)

    def _arrived(self, place: str, start: int, end: int) -> int:
        came = self._between(self.came.get(place), start, end)
        came -= self._between(self.never.get(place), start, end)
        returned = self._between(self.aside_from.get(place), start, end)
        came -= min(returned, self._between(self.aside_to.get(place), start, end))
        opening = self._opening(place)
        return came - (opening[1] if start <= opening[0] < end else 0)

    def _opening(self, place: str) -> tuple[int, int]:
        """Who stood in a camp before the first entry was written never arrived there."""
        if self.kinds.get(place) != CAMP:
            return -1, 0
        line = self.came.get(place, Line())
        return (line.hours[0], line.sums[0]) if line.hours else (-1, 0)

    def _left(self, key: str, place: str, start: int, end: int) -> int | None:
        if place and self.kinds.get(place) != FRONT:
            return self._between(self.went.get(place), start, end)
        lines = [
            line for (at, source), line in self.arrivals.items()
            if self.kinds.get(at) != CAMP and (place or self.known.key(source) == key)
        ]  # fmt: skip
        return sum(self._between(line, start, end) for line in lines) if lines else None

    def _between(self, line: Line | None, start: int, end: int) -> int:
        return line.until(end) - line.until(start) if line and end > start else 0


def counted(
    places: Sequence[Spot], known: Whereabouts, asked: Sequence[Beside], until_ms: int
) -> Counted:
    """The books as lines, as far as somebody asks for them."""
    kinds = {place.id: place.kind for place in places}
    wanted = [*sorted({known.station(one.key) for one in asked} & kinds.keys()), "death"]
    names = any(one.measure == "registered" for one in asked)
    aside = [id_ for id_, kind in kinds.items() if kind in ASIDE_KINDS] or [""]
    statement = _BOOKS.format(places=sql.marks(len(wanted)), aside=sql.marks(len(aside)))
    rows: dict[str, list[tuple[str, str, int, int, int]]] = defaultdict(list)
    for what, *row in sql.every(statement, [*wanted, *aside, *aside]):
        rows[what].append(tuple(row))
    return Counted(
        came=_lines((place, hour, came) for place, _, hour, came, _ in rows["flow"]),
        went=_lines((place, hour, went) for place, _, hour, _, went in rows["flow"]),
        never=_lines((place, hour, people) for place, _, hour, people, _ in rows["never"]),
        aside_from=_lines((place, hour, people) for place, _, hour, people, _ in rows["from"]),
        aside_to=_lines((place, hour, people) for place, _, hour, people, _ in rows["to"]),
        arrivals=_lines(
            ((place, source), hour, people) for place, source, hour, people, _ in rows["group"]
        ),
        named=_lines(("", *row) for row in sql.every(_NAMED)).get("", Line()) if names else Line(),
        kinds=kinds,
        known=known,
        until_hour=until_ms // clock.HOUR_MS + 1,
    )


def hour_of(day: str) -> int:
    """The first hour of a local day, in hours since 1970; 0 for no day: the beginning."""
    if not day:
        return 0
    midnight = timezone.make_aware(datetime.combine(date.fromisoformat(day), time()))
    return clock.to_ms(midnight) // clock.HOUR_MS


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _lines(rows: Iterable[tuple]) -> dict:  # type: ignore[type-arg]
    by_key: dict[object, list[tuple[int, int]]] = defaultdict(list)
    for key, hour, people in rows:
        by_key[key].append((int(hour), int(people)))
    return {
        key: Line(
            tuple(hour for hour, _ in found), tuple(accumulate(people for _, people in found))
        )
        for key, found in by_key.items()
    }
