"""Everybody with a name is read once, and again only whom later events name."""

import pytest
from django.test import RequestFactory

from serai.access.places import House
from serai.core.clock import HOUR_MS, from_ms
from serai.core.events import PersonSeen
from serai.journal.store import Author, writing
from serai.situation import everybody as room
from serai.situation.everybody import everybody

pytestmark = pytest.mark.django_db


def state() -> str:
    return House(RequestFactory().get("/")).state


def cells(operation, at_ms: int = 0):
    at_ms = at_ms or operation.now_ms + HOUR_MS
    return everybody(state()).cells(at_ms, from_ms(at_ms).date())


def read_whole(operation):
    room._kept.clear()
    return cells(operation)


def test_a_group_without_names_and_a_sighting_read_nobody_again(operation):
    operation.arrived("reception", hours=30, unknown=40)
    people = operation.registered("reception", [("male", 40, "IRQ")], hours=29)
    before = everybody(state())
    operation.arrived("reception", hours=1, man=2)
    with writing(Author("karim", "relief")) as pen:
        pen.append(PersonSeen(at=pen.now_ms, people=(people[0],), place="reception"))
    assert everybody(state()) is before


def test_who_is_named_later_is_counted_as_if_all_were_read(operation, asks_at_most):
    operation.arrived("reception", hours=30, unknown=40)
    people = operation.registered(
        "reception", [("male", 40, "IRQ"), ("female", 3, "IRQ")], hours=29
    )
    cells(operation)
    operation.registered("reception", [("female", 20, "SYR")], hours=5)
    operation.left("C1", "reception", people, hours=2)
    now = state()
    with asks_at_most(2):  # what was written since, and those it names
        everybody(now)
    kept = cells(operation)
    assert kept == read_whole(operation)
    assert kept["convoy", "IRQ", "male", "18-59"] == 1
    assert kept["reception", "SYR", "female", "18-59"] == 1


def test_who_was_not_written_down_yet_is_not_counted_at_a_past_hour(operation):
    operation.arrived("reception", hours=30, unknown=4)
    operation.registered("reception", [("male", 40, "IRQ")], hours=29)
    operation.registered("reception", [("unknown", 1, "SYR")], hours=5)
    past = cells(operation, operation.hours_ago(10))
    assert sum(past.values()) == 1
    assert sum(cells(operation).values()) == 2
