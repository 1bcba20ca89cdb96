"""An index of names in one SQLite file: what it answers, and how one more person comes in."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from serai.core.matching import keys, rules
from serai.core.matching.scoring import PLACE_MARK
from serai.core.matching.summed import Rows
from serai.core.matching.told import Chain, Told

VERSION = 5
CACHE_KIB = 32_768
MAPPED_BYTES = 2_000_000_000  # of the file are read without being copied; the system lets go of it
WORDS_CACHED_MAX = 300_000
PAGES_ASIDE = 4_000  # written by additions before they are put in their place
ROWS_A_BLOCK = 500  # of eight bytes: one page of the file
SCHEMA = """
CREATE TABLE block (first INTEGER PRIMARY KEY, rows BLOB NOT NULL);
CREATE TABLE starts (rows BLOB NOT NULL);
CREATE TABLE added (row INTEGER PRIMARY KEY);
CREATE TABLE sound (sound TEXT PRIMARY KEY, people INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE word (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE person (number INTEGER PRIMARY KEY, id TEXT NOT NULL, told BLOB NOT NULL);
CREATE TABLE fact (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
"""
TOGETHER = 500  # asked for with one statement
_BEGINNING = (
    "SELECT sound, people FROM sound WHERE sound >= ? AND sound < ? ORDER BY people DESC LIMIT ?"
)
_ADDED = "SELECT row FROM added WHERE row BETWEEN ? AND ? LIMIT ?"
_ROW = np.dtype("<i8")


class Packed(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A person as kept in the file: words by number."""

    sex: int
    first: int
    last: int
    place: int
    chains: tuple[tuple[int, ...], ...]  # each begins with 1 if its first word is the given name
    kunyas: tuple[int, ...] = ()  # sex, word, sex, word …
    sons: tuple[int, ...] = ()
    mother: tuple[int, ...] = ()


_NO_ROWS = np.empty(0, np.int64)
_encode = msgspec.msgpack.encode
_decoder = msgspec.msgpack.Decoder(Packed)


class NotAnIndex(Exception):
    """The file is something else."""


class Outdated(NotAnIndex):
    """The file is an index whose names were heard by other rules."""


class IndexFile:
    """An open index; answers what `serai.core.matching.search` asks."""

    def __init__(self, path: Path, *, writing: bool = False) -> None:
        mode = "rw" if writing else "ro"
        self.connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None
        )
        self._texts: dict[int, str] = {}
        self._writing = writing
        try:
            self.connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            if writing:  # the index can be built again: no waiting for the disk at each person
                self.connection.execute("PRAGMA journal_mode = WAL")
                self.connection.execute("PRAGMA synchronous = NORMAL")
                self.connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES_ASIDE}")
            else:
                self.connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")
            facts = dict(self.connection.execute("SELECT name, value FROM fact"))
        except sqlite3.DatabaseError as error:
            raise NotAnIndex(str(path)) from error
        if (facts.get("version"), facts.get("rules")) != (VERSION, rules.mark()):
            raise Outdated(str(path)) if "version" in facts else NotAnIndex(str(path))
        self._people = int(facts["people"])
        self._numbers = int(facts["numbers"])
        self._starts: Rows | None = None  # the first row of every block

    def close(self) -> None:
        """Closes it; what was added stands in the one file again."""
        if self._writing:
            with suppress(sqlite3.OperationalError):  # somebody reads: the next to close does it
                self.connection.execute("PRAGMA journal_mode = DELETE")
        self.connection.close()

    def people(self) -> int:
        """How many people are in the index."""
        return self._people

    def sounds(self, asked: Sequence[str], starts: Sequence[str], most: int) -> Mapping[str, int]:
        """How many people bear a word of each skeleton; with them the commonest beginnings."""
        found: dict[str, int] = {}
        found.update(self._some("SELECT sound, people FROM sound WHERE sound", asked))
        for begin in starts:
            found.update(self.connection.execute(_BEGINNING, (begin, begin + "~", most)))
        return found

    def share(self, sound: str) -> float:
        """Which share of the people bears a word of this skeleton."""
        people = self.sounds([sound], (), 0).get(sound, 0)
        return max(1, people) / max(2, self._people)

    def rows(self, ranges: Sequence[tuple[int, int, int]]) -> list[Rows]:
        """The rows between two integers, both counted, up to a number."""
        found = self._as_built(ranges)
        run = self.connection.execute
        if not run("SELECT 1 FROM added LIMIT 1").fetchone():
            return found
        added = ([row for (row,) in run(_ADDED, one).fetchall()] for one in ranges)
        return [
            np.concatenate((built, np.array(fresh, np.int64)))
            for built, fresh in zip(found, added, strict=True)
        ]

    def _as_built(self, ranges: Sequence[tuple[int, int, int]]) -> list[Rows]:
        """The rows of ranges that stood in the file when it was built."""
        if self._starts is None:
            (held,) = self.connection.execute("SELECT rows FROM starts").fetchone()
            self._starts = np.frombuffer(held, _ROW)
        wanted = np.array(ranges, np.int64).reshape(-1, 3)
        first = np.maximum(0, self._starts.searchsorted(wanted[:, 0], "right") - 1)
        last = self._starts.searchsorted(wanted[:, 1], "right")
        last = np.minimum(last, first + wanted[:, 2] // ROWS_A_BLOCK + 2)  # a block at either end
        told = [self._starts[one:end].tolist() for one, end in zip(first, last, strict=True)]
        blocks = self._blocks({start for some in told for start in some})
        return [
            _within([blocks[start] for start in some], *one)
            for some, one in zip(told, ranges, strict=True)
        ]

    def _blocks(self, starts: Iterable[int]) -> dict[int, Rows]:
        rows = self._some("SELECT first, rows FROM block WHERE first", sorted(starts))
        return {first: np.frombuffer(block, _ROW) for first, block in rows}

    def _some(self, select: str, values: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
        """The answers to a statement that ends before IN, some hundred values at once."""
        for start in range(0, len(values), TOGETHER):
            some = values[start : start + TOGETHER]
            yield from self.connection.execute(f"{select} IN ({','.join('?' * len(some))})", some)

    def told(self, numbers: Sequence[int]) -> Mapping[int, Told]:
        """The people of these numbers."""
        rows = self._some("SELECT number, told FROM person WHERE number", numbers)
        packed = [(number, _decoder.decode(told)) for number, told in rows]
        self._know({word for _, one in packed for word in _words(one)})
        return {number: told_of(one, self._texts) for number, one in packed}

    def ids(self, numbers: Sequence[int]) -> dict[int, str]:
        """The ids of people by their numbers."""
        return dict(self._some("SELECT number, id FROM person WHERE number", numbers))

    def add(self, identity: str, person: Told) -> int:
        """Adds one person, who can be found at once; answers their number."""
        run = self.connection.execute
        run("BEGIN IMMEDIATE")
        number = self._numbers + 1
        told = _encode(packed_told(person, self._number_of))
        run("INSERT INTO person VALUES (?, ?, ?)", (number, identity, told))
        self.connection.executemany(
            "INSERT OR IGNORE INTO added VALUES (?)",
            ((row,) for row in keys.rows_of(person, number)),
        )
        sounds = [*keys.sounds_of(person), *([PLACE_MARK + person.place] if person.place else [])]
        self.connection.executemany(
            "INSERT INTO sound VALUES (?, 1) ON CONFLICT (sound) DO UPDATE SET people = people + 1",
            ((sound,) for sound in sounds),
        )
        run("UPDATE fact SET value = value + 1 WHERE name IN ('people', 'numbers')")
        run("COMMIT")
        self._numbers, self._people = number, self._people + 1
        return number

    def _number_of(self, text: str) -> int:
        run = self.connection.execute
        row = run("SELECT number FROM word WHERE text = ?", (text,)).fetchone()
        if row is None:
            row = (run("INSERT INTO word (text) VALUES (?)", (text,)).lastrowid,)
        return int(row[0] or 0)

    def _know(self, numbers: Iterable[int]) -> None:
        if len(self._texts) > WORDS_CACHED_MAX:
            self._texts.clear()
        new = [one for one in numbers if one not in self._texts]
        self._texts.update(self._some("SELECT number, text FROM word WHERE number", new))


def _within(blocks: Sequence[Rows], low: int, high: int, most: int) -> Rows:
    """The rows of blocks in order between two, both counted, at most so many."""
    if not blocks:
        return _NO_ROWS
    rows = blocks[0] if len(blocks) == 1 else np.concatenate(blocks)
    return rows[rows.searchsorted(low) : rows.searchsorted(high, "right")][:most]


def packed_told(person: Told, number_of: Callable[[str], int]) -> Packed:
    """A person with every word as its number."""
    return Packed(
        person.sex, *(person.born or (0, 0)),
        number_of(PLACE_MARK + person.place) if person.place else 0,
        tuple((int(chain.given), *map(number_of, chain.words)) for chain in person.chains),
        tuple(part for sex, word in person.kunyas for part in (sex, number_of(word))),
        tuple(map(number_of, person.sons)), tuple(map(number_of, person.mother)),
    )  # fmt: skip


def told_of(one: Packed, text: Mapping[int, str] | Sequence[str]) -> Told:
    """The person that was packed, by the words behind the numbers."""
    chains = tuple(
        Chain(tuple([text[word] for word in chain[1:]]), chain[0] == 1) for chain in one.chains
    )
    kunyas = tuple(
        (sex, text[word]) for sex, word in zip(one.kunyas[::2], one.kunyas[1::2], strict=True)
    )
    return Told(
        chains, kunyas, tuple(text[word] for word in one.sons), one.sex,
        (one.first, one.last) if one.first else None, text[one.place][1:] if one.place else "",
        tuple(text[word] for word in one.mother),
    )  # fmt: skip


def _words(one: Packed) -> Iterable[int]:
    for chain in one.chains:
        yield from chain[1:]
    yield from one.kunyas[1::2]
    yield from one.sons
    yield from one.mother
    if one.place:
        yield one.place
