"""Which pairs of records are worth a look: those that share a key which few people share.

A key is a pair of words. Where more people share it than `SHARED_MAX`, a third fact joins it: one
more word, the place, or a span of four years; twice at most. So rare names meet by two words, and
common ones need more to meet (pairs of a common key grow with its square).
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from serai.linkage.registry import NONE, WORDS, Numbers, People

if TYPE_CHECKING:
    import duckdb

SHARED_MAX = 80
NARROWED_TIMES = 2
YEARS_OF_A_SPAN = 4
SPAN_OVERLAP = 2
Hashes = np.ndarray[tuple[int], np.dtype[np.uint64]]
Keys = tuple[Numbers, Hashes]  # who, under which key
_MIX = np.uint64(0x9E3779B97F4A7C15)
_STIR = np.uint64(0xD6E8FEB86659FD93)
_SHIFT = np.uint64(29)
_WHO_BITS = np.uint64(25)
_WHO = np.uint64((1 << 25) - 1)
_HALF, _LOW = 32, (1 << 32) - 1  # two numbers of people in one integer
ADDRESS_WORDS_KEYED = 5  # the rarest that somebody else has too
_GIVEN, _OTHER, _AT_PLACE, _KUNYA, _KUNYA_AT_PLACE, _WORD, _PLACE, _SPAN = range(1, 9)
_BORN, _PHONE, _ADDRESS = range(9, 12)


def keys_of(people: People) -> Keys:
    """Every key that is shared by few enough people to be asked for, and whose it is."""
    who, key = _first_keys(people)
    found_who: list[Numbers] = []
    found_key: list[Hashes] = []
    for narrowed in range(NARROWED_TIMES + 1):
        shared = _shared_by(key)
        few = (shared > 1) & (shared <= SHARED_MAX)
        found_who.append(who[few])
        found_key.append(key[few])
        if narrowed == NARROWED_TIMES:
            break
        many = shared > SHARED_MAX
        who, key = _narrowed(people, who[many], key[many])
    return np.concatenate(found_who), np.concatenate(found_key)


class Joint:
    """Everybody beside those who share a key with them, without an engine beside NumPy."""

    def __init__(self, people: People) -> None:
        who, key = keys_of(people)
        self.who, key = _once(who, key << _WHO_BITS)
        starts = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1])))[: len(key)]
        counts = np.diff(np.concatenate((starts, [len(key)])))
        self.end = np.repeat(starts + counts, counts).astype(np.int32)
        self.begin = np.arange(1, len(key) + 1, dtype=np.int32)
        if people.left < len(people) and len(key):
            mine = np.add.reduceat(self.who < people.left, starts)
            self.begin = np.repeat(starts + mine, counts).astype(np.int32)
        self.by_who = np.argsort(self.who, kind="stable").astype(np.int32)
        self.known = self.who[self.by_who]

    def pairs(self, first: int, last: int) -> tuple[Numbers, Numbers]:
        """Each pair once whose first one has a number in this span."""
        rows = self.by_who[slice(*np.searchsorted(self.known, (first, last)))]
        begin, counts = self.begin[rows], self.end[rows] - self.begin[rows]
        starts = np.cumsum(counts, dtype=np.int64) - counts
        beside = np.repeat(begin - starts, counts) + np.arange(counts.sum())
        mine = np.repeat(self.who[rows], counts).astype(np.int64)
        both = _in_order_once(mine << _HALF | self.who[beside])
        return (both >> _HALF).astype(np.int32), (both & _LOW).astype(np.int32)


def slices_of(people: People, wide: int) -> list[tuple[int, int, int]]:
    """Spans of the first ones' numbers, each with its own number."""
    return [
        (number, first, min(people.left, first + wide))
        for number, first in enumerate(range(0, people.left, wide))
    ]


def candidates(
    store: "duckdb.DuckDBPyConnection", people: People, slices: Iterable[tuple[int, int, int]]
) -> Iterator[tuple[int, Numbers, Numbers]]:
    """The same pairs, joined by DuckDB, slice by slice.

    Of one file every pair is told with the lower number first; of two, the left file's first.
    The table `told` holds the keys: `who`, `key`.
    """
    store.execute("CREATE OR REPLACE TEMP TABLE keys AS SELECT * FROM told")
    apart = f"b.who >= {people.left}" if people.left < len(people) else "b.who > a.who"
    for number, first, last in slices:
        found = store.execute(
            "SELECT DISTINCT a.who, b.who FROM keys a JOIN keys b USING (key)"  # noqa: S608
            f" WHERE a.who >= {first} AND a.who < {last} AND {apart}"
        ).fetchnumpy()
        columns = list(found.values())
        yield number, columns[0].astype(np.int32), columns[1].astype(np.int32)


def _first_keys(people: People) -> Keys:
    numbers = np.arange(len(people), dtype=np.int32)
    words = people.words
    parts: list[Keys] = []
    for one, other in combinations(range(WORDS), 2):
        if one == 0:
            hashes = _joined(_GIVEN, words[:, one], words[:, other])
        else:
            low = np.minimum(words[:, one], words[:, other])
            hashes = _joined(_OTHER, low, np.maximum(words[:, one], words[:, other]))
        parts.append(_where(numbers, hashes, words[:, one], words[:, other]))
    parts.append(_where(numbers, _joined(_AT_PLACE, words[:, 0], people.place),
                        words[:, 0], people.place))  # fmt: skip
    parts += [
        _where(numbers, _joined(_KUNYA, people.eldest, words[:, one]), people.eldest, words[:, one])
        for one in range(WORDS)
    ]
    parts.append(_where(numbers, _joined(_KUNYA_AT_PLACE, people.eldest, people.place),
                        people.eldest, people.place))  # fmt: skip
    for kind, column in ((_BORN, people.born_on), (_PHONE, people.phone)):
        told = numbers[column > 0]
        parts.append((told, _joined(kind, column[told], column[told])))
    parts += _address_keys(people, numbers)
    return _once(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _address_keys(people: People, numbers: Numbers) -> Iterator[Keys]:
    """Two of the rarer words of an address that others have too."""
    words = people.address
    if not words.shape[1]:
        return
    bits = np.where(words == NONE, -1, people.address_bits[words])
    alone = bits >= np.log2(max(2, len(people))) - np.float32(0.5)
    order = np.argsort(np.where(alone, -1, -bits), axis=1)[:, :ADDRESS_WORDS_KEYED]
    rare = np.take_along_axis(np.where(alone, NONE, words), order, axis=1)
    for one, other in combinations(range(rare.shape[1]), 2):
        low, high = (pick(rare[:, one], rare[:, other]) for pick in (np.minimum, np.maximum))
        yield _where(numbers, _joined(_ADDRESS, low, high), low, high)


def _narrowed(people: People, who: Numbers, key: Hashes) -> Keys:
    """Every key joined with one more fact of the person."""
    parts = [
        _where(who, _more(key, _WORD, people.words[who, one]), people.words[who, one])
        for one in range(WORDS)
    ]
    parts.append(_where(who, _more(key, _PLACE, people.place[who]), people.place[who]))
    middle = (people.first_year[who] + people.last_year[who]) // 2
    known = np.where(middle > 0, middle, NONE)
    for overlap in (0, SPAN_OVERLAP):
        span = (middle + overlap) // YEARS_OF_A_SPAN * 2 + (overlap > 0)
        parts.append(_where(who, _more(key, _SPAN, span.astype(np.int32)), known))
    return _once(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _where(who: Numbers, hashes: Hashes, *facts: Numbers) -> Keys:
    told = np.logical_and.reduce([fact != NONE for fact in facts])
    return who[told], hashes[told]


def _joined(kind: int, one: Numbers, other: Numbers) -> Hashes:
    return _more(_more(np.full(len(one), kind, np.uint64), kind, one), kind + 16, other)


def _more(key: Hashes, kind: int, fact: Numbers) -> Hashes:
    kind_mark = np.uint64(kind * int(_STIR) % 2**64)
    mixed = (key ^ (fact.astype(np.int64).astype(np.uint64) + kind_mark)) * _MIX
    return (mixed ^ (mixed >> _SHIFT)) * _STIR


def _once(who: Numbers, key: Hashes) -> Keys:
    """Each key of each person once, in the order of the keys and of the people under each.

    Both share one integer, as sorting those is the quickest; 39 bits of a hash are enough, as two
    keys that fall together cost one look too many and nothing else.
    """
    both = _in_order_once(key >> _WHO_BITS << _WHO_BITS | who.astype(np.uint64))
    return (both & _WHO).astype(np.int32), both >> _WHO_BITS


def _in_order_once(values: Any) -> Any:
    """The values in order, each once."""
    values.sort()
    fresh = np.concatenate(([True], values[1:] != values[:-1]))[: len(values)]
    return values[fresh]


def _shared_by(key: Hashes) -> Numbers:
    """How many people have each key; the keys stand in order."""
    starts = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1])))
    counts = np.diff(np.concatenate((starts, [len(key)])))
    return np.repeat(counts, counts).astype(np.int32)
