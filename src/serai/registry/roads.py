"""The road of the operation as the station knows it: segments, what holds, where its places are."""

from collections import defaultdict
from typing import TypeVar

import msgspec

from serai.core.road import Point, Road, Segment, SegmentStatus, in_route_order
from serai.journal import sql

_Told = TypeVar("_Told")
# All of it in one question: every page of the road begins with it.
_ROAD = (
    "SELECT 'place', id, '', '', '', '', '', 0, 0, 0, position AS turn, latitude, longitude"
    " FROM registry_place"
    " UNION ALL SELECT 'segment', segment, id, actor, source, target, surface, 0, at, newer, 0,"
    " kilometres, hours FROM registry_roadsegment"
    " UNION ALL SELECT 'status', segment, id, actor, status, reason, authority, until, at, 0, 0,"
    " 0, 0 FROM registry_segmentstatus ORDER BY 1, 11, 2, 10, 9 DESC, 3"
)


class Described(msgspec.Struct, frozen=True):
    """A segment as somebody described it, when, and in which event."""

    segment: Segment
    event: str
    actor: str
    at: int


class Route(msgspec.Struct, frozen=True):
    """The road, the ids of the places in the order of the route, and who said what of it."""

    road: Road
    places: tuple[str, ...]
    described: dict[str, tuple[Described, ...]]  # by segment, the one that is shown first
    said: dict[str, tuple[SegmentStatus, ...]]  # by segment, the newest first

    def differing(self, segment: str) -> tuple[Described, ...]:
        """What stations said of a segment, where they said different things."""
        found = self.described.get(segment, ())
        told = {(one.segment.kilometres, one.segment.hours, one.segment.surface) for one in found}
        return found if len(told) > 1 else ()


def route() -> Route:
    """The road as it is known now, its segments in the order of the route."""
    places: list[str] = []
    positions: dict[str, Point] = {}
    described: dict[str, list[Described]] = defaultdict(list)
    said: dict[str, list[SegmentStatus]] = defaultdict(list)
    for what, identity, event, actor, one, other, third, until, at, *_, x, y in sql.every(_ROAD):
        if what == "place":
            places.append(identity)
            if x is not None and y is not None:
                positions[identity] = (x, y)
        elif what == "segment":
            segment = Segment(one, other, x, y, third)
            described[identity].append(Described(segment, event, actor, at))
        else:
            status = SegmentStatus(event, identity, one, other, third, until, at, actor)
            said[identity].append(status)
    shown = in_route_order((found[0].segment for found in described.values()), places)
    return Route(Road(shown, positions), tuple(places), _frozen(described), _frozen(said))


def route_asked() -> sql.Question:
    """The question for it, to be asked with others."""
    return sql.Question(_ROAD, (), 13)


def road() -> Road:
    """The road alone."""
    return route().road


def _frozen(found: dict[str, list[_Told]]) -> dict[str, tuple[_Told, ...]]:
    return {name: tuple(rows) for name, rows in found.items()}
