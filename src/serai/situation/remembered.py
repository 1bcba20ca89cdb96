"""Answers kept in memory while nothing new was written, and never longer than a minute.

A wall screen asks for the same picture again and again. The key is the last event of the journal,
so a remembered answer is never older than the books.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from serai.core.clock import MINUTE_MS
from serai.journal import sql

Answer = TypeVar("Answer")

ANSWERS_MAX = 48
_LAST_EVENT = "SELECT id, hlc, station FROM journal_event ORDER BY id DESC LIMIT 1"
_answers: OrderedDict[Hashable, Any] = OrderedDict()


def last_event() -> tuple[Any, ...]:
    """What tells this state of the journal from every other."""
    return sql.one(_LAST_EVENT) or ()


def remembered(key: Hashable, now_ms: int, ask: Callable[[], Answer]) -> Answer:
    """The answer of `ask` from this minute and this state of the journal, asked once."""
    whole = (key, last_event(), now_ms // MINUTE_MS)
    if whole not in _answers:
        _answers[whole] = ask()
        while len(_answers) > ANSWERS_MAX:
            _answers.popitem(last=False)
    _answers.move_to_end(whole)
    answer: Answer = _answers[whole]
    return answer
