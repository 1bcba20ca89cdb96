"""Age and sex as a pyramid: women and girls on one side, men and boys on the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from serai.charts.svg import (
    PEOPLE,
    SECOND,
    SMALL,
    TEXT,
    WIDTH,
    Picture,
    empty,
    left_to_right,
    number,
)  # fmt: skip

ROW = 34
TOP = 30
MIDDLE = 84  # width of the column of ages
NUMBER = 58  # room for a number at the end of the longest bar


@dataclass(frozen=True, slots=True)
class AgeBand:
    """People of one age band by sex; `label` is what stands in the middle ("5–11")."""

    label: str
    female: int
    male: int


@dataclass(frozen=True, slots=True)
class PyramidWords:
    """The words of the picture, translated."""

    title: str
    nobody: str
    female: str
    male: str
    unknown: str  # sex not known


def pyramid(
    bands: Sequence[AgeBand],
    words: PyramidWords,
    *,
    unknown: int = 0,
    name: str = "pyramid",
    rtl: bool = False,
) -> str:
    """The picture, youngest at the bottom; people of `unknown` sex stand in words below.

    >>> plain = PyramidWords("Ages", "Nobody", "Women", "Men", "Sex unknown")
    >>> ">125<" in pyramid([AgeBand("0–4", 125, 130)], plain)
    True
    """
    if not unknown and not any(band.female or band.male for band in bands):
        return empty(name, words.title, words.nobody, rtl=rtl)
    height = TOP + len(bands) * ROW + (26 if unknown else 6)
    picture = Picture(name, height, rtl=rtl)
    most = max(1, *(max(band.female, band.male) for band in bands))
    half = (WIDTH - MIDDLE) / 2
    picture.text(half, 18, words.female, text_anchor="end", font_weight="bold")
    picture.text(half + MIDDLE, 18, words.male, font_weight="bold")
    hatch = picture.hatch(SECOND)
    for index, band in enumerate(reversed(bands)):
        _row(picture, TOP + index * ROW, band, half, most, hatch)
    if unknown:
        line = f"{words.unknown}: {number(unknown)}"
        picture.text(WIDTH / 2, height - 6, line, text_anchor="middle", font_size=SMALL)
    return picture.svg(words.title, _told(bands, words))


def _row(picture: Picture, y: float, band: AgeBand, half: float, most: int, hatch: str) -> None:
    middle = y + ROW / 2 + TEXT / 3
    picture.text(WIDTH / 2, middle, left_to_right(band.label), text_anchor="middle")
    full = half - NUMBER
    for count, start, way, fill in (
        (band.female, half, -1, PEOPLE),
        (band.male, half + MIDDLE, 1, hatch),
    ):
        length = count / most * full
        left = start - length if way < 0 else start
        tip = f"{band.label}: {number(count)}"
        picture.rect(left, y + 3, max(length, 0.5), ROW - 6, tip, fill=fill)
        anchor = "end" if way < 0 else "start"
        at = start + way * (length + 5)
        picture.text(at, middle, number(count), text_anchor=anchor, font_size=SMALL)


def _told(bands: Sequence[AgeBand], words: PyramidWords) -> str:
    rows = (
        f"{band.label}: {words.female} {number(band.female)}, {words.male} {number(band.male)}"
        for band in bands
    )
    return "; ".join(rows)
