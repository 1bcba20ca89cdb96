"""The road of the operation: its segments, how long they take, when a convoy is due, who closed it.

Speeds are not measured: they put the 300 km to Al-Hol with its checkpoints at the 8 to 12 hours
that a day's journey was planned with (docs/data.md). A convoy is overdue when a quarter more than
that has passed, and an hour and a half at least.
"""

from collections import deque
from collections.abc import Iterable, Sequence

import msgspec

from serai.core.clock import DAY_MS, HOUR_MS
from serai.core.operation import ROUTE

KILOMETRES_AN_HOUR_BY_DAY = 30
KILOMETRES_AN_HOUR_BY_NIGHT = 24  # bad road, no lights, checkpoints that search longer
STOP_MINUTES = 30  # at every place on the way: the checkpoint, water, the count of vehicles
SLACK_SHARE = 0.25
SLACK_MS_MIN = int(1.5 * HOUR_MS)
OFF_ROAD_HOURS = 12  # between places that this road does not join
ZONE_MS = 2 * HOUR_MS  # the sun over the Khabur, not the clock of a country, makes day and night
DAY_BEGINS_HOUR, NIGHT_BEGINS_HOUR = 6, 18

OPEN, CAUTION, CLOSED = "open", "caution", "closed"
STATUSES = (OPEN, CAUTION, CLOSED)  # from good to bad
_JOINS = "--"
_MINUTE_MS = HOUR_MS // 60


class Segment(msgspec.Struct, frozen=True):
    """A piece of the road between two places of work. It is driven both ways."""

    segment: str
    source: str
    target: str
    kilometres: int


class SegmentStatus(msgspec.Struct, frozen=True):
    """What somebody said about a segment, and until when it holds (0: until somebody changes it).

    `authority` decided, `actor` wrote it down.
    """

    event: str
    segment: str
    status: str
    reason: str
    authority: str
    until: int
    at: int
    actor: str

    def lapsed(self, at_ms: int) -> bool:
        """Whether its time is over.

        >>> SegmentStatus("e", "s", CLOSED, "", "", until=100, at=0, actor="").lapsed(100)
        True
        """
        return 0 < self.until <= at_ms


SEGMENTS: tuple[Segment, ...] = tuple(
    Segment(f"{one.source}{_JOINS}{one.target}", one.source, one.target, one.kilometres)
    for one in ROUTE
)
BY_ID = {one.segment: one for one in SEGMENTS}


def way(source: str, target: str) -> tuple[Segment, ...]:
    """The segments from one place to another in the order they are driven; none off the road.

    >>> [one.segment for one in way("suwar", "al-hol")]
    ['suwar--shaddadah', 'shaddadah--al-hol']
    >>> [one.segment for one in way("al-hol", "shaddadah")], way("suwar", "hospital")
    (['shaddadah--al-hol'], ())
    """
    reached: dict[str, tuple[Segment, ...]] = {source: ()}
    queue = deque([source])
    while queue and target not in reached:
        here = queue.popleft()
        for one in SEGMENTS:
            ends = (one.source, one.target)
            if here in ends:
                there = ends[1] if here == ends[0] else ends[0]
                if there not in reached:
                    reached[there] = (*reached[here], one)
                    queue.append(there)
    return reached.get(target, ())


def arrives_at(source: str, target: str, departs_at: int) -> int:
    """When a convoy that leaves at a moment should be there, stops and nights counted.

    >>> (arrives_at("shaddadah", "al-hol", 8 * HOUR_MS) - 8 * HOUR_MS) / HOUR_MS  # 89 km by day
    2.966...
    >>> (arrives_at("shaddadah", "al-hol", 20 * HOUR_MS) - 20 * HOUR_MS) / HOUR_MS  # by night
    3.708...
    """
    segments = way(source, target)
    if not segments:
        return departs_at + OFF_ROAD_HOURS * HOUR_MS
    at = departs_at
    for number, one in enumerate(segments):
        at += STOP_MINUTES * _MINUTE_MS * (number > 0)
        at = _driven(one.kilometres, at)
    return at


def due_at(source: str, target: str, departed_at: int) -> int:
    """The moment from which a convoy that is still on the road is overdue.

    >>> due_at("suwar", "hospital", 0) == 15 * HOUR_MS  # off the road: half a day and its quarter
    True
    """
    expected = arrives_at(source, target, departed_at) - departed_at
    return departed_at + expected + max(SLACK_MS_MIN, int(expected * SLACK_SHARE))


def worst(statuses: Iterable[SegmentStatus], at_ms: int) -> SegmentStatus | None:
    """The status that holds at a moment: the worst that has not lapsed; of equals the newest.

    None when nobody said anything that still holds.
    """
    valid = [one for one in statuses if one.at <= at_ms and not one.lapsed(at_ms)]
    return max(valid, key=lambda one: (badness(one.status), one.at, one.event), default=None)


def badness(status: str) -> int:
    """A number that orders statuses from good to bad; an unknown word is as bad as caution.

    >>> badness("open") < badness("mud") == badness("caution") < badness("closed")
    True
    """
    return STATUSES.index(status) if status in STATUSES else STATUSES.index(CAUTION)


def disagree(statuses: Sequence[SegmentStatus], at_ms: int) -> bool:
    """Whether stations said different things that both still hold."""
    return len({one.status for one in statuses if not one.lapsed(at_ms)}) > 1


def _driven(kilometres: float, at: int) -> int:
    """When so many kilometres are behind, by day and night as they come."""
    left = float(kilometres)
    while True:
        fast, turns_at = _light(at)
        reach = (turns_at - at) / HOUR_MS * fast
        if reach >= left:
            return at + int(left / fast * HOUR_MS)
        left -= reach
        at = turns_at


def _light(at: int) -> tuple[int, int]:
    """Kilometres an hour at a moment, and the moment at which day or night ends."""
    since = (at + ZONE_MS) % DAY_MS
    midnight = at - since
    if since < DAY_BEGINS_HOUR * HOUR_MS:
        return KILOMETRES_AN_HOUR_BY_NIGHT, midnight + DAY_BEGINS_HOUR * HOUR_MS
    if since < NIGHT_BEGINS_HOUR * HOUR_MS:
        return KILOMETRES_AN_HOUR_BY_DAY, midnight + NIGHT_BEGINS_HOUR * HOUR_MS
    return KILOMETRES_AN_HOUR_BY_NIGHT, midnight + DAY_MS + DAY_BEGINS_HOUR * HOUR_MS
