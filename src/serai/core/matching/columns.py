"""Keys of many people at once, in columns: what `keys` makes of one, made of a million.

Words go by number. For every number there are the codes of its two skeletons, 0 where it has one.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

import numpy as np
import numpy.typing as npt

from serai.core.matching import keys

Codes = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.uint32]
Found = tuple[Codes, npt.NDArray[np.bool_]]  # hashes, and which of those asked about have one
_HASH_SHIFT, _SEX_SHIFT = np.uint64(keys.HASH_SHIFT), np.uint64(keys.SEX_SHIFT)
_YEAR_SHIFT = np.uint64(keys.YEAR_SHIFT)


class KeyColumns:
    """Takes people one by one; `rows` answers the rows of an index that find them."""

    def __init__(self) -> None:
        self.sex, self.year, self.place = array("b"), array("h"), array("I")
        self._chains: dict[tuple[int, bool], array[int]] = defaultdict(lambda: array("I"))
        self._called, self._parent, self._eldest = array("I"), array("b"), array("I")

    def __len__(self) -> int:
        return len(self.sex)

    def take(self, sex: int, year: int, place: int, chains: Iterable[Sequence[int]]) -> None:
        """A person; a chain begins with 1 if its first word is the given name."""
        person = len(self.sex)
        self.sex.append(sex)
        self.year.append(year)
        self.place.append(place)
        for chain in chains:
            length = min(len(chain) - 1, keys.WORDS_MAX)
            kept = self._chains[length, chain[0] == 1]
            kept.append(person)
            kept.extend(chain[1 : length + 1])

    def call(self, person: int, parent: int, eldest: int) -> None:
        """A person is, or may be, called by the name of their eldest."""
        self._called.append(person)
        self._parent.append(parent)
        self._eldest.append(eldest)

    def borne(self, words: int) -> npt.NDArray[np.int64]:
        """How often each of so many words stands in the chains."""
        found = np.zeros(words, np.int64)
        for _, table in self._tables():
            found += np.bincount(table[:, 1:].ravel(), minlength=words)
        return found

    def rows(
        self, first: Codes, second: Codes, numbers: Codes, *, singles: bool = False
    ) -> npt.NDArray[np.int64]:
        """Every row in order, by the codes of words and the numbers of people.

        The numbers are all different. With `singles` every word finds its bearers alone.
        """
        tail = self._tail(numbers)
        places = np.frombuffer(self.place, np.uint32)
        found = []
        for (length, given), table in self._tables():
            people = table[:, 0]
            both = [(first[table[:, at]], second[table[:, at]]) for at in range(1, length + 1)]
            found += [
                hashes << _HASH_SHIFT | tail[people[which]]
                for hashes, which in _of_chains(both, given, first[places[people]], singles)
            ]
        for hashes, people in self._of_kunyas(first, second, first[places]):
            found.append(hashes << _HASH_SHIFT | tail[people])
        rows = _together(found).view(np.int64)
        rows.sort()
        fresh = np.ones(len(rows), np.bool_)
        np.not_equal(rows[1:], rows[:-1], out=fresh[1:])
        once: npt.NDArray[np.int64] = rows[fresh]
        return once

    def _tables(self) -> Iterator[tuple[tuple[int, bool], Numbers]]:
        for (length, given), flat in self._chains.items():
            yield (length, given), np.frombuffer(flat, np.uint32).reshape(-1, length + 1)

    def _tail(self, numbers: Codes) -> Codes:
        sex = np.frombuffer(self.sex, np.int8).astype(np.uint64)
        year = np.frombuffer(self.year, np.int16).astype(np.int64)
        year = np.where(year == 0, 0, np.clip(year - keys.YEAR_BASE, 1, keys.YEAR_MAX))
        tail: Codes = sex << _SEX_SHIFT | year.astype(np.uint64) << _YEAR_SHIFT | numbers
        return tail

    def _of_kunyas(
        self, first: Codes, second: Codes, place: Codes
    ) -> Iterator[tuple[Codes, Numbers]]:
        """Parents by the name of their eldest: alone, with the town, with a word of theirs."""
        people = np.frombuffer(self._called, np.uint32)
        parent = np.frombuffer(self._parent, np.int8).astype(np.uint64)
        eldest = np.frombuffer(self._eldest, np.uint32)
        for codes in (first, second):
            son = codes[eldest]
            real = son != 0
            yield hashed(keys.KUNYA, son[real], parent[real]), people[real]
            called = np.where(real, son + parent, 0)
            hashes, there = _kept(keys.KUNYA_AT_PLACE, called, place[people])
            yield hashes, people[there]
            for _, table in self._tables():
                which, words = _beside(people, table)
                for word, theirs in product(words, (first, second)):
                    hashes, there = _kept(keys.KUNYA_WITH, called[which], theirs[word])
                    yield hashes, people[which[there]]


def _together(found: list[Codes]) -> Codes:
    """All as one, each let go as soon as it is copied: a hundred million rows fit once."""
    rows = np.empty(sum(map(len, found)), np.uint64)
    end = len(rows)
    while found:
        some = found.pop()
        rows[end - len(some) : end] = some
        end -= len(some)
    return rows


def hashed(kind: int, first: Codes, second: Codes) -> Codes:
    """`keys.hashed` for columns."""
    if kind == keys.OTHER:
        mixed = (first + second) ^ (first * second)
    else:
        mixed = (first * np.uint64(3) + second * np.uint64(5)) ^ (first >> np.uint64(7))
    mixed = mixed + np.uint64(kind * keys.STIR & keys.WORD64)
    mixed = (mixed ^ (mixed >> np.uint64(32))) * np.uint64(keys.MIX)
    shifted: Codes = mixed >> np.uint64(64 - keys.HASH_BITS)
    return shifted


def _of_chains(
    both: list[tuple[Codes, Codes]], given: bool, place: Codes, singles: bool
) -> Iterator[Found]:
    """All keys of chains of one length."""
    if singles or len(both) == 1:
        for one in (code for word in both for code in word):
            yield hashed(keys.SINGLE, one[one != 0], np.zeros(1, np.uint64)), one != 0
    for i, mine in enumerate(both):
        kind = keys.GIVEN if given and not i else keys.OTHER
        for theirs in both[i + 1 :]:
            yield from (_kept(kind, one, other) for one, other in product(mine, theirs))
    for one in (*both[0], *(both[-1] if len(both) >= keys.FAMILY_FROM else ())):
        yield _kept(keys.AT_PLACE, one, place)
    if given:
        yield from _of_three([usual for usual, _ in both])


def _of_three(words: list[Codes]) -> Iterator[Found]:
    """The given name with two of the words after it, or a whole name of two."""
    if len(words) == 2:
        yield _kept(keys.WHOLE, *words)
    for second, third in combinations(words[1 : keys.TRIPLE_WORDS_MAX], 2):
        pair = second * np.uint64(7) + third * np.uint64(11)
        yield _kept(keys.TRIPLE, words[0], pair)


def _kept(kind: int, one: Codes, other: Codes) -> Found:
    """The keys of two codes where both are there."""
    which = (one != 0) & (other != 0)
    return hashed(kind, one[which], other[which]), which


def _beside(people: Numbers, table: Numbers) -> tuple[npt.NDArray[np.intp], list[Numbers]]:
    """For these people their chains in a table: whose each is, and its words by column."""
    starts = np.searchsorted(table[:, 0], people, "left")
    counts = np.searchsorted(table[:, 0], people, "right") - starts
    which = np.repeat(np.arange(len(people)), counts)
    before = np.repeat(starts - (np.cumsum(counts) - counts), counts)
    chains = table[before + np.arange(len(which))]
    return which, [chains[:, at] for at in range(1, chains.shape[1])]
