"""Taking in another station's events: a union of sets, in any order, any number of times.

No rule of the domain is asked: what another station wrote has happened. What does not fit becomes
a row in the worklist. Only what is forged is turned away, and only a second event in the same
place of a chain (a fork: a cloned laptop, a stolen key) is put aside, kept as proof, and shown.
"""

from collections.abc import Iterable, Sequence

import msgspec
from django.db import connection, transaction

from serai.core import clock
from serai.journal import lock, sql, subjects
from serai.journal.projecting import project
from serai.journal.recorded import recorded
from serai.journal.segments import Segment, Stored, fault
from serai.journal.store import insert_events, last_local
from serai.journal.wall import now_ms

_BY_PLACE = "SELECT hash FROM journal_event WHERE station = %s AND epoch = %s AND seq = %s"


class Receipt(msgspec.Struct):
    """What a delivery brought: new events, known ones, forks put aside, and what was refused."""

    added: int = 0
    known: int = 0
    forks: int = 0
    refused: list[str] = []


def receive(segments: Iterable[Segment]) -> Receipt:
    """Adds what is new and brings the tables up to date, in one transaction."""
    receipt = Receipt(refused=[])
    with connection.wrap_database_errors, lock.only_writer(), transaction.atomic():
        lock.lock_in_transaction()
        fresh: list[Stored] = []
        for segment in segments:
            wrong = fault(segment)
            if wrong:
                receipt.refused.append(wrong)
            else:
                fresh.extend(_new_of(segment, receipt))
        _keep(fresh)
    return receipt


def _new_of(segment: Segment, receipt: Receipt) -> list[Stored]:
    new = []
    for event in segment.events:
        held = sql.one(_BY_PLACE, event.place)
        if held is None:
            new.append(event)
        elif bytes(held[0]) == event.hash:
            receipt.known += 1
        else:
            receipt.forks += _put_aside(event)
    if new:
        _keep_signature(segment)
    receipt.added += len(new)
    _insert(new)
    return new


def _insert(new: Sequence[Stored]) -> None:
    start = last_local() + 1
    insert_events([(start + number, *_columns(event)) for number, event in enumerate(new)])


def _keep(fresh: Sequence[Stored]) -> None:
    """Indexes and projects what was inserted, and lets the clock take notice."""
    if not fresh:
        return
    first = last_local() - len(fresh) + 1
    events = [
        event
        for number, stored in enumerate(fresh)
        if (event := recorded((first + number, *_columns(stored)[:10]))) is not None
    ]
    subjects.note(events)
    project(events, complete=False)
    _witness(max(stored.hlc for stored in fresh))


def _witness(remote: int) -> None:
    held = sql.one("SELECT value FROM journal_setting WHERE name = 'witnessed'")
    seen = clock.witness(int(held[0]) if held else 0, remote, now_ms())
    sql.run("DELETE FROM journal_setting WHERE name = 'witnessed'")
    sql.run("INSERT INTO journal_setting (name, value) VALUES ('witnessed', %s)", (str(seen),))


def _keep_signature(segment: Segment) -> None:
    last = segment.events[-1]
    held = sql.one(
        "SELECT 1 FROM journal_commit WHERE station = %s AND epoch = %s AND last_seq = %s",
        last.place,
    )
    if held is None:
        sql.run(
            "INSERT INTO journal_commit (station, epoch, last_seq, signature)"
            " VALUES (%s, %s, %s, %s)",
            (*last.place, segment.signature),
        )


def _put_aside(event: Stored) -> int:
    content = msgspec.msgpack.encode(event)
    held = sql.every(
        "SELECT content FROM journal_fork WHERE station = %s AND epoch = %s AND seq = %s",
        event.place,
    )
    if any(bytes(row[0]) == content for row in held):
        return 0
    sql.run(
        "INSERT INTO journal_fork (station, epoch, seq, found_at, content)"
        " VALUES (%s, %s, %s, %s, %s)",
        (*event.place, now_ms(), content),
    )
    return 1


def _columns(event: Stored) -> tuple[object, ...]:
    return msgspec.structs.astuple(event)
