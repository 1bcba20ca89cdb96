"""Rows of tracing requests."""

from collections.abc import Iterable, Sequence
from typing import Any

from serai.core.events import PostingReversed, TracingClosed, TracingRequested
from serai.journal.projection import Derived, as_json
from serai.journal.recorded import Recorded
from serai.tracing.models import TracingRequest


class TracingRequestRows(Derived):
    """One row a request, closed by the last closing that nobody took back."""

    model = TracingRequest
    prefix = "request"
    reads = (TracingRequested, TracingClosed, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[dict[str, Any]]:
        """The request as first written, and how it ended."""
        undone = {e.body.event for e in events if isinstance(e.body, PostingReversed)}
        kept = [event for event in events if event.id not in undone]
        first = next((event for event in kept if isinstance(event.body, TracingRequested)), None)
        if first is None or not isinstance(first.body, TracingRequested):
            return
        closings = [event.body for event in kept if isinstance(event.body, TracingClosed)]
        body = first.body
        yield {
            **_sought(body),
            "id": identity,
            "code": body.code,
            "household": body.household,
            "inquirer": body.inquirer,
            "circumstances": body.circumstances,
            "may_share": body.may_share,
            "opened_at": body.at,
            "closed_at": closings[-1].at if closings else 0,
            "outcome": closings[-1].outcome if closings else "",
            "actor": first.actor,
        }


def _sought(body: TracingRequested) -> dict[str, Any]:
    sought = body.sought
    return {
        "own": sought.names.own,
        "father": sought.names.father,
        "grandfather": sought.names.grandfather,
        "family": sought.names.family,
        "kunya": sought.names.kunya,
        "mother": sought.names.mother,
        "relation": sought.relation,
        "sex": sought.sex,
        "age": as_json(sought.age),
        "last_seen_place": sought.last_seen_place,
        "last_seen_on": sought.last_seen_on,
        "marks": sought.marks,
        "person": sought.person,
    }


PROJECTIONS = (TracingRequestRows(),)
