"""Which way a convoy takes: the shortest that is open, and why, where that is not the usual one."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from serai.core.road import CLOSED, Road, Segment, SegmentStatus, ends, worst


class Choice(msgspec.Struct, frozen=True):
    """The way between two places at a moment, as driven; none where no road joins them.

    `avoided` are the closures of the shortest way, where another one is open. `closed` are those
    of the way itself: only where every way is closed, and then it is the shortest of all.
    """

    way: tuple[Segment, ...] = ()
    avoided: tuple[SegmentStatus, ...] = ()
    closed: tuple[SegmentStatus, ...] = ()
    usual: tuple[Segment, ...] = ()
    has_others: bool = False  # another way is there, closed too

    @property
    def segments(self) -> tuple[str, ...]:
        """The ids of its segments."""
        return tuple(one.segment for one in self.way)

    @property
    def kilometres(self) -> float:
        """How long it is."""
        return sum(one.kilometres for one in self.way)

    def by(self, source: str) -> tuple[str, ...]:
        """The places by which another way than the usual one leads; all of them where it has none.

        >>> one, other = Segment("a", "b", 9), Segment("b", "c", 9)
        >>> Choice(way=(one, other), usual=(Segment("a", "c", 5),)).by("a")
        ('b',)
        """
        own = places_on(self.segments, source)
        usual = places_on((one.segment for one in self.usual), source)
        return tuple(one for one in own[1:-1] if one not in usual) or own[1:-1]


def chosen(
    road: Road,
    said: Mapping[str, Sequence[SegmentStatus]],
    source: str,
    target: str,
    at_ms: int,
) -> Choice:
    """The shortest way without a closure that holds at a moment, else the shortest of all.

    >>> road = Road((Segment("a", "b", 9), Segment("b", "c", 9), Segment("a", "c", 5)))
    >>> shut = SegmentStatus("e", "a--c", CLOSED, "", "", until=0, at=0, actor="")
    >>> choice = chosen(road, {"a--c": [shut]}, "a", "c", 1)
    >>> choice.segments, len(choice.avoided), choice.closed
    (('a--b', 'b--c'), 1, ())
    """
    held = {segment: worst(statuses, at_ms) for segment, statuses in said.items()}
    shut = {segment: one for segment, one in held.items() if one and one.status == CLOSED}
    usual = road.way(source, target)
    ahead = tuple(shut[one.segment] for one in usual if one.segment in shut)
    if not ahead:
        return Choice(usual, usual=usual)
    way = road.way(source, target, apart=shut)
    if way:
        return Choice(way, avoided=ahead, usual=usual)
    others = road.way(source, target, apart={one.segment for one in ahead})
    return Choice(usual, closed=ahead, usual=usual, has_others=bool(others))


def places_on(segments: Iterable[str], source: str) -> tuple[str, ...]:
    """The places of a way that begins at one of them, in the order they are reached.

    Where the segments do not join, it ends: another station may have written anything.

    >>> places_on(["a--b", "b--c"], "a"), places_on(["a--b", "x--y"], "b")
    (('a', 'b', 'c'), ('b', 'a'))
    """
    places = [source]
    for one in segments:
        joined = ends(one)
        if len(joined) != 2 or places[-1] not in joined:
            break
        places.append(joined[joined[0] == places[-1]])
    return tuple(places)
