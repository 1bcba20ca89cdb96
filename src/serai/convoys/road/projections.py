"""Events of the road become rows: what holds for each segment, and every hazard not lifted."""

from collections.abc import Iterable, Sequence

from serai.convoys.models import Hazard
from serai.core.events import HazardLifted, HazardNoted, PostingReversed, SegmentStatusSet
from serai.core.events.body import Body
from serai.core.hazards import as_date, day_of
from serai.core.manifest import taken_back
from serai.core.registers import Write, live
from serai.core.road import BY_ID
from serai.journal.projection import Derived, Row, as_json
from serai.journal.recorded import Recorded
from serai.registry.models import Discrepancy, SegmentStatus


class HazardRows(Derived):
    """A row for every live note of a hazard; none once all of them are lifted."""

    model = Hazard
    prefix = "hazard"
    reads = (HazardNoted, HazardLifted, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The notes that no later one corrected and no lifting answered."""
        for event in _standing(events, (HazardNoted, HazardLifted)):
            body = event.body
            if isinstance(body, HazardNoted):
                yield _hazard(identity, event, body)


class SegmentRows(Derived):
    """A row for every status of a segment that nobody has replaced."""

    model = SegmentStatus
    prefix = "segment"
    reads = (SegmentStatusSet, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The live statuses: one, or one for each station that did not know of the others."""
        for event in _standing(events, (SegmentStatusSet,)):
            body = event.body
            if isinstance(body, SegmentStatusSet):
                yield {
                    "id": event.id,
                    "segment": identity,
                    "status": body.status,
                    "reason": body.reason,
                    "authority": body.authority,
                    "until": body.until,
                    "at": body.at,
                    "actor": event.actor,
                }


class SegmentDisputes(Derived):
    """A row of the worklist while stations say different things about one segment."""

    model = Discrepancy
    prefix = "segment"
    slot = "segment"
    reads = (SegmentStatusSet, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """One row while more than one status stands."""
        standing = _standing(events, (SegmentStatusSet,))
        told = {getattr(one.body, "status", "") for one in standing}
        if len(told) > 1:
            known = BY_ID.get(identity)
            yield {
                "id": f"segment|{identity}",
                "kind": "disputed",
                "place": known.source if known else "",
                "at": max(one.body.at for one in standing),
                "amount": 0,
                "people": as_json([]),
                "facts": as_json({"segment": identity, "statuses": sorted(told)}),
            }


def _standing(events: Sequence[Recorded], kinds: tuple[type[Body], ...]) -> list[Recorded]:
    """The events that no other replaced and no reversal took back."""
    undone = taken_back([one for one in events if isinstance(one.body, PostingReversed)])
    writes = [
        Write(one.id, one.order, one.refs, one)
        for one in events
        if isinstance(one.body, kinds) and one.id not in undone
    ]
    return [one.value for one in live(writes)]


def _hazard(identity: str, event: Recorded, body: HazardNoted) -> Row:
    dated = as_date(body.until_on) or as_date(body.from_on) or day_of(body.at)
    return {
        "id": event.id,
        "hazard": identity,
        "what": body.what,
        "place": body.place,
        "segment": body.segment,
        "latitude": body.latitude,
        "longitude": body.longitude,
        "precision": body.precision,
        "from_on": body.from_on,
        "until_on": body.until_on,
        "day": dated.isoformat(),
        "source": body.source,
        "words": body.words,
        "report": body.report,
        "noted_at": body.at,
        "actor": event.actor,
    }
