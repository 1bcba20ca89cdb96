"""The full comparison of what the first look left: every word with every word, in two workers."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import numpy as np

from serai.core.matching.scoring import Scorer
from serai.core.matching.told import Told
from serai.core.matching.weights import AGE_OF_KIN
from serai.core.names import asked, bare
from serai.linkage import evidence, pool
from serai.linkage.blocking import SHELVES, Joint, Shelf, shelf_of
from serai.linkage.bounds import within_reach
from serai.linkage.coarse import SAME_HOME, Pairs, same_home, scored
from serai.linkage.pool import Each
from serai.linkage.registry import Bits, Numbers, People

WORKERS_FROM = 5_000  # people; fewer are compared sooner than workers start
WORDS_MARKED_MAX = 60_000
_people: list[tuple[People, Joint | None]] = []  # what forked workers look at, and never write
_scorers: list[tuple[People, Scorer]] = []


def joint_of(people: People) -> Joint:
    """The keys of everybody, made by workers."""
    with workers(people) as each:
        return Joint(each(shelved, range(SHELVES)))


@contextmanager
def workers(people: People, joint: Joint | None = None) -> Iterator[Each]:
    """Workers that know the people; forked before any engine starts threads of its own."""
    _people[:] = [(people, joint)]
    if len(people) < WORKERS_FROM:
        yield map
        return
    with pool.workers() as each:
        yield each


def shelved(at: int) -> Shelf:
    """One heap of the keys."""
    return shelf_of(_people[0][0], at)


def looked_at(work: tuple[int, Numbers, Numbers]) -> tuple[int, Pairs]:
    """What a first look leaves of the pairs of a slice."""
    number, first, second = work
    return number, scored(_people[0][0], first, second)


def joined(work: tuple[int, int, int]) -> tuple[int, Pairs]:
    """What a first look leaves of the pairs whose first one has a number in this span."""
    people, joint = _people[0]
    assert joint is not None
    number, first, last = work
    return number, scored(people, *joint.pairs(first, last))


def compared(pairs: Pairs) -> Pairs:
    """The same pairs with the bits of the full comparison."""
    people = _people[0][0]
    pairs = within_reach(people, pairs, _scorer_of(people))
    first, second = pairs.first, pairs.second
    stranger, kin, age, kin_age = _fits(people, first, second)
    if evidence.told(people):
        gone = 1 - evidence.years_speak(people, first, second)
        more, more_of_kin = evidence.beside(people, first, second)
        stranger, kin = stranger + more - age * gone, kin + more_of_kin - kin_age * gone
    bits = np.minimum(stranger, kin) + same_home(people, first, second) * np.float32(SAME_HOME)
    return Pairs(first, second, bits.astype(np.float32))


class Sieved(Scorer):
    """A scorer that sees at once when two words are not even one letter apart."""

    def word_bits(self, one: str, other: str) -> float:
        """What it says that both have this word; 0 when they are different words."""
        if marks(one).isdisjoint(marks(other)):
            return 0.0
        return super().word_bits(one, other)


@lru_cache(maxsize=WORDS_MARKED_MAX)
def marks(word: str) -> frozenset[int]:
    """What a word shares with every word that may be the same, or a slip of the pen away.

    Two words one letter apart become equal when each loses at most one letter.
    """
    heard = asked(word)
    found = {hash(sound) for sound in heard}
    for kind, text in (("sound", heard[0]), ("letters", bare(word))):
        found.add(hash((kind, text)))
        found.update(hash((kind, text[:at] + text[at + 1 :])) for at in range(len(text)))
    return frozenset(found)


def _fits(people: People, first: Numbers, second: Numbers) -> tuple[Bits, Bits, Bits, Bits]:
    """Of every pair: the bits against a stranger and against kin, and what the years said."""
    scorer, known = _scorer_of(people), dict[int, Told]()
    found = np.zeros((4, len(first)), np.float32)
    for at, numbers in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
        for number in numbers:
            if number not in known:
                known[number] = people.told(number)
        fit = scorer.fit(known[numbers[0]], known[numbers[1]])
        found[0, at], found[1, at], found[2, at] = fit.stranger, fit.kin, fit.age
    found[3] = np.minimum(found[2], np.float32(AGE_OF_KIN))
    return found[0], found[1], found[2], found[3]


def _scorer_of(people: People) -> Scorer:
    """The worker's own scorer: what it found out about two words serves for the next piece."""
    if not _scorers or _scorers[0][0] is not people:
        _scorers[:] = [(people, Sieved(people.share, len(people)))]
    return _scorers[0][1]
