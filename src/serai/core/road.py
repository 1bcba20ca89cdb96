"""The road of an operation: its segments, when a convoy is due, who closed what until when.

A convoy is overdue when a quarter more than its way takes has passed, and an hour and a half at
least.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cached_property
from heapq import heappop, heappush

import msgspec

from serai.core.clock import HOUR_MS
from serai.core.driving import driven, hours_by_day

STOP_MINUTES = 30  # at every place on the way: the checkpoint, water, the count of vehicles
SLACK_SHARE = 0.25
SLACK_MS_MIN = int(1.5 * HOUR_MS)
OFF_ROAD_HOURS = 12  # between places that this road does not join

OPEN, CAUTION, CLOSED = "open", "caution", "closed"
STATUSES = (OPEN, CAUTION, CLOSED)  # from good to bad
_JOINS = "--"
_MINUTE_MS = HOUR_MS // 60
Point = tuple[float, float]  # latitude, longitude
_Length = tuple[float, float, int]  # kilometres, hours by day, segments


class Segment(msgspec.Struct, frozen=True):
    """A piece of the road between two places of work. It is driven both ways.

    `hours` are those it usually takes by day; 0 when nobody said so.
    """

    source: str
    target: str
    kilometres: float
    hours: float = 0
    surface: str = ""

    @property
    def segment(self) -> str:
        """The id, the same in both directions.

        >>> Segment("suwar", "shaddadah", 63).segment == Segment("shaddadah", "suwar", 63).segment
        True
        """
        return segment_between(self.source, self.target)

    @property
    def by_day(self) -> float:
        """The hours it takes by day."""
        return hours_by_day(self.kilometres, self.hours, self.surface)


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


class Road(msgspec.Struct, frozen=True, dict=True):
    """Every segment of an operation, and where its places are as far as somebody knows."""

    segments: tuple[Segment, ...] = ()
    positions: Mapping[str, Point] = {}

    @cached_property
    def by_id(self) -> dict[str, Segment]:
        """Every segment by its id."""
        return {one.segment: one for one in self.segments}

    def way(self, source: str, target: str, apart: Container[str] = ()) -> tuple[Segment, ...]:
        """The segments of the shortest way between two places, as driven; none off the road.

        Segments `apart` are not driven. Of ways as long as each other the quicker one is taken.

        >>> road = Road((Segment("a", "b", 60), Segment("b", "c", 60), Segment("a", "c", 300)))
        >>> [one.segment for one in road.way("c", "a")], road.way("a", "x")
        (['b--c', 'a--b'], ())
        >>> [one.segment for one in road.way("c", "a", apart={"a--b"})]
        ['a--c']
        """
        ways: list[tuple[_Length, tuple[str, ...], str]] = [((0.0, 0.0, 0), (), source)]
        reached: set[str] = set()
        while ways:
            (kilometres, hours, legs), behind, here = heappop(ways)
            if here == target:
                return self.along(behind)
            if here in reached:
                continue
            reached.add(here)
            for there, one in self._from.get(here, ()):
                if there not in reached and one.segment not in apart:
                    length = (kilometres + one.kilometres, hours + one.by_day, legs + 1)
                    heappush(ways, (length, (*behind, one.segment), there))
        return ()

    def along(self, segments: Sequence[str]) -> tuple[Segment, ...]:
        """The segments with these ids; none where the road does not have all of them any more.

        >>> road = Road((Segment("a", "b", 60),))
        >>> len(road.along(["a--b"])), road.along(["a--b", "b--c"])
        (1, ())
        """
        found = [self.by_id[one] for one in segments if one in self.by_id]
        return tuple(found) if len(found) == len(segments) else ()

    def arrives_at(
        self, source: str, target: str, departs_at: int, driven_on: Sequence[str] = ()
    ) -> int:
        """When a convoy that leaves at a moment should be there, stops and nights counted.

        It drives on the segments named, or on the shortest way where they are no road.

        >>> road = Road((Segment("a", "b", 89),))
        >>> (road.arrives_at("a", "b", 8 * HOUR_MS) - 8 * HOUR_MS) / HOUR_MS  # by day
        2.966...
        >>> (road.arrives_at("a", "b", 20 * HOUR_MS) - 20 * HOUR_MS) / HOUR_MS  # by night
        3.708...
        """
        segments = self.along(driven_on) or self.way(source, target)
        if not segments:
            return departs_at + OFF_ROAD_HOURS * HOUR_MS
        at = departs_at
        for number, one in enumerate(segments):
            at += STOP_MINUTES * _MINUTE_MS * (number > 0)
            at = driven(one.by_day, at)
        return at

    def due_at(
        self, source: str, target: str, departed_at: int, driven_on: Sequence[str] = ()
    ) -> int:
        """The moment from which a convoy that is still on the road is overdue.

        >>> Road().due_at("a", "b", 0) == 15 * HOUR_MS  # off the road: half a day and its quarter
        True
        """
        expected = self.arrives_at(source, target, departed_at, driven_on) - departed_at
        return departed_at + expected + max(SLACK_MS_MIN, int(expected * SLACK_SHARE))

    @cached_property
    def _from(self) -> dict[str, list[tuple[str, Segment]]]:
        """From every place, where a segment leads."""
        found: dict[str, list[tuple[str, Segment]]] = defaultdict(list)
        for one in self.segments:
            found[one.source].append((one.target, one))
            found[one.target].append((one.source, one))
        return found


def segment_between(source: str, target: str) -> str:
    """The id of the segment between two places, whichever is named first.

    >>> segment_between("suwar", "shaddadah")
    'shaddadah--suwar'
    """
    return _JOINS.join(sorted((source, target)))


def as_segment(written: str) -> str:
    """A segment's id as it is written today, also where its ends were named the other way round.

    >>> as_segment("suwar--shaddadah"), as_segment("the bridge")
    ('shaddadah--suwar', 'the bridge')
    """
    parts = written.split(_JOINS)
    return segment_between(*parts) if len(parts) == 2 else written


def ends(segment: str, route: Sequence[str] = ()) -> tuple[str, ...]:
    """The places that a segment joins, in the order of the route where it knows them.

    >>> ends("shaddadah--suwar", ["suwar", "shaddadah"]), ends("the bridge")
    (('suwar', 'shaddadah'), ('the bridge',))
    """
    turn = {place: number for number, place in enumerate(route)}
    parts = segment.split(_JOINS)
    if len(parts) != 2:
        return (segment,)
    return tuple(sorted(parts, key=lambda one: (turn.get(one, len(turn)), one)))


def in_route_order(segments: Iterable[Segment], route: Sequence[str]) -> tuple[Segment, ...]:
    """Segments in the order of the route, each from its earlier to its later end.

    >>> found = in_route_order([Segment("c", "b", 1), Segment("b", "a", 2)], ["a", "b", "c"])
    >>> [(one.source, one.target) for one in found]
    [('a', 'b'), ('b', 'c')]
    """
    turn = {place: number for number, place in enumerate(route)}

    def where(place: str) -> tuple[int, str]:
        return turn.get(place, len(turn)), place

    turned = [
        msgspec.structs.replace(one, source=one.target, target=one.source)
        if where(one.target) < where(one.source)
        else one
        for one in segments
    ]
    return tuple(sorted(turned, key=lambda one: (where(one.source), where(one.target))))


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
