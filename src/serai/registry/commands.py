"""Acts on the books that more than one room needs: headcount, correction, explanation, undo."""

from serai.core import ledger
from serai.core.events import (
    BooksAdjusted,
    DiscrepancyAssigned,
    DiscrepancySettled,
    HeadcountTaken,
    PlaceOpened,
    PostingReversed,
)
from serai.core.places import Place, is_outside
from serai.core.refusal import Refusal, gettext_noop
from serai.journal.reading import event_by_id, events_about
from serai.journal.recorded import Recorded
from serai.journal.store import Author, Pen, writing
from serai.registry.discrepancies import OPEN, discrepancy
from serai.registry.models import Person
from serai.registry.models import Place as PlaceRow
from serai.registry.queries import people_at
from serai.registry.rules import opening_refusal, time_refusal

HEADCOUNT_MAX = 1_000_000
EXPLANATION_LETTERS_MAX = 1_000

UNKNOWN_PLACE = gettext_noop("There is no place called %(place)s. Choose one from the list.")


def open_place(place: Place, author: Author) -> str | Refusal:
    """Opens a place, or writes its facts anew; answers the event id."""
    refusal = opening_refusal(place)
    if refusal is not None:
        return refusal
    with writing(author) as pen:
        return pen.append(PlaceOpened(at=pen.now_ms, place=place), refs=_opened_by(place.place))


def take_headcount(
    place: str, counted: int, author: Author, operation: str = "", at_ms: int = 0
) -> str | Refusal:
    """Writes down how many people were counted at a place; answers the event id."""
    if not 0 <= counted <= HEADCOUNT_MAX:
        return Refusal(
            gettext_noop("A headcount is a number from 0 to %(most)s."),
            {"most": HEADCOUNT_MAX},
            field="counted",
        )
    with writing(author, operation) as pen:
        if not PlaceRow.objects.filter(id=place).exists():
            return Refusal(UNKNOWN_PLACE, {"place": place}, field="place")
        refusal = time_refusal(at_ms, pen.now_ms)
        if refusal is not None:
            return refusal
        return pen.append(HeadcountTaken(at=at_ms or pen.now_ms, place=place, counted=counted))


def assign_discrepancy(
    identity: str, owner: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Somebody looks after a discrepancy from now on."""
    with writing(author, operation) as pen:
        if discrepancy(identity) is None:
            return _gone()
        return pen.append(DiscrepancyAssigned(at=pen.now_ms, discrepancy=identity, owner=owner))


def explain_discrepancy(
    identity: str, explanation: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Puts an explanation beside a discrepancy; the row stays, the books do not change."""
    text = explanation.strip()[:EXPLANATION_LETTERS_MAX]
    with writing(author, operation) as pen:
        if discrepancy(identity) is None:
            return _gone()
        if not text:
            return _wordless()
        body = DiscrepancySettled(at=pen.now_ms, discrepancy=identity, explanation=text)
        return pen.append(body)


def adjust_books(
    identity: str,
    cause: str,
    author: Author,
    band: ledger.Band = "unknown",
    operation: str = "",
) -> str | Refusal:
    """Corrects the books of a place to its headcount with unnamed people of one band.

    More were counted than expected: they come from `unknown`. Fewer: they go there, and the
    band must hold that many.
    """
    text = cause.strip()[:EXPLANATION_LETTERS_MAX]
    with writing(author, operation) as pen:
        found = discrepancy(identity)
        if found is None or found.kind != "headcount":
            return _gone()
        if found.status != OPEN:
            return Refusal(
                gettext_noop("This was settled already: %(explanation)s"),
                {"explanation": found.explanation},
            )
        if not text:
            return _wordless()
        short = -found.amount
        if short > 0 and people_at(found.place, band) < short:
            return Refusal(
                gettext_noop("Only %(held)s people of this kind are in the books here."),
                {"held": people_at(found.place, band)},
                field="band",
            )
        body = BooksAdjusted(
            at=pen.now_ms,
            discrepancy=identity,
            cause=text,
            legs=_adjustment(found.place, found.amount, band),
        )
        return pen.append(body)


def reverse(event_id: str, cause: str, author: Author, operation: str = "") -> str | Refusal:
    """Takes an event's posting back with its mirror; answers the new event's id.

    Whoever was named in it must still stand where it put them.
    """
    with writing(author, operation) as pen:
        return reverse_with(pen, event_id, cause)


def reverse_with(pen: Pen, event_id: str, cause: str) -> str | Refusal:
    """The same with a pen that a room's own command holds after its own checks."""
    event = event_by_id(event_id)
    if event is None:
        return Refusal(gettext_noop("This entry is not in the journal of this station."))
    about = tuple(event.body.subjects())
    if any(_takes_back(later, event_id) for later in _later(about)):
        return Refusal(gettext_noop("This entry was taken back already."))
    legs = ledger.reversal(event.body.posting())
    if not all(_still_there(leg) for leg in legs):
        return Refusal(gettext_noop("Some of these people have moved on or have names by now."))
    body = PostingReversed(at=pen.now_ms, event=event_id, cause=cause, about=about, legs=legs)
    return pen.append(body, refs=(event_id,))


def _later(about: tuple[str, ...]) -> list[Recorded]:
    return events_about(about[0]) if about else []


def _takes_back(event: Recorded, event_id: str) -> bool:
    return isinstance(event.body, PostingReversed) and event.body.event == event_id


def _still_there(leg: ledger.Leg) -> bool:
    place, band = ledger.split_account(leg.source)
    if is_outside(place):
        return True
    if band != ledger.NAMED:
        return people_at(place, band) >= leg.count
    return Person.objects.filter(id__in=leg.people, place=place).count() == leg.count


def _adjustment(place: str, amount: int, band: str) -> tuple[ledger.Leg, ...]:
    if amount > 0:
        return ledger.counted_in("unknown", place, {band: amount})
    return ledger.counted_in(place, "unknown", {band: -amount})


def _opened_by(place: str) -> tuple[str, ...]:
    return tuple(
        event.id for event in events_about(f"place:{place}") if isinstance(event.body, PlaceOpened)
    )


def _gone() -> Refusal:
    return Refusal(gettext_noop("The books fit again here: there is nothing left to settle."))


def _wordless() -> Refusal:
    return Refusal(gettext_noop("Write down in a few words what happened."), field="explanation")
