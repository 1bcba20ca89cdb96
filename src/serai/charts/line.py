"""Numbers over time as lines: told apart by dashes and names at their ends, ranges as bands.

What others said of single days stands beside the lines as numbered bars from its low to its high
end; a side that the words leave open fades out in a dashed line.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from serai.charts.labels import Box, Label, along, laid_out, overlap
from serai.charts.svg import (
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

HEIGHT = 260
TOP, BOTTOM = 20, 224
RIGHT = WIDTH - 96  # the names of the lines stand beyond
COLOURS = (PEOPLE, SECOND, INK)
DASHES: tuple[str | None, ...] = (None, "7 4", "2 3")
LABELS_MAX = 5
LONG_LABELS_MAX = 3  # names of months are long in Arabic
SHORT_LABEL = 8  # letters
NAME_GAP = 17
STEPS = 3  # ruled lines above the ground
BAR = 6  # width of what somebody said of a day
LEAST = 3  # height of one that is a single number
OPEN = 26  # how far an open side is drawn
NUMBER_GAP = 12  # height of a label at a bar
LETTER = 7.4  # its letters are about so wide
LINE_REACH = 4  # so far from a line words are kept
NAME_LETTERS = 10


@dataclass(frozen=True, slots=True)
class Series:
    """A line: its name and one value for each label; None where nothing is known.

    `low` and `high`, when given, are the range the value may lie in.
    """

    name: str
    values: tuple[float | None, ...]
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Interval:
    """What somebody said of one day: from low to high, one of them None where it is left open.

    `start` and `base` are where a figure about a span of days begins; `number` is printed at it.
    """

    at: int  # index of the label
    low: float | None
    high: float | None
    name: str
    number: int
    tip: str
    start: int | None = None
    base: float = 0


@dataclass(frozen=True, slots=True)
class LineWords:
    """The words of the picture, translated."""

    title: str
    nothing: str


def lines(
    labels: Sequence[str], series: Sequence[Series], words: LineWords,
    *, intervals: Sequence[Interval] = (), name: str = "lines", rtl: bool = False,
) -> str:  # fmt: skip
    """The picture of up to three lines over the labels; the ground line is always zero.

    >>> "counted" in lines(["1", "2"], [Series("counted", (1, 3))], LineWords("Camp", "Nothing"))
    True
    """
    assert len(series) <= len(COLOURS), "more lines than can be told apart"
    known = [value for one in series for value in (*one.values, *one.high) if value is not None]
    known += [value for one in intervals for value in (one.low, one.high) if value is not None]
    if not known or max(known) <= 0:
        return empty(name, words.title, words.nothing, rtl=rtl)
    picture = Picture(name, HEIGHT, rtl=rtl)
    most = _ceiling(max(known))
    ruled = _grid(picture, labels, most)
    bars = _said(picture, labels, intervals, most)
    ends = []
    drawn: list[Box] = []
    for index, one in enumerate(series):
        points = _points(one.values, most)
        _range(picture, one, most, COLOURS[index])
        _draw(picture, points, COLOURS[index], DASHES[index])
        drawn += along([point for point in points if point], LINE_REACH)
        if last := next((point for point in reversed(points) if point), None):
            ends.append((last, one, COLOURS[index]))
    named = _names(picture, ends)
    _label_all(picture, bars, named, [*ruled, *drawn])
    said = [one.tip for one in intervals]
    return picture.svg(words.title, ". ".join(filter(None, [_told(labels, series), *said])))


def _ceiling(most: float) -> int:
    """A round number above, so that ruled lines carry readable numbers."""
    step = 10 ** max(0, len(str(int(most))) - 2)
    return int(-(-most // (step * STEPS)) * step * STEPS)


def _y(value: float, most: int) -> float:
    return BOTTOM - value / most * (BOTTOM - TOP)


def _points(values: Sequence[float | None], most: int) -> list[tuple[float, float] | None]:
    step = RIGHT / max(1, len(values) - 1)
    return [
        None if value is None else (at * step, _y(value, most)) for at, value in enumerate(values)
    ]


def _grid(picture: Picture, labels: Sequence[str], most: int) -> list[Box]:
    """Ruled lines with their numbers, days below; where the numbers stand."""
    ruled: list[Box] = []
    for step in range(STEPS + 1):
        value = most * step // STEPS
        y = _y(value, most)
        picture.line(0, y, RIGHT, y, stroke_opacity=FAINT if step else 0.5)
        if step:
            picture.text(0, y - 4, number(value), font_size=SMALL, fill_opacity=QUIET)
            ruled.append((0, y - SMALL - 4, len(number(value)) * LETTER, y - 2))
    longest = max(map(len, labels))
    every = -(-len(labels) // (LABELS_MAX if longest <= SHORT_LABEL else LONG_LABELS_MAX))
    width = RIGHT / max(1, len(labels) - 1)
    for at in range(len(labels) - 1, -1, -every):
        middle = max(at * width, 20)
        picture.text(middle, BOTTOM + 20, labels[at], text_anchor="middle", font_size=SMALL)
    return ruled


def _draw(
    picture: Picture,
    points: Sequence[tuple[float, float] | None],
    colour: str,
    dashes: str | None,
) -> None:
    """The line in pieces: it breaks where nothing is known."""
    steps: list[tuple[str, float, float]] = []
    lifted = True
    for point in points:
        if point is not None:
            steps.append(("M" if lifted else "L", *point))
        lifted = point is None
    if steps:
        picture.path(*steps, fill="none", stroke=colour, stroke_width=2.5, stroke_dasharray=dashes)


def _range(picture: Picture, one: Series, most: int, colour: str) -> None:
    if not one.low or len(one.low) != len(one.high):
        return
    upper = [point for point in _points(one.high, most) if point]
    lower = [point for point in _points(one.low, most) if point]
    around = [*upper, *reversed(lower)]
    steps = [("M", *around[0]), *(("L", *point) for point in around[1:])]
    picture.path(*steps, fill=colour, fill_opacity=FAINT, class_="range")


def _said(
    picture: Picture, labels: Sequence[str], intervals: Sequence[Interval], most: int
) -> list[tuple[Interval, Box]]:
    """Every bar, and what it covers, in the order of days."""
    step = RIGHT / max(1, len(labels) - 1)
    bars = []
    for one in sorted(intervals, key=lambda bar: (bar.at, -(bar.high or bar.low or 0))):
        x = one.at * step
        low = _y(one.low if one.low is not None else one.high or 0, most)
        high = _y(one.high if one.high is not None else one.low or 0, most)
        if one.start is not None and one.start < one.at:
            middle = (low + high) / 2
            picture.line(
                one.start * step, _y(one.base, most), x, middle,
                stroke=SECOND, stroke_opacity=FAINT,
            )  # fmt: skip
        _bar(picture, one, x, low, high)
        top = high - OPEN if one.high is None else high
        foot = low + OPEN if one.low is None else low
        bars.append((one, (x - BAR / 2, max(0, top) - 2, x + BAR / 2, min(BOTTOM, foot) + 2)))
    return bars


def _label_all(
    picture: Picture, bars: Sequence[tuple[Interval, Box]], named_ends: Sequence[Box],
    drawn: Sequence[Box],
) -> None:  # fmt: skip
    """The number of every bar, and who said it where there is room for the name beside it."""
    covered = [*named_ends, *(box for _, box in bars)]
    paper = (0.0, 0.0, RIGHT + LETTER, BOTTOM - 1.0)
    for one, bar in bars:
        named, bare = f"{one.number} {one.name}"[:NAME_LETTERS], str(one.number)
        at = ((bar[0] + bar[2]) / 2, (bar[1] + bar[3]) / 2)
        for words in (named, bare):
            label = Label(at, len(words) * LETTER, NUMBER_GAP, (bar[3] - bar[1]) / 2)
            placed = laid_out([label], paper, covered, drawn)[0]
            if not placed.leader and not any(overlap(placed.box, other) for other in covered):
                break
        covered.append(placed.box)
        if placed.leader:
            picture.line(*placed.leader[0], *placed.leader[1], stroke_opacity=QUIET)
        picture.text(
            placed.middle, placed.box[3] - 2, words, text_anchor="middle", font_size=SMALL - 2,
            font_weight="bold", stroke=HALO, stroke_width=3, paint_order="stroke",
            stroke_linejoin="round", class_="halo",
        )  # fmt: skip


def _bar(picture: Picture, one: Interval, x: float, low: float, high: float) -> None:
    height = max(LEAST, low - high)
    picture.rect(
        x - BAR / 2, (low + high) / 2 - height / 2, BAR, height, one.tip,
        fill=SECOND, class_="said",
    )  # fmt: skip
    looks: dict[str, str | int] = {
        "stroke": SECOND, "stroke_width": 2, "stroke_dasharray": "3 3",
    }  # fmt: skip
    if one.high is None:
        picture.line(x, high, x, max(0, high - OPEN), **looks)
    if one.low is None:
        picture.line(x, low, x, min(BOTTOM, low + OPEN), **looks)


def _names(picture: Picture, ends: list[tuple[tuple[float, float], Series, str]]) -> list[Box]:
    """The name and last value at the end of each line, pushed apart where ends meet; where."""
    covered = []
    lowest = -NAME_GAP * 2.0
    for (x, y), one, colour in sorted(ends, key=lambda end: end[0][1]):
        lowest = max(y, lowest + NAME_GAP * 2)
        value = next(value for value in reversed(one.values) if value is not None)
        picture.text(x + 6, lowest, one.name, font_size=SMALL, fill=colour, font_weight="bold")
        picture.text(x + 6, lowest + NAME_GAP - 2, number(round(value)), font_size=SMALL)
        covered.append((x + 3, lowest - SMALL, float(WIDTH), lowest + NAME_GAP))
    return covered


def _told(labels: Sequence[str], series: Sequence[Series]) -> str:
    told = []
    for one in series:
        known = [(label, value) for label, value in zip(labels, one.values, strict=False)]
        last = next(((a, b) for a, b in reversed(known) if b is not None), None)
        if last:
            told.append(f"{one.name}, {last[0]}: {number(round(last[1] or 0))}")
    return ". ".join(told)
