"""What the room keeps in memory is never older than the journal, or says how old it is."""

import time

import pytest
from django.test import RequestFactory

from serai.access.places import House
from serai.core.clock import HOUR_MS, MINUTE_MS
from serai.core.events import PersonSeen
from serai.journal.store import Author, writing
from serai.situation.remembered import (
    COSTLY_MS,
    NEW_EVENTS_MAX,
    by_the_books,
    journal_state,
    lately,
    remembered,
    until_told,
)

pytestmark = pytest.mark.django_db


def counter(slow: bool = False):
    calls = []

    def ask() -> int:
        if slow:
            time.sleep(2 * COSTLY_MS / 1000)
        calls.append(1)
        return len(calls)

    return ask


def test_an_answer_is_asked_once_while_nothing_is_written(operation):
    ask = counter()
    now = operation.now_ms // MINUTE_MS * MINUTE_MS
    assert [
        remembered("once", journal_state(), now, ask),
        remembered("once", journal_state(), now + 1, ask),
    ] == [1, 1]


def test_a_new_event_or_a_new_minute_asks_again(operation):
    ask = counter()
    now = operation.now_ms // MINUTE_MS * MINUTE_MS
    assert remembered("again", journal_state(), now, ask) == 1
    operation.arrived("reception", man=1)
    assert remembered("again", journal_state(), now, ask) == 2
    assert remembered("again", journal_state(), now + MINUTE_MS, ask) == 3


def test_a_cheap_answer_never_lags(operation):
    ask = counter()
    assert lately("cheap", journal_state(), operation.now_ms, ask) == (1, operation.now_ms)
    operation.arrived("reception", man=1)
    assert lately("cheap", journal_state(), operation.now_ms + 5, ask) == (2, operation.now_ms + 5)


def test_a_costly_answer_may_be_a_minute_old_and_says_so(operation):
    ask = counter(slow=True)
    now = operation.now_ms
    assert lately("costly", journal_state(), now, ask) == (1, now)
    operation.arrived("reception", man=1)
    assert lately("costly", journal_state(), now + MINUTE_MS - 1, ask) == (1, now)
    assert lately("costly", journal_state(), now + MINUTE_MS, ask) == (2, now + MINUTE_MS)


def state() -> str:
    return House(RequestFactory().get("/")).state


def seen(times: int = 1) -> None:
    with writing(Author("karim", "relief")) as pen:
        for _ in range(times):
            pen.append(PersonSeen(at=pen.now_ms, people=("somebody",), place="reception"))


def test_what_the_books_say_stays_while_nothing_is_posted(operation):
    operation.arrived("reception", man=1)
    ask, now = counter(), operation.now_ms // MINUTE_MS * MINUTE_MS
    assert by_the_books("seen", state(), now, None, ask) == 1
    seen()
    assert by_the_books("seen", state(), now, None, ask) == 1
    operation.arrived("reception", man=1)
    assert by_the_books("seen", state(), now, None, ask) == 2
    assert by_the_books("seen", state(), now + MINUTE_MS, None, ask) == 3


def test_a_past_hour_is_asked_anew_only_when_a_posting_reaches_it(operation):
    operation.arrived("reception", hours=9, man=1)
    ask, now = counter(), operation.now_ms
    hour = now - 5 * HOUR_MS
    assert by_the_books("past", state(), now, hour, ask) == 1
    operation.arrived("reception", hours=1, man=1)
    assert by_the_books("past", state(), now + MINUTE_MS, hour, ask) == 1
    operation.arrived("reception", hours=5, man=1)  # the very moment counts
    assert by_the_books("past", state(), now, hour, ask) == 2


def test_so_much_news_that_it_is_not_looked_through_asks_anew(operation):
    operation.arrived("reception", man=1)
    ask, now = counter(), operation.now_ms // MINUTE_MS * MINUTE_MS
    assert by_the_books("news", state(), now, None, ask) == 1
    seen(NEW_EVENTS_MAX)
    assert by_the_books("news", state(), now, None, ask) == 2


def test_a_newly_opened_place_is_asked_for_at_once(operation):
    from tests.conftest import open_station

    operation.arrived("reception", man=1)
    ask, now = counter(), operation.now_ms // MINUTE_MS * MINUTE_MS
    assert by_the_books("place", state(), now, None, ask) == 1
    open_station()
    assert by_the_books("place", state(), now, None, ask) == 2


def test_an_answer_stays_until_an_event_of_its_kinds_is_written(operation):
    operation.arrived("reception", man=1)
    ask, kinds = counter(), (PersonSeen,)
    assert until_told("kinds", state(), kinds, ask) == 1
    operation.arrived("reception", man=1)
    assert until_told("kinds", state(), kinds, ask) == 1
    seen()
    assert until_told("kinds", state(), kinds, ask) == 2


def test_another_journal_has_other_answers(operation):
    operation.arrived("reception", man=1)
    ask, now = counter(), operation.now_ms // MINUTE_MS * MINUTE_MS
    entries, last, station = state().split()
    assert by_the_books("other", f"{entries} {int(last) + 1} {station}", now, None, ask) == 1
    assert by_the_books("other", state(), now, None, ask) == 2
