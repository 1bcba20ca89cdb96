"""Proving the journal: every chain, every signature, every projected row; the first difference."""

from collections.abc import Iterator
from hashlib import blake2b
from itertools import islice
from typing import Any

import msgspec
from django.db import transaction

from serai.core.events.station import StationOpened
from serai.journal import chain, lock, rows, sql, subjects
from serai.journal.identity import station_key, this_station
from serai.journal.projecting import projected_models
from serai.journal.rebuild import Progress, all_events, rebuild_in_transaction
from serai.journal.recorded import COLUMNS, as_bytes, understood

DIFFERENCES_SHOWN_MAX = 20
_ROW_BYTES = 16
# a tampered SQLite file may hold a text where a number belongs
_TOLD = COLUMNS.replace(" seq,", " CAST(seq AS BIGINT),")
_FULL = f"SELECT {_TOLD}, prev, hash FROM journal_event ORDER BY station, epoch, seq"  # noqa: S608


class Verdict(msgspec.Struct, frozen=True):
    """What `verify` found: how much it read, and every difference as a sentence (none: sound)."""

    events: int
    commits: int
    tables: int
    differences: tuple[str, ...]


def verify(progress: Progress | None = None) -> Verdict:
    """Checks chains and signatures, then rebuilds every table and compares it row by row.

    Nothing is changed: the rebuild happens in a transaction that is taken back.
    """
    found: list[str] = []
    events, commits = _chains(found)
    if not found:
        found.extend(_tables(progress))
    return Verdict(events, commits, len(projected_models()), tuple(found[:DIFFERENCES_SHOWN_MAX]))


def _chains(found: list[str]) -> tuple[int, int]:
    heads, events = _walk(found)
    commits = 0
    keys = _public_keys()
    ends: dict[tuple[str, int], int] = {}
    for station, epoch, last_seq, signature in _commits():
        commits += 1
        ends[station, epoch] = max(ends.get((station, epoch), 0), last_seq)
        head = heads.get((station, epoch, last_seq))
        if head is None:
            found.append(f"commit {station}.{epoch}.{last_seq}: its last event is missing")
        elif station not in keys or not chain.signed_by(keys[station], head, signature):
            found.append(f"commit {station}.{epoch}.{last_seq}: the signature does not fit")
    found.extend(
        f"event {station}.{epoch}.{seq}: no signature covers it"
        for station, epoch, seq in heads
        if seq > ends.get((station, epoch), 0)
    )
    return events, commits


def _walk(found: list[str]) -> tuple[dict[tuple[str, int, int], bytes], int]:
    heads: dict[tuple[str, int, int], bytes] = {}
    run: tuple[str, int] | None = None
    last_seq, prev = 0, chain.GENESIS
    count = 0
    for row in sql.stream(_FULL):
        count += 1
        if run is None or run[0] != row[1]:
            last_seq, prev = 0, chain.GENESIS
        elif run[1] != row[2]:
            last_seq = 0  # a new epoch counts from one and goes on from the old head
        run = (row[1], row[2])
        found.extend(_broken(row, last_seq, prev))
        last_seq, prev = row[3], as_bytes(row[12])
        heads[row[1], row[2], row[3]] = prev
    return heads, count


def _broken(row: tuple[Any, ...], last_seq: int, prev: bytes) -> Iterator[str]:
    name = f"event {row[1]}.{row[2]}.{row[3]}"
    if row[3] != last_seq + 1:
        yield f"{name}: {row[3] - last_seq - 1} events are missing before it"
    before = as_bytes(row[11])
    if before != prev:
        yield f"{name}: does not follow the event before it"
    if chain.event_hash(tuple(row[1:10]), as_bytes(row[10]), before) != as_bytes(row[12]):
        yield f"{name}: its content was changed after it was written"


def _commits() -> Iterator[tuple[str, int, int, bytes]]:
    found = sql.every("SELECT station, epoch, last_seq, signature FROM journal_commit")
    for station, epoch, last_seq, signature in found:
        yield station, epoch, last_seq, bytes(signature)


def _public_keys() -> dict[str, bytes]:
    keys = {this_station(): bytes(station_key().verify_key)}
    opened = sql.every(f"SELECT {COLUMNS} FROM journal_event WHERE kind = 'station_opened'")  # noqa: S608
    for event in understood(opened):
        if isinstance(event.body, StationOpened):
            public_key = _unhex(event.body.public_key)
            if chain.station_id(public_key) == event.body.station:
                keys[event.body.station] = public_key
    return keys


def _unhex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""


def _tables(progress: Progress | None) -> list[str]:
    with lock.only_writer(), transaction.atomic():
        lock.lock_in_transaction()
        found = list(islice(subjects.differences(all_events()), DIFFERENCES_SHOWN_MAX))
        before = {model: _fingerprints(model) for model in projected_models()}
        rebuild_in_transaction(progress)
        found += [
            difference
            for model in projected_models()
            for difference in _compare(model._meta.db_table, before[model], _fingerprints(model))
        ]
        transaction.set_rollback(True)
    return found


def _fingerprints(model: Any) -> dict[Any, bytes]:
    return {
        row[0]: blake2b(repr(row).encode(), digest_size=_ROW_BYTES).digest()
        for row in rows.everything(model)
    }


def _compare(table: str, held: dict[Any, bytes], right: dict[Any, bytes]) -> Iterator[str]:
    for key in sorted(held.keys() - right.keys()):
        yield f"{table} {key}: no event says so"
    for key in sorted(right.keys() - held.keys()):
        yield f"{table} {key}: the row is missing"
    for key in sorted(key for key in held.keys() & right.keys() if held[key] != right[key]):
        yield f"{table} {key}: differs from what the events say"


def digests() -> dict[str, str]:
    """One digest a projected table: equal at two stations exactly when their rows are equal."""
    found = {}
    for model in projected_models():
        total = blake2b(digest_size=_ROW_BYTES)
        for key, mark in sorted(_fingerprints(model).items()):
            total.update(repr(key).encode() + mark)
        found[model._meta.db_table] = total.hexdigest()
    return found
