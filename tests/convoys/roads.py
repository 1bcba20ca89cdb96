"""Segments closed and hazards noted in one line, for the tests of the road."""

from serai.convoys.road.commands import (
    HazardDraft,
    Noted,
    StatusDraft,
    note_hazard,
    set_status,
)
from serai.core.refusal import Refusal
from serai.journal.store import Author

OFFICER = Author("nasrin", "convoys")
TO_BUSAYRAH = "reception--busayrah"
TO_THE_CAMP = "shaddadah--al-hol"


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
