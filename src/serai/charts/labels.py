"""Words beside the points of a picture, laid out so that they cover neither each other nor it.

Each is tried close to its point first, then farther away on a line that leads to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom

NEAR = 5  # between a point's mark and its words
STEPS = (0, 14, 30, 50, 74, 100)  # how much farther away is tried
SIDES = (  # to the right, to the left, below, above, then the corners
    (1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (-1, -1), (1, 1), (-1, 1),
)  # fmt: skip
LEADER_MIN = 9  # from so far away a line leads to the point
BEYOND = 1_000  # leaving the paper is worse than covering anything


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a size that belong to a point, whose mark reaches so far around it."""

    at: Point
    wide: float
    tall: float
    reach: float = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the words stand, and the line that leads to their point where they stand aside."""

    box: Box
    leader: tuple[Point, Point] | None

    @property
    def middle(self) -> float:
        """The middle of the words from the left."""
        return (self.box[0] + self.box[2]) / 2


def laid_out(
    labels: Sequence[Label], paper: Box, taken: Sequence[Box], avoided: Sequence[Box] = ()
) -> list[Placed]:
    """A place for every label, in their order; the first ones choose first.

    Nothing may stand on what is `taken`; on what is to be `avoided` rather than farther away.

    >>> one, two = laid_out([Label((50, 50), 20, 10), Label((50, 50), 20, 10)], (0, 0, 99, 99), [])
    >>> one.box, two.box
    ((55.0, 45.0, 75.0, 55.0), (25.0, 45.0, 45.0, 55.0))
    """
    covered = list(taken)
    found = []
    for label in labels:
        placed = _placed(label, paper, covered, avoided)
        covered.append(placed.box)
        found.append(placed)
    return found


def around(at: Point, reach: float) -> Box:
    """The square around a point."""
    return at[0] - reach, at[1] - reach, at[0] + reach, at[1] + reach


def along(points: Sequence[Point], reach: float, step: float = 12) -> list[Box]:
    """Squares along a line, to be kept free."""
    found = []
    for (x1, y1), (x2, y2) in pairwise(points):
        parts = max(1, int(hypot(x2 - x1, y2 - y1) / step))
        found += [
            around((x1 + (x2 - x1) * part / parts, y1 + (y2 - y1) * part / parts), reach)
            for part in range(parts + 1)
        ]
    return found


def overlap(one: Box, other: Box) -> float:
    """The area two boxes share.

    >>> overlap((0, 0, 4, 4), (2, 3, 9, 9)), overlap((0, 0, 1, 1), (1, 0, 2, 1))
    (2, 0)
    """
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    return wide * tall if wide > 0 and tall > 0 else 0


def _placed(label: Label, paper: Box, taken: Sequence[Box], avoided: Sequence[Box]) -> Placed:
    best: tuple[float, Box] | None = None
    for away, box in _tried(label):
        cost = away + 4 * _cost(box, paper, taken) + 0.3 * _cost(box, paper, avoided)
        if best is None or cost < best[0]:
            best = (cost, box)
        if best[0] <= away:  # nothing farther away costs less
            break
    assert best is not None
    return Placed(best[1], _leader(label, best[1]))


def _tried(label: Label) -> Iterator[tuple[float, Box]]:
    x, y = label.at
    for farther in STEPS:
        off = label.reach + NEAR + farther
        for right, down in SIDES:
            aside = off * (0.8 if right and down else 1)
            left = x + right * aside - label.wide * (1 - right) / 2
            top = y + down * aside - label.tall * (1 - down) / 2
            yield float(farther), (left, top, left + label.wide, top + label.tall)


def _cost(box: Box, paper: Box, covered: Sequence[Box]) -> float:
    beyond = max(0, paper[0] - box[0]) + max(0, paper[1] - box[1])
    beyond += max(0, box[2] - paper[2]) + max(0, box[3] - paper[3])
    left, top, right, bottom = box
    return beyond * BEYOND + sum(
        overlap(box, other)
        for other in covered
        if other[0] < right and left < other[2] and top < other[3] and other[1] < bottom
    )


def _leader(label: Label, box: Box) -> tuple[Point, Point] | None:
    """From the edge of the mark to the nearest point of the words."""
    x, y = label.at
    end = (min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3]))
    far = hypot(end[0] - x, end[1] - y)
    if far - label.reach < LEADER_MIN + NEAR:
        return None
    share = label.reach / far
    return (x + (end[0] - x) * share, y + (end[1] - y) * share), end
