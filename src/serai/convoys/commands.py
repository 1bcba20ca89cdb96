"""Opening a convoy, putting households on it, checking them off, sending it off."""

import re
from collections.abc import Sequence

import msgspec

from serai.convoys.models import Boarding, Convoy
from serai.convoys.road.way_words import closed_words
from serai.convoys.rules import (
    boarding_refusal,
    check_off_refusal,
    departing,
    free_seats_of,
    not_loading,
    opening_refusal,
    party_of,
)
from serai.core.convoys import filled
from serai.core.events import (
    BoardingWithdrawn,
    ConvoyDeparted,
    ConvoyOpened,
    DepartureAllowed,
    HouseholdBoarded,
    PeopleCheckedOff,
    Vehicle,
    WayTaken,
)
from serai.core.ledger import moved
from serai.core.places import convoy_place
from serai.core.refusal import Refusal, gettext_noop
from serai.core.road import ends
from serai.core.ways import Choice, chosen
from serai.journal.reading import event_by_id
from serai.journal.store import Author, Pen, writing
from serai.registry.commands import reverse_with
from serai.registry.manifests import manifest_of, place_words
from serai.registry.receipts import Already
from serai.registry.roads import route

CODE_BEGINS = "C-"
HOUSEHOLDS_PER_BOARDING_MAX = 500
ALLOWED_BY_LETTERS_MAX = 200


class ConvoyDraft(msgspec.Struct, frozen=True):
    """A convoy as the marshal wrote it: where to, and rows of (what, how many, seats each)."""

    source: str
    target: str
    rows: tuple[tuple[str, int, int], ...]
    leaves_at: int = 0


class CheckedOff(msgspec.Struct, frozen=True):
    """What a check-off wrote: its event, and the people ticked."""

    event: str
    people: tuple[str, ...]


class Allowance(msgspec.Struct, frozen=True):
    """Who lets a convoy leave though the road ahead is closed, and why; nobody when empty."""

    by: str = ""
    reason: str = ""


NOBODY_ALLOWS = Allowance()


class Departure(msgspec.Struct, frozen=True):
    """What a departure wrote: its event, how many left, and by which way."""

    event: str
    count: int
    choice: Choice


def open_convoy(draft: ConvoyDraft, author: Author, operation: str = "") -> ConvoyOpened | Refusal:
    """Opens a convoy for loading, with its vehicles numbered within their kind."""
    with writing(author, operation) as pen:
        refusal = opening_refusal(draft.source, draft.target, draft.rows)
        if refusal is not None:
            return refusal
        body = ConvoyOpened(
            at=pen.now_ms,
            convoy=pen.new_id(),
            code=_next_code(),
            source=draft.source,
            target=draft.target,
            vehicles=_vehicles(draft.rows),
            leaves_at=draft.leaves_at,
        )
        pen.append(body)
        return body


def board(
    convoy: str, household: str, author: Author, operation: str = "", vehicle: str = ""
) -> HouseholdBoarded | Refusal:
    """Puts a whole household on a vehicle; without one named, on the first that seats it."""
    with writing(author, operation) as pen:
        row = Convoy.objects.filter(id=convoy).first()
        refusal = not_loading(row)
        if refusal is not None or row is None:
            return refusal or Refusal(gettext_noop("There is no such convoy."))
        party = party_of(household, row)
        if isinstance(party, Refusal):
            return party
        chosen = boarding_refusal(party, free_seats_of(convoy), vehicle)
        if isinstance(chosen, Refusal):
            return chosen
        return _board(pen, convoy, chosen, household, party)


def fill(
    convoy: str, waiting: Sequence[tuple[str, int]], author: Author, operation: str = ""
) -> tuple[HouseholdBoarded, ...] | Refusal:
    """Puts households on in the order given (longest wait first), each whole, where it fits.

    A household that may not board is passed over; its reason shows when it is put on by hand.
    """
    with writing(author, operation) as pen:
        row = Convoy.objects.filter(id=convoy).first()
        refusal = not_loading(row)
        if refusal is not None or row is None:
            return refusal or Refusal(gettext_noop("There is no such convoy."))
        placed = _placed(row, list(waiting)[:HOUSEHOLDS_PER_BOARDING_MAX])
        if not placed:
            return Refusal(gettext_noop("Nobody who waits here fits into the free seats."))
        return tuple(_board(pen, convoy, vehicle, home, party) for home, vehicle, party in placed)


def withdraw(
    convoy: str, households: Sequence[str], author: Author, operation: str = "", reason: str = ""
) -> tuple[BoardingWithdrawn, ...] | Refusal:
    """Takes households off the list of a convoy that has not left."""
    with writing(author, operation) as pen:
        row = Convoy.objects.filter(id=convoy).first()
        refusal = not_loading(row)
        if refusal is not None:
            return refusal
        listed = _boarding_events(convoy, households)
        if not listed:
            return Refusal(gettext_noop("This family is not on the list any more."))
        bodies = []
        for home, events in listed.items():
            body = BoardingWithdrawn(
                at=pen.now_ms, convoy=convoy, household=home, reason=reason.strip()[:200]
            )
            pen.append(body, refs=events)
            bodies.append(body)
        return tuple(bodies)


def check_off(
    convoy: str, people: Sequence[str], place: str, author: Author, operation: str = ""
) -> CheckedOff | Refusal:
    """Ticks people at the departure end. Whoever was ticked before is passed over."""
    with writing(author, operation) as pen:
        refusal = not_loading(Convoy.objects.filter(id=convoy).first())
        if refusal is not None:
            return refusal
        told = manifest_of(convoy)
        refusals = [check_off_refusal(told, one, convoy) for one in dict.fromkeys(people)]
        wrong = [one for one in refusals if one is not None and not isinstance(one, Already)]
        fresh = [one for one in dict.fromkeys(people) if one not in told.checked]
        if wrong or not fresh:
            known = [one for one in refusals if one is not None]
            return (wrong or known or [Refusal(gettext_noop("Mark at least one person first."))])[0]
        body = PeopleCheckedOff(
            at=pen.now_ms, convoy=convoy, end="departure", place=place, people=tuple(fresh)
        )
        return CheckedOff(pen.append(body), body.people)


def undo_check_off(convoy: str, event: str, author: Author, operation: str = "") -> str | Refusal:
    """Takes a tick back, as long as the convoy has not left."""
    with writing(author, operation) as pen:
        refusal = not_loading(Convoy.objects.filter(id=convoy).first())
        written = event_by_id(event)
        if written is None or not isinstance(written.body, PeopleCheckedOff):
            return Refusal(gettext_noop("This entry is not in the journal of this station."))
        return refusal or reverse_with(pen, event, "undone")


def depart(
    convoy: str, author: Author, operation: str = "", allowance: Allowance = NOBODY_ALLOWS
) -> Departure | Refusal:
    """Sends the convoy off: everyone aboard goes on the road in one posting.

    It takes the shortest open way. Over a closed segment, where every way is closed, only when
    somebody with a name allows it, which is written down.
    """
    with writing(author, operation) as pen:
        row = Convoy.objects.filter(id=convoy).first()
        refusal = not_loading(row)
        if refusal is not None or row is None:
            return refusal or Refusal(gettext_noop("There is no such convoy."))
        plan = departing(row, manifest_of(convoy))
        if plan.refusal is not None:
            return plan.refusal
        choice = _allowed_way(pen, row, allowance)
        if isinstance(choice, Refusal):
            return choice
        if choice.way:
            pen.append(WayTaken(at=pen.now_ms, convoy=convoy, segments=choice.segments))
        body = ConvoyDeparted(
            at=pen.now_ms,
            convoy=convoy,
            place=row.source,
            legs=moved(row.source, convoy_place(convoy), plan.going),
        )
        return Departure(pen.append(body), len(plan.going), choice)


def _allowed_way(pen: Pen, row: Convoy, allowance: Allowance) -> Choice | Refusal:
    """The way it takes, or why the road holds it back; who allows a closed one is written."""
    known = route()
    choice = chosen(known.road, known.said, row.source, row.target, pen.now_ms)
    closed = choice.closed
    if not closed:
        return choice
    allowed_by = allowance.by.strip()[:ALLOWED_BY_LETTERS_MAX]
    if not allowed_by:
        joined = ends(closed[0].segment, known.places)
        return closed_words(closed, " – ".join(map(place_words, joined)))
    body = DepartureAllowed(
        at=pen.now_ms,
        convoy=row.id,
        segments=tuple(one.segment for one in closed),
        allowed_by=allowed_by,
        reason=allowance.reason.strip()[:ALLOWED_BY_LETTERS_MAX],
    )
    pen.append(body, refs=tuple(one.event for one in closed))
    return choice


def _placed(
    row: Convoy, waiting: Sequence[tuple[str, int]]
) -> list[tuple[str, str, tuple[str, ...]]]:
    """Who goes where. Only those who would get a seat are asked the slow questions."""
    free = free_seats_of(row.id)
    parties: dict[str, tuple[str, ...]] = {}
    sizes = dict(waiting)
    while True:
        placed = filled(sizes.items(), free)
        unasked = [home for home, _ in placed if home not in parties]
        if not unasked:
            return [(home, vehicle, parties[home]) for home, vehicle in placed]
        for home in unasked:
            party = party_of(home, row)
            if isinstance(party, Refusal):
                del sizes[home]
            else:
                parties[home], sizes[home] = party, len(party)


def _board(
    pen: Pen, convoy: str, vehicle: str, household: str, party: Sequence[str]
) -> HouseholdBoarded:
    body = HouseholdBoarded(
        at=pen.now_ms, convoy=convoy, vehicle=vehicle, household=household, people=tuple(party)
    )
    pen.append(body)
    return body


def _next_code() -> str:
    """The next short name: one above the highest number this station knows."""
    codes = Convoy.objects.values_list("code", flat=True)
    numbers = [
        int(code.removeprefix(CODE_BEGINS)) for code in codes if re.fullmatch(r"C-\d{1,6}", code)
    ]
    return f"{CODE_BEGINS}{max(numbers, default=0) + 1}"


def _vehicles(rows: Sequence[tuple[str, int, int]]) -> tuple[Vehicle, ...]:
    labels = [
        (f"{kind} {number}", seats) for kind, count, seats in rows for number in range(1, count + 1)
    ]
    return tuple(
        Vehicle(str(number), label, seats) for number, (label, seats) in enumerate(labels, start=1)
    )


def _boarding_events(convoy: str, households: Sequence[str]) -> dict[str, tuple[str, ...]]:
    rows = Boarding.objects.filter(convoy=convoy, household__in=households)
    found: dict[str, dict[str, None]] = {}
    for home, event in rows.order_by("id").values_list("household", "event"):
        found.setdefault(home, {})[event] = None
    return {home: tuple(events) for home, events in found.items()}
