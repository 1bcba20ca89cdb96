"""Answers kept in memory while nothing new was written, and never longer than a minute.

A wall screen asks for the same picture again and again. The key is the last event of the journal,
so a remembered answer is never older than the books. Only `lately` may lag, says so, and only for
answers that cost so much that a busy station could not give them anew after every event.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import Any, NamedTuple, TypeVar

from serai.core.clock import MINUTE_MS
from serai.core.events import Body, PlaceOpened
from serai.journal import sql
from serai.journal.recorded import COLUMNS, Recorded, recorded

Answer = TypeVar("Answer")

ANSWERS_MAX = 48
COSTLY_MS = 50
NEW_EVENTS_MAX = 100  # looked through before an answer is asked anew
_LAST_EVENT = "SELECT id, hlc, station FROM journal_event ORDER BY id DESC LIMIT 1"
_SINCE = f"SELECT {COLUMNS} FROM journal_event WHERE id >= %s AND id <= %s ORDER BY id LIMIT %s"  # noqa: S608
_answers: OrderedDict[Hashable, Any] = OrderedDict()
_books: OrderedDict[Hashable, tuple[str, Any]] = OrderedDict()  # state they are of, answer
_told: OrderedDict[Hashable, tuple[str, Any]] = OrderedDict()
_drawn: OrderedDict[Hashable, tuple[object, Any]] = OrderedDict()  # what from, picture
_news: dict[str, list["New"]] = {}  # what was written before the state asked for last
_lately: dict[Hashable, tuple[int, float, Any]] = {}  # asked at, took, answer


class New(NamedTuple):
    """An event that was written lately; None where this station does not know its kind."""

    local: int
    station: str
    last: str  # the reading of its clock
    event: Recorded | None


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


def is_remembered(key: Hashable, state: str, now_ms: int) -> bool:
    """Whether `remembered` has the answer."""
    return (key, state, now_ms // MINUTE_MS) in _answers


def is_told(key: Hashable, state: str, kinds: tuple[type[Body], ...]) -> bool:
    """Whether `until_told` has the answer."""
    known = _told.get(key)
    return known is not None and (known[0] == state or _silent(known[0], state, kinds))


def by_the_books(
    key: Hashable, state: str, now_ms: int, at_ms: int | None, ask: Callable[[], Answer],
    forward: Callable[[Answer, Sequence[Recorded]], Answer | None] | None = None,
) -> Answer:  # fmt: skip
    """An answer that only postings can change: kept until one reaches its moment.

    Of a past hour it stays as long as nothing written since is dated before it; of now (None),
    while nothing at all is posted, and for this minute. Then `forward` may bring it up to what
    was written, without a question.
    """
    whole = (key, None if at_ms is not None else now_ms // MINUTE_MS)
    known = _books.get(whole)
    if known is None or not (known[0] == state or _untouched(known[0], state, at_ms)):
        newer = written_since(known[0], state) if known and forward else None
        brought = forward(known[1], newer) if known and forward and newer else None
        known = (state, ask() if brought is None else brought)
    _books[whole] = (state, known[1])
    _books.move_to_end(whole)
    while len(_books) > ANSWERS_MAX:
        _books.popitem(last=False)
    answer: Answer = known[1]
    return answer


def until_told(
    key: Hashable, state: str, kinds: tuple[type[Body], ...], ask: Callable[[], Answer]
) -> Answer:
    """An answer that only events of these kinds can change, kept until one is written."""
    known = _told[key] if is_told(key, state, kinds) else (state, ask())
    _told[key] = (state, known[1])
    _told.move_to_end(key)
    while len(_told) > ANSWERS_MAX:
        _told.popitem(last=False)
    answer: Answer = known[1]
    return answer


def drawn_from(key: Hashable, source: object, draw: Callable[[], Answer]) -> Answer:
    """What was drawn from this very answer, drawn once."""
    known = _drawn.get(key)
    if known is None or known[0] is not source:
        known = _drawn[key] = (source, draw())
        while len(_drawn) > ANSWERS_MAX:
            _drawn.popitem(last=False)
    _drawn.move_to_end(key)
    answer: Answer = known[1]
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


def written_since(state: str, now: str) -> tuple[Recorded, ...] | None:
    """What was written between two states; None when it is too much or another journal's.

    What lies between two states never changes, so it is read once for all answers of a page,
    also for those that know of more than the oldest one.
    """
    entries, last, station = state.split()  # as `House.state` puts it
    first = int(entries)
    if int(now.split(maxsplit=1)[0]) < first:
        return None  # another journal
    written = [one for one in _news_from(first, now) if one.local >= first]
    if not written or (written[0].station, written[0].last) != (station, last):
        return None  # another journal, or the last event then was another station's
    if len(written) > NEW_EVENTS_MAX:
        return None
    return tuple(one.event for one in written[1:] if one.event is not None)


def _news_from(first: int, now: str) -> list[New]:
    """The events from a local number on, up to a state, or so many that nobody looks at them.

    What was read for an earlier state is read on, so that answers of any age find theirs.
    """
    known = next(iter(_news.values()), [])
    if now in _news and known and len(known) <= NEW_EVENTS_MAX and known[0].local <= first:
        return known
    until = int(now.split(maxsplit=1)[0])
    if known and known[0].local <= first <= known[-1].local <= until:
        further = _read(known[-1].local, until)
        on = bool(further) and further[0][:3] == known[-1][:3]  # else another journal
        whole = [*known, *further[1:]] if on else []
    else:
        whole = []
    if not whole or len(whole) > NEW_EVENTS_MAX:
        whole = _read(first, until)
    _news.clear()
    _news[now] = whole
    return whole


def _read(first: int, until: int) -> list[New]:
    rows = sql.every(_SINCE, (first, until, NEW_EVENTS_MAX + 1))
    return [New(row[0], str(row[1]), str(row[4]), recorded(row)) for row in rows]


def _untouched(state: str, now: str, at_ms: int | None) -> bool:
    """Whether nothing written since that state posts people or opens a place by a moment."""
    newer = written_since(state, now)
    return newer is not None and not any(
        isinstance(one.body, PlaceOpened)
        or (one.body.posting() and (at_ms is None or one.body.at <= at_ms))
        for one in newer
    )


def _silent(state: str, now: str, kinds: tuple[type[Body], ...]) -> bool:
    newer = written_since(state, now)
    return newer is not None and not any(isinstance(one.body, kinds) for one in newer)
