"""Writing about the road: a hazard is noted, corrected, lifted; a segment is opened or closed."""

import msgspec

from serai.convoys.models import Hazard
from serai.core.events import (
    HazardLifted,
    HazardNoted,
    SegmentDescribed,
    SegmentDropped,
    SegmentStatusSet,
)
from serai.core.hazards import (
    KINDS,
    PRECISION_KM,
    ToldHazard,
    Whereabouts,
    as_date,
    day_of,
    located,
    touched,
)
from serai.core.refusal import Refusal, gettext_noop
from serai.core.road import STATUSES, Point, Road
from serai.journal.store import Author, writing
from serai.registry.models import Place, SegmentStatus
from serai.registry.roads import road
from serai.registry.rules import AHEAD_MS
from serai.registry.undo import take_back

ROAD_EVENTS = (HazardNoted, HazardLifted, SegmentStatusSet, SegmentDescribed, SegmentDropped)
NO_SEGMENT = gettext_noop("This road has no such segment.")


class HazardDraft(ToldHazard, frozen=True):
    """A hazard as somebody wrote it, by hand or out of a report."""

    report: str = ""


class StatusDraft(msgspec.Struct, frozen=True):
    """A segment's status as somebody wrote it: who decided, why, until when (0: until changed)."""

    segment: str
    status: str
    reason: str = ""
    authority: str = ""
    until: int = 0


class Noted(msgspec.Struct, frozen=True):
    """What was written about a hazard: its id, the event, and the segments it warns."""

    hazard: str
    event: str
    segments: tuple[str, ...]


def note_hazard(
    draft: HazardDraft, author: Author, operation: str = "", hazard: str = ""
) -> Noted | Refusal:
    """Notes a hazard; with the id of one that is noted, corrects it."""
    with writing(author, operation) as pen:
        notes = _notes(hazard)
        if hazard and not notes:
            return _lifted_before()
        at, is_wide = located(draft.place, _positions()) if draft.place else (None, False)
        known = road()
        refusal = _hazard_refusal(draft, at, pen.now_ms, known)
        if refusal is not None:
            return refusal
        if is_wide:
            draft = msgspec.structs.replace(draft, precision="region")
        body = HazardNoted(
            at=pen.now_ms,
            hazard=hazard or pen.new_id(),
            latitude=at[0] if at else None,
            longitude=at[1] if at else None,
            **msgspec.structs.asdict(draft),
        )
        event = pen.append(body, refs=notes)
        where = Whereabouts(draft.segment, at, draft.precision)
        return Noted(body.hazard, event, touched(where, known))


def lift_hazard(
    hazard: str, author: Author, operation: str = "", reason: str = ""
) -> str | Refusal:
    """The danger is over, or was none; answers the event's id."""
    with writing(author, operation) as pen:
        notes = _notes(hazard)
        if not notes:
            return _lifted_before()
        body = HazardLifted(at=pen.now_ms, hazard=hazard, reason=reason.strip()[:200])
        return pen.append(body, refs=notes)


def set_status(draft: StatusDraft, author: Author, operation: str = "") -> str | Refusal:
    """Opens or closes a segment in place of everything known about it; answers the event's id."""
    with writing(author, operation) as pen:
        refusal = _status_refusal(draft, pen.now_ms)
        if refusal is not None:
            return refusal
        known = SegmentStatus.objects.filter(segment=draft.segment).order_by("id")
        body = SegmentStatusSet(at=pen.now_ms, **msgspec.structs.asdict(draft))
        return pen.append(body, refs=tuple(known.values_list("id", flat=True)))


def undo(event: str, author: Author, operation: str = "") -> str | Refusal:
    """Takes back what was written about the road: what held before holds again."""
    return take_back([event], ROAD_EVENTS, author, operation)


def _notes(hazard: str) -> tuple[str, ...]:
    """The live notes of a hazard."""
    return tuple(Hazard.objects.filter(hazard=hazard).order_by("id").values_list("id", flat=True))


def _hazard_refusal(
    draft: HazardDraft, at: Point | None, now_ms: int, known: Road
) -> Refusal | None:
    if draft.what not in KINDS:
        return Refusal(gettext_noop("Choose what kind of danger it is."), field="what")
    if draft.precision not in PRECISION_KM:
        return Refusal(gettext_noop("Choose how well the place is known."), field="precision")
    if draft.segment and draft.segment not in known.by_id:
        return Refusal(NO_SEGMENT, field="segment")
    if not draft.segment and at is None:
        return Refusal(
            gettext_noop(
                "Nobody here knows where “%(place)s” is. Choose a segment of the road, "
                "or write the name of a place on the map."
            )
            if draft.place
            else gettext_noop("Choose a segment of the road, or write a place."),
            {"place": draft.place} if draft.place else {},
            field="segment",
        )
    return _dates_refusal(draft, now_ms)


def _dates_refusal(draft: HazardDraft, now_ms: int) -> Refusal | None:
    first, last = as_date(draft.from_on), as_date(draft.until_on)
    if first is not None and first > day_of(now_ms + AHEAD_MS):
        return Refusal(gettext_noop("This day is still to come."), field="from_on")
    if first is not None and last is not None and last < first:
        return Refusal(gettext_noop("The last day lies before the first."), field="until_on")
    return None


def _status_refusal(draft: StatusDraft, now_ms: int) -> Refusal | None:
    if draft.segment not in road().by_id:
        return Refusal(NO_SEGMENT, field="segment")
    if draft.status not in STATUSES:
        return Refusal(gettext_noop("Choose open, caution or closed."), field="status")
    if draft.until and draft.until <= now_ms:
        return Refusal(gettext_noop("This time is over already."), field="until")
    return None


def _positions() -> dict[str, Point]:
    """Where the places of this station are, by id and by both names."""
    found: dict[str, Point] = {}
    for row in Place.objects.all():
        if row.latitude is not None and row.longitude is not None:
            names = (row.id, row.name, row.name_ar)
            found.update({name: (row.latitude, row.longitude) for name in names if name})
    return found


def _lifted_before() -> Refusal:
    return Refusal(gettext_noop("This hazard is not noted any more."))
