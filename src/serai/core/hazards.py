"""Dangers on the road: what they are, how well their place is known, which segments they touch.

A place known worse than 5 km warns an area: a pin would send a driver round the wrong corner.
"""

from collections.abc import Mapping
from datetime import date
from math import cos, hypot, radians
from typing import TYPE_CHECKING, Literal

import msgspec

from serai.core.clock import from_ms
from serai.core.driving import ZONE_MS
from serai.core.road import Point, Road, Segment, as_segment

if TYPE_CHECKING:
    from serai.core.gazetteer import Place as GazetteerPlace

KINDS = ("mine", "ied", "attack", "strike", "checkpoint", "flood", "closed")
PRECISION_KM = {"spot": 1, "town": 5, "area": 25, "region": 50}  # how far off it may be
PIN_KM_MAX = 5
CORRIDOR_KM = 5  # so near to the line between two places a danger is a danger of the road
FRESH_DAYS = 30
LASTING = frozenset(("mine", "ied"))  # they lie where they were put until somebody lifts them
KILOMETRES_A_DEGREE = 111.2
# What reports call them, by words that `core.reports.hazards` finds.
REPORTED: dict[str, str] = {
    "suicide car bomb": "attack", "suicide attack": "attack", "land mines": "mine",
    "ieds": "ied", "unexploded ordnance": "mine", "planted explosives": "ied",
    "air strike": "strike", "shelling": "strike", "ground fighting": "attack",
    "road cut": "closed",
}  # fmt: skip
Unit = Literal["day", "month", "year", "unknown"]


class ToldHazard(msgspec.Struct, frozen=True):
    """A danger as somebody tells it: what, where and how well that is known, when, who says so.

    `place` is in words, `segment` a piece of the road; days are ISO dates, "" when nobody said.
    """

    what: str
    place: str = ""
    segment: str = ""
    precision: str = "town"
    from_on: str = ""
    until_on: str = ""
    source: str = ""
    words: str = ""


class Whereabouts(msgspec.Struct, frozen=True):
    """Where a danger is: on a named segment, or at a position known to so many kilometres."""

    segment: str
    at: Point | None
    precision: str

    @property
    def kilometres(self) -> int:
        """How far off the position may be; an unknown word is taken for the worst."""
        return PRECISION_KM.get(self.precision, max(PRECISION_KM.values()))

    @property
    def is_pin(self) -> bool:
        """Whether the place is known well enough to be drawn as a point."""
        return self.at is not None and self.kilometres <= PIN_KM_MAX


def kind_of(words: str) -> str:
    """The kind of hazard in a report's words; "" when there is none like it.

    >>> kind_of("land mines"), kind_of("IEDs"), kind_of("flood"), kind_of("rain")
    ('mine', 'ied', 'flood', '')
    """
    plain = words.strip().casefold()
    return plain if plain in KINDS else REPORTED.get(plain, "")


def touched(hazard: Whereabouts, road: Road) -> tuple[str, ...]:
    """The segments a hazard warns: the one it names, or all that pass near its position.

    >>> from serai.core.road import Segment
    >>> road = Road((Segment("a", "b", 60),), {"a": (35.5, 40.67), "b": (36.06, 40.73)})
    >>> touched(Whereabouts("", (36.0576, 40.7348), "town"), road)
    ('a--b',)
    >>> touched(Whereabouts("", (35.95, 39.0), "town"), road)
    ()
    >>> touched(Whereabouts("b--a", None, ""), road)
    ('a--b',)
    """
    named = as_segment(hazard.segment)
    if named in road.by_id:
        return (named,)
    if hazard.at is None:
        return ()
    reach = hazard.kilometres + CORRIDOR_KM
    return tuple(
        one.segment for one in road.segments if _away(hazard.at, one, road.positions) <= reach
    )


def located(place: str, opened: Mapping[str, Point]) -> tuple[Point | None, bool]:
    """Where a place in words is, and whether it is too wide to say where something happened.

    `opened` holds the places of this station by id and by name; the gazetteer knows others.

    >>> located("Ash Shaddadi", {}), located("somewhere", {}), located("suwar", {"suwar": (1, 2)})
    (((36.0576, 40.7348), False), (None, False), ((1, 2), False))
    """
    if place in opened:
        return opened[place], False
    found = _find(place)
    return (found.at, found.is_wide) if found else (None, False)


def age(on: str, today: date) -> tuple[int, Unit]:
    """How old a dated thing is, in the largest unit that still says something.

    >>> age("2019-02-20", date(2019, 2, 23)), age("2019-01-01", date(2019, 3, 30))
    ((3, 'day'), (2, 'month'))
    >>> age("", date(2019, 3, 30)), age("2019-04-02", date(2019, 3, 30))
    ((0, 'unknown'), (0, 'day'))
    """
    day = as_date(on)
    if day is None:
        return 0, "unknown"
    days = max(0, (today - day).days)
    if days < 2 * FRESH_DAYS:
        return days, "day"
    return (days // 30, "month") if days < 2 * 365 else (days // 365, "year")


def is_fresh(kind: str, on: str, noted_at: int, today: date) -> bool:
    """Whether a hazard warns still; one without a date is as old as its note, a mine never old.

    >>> today = date(2019, 3, 31)
    >>> is_fresh("attack", "2019-01-20", 0, today), is_fresh("mine", "2019-01-20", 0, today)
    (False, True)
    """
    if kind in LASTING:
        return True
    day = as_date(on) or day_of(noted_at)
    return (today - day).days <= FRESH_DAYS


def as_date(on: str) -> date | None:
    """An ISO date; None for anything else.

    >>> as_date("2019-02-30"), as_date("2019-02-20")
    (None, datetime.date(2019, 2, 20))
    """
    try:
        return date.fromisoformat(on)
    except ValueError:
        return None


def day_of(at_ms: int) -> date:
    """The day of a moment on the road."""
    return from_ms(at_ms + ZONE_MS).date()


def _find(place: str) -> "GazetteerPlace | None":
    """A place of the gazetteer, which is loaded when somebody asks."""
    from serai.core.gazetteer import find  # noqa: PLC0415

    return find(place)


def _away(point: Point, segment: Segment, positions: Mapping[str, Point]) -> float:
    """Kilometres between a point and the line of a segment."""
    ends = [positions.get(segment.source), positions.get(segment.target)]
    if ends[0] is None or ends[1] is None:
        return float("inf")
    (x1, y1), (x2, y2) = (_flat(end, point) for end in ends if end is not None)
    long = (x2 - x1) ** 2 + (y2 - y1) ** 2
    share = max(0.0, min(1.0, -(x1 * (x2 - x1) + y1 * (y2 - y1)) / long)) if long else 0.0
    return hypot(x1 + share * (x2 - x1), y1 + share * (y2 - y1))


def _flat(one: Point, origin: Point) -> Point:
    """Kilometres east and north of an origin; good enough over a hundred of them."""
    east = (one[1] - origin[1]) * cos(radians(origin[0])) * KILOMETRES_A_DEGREE
    return east, (one[0] - origin[0]) * KILOMETRES_A_DEGREE
