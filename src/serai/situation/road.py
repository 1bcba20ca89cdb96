"""The road in the situation room: overdue convoys, who waits for a seat, what is closed."""

from collections.abc import Iterable, Iterator

import msgspec

from serai.core.events import (
    PostingReversed,
    SegmentDescribed,
    SegmentDropped,
    SegmentStatusSet,
)
from serai.core.places import CONVOY
from serai.core.road import Road as Known
from serai.core.road import SegmentStatus, badness, worst
from serai.journal import sql
from serai.journal.wall import now_ms
from serai.registry.backlog import Backlog, Recent, backlog, recent_asked, recent_convoys
from serai.registry.past_roads import KnownRoad, Told, road_then, told
from serai.registry.roads import route, route_asked
from serai.situation.moment import Moment
from serai.situation.queries import OVERDUE_SHOWN, Road, Situation
from serai.situation.remembered import is_remembered, is_told, remembered, until_told

_SAYING = (SegmentDescribed, SegmentDropped, SegmentStatusSet, PostingReversed)


class Late(msgspec.Struct, frozen=True):
    """A convoy that should have come in."""

    road: Road
    code: str
    due_ms: int


class RoadNews(msgspec.Struct, frozen=True):
    """What the room says of the road at one moment."""

    late: tuple[Late, ...]
    late_count: int
    backlog: tuple[Backlog, ...]
    held: tuple[SegmentStatus, ...]  # caution and closures that hold, the worst first

    @property
    def waiting(self) -> int:
        """Everybody who waits for a seat."""
        return sum(one.waiting for one in self.backlog)


def road_news(moment: Moment, found: Situation) -> RoadNews:
    """The road at a moment; that of this minute is kept."""
    key = ("road", moment.at_or_now)
    return remembered(key, moment.state, now_ms(), lambda: _road_news(moment, found))


def known_road(moment: Moment) -> KnownRoad:
    """The road as it was known at a moment, kept until somebody says something else of it.

    For past hours all that was ever said of it is kept, so that another hour asks nothing.
    """
    key, at_ms = ("road known", moment.at_or_now), moment.at_or_now
    if at_ms is None:
        return until_told(key, moment.state, _SAYING, _road_now)
    return until_told(
        key, moment.state, _SAYING, lambda: road_then(_everything_said(moment), at_ms)
    )


def road_asked(moment: Moment) -> Iterator[sql.Question]:
    """The questions for the road, where nobody asked them yet."""
    if not is_remembered(("road", moment.at_or_now), moment.state, now_ms()):
        yield recent_asked(moment.at_ms)
    if moment.present and not is_told(("road known", None), moment.state, _SAYING):
        yield route_asked()


def _road_now() -> KnownRoad:
    known = route()
    return KnownRoad(known.road.segments, known.said)


def _everything_said(moment: Moment) -> Told:
    return until_told("road said", moment.state, _SAYING, told)


def _road_news(moment: Moment, found: Situation) -> RoadNews:
    recent = recent_convoys(moment.at_ms)
    late = _late(moment, found, recent)
    standing = [(one.id, one.kind, one.people) for one in found.standings]
    return RoadNews(
        late=tuple(late[:OVERDUE_SHOWN]),
        late_count=len(late),
        backlog=tuple(backlog(standing, recent, moment.at_ms)),
        held=_held(moment),
    )


def _late(moment: Moment, found: Situation, recent: Iterable[Recent]) -> list[Late]:
    """Convoys longer on the road than their way takes, the longest overdue first."""
    late, known = [], {one.convoy: one for one in recent}
    then = None if moment.present else Known(known_road(moment).segments)
    for road in found.roads:
        one = known.get(road.account.removeprefix(CONVOY))
        due_ms = _due(one, then) or Known().due_at("", "", road.since_ms)
        if due_ms <= moment.at_ms:
            late.append(Late(road, one.code if one else "", due_ms))
    return sorted(late, key=lambda one: (one.due_ms, one.road.account))


def _due(one: Recent | None, then: Known | None) -> int:
    """When a convoy was due by the road as it was known then; 0 where nobody knows."""
    if one is None or then is None or not one.departed_at:
        return one.due_at if one else 0
    return then.due_at(one.source, one.target, one.departed_at, one.way.split())


def _held(moment: Moment) -> tuple[SegmentStatus, ...]:
    """For every segment the worst that holds; open ones are no news."""
    said = known_road(moment).said
    held = [worst(statuses, moment.at_ms) for _, statuses in sorted(said.items())]
    news = [one for one in held if one is not None and badness(one.status) > 0]
    return tuple(sorted(news, key=lambda one: -badness(one.status)))
