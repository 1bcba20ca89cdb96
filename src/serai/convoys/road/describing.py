"""Writing down the road itself: a segment between two places is described, or taken off."""

from collections.abc import Sequence

import msgspec

from serai.core.counts import HOURS_MAX, KILOMETRES_MAX
from serai.core.driving import SURFACES
from serai.core.events import SegmentDescribed, SegmentDropped
from serai.core.refusal import Refusal, gettext_noop
from serai.core.road import Segment
from serai.journal.store import Author, Pen, writing
from serai.registry.roads import Route, route


def describe(draft: Segment, author: Author, operation: str = "") -> str | Refusal:
    """Writes a segment in place of everything known about it; answers the event's id."""
    with writing(author, operation) as pen:
        known = route()
        return (
            draft_refusal(draft, known.places) or _again(draft, known) or _write(pen, draft, known)
        )


def describe_road(drafts: Sequence[Segment], author: Author) -> int | Refusal:
    """Writes many segments or none; answers how many were new or different."""
    with writing(author) as pen:
        known = route()
        wrong = (draft_refusal(one, known.places) for one in drafts)
        refusal = next((one for one in wrong if one is not None), None)
        if refusal is not None:
            return refusal
        news = [one for one in drafts if _again(one, known) is None]
        for one in news:
            _write(pen, one, known)
        return len(news)


def drop(segment: str, author: Author, operation: str = "") -> str | Refusal:
    """The road no longer has this segment; answers the event's id."""
    with writing(author, operation) as pen:
        seen = _seen(segment, route())
        if not seen:
            return Refusal(gettext_noop("This road has no such segment."))
        return pen.append(SegmentDropped(at=pen.now_ms, segment=segment), refs=seen)


def draft_refusal(draft: Segment, places: Sequence[str]) -> Refusal | None:
    """Why a segment cannot be described like this."""
    for field, place in (("source", draft.source), ("target", draft.target)):
        if place not in places:
            sentence = gettext_noop("There is no place called %(place)s. Choose one from the list.")
            return Refusal(sentence, {"place": place}, field)
    if draft.source == draft.target:
        return Refusal(gettext_noop("A segment joins two different places."), field="target")
    if not 0 < draft.kilometres <= KILOMETRES_MAX:
        sentence = gettext_noop("A segment has more than 0 and up to %(most)s km.")
        return Refusal(sentence, {"most": KILOMETRES_MAX}, "kilometres")
    if not 0 <= draft.hours <= HOURS_MAX:
        sentence = gettext_noop("A segment takes up to %(most)s hours; leave it empty if unknown.")
        return Refusal(sentence, {"most": HOURS_MAX}, "hours")
    if draft.surface and draft.surface not in SURFACES:
        return Refusal(gettext_noop("Choose asphalt, gravel or track."), field="surface")
    return None


def _again(draft: Segment, known: Route) -> Refusal | None:
    """The same description twice is one, unless it decides between several."""
    told = known.described.get(draft.segment, ())
    if len(told) != 1:
        return None
    held = told[0].segment
    if (held.kilometres, held.hours, held.surface) != (
        draft.kilometres, draft.hours, draft.surface,
    ):  # fmt: skip
        return None
    sentence = gettext_noop("%(who)s described it like this already; nothing was written twice.")
    return Refusal(sentence, {"who": told[0].actor})


def _write(pen: Pen, draft: Segment, known: Route) -> str:
    body = SegmentDescribed(at=pen.now_ms, **msgspec.structs.asdict(draft))
    return pen.append(body, refs=_seen(draft.segment, known))


def _seen(segment: str, known: Route) -> tuple[str, ...]:
    return tuple(sorted(one.event for one in known.described.get(segment, ())))
