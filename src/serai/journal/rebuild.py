"""Making every projected table anew from the journal alone."""

from collections.abc import Callable, Iterator

from django.db import transaction

from serai.journal import lock, rows, sql, subjects
from serai.journal.bulk import bulk
from serai.journal.projecting import project, projected_models
from serai.journal.recorded import COLUMNS, Recorded, recorded

Progress = Callable[[int, int], None]  # done, of how many
EVENTS_A_STEP = 10_000


def rebuild(progress: Progress | None = None) -> int:
    """Empties the projected tables and fills them from every event; answers how many events."""
    with lock.only_writer(), transaction.atomic():
        lock.lock_in_transaction()
        return rebuild_in_transaction(progress)


def rebuild_in_transaction(progress: Progress | None = None) -> int:
    """The same inside a transaction that the caller holds."""
    with bulk():
        for model in projected_models():
            rows.empty(model)
        return _project_all(progress)


def _project_all(progress: Progress | None) -> int:
    """Its events are gone when it ends: the collector of garbage would look at every one."""
    events = list(all_events(progress))
    subjects.mend(events)
    project(events, complete=True)
    return len(events)


def all_events(progress: Progress | None = None) -> Iterator[Recorded]:
    """Every event of the journal that this station understands, in the order it was stored."""
    total = int((sql.one("SELECT COUNT(*) FROM journal_event") or (0,))[0])
    for done, row in enumerate(sql.stream(f"SELECT {COLUMNS} FROM journal_event ORDER BY id")):  # noqa: S608
        event = recorded(row)
        if event is not None:
            yield event
        if progress and done % EVENTS_A_STEP == 0:
            progress(done, total)
