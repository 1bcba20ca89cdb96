"""Rows of the screening lanes: who passed which lane, and the walled reasons of separations."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from serai.core.events import (
    PostingReversed,
    ScreeningRecorded,
    SeparationRecorded,
    SeparationReviewed,
)
from serai.journal.projection import Derived, as_json
from serai.journal.recorded import Recorded
from serai.screening.models import Screening, SeparationReason


class ScreeningRows(Derived):
    """Every lane a person passed; the last one at each place is marked."""

    model = Screening
    prefix = "person"
    reads = (ScreeningRecorded, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[dict[str, Any]]:
        """The lanes of one person, in order; what was taken back is left out."""
        undone = _undone(events)
        last: dict[str, dict[str, Any]] = {}
        for event in events:
            if event.id in undone or not isinstance(event.body, ScreeningRecorded):
                continue
            row = _screening(identity, event, event.body)
            before = last.get(row["place"])
            if before is not None:
                yield {**before, "latest": False}
            last[row["place"]] = row
        yield from last.values()


class SeparationReasons(Derived):
    """Why, and by whose decision, with every review; beside the link that others may read."""

    model = SeparationReason
    prefix = "separation"
    reads = (SeparationRecorded, SeparationReviewed, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[dict[str, Any]]:
        """One row a separation; a second record under the same id (a forgery) changes nothing."""
        undone = _undone(events)
        first = next((one for one in events if isinstance(one.body, SeparationRecorded)), None)
        if first is None or first.id in undone:
            return
        body = cast(SeparationRecorded, first.body)
        yield {
            "id": identity,
            "person": body.person,
            "household": body.household,
            "place": body.place,
            "reason": body.reason,
            "authority": body.authority,
            "actor": first.actor,
            "reviews": as_json([_review(e, e.body) for e in events if _is_review(e, undone)]),
        }


def _screening(person: str, event: Recorded, body: ScreeningRecorded) -> dict[str, Any]:
    return {
        "id": f"{event.id}|{person}",
        "person": person,
        "place": body.place,
        "lane": body.lane,
        "outcome": body.outcome,
        "at": body.at,
        "actor": event.actor,
        "latest": True,
    }


def _undone(events: Iterable[Recorded]) -> set[str]:
    return {event.body.event for event in events if isinstance(event.body, PostingReversed)}


def _is_review(event: Recorded, undone: set[str]) -> bool:
    return isinstance(event.body, SeparationReviewed) and event.id not in undone


def _review(event: Recorded, body: Any) -> dict[str, Any]:
    return {
        "at": body.at,
        "outcome": body.outcome,
        "review_on": body.review_on,
        "actor": event.actor,
    }


PROJECTIONS = (ScreeningRows(), SeparationReasons())
