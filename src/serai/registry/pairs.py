"""Deciding about two records that may be one human being, and what follows from `same`.

A decision changes no record: `same` is one edge, and taking it back is one act.
"""

from collections.abc import Iterable

import msgspec

from serai.core.events import (
    PAIRS_PER_EVENT_MAX,
    Decision,
    DoubleCountReversed,
    PairDecided,
    PairsProposed,
    Proposed,
)
from serai.core.events import person as person_key
from serai.core.events.pairs import pair_of
from serai.core.ledger import moved
from serai.core.places import is_outside
from serai.core.refusal import Refusal, gettext_noop
from serai.journal import sql
from serai.journal.projecting import history_of
from serai.journal.store import Author, Pen, writing
from serai.registry.commands import reverse_with
from serai.registry.models import Discrepancy, Pair, Person

NOTE_LETTERS_MAX = 500
NOT_ONE = "two people after all"
RECORDS_SHOWN_MAX = 20
PEOPLE_ASKED_MAX = 500
OUTSIDE = "outside"  # where a record goes that counted somebody a second time
# Every record of one human being, by the record it was reached from. `|| ''` keeps SQLite from
# walking all pairs of that state; one branch, because PostgreSQL takes no second one.
ONE_HUMAN = """
WITH RECURSIVE records(start, id) AS (
  SELECT id, id FROM registry_person WHERE {asked}
  UNION SELECT records.start,
      CASE WHEN pair.first = records.id THEN pair.second ELSE pair.first END
    FROM records JOIN registry_pair pair ON pair.state || '' = 'same'
      AND (pair.first = records.id OR pair.second = records.id)
)"""
_RECORDS = f"{ONE_HUMAN} SELECT start, id FROM records WHERE start <> id"  # noqa: S608
_HOMES = f"""{ONE_HUMAN} SELECT records.start, person.household FROM records
  JOIN registry_person person ON person.id = records.id"""  # noqa: S608
_MEMBERS = "household = %s AND alive"


def decide_pair(
    first: str,
    second: str,
    decision: Decision,
    author: Author,
    note: str = "",
    operation: str = "",
) -> str | Refusal:
    """Writes down what a person decided about two records; answers the event id."""
    if first == second:
        return Refusal(gettext_noop("This is one record. Choose the other one."))
    with writing(author, operation) as pen:
        if Person.objects.filter(id__in=(first, second)).count() < 2:
            return Refusal(gettext_noop("No person in the books has this number."), field="person")
        row = Pair.objects.filter(id=pair_of(first, second)).first()
        refs = msgspec.json.decode(row.live, type=tuple[str, ...]) if row else ()
        one, other = sorted((first, second))
        body = PairDecided(
            at=pen.now_ms,
            first=one,
            second=other,
            decision=decision,
            note=note.strip()[:NOTE_LETTERS_MAX],
        )
        event = pen.append(body, refs=refs)
        if decision != "same":
            _count_again(pen, one, other)
        return event


def propose_pairs(engine: str, pairs: tuple[Proposed, ...], author: Author) -> int:
    """Puts pairs that a matcher found into the queue; answers how many were not there yet."""
    fresh = [one for one in pairs if one.first != one.second]
    known = _known(pair_of(one.first, one.second) for one in fresh)
    fresh = [one for one in fresh if pair_of(one.first, one.second) not in known]
    for start in range(0, len(fresh), PAIRS_PER_EVENT_MAX):
        chunk = tuple(fresh[start : start + PAIRS_PER_EVENT_MAX])
        with writing(author) as pen:
            pen.append(PairsProposed(at=pen.now_ms, engine=engine, pairs=chunk))
    return len(fresh)


def in_the_books(pairs: Iterable[Proposed]) -> tuple[Proposed, ...]:
    """The pairs of two different records, both of which are in the books."""
    found = [one for one in pairs if one.first != one.second]
    wanted = list(dict.fromkeys(record for one in found for record in (one.first, one.second)))
    known: set[str] = set()
    for start in range(0, len(wanted), PAIRS_PER_EVENT_MAX):
        chunk = wanted[start : start + PAIRS_PER_EVENT_MAX]
        known.update(Person.objects.filter(id__in=chunk).values_list("id", flat=True))
    return tuple(one for one in found if {one.first, one.second} <= known)


def reverse_double_count(
    person: str, cause: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Takes the further record of one human being out of the books; answers the event id."""
    text = cause.strip()[:NOTE_LETTERS_MAX]
    with writing(author, operation) as pen:
        twice = Discrepancy.objects.filter(id=f"twice:{person}").first()
        row = Person.objects.filter(id=person).first()
        if twice is None or row is None or is_outside(row.place):
            return Refusal(
                gettext_noop("The books fit again here: there is nothing left to settle.")
            )
        kept = str(msgspec.json.decode(twice.facts, type=dict[str, str])["kept"])
        body = DoubleCountReversed(
            at=pen.now_ms,
            person=person,
            kept=kept,
            cause=text,
            legs=moved(row.place, OUTSIDE, [person]),
        )
        return pen.append(body)


def records_of_each(people: Iterable[str]) -> dict[str, list[str]]:
    """The other records of each of these people, of those who have any."""
    asked = list(dict.fromkeys(people))[:PEOPLE_ASKED_MAX]
    if not asked:
        return {}
    keys = sql.padded(asked)
    statement = _RECORDS.format(asked=f"id IN ({sql.marks(len(keys))})")
    found: dict[str, list[str]] = {}
    for start, record in sql.every(statement, keys):
        found.setdefault(str(start), []).append(str(record))
    return {start: sorted(records)[:RECORDS_SHOWN_MAX] for start, records in found.items()}


def same_households(household: str) -> list[str]:
    """Other households in which every living member of this one has a record too."""
    members: set[str] = set()
    homes: dict[str, set[str]] = {}
    for person, home in sql.every(_HOMES.format(asked=_MEMBERS), (household,)):
        members.add(person)
        if home and home != household:
            homes.setdefault(home, set()).add(person)
    return sorted(home for home, found in homes.items() if found == members)


def _count_again(pen: Pen, first: str, second: str) -> None:
    """Who went out of the books as the other's double comes back where the double stood."""
    both = {first, second}
    past = history_of(map(person_key, sorted(both)), kinds=frozenset((DoubleCountReversed,)))
    found = {event.id: event.body for told in past.values() for event in told}
    for identity, body in found.items():
        if not isinstance(body, DoubleCountReversed) or {body.person, body.kept} != both:
            continue
        if Person.objects.filter(id=body.person, place=OUTSIDE).exists():
            reverse_with(pen, identity, NOT_ONE)  # a refusal: it was taken back before


def _known(pairs: Iterable[str]) -> set[str]:
    wanted = list(dict.fromkeys(pairs))
    found: set[str] = set()
    for start in range(0, len(wanted), PAIRS_PER_EVENT_MAX):
        chunk = wanted[start : start + PAIRS_PER_EVENT_MAX]
        found.update(Pair.objects.filter(id__in=chunk).values_list("id", flat=True))
    return found
