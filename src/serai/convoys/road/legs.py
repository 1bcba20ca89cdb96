"""The road ahead of one convoy, as its pages show it before it leaves and once it has left."""

from typing import Any

from serai.access.places import House, house
from serai.access.rooms import RoomRequest
from serai.convoys.models import Convoy
from serai.convoys.road.queries import dangers, way_of
from serai.convoys.road.way_words import by_words, way_in_words
from serai.core.ways import Choice
from serai.journal.wall import now_ms
from serai.registry.roads import route


def road_context(request: RoomRequest, row: Convoy, warned: bool = True) -> dict[str, Any]:
    """The segments ahead with what holds, when the convoy would be there; `warned` adds hazards."""
    now, known = now_ms(), route()
    way = way_of(row, now, known, dangers(now, known.road) if warned else ())
    return {
        "way": way,
        "warned": warned,
        "because": because(way.choice, row, house(request)),
        "legs": [(leg, house(request).segment_name(leg.segment.segment)) for leg in way.legs],
        "closed": len(way.choice.closed),
    }


def because(choice: Choice, row: Convoy, known: House) -> str:
    """Why it takes another way than the usual one, and by which places."""
    return by_words(choice, row.source, known.name_of, known.segment_name)


def left_context(request: RoomRequest, row: Convoy) -> dict[str, Any]:
    """The way a convoy took, and the closed segments somebody let it drive, in words."""
    known = house(request)
    return {
        "allowed": [known.segment_name(one) for one in row.allowed_segments.split()],
        "taken": way_in_words(row.way.split(), row.source, known.name_of),
    }
