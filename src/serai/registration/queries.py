"""Every question the pages of the desk ask of the shared tables."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
from django.db.models import Exists, OuterRef, QuerySet

from serai.core.clock import DAY_MS
from serai.core.people import Names
from serai.journal import sql, straight
from serai.journal.projecting import history_of
from serai.journal.recorded import Recorded
from serai.journal.wall import now_ms
from serai.registry.known import FOUND_MAX, Known, told_apart, who_may_be
from serai.registry.models import (
    Arrival,
    Discrepancy,
    Household,
    Pair,
    Person,
    Token,
)
from serai.registry.pairs import records_of_each
from serai.registry.queries import family_order, people_by_id
from serai.registry.told import told_in_row

LATEST_SHOWN = 25
OPEN_GROUPS_MAX = 20
OPEN_GROUP_DAYS = 14
HISTORY_MAX = 200
PAIRS_PER_PAGE = 25
OPEN = "open"
LOOKED_AT_MAX = 20  # candidates before the household and those told apart are left out
_OPEN_GROUPS = (
    "WHERE place = %s AND at >= %s AND NOT reversed AND total_named < total"
    " ORDER BY at DESC LIMIT %s"
)
_LATEST = "WHERE registered_place = %s ORDER BY registered_at DESC, id LIMIT %s"
_APART = "apart.since, apart.target, apart.review_on"
_MEMBERS = (
    "LEFT JOIN registry_separation apart ON apart.person = one.id"
    " AND apart.household = one.household AND apart.ended_at = 0"
    " WHERE one.household = %s ORDER BY apart.since"
)
_GROUP = (
    "SELECT arrival.code, arrival.total_named, arrival.total FROM registry_token slip"
    " JOIN registry_arrival arrival ON arrival.id = slip.arrival"
    " WHERE slip.code = %s ORDER BY slip.withdrawn, slip.issued_at LIMIT 1"
)
_WITH_GROUP = (
    "LEFT JOIN registry_arrival arrival ON arrival.id = one.arrival"
    " WHERE one.code = %s ORDER BY one.withdrawn, one.issued_at, one.arrival LIMIT 1"
)


class Member(NamedTuple):
    """A member, with where they are on record as apart, since when, to be reviewed when."""

    person: Person
    apart_since: int | None
    apart_target: str
    apart_review_on: str


class Group(NamedTuple):
    """A counted group, and how many of it have names."""

    code: str
    total_named: int
    total: int


def open_groups(place: str) -> list[Arrival]:
    """Groups counted here lately in which somebody has no name yet; the newest first."""
    since = now_ms() - OPEN_GROUP_DAYS * DAY_MS
    return straight.every(Arrival, _OPEN_GROUPS, (place, since, OPEN_GROUPS_MAX))


def group_of_token(code: str) -> tuple[Token | None, Arrival | None]:
    """A token and the group it was given to."""
    group = straight.named(Arrival, "arrival")
    for token, row in straight.beside(Token, group, _WITH_GROUP, (code,)):
        return token, None if row[0] is None else straight.made(Arrival, row)
    return None, None


def chosen_group(identity: str) -> Arrival | None:
    """A group that was chosen from the list of those of which somebody has no name yet."""
    return straight.first(Arrival, "WHERE id = %s", (identity,))


def group_of(token: str) -> Group | None:
    """The group a token was given to."""
    row = sql.one(_GROUP, (token,))
    return Group(*row) if row else None


def bands_left(arrival: Arrival) -> dict[str, int]:
    """How many people of each band of a group have no name yet."""
    named = json.loads(arrival.named)
    left = {band: n - named.get(band, 0) for band, n in json.loads(arrival.counts).items()}
    return {band: count for band, count in left.items() if count > 0}


def latest_households(place: str) -> list[Household]:
    """The last households registered at this place: nobody leafs through everybody."""
    return straight.every(Household, _LATEST, (place, LATEST_SHOWN))


def heads_of(households: Sequence[str]) -> dict[str, Person]:
    """Who a household is called after: its head, else whoever of it was written down first."""
    if not households:
        return {}
    wanted = sql.padded(households)
    asked = f"WHERE household IN ({sql.marks(len(wanted))}) ORDER BY id"
    found: dict[str, Person] = {}
    for row in straight.every(Person, asked, wanted):
        if row.relation == "head" or row.household not in found:
            found[row.household] = row
    return found


def members_of(household: str) -> list[Member]:
    """The members: head first, then by age."""
    rows = straight.beside(Person, _APART, _MEMBERS, (household,))
    found = {one.id: Member(one, *apart) for one, apart in rows}
    return sorted(found.values(), key=lambda one: family_order(one.person))


def history(household: str, people: Iterable[str]) -> list[Recorded]:
    """Everything written about a household and its members, the newest first."""
    subjects = [f"household:{household}", *(f"person:{person}" for person in people)]
    found = {event.id: event for events in history_of(subjects).values() for event in events}
    return sorted(found.values(), key=lambda one: one.order, reverse=True)[:HISTORY_MAX]


class PairsPage(msgspec.Struct, frozen=True):
    """Pairs of one state; `after` names the last one where there are more."""

    rows: tuple[Pair, ...]
    after: str


def pairs_in(state: str, after: str = "") -> PairsPage:
    """A page of pairs, most alike first, that costs the same however long the queue is."""
    rows = _to_be_decided() if state == OPEN else Pair.objects.filter(state=state)
    last = pair_row(after) if after else None
    if last is not None:
        rows = rows.filter(bits__lte=last.bits)  # where the index goes on; an OR begins at its top
        rows = rows.exclude(bits=last.bits, id__lte=last.id)
    found = tuple(rows.order_by("-bits", "id")[: PAIRS_PER_PAGE + 1])
    shown = found[:PAIRS_PER_PAGE]
    return PairsPage(shown, shown[-1].id if len(found) > len(shown) else "")


def next_open_pair() -> Pair | None:
    """The most alike pair that waits for a decision."""
    return _to_be_decided().order_by("-bits", "id").first()


def pair_row(identity: str) -> Pair | None:
    """One pair, if anybody proposed or decided it."""
    return Pair.objects.filter(id=identity).first()


def other_records(people: Iterable[str]) -> dict[str, list[Person]]:
    """The other records of each of these human beings, by what people decided."""
    groups = records_of_each(people)
    rows = people_by_id([one for found in groups.values() for one in found])
    return {person: [rows[one] for one in found if one in rows] for person, found in groups.items()}


def records_like(person: Person) -> list[Known]:
    """Other records that may be this person; not of their household, nor told apart already."""
    written = Names(
        person.own, person.father, person.grandfather, person.family, person.kunya, person.mother
    )
    born = (person.born_from, person.born_to)
    told = told_in_row(written, person.other_names, person.sex, born, person.origin)
    found = [
        one
        for one in who_may_be(told, LOOKED_AT_MAX)
        if one.person.id != person.id and one.person.household != person.household
    ]
    apart = told_apart(person.id, [one.person.id for one in found])
    return [one for one in found if one.person.id not in apart][:FOUND_MAX]


def counted_twice(people: Iterable[str]) -> list[Discrepancy]:
    """Those of these records that stand in the books beside another of the same human being."""
    return list(Discrepancy.objects.filter(id__in=[f"twice:{one}" for one in people]))


def _to_be_decided() -> QuerySet[Pair]:
    """Open pairs of records that are here: not yet to come, nor taken back since."""
    here = (Exists(Person.objects.filter(id=OuterRef(end))) for end in ("first", "second"))
    return Pair.objects.filter(*here, state=OPEN)
