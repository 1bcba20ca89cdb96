"""Books of another station taken in: who is new here and very likely known waits as a pair.

The same question as after a registration, asked of everybody the delivery brought. What is
proposed is an event like any other, so that the other station hears of it with the next exchange.
"""

from collections.abc import Collection, Iterable, Sequence

import msgspec

from serai.core.events import HouseholdRegistered, MemberAdded
from serai.core.events.pairs import Proposed
from serai.core.people import Person as Written
from serai.journal.identity import this_station
from serai.journal.reading import events_since
from serai.journal.receive import Receipt, receive
from serai.journal.recorded import Recorded
from serai.journal.segments import Segment
from serai.journal.store import Author, last_local
from serai.registry.known import Known, very_likely
from serai.registry.models import Person
from serai.registry.pairs import propose_pairs
from serai.registry.told import number_of, sons_of, told_as_written

ENGINE = "exchange"
PEOPLE_MAX = 1_000  # of one delivery; `serai linkage books` compares everybody
AT_ONCE = 50
LIKELY_MAX = 3  # of the books, for each new person

New = tuple[Written, Sequence[Written]]  # somebody, and those who were written down with them


class Taken(msgspec.Struct, frozen=True):
    """What a delivery brought, and who of it is likely known here.

    `waiting` are new people who were not compared: they wait for `serai linkage books`.
    """

    receipt: Receipt
    people: int = 0
    pairs: int = 0
    waiting: int = 0


def take_in(segments: Iterable[Segment], author: Author) -> Taken:
    """Adds what is new of another station's journal, and proposes likely pairs of its people."""
    before = last_local()
    receipt = receive(segments)
    new = list(_written_elsewhere(before)) if receipt.added else []
    standing = _in_the_books(new)
    here = [one for one in new if one[0].person in standing]
    looked_for = here[:PEOPLE_MAX]
    found = tuple(_likely(looked_for, {number_of(one.person) for one, _ in here}))
    pairs = propose_pairs(ENGINE, found, author) if found else 0
    return Taken(receipt, len(here), pairs, len(here) - len(looked_for))


def proposed(person: str, known: Known) -> Proposed:
    """Two records that wait for somebody to decide about them."""
    fit = known.comparison
    reasons = tuple(reason.text() for reason in fit.reasons)
    return Proposed(person, known.person.id, round(fit.bits, 2), reasons)


def _likely(new: Sequence[New], themselves: Collection[int]) -> Iterable[Proposed]:
    """The pairs; those who came with the same delivery are their own station's to tell apart."""
    for start in range(0, len(new), AT_ONCE):
        some = new[start : start + AT_ONCE]
        told = [told_as_written(one, sons_of(one, members)) for one, members in some]
        for (one, _), likely in zip(some, very_likely(told, LIKELY_MAX, themselves), strict=True):
            yield from (proposed(one.person, known) for known in likely)


def _written_elsewhere(before: int) -> Iterable[New]:
    for event in events_since(before, (HouseholdRegistered, MemberAdded)):
        if not event.id.startswith(f"{this_station()}."):
            yield from _people(event)


def _people(event: Recorded) -> Iterable[New]:
    body = event.body
    if isinstance(body, HouseholdRegistered):
        yield from ((one, body.members) for one in body.members)
    elif isinstance(body, MemberAdded):
        yield body.member, ()


def _in_the_books(new: Sequence[New]) -> set[str]:
    """Those who stand in the books by now: a registration may have been taken back since."""
    return set(Person.objects.in_bulk([one.person for one, _ in new]))
