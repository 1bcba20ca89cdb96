"""The route as a map: rivers, borders, the road, and a circle with a number for every place.

Geography is never mirrored; only the words change with the language.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from serai.charts.basemap import BORDERS, EUPHRATES, KHABUR, STREAM
from serai.charts.frame import KILOMETRES_A_DEGREE, Frame, frame_of
from serai.charts.hazards import (
    MapHazard,
    draw_areas,
    draw_numbers,
    draw_pins,
    draw_stretch,
)
from serai.charts.labels import Box, Label, Placed, along, around, laid_out
from serai.charts.svg import (
    ALERT,
    HALO,
    INK,
    PEOPLE,
    QUIET,
    SECOND,
    SMALL,
    TEXT,
    WATER,
    WIDTH,
    Attribute,
    Picture,
    Step,
    empty,
    number,
)  # fmt: skip

RADIUS_MAX, RADIUS_MIN = 38.0, 4.5
LETTER = 7.6  # about the width of one letter of a label
LINE = 17

States = Mapping[tuple[str, str], tuple[str, str]]  # of a stretch: open, caution, closed; words
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place on the map: where, who is there, who left it and is on the road."""

    place: str
    name: str
    latitude: float
    longitude: float
    people: int
    on_the_road: int = 0
    over: bool = False  # more people than it can hold


@dataclass(frozen=True, slots=True)
class MapWords:
    """The words of the picture, translated; `on_the_road` holds `{count}`."""

    title: str
    nothing: str
    on_the_road: str
    euphrates: str
    khabur: str
    syria: str
    iraq: str


def route_map(
    places: Sequence[MapPlace], road: Iterable[tuple[str, str]], words: MapWords,
    *, name: str = "map", rtl: bool = False,
    states: States | None = None, hazards: Sequence[MapHazard] = (),
) -> str:  # fmt: skip
    """The picture. Circles hold people by area; every circle has its number in words beside it.

    A place outside the map's frame is left out and named in the description. `states` says how
    stretches of the road may be driven, `hazards` what warns there.
    """
    frame = frame_of([(one.longitude, one.latitude) for one in places])
    inside = [one for one in places if frame.holds(one.longitude, one.latitude)]
    if not inside:
        return empty(name, words.title, words.nothing, rtl=rtl)
    picture = Picture(name, frame.height)
    picture.parts.extend(_ground(words, frame))
    ends = {one.place: frame.at(one.longitude, one.latitude) for one in inside}
    units = frame.scale / KILOMETRES_A_DEGREE
    numbers = draw_areas(picture, hazards, ends, frame.at, units)
    roads = [one for one in road if one[0] in ends and one[1] in ends]
    _road(picture, ends, roads, states or {})
    most = max(one.people for one in inside) or 1
    rings = {one.place: _radius(one.people, most) for one in inside}
    for one in sorted(inside, key=lambda one: -one.people):
        _circle(picture, one, ends[one.place], rings[one.place])
    marks = [*draw_numbers(picture, numbers), *draw_pins(picture, hazards, frame.at)]
    taken = [*marks, *(around(ends[one.place], rings[one.place]) for one in inside)]
    lines = [box for one in roads for box in along([ends[one[0]], ends[one[1]]], 2)]
    _label_all(picture, inside, ends, rings, (taken, lines), words)
    warned = [f"{one.number}. {one.words}" for one in hazards]
    warned += [said for state, said in (states or {}).values() if state != "open"]
    return picture.svg(words.title, "; ".join([_told(places, inside, words), *warned]))


def _points(line: str, frame: Frame) -> list[Point]:
    pairs = (pair.split(",") for pair in line.split())
    return [frame.at(int(x) / 1000, int(y) / 1000) for x, y in pairs]


def _drawn(
    picture: Picture,
    frame: Frame,
    lines: Sequence[str],
    stroke: str,
    width: float,
    opacity: float = 1,
    dashes: str | None = None,
) -> None:
    for line in lines:
        picture.path(
            *_steps(_points(line, frame)),
            fill="none",
            stroke=stroke,
            stroke_width=width,
            stroke_opacity=opacity,
            stroke_dasharray=dashes,
            stroke_linejoin="round",
        )


def _steps(points: Sequence[Point]) -> list[Step]:
    return [("L" if index else "M", *point) for index, point in enumerate(points)]


@lru_cache(maxsize=8)
def _ground(words: MapWords, frame: Frame) -> tuple[str, ...]:
    """Rivers, borders and their names: the same under every map."""
    picture = Picture("ground", frame.height)
    picture.rect(0, 0, WIDTH, frame.height, fill=SECOND, fill_opacity=0.06, class_="map-ground")
    _drawn(picture, frame, STREAM, WATER, 1, 0.6)
    _drawn(picture, frame, KHABUR, WATER, 2)
    _drawn(picture, frame, EUPHRATES, WATER, 3.5)
    _drawn(picture, frame, BORDERS, INK, 1.2, 0.55, dashes="8 3 2 3")
    for longitude, latitude, said, colour in (
        (39.86, 35.72, words.euphrates, WATER),
        (40.84, 35.78, words.khabur, WATER),
        (40.02, 34.75, words.syria, INK),
        (41.42, 34.98, words.iraq, INK),
    ):
        if not frame.holds(longitude, latitude):
            continue
        x, y = frame.at(longitude, latitude)
        looks: dict[str, Attribute] = {"font_size": SMALL, "fill": colour, "fill_opacity": QUIET}
        picture.text(x, y, said, font_style="italic", **looks)
    length = frame.scale_km / KILOMETRES_A_DEGREE * frame.scale
    foot = frame.height - 14
    picture.line(12, foot, 12 + length, foot, stroke_width=2)
    picture.text(12, foot - 6, f"{frame.scale_km} km", font_size=SMALL)
    return tuple(picture.parts)


def _road(
    picture: Picture, ends: Mapping[str, Point], road: Iterable[tuple[str, str]], states: States
) -> None:
    for source, target in road:
        state, said = states.get((source, target), ("", ""))
        draw_stretch(picture, (ends[source], ends[target]), state, said)


def _radius(people: int, most: int) -> float:
    return max(RADIUS_MIN, sqrt(people / most) * RADIUS_MAX)


def _circle(picture: Picture, place: MapPlace, at: Point, radius: float) -> None:
    x, y = at
    fill = picture.hatch(ALERT) if place.over else PEOPLE
    picture.ring(x, y, radius, f"{place.name}: {number(place.people)}", fill=fill,
                 fill_opacity=None if place.over else 0.55, stroke=ALERT if place.over else PEOPLE,
                 stroke_width=1.5)  # fmt: skip


def _label_all(
    picture: Picture, places: Sequence[MapPlace], ends: Mapping[str, Point],
    rings: Mapping[str, float], covered: tuple[Sequence[Box], Sequence[Box]], words: MapWords,
) -> None:  # fmt: skip
    """Names and numbers beside their circles; crowded ones stand aside on a line."""
    order = sorted(places, key=lambda one: (-one.people, one.longitude))  # the most people first
    rows = [_rows(one, words) for one in order]
    labels = [
        Label(ends[one.place], max(map(len, said)) * LETTER, len(said) * LINE, rings[one.place])
        for one, said in zip(order, rows, strict=True)
    ]
    paper = (0.0, 0.0, float(WIDTH), float(picture.height))
    for label, said, placed in zip(labels, rows, laid_out(labels, paper, *covered), strict=True):
        _label(picture, label, said, placed)


def _rows(place: MapPlace, words: MapWords) -> list[str]:
    rows = [place.name, number(place.people)]
    if place.on_the_road:
        rows.append(words.on_the_road.format(count=number(place.on_the_road)))
    return rows


def _label(picture: Picture, label: Label, rows: Sequence[str], placed: Placed) -> None:
    left, top, right, _ = placed.box
    anchor, edge = ("start", left) if left >= label.at[0] else ("end", right)
    if left < label.at[0] < right:
        anchor, edge = "middle", placed.middle
    if placed.leader:
        (x1, y1), (x2, y2) = placed.leader
        picture.line(x1, y1, x2, y2, stroke_width=1, stroke_opacity=QUIET, class_="leader")
    for index, row in enumerate(rows):
        picture.text(edge, top + TEXT - 1 + index * LINE, row, text_anchor=anchor, stroke=HALO,
                     stroke_width=3.5, paint_order="stroke", stroke_linejoin="round",
                     font_weight="bold" if index == 1 else None, font_size=TEXT,
                     class_="halo")  # fmt: skip


def _told(places: Sequence[MapPlace], inside: Sequence[MapPlace], words: MapWords) -> str:
    told = [f"{one.name}: {number(one.people)}" for one in places]
    told += [
        f"{one.name}: {words.on_the_road.format(count=number(one.on_the_road))}"
        for one in inside
        if one.on_the_road
    ]
    return "; ".join(told)
