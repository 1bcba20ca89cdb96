"""The books of a past hour, brought forward by what is posted, are those asked for anew."""

import pytest
from django.test import RequestFactory

from serai.access.places import House
from serai.core.clock import HOUR_MS
from serai.situation import accounts
from serai.situation.accounts import Books, books_at
from serai.situation.moment import Moment, moment_at

pytestmark = pytest.mark.django_db


def then(operation, hours: float = 4) -> Moment:
    known = House(RequestFactory().get("/"))
    return moment_at(operation.hours_ago(hours) // HOUR_MS * HOUR_MS + HOUR_MS // 2, known)


def facts(books: Books) -> tuple[object, ...]:
    return (
        books.held,
        sorted(books.moved),
        books.loads,
        [one for one in books.hours if one[1]],
        books.first_ms,
    )


def asked(moment: Moment) -> tuple[object, ...]:
    return facts(accounts._asked(moment))


def test_people_posted_before_the_hour_stand_in_its_books_without_a_question(
    operation, asks_at_most
):
    operation.arrived("reception", hours=30, man=4, unknown=2)
    named = operation.registered("reception", [("male", 30, "")], hours=29)
    books_at(then(operation))
    operation.arrived("reception", hours=6, woman=3, man=1)
    operation.arrived("reception", hours=40, boy=2)  # before everything else
    operation.went("reception", "al-hol", named, hours=8)
    operation.arrived("reception", hours=1, girl=9)  # after the hour
    moment = then(operation)
    with asks_at_most(1):  # what was written
        found = books_at(moment)
    assert facts(found) == asked(moment)
    assert found.held["reception"] == {"man": 5, "woman": 3, "boy": 2, "unknown": 1}
    assert found.first_ms == operation.hours_ago(40)


def test_a_convoy_before_the_hour_is_asked_for_with_what_it_loaded(operation):
    operation.arrived("reception", hours=30, unknown=3)
    named = operation.registered("reception", [("male", 30, ""), ("female", 8, "")], hours=29)
    books_at(then(operation))
    operation.left("c1", "reception", named, hours=7)
    moment = then(operation)
    assert facts(books_at(moment)) == asked(moment)
    assert books_at(moment).loads["convoy:c1"] == ("reception", operation.hours_ago(7))


def test_what_is_written_while_the_books_are_read_is_not_counted_twice(operation):
    operation.arrived("reception", hours=30, man=4)
    early = then(operation)
    operation.arrived("reception", hours=6, woman=3)  # by somebody else, before the answer
    books_at(early)
    operation.arrived("reception", hours=6, woman=1)
    assert books_at(then(operation)).held["reception"] == {"man": 4, "woman": 4}
