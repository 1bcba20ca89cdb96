"""A station compares everybody in its books, and what it finds waits for people."""

import json
from pathlib import Path

import pytest
from tests.a_family import DAUGHTER, FATHER, MOTHER, SON, register, who

from serai.core.events.pairs import pair_of
from serai.core.people import Names
from serai.journal.store import Author
from serai.linkage.books import everybody, propose
from serai.registration.commands import correct_person, refs_of
from serai.registry.models import Pair, Person

pytestmark = pytest.mark.django_db
OFFICER = Author("huda", "registration")


@pytest.fixture
def registered(station: object) -> None:
    """One family written down twice, and another."""
    register("jubouri", (FATHER, MOTHER, SON), "reception", 1)
    register("again", (FATHER, MOTHER, DAUGHTER), "al-hol", 2)


def test_who_stands_in_the_books_twice_waits_in_the_queue_with_reasons(
    registered: None, tmp_path: Path
) -> None:
    people, pairs, fresh = propose(tmp_path, -6.0, OFFICER)
    assert (people, pairs) == (6, fresh)
    row = Pair.objects.get(id=pair_of(who(MOTHER), who(MOTHER, "again")))
    assert row.state == "open"
    assert any("Layla" in reason for reason in json.loads(row.reasons))
    assert list(tmp_path.iterdir()) == []


def test_a_second_run_asks_nobody_again(registered: None, tmp_path: Path) -> None:
    _, pairs, fresh = propose(tmp_path, -6.0, OFFICER)
    assert fresh > 0
    assert propose(tmp_path, -6.0, OFFICER)[1:] == (pairs, 0)


def test_everybody_is_told_with_what_the_books_know(registered: None) -> None:
    rows = {one.id: one for one in everybody()}
    assert len(rows) == Person.objects.count() == 6
    mother = rows[who(MOTHER)]
    assert mother.names[0].startswith("Layla")
    assert (mother.sex, mother.household) == ("female", "jubouri")
    assert rows[who(SON)].role == "child"


def test_a_spelling_corrected_since_is_compared_too(registered: None) -> None:
    mother = Person.objects.get(id=who(MOTHER))
    names = Names(own="Zaynab", father="Khalil")
    correct_person(mother.id, {"names": names}, refs_of(mother, "names"), OFFICER)
    told = next(one for one in everybody() if one.id == mother.id).names
    assert told[0] == "Zaynab Khalil"
    assert any(name.startswith("Layla ") for name in told)


def test_empty_books_have_no_pairs(station: object, tmp_path: Path) -> None:
    assert propose(tmp_path, 2.0, OFFICER) == (0, 0, 0)
