"""Events of the camp: shelter units, and who sleeps where."""

from collections.abc import Iterable

import msgspec

from serai.core.counts import Count
from serai.core.events.body import Body, event, household

UNITS_PER_EVENT_MAX = 1_000


class Unit(msgspec.Struct, frozen=True, omit_defaults=True):
    """A shelter unit: its id ("P4-B2-17"), how many it sleeps, whether a wheelchair gets in."""

    unit: str
    capacity: Count
    accessible: bool = False


@event("shelters_opened")
class SheltersOpened(Body, frozen=True, omit_defaults=True, kw_only=True):
    """Shelter units stand ready in a section of a camp."""

    place: str
    section: str
    units: tuple[Unit, ...]

    def subjects(self) -> Iterable[str]:
        return [f"unit:{unit.unit}" for unit in self.units]


@event("shelter_allotted")
class ShelterAllotted(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A household sleeps in a unit from now on. The refs name the allotment this one replaces.

    `reason` is filled when the unit is fuller than its capacity.
    """

    household: str
    place: str
    section: str
    unit: str
    people: tuple[str, ...]
    left_unit: str = ""  # the unit the household gives up
    reason: str = ""

    def subjects(self) -> Iterable[str]:
        keys = [household(self.household), f"unit:{self.unit}"]
        return [*keys, f"unit:{self.left_unit}"] if self.left_unit else keys


@event("shelter_left")
class ShelterLeft(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A household gave up its unit."""

    household: str
    unit: str
    reason: str = ""

    def subjects(self) -> Iterable[str]:
        return (household(self.household), f"unit:{self.unit}")
