"""Which pairs of records are worth a look: those that share a key which few people share.

A key is a set of facts: a pair of words, or a word and a place. Where more people share it than
`SHARED_MAX`, a further fact joins it: one more word, the place, or a span of four years; twice at
most. So rare names meet by two words, and common ones need more to meet (pairs of a common key
grow with its square).
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from serai.linkage.registry import NONE, WORDS, Numbers, People

if TYPE_CHECKING:
    import duckdb

SHARED_MAX = 80
NARROWED_TIMES = 2
YEARS_OF_A_SPAN = 4
SPAN_OVERLAP = 2
ADDRESS_WORDS_KEYED = 5  # the rarest that somebody else has too
SHELVES = 4  # keys fall into so many heaps that know nothing of one another: work for two
Hashes = np.ndarray[tuple[int], np.dtype[np.uint64]]
Keys = tuple[Numbers, Hashes]  # who, under which key
_HALF, _LOW = 32, (1 << 32) - 1  # two numbers of people in one integer
_GIVEN, _WORD, _PLACE, _KUNYA, _BORN, _PHONE, _ADDRESS, _SPAN, _LATER_SPAN = range(1, 10)
_PLACED, _SPANNED = WORDS, 3 << (WORDS + 1)  # among the facts that may join a key
_MIXES = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))


class Shelf(msgspec.Struct):
    """A heap of keys: who stands under each, and for every person where the others stand."""

    who: Numbers  # key by key
    begin: Numbers  # person by person, key by key: where the others of the key begin in `who`
    count: Any  # how many they are
    starts: Numbers  # where each person begins


class Joint:
    """Everybody beside those who share a key with them, without an engine beside NumPy."""

    def __init__(self, shelves: Iterable[Shelf]) -> None:
        self.shelves = tuple(shelves)

    def pairs(self, first: int, last: int) -> tuple[Numbers, Numbers]:
        """Each pair once whose first one has a number in this span."""
        both = _once(np.concatenate([_meeting(one, first, last) for one in self.shelves]))
        return (both >> _HALF).astype(np.int32), (both & _LOW).astype(np.int32)


def shelf_of(people: People, at: int) -> Shelf:
    """One heap of the keys."""
    rows = _Rows(people)
    heaps = [(who, key) for who, key in rows.few(at) if len(who)]
    before = np.cumsum([0, *(len(who) for who, _ in heaps)])
    places = [_others(people, *one, int(at)) for one, at in zip(heaps, before, strict=False)]
    whose, begin, count = _concatenated(places, 3)
    order = _order_of(whose)
    starts = np.searchsorted(whose.take(order), np.arange(len(people) + 1)).astype(np.int32)
    (who,) = _concatenated([one[:1] for one in heaps], 1)
    return Shelf(who, begin.take(order), count.take(order), starts)


def keys_of(people: People) -> Keys:
    """Every key that is shared by few enough people to be asked for, and whose it is."""
    rows = _Rows(people)
    who, key = _concatenated([one for at in range(SHELVES) for one in rows.few(at)], 2)
    return who, key


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


_Fact = tuple[Any, Any]  # of everybody: a number made of it, and for whom it is known


class _Rows:
    """Keys and whose they are, each row one integer, as sorting those is the quickest.

    Above stands the key, the sum of what is made of its facts, then whose it is, and below the
    facts that need not join it any more. A few bits of a key are enough: two keys that fall
    together cost one look too many and nothing else.
    """

    def __init__(self, people: People) -> None:
        self.people = people
        self.who_bits = max(1, len(people).bit_length())
        self.low = self.who_bits + _FACTS
        self.facts = list(self._facts())
        self._of_words = np.uint64(_MIXES[0][1] >> self.low << self.low)

    def few(self, at: int) -> Iterator[Keys]:
        """The keys of a heap that few people share; after each round of further facts."""
        rows = np.concatenate([*self._pairs(at), np.zeros(0, np.uint64)])
        for narrowed in range(NARROWED_TIMES + 1):
            rows = self._each_once(rows)
            shared = self._shared_by(rows)
            few = rows[(shared > 1) & (shared <= SHARED_MAX)]
            yield self._who(few), few >> np.uint64(self.low)
            if narrowed < NARROWED_TIMES:
                rows = self._narrowed(rows[shared > SHARED_MAX])

    def _pairs(self, heap: int) -> Iterator[Hashes]:
        """Two facts of everybody, or one that few people share."""
        people = self.people
        given, kunya = self._made(_GIVEN, people.words[:, 0]), self._made(_KUNYA, people.eldest)
        for at, fact in enumerate(self.facts[: WORDS + 1]):
            for other, more in enumerate(self.facts[at + 1 : WORDS], at + 1):
                one = (fact[0] + self._of_words, fact[1]) if at else given
                yield self._of(heap, one, more, 1 << at | 1 << other)
            yield self._of(heap, kunya, fact, 1 << at)
        yield self._of(heap, given, self.facts[_PLACED], 1 | 1 << _PLACED)
        for kind, column, used in ((_BORN, people.born_on, _SPANNED), (_PHONE, people.phone, 0)):
            yield self._of(heap, self._made(kind, column), (np.uint64(0), column > 0), used)
        address = [self._made(_ADDRESS, word) for word in _rare_words(people)]
        for one, more in combinations(address, 2):
            yield self._of(heap, one, more, 0)

    def _of(self, heap: int, one: _Fact, other: _Fact, used: int) -> Hashes:
        """The rows of a heap; `used` are the facts that need not join the key any more."""
        key, told = one[0] + other[0], one[1] & other[1]
        here = np.flatnonzero(told & (key >> np.uint64(_HEAP_SHIFT) == np.uint64(heap)))
        who = here.astype(np.uint64) << np.uint64(_FACTS)
        rows: Hashes = key.take(here) + who + np.uint64(used)
        return rows

    def _facts(self) -> Iterator[_Fact]:
        """What may join a key, and for whom it is known: words, place, two spans of years."""
        people = self.people
        yield from (self._made(_WORD, word) for word in people.words.T)
        yield self._made(_PLACE, people.place)
        middle = (people.first_year + people.last_year) // 2
        for kind, overlap in ((_SPAN, 0), (_LATER_SPAN, SPAN_OVERLAP)):
            yield self._made(
                kind, np.where(middle > 0, (middle + overlap) // YEARS_OF_A_SPAN, NONE)
            )

    def _made(self, kind: int, fact: Numbers) -> _Fact:
        """A number of a fact, and for whom it is known."""
        found = fact.astype(np.int64).astype(np.uint64) + np.uint64(kind << _HALF)
        for shift, times in _MIXES:
            found = (found ^ (found >> np.uint64(shift))) * np.uint64(times)
        return (found ^ (found >> np.uint64(31))) >> np.uint64(self.low) << np.uint64(
            self.low
        ), fact != NONE

    def _narrowed(self, rows: Hashes) -> Hashes:
        """Every key joined with one more fact of the person; each set of facts is made once."""
        who = self._who(rows)
        found = [np.zeros(0, np.uint64)]
        for at, (fact, told) in enumerate(self.facts):
            open_ = np.flatnonzero((rows >> np.uint64(at) & np.uint64(1) == 0) & told.take(who))
            joined = rows.take(open_) + fact.take(who.take(open_))
            found.append(joined | np.uint64((2 << at) - 1))
        return np.concatenate(found)

    def _who(self, rows: Hashes) -> Numbers:
        mask = np.uint64((1 << self.who_bits) - 1)
        return (rows >> np.uint64(_FACTS) & mask).astype(np.int32)

    def _each_once(self, rows: Hashes) -> Hashes:
        """In order, each key of each person once."""
        rows.sort()
        fresh: Hashes = rows[_fresh(rows >> np.uint64(_FACTS))]
        return fresh

    def _shared_by(self, rows: Hashes) -> Numbers:
        """How many people have each key; the keys stand in order."""
        counts = _counts(rows >> np.uint64(self.low))
        return np.repeat(counts, counts)


_FACTS = WORDS + 3  # how many may join a key
_HEAP_SHIFT = 64 - (SHELVES - 1).bit_length()


def _rare_words(people: People) -> list[Numbers]:
    """The rarer words of an address that others have too."""
    words = people.address
    if not words.shape[1]:
        return []
    bits = np.where(words == NONE, -1, people.address_bits[words])
    alone = bits >= np.log2(max(2, len(people))) - np.float32(0.5)
    order = np.argsort(np.where(alone, -1, -bits), axis=1)[:, :ADDRESS_WORDS_KEYED]
    return list(np.take_along_axis(np.where(alone, NONE, words), order, axis=1).T)


def _others(people: People, who: Numbers, key: Hashes, before: int) -> tuple[Numbers, Numbers, Any]:
    """Who has others beside them under a key, where those begin, and how many they are."""
    counts = _counts(key)
    starts = np.cumsum(counts) - counts
    begin, end = np.arange(1, len(key) + 1), np.repeat(starts + counts, counts)
    if people.left < len(people):
        begin = np.repeat(starts + np.add.reduceat(who < people.left, starts), counts)
        end = np.where(who < people.left, end, begin)
    some = np.flatnonzero(end > begin)
    begin, count = begin.take(some), (end - begin).take(some)
    return who.take(some), (begin + before).astype(np.int32), count.astype(np.uint8)


def _meeting(shelf: Shelf, first: int, last: int) -> Any:
    """Pairs whose first one is among these, as one integer each; some more than once."""
    here = slice(*shelf.starts[[first, last]].tolist())
    count = shelf.count[here].astype(np.int32)
    ends = np.cumsum(count, dtype=np.int32)
    beside = np.repeat(shelf.begin[here] - (ends - count), count)
    beside += np.arange(len(beside), dtype=np.int32)
    mine = np.repeat(np.arange(first, last), np.diff(shelf.starts[first : last + 1]))
    return np.repeat(mine << _HALF, count) | shelf.who.take(beside)


def _order_of(who: Numbers) -> Any:
    """In which order the people stand by number; far quicker than argsort."""
    both = who.astype(np.int64) << _HALF | np.arange(len(who))
    both.sort()
    return both & _LOW


def _once(values: Any) -> Any:
    """The values in order, each once."""
    values.sort()
    return values[_fresh(values)]


def _fresh(values: Any) -> Any:
    return np.concatenate(([True], values[1:] != values[:-1]))[: len(values)]


def _counts(values: Any) -> Any:
    """How often each value stands there; the values are in order."""
    return np.diff(np.append(np.flatnonzero(_fresh(values)), len(values)))


def _concatenated(rows: Any, wide: int) -> Any:
    return [np.concatenate(one) for one in zip(*rows, strict=True)] or [
        np.zeros(0, np.int32) for _ in range(wide)
    ]
