"""Finding the people who may be the one that is looked for, among millions, in milliseconds.

Every pair of words is looked up under its keys, the rarest first, until a budget of rows is spent;
what turns up oftenest under the rarest keys is scored. When nobody fits well, words one letter
off and in another order are tried. Where the rows come from is the index's business (`Books`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log2
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from serai.core.matching import keys, weights
from serai.core.matching.nearby import nearby
from serai.core.matching.scoring import PLACE_MARK, Fit, Scorer
from serai.core.matching.told import Told
from serai.core.names import skeletons_of

ROWS_BUDGET = 6_000  # at a station; headquarters may spend more
ROWS_A_KEY = 2_500
NARROW_FROM = 250  # keys expected to be shared by more are asked by sex and year
YEARS_EITHER_SIDE = 8
SCORED_MAX = 140
GOOD_BITS = 2.0  # below this the best is weak, and spellings nearby are tried
NEARBY_MAX = 24  # other spellings of one word
ENDINGS_MAX = 14  # of an unfinished word
COUNT_LEAST = 0.4  # a word nobody bears yet
_GROUP_BITS = 6

Rows = npt.NDArray[np.int64]


class Books(Protocol):
    """What an index answers."""

    def people(self) -> int:
        """How many people are in it."""

    def counts(self, sounds: Sequence[str]) -> Mapping[str, int]:
        """How many people bear a word of each skeleton; places begin with a mark."""

    def beginning(self, start: str, most: int) -> list[str]:
        """The commonest skeletons that begin so."""

    def rows(self, ranges: Sequence[tuple[int, int, int]]) -> list[Rows]:
        """The rows between two integers, both counted, up to a number."""

    def told(self, numbers: Sequence[int]) -> Mapping[int, Told]:
        """The people of these numbers."""


class Found(NamedTuple):
    """Somebody who may be meant."""

    number: int
    told: Told
    fit: Fit


class Answer(NamedTuple):
    """Who was found, best first; `crowd` when more fit than could be looked at."""

    found: list[Found]
    crowd: int = 0


class Asked(NamedTuple):
    """One key to be looked up: its hash, how many people it is expected to find, what it says."""

    key: int
    expected: float
    bits: float
    group: int


def search(
    books: Books, person: Told, limit: int, *, unfinished: bool = False, budget: int = ROWS_BUDGET
) -> Answer:
    """The people most likely to be this person."""
    looking = _Looking(books, person, unfinished, budget)
    looking.look(looking.usual())
    if looking.best() < GOOD_BITS:
        looking.look(looking.unusual())
    ranked = sorted(looking.found.values(), key=lambda one: -rank(one.fit))
    return Answer(ranked[:limit], looking.crowd)


def rank(fit: Fit) -> float:
    """By what those found are put in order."""
    return fit.stranger + 0.25 * min(0.0, fit.kin)


class _Looking:
    """One search: what was asked, who was seen."""

    def __init__(self, books: Books, person: Told, unfinished: bool, budget: int) -> None:
        self.books = books
        self.person = person
        self.budget = budget
        self.people = books.people()
        self.words = self._words(unfinished)
        place = [PLACE_MARK + person.place] if person.place else []
        self.counts = dict(
            books.counts([*{one for some in self.words.values() for one in some}, *place])
        )
        self.scorer = Scorer(self.share, self.people)
        self.found: dict[int, Found] = {}
        self.seen: set[int] = set()
        self.crowd = 0

    def share(self, sound: str) -> float:
        """Which share of the registry bears a word of this skeleton."""
        count = self.counts.get(sound)
        if count is None:
            count = self.counts[sound] = self.books.counts([sound]).get(sound, 0)
        return max(count, COUNT_LEAST) / max(self.people, 2)

    def best(self) -> float:
        """The bits of the best so far."""
        return max((one.fit.bits for one in self.found.values()), default=-99.0)

    def usual(self) -> Iterator[Asked]:
        """The keys of the person as told."""
        yield from self._keys(self.words, turned=False)

    def unusual(self) -> Iterator[Asked]:
        """Keys of spellings nearby, and of the words in another order."""
        yield from self._keys(self.words, turned=True)
        wanted = {word: list(nearby(sounds[0])) for word, sounds in self.words.items()}
        known = self.books.counts([one for some in wanted.values() for one in some])
        self.counts.update(known)
        for word, sounds in wanted.items():
            real = sorted((one for one in sounds if known.get(one)), key=lambda one: -known[one])
            if real:
                yield from self._keys({**self.words, word: tuple(real[:NEARBY_MAX])}, turned=True)

    def look(self, asked: Iterable[Asked]) -> None:
        """Looks keys up within the budget, and scores whoever turns up oftenest."""
        plan, groups, bits = self._plan(asked)
        if not plan:
            return
        got = self.books.rows(plan)
        numbers, sums = _summed(got, groups, bits, self.person)
        fresh = [int(one) for one in numbers[np.argsort(-sums, kind="stable")]]
        fresh = [one for one in fresh if one not in self.seen][:SCORED_MAX]
        self.seen.update(fresh)
        for number, told in self.books.told(fresh).items():
            self.found[number] = Found(number, told, self.scorer.fit(self.person, told))

    def _words(self, unfinished: bool) -> dict[str, tuple[str, ...]]:
        words = [word for chain in self.person.chains for word in chain.words[: keys.WORDS_MAX]]
        words += [word for _, word in self.person.kunyas]
        found = {word: skeletons_of(word) for word in words}
        if unfinished and words:
            last = words[-1]
            more = self.books.beginning(found[last][0].rstrip("aiu"), ENDINGS_MAX)
            found[last] = tuple(dict.fromkeys((*found[last], *more)))
        return found

    def _keys(self, words: Mapping[str, tuple[str, ...]], turned: bool) -> Iterator[Asked]:
        group = 0
        for pair in _pairs(self.person, turned):
            group += 1
            for first in words[pair.first]:
                fa = self.share(first)
                if fa * self.people < 1:
                    continue
                if not pair.second:
                    fb, seconds = pair.share, ((pair.code, ""),)
                else:
                    fb, seconds = 0.0, tuple((keys.code(one), one) for one in words[pair.second])
                for second, sound in seconds:
                    share = self.share(sound) if sound else fb
                    if share * self.people < 1:
                        continue
                    key = keys.hashed(pair.kind, keys.code(first) + pair.more & _WORD, second)
                    yield Asked(key, self.people * fa * share, -log2(fa) - log2(share), group)

    def _plan(
        self, asked: Iterable[Asked]
    ) -> tuple[list[tuple[int, int, int]], list[int], list[float]]:
        plan: list[tuple[int, int, int]] = []
        groups, bits, spent = [], [], 0.0
        best: dict[int, Asked] = {}
        for one in asked:
            if one.key not in best or best[one.key].bits < one.bits:
                best[one.key] = one
        for one in sorted(best.values(), key=lambda one: one.expected):
            if spent >= self.budget:
                self.crowd = max(self.crowd, int(one.expected))
                break
            for low, high, part in self._ranges(one):
                plan.append((low, high, ROWS_A_KEY))
                groups.append(one.group % (1 << _GROUP_BITS))
                bits.append(one.bits)
                spent += min(ROWS_A_KEY, one.expected * part)
        return plan, groups, bits

    def _ranges(self, one: Asked) -> Iterator[tuple[int, int, float]]:
        base = one.key << keys.HASH_SHIFT
        if one.expected < NARROW_FROM:
            yield base, base | (1 << keys.HASH_SHIFT) - 1, 1.0
            return
        for sex in (self.person.sex, 0) if self.person.sex else (0, 1, 2):
            start = base | sex << keys.SEX_SHIFT
            if self.person.born is None:
                yield start, start | (1 << keys.SEX_SHIFT) - 1, 0.5
                continue
            low = keys.year_bits(self.person.born[0] - YEARS_EITHER_SIDE)
            high = keys.year_bits(self.person.born[1] + YEARS_EITHER_SIDE)
            yield start, start | (1 << keys.YEAR_SHIFT) - 1, 0.06
            yield (start | low << keys.YEAR_SHIFT,
                   start | high << keys.YEAR_SHIFT | (1 << keys.YEAR_SHIFT) - 1, 0.2)  # fmt: skip


_WORD = (1 << 64) - 1


class _Pair(NamedTuple):
    """Two words that make a key, or a word and something else."""

    kind: int
    first: str
    second: str = ""
    code: int = 0
    share: float = 1.0
    more: int = 0


PLACE_SHARE_GUESS = 0.02


def _pairs(person: Told, turned: bool) -> Iterator[_Pair]:
    place = keys.code(person.place) if person.place else 0
    for chain in person.chains:
        words = chain.words[: keys.WORDS_MAX]
        if len(words) == 1:
            yield _Pair(keys.SINGLE, words[0])
        for i, first in enumerate(words):
            for second in words[i + 1 :]:
                if first == second and turned:
                    continue
                if turned:
                    yield _Pair(keys.GIVEN, second, first)
                    yield _Pair(keys.OTHER if not i and chain.given else keys.GIVEN, first, second)
                elif chain.given and not i:
                    yield _Pair(keys.GIVEN, first, second)
                else:
                    yield _Pair(keys.OTHER, first, second)
        if place:
            yield _Pair(keys.AT_PLACE, words[0], "", place, PLACE_SHARE_GUESS)
    beside = {word for chain in person.chains for word in chain.words[: keys.WORDS_MAX]}
    for parent, eldest in person.kunyas:
        yield _Pair(keys.KUNYA, eldest, "", parent, 0.1)
        if place:
            yield _Pair(keys.KUNYA_AT_PLACE, eldest, "", place, 0.1 * PLACE_SHARE_GUESS, parent)
        for word in beside:
            yield _Pair(keys.KUNYA_WITH, eldest, word, 0, 1.0, parent)


def _summed(
    got: Sequence[Rows], groups: Sequence[int], bits: Sequence[float], person: Told
) -> tuple[Rows, npt.NDArray[np.float64]]:
    """Each person once, with the bits of the keys they turned up under, and of sex and age."""
    lengths = [len(one) for one in got]
    rows = np.concatenate(got) if got else np.empty(0, np.int64)
    if not len(rows):
        return rows, np.empty(0)
    group = np.repeat(np.asarray(groups, np.int64), lengths)
    weight = np.repeat(np.asarray(bits), lengths)
    order = np.argsort(-weight, kind="stable")
    rows, group, weight = rows[order], group[order], weight[order]
    person_mask = (1 << keys.NUMBER_BITS) - 1
    _, first = np.unique((rows & person_mask) << _GROUP_BITS | group, return_index=True)
    rows, weight = rows[first], weight[first]
    numbers, index, inverse = np.unique(rows & person_mask, return_index=True, return_inverse=True)
    sums = np.bincount(inverse, weights=weight)
    return numbers, sums + _beside(rows[index], person)


def _beside(rows: Rows, person: Told) -> npt.NDArray[np.float64]:
    """What sex and year of birth in the row say, roughly."""
    more = np.zeros(len(rows))
    sex = rows >> keys.SEX_SHIFT & (1 << keys.SEX_BITS) - 1
    if person.sex:
        more += np.where(sex == person.sex, weights.SEX_SAME, np.where(sex == 0, 0.0,
                         weights.SEX_DIFFERS))  # fmt: skip
    if person.born is not None:
        year = rows >> keys.YEAR_SHIFT & keys.YEAR_MAX
        apart = np.abs(year - keys.year_bits(person.year))
        near = np.where(
            apart <= 3, 2.5, np.where(apart <= 6, 1.0, np.where(apart <= 9, -2.0, -6.0))
        )
        more += np.where(year == 0, 0.0, near)
    return more
