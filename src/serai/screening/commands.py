"""Recording a lane, a separation, its reviews and its end: the only writer of screening events."""

from collections.abc import Sequence

from serai.core.events import (
    Body,
    MovementRecorded,
    ScreeningRecorded,
    SeparationEnded,
    SeparationRecorded,
    SeparationReviewed,
)
from serai.core.ledger import moved
from serai.core.refusal import Refusal, gettext_noop
from serai.core.screening import (
    END_OUTCOMES,
    RELEASED,
    REUNITED,
    REVIEW_OUTCOMES,
    SEPARATE_SITE,
    is_one_of,
    review_refusal,
)
from serai.journal.store import Author, Pen, writing
from serai.registry.families import split_refusal
from serai.registry.models import Person
from serai.screening.rules import (
    SeparationDraft,
    account_of,
    back_refusal,
    day_of,
    draft_refusal,
    end_refusal,
    lane_refusal,
    link_refusal,
    open_separation,
    people_refusal,
)

BACK = "back from a separation"
OURS = (
    MovementRecorded,
    ScreeningRecorded,
    SeparationEnded,
    SeparationRecorded,
    SeparationReviewed,
)


def record_screening(
    people: Sequence[str], place: str, lane: str, outcome: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Writes one lane and one outcome for the people ticked; answers the event id."""
    with writing(author, operation) as pen:
        refusal = lane_refusal(lane, outcome) or people_refusal(people, place)
        if refusal is not None:
            return refusal
        everyone = tuple(dict.fromkeys(people))
        return pen.append(_lane(everyone, place, lane, outcome, pen))


def separate(
    draft: SeparationDraft, author: Author, operation: str = ""
) -> tuple[str, ...] | Refusal:
    """Writes one separation for each person who goes, all in one breath, and moves them."""
    with writing(author, operation) as pen:
        refusal = draft_refusal(draft, day_of(pen.now_ms)) or link_refusal(draft)
        if refusal is not None:
            return refusal
        goers = tuple(dict.fromkeys(draft.people))
        for person in goers:
            pen.append(_separation(draft, person, pen))
        if draft.lane:
            pen.append(_lane(goers, draft.place, draft.lane, SEPARATE_SITE, pen))
        return pen.written


def review_separation(
    separation: str, outcome: str, review_on: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Writes that somebody looked at a separation, and when somebody looks next."""
    with writing(author, operation) as pen:
        held = open_separation(separation)
        if isinstance(held, Refusal):
            return held
        if not is_one_of(REVIEW_OUTCOMES, outcome):
            return Refusal(gettext_noop("Choose what the review came to."), field="outcome")
        refusal = review_refusal(review_on, day_of(pen.now_ms))
        if refusal is not None:
            return refusal
        body = SeparationReviewed(
            at=pen.now_ms, separation=held.id, outcome=outcome, review_on=review_on
        )
        return pen.append(body)


def end_separation(
    separation: str, outcome: str, place: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Writes the end of a separation; a reunited person moves to the family's place."""
    with writing(author, operation) as pen:
        held = open_separation(separation)
        if isinstance(held, Refusal):
            return held
        if not is_one_of(END_OUTCOMES, outcome):
            return Refusal(gettext_noop("Choose how it ended."), field="ended")
        person = Person.objects.get(id=held.person)
        target = place if outcome in (REUNITED, RELEASED) else person.place
        refusal = end_refusal(held, person, outcome, target)
        if refusal is not None:
            return refusal
        body = SeparationEnded(
            at=pen.now_ms,
            separation=held.id,
            person=person.id,
            household=held.household,
            outcome=outcome,
            legs=() if person.place == target else moved(person.place, target, [person.id]),
        )
        return pen.append(body)


def bring_back(separation: str, place: str, author: Author, operation: str = "") -> str | Refusal:
    """Writes that somebody came back from where they were taken, while the family is elsewhere.

    The separation stays open: it ends where the family is.
    """
    with writing(author, operation) as pen:
        held = open_separation(separation)
        if isinstance(held, Refusal):
            return held
        person = Person.objects.get(id=held.person)
        refusal = back_refusal(person, place) or split_refusal([person.id], place)
        if refusal is not None:
            return refusal
        body = MovementRecorded(
            at=pen.now_ms, reason=BACK, legs=moved(person.place, place, [person.id])
        )
        return pen.append(body)


def _lane(people: tuple[str, ...], place: str, lane: str, outcome: str, pen: Pen) -> Body:
    return ScreeningRecorded(at=pen.now_ms, people=people, place=place, lane=lane, outcome=outcome)


def _separation(draft: SeparationDraft, person: str, pen: Pen) -> SeparationRecorded:
    return SeparationRecorded(
        at=pen.now_ms,
        separation=pen.new_id(),
        person=person,
        kin=tuple(dict.fromkeys(draft.kin)),
        household=draft.household,
        reason=draft.reason.strip(),
        authority=draft.authority.strip(),
        place=draft.place,
        target=draft.target.strip(),
        review_on=draft.review_on,
        legs=moved(draft.place, account_of(draft.target), [person]),
    )
