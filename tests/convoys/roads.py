"""Segments closed and hazards noted in one line, for the tests of the road."""

from msgspec.structs import replace
from tests.conftest import PLACES, open_station

from serai.convoys.road.commands import (
    HazardDraft,
    Noted,
    StatusDraft,
    note_hazard,
    set_status,
)
from serai.convoys.road.describing import describe, describe_road
from serai.core import operation
from serai.core.places import Place
from serai.core.refusal import Refusal
from serai.core.road import Segment, segment_between
from serai.journal.store import Author

OFFICER = Author("nasrin", "convoys")
FROM_THE_FRONT = segment_between("front", "reception")
TO_BUSAYRAH = segment_between("reception", "busayrah")
ALONG_THE_KHABUR = segment_between("suwar", "shaddadah")
TO_THE_CAMP = segment_between("shaddadah", "al-hol")
_PLACES = {one.place: one for one in operation.PLACES}
ON_THE_WAY = (
    replace(_PLACES["busayrah"], position=4),
    replace(_PLACES["shaddadah"], position=5),
)


def where_it_is(place: Place) -> Place:
    """A place of the tests at its position in the training operation."""
    known = _PLACES.get(place.place, place)
    return replace(place, latitude=known.latitude, longitude=known.longitude)


def open_on_the_road() -> str:
    """A fresh station with its places where they are, and the road between them; its id."""
    opened = open_station([*(where_it_is(one) for one in PLACES), *ON_THE_WAY])
    describe_training_road()
    return opened


def describe_training_road() -> None:
    """Writes the segments of the training operation."""
    assert describe_road(operation.ROUTE, OFFICER) == len(operation.ROUTE)


def described(source: str, target: str, kilometres: float, hours: float = 0) -> str:
    """Describes a segment; the event's id."""
    outcome = describe(Segment(source, target, kilometres, hours), OFFICER)
    assert not isinstance(outcome, Refusal), str(outcome)
    return outcome


def closed(segment: str = TO_THE_CAMP, until: int = 0, authority: str = "Road police") -> str:
    """Closes a segment; the event's id."""
    return said(segment, "closed", until, authority)


def said(segment: str, status: str, until: int = 0, authority: str = "", reason: str = "") -> str:
    """Sets a segment's status; the event's id."""
    outcome = set_status(StatusDraft(segment, status, reason, authority, until), OFFICER)
    assert not isinstance(outcome, Refusal), str(outcome)
    return outcome


def noted(what: str = "mine", **facts: str) -> Noted:
    """Notes a hazard; on the road to the camp when nobody says where."""
    if "place" not in facts and "segment" not in facts:
        facts["segment"] = TO_THE_CAMP
    outcome = note_hazard(HazardDraft(what, **facts), OFFICER)
    assert not isinstance(outcome, Refusal), str(outcome)
    return outcome
