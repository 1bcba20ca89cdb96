"""The route as a map: rivers, borders, the road, and a circle with a number for every place.

Geography is never mirrored; only the words change with the language.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sqrt

from serai.charts.basemap import BORDERS, EUPHRATES, KHABUR, STREAM
from serai.charts.hazards import (
    MapHazard,
    draw_areas,
    draw_numbers,
    draw_pins,
    draw_stretch,
)
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

WEST, SOUTH, EAST, NORTH = 39.75, 34.2, 41.85, 36.75  # the operation, with room for names
STRETCH = cos(radians((SOUTH + NORTH) / 2))  # how much narrower a degree of longitude is here
SCALE = WIDTH / ((EAST - WEST) * STRETCH)
HEIGHT = round((NORTH - SOUTH) * SCALE)
RADIUS_MAX, RADIUS_MIN = 38.0, 4.5
LETTER = 7.6  # about the width of one letter of a label
LINE = 17
KILOMETRES_A_DEGREE = 111.2
SCALE_KM = 50

States = Mapping[tuple[str, str], tuple[str, str]]  # of a stretch: open, caution, closed; words
Point = tuple[float, float]
Box = tuple[float, float, float, float]


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
    inside = [one for one in places if _in_frame(one)]
    if not inside:
        return empty(name, words.title, words.nothing, rtl=rtl)
    picture = Picture(name, HEIGHT)
    picture.parts.extend(_ground(words))
    ends = {one.place: _at(one.longitude, one.latitude) for one in inside}
    numbers = draw_areas(picture, hazards, ends, _at, SCALE / KILOMETRES_A_DEGREE)
    _road(picture, ends, road, states or {})
    most = max(one.people for one in inside) or 1
    rings = {one.place: _radius(one.people, most) for one in inside}
    for one in sorted(inside, key=lambda one: -one.people):
        _circle(picture, one, rings[one.place])
    taken = [_ring_box(one, rings[one.place]) for one in inside]
    for one in sorted(inside, key=lambda one: one.longitude):  # western names go west first
        _label(picture, one, rings[one.place], taken, words)
    draw_numbers(picture, numbers)
    draw_pins(picture, hazards, _at)
    warned = [f"{one.number}. {one.words}" for one in hazards]
    warned += [said for state, said in (states or {}).values() if state != "open"]
    return picture.svg(words.title, "; ".join([_told(places, inside, words), *warned]))


def _in_frame(place: MapPlace) -> bool:
    return WEST <= place.longitude <= EAST and SOUTH <= place.latitude <= NORTH


def _at(longitude: float, latitude: float) -> Point:
    return (longitude - WEST) * STRETCH * SCALE, (NORTH - latitude) * SCALE


def _points(line: str) -> list[Point]:
    pairs = (pair.split(",") for pair in line.split())
    return [_at(int(x) / 1000, int(y) / 1000) for x, y in pairs]


def _drawn(
    picture: Picture,
    lines: Sequence[str],
    stroke: str,
    width: float,
    opacity: float = 1,
    dashes: str | None = None,
) -> None:
    for line in lines:
        picture.path(
            *_steps(_points(line)),
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
def _ground(words: MapWords) -> tuple[str, ...]:
    """Rivers, borders and their names: the same under every map."""
    picture = Picture("ground", HEIGHT)
    picture.rect(0, 0, WIDTH, HEIGHT, fill=SECOND, fill_opacity=0.06, class_="map-ground")
    _drawn(picture, STREAM, WATER, 1, 0.6)
    _drawn(picture, KHABUR, WATER, 2)
    _drawn(picture, EUPHRATES, WATER, 3.5)
    _drawn(picture, BORDERS, INK, 1.2, 0.55, dashes="8 3 2 3")
    for longitude, latitude, said, colour in (
        (39.86, 35.72, words.euphrates, WATER),
        (40.84, 35.78, words.khabur, WATER),
        (40.02, 34.75, words.syria, INK),
        (41.42, 34.98, words.iraq, INK),
    ):
        x, y = _at(longitude, latitude)
        looks: dict[str, Attribute] = {"font_size": SMALL, "fill": colour, "fill_opacity": QUIET}
        picture.text(x, y, said, font_style="italic", **looks)
    length = SCALE_KM / KILOMETRES_A_DEGREE * SCALE
    picture.line(12, HEIGHT - 14, 12 + length, HEIGHT - 14, stroke_width=2)
    picture.text(12, HEIGHT - 20, f"{SCALE_KM} km", font_size=SMALL)
    return tuple(picture.parts)


def _road(
    picture: Picture, ends: Mapping[str, Point], road: Iterable[tuple[str, str]], states: States
) -> None:
    for source, target in road:
        if source in ends and target in ends:
            state, said = states.get((source, target), ("", ""))
            draw_stretch(picture, (ends[source], ends[target]), state, said)


def _radius(people: int, most: int) -> float:
    return max(RADIUS_MIN, sqrt(people / most) * RADIUS_MAX)


def _circle(picture: Picture, place: MapPlace, radius: float) -> None:
    x, y = _at(place.longitude, place.latitude)
    fill = picture.hatch(ALERT) if place.over else PEOPLE
    picture.ring(x, y, radius, f"{place.name}: {number(place.people)}", fill=fill,
                 fill_opacity=None if place.over else 0.55, stroke=ALERT if place.over else PEOPLE,
                 stroke_width=1.5)  # fmt: skip


def _ring_box(place: MapPlace, radius: float) -> Box:
    x, y = _at(place.longitude, place.latitude)
    reach = max(radius * 0.75, RADIUS_MIN + 2)  # a label may cut the corner of a circle's square
    return x - reach, y - reach, x + reach, y + reach


def _label(
    picture: Picture, place: MapPlace, radius: float, taken: list[Box], words: MapWords
) -> None:
    """The name and numbers beside the circle, at the first side where they cover nothing."""
    rows = [place.name, number(place.people)]
    if place.on_the_road:
        rows.append(words.on_the_road.format(count=number(place.on_the_road)))
    wide = max(len(row) for row in rows) * LETTER
    tall = len(rows) * LINE
    x, y = _at(place.longitude, place.latitude)
    sides = _sides(x, y, radius, wide, tall)
    box = min(sides, key=lambda one: _cost(one, taken))
    taken.append(box)
    left, top, right, _ = box
    anchor, edge = ("start", left) if left >= x else ("end", right)
    if left < x < right:
        anchor, edge = "middle", (left + right) / 2
    for index, row in enumerate(rows):
        picture.text(edge, top + TEXT - 1 + index * LINE, row, text_anchor=anchor, stroke=HALO,
                     stroke_width=3.5, paint_order="stroke", stroke_linejoin="round",
                     font_weight="bold" if index == 1 else None, font_size=TEXT,
                     class_="halo")  # fmt: skip


def _sides(x: float, y: float, radius: float, wide: float, tall: float) -> list[Box]:
    off = radius + 5
    half = tall / 2
    boxes = [
        (x + off, y - half, x + off + wide, y + half),
        (x - off - wide, y - half, x - off, y + half),
        (x - wide / 2, y + off, x + wide / 2, y + off + tall),
        (x - wide / 2, y - off - tall, x + wide / 2, y - off),
    ]
    for shift in (half, -half, tall, -tall, 1.5 * tall, -1.5 * tall):
        boxes.append((x + off, y - half + shift, x + off + wide, y + half + shift))
        boxes.append((x - off - wide, y - half + shift, x - off, y + half + shift))
    return boxes


def _cost(box: Box, taken: Sequence[Box]) -> float:
    """The area of others the box would cover; beyond the paper costs most."""
    left, top, right, bottom = box
    beyond = max(0, -left) + max(0, -top) + max(0, right - WIDTH) + max(0, bottom - HEIGHT)
    covered = 0.0
    for other in taken:
        if other[0] < right and left < other[2] and other[1] < bottom and top < other[3]:
            wide = min(right, other[2]) - max(left, other[0])
            covered += wide * (min(bottom, other[3]) - max(top, other[1]))
    return covered + beyond * 1000


def _told(places: Sequence[MapPlace], inside: Sequence[MapPlace], words: MapWords) -> str:
    told = [f"{one.name}: {number(one.people)}" for one in places]
    told += [
        f"{one.name}: {words.on_the_road.format(count=number(one.on_the_road))}"
        for one in inside
        if one.on_the_road
    ]
    return "; ".join(told)
