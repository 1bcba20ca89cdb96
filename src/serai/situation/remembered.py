"""Answers kept in memory while nothing new was written, and never longer than a minute.

A wall screen asks for the same picture again and again. The key is the last event of the journal,
so a remembered answer is never older than the books. Only `lately` may lag, says so, and only for
answers that cost so much that a busy station could not give them anew after every event.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from serai.core.clock import MINUTE_MS
from serai.journal import sql

Answer = TypeVar("Answer")

ANSWERS_MAX = 48
COSTLY_MS = 50
_LAST_EVENT = "SELECT id, hlc, station FROM journal_event ORDER BY id DESC LIMIT 1"
_answers: OrderedDict[Hashable, Any] = OrderedDict()
_lately: dict[Hashable, tuple[int, float, Any]] = {}  # asked at, took, answer


def journal_state() -> str:
    """What tells this state of the journal from every other: its last event."""
    return " ".join(map(str, sql.one(_LAST_EVENT) or ()))


def remembered(key: Hashable, state: str, now_ms: int, ask: Callable[[], Answer]) -> Answer:
    """The answer of `ask` from this minute and this state of the journal, asked once."""
    whole = (key, state, now_ms // MINUTE_MS)
    if whole not in _answers:
        _answers[whole] = ask()
        while len(_answers) > ANSWERS_MAX:
            _answers.popitem(last=False)
    _answers.move_to_end(whole)
    answer: Answer = _answers[whole]
    return answer


def lately(key: Hashable, state: str, now_ms: int, ask: Callable[[], Answer]) -> tuple[Answer, int]:
    """The answer and the moment it is of: a costly one may be up to a minute old."""
    asked_ms, took_ms, known = _lately.get(key, (0, 0.0, None))
    fresh = took_ms >= COSTLY_MS and 0 <= now_ms - asked_ms < MINUTE_MS
    if not fresh:
        start = time.perf_counter()
        known = remembered(key, state, now_ms, ask)
        took_ms = max((time.perf_counter() - start) * 1000, took_ms * (key in _lately))
        if len(_lately) > ANSWERS_MAX:
            _lately.clear()
        _lately[key] = (now_ms, took_ms, known)
        asked_ms = now_ms
    answer: Answer = known
    return answer, asked_ms
