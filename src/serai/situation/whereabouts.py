"""Which place of the station the words of a report mean, by the gazetteer and by nearness."""

from collections.abc import Sequence
from functools import lru_cache
from math import cos, hypot, radians
from typing import Protocol

import msgspec

from serai.core.reports.written import place_key

NEAR_KM = 4.0  # Al-Hol town and its camp lie 2 km apart, Susah and the front 7
DEGREE_KM = 111.2
STANDS_FOR_ITS_TOWN = ("front", "camp", "transit")  # a hospital is not the town it stands in

Known = tuple[str, str, str, str, float | None, float | None]


class Spot(Protocol):
    """A place of the station, as the registry or the room's own picture holds it."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def name_ar(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def latitude(self) -> float | None: ...
    @property
    def longitude(self) -> float | None: ...


class Whereabouts(msgspec.Struct, frozen=True):
    """The places of the station by the keys that claims carry."""

    stations: dict[str, str]

    def station(self, key: str) -> str:
        """The station's place for a claim's key; empty when it has none."""
        return self.stations.get(key, "")

    def key(self, words: str) -> str:
        """The key of words somebody typed."""
        return place_key(words)


def whereabouts(places: Sequence[Spot]) -> Whereabouts:
    """The places of the station, found by name and by nearness."""
    return _whereabouts(
        tuple((p.id, p.name, p.name_ar, p.kind, p.latitude, p.longitude) for p in places)
    )


@lru_cache(maxsize=8)
def _whereabouts(spots: tuple[Known, ...]) -> Whereabouts:
    from serai.core.gazetteer import everything  # noqa: PLC0415 - needs the reader of reports first

    found: dict[str, str] = {}
    for place, name, name_ar, kind, latitude, longitude in spots:
        for words in (place, name, name_ar):
            if words:
                found.setdefault(place_key(words), place)
        if kind not in STANDS_FOR_ITS_TOWN or latitude is None or longitude is None:
            continue
        for one in everything():
            if one.at and not one.is_wide and _km((latitude, longitude), one.at) <= NEAR_KM:
                found.setdefault(one.id, place)
    return Whereabouts(found)


def _km(one: tuple[float, float], other: tuple[float, float]) -> float:
    east = (one[1] - other[1]) * cos(radians(one[0]))
    return hypot(one[0] - other[0], east) * DEGREE_KM
