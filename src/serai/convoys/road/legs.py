"""The road ahead of one convoy, as its pages show it before it leaves and once it has left."""

from typing import Any

from serai.access.places import house
from serai.access.rooms import RoomRequest
from serai.convoys.models import Convoy
from serai.convoys.road.queries import dangers, way_of
from serai.journal.wall import now_ms
from serai.registry.roads import route


def road_context(request: RoomRequest, row: Convoy, warned: bool = True) -> dict[str, Any]:
    """The segments ahead with what holds, when the convoy would be there; `warned` adds hazards."""
    now, known = now_ms(), route()
    way = way_of(row, now, known, dangers(now, known.road) if warned else ())
    return {
        "way": way,
        "warned": warned,
        "legs": [(leg, house(request).segment_name(leg.segment.segment)) for leg in way.legs],
        "closed": len(way.closed),
    }


def allowed_context(request: RoomRequest, row: Convoy) -> dict[str, Any]:
    """The closed segments somebody let this convoy drive, in words."""
    return {"allowed": [house(request).segment_name(one) for one in row.allowed_segments.split()]}
