"""Name words with their counts and spellings, from which people are made up.

`name_words.tsv` beside this file is written by `tools/write_name_words.py`; docs/data.md names its
sources. It holds single words that several people bear, never a full name.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

import msgspec

from serai.simulation.names import NORTH, Part

PLAIN_WEIGHT = 8.0  # of a word without a count, as often as an ordinary one
T = TypeVar("T")


class Drawn(Generic[T]):
    """Things with weights, one of them drawn by one random number."""

    def __init__(self, weighted: Iterable[tuple[T, float]]) -> None:
        pairs = tuple(weighted)
        assert pairs, "nothing to draw from"
        self.things = tuple(thing for thing, _ in pairs)
        self._sums = tuple(accumulate(weight for _, weight in pairs))

    def one(self, rng: Random) -> T:
        """One thing, as often as its weight says."""
        if len(self.things) == 1:
            return self.things[0]
        return self.things[bisect(self._sums, rng.random() * self._sums[-1])]


class Word(msgspec.Struct, frozen=True, eq=False):
    """One name word and how people write it."""

    arabic: Drawn[str]
    latin: Drawn[str]


class Words(msgspec.Struct, frozen=True, eq=False):
    """The words of one region, by their place in a name."""

    men: Drawn[Word]
    women: Drawn[Word]
    families: Drawn[Word]


@cache
def words_of() -> dict[str, Words]:
    """`mashriq`, `maghreb` and `east`, which is also Turkic and Caucasian."""
    table = _table()
    men, women = Drawn(table["man"]), Drawn(table["woman"])
    return {
        "mashriq": Words(men, women, Drawn(table["family"])),
        "maghreb": Words(men, women, Drawn(table["maghreb"])),
        "east": Words(
            Drawn([*table["east man"], *_plain(NORTH.men)]),
            Drawn([*table["woman"], *_plain(NORTH.women)]),
            Drawn([*table["east"], *_plain(NORTH.families)]),
        ),
    }


def _table() -> dict[str, list[tuple[Word, float]]]:
    text = (files("serai.simulation") / "name_words.tsv").read_text(encoding="utf-8")
    found: defaultdict[str, list[tuple[Word, float]]] = defaultdict(list)
    for line in text.splitlines():
        position, count, arabic, latin = line.split("\t")
        found[position].append((Word(_spellings(arabic), _spellings(latin)), float(count)))
    return dict(found)


def _spellings(listed: str) -> Drawn[str]:
    pairs = (one.rpartition(":") for one in listed.split(","))
    return Drawn((word, float(count)) for word, _, count in pairs)


def _plain(parts: tuple[Part, ...]) -> list[tuple[Word, float]]:
    return [
        (Word(Drawn([(arabic, 1.0)]), Drawn((one, 1.0) for one in latin)), PLAIN_WEIGHT)
        for arabic, latin in parts
    ]
