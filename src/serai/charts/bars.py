"""People by day as bars: the mean of the last days as a line, days without anybody marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from serai.charts.svg import (
    FAINT,
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

MEAN_DAYS = 7
HEIGHT = 250
TOP, BOTTOM = 34, 214  # of the bars
LABELS_MAX = 5


@dataclass(frozen=True, slots=True)
class Day:
    """One day: its short label, its people; `so_far` when the day is not over."""

    label: str
    people: int
    so_far: bool = False


@dataclass(frozen=True, slots=True)
class BarWords:
    """The words of the picture, translated."""

    title: str
    nobody: str  # for a picture without any people
    mean: str  # "mean of 7 days"
    gap: str  # "no arrivals"
    so_far: str  # "so far today"


def bars(
    days: Sequence[Day],
    words: BarWords,
    *,
    name: str = "bars",
    width: float = WIDTH,
    rtl: bool = False,
) -> str:
    """The picture; empty days get a cross on the ground line, so a gap is not a missing drawing.

    >>> plain = BarWords("Arrivals", "Nobody", "mean", "none", "so far")
    >>> "400" in bars([Day("20 Jan", 400), Day("21 Jan", 0)], plain)
    True
    """
    most = max((day.people for day in days), default=0)
    if most == 0:
        return empty(name, words.title, words.nobody, rtl=rtl)
    picture = Picture(name, HEIGHT, width=width, rtl=rtl)
    slot = width / len(days)
    picture.line(0, BOTTOM, width, BOTTOM, stroke_opacity=0.5)
    hatch = picture.hatch(PEOPLE)
    for index, day in enumerate(days):
        _bar(picture, index * slot, slot, most, day, words, hatch)
    _mean_line(picture, [day.people for day in days], slot, most)
    _labels(picture, days, slot, most)
    _legend(picture, words)
    return picture.svg(words.title, _told(days, words))


def means(people: Sequence[int]) -> list[float | None]:
    """The mean of each day and the six before it; None until there are seven.

    >>> means([7] * 6 + [14])[-2:]
    [None, 8.0]
    """
    return [
        sum(people[at - MEAN_DAYS + 1 : at + 1]) / MEAN_DAYS if at + 1 >= MEAN_DAYS else None
        for at in range(len(people))
    ]


def _height(people: float, most: int) -> float:
    return people / most * (BOTTOM - TOP)


def _bar(
    picture: Picture, x: float, slot: float, most: int, day: Day, words: BarWords, hatch: str
) -> None:
    if day.people == 0:
        middle, reach = x + slot / 2, min(4.0, slot / 3)
        for way in (1, -1):
            up, down = BOTTOM + 8 - way * reach, BOTTOM + 8 + way * reach
            picture.line(middle - reach, up, middle + reach, down, stroke_opacity=QUIET)
        return
    height = max(1.0, _height(day.people, most))
    tip = f"{day.label}: {number(day.people)}" + (f" ({words.so_far})" if day.so_far else "")
    fill = hatch if day.so_far else PEOPLE
    gap = min(2.0, slot / 4)
    picture.rect(x + gap / 2, BOTTOM - height, slot - gap, height, tip, fill=fill, class_="bar")


def _mean_line(picture: Picture, people: Sequence[int], slot: float, most: int) -> None:
    points = [
        (index * slot + slot / 2, BOTTOM - _height(mean, most))
        for index, mean in enumerate(means(people))
        if mean is not None
    ]
    if len(points) > 1:
        steps = [("M", *points[0]), *(("L", *point) for point in points[1:])]
        picture.path(*steps, fill="none", stroke=SECOND, stroke_width=2.5, class_="mean")


def _labels(picture: Picture, days: Sequence[Day], slot: float, most: int) -> None:
    every = -(-len(days) // LABELS_MAX)
    for index in range(len(days) - 1, -1, -every):  # the newest day always has its label
        middle = min(max(index * slot + slot / 2, 24), picture.width - 24)
        label = days[index].label
        picture.text(middle, BOTTOM + 30, label, text_anchor="middle", font_size=SMALL)
    peak = max(range(len(days)), key=lambda at: days[at].people)
    middle = min(max(peak * slot + slot / 2, 24), picture.width - 24)
    picture.text(middle, TOP - 6, number(most), text_anchor="middle", font_weight="bold")


def _legend(picture: Picture, words: BarWords) -> None:
    picture.line(0, 8, 22, 8, stroke=SECOND, stroke_width=2.5)
    picture.text(28, 13, words.mean, font_size=SMALL)
    picture.text(picture.width, 13, f"× {words.gap}", font_size=SMALL, text_anchor="end", fill=INK)
    picture.line(0, TOP, picture.width, TOP, stroke_opacity=FAINT, stroke_dasharray="2 4")


def _told(days: Sequence[Day], words: BarWords) -> str:
    most = max(days, key=lambda day: day.people)
    total = sum(day.people for day in days)
    empty_days = sum(day.people == 0 for day in days)
    span = f"{days[0].label} – {days[-1].label}: {number(total)}"
    return f"{span}. ▲ {most.label}: {number(most.people)}. {words.gap}: {empty_days}."
