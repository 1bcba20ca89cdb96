"""Which events are about whom: an index beside the journal, made from it like any other table.

A command brings rows up to date from the past it finds here. An event that is missing here, such
as one of a kind that an older version could not read when it came, would be forgotten at the next
change of whomever it is about.
"""

from collections.abc import Iterable, Iterator, Sequence

from serai.journal import sql
from serai.journal.recorded import Recorded

_TABLE = "journal_subject"
_INSERT = f"INSERT INTO {_TABLE} (subject, kind, event) VALUES (%s, %s, %s)"  # noqa: S608
_EVERY = f"SELECT subject, kind, event FROM {_TABLE}"  # noqa: S608
_SUMS = f"SELECT COUNT(*), COALESCE(SUM(event), 0), COALESCE(SUM(LENGTH(subject)), 0) FROM {_TABLE}"  # noqa: S608
_Row = tuple[str, str, int]


def note(events: Iterable[Recorded]) -> None:
    """Notes who these events are about."""
    sql.run_many(_INSERT, [row for event in events for row in _rows(event)])


def mend(events: Sequence[Recorded]) -> None:
    """Notes it all anew unless the index is of these events: every one of the journal.

    Sums are compared, not rows: it takes a tenth of the time, and loss shows in them.
    """
    rows = letters = numbers = 0
    for event in events:
        told = event.subjects
        rows += len(told)
        letters += sum(map(len, told))
        numbers += event.local * len(told)
    held = sql.one(_SUMS)
    if held is None or tuple(map(int, held)) != (rows, numbers, letters):
        sql.run(f"DELETE FROM {_TABLE}")  # noqa: S608
        sql.run_many(_INSERT, sorted(row for event in events for row in _rows(event)))


def differences(events: Iterable[Recorded]) -> Iterator[str]:
    """How the index differs from what these events say: every one of the journal."""
    held = set(sql.stream(_EVERY))
    for event in events:
        for row in _rows(event):
            if row in held:
                held.remove(row)
            else:
                yield f"{_TABLE} {row[0]}: event {event.id} is missing"
    for subject, _, local in sorted(held, key=str):
        yield f"{_TABLE} {subject}: event number {local} is not about it"


def _rows(event: Recorded) -> Iterator[_Row]:
    return ((subject, event.body.kind, event.local) for subject in event.subjects)
