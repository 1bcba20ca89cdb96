"""The route as a flow: a box for every place with who is there, ribbons for who went on from it.

Drawn from top to bottom in the order of the route, so that it fits a phone; ribbons are as wide
as the people who took them, a road account hangs under the place its people left.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from serai.charts.svg import (
    ALERT,
    BIG,
    FAINT,
    HALO,
    INK,
    PEOPLE,
    QUIET,
    SECOND,
    SMALL,
    WIDTH,
    Picture,
    empty,
    number,
)  # fmt: skip

BOX = 56
GAP = 46
GUTTER = 84  # for ribbons that pass places by
RIBBON_MAX = 34.0
RIBBON_MIN = 2.0
LANES_MAX = 4
DIGIT = SMALL * 0.66  # how wide a digit is in the widest of the usual fonts
EDGE = 2  # of the halo around digits
BAR = 7
BAR_END = 10  # the bar keeps clear of the rounded corner


@dataclass(frozen=True, slots=True)
class FlowPlace:
    """A place: who is there, how many of them have no name yet, how many it can hold (0: unset).

    `on_the_road` have left it and arrived nowhere.
    """

    place: str
    name: str
    people: int
    unnamed: int = 0
    capacity: int = 0
    on_the_road: int = 0


@dataclass(frozen=True, slots=True)
class FlowRibbon:
    """People who went from one place to another in the time shown."""

    source: str
    target: str
    people: int


@dataclass(frozen=True, slots=True)
class FlowWords:
    """The words of the picture, translated; %d-like places are `{count}`."""

    title: str
    nobody: str
    unnamed: str  # "{count} without a name"
    capacity: str  # "room for {count}"
    over: str  # "{count} more than {room}"
    on_the_road: str  # "{count} on the road"
    moved: str  # "{count} in 24 h"


def flow(
    places: Sequence[FlowPlace], ribbons: Sequence[FlowRibbon], words: FlowWords,
    *, name: str = "flow", rtl: bool = False,
) -> str:  # fmt: skip
    """The picture. Places keep the order given; a place with nobody is drawn, and says 0."""
    if not places:
        return empty(name, words.title, words.nobody, rtl=rtl)
    picture = Picture(name, len(places) * (BOX + GAP) - GAP + _tail(places[-1]) + 2, rtl=rtl)
    order = {one.place: index for index, one in enumerate(places)}
    known = [one for one in ribbons if one.source in order and one.target in order and one.people]
    widest = max((one.people for one in known), default=1)
    near = [one for one in known if order[one.target] - order[one.source] == 1]
    far = [one for one in known if one not in near]
    for ribbon in near:
        _near_ribbon(picture, order[ribbon.source], ribbon, widest, words)
    for lane, ribbon in enumerate(sorted(far, key=lambda one: -one.people)[:LANES_MAX]):
        ends = (order[ribbon.source], order[ribbon.target])
        _far_ribbon(picture, ends, lane, ribbon, widest, words)
    most = max(one.people for one in places) or 1
    for index, place in enumerate(places):
        _box(picture, index * (BOX + GAP) + 1, place, most, words)
    return picture.svg(words.title, _told(places, words))


def _tail(last: FlowPlace) -> int:
    return GAP // 2 if last.on_the_road else 0


def _thickness(people: int, widest: int) -> float:
    return max(RIBBON_MIN, people / widest * RIBBON_MAX)


def _near_ribbon(
    picture: Picture, index: int, ribbon: FlowRibbon, widest: int, words: FlowWords
) -> None:
    top, middle = index * (BOX + GAP) + BOX + 1, 36.0
    half = _thickness(ribbon.people, widest) / 2
    bottom = top + GAP
    picture.path(
        ("M", middle - half, top), ("L", middle + half, top), ("L", middle + half, bottom - 7),
        ("L", middle, bottom), ("L", middle - half, bottom - 7),
        fill=PEOPLE, fill_opacity=0.45, class_="ribbon",
    )  # fmt: skip
    moved = words.moved.format(count=number(ribbon.people))
    picture.text(middle + RIBBON_MAX / 2 + 8, top + GAP / 2 + 5, moved, font_size=SMALL)


def _far_ribbon(
    picture: Picture, ends: tuple[int, int], lane: int,
    ribbon: FlowRibbon, widest: int, words: FlowWords,
) -> None:  # fmt: skip
    """A curve through the gutter beside the boxes, for people who passed places by."""
    start, end = (index * (BOX + GAP) + BOX / 2 + 1 for index in ends)
    edge, out = WIDTH - GUTTER, WIDTH - GUTTER + 20 + lane * 18
    down = 1 if end > start else -1
    start, end = start + 10 * down, end - 10 * down
    turn = 20 * down
    width = min(_thickness(ribbon.people, widest), 16.0)
    picture.path(
        ("M", edge, start), ("Q", out, start, out, start + turn), ("L", out, end - turn),
        ("Q", out, end, edge, end),
        fill="none", stroke=PEOPLE, stroke_opacity=0.45, stroke_width=width, class_="ribbon",
        tip=words.moved.format(count=number(ribbon.people)),
    )  # fmt: skip
    head = 6
    picture.path(
        ("M", edge, end), ("L", edge + head + 2, end - head), ("L", edge + head + 2, end + head),
        fill=PEOPLE,
    )  # fmt: skip
    row = (start + end) / 2 + (lane - 1) * SMALL
    people = number(ribbon.people)
    picture.text(
        min(out, WIDTH - len(people) * DIGIT / 2 - EDGE),
        row,
        people,
        text_anchor="middle",
        font_size=SMALL,
        stroke=HALO,
        stroke_width=2 * EDGE,
        paint_order="stroke",
        class_="halo",
    )


def _box(picture: Picture, y: float, place: FlowPlace, most: int, words: FlowWords) -> None:
    width = WIDTH - GUTTER
    over = place.capacity and place.people > place.capacity
    picture.rect(
        1.5, y, width - 1.5, BOX, fill="none", stroke=ALERT if over else INK, rx=6,
        stroke_opacity=1 if over else 0.45, stroke_width=2 if over else 1,
    )  # fmt: skip
    picture.text(12, y + 22, place.name, font_weight="bold")
    picture.text(width - 12, y + 24, number(place.people), font_size=BIG, font_weight="bold",
                 text_anchor="end")  # fmt: skip
    picture.text(12, y + 40, _beside(place, words), font_size=SMALL, fill_opacity=QUIET)
    room = width - 2 * BAR_END
    picture.rect(BAR_END, y + BOX - BAR - 3, room, BAR, fill=INK, fill_opacity=FAINT, rx=2)
    full = max(place.capacity, most)
    picture.rect(BAR_END, y + BOX - BAR - 3, place.people / full * room, BAR, place.name,
                 fill=picture.hatch(ALERT) if over else PEOPLE, rx=2)  # fmt: skip
    if place.on_the_road:
        _road(picture, y + BOX, place, words)


def _beside(place: FlowPlace, words: FlowWords) -> str:
    parts = []
    if place.unnamed:
        parts.append(words.unnamed.format(count=number(place.unnamed)))
    room = number(place.capacity)
    if place.capacity and place.people > place.capacity:
        parts.append(words.over.format(count=number(place.people - place.capacity), room=room))
    elif place.capacity:
        parts.append(words.capacity.format(count=room))
    return " · ".join(parts)


def _road(picture: Picture, y: float, place: FlowPlace, words: FlowWords) -> None:
    said = words.on_the_road.format(count=number(place.on_the_road))
    at = WIDTH - GUTTER - 26
    picture.text(at, y + GAP / 2 - 2, said, text_anchor="end", fill=SECOND, font_size=SMALL,
                 font_weight="bold")  # fmt: skip
    x = WIDTH - GUTTER - 14
    picture.line(x, y, x, y + GAP / 2, stroke=SECOND, stroke_width=3, stroke_dasharray="4 3")


def _told(places: Sequence[FlowPlace], words: FlowWords) -> str:
    told = []
    for one in places:
        road = words.on_the_road.format(count=number(one.on_the_road)) if one.on_the_road else ""
        told.append(f"{one.name}: {number(one.people)}" + (f" ({road})" if road else ""))
    return "; ".join(told)
