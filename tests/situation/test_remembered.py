"""What the room keeps in memory is never older than the journal, or says how old it is."""

import time

import pytest

from serai.core.clock import MINUTE_MS
from serai.situation.remembered import COSTLY_MS, journal_state, lately, remembered

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
