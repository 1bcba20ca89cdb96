"""What every part of the story shares: the log, the station's mark, what has been handed out."""

from random import Random

import msgspec

from serai.simulation.draft import Log
from serai.simulation.population import Family


class Ride(msgspec.Struct):
    """One stretch by convoy: from where, to where, when. `code` is numbered when all are known."""

    source: str
    target: str
    departs_at: int
    arrives_at: int
    code: str = ""


class Group(msgspec.Struct):
    """People who come to a gate together, as they really are; `miscount` is the clerk's mistake."""

    place: str
    at: int
    leaves_at: int  # when their convoy departs from this place
    came_from: str
    came_by: str
    families: list[Family]
    code: str = ""
    token_first: int = 0
    arrival: str = ""
    counted: int = -1  # serial of the counting
    miscount: tuple[str, int] = ("", 0)  # band, counted minus really came


class Trip(msgspec.Struct):
    """Families who travel together from the reception to the camp, and the groups they came in."""

    groups: list[Group]
    rides: list[Ride]
    day: int

    def families(self) -> list[Family]:
        """All of them, in the order of the gate."""
        return [family for group in self.groups for family in group.families]


class Planted(msgspec.Struct, frozen=True):
    """A mistake put into the story: which headcount must show it, and by how much.

    `amount` is what the headcount shows: people counted minus people in the books.
    """

    place: str
    day: str  # ISO date, local
    amount: int
    at_ms: int  # of the headcount
    group: str
    settled: bool


class Story(msgspec.Struct):
    """The state of one run while its events are written down."""

    log: Log
    mark: str
    scale: float
    issued: dict[tuple[str, str], dict[int, int]] = {}  # store, item → day → quantity
    to_shelter: list[tuple[int, Family]] = []
    named_at_camp: list[Family] = []
    parted: list[tuple[Family, str, str, int, int]] = []  # family, separation, person, serial, at

    @property
    def rng(self) -> Random:
        """The one source of chance."""
        return self.log.rng

    def between(self, low: float, high: float) -> float:
        """A number between two limits."""
        return low + (high - low) * self.log.rng.random()

    def worker(self, name: str, count: int) -> str:
        """The account of one of several people who do the same work."""
        return f"{name}-{1 + int(self.log.rng.random() * count)}"
