"""Rows of households and of separations."""

from collections.abc import Iterable, Sequence

from serai.core.events import (
    DeathRecorded,
    HouseholdRegistered,
    MemberAdded,
    MemberMoved,
    PostingReversed,
    SeparationEnded,
    SeparationRecorded,
    SeparationReviewed,
)
from serai.journal.projection import Derived, Row, as_json
from serai.journal.recorded import Recorded
from serai.registry.models import Household, Separation


class HouseholdRows(Derived):
    """One row a household; a new household that somebody moved into has one too."""

    model = Household
    prefix = "household"
    reads = (HouseholdRegistered, MemberAdded, MemberMoved, DeathRecorded, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The household as first written, with its living members counted."""
        undone = {e.body.event for e in events if isinstance(e.body, PostingReversed)}
        kept = [event for event in events if event.id not in undone]
        members = _members(identity, kept)
        first = next((e for e in kept if isinstance(e.body, HouseholdRegistered)), None)
        if first is None and not members:
            return
        start = first or kept[0]
        body = start.body if isinstance(start.body, HouseholdRegistered) else None
        yield {
            "id": identity,
            "token": body.token if body else "",
            "arrival": body.arrival if body else "",
            "registered_at": start.body.at,
            "registered_place": body.place if body else "",
            "phone": body.phone if body else "",
            "note": body.note if body else "",
            "size": len(members),
            "actor": start.actor,
            "event": start.id,
        }


class SeparationRows(Derived):
    """One row a separation: who is elsewhere, since when, until which review. Never why."""

    model = Separation
    prefix = "separation"
    reads = (SeparationRecorded, SeparationReviewed, SeparationEnded, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The separation with its latest review date."""
        undone = {e.body.event for e in events if isinstance(e.body, PostingReversed)}
        start = next((e for e in events if isinstance(e.body, SeparationRecorded)), None)
        if start is None or not isinstance(start.body, SeparationRecorded) or start.id in undone:
            return
        kept = [e.body for e in events if e.id not in undone]
        ended = [body for body in kept if isinstance(body, SeparationEnded)]
        reviews = [body.review_on for body in kept if isinstance(body, SeparationReviewed)]
        yield {
            "id": identity,
            "person": start.body.person,
            "household": start.body.household,
            "kin": as_json(start.body.kin),
            "since": start.body.at,
            "target": start.body.target,
            "review_on": reviews[-1] if reviews else start.body.review_on,
            "ended_at": ended[0].at if ended else 0,
            "outcome": ended[0].outcome if ended else "",
        }


def _members(identity: str, events: Sequence[Recorded]) -> set[str]:
    """Who belongs to the household by its own events, in order, without the dead."""
    members: set[str] = set()
    for event in events:
        body = event.body
        if isinstance(body, HouseholdRegistered):
            members.update(one.person for one in body.members)
        elif isinstance(body, MemberAdded):
            members.add(body.member.person)
        elif isinstance(body, DeathRecorded):
            members.discard(body.person)
        elif isinstance(body, MemberMoved):
            members.discard(body.person)
            if body.target == identity:
                members.add(body.person)
    return members
