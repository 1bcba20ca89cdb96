"""What the registration desk writes: households, newborns, deaths, moves, corrections.

Every command checks its rules against the tables first and answers a `Refusal` instead of
writing. Nobody is kept waiting because a count was wrong: people whom the gate did not count come
from `outside`, and the desk says so.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from serai.core.clock import from_ms
from serai.core.events import (
    HouseholdRegistered,
    MemberAdded,
    MemberMoved,
    PersonCorrected,
)
from serai.core.household import NOBODY_COUNTED
from serai.core.ledger import NAMED, UNNAMED_BANDS, account, split_account
from serai.core.people import Age, Names, Person, Relation
from serai.core.refusal import Refusal, gettext_noop
from serai.journal.reading import events_about
from serai.journal.store import Author, Pen, writing
from serai.registration.drawing import drawn, joining
from serai.registration.rules import (
    HEAD,
    NO_HOUSEHOLD,
    NO_PERSON,
    HouseholdDraft,
    draft_refusal,
    member_refusal,
    move_refusal,
    origin_of,
)
from serai.registry.commands import reverse_with
from serai.registry.models import Household
from serai.registry.models import Person as PersonRow

REFS_MAX = 50

NOTHING_CHANGED = gettext_noop("Nothing was changed, so nothing was written.")
NOT_DISPUTED = gettext_noop("This was decided already; nothing differs any more.")


def register_household(
    draft: HouseholdDraft, author: Author, operation: str = ""
) -> HouseholdRegistered | Refusal:
    """Gives counted people their names: draws each member from the band of their group."""
    with writing(author, operation) as pen:
        origin = origin_of(draft)
        if refusal := draft_refusal(draft, origin, pen.station_mark):
            return refusal
        arrival = origin.group
        members = tuple(_numbered(pen, one) for one in draft.members)
        body = HouseholdRegistered(
            at=pen.now_ms,
            household=pen.new_id(),
            place=draft.place,
            members=members,
            token=draft.token,
            arrival=arrival.id if arrival else "",
            phone=draft.phone,
            note=draft.note,
            legs=drawn(pen.now_ms, arrival, draft.place, members),
        )
        pen.append(body)
        return body


def not_counted(body: HouseholdRegistered) -> int:
    """How many members nobody had counted before: they come from `outside`."""
    return sum(leg.count for leg in body.legs if leg.source == account(NOBODY_COUNTED, NAMED))


def reverse_registration(household: str, author: Author, operation: str = "") -> str | Refusal:
    """Takes a whole registration back: its people are unnamed again, its token is free."""
    with writing(author, operation) as pen:
        row = Household.objects.filter(id=household).first()
        if row is None:
            return Refusal(NO_HOUSEHOLD)
        return reverse_with(pen, row.event, "registered by mistake")


def add_member(
    household: str, place: str, member: Person, reason: str, author: Author, operation: str = ""
) -> MemberAdded | Refusal:
    """A newborn comes from `birth`; a late arrival from the counted group, or from `outside`."""
    with writing(author, operation) as pen:
        row = Household.objects.filter(id=household).first()
        if row is None:
            return Refusal(NO_HOUSEHOLD)
        if refusal := member_refusal(row, member, reason, from_ms(pen.now_ms).date()):
            return refusal
        numbered = _numbered(pen, member)
        legs = joining(pen.now_ms, row, place, numbered, reason)
        counted = any(split_account(leg.source)[1] in UNNAMED_BANDS for leg in legs)
        body = MemberAdded(
            at=pen.now_ms,
            household=household,
            place=place,
            member=numbered,
            reason=reason,
            arrival=row.arrival if counted else "",
            legs=legs,
        )
        pen.append(body)
        return body


def reverse_last(person: str, event_id: str, author: Author, operation: str = "") -> str | Refusal:
    """Takes back one entry about a person: a birth, a death, a move, a correction."""
    with writing(author, operation) as pen:
        if all(event.id != event_id for event in events_about(f"person:{person}")):
            return Refusal(NO_PERSON)
        return reverse_with(pen, event_id, "written by mistake")


def correct_person(
    person: str,
    changes: Mapping[str, Any],
    seen: Iterable[str],
    author: Author,
    reason: str = "",
    operation: str = "",
) -> PersonCorrected | Refusal:
    """Writes facts anew. `seen` are the events whose values the clerk looked at and replaces."""
    with writing(author, operation) as pen:
        if not PersonRow.objects.filter(id=person).exists():
            return Refusal(NO_PERSON)
        if not changes:
            return Refusal(NOTHING_CHANGED)
        body = PersonCorrected(at=pen.now_ms, person=person, reason=reason, **changes)
        pen.append(body, refs=tuple(seen)[:REFS_MAX])
        return body


def decide(
    person: str, field: str, number: int, author: Author, operation: str = ""
) -> PersonCorrected | MemberMoved | Refusal:
    """Of the values that stations wrote against each other, a person chooses one."""
    with writing(author, operation) as pen:
        row = PersonRow.objects.filter(id=person).first()
        values = json.loads(row.disputed or "{}").get(field, []) if row else []
        if row is None or not 0 <= number < len(values):
            return Refusal(NOT_DISPUTED)
        body = _decision(pen, row, field, values[number])
        pen.append(body, refs=tuple(json.loads(row.written_by)[field]))
        return body


def move_member(
    person: str, target: str, relation: Relation, author: Author, operation: str = ""
) -> MemberMoved | Refusal:
    """A person now belongs to another household; an empty target opens a new one."""
    with writing(author, operation) as pen:
        row = PersonRow.objects.filter(id=person).first()
        if refusal := move_refusal(row, target):
            return refusal
        assert row is not None
        body = MemberMoved(
            at=pen.now_ms,
            person=person,
            source=row.household,
            target=target or pen.new_id(),
            relation=relation if target else HEAD,
        )
        pen.append(body, refs=home_refs(row))
        return body


def change_head(
    household: str, person: str, former_is: Relation, author: Author, operation: str = ""
) -> MemberMoved | Refusal:
    """Somebody else heads the household; the former head stays, as `former_is` to the new one."""
    with writing(author, operation) as pen:
        members = list(PersonRow.objects.filter(household=household))
        chosen = next((one for one in members if one.id == person), None)
        if chosen is None:
            return Refusal(NO_PERSON, field="person")
        if not chosen.alive:
            return Refusal(
                gettext_noop("%(name)s has died and cannot head a household."),
                {"name": chosen.own},
                field="person",
            )
        if chosen.relation == HEAD:
            return Refusal(
                gettext_noop("%(name)s is the head already."), {"name": chosen.own}, field="person"
            )
        for former in (one for one in members if one.relation == HEAD):
            pen.append(_within(pen, former, former_is), refs=home_refs(former))
        body = _within(pen, chosen, HEAD)
        pen.append(body, refs=home_refs(chosen))
        return body


def home_refs(row: PersonRow) -> tuple[str, ...]:
    """The events by which a person belongs to their household."""
    return refs_of(row, "household")


def refs_of(row: PersonRow, *fields: str) -> tuple[str, ...]:
    """The events that the shown values of these fields stand on."""
    written = json.loads(row.written_by or "{}")
    found: dict[str, None] = {}
    for field in fields:
        found.update(dict.fromkeys(written.get(field) or _first_written(row.id)))
    return tuple(found)


def _first_written(person: str) -> tuple[str, ...]:
    return tuple(
        event.id
        for event in events_about(f"person:{person}")
        if isinstance(event.body, HouseholdRegistered | MemberAdded)
    )


def _numbered(pen: Pen, member: Person) -> Person:
    return msgspec.structs.replace(member, person=pen.new_id())


def _decision(pen: Pen, row: PersonRow, field: str, value: Any) -> PersonCorrected | MemberMoved:
    if field == "household":
        return MemberMoved(
            at=pen.now_ms, person=row.id, source=row.household, target=value[0], relation=value[1]
        )
    typed = {"names": Names, "other_names": Names, "age": Age}.get(field)
    if typed is not None:
        value = msgspec.convert(value, typed)
    elif isinstance(value, list):
        value = tuple(value)
    return PersonCorrected(at=pen.now_ms, person=row.id, reason="decided", **{field: value})


def _within(pen: Pen, row: PersonRow, relation: Relation) -> MemberMoved:
    return MemberMoved(
        at=pen.now_ms,
        person=row.id,
        source=row.household,
        target=row.household,
        relation=relation,
    )
