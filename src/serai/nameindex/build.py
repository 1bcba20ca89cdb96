"""Building the index of a whole file of people at once: words read once, keys made in columns."""

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from serai.core.matching import keys
from serai.core.matching.scoring import PLACE_MARK
from serai.core.matching.told import (
    SEXES,
    Record,
    place_key,
    told,
    years,
)
from serai.core.names import kept
from serai.nameindex.file import SCHEMA, VERSION, Packed, packed_told
from serai.nameindex.households import eldest_sons
from serai.nameindex.spelling import Spelling

Columns = npt.NDArray[np.uint64]
PAGE_BYTES = 8_192
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
        self.sex, self.year, self.role = array("b"), array("h"), array("b")
        self.place, self.home, self.own = array("I"), array("I"), array("I")
        self.homes: dict[str, int] = {}
        self.chains: dict[tuple[int, bool], array[int]] = defaultdict(lambda: array("I"))
        self.kunya_of, self.kunya_sex, self.kunya_word = array("I"), array("b"), array("I")
        self.told_kunyas = 0

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
            self._called(len(self.ids), sex, self.words.number(word))
        return self._take(record, packed.chains, packed.kunyas, packed.mother, person.sex)

    def _take(
        self, record: Record, chains: Sequence[Sequence[int]], kunyas: Iterable[int] = (),
        mother: Iterable[int] = (), sex: int = -1,
    ) -> bool:  # fmt: skip
        index = len(self.ids)
        if sex < 0:
            sex = SEXES.get((record.sex or "").lower(), 0)
        born = years(record.birth_year_from, record.birth_year_to) or (0, 0)
        place = self.words.number(PLACE_MARK + place_key(record.place)) if record.place else 0
        self.ids.append(record.id)
        self.packed.append(_encode((sex, *born, place, chains, list(kunyas), [], list(mother))))
        self.sex.append(sex)
        self.year.append((born[0] + born[1]) // 2)
        self.place.append(place)
        self.role.append(1 if record.role in PARENTS else CHILD if record.role == "child" else 0)
        self.own.append(chains[0][1] if chains and chains[0][0] else 0)
        self.home.append(self.homes.setdefault(record.household, len(self.homes) + 1)
                         if record.household else 0)  # fmt: skip
        for chain in chains:
            length = min(len(chain) - 1, keys.WORDS_MAX)
            kept = self.chains[length, chain[0] == 1]
            kept.append(index + 1)
            kept.extend(chain[1 : length + 1])
        return bool(chains) or bool(kunyas)

    def write(self, path: Path, tell: Callable[[int], None] = lambda done: None) -> list[str]:
        """Writes the index; `tell` hears how many people are in. Answers ids that stand twice."""
        self.told_kunyas = len(self.kunya_word)
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
        rows = self._rows()
        for start in range(0, len(rows), ROWS_A_STEP):
            some = rows[start : start + ROWS_A_STEP].tolist()
            database.executemany("INSERT INTO posting VALUES (?)", zip(some, strict=True))
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
        for index, son in eldest_sons(self.home, self.sex, self.year, self.role, self.own):
            one = _decode(self.packed[index])
            self.packed[index] = _encode(msgspec.structs.replace(one, sons=(*one.sons, son)))
            self._called(index, one.sex, son)

    def _called(self, index: int, sex: int, word: int) -> None:
        self.kunya_of.append(index)
        self.kunya_sex.append(sex)
        self.kunya_word.append(word)

    def _sounds(self) -> list[tuple[str, int]]:
        counted: dict[str, int] = defaultdict(int)
        borne = np.zeros(len(self.words), np.int64)
        for (length, _), flat in self.chains.items():
            table = np.frombuffer(flat, np.uint32).reshape(-1, length + 1)[:, 1:]
            borne += np.bincount(table.ravel(), minlength=len(borne))
        for word in np.flatnonzero(borne).tolist():
            for sound in kept(self.words.text(word)):
                counted[sound] += int(borne[word])
        for place, count in enumerate(np.bincount(np.frombuffer(self.place, np.uint32))):
            if place and count:
                counted[self.words.text(place)] += int(count)
        for word in self.kunya_word[: self.told_kunyas]:
            for sound in kept(self.words.text(word)):
                counted[sound] += 1
        return sorted(counted.items())

    def _rows(self) -> npt.NDArray[np.int64]:
        """Every row of the index in order."""
        first, second = self.words.codes()
        sex = np.frombuffer(self.sex, np.int8).astype(np.uint64)
        year = np.frombuffer(self.year, np.int16).astype(np.int64)
        year = np.where(year == 0, 0, np.clip(year - keys.YEAR_BASE, 1, keys.YEAR_MAX))
        tail = (sex << np.uint64(keys.SEX_SHIFT)) | (
            year.astype(np.uint64) << np.uint64(keys.YEAR_SHIFT)
        ) | np.arange(1, len(self.ids) + 1, dtype=np.uint64)  # fmt: skip
        places = np.frombuffer(self.place, np.uint32)
        found = []
        for (length, given), flat in self.chains.items():
            table = np.frombuffer(flat, np.uint32).reshape(-1, length + 1)
            people = table[:, 0] - 1
            both = [(first[table[:, 1 + at]], second[table[:, 1 + at]]) for at in range(length)]
            found += [
                (hashed << np.uint64(keys.HASH_SHIFT)) | tail[people[which]]
                for hashed, which in _pair_keys(both, given, first[places[people]])
            ]
        found += list(self._kunya_rows(first, second, tail, places))
        rows = np.concatenate(found).view(np.int64)
        rows.sort()
        return rows[np.concatenate(([True], rows[1:] != rows[:-1]))]

    def _kunya_rows(
        self, first: Columns, second: Columns, tail: Columns, places: npt.NDArray[np.uint32]
    ) -> Iterator[Columns]:
        """Rows of parents by the name of their eldest son: alone, with the town, with a word."""
        people = np.frombuffer(self.kunya_of, np.uint32)
        parent = np.frombuffer(self.kunya_sex, np.int8).astype(np.uint64)
        eldest = np.frombuffer(self.kunya_word, np.uint32)
        beside = np.zeros((len(self.ids) + 1, keys.WORDS_MAX), np.uint32)
        for (length, _), flat in self.chains.items():
            table = np.frombuffer(flat, np.uint32).reshape(-1, length + 1)
            beside[table[:, 0], :length] = table[:, 1:]
        for son in (first[eldest], second[eldest]):
            called = son + parent
            asked = [
                (keys.KUNYA, son, parent),
                (keys.KUNYA_AT_PLACE, called, first[places[people]]),
            ]
            for column in range(keys.WORDS_MAX):
                word = beside[people + 1, column]
                asked += [(keys.KUNYA_WITH, called, codes[word]) for codes in (first, second)]
            for kind, one, other in asked:
                which = (son != 0) & ((other != 0) | (kind == keys.KUNYA))
                hashes = hashed(kind, one[which], other[which])
                yield (hashes << np.uint64(keys.HASH_SHIFT)) | tail[people[which]]


def _pair_keys(
    both: list[tuple[Columns, Columns]], given: bool, place: Columns
) -> Iterator[tuple[Columns, npt.NDArray[np.bool_]]]:
    """The hashes of all keys of chains of one length, each with the rows it stands for."""
    if len(both) == 1:
        for one in both[0]:
            yield _kept(keys.SINGLE, one, None)
    for i, mine in enumerate(both):
        kind = keys.GIVEN if given and not i else keys.OTHER
        for theirs in both[i + 1 :]:
            yield from (_kept(kind, one, other) for one, other in product(mine, theirs))
    for one in (*both[0], *(both[-1] if len(both) >= keys.FAMILY_FROM else ())):
        yield _kept(keys.AT_PLACE, one, place)
    if given:
        yield from _of_three([usual for usual, _ in both])


def _of_three(words: list[Columns]) -> Iterator[tuple[Columns, npt.NDArray[np.bool_]]]:
    """The given name with two of the words after it, or a whole name of two."""
    if len(words) == 2:
        yield _kept(keys.WHOLE, *words)
    for second, third in combinations(words[1 : keys.TRIPLE_WORDS_MAX], 2):
        pair = second * np.uint64(7) + third * np.uint64(11)
        yield _kept(keys.TRIPLE, words[0], pair)


def _kept(kind: int, one: Columns, other: Columns | None) -> tuple[Columns, npt.NDArray[np.bool_]]:
    which = (one != 0) if other is None else (one != 0) & (other != 0)
    zero = np.zeros(1, np.uint64)
    return hashed(kind, one[which], zero if other is None else other[which]), which


def hashed(kind: int, first: Columns, second: Columns) -> Columns:
    """`keys.hashed` for columns."""
    if kind == keys.OTHER:
        mixed = (first + second) ^ (first * second)
    else:
        mixed = (first * np.uint64(3) + second * np.uint64(5)) ^ (first >> np.uint64(7))
    mixed = mixed + np.uint64(kind * keys.STIR & keys.WORD64)
    mixed = (mixed ^ (mixed >> np.uint64(32))) * np.uint64(keys.MIX)
    shifted: Columns = mixed >> np.uint64(64 - keys.HASH_BITS)
    return shifted
