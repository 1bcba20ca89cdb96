"""Where people can stand: places of an operation, outside accounts, and convoys on the road."""

from typing import Literal

import msgspec

from serai.core.counts import Count

PlaceKind = Literal["front", "reception", "screening", "transit", "camp", "hospital", "holding"]

# Accounts beyond the places of work: people come from them and go to them.
OUTSIDE: tuple[str, ...] = ("outside", "birth", "death", "left", "unknown")
CONVOY = "convoy:"


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place of the operation. `position` orders places along the route; `code` is a P-code."""

    place: str
    name: str
    name_ar: str = ""
    kind: PlaceKind = "reception"
    latitude: float | None = None
    longitude: float | None = None
    capacity: Count = 0  # people; 0 when nobody set one
    code: str = ""
    position: Count = 0


def convoy_place(convoy: str) -> str:
    """The account of everyone on the road with this convoy.

    >>> convoy_place("C7")
    'convoy:C7'
    """
    return CONVOY + convoy


def is_convoy(place: str) -> bool:
    """Whether the place is a road account."""
    return place.startswith(CONVOY)


def is_outside(place: str) -> bool:
    """Whether the place is an account outside the places of work."""
    return place in OUTSIDE
