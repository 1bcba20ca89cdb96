"""A search in three questions: its words, its keys, its people, each asked once for all looks.

A search takes up to three looks at the names and asks anew for each. Walked through beforehand
without answers, it says what it would ask; so the index is asked once for each sort of thing, and
the search itself finds everything at hand. What the walk did not foresee is asked when it comes.
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from serai.core.matching.search import Answer, Books, search
from serai.core.matching.summed import NUMBER, Rows
from serai.core.matching.told import Told

Range = tuple[int, int, int]
_NOTHING: Rows = np.empty(0, np.int64)


def search_at_once(books: Books, person: Told, limit: int) -> Answer:
    """The same answer as `search`."""
    ahead = _Ahead(books)
    for fetch in (ahead.fetch_words, ahead.fetch_keys, ahead.fetch_people):
        search(ahead, person, limit)
        fetch()
    return search(ahead, person, limit)


class _Ahead:
    """An index that notes what it is asked for, and answers from what was fetched."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._counts: dict[str, int] | None = None
        self._rows: dict[Range, Rows] | None = None
        self._told: dict[int, Told] | None = None
        self._words: dict[str, None] = {}
        self._ranges: dict[Range, None] = {}
        self._numbers: dict[int, None] = {}

    def people(self) -> int:
        return self._books.people()

    def sounds(self, asked: Sequence[str], starts: Sequence[str], most: int) -> Mapping[str, int]:
        if self._counts is None:
            self._words.update(dict.fromkeys(asked))
            return {}
        if more := [one for one in asked if one not in self._counts]:
            self._count(more)
        return {one: self._counts[one] for one in asked if self._counts[one]}

    def rows(self, ranges: Sequence[Range]) -> list[Rows]:
        if self._rows is None:
            if self._counts is not None:
                self._ranges.update(dict.fromkeys(ranges))
            return [_NOTHING] * len(ranges)
        if more := [one for one in ranges if one not in self._rows]:
            self._rows |= zip(more, self._books.rows(more), strict=True)
        return [self._rows[one] for one in ranges]

    def told(self, numbers: Sequence[int]) -> Mapping[int, Told]:
        if self._told is None:
            self._numbers.update(dict.fromkeys(numbers))
            return {}
        if any(one not in self._numbers for one in numbers):
            self._numbers.update(dict.fromkeys(numbers))
            self.fetch_people()
        return _of(numbers, self._told)

    def fetch_words(self) -> None:
        """Counts all words that were asked for."""
        self._counts = {}
        self._count(list(self._words))

    def fetch_keys(self) -> None:
        """Reads all keys that were asked for."""
        ranges = list(self._ranges)
        self._rows = dict(zip(ranges, self._books.rows(ranges), strict=True))

    def fetch_people(self) -> None:
        """Reads all people who were asked for."""
        self._told = dict(self._books.told(list(self._numbers)))

    def _count(self, words: Sequence[str]) -> None:
        assert self._counts is not None, "words are fetched first"
        found = self._books.sounds(words, (), 0)
        self._counts |= {one: found.get(one, 0) for one in words}


def _of(numbers: Collection[int], told: Mapping[int, Told]) -> dict[int, Told]:
    """Those of these numbers; the second person of one goes by it with bits above."""
    wanted = set(numbers)
    return {number: one for number, one in told.items() if number & NUMBER in wanted}
