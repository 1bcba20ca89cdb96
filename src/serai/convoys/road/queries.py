"""What the road page shows: every segment with what holds and what warns, hazards by age."""

from collections.abc import Sequence
from datetime import date

import msgspec
from django.core.paginator import Page, Paginator
from django.utils.translation import gettext

from serai.convoys.models import Convoy, Hazard
from serai.convoys.road.words import age_words, kind_words, surface_words
from serai.core import road
from serai.core.hazards import Whereabouts, day_of, is_fresh, touched
from serai.core.road import Road, SegmentStatus
from serai.core.ways import Choice, chosen
from serai.registry.lists import listed
from serai.registry.roads import Described, Route
from serai.web.templatetags.serai import day_written

HAZARDS_A_PAGE = 25
HAZARDS_READ_MAX = 500
WARNINGS_SHOWN_MAX = 3


class Danger(msgspec.Struct, frozen=True):
    """A hazard as the page tells it: what, how old, whether it may be drawn, what it warns."""

    row: Hazard
    what: str
    age: str
    fresh: bool
    number: int  # on the map and in the list; 0 when it is not drawn
    whereabouts: Whereabouts
    segments: tuple[str, ...]

    @property
    def days(self) -> str:
        """The day it is of, or the first and the last."""
        first, last = day_written(self.row.from_on), day_written(self.row.until_on)
        return f"{first} … {last}" if first and last and first != last else last or first


class Leg(msgspec.Struct, frozen=True):
    """A segment with what holds for it now, what stations said, and what warns it."""

    segment: road.Segment
    held: SegmentStatus | None
    said: tuple[SegmentStatus, ...]
    lapsed: tuple[SegmentStatus, ...]
    disputed: bool
    dangers: tuple[Danger, ...]
    differing: tuple[Described, ...] = ()

    @property
    def known_as(self) -> str:
        """Its kind and its usual hours, as far as somebody said so."""
        hours = f"{self.segment.hours:g}" if self.segment.hours else ""
        told = gettext("%(hours)s hours") % {"hours": hours} if hours else ""
        return listed(one for one in (surface_words(self.segment.surface), told) if one)

    @property
    def status(self) -> str:
        """What holds; "" while nobody has said anything that still does."""
        return self.held.status if self.held else ""

    @property
    def shown(self) -> Sequence[Danger]:
        """The newest few that are still fresh."""
        return [one for one in self.dangers if one.fresh][:WARNINGS_SHOWN_MAX]

    @property
    def more(self) -> int:
        """How many others there are, older ones among them."""
        return len(self.dangers) - len(self.shown)


class Way(msgspec.Struct, frozen=True):
    """The road ahead of a convoy: its legs, how long it takes, when it would be overdue."""

    choice: Choice
    legs: tuple[Leg, ...]
    arrives_at: int
    due_at: int

    @property
    def is_quiet(self) -> bool:
        """Whether nobody warned of anything ahead."""
        return not any(leg.said or leg.dangers for leg in self.legs)


def dangers(now_ms: int, known: Road) -> list[Danger]:
    """Every hazard that stands, newest first, numbered in that order while it is fresh."""
    today = day_of(now_ms)
    rows = Hazard.objects.order_by("-day", "-noted_at", "id")[:HAZARDS_READ_MAX]
    found: list[Danger] = []
    number = 0
    for row in rows:
        fresh = is_fresh(row.what, row.day, row.noted_at, today)
        number += fresh
        found.append(_danger(row, number if fresh else 0, today, known))
    return found


def dangers_page(found: Sequence[Danger], number: str) -> Page[Danger]:
    """A page of hazards."""
    return Paginator(found, HAZARDS_A_PAGE).get_page(number)


def legs(known: Route, found: Sequence[Danger], now_ms: int) -> list[Leg]:
    """Every segment of the road in the order of the route."""
    return [_leg(one, known, found, now_ms) for one in known.road.segments]


def way_of(convoy: Convoy, now_ms: int, known: Route, found: Sequence[Danger]) -> Way:
    """The road ahead of a convoy that would leave now."""
    ends = convoy.source, convoy.target
    choice = chosen(known.road, known.said, *ends, now_ms)
    return Way(
        choice=choice,
        legs=tuple(_leg(one, known, found, now_ms) for one in choice.way),
        arrives_at=known.road.arrives_at(*ends, now_ms, choice.segments),
        due_at=known.road.due_at(*ends, now_ms, choice.segments),
    )


def _leg(one: road.Segment, known: Route, found: Sequence[Danger], now_ms: int) -> Leg:
    said = known.said.get(one.segment, ())
    return Leg(
        segment=one,
        held=road.worst(said, now_ms),
        said=said,
        lapsed=tuple(status for status in said if status.lapsed(now_ms)),
        disputed=road.disagree(said, now_ms),
        dangers=tuple(danger for danger in found if one.segment in danger.segments),
        differing=known.differing(one.segment),
    )


def _danger(row: Hazard, number: int, today: date, known: Road) -> Danger:
    at = None
    if row.latitude is not None and row.longitude is not None:
        at = (row.latitude, row.longitude)
    where = Whereabouts(row.segment, at, row.precision)
    return Danger(
        row=row,
        what=kind_words(row.what),
        age=age_words(row.until_on or row.from_on, today),
        fresh=number > 0,
        number=number,
        whereabouts=where,
        segments=touched(where, known),
    )
