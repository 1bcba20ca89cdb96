"""What the medical tent's pages read: who is seen next, a person's sortings, who is in hospital."""

from collections.abc import Sequence
from datetime import date

import msgspec
from django.db.models import Count, QuerySet
from django.utils.translation import gettext

from serai.care.models import Referral, Triage
from serai.core.triage import BY_WORD, SORTINGS, Sorting
from serai.registry.members import in_words
from serai.registry.models import Person
from serai.registry.queries import people_by_id

PAGE_ROWS = 25
OPEN_WORDS = ("immediate", "delayed", "expectant", "dead")


class Shown(msgspec.Struct, frozen=True):
    """A word of SALT as a page shows it: the sorting, its label and hint in the page's language."""

    sorting: Sorting
    label: str
    hint: str


class Patient(msgspec.Struct, frozen=True):
    """One row of the list: the sorting that counts, and whom it is about."""

    triage: Triage
    person: Person | None
    words: str
    shown: Shown | None


class Stay(msgspec.Struct, frozen=True):
    """Somebody in hospital, with whoever went along."""

    referral: Referral
    patient: Person | None
    people: list[Person]


def shown(word: str) -> Shown | None:
    """A word of SALT for the page; None for one this station does not know."""
    sorting = BY_WORD.get(word)
    return Shown(sorting, gettext(sorting.label), gettext(sorting.hint)) if sorting else None


def five_words() -> list[Shown]:
    """SALT's words in the order of the cards."""
    return [Shown(one, gettext(one.label), gettext(one.hint)) for one in SORTINGS]


def open_counts(place: str) -> dict[str, int]:
    """How many living people here stand under each word."""
    rows = _latest(place).values("word").annotate(people=Count("id")).order_by()
    return {row["word"]: row["people"] for row in rows}


def open_rows(place: str, word: str) -> QuerySet[Triage]:
    """Living people here by urgency, longest wait first; one word only when asked."""
    rows = _latest(place)
    rows = rows.filter(word=word) if word in BY_WORD else rows.filter(word__in=OPEN_WORDS)
    return rows.order_by("urgency", "at", "id")


def patients(rows: Sequence[Triage], day: date) -> list[Patient]:
    """The rows with the people they are about."""
    people = Person.objects.in_bulk([row.person for row in rows])
    found = []
    for row in rows:
        person = people.get(row.person)
        words = in_words(person, day) if person else ""
        found.append(Patient(row, person, words, shown(row.word)))
    return found


def history(person: str) -> list[tuple[Triage, Shown | None]]:
    """Every sorting of a person, the newest first."""
    rows = Triage.objects.filter(person=person).order_by("-at", "-id")
    return [(row, shown(row.word)) for row in rows]


def stays(person: str) -> list[Referral]:
    """Every stay in hospital of a person, the newest first."""
    return list(Referral.objects.filter(person=person).order_by("-at", "-id"))


def in_hospital() -> QuerySet[Referral]:
    """Every stay that lasts, the longest first."""
    return Referral.objects.filter(ended_at=0).order_by("at", "id")


def with_people(rows: Sequence[Referral]) -> list[Stay]:
    """Stays with the patient and the carers who are still with them."""
    ids = {row.id: msgspec.json.decode(row.people, type=list[str]) for row in rows}
    people = people_by_id([one for found in ids.values() for one in found])
    return [
        Stay(
            row,
            people.get(row.person),
            [people[one] for one in ids[row.id] if one in people and _there(people[one], row)],
        )
        for row in rows
    ]


def _there(person: Person, row: Referral) -> bool:
    return person.alive and person.place == row.target


def _latest(place: str) -> QuerySet[Triage]:
    here = Person.objects.filter(place=place, alive=True)
    return Triage.objects.filter(latest=True, person__in=here.values("id"))
