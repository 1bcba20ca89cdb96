"""Sealing a whole operation into the journal at once: training, demonstration, load test."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from typing import Any, Protocol

import msgspec
from django.db import transaction

from serai.core.events import Body
from serai.journal import lock, sql
from serai.journal.bulk import bulk
from serai.journal.projecting import project
from serai.journal.store import Author, Pen
from serai.journal.wall import now_ms

EVENTS_A_COMMIT = 500
PLACEHOLDER = "@"


class Drafted(Protocol):
    """An event of a generated operation: `refs` are the numbers of earlier drafts."""

    @property
    def at_ms(self) -> int: ...
    @property
    def actor(self) -> str: ...
    @property
    def purpose(self) -> str: ...
    @property
    def body(self) -> Body: ...
    @property
    def refs(self) -> Sequence[int]: ...


def load(
    drafts: Iterable[Drafted], progress: Callable[[int], None] | None = None
) -> tuple[str, ...]:
    """Appends every draft in order, then projects them; answers the event ids.

    A body field like `headcount:@12` names draft 12 before it has an id; here it gets one.
    """
    with lock.only_writer(), transaction.atomic():
        lock.lock_in_transaction()
        pen = Pen(Author("", ""), now_ms())
        fresh = _journal_is_empty()
        ids: list[str] = []
        written = []
        for draft in drafts:
            refs = tuple(ids[number] for number in draft.refs)
            body = _named(draft.body, ids)
            author = Author(draft.actor, draft.purpose)
            ids.append(pen.append_at(body, refs, draft.at_ms, author))
            if len(ids) % EVENTS_A_COMMIT == 0:
                written.extend(pen.flush())
                if progress:
                    progress(len(ids))
        written.extend(pen.flush())
        with bulk() if fresh else nullcontext():
            project(written, complete=fresh)
        return tuple(ids)


def _journal_is_empty() -> bool:
    return sql.one("SELECT 1 FROM journal_event LIMIT 1") is None


def _named(body: Body, ids: list[str]) -> Body:
    changes: dict[str, Any] = {}
    for field in ("discrepancy", "event"):
        value = getattr(body, field, "")
        head, mark, number = value.rpartition(PLACEHOLDER)
        if mark and number.isdigit():
            changes[field] = head + ids[int(number)]
    return msgspec.structs.replace(body, **changes) if changes else body
