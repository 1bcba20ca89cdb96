"""Building the index of a whole file of people at once: words read once, keys made in columns.

Of everybody only bytes and numbers are held, about a hundred bytes each, so that ten million people
fit a small machine.
"""

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import msgspec
import numpy as np

from serai.core.matching import rules
from serai.core.matching.columns import KeyColumns, Numbers
from serai.core.matching.scoring import PLACE_MARK
from serai.core.matching.summed import Rows
from serai.core.matching.told import (
    SEXES,
    Record,
    place_key,
    told,
    years,
)
from serai.core.names import kept
from serai.nameindex.file import ROWS_A_BLOCK, SCHEMA, VERSION, Packed, packed_told
from serai.nameindex.households import Columns, eldest_sons
from serai.nameindex.spelling import Spelling

PAGE_BYTES = 4_096  # a person who is added touches twenty pages: small ones are written sooner
ROWS_A_STEP = 500_000
PEOPLE_A_PIECE = 20_000  # whose ids and names are held as one text of bytes
HOME_MASK = (1 << 62) - 1
PARENTS = frozenset(("father", "mother", "head", "spouse", "parent"))
CHILD = 2

_encode = msgspec.msgpack.encode
_decode = msgspec.msgpack.Decoder(Packed).decode
_piece = msgspec.msgpack.Decoder(list[tuple[str, bytes]]).decode


class Build:
    """Takes people one by one; `write` makes the file."""

    def __init__(self) -> None:
        self.words = Spelling()
        self.keys = KeyColumns()
        self.role, self.home, self.own = array("b"), array("q"), array("I")
        self.first, self.last = array("h"), array("h")  # year of birth
        self.kunya_words = array("I")  # that were told
        self._marks = array("q")  # of the ids
        self._pieces: list[bytes] = []
        self._fresh: list[tuple[str, bytes]] = []
        self._sons_of: Numbers = np.zeros((0, 2), np.uint32)  # parent and word, parents in order

    def __len__(self) -> int:
        return len(self._marks)

    def take(self, record: Record) -> bool:
        """Takes a person; answers whether a name could be read."""
        spelling = record.names
        if len(spelling) == 1 and not record.mother:
            plain = self.words.plain(spelling[0])
            if plain:
                return self._take(record, ((1, *plain),))
        person = told(record)
        packed = packed_told(person, self.words.number)
        for sex, word in person.kunyas:
            self.keys.call(len(self), sex, self.words.number(word))
            self.kunya_words.append(self.words.number(word))
        return self._take(record, packed.chains, packed.kunyas, packed.mother, person.sex)

    def _take(
        self, record: Record, chains: Sequence[Sequence[int]], kunyas: Iterable[int] = (),
        mother: Iterable[int] = (), sex: int = -1,
    ) -> bool:  # fmt: skip
        if sex < 0:
            sex = SEXES.get((record.sex or "").lower(), 0)
        born = years(record.birth_year_from, record.birth_year_to) or (0, 0)
        place = self.words.number(PLACE_MARK + place_key(record.place)) if record.place else 0
        self._marks.append(hash(record.id))
        packed = _encode((sex, *born, place, chains, list(kunyas), [], list(mother)))
        self._fresh.append((record.id, packed))
        if len(self._fresh) == PEOPLE_A_PIECE:
            self._pieces.append(_encode(self._fresh))
            self._fresh = []
        self.keys.take(sex, (born[0] + born[1]) // 2, place, chains)
        self.role.append(1 if record.role in PARENTS else CHILD if record.role == "child" else 0)
        self.first.append(born[0])
        self.last.append(born[1])
        self.own.append(chains[0][1] if chains and chains[0][0] else 0)
        self.home.append(hash(record.household) & HOME_MASK | 1 if record.household else 0)
        return bool(chains) or bool(kunyas)

    def write(self, path: Path, tell: Callable[[int], None] = lambda done: None) -> list[str]:
        """Writes the index; `tell` hears how many people are in. Answers ids that stand twice.

        The file is there whole or not, and one that stood there before stays until then.
        """
        self._sons()
        half = path.with_name(path.name + ".half")
        half.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(half, isolation_level=None)) as database:
                self._fill(database, tell)
            half.replace(path)
        finally:
            half.unlink(missing_ok=True)
        return self._twice()

    def _fill(self, database: sqlite3.Connection, tell: Callable[[int], None]) -> None:
        for pragma in (f"page_size = {PAGE_BYTES}", "journal_mode = OFF", "synchronous = OFF",
                       "locking_mode = EXCLUSIVE"):  # fmt: skip
            database.execute(f"PRAGMA {pragma}")
        database.executescript(SCHEMA)
        database.execute("BEGIN")
        database.executemany("INSERT INTO person VALUES (?, ?, ?)", self._people())
        database.executemany("INSERT INTO word VALUES (?, ?)", self.words.rows())
        database.executemany("INSERT INTO sound VALUES (?, ?)", self._sounds())
        facts = [("version", VERSION), ("rules", rules.mark())]
        facts += [("people", len(self)), ("numbers", len(self))]
        database.executemany("INSERT INTO fact VALUES (?, ?)", facts)
        rows = self.keys.rows(*self.words.codes(), np.arange(1, len(self) + 1, dtype=np.uint64))
        for start in range(0, len(rows), ROWS_A_STEP):
            some = rows[start : start + ROWS_A_STEP]
            database.executemany("INSERT INTO block VALUES (?, ?)", _blocks(some))
            tell(len(self) * (start + len(some)) // len(rows))
        database.execute("INSERT INTO starts VALUES (?)", (rows[::ROWS_A_BLOCK].tobytes(),))
        database.execute("COMMIT")

    def _held(self) -> Iterator[list[tuple[str, bytes]]]:
        """Everybody's id and names, some thousands at once."""
        yield from map(_piece, self._pieces)
        yield self._fresh

    def _people(self) -> Iterator[tuple[int, str, bytes]]:
        """The rows of the people, with the sons that households told."""
        number = 0
        for piece in self._held():
            first, last = np.searchsorted(self._sons_of[:, 0], (number, number + len(piece)))
            sons: dict[int, list[int]] = defaultdict(list)
            for parent, son in self._sons_of[first:last].tolist():
                sons[parent].append(son)
            for identity, packed in piece:
                told = sons.get(number)
                number += 1
                yield number, identity, _with_sons(packed, told) if told else packed

    def _twice(self) -> list[str]:
        marks = np.sort(np.frombuffer(self._marks, np.int64))
        often = set(marks[1:][marks[1:] == marks[:-1]].tolist())
        if not often:
            return []
        ids = (identity for piece in self._held() for identity, _ in piece)
        counted = Counter(identity for identity in ids if hash(identity) in often)
        return sorted(identity for identity, count in counted.items() if count > 1)

    def _sons(self) -> None:
        """Gives the parents of a household the name of their eldest son: what a kunya takes."""
        found = array("I")
        people = Columns(self.home, self.keys.sex, self.first, self.last, self.role, self.own)
        for index, son in eldest_sons(people):
            self.keys.call(index, self.keys.sex[index], son)
            found.extend((index, son))
        told = np.frombuffer(found, np.uint32).reshape(-1, 2)
        self._sons_of = told[np.argsort(told[:, 0], kind="stable")]

    def _sounds(self) -> list[tuple[str, int]]:
        counted: dict[str, int] = defaultdict(int)
        borne = self.keys.borne(len(self.words))
        for word in np.flatnonzero(borne).tolist():
            for sound in kept(self.words.text(word)):
                counted[sound] += int(borne[word])
        for place, count in enumerate(np.bincount(np.frombuffer(self.keys.place, np.uint32))):
            if place and count:
                counted[self.words.text(place)] += int(count)
        for word in self.kunya_words:
            for sound in kept(self.words.text(word)):
                counted[sound] += 1
        return sorted(counted.items())


def _with_sons(packed: bytes, sons: Sequence[int]) -> bytes:
    one = _decode(packed)
    return _encode(msgspec.structs.replace(one, sons=(*one.sons, *sons)))


def _blocks(rows: Rows) -> Iterator[tuple[int, bytes]]:
    """Rows in order as they stand in the file."""
    for start in range(0, len(rows), ROWS_A_BLOCK):
        some = rows[start : start + ROWS_A_BLOCK]
        yield int(some[0]), some.tobytes()
