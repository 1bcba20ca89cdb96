"""Dangers on the route map: a point where the place is known, else a shaded area or stretch.

Every one carries its number, which a list beside the map explains; a point that is known worse
than the drawing pretends would send somebody the wrong way.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from serai.charts.labels import Box, around
from serai.charts.svg import ALERT, HALO, INK, SECOND, SMALL, Attribute, Picture

Project = Callable[[float, float], tuple[float, float]]
Ends = tuple[tuple[float, float], tuple[float, float]]
PIN = 9  # half the width of a point's triangle
AREA_MIN = 12  # an area is never drawn smaller than its number
BAND = 16  # the width of a shaded stretch
MARK = 6.5
STEP = 2.5 * MARK
COLUMNS = 4
CLOSED, CAUTION = "closed", "caution"
_LOOKS: dict[str, dict[str, str | float]] = {
    CLOSED: {"stroke": ALERT, "stroke_width": 4, "stroke_dasharray": "3 5"},
    CAUTION: {"stroke": SECOND, "stroke_width": 4, "stroke_dasharray": "10 4"},
}
_SIGNS = {CLOSED: "×", CAUTION: "!"}


@dataclass(frozen=True, slots=True)
class MapHazard:
    """A danger: at a point known to so many kilometres, or somewhere on a stretch of the road."""

    number: int
    words: str
    latitude: float | None = None
    longitude: float | None = None
    kilometres: float = 0
    is_pin: bool = False
    stretch: tuple[str, str] | None = None  # from place, to place


def draw_areas(
    picture: Picture, hazards: Iterable[MapHazard], ends: Mapping[str, tuple[float, float]],
    project: Project, units_a_kilometre: float,
) -> list[tuple[float, float, int]]:  # fmt: skip
    """Shades areas and stretches, under everything else; answers where their numbers go."""
    numbers = []
    for one in hazards:
        if one.latitude is not None and one.longitude is not None:
            if one.is_pin:
                continue
            x, y = project(one.longitude, one.latitude)
            radius = max(AREA_MIN, one.kilometres * units_a_kilometre)
            picture.ring(x, y, radius, one.words, fill=ALERT, fill_opacity=0.13, stroke=ALERT,
                         stroke_width=1, stroke_dasharray="2 4", class_="area")  # fmt: skip
            numbers.append((x, y, one.number))
        elif one.stretch and all(end in ends for end in one.stretch):
            (x1, y1), (x2, y2) = (ends[end] for end in one.stretch)
            picture.line(x1, y1, x2, y2, stroke=ALERT, stroke_width=BAND, stroke_opacity=0.16,
                         stroke_linecap="round", class_="area")  # fmt: skip
            numbers.append(((x1 + 2 * x2) / 3, (y1 + 2 * y2) / 3, one.number))
    return numbers


def draw_pins(picture: Picture, hazards: Iterable[MapHazard], project: Project) -> list[Box]:
    """A triangle with its number at every place that is known well enough; what they cover."""
    covered = []
    for one in hazards:
        if one.is_pin and one.latitude is not None and one.longitude is not None:
            x, y = project(one.longitude, one.latitude)
            picture.path(
                ("M", x, y), ("L", x - PIN, y - 2 * PIN), ("L", x + PIN, y - 2 * PIN), ("L", x, y),
                tip=one.words, fill=ALERT, stroke=HALO, stroke_width=1, class_="pin",
            )  # fmt: skip
            _number(picture, x, y - PIN - 1, one.number, HALO)
            covered.append((x - PIN, y - 2 * PIN, x + PIN, y))
    return covered


def draw_numbers(picture: Picture, numbers: Sequence[tuple[float, float, int]]) -> list[Box]:
    """The numbers of areas; those that would lie on each other stand in rows. What they cover."""
    taken: list[tuple[float, float]] = []
    for x, y, number in numbers:
        aside = (
            (x + step % COLUMNS * STEP, y + step // COLUMNS * STEP) for step in range(len(numbers))
        )
        left, top = next(
            (one for one in aside if not any(_cover(one, other) for other in taken)), (x, y)
        )
        taken.append((left, top))
        picture.ring(left, top, MARK + 1.5, str(number), fill=HALO, stroke=ALERT, stroke_width=1.2)
        _number(picture, left, top + 4, number, ALERT)
    return [around(one, MARK + 2) for one in taken]


def draw_stretch(picture: Picture, ends: Ends, state: str, words: str) -> None:
    """A stretch of the road as it may be driven: plain, broken with `!`, dotted with `×`."""
    (x1, y1), (x2, y2) = ends
    looks = _LOOKS.get(state, {"stroke": SECOND, "stroke_width": 2.5})
    picture.line(x1, y1, x2, y2, class_="road", **looks)
    if state in _SIGNS:
        x, y = (x1 + x2) / 2, (y1 + y2) / 2
        picture.ring(x, y, MARK + 2, words, fill=HALO, stroke=looks["stroke"], stroke_width=1.5)
        picture.text(x, y + 5, _SIGNS[state], text_anchor="middle", font_weight="bold", fill=INK)


def _cover(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two numbers would lie on each other."""
    reach = STEP * 0.95
    return abs(one[0] - other[0]) < reach and abs(one[1] - other[1]) < reach


def _number(picture: Picture, x: float, y: float, number: int, colour: str) -> None:
    if number:
        looks: dict[str, Attribute] = {"text_anchor": "middle", "font_weight": "bold"}
        picture.text(x, y, str(number), **{**looks, "fill": colour, "font_size": SMALL - 3})
