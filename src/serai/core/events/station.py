"""Events of the station and the map: a station opens, places open, someone is put in charge."""

from collections.abc import Iterable

from serai.core.events.body import Body, event
from serai.core.places import Place


@event("station_opened")
class StationOpened(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A station begins its journal: its id, its public key (hexadecimal), the name people use."""

    station: str
    name: str
    public_key: str

    def subjects(self) -> Iterable[str]:
        return (f"station:{self.station}",)


@event("place_opened")
class PlaceOpened(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A place of the operation opens, or its facts are written anew (refs name the old ones)."""

    place: Place

    def subjects(self) -> Iterable[str]:
        return (f"place:{self.place.place}",)
