"""Events of the road become rows: its segments, what holds for each, every hazard not lifted."""

from collections.abc import Iterable, Sequence
from typing import Any

from serai.convoys.models import Hazard
from serai.core.events import (
    HazardLifted,
    HazardNoted,
    PostingReversed,
    SegmentDescribed,
    SegmentDropped,
    SegmentStatusSet,
)
from serai.core.events.body import Body
from serai.core.hazards import as_date, day_of
from serai.core.road import as_segment, ends
from serai.journal.projection import Derived, Row, as_json
from serai.journal.recorded import Recorded
from serai.registry.models import Discrepancy, RoadSegment, SegmentStatus
from serai.registry.standing import standing


class HazardRows(Derived):
    """A row for every live note of a hazard; none once all of them are lifted."""

    model = Hazard
    prefix = "hazard"
    reads = (HazardNoted, HazardLifted, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The notes that no later one corrected and no lifting answered."""
        for event in standing(events, (HazardNoted, HazardLifted)):
            body = event.body
            if isinstance(body, HazardNoted):
                yield _hazard(identity, event, body)


class RoadRows(Derived):
    """A row for every description of a segment that nobody has replaced or dropped."""

    model = RoadSegment
    prefix = "segment"
    reads = (SegmentDescribed, SegmentDropped, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The live descriptions: one, or one for each station that did not know of the others."""
        for newer, event in enumerate(reversed(_described(events))):
            body = event.body
            assert isinstance(body, SegmentDescribed)
            yield {
                "id": event.id,
                "segment": identity,
                "source": body.source,
                "target": body.target,
                "kilometres": float(body.kilometres),  # as its stored bytes are read
                "hours": float(body.hours),
                "surface": body.surface,
                "at": body.at,
                "actor": event.actor,
                "newer": newer,
            }


class RoadDisputes(Derived):
    """A row of the worklist while stations describe one segment differently."""

    model = Discrepancy
    prefix = "segment"
    slot = "road"
    reads = (SegmentDescribed, SegmentDropped, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """One row while descriptions that stand say different things."""
        left = _described(events)
        told = {_values(one.body) for one in left}
        if len(told) > 1:
            facts = {"segment": identity, "described": sorted(told)}
            yield _disputed(f"road|{identity}", identity, left, facts)


class SegmentRows(Derived):
    """A row for every status of a segment that nobody has replaced."""

    model = SegmentStatus
    prefix = "segment"
    reads = (SegmentStatusSet, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The live statuses: one, or one for each station that did not know of the others."""
        for event in standing(events, (SegmentStatusSet,)):
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
        left = standing(events, (SegmentStatusSet,))
        told = {getattr(one.body, "status", "") for one in left}
        if len(told) > 1:
            facts = {"segment": identity, "statuses": sorted(told)}
            yield _disputed(f"segment|{identity}", identity, left, facts)


def _disputed(row: str, segment: str, events: Sequence[Recorded], facts: dict[str, Any]) -> Row:
    return {
        "id": row,
        "kind": "disputed",
        "place": ends(segment)[0],
        "at": max(one.body.at for one in events),
        "amount": 0,
        "people": as_json([]),
        "facts": as_json(facts),
    }


def _described(events: Sequence[Recorded]) -> list[Recorded]:
    """The descriptions of a segment that stand, oldest first."""
    left = standing(events, (SegmentDescribed, SegmentDropped))
    return [one for one in left if isinstance(one.body, SegmentDescribed)]


def _values(body: Body) -> tuple[float, float, str]:
    assert isinstance(body, SegmentDescribed)
    return float(body.kilometres), float(body.hours), body.surface


def _hazard(identity: str, event: Recorded, body: HazardNoted) -> Row:
    dated = as_date(body.until_on) or as_date(body.from_on) or day_of(body.at)
    return {
        "id": event.id,
        "hazard": identity,
        "what": body.what,
        "place": body.place,
        "segment": as_segment(body.segment) if body.segment else "",
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
