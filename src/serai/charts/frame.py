"""The piece of the world a map shows: that of the training operation, or the one around places."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from serai.charts.svg import WIDTH

Point = tuple[float, float]
KILOMETRES_A_DEGREE = 111.2
MARGIN = 0.18  # of the places' own extent, with room for names
EXTENT_MIN = 0.3  # degrees; one place alone is not the whole picture
TALL_MIN, TALL_MAX = 0.7, 1.5  # of the width
SCALES_KM = (500, 200, 100, 50, 20, 10, 5, 2, 1)
SCALE_SHARE = 0.3  # of the width, at most


@dataclass(frozen=True, slots=True)
class Frame:
    """Degrees west, south, east, north."""

    west: float
    south: float
    east: float
    north: float

    @property
    def stretch(self) -> float:
        """How much narrower a degree of longitude is here."""
        return cos(radians((self.south + self.north) / 2))

    @property
    def scale(self) -> float:
        """Units of the picture a degree of latitude takes."""
        return WIDTH / ((self.east - self.west) * self.stretch)

    @property
    def height(self) -> int:
        """Units of the picture from north to south."""
        return round((self.north - self.south) * self.scale)

    @property
    def scale_km(self) -> int:
        """A round length for the scale."""
        wide = WIDTH / self.scale * KILOMETRES_A_DEGREE * SCALE_SHARE
        return next((one for one in SCALES_KM if one <= wide), SCALES_KM[-1])

    def at(self, longitude: float, latitude: float) -> Point:
        """A position on paper."""
        x = (longitude - self.west) * self.stretch * self.scale
        return x, (self.north - latitude) * self.scale

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a position lies on it."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north


TRAINING = Frame(39.75, 34.2, 41.85, 36.75)  # the operation, with room for names


def frame_of(positions: Sequence[Point]) -> Frame:
    """The frame around places, as longitude and latitude; the training one where half lie in it.

    >>> frame_of([(40.7, 35.5)]) == TRAINING, frame_of([(36.2, 33.5), (36.3, 33.6)]).west < 36.2
    (True, True)
    """
    inside = sum(TRAINING.holds(*one) for one in positions)
    if not positions or 2 * inside >= len(positions):
        return TRAINING
    wests, souths = zip(*positions, strict=True)
    middle = ((min(wests) + max(wests)) / 2, (min(souths) + max(souths)) / 2)
    stretch = cos(radians(middle[1]))
    wide = max(max(wests) - min(wests), EXTENT_MIN) * (1 + 2 * MARGIN) * stretch
    tall = max(max(souths) - min(souths), EXTENT_MIN) * (1 + 2 * MARGIN)
    tall, wide = max(tall, wide * TALL_MIN), max(wide, tall / TALL_MAX)
    half = wide / 2 / stretch
    return Frame(middle[0] - half, middle[1] - tall / 2, middle[0] + half, middle[1] + tall / 2)
