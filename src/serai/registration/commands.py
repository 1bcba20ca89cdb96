"""What the registration desk writes: households, newborns, deaths, moves, corrections.

Every command checks its rules against the tables first and answers a `Refusal` instead of
writing. Nobody is kept waiting because a count was wrong: people whom the gate did not count come
from `outside`, and the desk says so.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from django.utils import timezone

from serai.core.clock import from_ms
from serai.core.events import (
    HouseholdRegistered,
    MemberAdded,
    MemberMoved,
    PersonCorrected,
)
from serai.core.household import MEMBERS_MAX, NOBODY_COUNTED, band_of, draw
from serai.core.ids import STATION_MARK_DIGITS
from serai.core.ledger import NAMED, UNNAMED_BANDS, Leg, account, split_account
from serai.core.people import Age, Names, Person, Relation
from serai.core.refusal import Refusal, gettext_noop
from serai.journal.reading import events_about
from serai.journal.store import Author, Pen, writing
from serai.registry.commands import reverse_with
from serai.registry.models import Arrival, Household, Token
from serai.registry.models import Person as PersonRow
from serai.registry.queries import people_at

BIRTH = "birth"
NEWBORN, ARRIVED_LATER = "newborn", "arrived later"
HEAD: Relation = "head"
REFS_MAX = 50

NOBODY = gettext_noop("Nobody is written here yet. Type the own name of the head of the household.")
TOO_MANY = gettext_noop(
    "A household holds at most %(most)s people. Register the others as another one."
)
NOT_ISSUED = gettext_noop("Token %(token)s was never issued. Look at the slip again.")
NOT_HERE = gettext_noop(
    "Token %(token)s is of another station whose books are not here yet. Leave the token empty "
    "and write it into the note."
)
OTHER_GROUP = gettext_noop("Token %(token)s belongs to group %(group)s, not to %(chosen)s.")
WITHDRAWN = gettext_noop("Token %(token)s was withdrawn with the count of group %(group)s.")
USED = gettext_noop(
    "Token %(token)s was registered at %(time)s by %(actor)s for the household of %(name)s."
)
NO_GROUP = gettext_noop("There is no such group. Choose one from the list.")
NO_PERSON = gettext_noop("No person in the books has this number.")
NO_HOUSEHOLD = gettext_noop("There is no such household. Type its token, or search by name.")
IS_DEAD = gettext_noop("%(name)s has died and cannot be moved.")
IS_HEAD = gettext_noop(
    "%(name)s is the head of this household. Choose a new head first, or move the others."
)
SAME_HOUSEHOLD = gettext_noop("%(name)s already belongs to this household.")
NOTHING_CHANGED = gettext_noop("Nothing was changed, so nothing was written.")
NOT_DISPUTED = gettext_noop("This was decided already; nothing differs any more.")


class HouseholdDraft(msgspec.Struct, frozen=True):
    """A household as the clerk wrote it; the members have no ids yet."""

    place: str
    members: tuple[Person, ...]
    token: str = ""
    arrival: str = ""
    phone: str = ""
    note: str = ""


def register_household(
    draft: HouseholdDraft, author: Author, operation: str = ""
) -> HouseholdRegistered | Refusal:
    """Gives counted people their names: draws each member from the band of their group."""
    with writing(author, operation) as pen:
        if refusal := _wrong_with(draft, pen):
            return refusal
        arrival = _group_of(draft)
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
            legs=_drawn(pen, arrival, draft.place, members),
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
        if row.size >= MEMBERS_MAX:
            return Refusal(TOO_MANY, {"most": MEMBERS_MAX})
        numbered = _numbered(pen, member)
        legs = _joining(pen, row, place, numbered, reason)
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
        if refusal := _may_not_move(row, target):
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


def _wrong_with(draft: HouseholdDraft, pen: Pen) -> Refusal | None:
    if not draft.members:
        return Refusal(NOBODY)
    if len(draft.members) > MEMBERS_MAX:
        return Refusal(TOO_MANY, {"most": MEMBERS_MAX})
    if draft.arrival and not Arrival.objects.filter(id=draft.arrival, reversed=False).exists():
        return Refusal(NO_GROUP, field="arrival")
    return _wrong_with_token(draft, pen) if draft.token else None


def _wrong_with_token(draft: HouseholdDraft, pen: Pen) -> Refusal | None:
    token = _token(draft.token)
    facts: dict[str, str | int] = {"token": draft.token}
    if token is None:
        ours = draft.token[:STATION_MARK_DIGITS] == pen.station_mark
        return Refusal(NOT_ISSUED if ours else NOT_HERE, facts, field="token")
    group = Arrival.objects.get(id=token.arrival)
    facts["group"] = group.code
    if token.withdrawn:
        return Refusal(WITHDRAWN, facts, field="token")
    if draft.arrival not in ("", token.arrival):
        facts["chosen"] = Arrival.objects.get(id=draft.arrival).code
        return Refusal(OTHER_GROUP, facts, field="token")
    if token.household:
        return Refusal(USED, {**facts, **_first_registration(token.household)}, field="token")
    return None


def _token(code: str) -> Token | None:
    return Token.objects.filter(code=code).order_by("withdrawn", "issued_at", "arrival").first()


def _first_registration(household: str) -> dict[str, str | int]:
    row = Household.objects.filter(id=household).first()
    head = PersonRow.objects.filter(household=household, relation=HEAD).first()
    if row is None:
        return {"time": "?", "actor": "?", "name": "?"}
    at = timezone.localtime(from_ms(row.registered_at))
    name = " ".join(part for part in (head.own, head.father, head.family) if part) if head else "?"
    return {"time": at.strftime("%H:%M, %d.%m.%Y"), "actor": row.actor, "name": name}


def _group_of(draft: HouseholdDraft) -> Arrival | None:
    token = _token(draft.token) if draft.token else None
    identity = token.arrival if token else draft.arrival
    return Arrival.objects.filter(id=identity).first() if identity else None


def _numbered(pen: Pen, member: Person) -> Person:
    return msgspec.structs.replace(member, person=pen.new_id())


def _joining(
    pen: Pen, household: Household, place: str, member: Person, reason: str
) -> tuple[Leg, ...]:
    if reason == NEWBORN:
        source = account(BIRTH, NAMED)
        return (Leg(source, account(place, NAMED), 1, (member.person,)),)
    arrival = Arrival.objects.filter(id=household.arrival).first()
    return _drawn(pen, arrival, place, (member,))


def _drawn(
    pen: Pen, arrival: Arrival | None, place: str, members: Sequence[Person]
) -> tuple[Leg, ...]:
    """Legs from where the group's unnamed people stand: here, or still where they were counted."""
    today = from_ms(pen.now_ms).date()
    waiting = [(one.person, band_of(one.sex, one.age.years_on(today))) for one in members]
    remaining = _remaining(arrival) if arrival else {}
    sources: dict[str, str] = {}
    for source in dict.fromkeys((place, arrival.place)) if arrival else ():
        held: dict[str, int] = {
            band: min(remaining[band], people_at(source, band)) for band in UNNAMED_BANDS
        }
        for person, band in draw(held, waiting):
            if band != NOBODY_COUNTED:
                sources[person] = account(source, band)
                remaining[band] -= 1
        waiting = [pair for pair in waiting if pair[0] not in sources]
    sources.update({person: account(NOBODY_COUNTED, NAMED) for person, _ in waiting})
    return _named_at(place, [(one.person, sources[one.person]) for one in members])


def _remaining(arrival: Arrival) -> dict[str, int]:
    counts, named = json.loads(arrival.counts), json.loads(arrival.named)
    return {band: max(0, counts.get(band, 0) - named.get(band, 0)) for band in UNNAMED_BANDS}


def _named_at(place: str, drawn: Iterable[tuple[str, str]]) -> tuple[Leg, ...]:
    groups: dict[str, list[str]] = {}
    for person, source in drawn:
        groups.setdefault(source, []).append(person)
    target = account(place, NAMED)
    return tuple(
        Leg(source, target, len(people), tuple(people)) for source, people in groups.items()
    )


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


def _may_not_move(row: PersonRow | None, target: str) -> Refusal | None:
    if row is None:
        return Refusal(NO_PERSON, field="person")
    facts: dict[str, str | int] = {"name": row.own}
    if not row.alive:
        return Refusal(IS_DEAD, facts, field="person")
    if target == row.household:
        return Refusal(SAME_HOUSEHOLD, facts, field="target")
    if target and not Household.objects.filter(id=target).exists():
        return Refusal(NO_HOUSEHOLD, field="target")
    others = PersonRow.objects.filter(household=row.household, alive=True).exclude(id=row.id)
    if row.relation == HEAD and others.exists():
        return Refusal(IS_HEAD, facts, field="person")
    return None


def _within(pen: Pen, row: PersonRow, relation: Relation) -> MemberMoved:
    return MemberMoved(
        at=pen.now_ms,
        person=row.id,
        source=row.household,
        target=row.household,
        relation=relation,
    )
