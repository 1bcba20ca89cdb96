"""The road ahead of one convoy, as its pages show it before it leaves and once it has left."""

from typing import Any

from serai.access.places import house
from serai.access.rooms import RoomRequest
from serai.convoys.models import Convoy
from serai.convoys.road.queries import dangers, way_of
from serai.convoys.road.words import segment_words
from serai.journal.wall import now_ms


def road_context(request: RoomRequest, row: Convoy, warned: bool = True) -> dict[str, Any]:
    """The segments ahead with what holds, when the convoy would be there; `warned` adds hazards."""
    name_of = house(request).name_of
    now = now_ms()
    way = way_of(row, now, dangers(now) if warned else ())
    return {
        "way": way,
        "warned": warned,
        "legs": [(leg, segment_words(leg.segment.segment, name_of)) for leg in way.legs],
        "closed": len(way.closed),
    }


def allowed_context(request: RoomRequest, row: Convoy) -> dict[str, Any]:
    """The closed segments somebody let this convoy drive, in words."""
    name_of = house(request).name_of
    return {"allowed": [segment_words(one, name_of) for one in row.allowed_segments.split()]}
