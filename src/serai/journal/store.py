"""Writing the journal: one command's events and everything they change, in one transaction."""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import msgspec
from django.db import OperationalError

from serai.core import clock, ids, ledger
from serai.core.events import BODY_BYTES_MAX, Body, encode
from serai.journal import chain, lock, sql, subjects
from serai.journal.identity import station_key, this_station
from serai.journal.projecting import project
from serai.journal.recorded import COLUMNS, Recorded, recorded
from serai.journal.transaction import OneTransaction
from serai.journal.wall import now_ms

FIRST_EPOCH = 1
_READ = COLUMNS.split(", ")
_INSERT_EVENT = (
    "INSERT INTO journal_event (id, station, epoch, seq, hlc, kind, version, actor, purpose, refs,"
    " body, prev, hash) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
_INSERT_COMMIT = (
    "INSERT INTO journal_commit (station, epoch, last_seq, signature) VALUES (%s, %s, %s, %s)"
)
_LAST = (
    "SELECT epoch, seq, hlc, hash, (SELECT value FROM journal_setting WHERE name = 'witnessed'),"
    " (SELECT MAX(id) FROM journal_event)"
    " FROM journal_event WHERE station = %s ORDER BY epoch DESC, seq DESC LIMIT 1"
)
_WITNESSED = "SELECT value FROM journal_setting WHERE name = 'witnessed'"


class Author(msgspec.Struct, frozen=True):
    """Who writes, and for which purpose (the room they work in)."""

    actor: str
    purpose: str


class AlreadyDone(Exception):
    """This form was saved before; `events` are the ids that the first submit wrote."""

    def __init__(self, events: tuple[str, ...]) -> None:
        super().__init__("already saved")
        self.events = events


class NotWritten(Exception):
    """The disk or the database refused; nothing of the command was kept."""


class Pen:
    """Collects one command's events, chains and signs them, and brings the tables up to date."""

    def __init__(self, author: Author, wall_ms: int) -> None:
        self.author = author
        self.station = this_station()
        self.station_mark = ids.station_mark(self.station)
        last = _last(self.station)
        self._epoch, self._seq, self._hlc, self._head, witnessed, self._local = last
        self.now_ms = clock.moment_after(self._hlc, wall_ms)
        self._hlc = max(self._hlc, witnessed)
        self._written: list[Recorded] = []
        self._rows: list[tuple[object, ...]] = []

    @property
    def written(self) -> tuple[str, ...]:
        """The ids of the events appended so far."""
        return tuple(event.id for event in self._written)

    def new_id(self) -> str:
        """A fresh id."""
        return ids.new_id(self.now_ms, secrets.token_bytes(ids.RANDOM_BYTES))

    def append(self, body: Body, refs: tuple[str, ...] = ()) -> str:
        """Adds an event and answers its id. Its posting must be sound: rules come first."""
        event = self._add(body, refs, self.now_ms, self.author)
        # what nobody could read back would be lost when tables are made anew
        assert recorded(self._rows[-1][: len(_READ)]) is not None, (
            f"{body.kind} cannot be read back"
        )
        return event.id

    def append_at(self, body: Body, refs: tuple[str, ...], wall_ms: int, author: Author) -> str:
        """Adds an event as another moment's author: for loading an operation, never for a form."""
        return self._add(body, refs, wall_ms, author).id

    def _add(self, body: Body, refs: tuple[str, ...], wall_ms: int, author: Author) -> Recorded:
        wrong = ledger.faults(body.posting())
        assert not wrong, f"{body.kind}: {'; '.join(wrong)}"
        content = encode(body)
        assert len(content) <= BODY_BYTES_MAX, f"{body.kind}: {len(content)} bytes"
        self._seq += 1
        self._hlc = clock.tick(self._hlc, wall_ms)
        place = (self.station, self._epoch, self._seq)
        told = (author.actor, author.purpose, " ".join(refs))
        header = (*place, self._hlc, body.kind, body.version, *told)
        prev, self._head = self._head, chain.event_hash(header, content, self._head)
        self._local += 1
        self._rows.append((self._local, *header, content, prev, self._head))
        event = Recorded(self._local, place, self._hlc, told, body)
        self._written.append(event)
        return event

    def flush(self) -> list[Recorded]:
        """Writes what was appended since the last flush, signed; answers it for projection."""
        if not self._rows:
            return []
        written, self._written = self._written, []
        insert_events(self._rows)
        subjects.note(written)
        signature = chain.sign(station_key(), self._head)
        sql.run(_INSERT_COMMIT, (self.station, self._epoch, self._seq, signature))
        self._rows = []
        return written


@contextmanager
def writing(author: Author, operation: str = "") -> Iterator[Pen]:
    """The writer lock, one transaction and a pen; rows are up to date when the block has ended.

    Leaving the block without an append writes nothing. An exception writes nothing either.
    Raises AlreadyDone for an `operation` that was saved before, NotWritten when the disk is full.
    """
    try:
        with sql.database().wrap_database_errors, lock.only_writer(), OneTransaction():
            lock.lock_in_transaction()
            _refuse_twice(operation)
            pen = Pen(author, now_ms())
            yield pen
            done = pen.written
            project(pen.flush(), complete=False)
            _remember(operation, pen.now_ms, done)
    except OperationalError as error:
        raise NotWritten(str(error)) from error


def _last(station: str) -> tuple[int, int, int, bytes, int, int]:
    """Epoch, sequence number, clock reading and hash of a station's last event.

    Then the furthest clock reading of other stations, as far as it may pull ours, and the local
    number of the event stored last.
    """
    row = sql.one(_LAST, (station,))
    if row is not None:
        return int(row[0]), int(row[1]), int(row[2]), bytes(row[3]), int(row[4] or 0), int(row[5])
    witnessed = sql.one(_WITNESSED)
    return FIRST_EPOCH, 0, 0, chain.GENESIS, int(witnessed[0]) if witnessed else 0, last_local()


def insert_events(rows: Sequence[tuple[object, ...]]) -> None:
    """Adds rows of the event table: local number first, then the event as authored."""
    sql.run_many(_INSERT_EVENT, rows)


def last_local() -> int:
    """The local number of the event stored last."""
    row = sql.one("SELECT MAX(id) FROM journal_event")
    return int(row[0] or 0) if row else 0


def _refuse_twice(operation: str) -> None:
    if not operation:
        return
    row = sql.one("SELECT events FROM journal_operation WHERE operation = %s", (operation,))
    if row is not None:
        raise AlreadyDone(tuple(row[0].split()))


def _remember(operation: str, at_ms: int, events: tuple[str, ...]) -> None:
    if operation and events:
        sql.run(
            "INSERT INTO journal_operation (operation, done_at, events) VALUES (%s, %s, %s)",
            (operation, at_ms, " ".join(events)),
        )
