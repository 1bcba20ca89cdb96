"""One or two files of people as columns of numbers: what a join and NumPy can work on.

Every word of a name becomes the number of its usual skeleton: of the few skeletons that a word
may have, the one that most people of the files share, so that one word is one number.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec
import numpy as np

from serai.core.matching.eldest import ELDEST_MAX
from serai.core.matching.scoring import PLACE_MARK
from serai.core.matching.told import Told
from serai.core.names import kept
from serai.linkage.pool import WORKERS, Each, workers
from serai.linkage.reading import (
    ADDRESS_MARK,
    FACTS,
    UNGIVEN,
    WORDS,
    Numbers,
    Part,
    pieces_of,
    read,
)
from serai.nameindex.file import Packed, told_of
from serai.nameindex.households import Columns, eldest_sons

NONE = -1
RECORDS_MAX = 30_000_000
WORDS_A_WORKER = 5_000
ADDRESS_WIDTH = 8
Bits = np.ndarray[tuple[int], np.dtype[np.float32]]
_unpacked = msgspec.msgpack.Decoder(Packed).decode
__all__ = ["NONE", "WORDS", "Bits", "Numbers", "People", "read_people"]


class People(msgspec.Struct):
    """Everybody of the files, in their order; those of the right file come after the left."""

    ids: list[str]
    left: int  # how many belong to the left file; all of them when there is one file only
    words: Numbers  # (n, 4) numbers of skeletons, NONE where there is no word
    name: Numbers  # the kind of a plain one, 0 of any other
    spelt: Numbers  # (n, 4) numbers of its words as written, 0 where there is none
    called: Numbers  # (n, 4) of the sons' names after whom they are called, or may be
    eldest: Numbers  # the skeleton of the eldest son, by kunya or household
    sex: Numbers
    first_year: Numbers  # 0 where not known
    last_year: Numbers
    place: Numbers
    home: Numbers  # the household
    born_on: Numbers  # 19860430, or 0
    phone: Numbers  # its last digits, or 0
    address: Numbers  # (n, up to 8) numbers of words, NONE where there is none
    people_with: Counter[str]  # how many people have a skeleton or a place
    word_bits: Bits  # by skeleton number
    place_bits: Bits
    address_bits: Bits
    texts: list[str]  # behind the numbers of written words
    sons: dict[int, tuple[str, ...]]
    parts: list[Part]
    starts: list[int]  # the number of each part's first person

    def __len__(self) -> int:
        return len(self.ids)

    def share(self, sound: str) -> float:
        """Which share of everybody has this skeleton."""
        return max(1, self.people_with[sound]) / len(self.ids)

    def told(self, number: int) -> Told:
        """One person, ready for the full comparison."""
        at = bisect_right(self.starts, number) - 1
        part = self.parts[at]
        found = told_of(_unpacked(part.packed[number - self.starts[at]]), part.texts)
        sons = self.sons.get(number)
        return found._replace(sons=sons) if sons else found


def read_people(
    left: Path, right: Path | None = None, tell: Callable[[int, int], None] = lambda done, of: None
) -> People:
    """Reads the files and numbers what is in them.

    Raises ValueError with the file and the line where a line is no person.
    """
    first = pieces_of(left)
    pieces = [*first, *(pieces_of(right) if right is not None else [])]
    with _workers(len(pieces)) as each:
        parts, lines, mine, people = [], Counter[str](), 0, 0
        for piece, part in zip(pieces, each(read, pieces), strict=True):
            lines[piece.path] += part.lines
            if part.error:
                raise ValueError(f"{piece.path}, line {lines[piece.path]}: {part.error}")
            parts.append(part)
            people += len(part.ids)
            mine += len(part.ids) if len(parts) <= len(first) else 0
            if people > RECORDS_MAX:
                raise ValueError(f"At most {RECORDS_MAX:,} people at once; here are more.")
            tell(len(parts), len(pieces))
        return _Numbering(parts, mine).people(each)


@contextmanager
def _workers(work: int) -> Iterator[Each]:
    if work < WORKERS:
        yield map
        return
    with workers() as each:
        yield each


class _Numbering:
    """Puts the parts together: one number for each word, skeleton, place and household."""

    def __init__(self, parts: list[Part], mine: int) -> None:
        self.parts, self.mine = parts, mine
        numbers: dict[str, int] = {"": 0}
        self.maps = [
            np.fromiter((numbers.setdefault(text, len(numbers)) for text in part.texts), np.int32)
            for part in parts
        ]
        self.texts = list(numbers)
        self.borne = np.zeros(len(numbers), np.int64)
        for part, told in zip(parts, self.maps, strict=True):
            self.borne += np.bincount(told, part.borne, len(numbers)).astype(np.int64)
        self.facts = np.concatenate([part.facts for part in parts] or [_NO_FACTS])

    def people(self, each: Each) -> People:
        """The columns of everybody."""
        place = self._global("facts", 3)
        self.borne += np.bincount(place[place > 0], minlength=len(self.texts))
        counted, usual = self._sounds(each)
        words, name = self._global("words"), self.facts[:, 9].copy()
        ids = [one for part in self.parts for one in part.ids]
        home, own = self._homes(), self._global("facts", 5)
        eldest = usual[self._global("facts", 6)]
        sex, first, last, role = (self.facts[:, at].copy() for at in (0, 1, 2, 4))
        sons: dict[int, tuple[str, ...]] = {}
        called = np.zeros((len(ids), 1 + ELDEST_MAX), np.int32)
        called[:, 0] = self._global("facts", 6)
        for who, word in eldest_sons(Columns(*_listed(home + 1, sex, first, last, role, own))):
            sons[who] = (*sons.get(who, ()), self.texts[word])
            called[who, len(sons[who])] = word
            eldest[who] = usual[word] if eldest[who] == NONE else eldest[who]
        rarity = _bits(self.borne, len(ids))
        return People(
            ids, self.mine, usual[words], name, _spelt(words, name), called, eldest,
            sex, first, last,
            np.where(place > 0, place, NONE), home, self.facts[:, 7].copy(),
            self.facts[:, 8].copy(), self._addresses(), counted, self.sound_bits, rarity, rarity,
            self.texts, sons, self.parts,
            np.cumsum([0, *(len(part.ids) for part in self.parts)])[:-1].tolist(),
        )  # fmt: skip

    def _global(self, name: str, column: int | None = None) -> Numbers:
        """A column of words by the numbers of the whole."""
        found = []
        for part, told in zip(self.parts, self.maps, strict=True):
            values = getattr(part, name)
            found.append(told[values if column is None else values[:, column]])
        nothing = np.zeros((0, WORDS) if column is None else 0, np.int32)
        return np.concatenate([*found, nothing])

    def _addresses(self) -> Numbers:
        if not any(part.address.shape[1] for part in self.parts):
            return np.full((len(self.facts), 0), NONE, np.int32)
        rows = []
        for part, told in zip(self.parts, self.maps, strict=True):
            empty = np.zeros((len(part.ids), ADDRESS_WIDTH), np.int32)
            rows.append(told[part.address] if part.address.shape[1] else empty)
        found = np.concatenate(rows)
        return np.where(found > 0, found, NONE).astype(np.int32)

    def _homes(self) -> Numbers:
        """Households by number; those of another file are others, whatever they are called."""
        numbers: dict[tuple[bool, str], int] = {}
        people, found = 0, []
        for part in self.parts:
            left, people = people < self.mine, people + len(part.ids)
            found += [
                numbers.setdefault((left, one), len(numbers)) if one else NONE for one in part.homes
            ]
        return np.array(found, np.int32)

    def _sounds(self, each: Each) -> tuple[Counter[str], Numbers]:
        """How many people bear each skeleton, and the number of each word's usual one."""
        marks = (PLACE_MARK, ADDRESS_MARK)
        words = [text if text and text[0] not in marks else "" for text in self.texts]
        steps = range(0, len(words), WORDS_A_WORKER)
        heard = [
            one for some in each(_heard, [words[at : at + WORDS_A_WORKER] for at in steps])
            for one in some
        ]  # fmt: skip
        counted: Counter[str] = Counter()
        for text, sounds, people in zip(self.texts, heard, self.borne.tolist(), strict=True):
            for sound in sounds:
                counted[sound] += people
            if text.startswith(PLACE_MARK):
                counted[text] = people
        numbers: dict[str, int] = {}
        usual = np.full(len(words), NONE, np.int32)
        for at, sounds in enumerate(heard):
            if sounds:
                sound = max(sounds, key=lambda one: (counted[one], one))
                usual[at] = numbers.setdefault(sound, len(numbers))
        shared = np.array([counted[sound] for sound in numbers] or [1], np.int64)
        self.sound_bits = _bits(shared, len(self.facts))
        return counted, usual


_NO_FACTS = np.zeros((0, FACTS), np.int32)


def _spelt(words: Numbers, name: Numbers) -> Numbers:
    """The words of plain names one after another, also where no given one stands before them."""
    shifted = np.where((name == UNGIVEN)[:, None], np.roll(words, -1, axis=1), words)
    return np.where((name > 0)[:, None], shifted, 0).astype(np.int32)


def _listed(*columns: Numbers) -> Iterator[list[int]]:
    return (column.tolist() for column in columns)


def _heard(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [kept(word) if word else () for word in words]


def _bits(counts: np.ndarray[tuple[int], np.dtype[np.int64]], people: int) -> Bits:
    found: Bits = (-np.log2(np.maximum(counts, 1) / max(1, people))).astype(np.float32)
    return found
