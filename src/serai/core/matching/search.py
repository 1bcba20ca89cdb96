"""Finding the people who may be the one that is looked for, among millions, in milliseconds.

Every pair of words is looked up under its keys, the rarest first, until a budget of rows is spent;
what turns up oftenest under the rarest keys is scored. When nobody fits well, words one letter
off and in another order are tried. Where the rows come from is the index's business (`Books`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import chain, combinations, islice, product
from math import log2, prod
from typing import NamedTuple, Protocol

import numpy as np

from serai.core.matching import blanks, joints, keys, weights
from serai.core.matching.begun import starts, without_letter
from serai.core.matching.budget import Asked, plan
from serai.core.matching.nearby import nearby
from serai.core.matching.pairs import Pair, pairs
from serai.core.matching.scoring import PLACE_MARK, Fit, Scorer, Share
from serai.core.matching.summed import Rows, Worth, summed
from serai.core.matching.told import Told
from serai.core.names import asked

ROWS_BUDGET = 6_000  # at a station; headquarters may spend more
LOOKED_AT_MAX = 240  # whose names are read
LOOKED_AGAIN_MAX = 100  # in a further look
LOOKED_TYPING_MAX, LOOKED_ONE_WORD_MAX = 100, 60  # while names are typed; with one word of it
SCORED_MAX, SCORED_LEAST, SCORED_EACH = 40, 16, 3  # who is compared in full, for each answered
BITS_BEHIND_MAX = 16.0  # of the first; who turned up under fewer keys is not looked at
TRIPLES_MAX = 32  # spellings of three words together
GOOD_BITS = -2.0  # below this the best is weak, and spellings nearby are tried
SLIP_LETTERS_MIN = 3  # of a skeleton whose neighbours are asked for while somebody types
NEARBY_MAX = 24  # other spellings of one word
ENDINGS_MAX = 14  # of an unfinished word
SPELLINGS_MAX = 24  # of one word that are looked for
PLACE_BITS = 4.0
WHOLE_BITS = 2.0  # whose name has no more words than were told
GIVEN_MARK, PLACE_SAME, WHOLE_MARK = 1, 2, 4  # beside the bits of the words
FIRST_WORD = 8
REJOINED_MAX = 3  # chains of a search in which words are joined or taken apart
WORDS_TOLD_MAX = 10  # of one search
WHOLE_SHARE = 0.05  # of the people whose name is told in two words
COUNT_LEAST = 0.4  # a word nobody bears yet


class Books(Protocol):
    """What an index answers."""

    def people(self) -> int:
        """How many people are in it; not asked before the first `sounds`."""

    def sounds(self, asked: Sequence[str], starts: Sequence[str], most: int) -> Mapping[str, int]:
        """How many people bear a word of each skeleton asked for, where anybody does.

        With them the commonest skeletons of each beginning. Places begin with a mark.
        """

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
    share: Share
    crowd: int = 0
    unfinished: bool = False  # the last word was still being typed


def search(
    books: Books, person: Told, limit: int, *, unfinished: bool = False, budget: int = ROWS_BUDGET
) -> Answer:
    """The people most likely to be this person.

    While words are still being typed there is one look, with everything in it.
    """
    looking = _Looking(books, person, limit, unfinished, budget)
    if unfinished:
        looking.look(chain(looking.usual(), looking.turned()))
    else:
        looking.look(looking.usual())
        if not looking.settled():
            looking.look(looking.turned())
        for further in (looking.reread, looking.nearby):
            if looking.best() < GOOD_BITS:
                looking.look(further())
    found = sorted(looking.found.values(), key=ranked)
    return Answer(found[:limit], looking.share, looking.crowd, unfinished)


def ranked(one: Found) -> float:
    """By what those found are put in order, the likeliest first."""
    return -(one.fit.stranger + weights.KIN_IN_ORDER * min(0.0, one.fit.kin))


class _Looking:
    """One search: what was asked, who was seen."""

    def __init__(
        self, books: Books, person: Told, limit: int, unfinished: bool, budget: int
    ) -> None:
        self.books = books
        self.person = person
        self.words_least = min((len(one.words) for one in person.chains), default=0)
        self.budget = budget
        self.scored = max(SCORED_LEAST, min(SCORED_MAX, SCORED_EACH * limit))
        self.unfinished = unfinished
        self.counts: dict[str, int] = {}
        self.shares: dict[str, float] = {}
        self.open: set[str] = set()  # words that may still be typed on, or are nobody's name
        self.lettered: Told | None = None  # with a letter of which no key is asked
        if not unfinished:
            self._rejoin()
        elif rest := without_letter(person):
            self.lettered, self.person = person, rest
            self.open.add(person.chains[0].words[-1])
        self.readings = [self.lettered or self.person]
        self.words = self._words(unfinished)
        self.places = _places(self.words)
        self.scorer = Scorer(self.share, self.people, unfinished=unfinished)
        self.scorer.allow_slips(self.open)
        self.found: dict[int, Found] = {}
        self.seen: set[int] = set()
        self.crowd = 0

    @property
    def people(self) -> int:
        """How many people are in the books, who may count them with the first words asked for."""
        return self.books.people()

    def _count(self, sounds: Sequence[str], starts: Sequence[str] = ()) -> Mapping[str, int]:
        known = self.books.sounds(list(dict.fromkeys(sounds)), starts, ENDINGS_MAX)
        self.counts.update(dict.fromkeys(sounds, 0))
        self.counts.update(known)
        return known

    def share(self, sound: str) -> float:
        """Which share of the registry bears a word of this skeleton."""
        found = self.shares.get(sound)
        if found is None:
            count = self.counts.get(sound)
            if count is None and self.unfinished:
                count = 1  # a word that only begins so: not worth another question while typing
            elif count is None:
                count = self._count([sound]).get(sound, 0)
            found = self.shares[sound] = max(count, COUNT_LEAST) / max(self.people, 2)
        return found

    def best(self) -> float:
        """The bits of the best so far."""
        return max((one.fit.bits for one in self.found.values()), default=-99.0)

    def usual(self) -> Iterator[Asked]:
        """The keys of the person as told."""
        yield from self._triples()
        yield from self._keys(self.words, turned=False)

    def settled(self) -> bool:
        """Whether somebody was found with every word that was told."""
        best = max(self.found.values(), key=lambda one: one.fit.bits, default=None)
        if best is None or best.fit.bits < GOOD_BITS:
            return False
        return len(best.fit.chain.pairs) >= self.words_least

    def turned(self) -> Iterator[Asked]:
        """Keys of the words in another order."""
        yield from self._keys(self.words, turned=True)

    def reread(self) -> Iterator[Asked]:
        """Keys of words whose blank slipped or was lost."""
        others = list(blanks.readings(self.person))
        words = {word: asked(word) for one in others for word in blanks.words_of(one)}
        self._count([sound for some in words.values() for sound in some])
        for one in blanks.likelier(self.person, others, self.share):
            self.words |= {word: words[word] for word in blanks.words_of(one)}
            self.places = _places(self.words)
            other = self.person._replace(chains=one.chains, kunyas=one.kunyas)
            self.readings.append(other)
            self.seen.clear()  # whoever turned up is looked at again, read the other way
            yield from self._keys(self.words, turned=False, person=other)

    def nearby(self) -> Iterator[Asked]:
        """Keys of spellings one letter away."""
        self.scorer.allow_slips()
        wanted = {word: list(nearby(sounds[0])) for word, sounds in self.words.items()}
        known = self._count([one for some in wanted.values() for one in some])
        for word, sounds in wanted.items():
            real = sorted((one for one in sounds if known.get(one)), key=lambda one: -known[one])
            if real:
                words = {**self.words, word: tuple(real[:NEARBY_MAX])}
                for turned in (False, True):
                    yield from self._keys(words, turned)

    def look(self, asked: Iterable[Asked]) -> None:
        """Looks keys up within the budget, and scores whoever turns up oftenest."""
        planned = plan(asked, self.person, self.budget)
        self.crowd = max(self.crowd, planned.crowd)
        if not planned.ranges:
            return
        got = self.books.rows(planned.ranges)
        numbers, sums = summed(got, planned.masks, self._worth(), self.person)
        if not len(numbers):
            return
        most = self._most()
        order = np.argsort(-sums, kind="stable")[: most + len(self.seen)]
        order = order[sums[order] >= sums[order[0]] - BITS_BEHIND_MAX]
        fresh = [one for one in numbers[order].tolist() if one not in self.seen][:most]
        self.seen.update(fresh)
        read = self.books.told(fresh)
        # of two people with one number the second goes by another, which nobody asked for
        fresh = list(dict.fromkeys((*(one for one in fresh if one in read), *read)))
        if len(fresh) > self.scored:
            fresh = nlargest(self.scored, fresh, lambda one: self._quick(read[one]))
        self.found |= {one: self._fitting(one, read[one]) for one in fresh}

    def _quick(self, told: Told) -> float:
        return max(self.scorer.quick(one, told) for one in self.readings)

    def _fitting(self, number: int, told: Told) -> Found:
        """Somebody beside the reading of what was told that fits best."""
        fits = (Found(number, told, self.scorer.fit(one, told)) for one in self.readings)
        return min(fits, key=ranked)

    def _most(self) -> int:
        """How many names are read in this look: the first letters say little of anybody."""
        if self.seen:
            return LOOKED_AGAIN_MAX
        if not self.unfinished:
            return LOOKED_AT_MAX
        return LOOKED_TYPING_MAX if len(self.words) > 1 else LOOKED_ONE_WORD_MAX

    def _rejoin(self) -> None:
        """Adds the chains in which words are joined or taken apart."""
        told = self.person.chains
        asked_too = [word for one in told for word in one.words[: keys.WORDS_MAX]]
        sounds = [sound for word in asked_too for sound in asked(word)]
        self._count([*sounds, *(sound for one in told for sound in joints.sounds_of(one))])
        more = [
            other for one in told
            for other in joints.rejoined(one, lambda sound: self.counts.get(sound, 0), self.people)
        ]  # fmt: skip
        self.person = self.person._replace(chains=(*told, *more[:REJOINED_MAX]))

    def _words(self, unfinished: bool) -> dict[str, tuple[str, ...]]:
        """Every word told, with the skeletons it is looked for under."""
        words = [word for one in self.person.chains for word in one.words[: keys.WORDS_MAX]]
        words += [word for _, word in self.person.kunyas]
        found = {word: asked(word) for word in words}
        sounds = [one for some in found.values() for one in some]
        sounds += [PLACE_MARK + self.person.place] if self.person.place else []
        if not unfinished:
            self._count([sound for sound in sounds if sound not in self.counts])
            return found
        last = "" if self.lettered else words[-1]
        begun = [start for some in found.values() for start in starts(some[0])]
        known = {**self._count([*sounds, *(_slips(found[last][0]) if last else ())], begun)}
        strange = [word for word, some in found.items() if not any(map(known.get, some))]
        for word in dict.fromkeys((*strange, *filter(None, [last]))):
            self.open.add(word)
            found[word] = self._spellings(found[word], known, word in strange)
        return {word: some[:SPELLINGS_MAX] for word, some in found.items()}

    def _spellings(self, usual: Sequence[str], known: dict[str, int], odd: bool) -> tuple[str, ...]:
        """A word's skeletons, what begins like it, and slips of it where nobody bears it."""
        begun = starts(usual[0])
        ends = [one for one in known if begun and one.startswith(begun)]
        some = (*usual, *sorted(ends, key=known.__getitem__, reverse=True)[:ENDINGS_MAX])
        slips = _slips(usual[0]) if odd else []
        if not ends and (more := [one for one in slips if one not in self.counts]):
            known |= self._count(more)
        return tuple(dict.fromkeys((*some, *filter(known.get, slips))))

    def _keys(
        self, words: Mapping[str, tuple[str, ...]], turned: bool, person: Told | None = None
    ) -> Iterator[Asked]:
        people = self.people
        for pair in pairs(person or self.person, turned):
            mask = self._mask(pair)
            for first in words[pair.first]:
                fa = self.share(first)
                if not self.counts[first]:
                    continue
                seconds = [(pair.code, "")]
                if pair.second:
                    borne = filter(self.counts.__getitem__, words[pair.second])
                    seconds = [(keys.code(one), one) for one in borne]
                for second, sound in seconds:
                    expected = people * fa * pair.share * (self.share(sound) if sound else 1.0)
                    key = keys.hashed(pair.kind, keys.code(first) + pair.more & keys.WORD64, second)
                    yield Asked(key, expected, mask)

    def _triples(self) -> Iterator[Asked]:
        """Keys of three words together, or of a whole name of two."""
        for told in self.person.chains:
            names = told.words[: keys.TRIPLE_WORDS_MAX]
            words = [self.words[word] for word in names]
            if not told.given or len(words) < 2:
                continue
            for second, third in combinations(range(1, len(words)), 2):
                mask = GIVEN_MARK | self.places[names[0]] | self.places[names[second]]
                mask |= self.places[names[third]]
                for sounds in _likeliest(words[0], words[second], words[third]):
                    one, two, three = map(keys.code, sounds)
                    key = keys.hashed(keys.TRIPLE, one, keys.beside(two, three))
                    yield self._asked(key, sounds, mask)
            if len(words) == 2:
                mask = GIVEN_MARK | WHOLE_MARK | self.places[names[0]] | self.places[names[1]]
                for sounds in _likeliest(*words):
                    key = keys.hashed(keys.WHOLE, *map(keys.code, sounds))
                    yield self._asked(key, sounds, mask, WHOLE_SHARE)

    def _asked(self, key: int, sounds: Sequence[str], mask: int, part: float = 1.0) -> Asked:
        return Asked(key, self.people * prod(map(self.share, sounds)) * part, mask)

    def _mask(self, pair: Pair) -> int:
        mask = self.places[pair.first]
        if pair.kind == keys.GIVEN:
            mask |= GIVEN_MARK
        if pair.kind in (keys.AT_PLACE, keys.KUNYA_AT_PLACE):
            mask |= PLACE_SAME
        return mask | (self.places[pair.second] if pair.second else 0)

    def _worth(self) -> Worth:
        """The bits of every set of words, of the given name in its place, and of the town."""
        bits = [weights.GIVEN_IN_PLACE, PLACE_BITS, WHOLE_BITS, *(
            min(weights.WORD_MAX, -log2(max(map(self.share, sounds))))
            for sounds in list(self.words.values())[:WORDS_TOLD_MAX]
        )]  # fmt: skip
        table = np.zeros(1)
        for one in bits:
            table = np.concatenate((table, table + one))
        return table


def _places(words: Iterable[str]) -> dict[str, int]:
    """Which bit of a mask stands for which word."""
    return {word: FIRST_WORD << min(at, WORDS_TOLD_MAX - 1) for at, word in enumerate(words)}


def _slips(sound: str) -> list[str]:
    return list(nearby(sound)) if len(sound) >= SLIP_LETTERS_MIN else []


def _likeliest(*words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Spellings of some words together, the usual ones first."""
    yield from islice(product(*(sounds[:4] for sounds in words)), TRIPLES_MAX)
