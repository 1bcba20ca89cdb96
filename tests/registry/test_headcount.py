"""A headcount asserts; a difference is a row with place, hour and amount until it is settled."""

import pytest

from serai.core import events, ledger
from serai.core.people import Names, Person
from serai.core.refusal import Refusal
from serai.journal.store import Author, writing
from serai.journal.verify import verify
from serai.registry import commands
from serai.registry.books import books_at
from serai.registry.discrepancies import discrepancies, last_seen_there, open_count
from serai.registry.queries import balances

pytestmark = pytest.mark.django_db
HOUR_MS = 3_600_000


def count_in(place: str, count: int, at_ms: int) -> str:
    with writing(Author("amal", "reception")) as pen:
        legs = ledger.counted_in("outside", place, {"woman": count})
        return pen.append(
            events.ArrivalCounted(
                at=at_ms,
                arrival=pen.new_id(),
                code="G-1",
                place=place,
                counts={"woman": count},
                legs=legs,
            )
        )


def test_a_headcount_that_fits_leaves_no_row(station: str, clerk: Author, now_ms: int) -> None:
    count_in("reception", 40, now_ms - HOUR_MS)
    commands.take_headcount("reception", 40, clerk)
    assert discrepancies() == []


def test_a_difference_names_place_hour_and_amount(station: str, clerk: Author, now_ms: int) -> None:
    count_in("reception", 40, now_ms - HOUR_MS)
    commands.take_headcount("reception", 38, clerk, at_ms=now_ms)
    (row,) = discrepancies()
    assert (row.kind, row.place, row.at, row.amount) == ("headcount", "reception", now_ms, -2)
    assert row.facts == {"counted": 38, "expected": 40}
    assert (row.status, row.age_hours(now_ms + 5 * HOUR_MS)) == ("open", 5)


def test_a_headcount_changes_no_balance(station: str, clerk: Author, now_ms: int) -> None:
    count_in("reception", 40, now_ms - HOUR_MS)
    commands.take_headcount("reception", 38, clerk)
    assert balances()["reception"] == {"woman": 40}


def test_a_correction_moves_the_difference_to_unknown_and_the_next_count_fits(
    station: str, clerk: Author, now_ms: int
) -> None:
    count_in("reception", 40, now_ms - HOUR_MS)
    commands.take_headcount("reception", 38, clerk)
    (row,) = discrepancies()
    commands.adjust_books(row.id, "two were counted twice", clerk, band="woman")
    commands.take_headcount("reception", 38, clerk)
    (settled,) = discrepancies()
    assert (settled.status, settled.explanation) == ("corrected", "two were counted twice")
    assert balances()["reception"] == {"woman": 38}
    assert balances()["unknown"] == {"woman": 2}
    assert (open_count(), books_at(now_ms + HOUR_MS).total()) == (0, 0)


def test_a_correction_cannot_take_more_people_of_a_band_than_are_there(
    station: str, clerk: Author, now_ms: int
) -> None:
    count_in("reception", 40, now_ms - HOUR_MS)
    commands.take_headcount("reception", 38, clerk)
    answer = commands.adjust_books(discrepancies()[0].id, "why", clerk, band="boy")
    assert isinstance(answer, Refusal)
    assert "Only 0" in str(answer)
    assert balances()["reception"] == {"woman": 40}


def test_an_explanation_keeps_the_row_and_needs_words(
    station: str, clerk: Author, now_ms: int
) -> None:
    count_in("reception", 40, now_ms - HOUR_MS)
    commands.take_headcount("reception", 41, clerk)
    identity = discrepancies()[0].id
    assert isinstance(commands.explain_discrepancy(identity, "  ", clerk), Refusal)
    commands.assign_discrepancy(identity, "rana", clerk)
    commands.explain_discrepancy(identity, "a visitor", clerk)
    (row,) = discrepancies()
    assert (row.owner, row.status, row.explanation) == ("rana", "explained", "a visitor")


def test_a_posting_told_late_is_compared_with_the_headcounts_after_it(
    station: str, clerk: Author, now_ms: int
) -> None:
    commands.take_headcount("reception", 7, clerk, at_ms=now_ms)
    assert discrepancies()[0].amount == 7
    count_in("reception", 7, now_ms - HOUR_MS)
    assert discrepancies() == []
    assert verify().differences == ()


@pytest.mark.parametrize("counted", [-1, 10_000_000])
def test_a_count_that_is_none_is_refused(station: str, clerk: Author, counted: int) -> None:
    answer = commands.take_headcount("reception", counted, clerk)
    assert isinstance(answer, Refusal)
    assert answer.field == "counted"


def test_a_count_in_the_future_or_at_no_place_is_refused(
    station: str, clerk: Author, now_ms: int
) -> None:
    later = commands.take_headcount("reception", 3, clerk, at_ms=now_ms + HOUR_MS)
    nowhere = commands.take_headcount("atlantis", 3, clerk)
    assert isinstance(later, Refusal)
    assert "future" in str(later)
    assert isinstance(nowhere, Refusal)
    assert "atlantis" in str(nowhere)


def test_who_was_last_seen_there_is_listed(station: str, clerk: Author, now_ms: int) -> None:
    with writing(clerk) as pen:
        member = Person(person="p1", names=Names(own="Layla"))
        pen.append(
            events.HouseholdRegistered(
                at=now_ms - HOUR_MS,
                household="h1",
                place="reception",
                members=(member,),
                legs=ledger.resolved("reception", [("p1", "outside")]),
            )
        )
    commands.take_headcount("reception", 0, clerk)
    (row,) = discrepancies()
    assert [person.id for person in last_seen_there(row)] == ["p1"]
