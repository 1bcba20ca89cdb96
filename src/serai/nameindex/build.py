"""Building the index of a whole file of people at once: words read once, keys made in columns."""

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np

from serai.core.matching.columns import KeyColumns
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
from serai.nameindex.households import eldest_sons
from serai.nameindex.spelling import Spelling

PAGE_BYTES = 4_096  # a person who is added touches twenty pages: small ones are written sooner
ROWS_A_STEP = 500_000
PARENTS = frozenset(("father", "mother", "head", "spouse", "parent"))
CHILD = 2

_encode = msgspec.msgpack.encode
_decode = msgspec.msgpack.Decoder(Packed).decode


class Build:
    """Takes people one by one; `write` makes the file."""

    def __init__(self) -> None:
        self.words = Spelling()
        self.ids: list[str] = []
        self.packed: list[bytes] = []
        self.keys = KeyColumns()
        self.role, self.home, self.own = array("b"), array("I"), array("I")
        self.homes: dict[str, int] = {}
        self.kunya_words = array("I")  # that were told

    def __len__(self) -> int:
        return len(self.ids)

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
            self.keys.call(len(self.ids), sex, self.words.number(word))
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
        self.ids.append(record.id)
        self.packed.append(_encode((sex, *born, place, chains, list(kunyas), [], list(mother))))
        self.keys.take(sex, (born[0] + born[1]) // 2, place, chains)
        self.role.append(1 if record.role in PARENTS else CHILD if record.role == "child" else 0)
        self.own.append(chains[0][1] if chains and chains[0][0] else 0)
        self.home.append(self.homes.setdefault(record.household, len(self.homes) + 1)
                         if record.household else 0)  # fmt: skip
        return bool(chains) or bool(kunyas)

    def write(self, path: Path, tell: Callable[[int], None] = lambda done: None) -> list[str]:
        """Writes the index; `tell` hears how many people are in. Answers ids that stand twice."""
        self._sons()
        path.unlink(missing_ok=True)
        database = sqlite3.connect(path, isolation_level=None)
        for pragma in (f"page_size = {PAGE_BYTES}", "journal_mode = OFF", "synchronous = OFF",
                       "locking_mode = EXCLUSIVE"):  # fmt: skip
            database.execute(f"PRAGMA {pragma}")
        database.executescript(SCHEMA)
        database.execute("BEGIN")
        database.executemany(
            "INSERT INTO person VALUES (?, ?, ?)",
            zip(range(1, len(self.ids) + 1), self.ids, self.packed, strict=True),
        )
        database.executemany("INSERT INTO word VALUES (?, ?)", self.words.rows())
        database.executemany("INSERT INTO sound VALUES (?, ?)", self._sounds())
        facts = [("version", VERSION), ("people", len(self.ids)), ("numbers", len(self.ids))]
        database.executemany("INSERT INTO fact VALUES (?, ?)", facts)
        numbers = np.arange(1, len(self.ids) + 1, dtype=np.uint64)
        rows = self.keys.rows(*self.words.codes(), numbers)
        for start in range(0, len(rows), ROWS_A_STEP):
            some = rows[start : start + ROWS_A_STEP]
            database.executemany("INSERT INTO block VALUES (?, ?)", _blocks(some))
            tell(int(len(self.ids) * min(1.0, (start + len(some)) / len(rows))))
        database.execute("COMMIT")
        database.close()
        return self._twice()

    def _twice(self) -> list[str]:
        marks = np.fromiter(map(hash, self.ids), np.int64, len(self.ids))
        values, counts = np.unique(marks, return_counts=True)
        often = set(values[counts > 1].tolist())
        if not often:
            return []
        counted = Counter(identity for identity in self.ids if hash(identity) in often)
        return sorted(identity for identity, count in counted.items() if count > 1)

    def _sons(self) -> None:
        """Gives the parents of a household the name of their eldest son: what a kunya takes."""
        for index, son in eldest_sons(
            self.home, self.keys.sex, self.keys.year, self.role, self.own
        ):
            one = _decode(self.packed[index])
            self.packed[index] = _encode(msgspec.structs.replace(one, sons=(*one.sons, son)))
            self.keys.call(index, one.sex, son)

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


def _blocks(rows: Rows) -> Iterator[tuple[int, bytes]]:
    """Rows in order as they stand in the file."""
    for start in range(0, len(rows), ROWS_A_BLOCK):
        some = rows[start : start + ROWS_A_BLOCK]
        yield int(some[0]), some.tobytes()
