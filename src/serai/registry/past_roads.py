"""The road as it was known at a past hour, told by the journal alone."""

from collections import defaultdict

import msgspec

from serai.core.events import SegmentDescribed, SegmentDropped, SegmentStatusSet
from serai.core.road import Segment, SegmentStatus
from serai.journal import sql
from serai.journal.projection import in_order
from serai.journal.recorded import COLUMNS, Recorded, recorded
from serai.registry.standing import standing

_TOLD = (
    "SELECT about.subject, "  # noqa: S608 - the columns of the journal
    + ", ".join(f"told.{name}" for name in COLUMNS.split(", "))
    + " FROM journal_subject AS about JOIN journal_event AS told ON told.id = about.event"
    " WHERE about.subject >= 'segment:' AND about.subject < 'segment;'"
)


Told = dict[str, list[Recorded]]  # by segment


class KnownRoad(msgspec.Struct, frozen=True):
    """The segments of the road, and what was said of each that nobody had replaced."""

    segments: tuple[Segment, ...]
    said: dict[str, tuple[SegmentStatus, ...]]


def told() -> Told:
    """Everything that was ever said of each segment, in order."""
    found: dict[str, list[Recorded]] = defaultdict(list)
    for subject, *row in sql.every(_TOLD):
        event = recorded(row)
        if event is not None:
            found[subject.partition(":")[2]].append(event)
    return {segment: in_order(events) for segment, events in sorted(found.items())}


def road_then(said_ever: Told, at_ms: int) -> KnownRoad:
    """The road as known at a moment: what was written later, also an undoing, was not known."""
    segments = []
    said = {}
    for segment, found in said_ever.items():
        events = [one for one in found if one.body.at <= at_ms]
        if not events:
            continue
        segments.extend(_described(events)[-1:])
        said[segment] = tuple(_statuses(segment, events))
    return KnownRoad(tuple(segments), said)


def _described(events: list[Recorded]) -> list[Segment]:
    found = [one.body for one in standing(events, (SegmentDescribed, SegmentDropped))]
    return [
        Segment(one.source, one.target, one.kilometres, one.hours, one.surface)
        for one in found
        if isinstance(one, SegmentDescribed)
    ]


def _statuses(segment: str, events: list[Recorded]) -> list[SegmentStatus]:
    return [
        SegmentStatus(
            one.id, segment, body.status, body.reason, body.authority, body.until, body.at,
            one.actor,
        )
        for one in standing(events, (SegmentStatusSet,))
        if isinstance(body := one.body, SegmentStatusSet)
    ]  # fmt: skip
