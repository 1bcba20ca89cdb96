"""Somebody decides whether two records are one human being, and takes it back."""

import msgspec
import pytest
from tests.a_family import DAUGHTER, FATHER, MOTHER, SON, register, who

from serai.core.clock import MINUTE_MS
from serai.core.events import Decision, PairsProposed, Proposed
from serai.core.refusal import Refusal
from serai.journal import sql
from serai.journal.store import Author, writing
from serai.journal.verify import verify
from serai.registry.commands import reverse
from serai.registry.comparing import ALIKE, DIFFERENT, ONE_SIDED, line
from serai.registry.discrepancies import discrepancies
from serai.registry.models import Discrepancy, Pair, Person
from serai.registry.pairs import (
    ONE_HUMAN,
    decide_pair,
    propose_pairs,
    records_of_each,
    reverse_double_count,
)
from serai.registry.queries import balances, people_at

pytestmark = pytest.mark.django_db
OFFICER = Author("huda", "registration")
FIRST, SECOND = who(MOTHER), who(MOTHER, "again")


def records_of(person: str) -> list[str]:
    return [person, *records_of_each([person]).get(person, [])]


@pytest.fixture
def twice(station: object) -> None:
    register("jubouri", (FATHER, MOTHER, SON), "reception", 1)
    register("again", (MOTHER, DAUGHTER), "al-hol", 2)


def test_two_records_of_one_woman_become_one_component_and_stay_two_records(twice: None) -> None:
    before = {one.id: one.own for one in Person.objects.all()}
    decide_pair(SECOND, FIRST, "same", OFFICER)
    assert records_of(FIRST) == [FIRST, SECOND]
    assert records_of(SECOND) == [SECOND, FIRST]
    assert {one.id: one.own for one in Person.objects.all()} == before


def test_a_woman_counted_twice_is_a_discrepancy_until_the_further_record_goes_out(
    twice: None,
) -> None:
    decide_pair(FIRST, SECOND, "same", OFFICER)
    (found,) = discrepancies(kind="twice")
    assert (found.place, found.amount) == ("al-hol", -1)
    assert set(found.people) == {FIRST, SECOND}
    held = people_at("al-hol", "named")
    event = reverse_double_count(SECOND, "registered again at the camp", OFFICER)
    assert isinstance(event, str)
    assert people_at("al-hol", "named") == held - 1
    assert discrepancies(kind="twice") == []
    assert Person.objects.get(id=SECOND).place == "outside"
    reverse(event, "it was right after all", OFFICER)
    assert people_at("al-hol", "named") == held
    assert len(discrepancies(kind="twice")) == 1


def test_taking_the_decision_back_is_one_act_and_the_discrepancy_goes_with_it(
    twice: None,
) -> None:
    decide_pair(FIRST, SECOND, "same", OFFICER)
    decide_pair(FIRST, SECOND, "unsure", OFFICER)
    assert records_of(FIRST) == [FIRST]
    assert discrepancies(kind="twice") == []
    assert Pair.objects.get().state == "unsure"


@pytest.mark.parametrize("decision", ["not", "unsure"])
def test_who_was_counted_out_as_a_double_stands_in_the_books_again_when_they_are_two(
    twice: None, decision: Decision
) -> None:
    before = balances()
    decide_pair(FIRST, SECOND, "same", OFFICER)
    reverse_double_count(SECOND, "", OFFICER)
    decide_pair(SECOND, FIRST, decision, OFFICER)
    assert balances() == before
    assert Person.objects.get(id=SECOND).place == "al-hol"
    decide_pair(FIRST, SECOND, "not", OFFICER)
    assert balances() == before
    assert verify().differences == ()


def test_not_the_same_person_is_remembered_when_a_matcher_finds_them_again(twice: None) -> None:
    decide_pair(FIRST, SECOND, "not", OFFICER)
    told = propose_pairs("names", (Proposed(SECOND, FIRST, 7.5, ("same town",)),), OFFICER)
    assert told == 0
    assert Pair.objects.get().state == "not"


def test_pairs_wait_in_the_queue_most_alike_first(twice: None) -> None:
    pairs = (Proposed(FIRST, SECOND, 2.0), Proposed(who(SON), who(DAUGHTER, "again"), 5.0))
    assert propose_pairs("names", pairs, OFFICER) == 2
    rows = Pair.objects.filter(state="open").order_by("-bits")
    assert [row.bits for row in rows] == [5.0, 2.0]


def test_three_records_of_one_woman_are_two_too_many(twice: None) -> None:
    register("third", (MOTHER,), "suwar", 3)
    decide_pair(FIRST, SECOND, "same", OFFICER)
    decide_pair(SECOND, who(MOTHER, "third"), "same", OFFICER)
    assert len(discrepancies(kind="twice")) == 2
    assert set(records_of(FIRST)) == {FIRST, SECOND, who(MOTHER, "third")}


def test_nothing_is_decided_about_one_record_or_about_strangers(twice: None) -> None:
    assert isinstance(decide_pair(FIRST, FIRST, "same", OFFICER), Refusal)
    assert isinstance(decide_pair(FIRST, "nobody", "same", OFFICER), Refusal)
    assert not Pair.objects.exists()


def test_a_record_that_is_counted_once_cannot_be_taken_out_as_a_double(twice: None) -> None:
    before = balances()
    assert isinstance(reverse_double_count(FIRST, "no", OFFICER), Refusal)
    assert balances() == before


def test_a_decision_says_what_it_replaces(twice: None) -> None:
    first = decide_pair(FIRST, SECOND, "unsure", OFFICER)
    second = decide_pair(FIRST, SECOND, "same", OFFICER)
    assert msgspec.json.decode(Pair.objects.get().live) == [second] != [first]
    assert not Pair.objects.get().disputed


@pytest.mark.sqlite
def test_the_records_of_one_woman_are_found_without_walking_every_decided_pair(
    twice: None,
) -> None:
    question = ONE_HUMAN.format(asked="id = %s") + " SELECT id FROM records"
    steps = [row[3] for row in sql.every(f"EXPLAIN QUERY PLAN {question}", ("a",))]
    assert [one.split()[-1] for one in steps if one.startswith("SEARCH pair ")] == [
        "(first=?)",
        "(second=?)",
    ], steps
    assert not [one for one in steps if one.startswith("SCAN pair")], steps


def test_the_difference_dates_from_the_hour_at_which_the_two_were_joined(
    twice: None, now_ms: int
) -> None:
    decide_pair(FIRST, SECOND, "same", OFFICER)
    assert abs(Discrepancy.objects.get(kind="twice").at - now_ms) < MINUTE_MS


def test_a_pair_that_several_stations_propose_keeps_the_most_bits_and_their_reasons(
    twice: None,
) -> None:
    with writing(OFFICER) as pen:
        for bits, reason in ((4.0, "same town"), (7.5, "same kunya"), (2.0, "same year")):
            pairs = (Proposed(FIRST, SECOND, bits, (reason,)),)
            pen.append(PairsProposed(at=pen.now_ms, engine="names", pairs=pairs))
    pair = Pair.objects.get()
    assert (pair.bits, pair.reasons) == (7.5, '["same kunya"]')


def test_what_only_one_record_tells_is_neither_alike_nor_different() -> None:
    for first, second in (("27", ""), ("", "27"), ("", "")):
        assert line("Age", first, second, str.__eq__).verdict == ONE_SIDED
    assert line("Age", "27", "27", str.__eq__).verdict == ALIKE
    assert line("Age", "27", "31", str.__eq__).verdict == DIFFERENT
