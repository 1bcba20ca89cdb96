"""The road on the wall in words: what is closed or to be driven with caution, and who waits."""

import msgspec
from django.utils.safestring import SafeString

from serai.access.places import House
from serai.core.road import SegmentStatus
from serai.situation.road import RoadNews
from serai.web.printed import printed
from serai.web.templatetags.serai import clock_time, place_called


class Held(msgspec.Struct, frozen=True):
    """A segment that is not simply open."""

    status: str
    segment: str
    who: str
    since: str
    until: str
    reason: str


class Waiting(msgspec.Struct, frozen=True):
    """A place where people wait for a seat; `days` is None while nobody leaves."""

    place: str
    waiting: int
    free: int
    days: float | None


class Lines(msgspec.Struct, frozen=True):
    """What the card of the road says."""

    held: tuple[Held, ...]
    waiting: tuple[Waiting, ...]


def road_lines(road: RoadNews, known: House) -> SafeString:
    """The card of the road, printed."""
    waiting = tuple(
        Waiting(place_called(known, one.place), one.waiting, one.free, one.days)
        for one in road.backlog
    )
    held = tuple(_held(one, known) for one in road.held)
    return printed("situation/road.html", Lines(held, waiting))


def _held(one: SegmentStatus, known: House) -> Held:
    return Held(
        status=one.status,
        segment=known.segment_name(one.segment),
        who=one.authority or one.actor,
        since=clock_time(one.at),
        until=clock_time(one.until),
        reason=one.reason,
    )
