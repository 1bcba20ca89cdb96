"""Who came and went by the hour, of every place: read once, and again only the hours written to."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

import msgspec

from serai.core.clock import HOUR_MS
from serai.core.events import PostingReversed
from serai.journal import sql
from serai.situation.remembered import written_since

HOURS_AGAIN_MAX = 12  # more are read as quickly with all others
CAME, WENT, NEVER, ASIDE_FROM, ASIDE_TO, GROUP = "came", "went", "never", "from", "to", "group"
# One question: who came and went by hour, who never arrived though they came, who stepped aside
# and back, and the groups counted at every gate by where they came from.
_BOOKS = (
    "SELECT 'flow', place, '', hour, SUM(came), SUM(went) FROM registry_hourlyflow"
    " WHERE (place < 'convoy:' OR place >= 'convoy;') AND {hours} GROUP BY place, hour"
    " UNION ALL SELECT 'never', target_place, '', at / 3600000, SUM(count), 0"
    " FROM registry_postingleg WHERE source_place IN ('birth', 'unknown') AND {times}"
    " GROUP BY target_place, at / 3600000"
    " UNION ALL SELECT 'from', target_place, '', at / 3600000, SUM(count), 0"
    " FROM registry_postingleg WHERE source_place IN ({aside}) AND {times}"
    " GROUP BY target_place, at / 3600000"
    " UNION ALL SELECT 'to', source_place, '', at / 3600000, SUM(count), 0"
    " FROM registry_postingleg WHERE target_place IN ({aside}) AND {times}"
    " GROUP BY source_place, at / 3600000"
    " UNION ALL SELECT 'group', place, came_from, at / 3600000, SUM(total), 0"
    " FROM registry_arrival WHERE NOT reversed AND {times}"
    " GROUP BY place, came_from, at / 3600000"
)

Key = tuple[str, str, str]  # what, the place, where a group came from
Hours = dict[int, int]


class Line(msgspec.Struct, frozen=True):
    """People by the hour since 1970, added up: how many until the beginning of any hour."""

    hours: tuple[int, ...] = ()
    sums: tuple[int, ...] = ()

    def until(self, hour: int) -> int:
        """The sum of all hours before this one."""
        found = bisect_left(self.hours, hour)
        return self.sums[found - 1] if found else 0

    def put(self, hour: int, count: int) -> "Line":
        """The line with so many people in one hour, however many stood there before.

        >>> line({5: 2, 9: 1}).put(7, 4) == line({5: 2, 7: 4, 9: 1})
        True
        """
        more = count - (self.until(hour + 1) - self.until(hour))
        if not more:
            return self
        at = bisect_left(self.hours, hour)
        after = tuple(one + more for one in self.sums[at:])
        if self.hours[at : at + 1] == (hour,):
            return Line(self.hours, self.sums[:at] + after)
        hours = (*self.hours[:at], hour, *self.hours[at:])
        return Line(hours, (*self.sums[:at], self.until(hour) + more, *after))


class Lines(msgspec.Struct, frozen=True):
    """The books as lines at one state of the journal."""

    state: str
    aside: tuple[str, ...]
    lines: Mapping[Key, Line]

    def of(self, what: str, place: str, source: str = "") -> Line:
        """One line; an empty one where nobody came or went."""
        return self.lines.get((what, place, source)) or Line()


_kept: list[Lines] = []


def lines_of(state: str, aside: Sequence[str]) -> Lines:
    """The lines at a state; `aside` are the places people step aside to and come back from."""
    kept = _kept[0] if _kept and _kept[0].aside == tuple(aside) else None
    if kept is None or kept.state != state:
        hours = _written_to(kept.state, state) if kept else None
        read = (
            kept if kept and hours == set() else _read(tuple(aside), kept if hours else None, hours)
        )
        kept = msgspec.structs.replace(read, state=state)
        _kept[:] = [kept]
    return kept


def line(hours: Mapping[int, int]) -> Line:
    """People of hours, added up; hours without anybody are left out."""
    order = sorted(hour for hour, people in hours.items() if people)
    return Line(tuple(order), tuple(accumulate(hours[hour] for hour in order)))


def _written_to(before: str, now: str) -> set[int] | None:
    """The hours that something was written to between two states; None when all may differ."""
    newer = written_since(before, now)
    if newer is None or any(isinstance(one.body, PostingReversed) for one in newer):
        return None  # a group that is taken back is no group in its own hour either
    hours = {one.body.at // HOUR_MS for one in newer if one.body.posting()}
    return hours if len(hours) <= HOURS_AGAIN_MAX else None


def _read(aside: tuple[str, ...], kept: Lines | None, again: set[int] | None) -> Lines:
    """All lines, or those kept with some hours read again: whatever stood there is replaced."""
    fresh = _rows(aside, sorted(again) if kept and again else [])
    if not (kept and again):
        return Lines("", aside, {key: line(hours) for key, hours in fresh.items()})
    lines = dict(kept.lines)
    for key in {*lines, *fresh}:
        found = fresh.get(key, {})
        for hour in again:
            lines[key] = lines.get(key, Line()).put(hour, found.get(hour, 0))
    return Lines("", aside, lines)


def _rows(aside: tuple[str, ...], hours: Sequence[int]) -> dict[Key, Hours]:
    some = aside or ("",)
    statement = _BOOKS.format(
        hours=_among("hour", [(hour, hour + 1) for hour in hours]),
        times=_among("at", [(hour * HOUR_MS, (hour + 1) * HOUR_MS) for hour in hours]),
        aside=sql.marks(len(some)),
    )
    people: dict[Key, Hours] = defaultdict(dict)
    for what, place, source, hour, came, went in sql.every(statement, [*some, *some]):
        if what == "flow":
            people[CAME, place, ""][hour] = int(came)
            people[WENT, place, ""][hour] = int(went)
        else:
            people[what, place, source][hour] = int(came)
    return dict(people)


def _among(column: str, spans: Iterable[tuple[int, int]]) -> str:
    """Between the ends of any of these spans of whole numbers; everything without one."""
    some = [f"({column} >= {start:d} AND {column} < {end:d})" for start, end in spans]
    return f"({' OR '.join(some)})" if some else "1 = 1"
