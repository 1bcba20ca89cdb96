"""Opening shelter units, giving them to households, marking people seen: the camp's only writer."""

from collections.abc import Sequence

import msgspec

from serai.camp.models import Allotment, Shelter
from serai.camp.rules import (
    allotment_refusal,
    members_here,
    opening_refusal,
    room_of,
    section_named,
    seen_refusal,
    tidy_section,
)
from serai.core.events import PersonSeen, ShelterAllotted, ShelterLeft, SheltersOpened, Unit
from serai.core.refusal import Refusal, gettext_noop
from serai.journal.reading import event_by_id
from serai.journal.store import Author, Pen, writing

REASON_LETTERS_MAX = 200
UNDONE = "undone"


class UnitsDraft(msgspec.Struct, frozen=True):
    """New units as typed: “P4-B2, 1 to 40, six people each”."""

    place: str
    section: str
    first: int
    last: int
    capacity: int
    accessible: bool = False


def open_shelters(
    draft: UnitsDraft, author: Author, operation: str = ""
) -> SheltersOpened | Refusal:
    """Opens a run of units in a section."""
    with writing(author, operation) as pen:
        section = section_named(draft.section, draft.place)
        ids = [f"{tidy_section(section)}-{number}" for number in range(draft.first, draft.last + 1)]
        refusal = opening_refusal(draft.place, section, ids, draft.first, draft.capacity)
        if refusal is not None:
            return refusal
        units = tuple(Unit(unit, draft.capacity, draft.accessible) for unit in ids)
        body = SheltersOpened(at=pen.now_ms, place=draft.place, section=section, units=units)
        pen.append(body)
        return body


def allot(
    household: str, unit: str, place: str, author: Author, operation: str = "", reason: str = ""
) -> tuple[ShelterAllotted, str] | Refusal:
    """Gives a household a unit, or another one; answers what was written and its event id."""
    with writing(author, operation) as pen:
        people = members_here(household, place)
        if isinstance(people, Refusal):
            return people
        room = room_of(unit, place)
        if isinstance(room, Refusal):
            return room
        now = Allotment.objects.filter(household=household).first()
        why = reason.strip()[:REASON_LETTERS_MAX]
        refusal = allotment_refusal(room, len(people), now, why)
        if refusal is not None:
            return refusal
        given_up, refs = _given_up(pen, now)
        body = ShelterAllotted(
            at=pen.now_ms, household=household, place=place, section=room.section, unit=room.unit,
            people=people, left_unit=given_up, reason=why,
        )  # fmt: skip
        return body, pen.append(body, refs=refs)


def leave_shelter(
    household: str, author: Author, operation: str = "", reason: str = ""
) -> tuple[ShelterLeft, ...] | Refusal:
    """A household gives up its unit, or both of them when two stations gave it one."""
    with writing(author, operation) as pen:
        now = Allotment.objects.filter(household=household).first()
        if now is None:
            return Refusal(gettext_noop("This household has no shelter to leave."))
        why = reason.strip()[:REASON_LETTERS_MAX]
        return tuple(
            _leave(pen, household, unit, events, why) for unit, events in _held(now).items()
        )


def undo_allotment(
    household: str, event: str, author: Author, operation: str = ""
) -> ShelterLeft | ShelterAllotted | Refusal:
    """Takes an allotment back: the household returns to the unit it gave up, or waits again."""
    with writing(author, operation) as pen:
        now = Allotment.objects.filter(household=household, event=event).first()
        written = event_by_id(event)
        if now is None or written is None or not isinstance(written.body, ShelterAllotted):
            return Refusal(
                gettext_noop("The household has moved on: this can no longer be undone.")
            )
        before = written.body
        old = Shelter.objects.filter(unit=before.left_unit).first() if before.left_unit else None
        if old is None:
            return _leave(pen, household, now.unit, (event,), UNDONE)
        body = ShelterAllotted(
            at=pen.now_ms, household=household, place=old.place, section=old.section,
            unit=old.unit, people=before.people, left_unit=now.unit, reason=UNDONE,
        )  # fmt: skip
        pen.append(body, refs=(event,))
        return body


def mark_seen(
    people: Sequence[str], place: str, author: Author, operation: str = ""
) -> PersonSeen | Refusal:
    """Writes down that people were seen in the camp today."""
    with writing(author, operation) as pen:
        refusal = seen_refusal(people, place)
        if refusal is not None:
            return refusal
        once = tuple(dict.fromkeys(people))
        body = PersonSeen(at=pen.now_ms, people=once, place=place, occasion="visit")
        pen.append(body)
        return body


def _given_up(pen: Pen, now: Allotment | None) -> tuple[str, tuple[str, ...]]:
    """The unit a household gives up with this allotment, and the events that it replaces.

    Where two stations gave it two units, the others are left first, each in its own event, so
    that every unit hears of it.
    """
    if now is None:
        return "", ()
    held = _held(now)
    events = held.pop(now.unit)
    for unit, other in held.items():
        _leave(pen, now.household, unit, other, "")
    return now.unit, events


def _held(now: Allotment) -> dict[str, tuple[str, ...]]:
    """Every unit a household holds by live allotments, with their events."""
    held: dict[str, tuple[str, ...]] = {}
    for event, unit in msgspec.json.decode(now.live, type=dict[str, str]).items():
        held[unit] = (*held.get(unit, ()), event)
    return held


def _leave(
    pen: Pen, household: str, unit: str, events: tuple[str, ...], reason: str
) -> ShelterLeft:
    body = ShelterLeft(at=pen.now_ms, household=household, unit=unit, reason=reason)
    pen.append(body, refs=events)
    return body
