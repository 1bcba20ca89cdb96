"""Rows of the medical tent: every sorting of a person, every stay in hospital."""

from collections.abc import Iterable, Sequence
from typing import Any

from serai.care.models import Referral, Triage
from serai.core.events import PostingBody, PostingReversed, ReferralMade, TriageRecorded
from serai.core.triage import urgency
from serai.journal.projection import Derived, as_json
from serai.journal.recorded import Recorded


class TriageRows(Derived):
    """Every sorting of a person; the last one counts."""

    model = Triage
    prefix = "person"
    reads = (TriageRecorded, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[dict[str, Any]]:
        """One row a sorting, without those taken back."""
        undone = {e.body.event for e in events if isinstance(e.body, PostingReversed)}
        sortings = [
            event
            for event in events
            if isinstance(event.body, TriageRecorded) and event.id not in undone
        ]
        for event in sortings:
            yield _triage(identity, event, event.body, event is sortings[-1])


class ReferralRows(Derived):
    """Every stay in hospital of a patient, ended by whatever moved them on."""

    model = Referral
    prefix = "person"
    reads = (PostingBody,)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[dict[str, Any]]:
        """One row a referral of this person; carers have none of their own."""
        made = [e for e in events if isinstance(e.body, ReferralMade) and e.body.person == identity]
        if not made:
            return
        undone = {e.body.event for e in events if isinstance(e.body, PostingReversed)}
        for event in made:
            if event.id not in undone:
                later = [e for e in events if e.order > event.order and e.id not in undone]
                yield _referral(identity, event, event.body, later)


def _triage(person: str, event: Recorded, body: Any, latest: bool) -> dict[str, Any]:
    return {
        "id": f"{event.id}|{person}",
        "person": person,
        "place": body.place,
        "word": body.word,
        "urgency": urgency(body.word),
        "note": body.note,
        "at": body.at,
        "actor": event.actor,
        "latest": latest,
    }


def _referral(person: str, event: Recorded, body: Any, later: Sequence[Recorded]) -> dict[str, Any]:
    ended = next((e for e in later if e.positions.get(person, body.target) != body.target), None)
    return {
        "id": event.id,
        "person": person,
        "people": as_json(list(dict.fromkeys([person, *body.people_moved()]))),
        "place": body.place,
        "target": body.target,
        "reason": body.reason,
        "at": body.at,
        "actor": event.actor,
        "ended_at": ended.body.at if ended else 0,
        "ended_place": ended.positions[person] if ended else "",
    }


PROJECTIONS = (TriageRows(), ReferralRows())
