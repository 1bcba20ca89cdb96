"""Rows of places: the newest facts that nobody has replaced."""

from collections.abc import Iterable, Sequence

from serai.core.events import PlaceOpened
from serai.core.registers import Write, live, shown
from serai.journal.projection import Derived, Row
from serai.journal.recorded import Recorded
from serai.registry.models import Place


class PlaceRows(Derived):
    """One row a place."""

    model = Place
    prefix = "place"
    reads = (PlaceOpened,)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The place's shown facts."""
        writes = [
            Write(event.id, event.order, event.refs, event.body.place)
            for event in events
            if isinstance(event.body, PlaceOpened)
        ]
        place = shown(live(writes))
        yield {
            "id": identity,
            "name": place.name,
            "name_ar": place.name_ar,
            "kind": place.kind,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "capacity": place.capacity,
            "code": place.code,
            "position": place.position,
        }
