"""Who of the books surely is somebody who was just written down: mostly nobody, and found fast.

Several people are looked for at once. A key is looked up only where those under it, if nothing
speaks against them, would be very likely; whoever turns up is read only if what they turned up
with can still be enough.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import reduce
from heapq import nlargest
from itertools import combinations, product
from math import log2
from operator import or_

import numpy as np

from serai.core.matching import keys, weights
from serai.core.matching.pairs import pairs
from serai.core.matching.scoring import PLACE_MARK, Scorer, Share
from serai.core.matching.search import COUNT_LEAST, Answer, Books, Found, ranked
from serai.core.matching.summed import NUMBER, Rows, summed
from serai.core.matching.told import Told
from serai.core.names import asked

ROWS_A_KEY, KEYS_MAX = 400, 60  # the rarest keys of a person
YEARS_ROUGH = 6.0  # keys hold the middle of what may be a wide span
READ_MAX = 12  # people compared in full, for each looked for

Range = tuple[int, int, int]
# words, a skeleton of each, the hash, and less rare words that those under it may bear too
_Key = tuple[Sequence[str], tuple[str, ...], int, Sequence[str]]


def surely(
    books: Books, people: Sequence[Told], limit: int, apart: Collection[int] = ()
) -> list[Answer]:
    """For each of these people those who are very likely they, but for the numbers `apart`."""
    counts = books.sounds(sorted({one for person in people for one in _sounds(person)}), (), 0)
    many = books.people()

    def share(sound: str) -> float:
        count = counts.get(sound)
        if count is None:
            count = books.sounds([sound], (), 0).get(sound, 0)
        return max(count, COUNT_LEAST) / max(many, 2)

    sought = [_Sought(person, {**counts}, many, share) for person in people]
    got = books.rows([one for each in sought for one in each.ranges])
    for each in sought:
        each.see(got[: len(each.ranges)], apart)
        got = got[len(each.ranges) :]
    read = books.told(sorted({number for each in sought for number in each.numbers}))
    return [Answer(each.fitting(read, limit), share) for each in sought]


class _Sought:
    """One who is looked for: under which keys, and who of those found there may be enough."""

    def __init__(self, person: Told, counts: Mapping[str, int], people: int, share: Share) -> None:
        self.person = person
        self._scorer = Scorer(share, people)
        self._words = {
            word: tuple(one for one in asked(word) if counts.get(one))
            for told in _told(person)
            for word in told
        }
        self._bits = {
            sound: min(weights.WORD_MAX, weights.SOUND_MAX - log2(share(sound)))
            for sounds in self._words.values() for sound in sounds
        }  # fmt: skip
        self._place = self._places()
        self._least = log2(max(2, people)) + weights.STRANGER_LESS + weights.VERY_LIKELY
        self._least -= self._beside(share)
        plan = sorted(dict.fromkeys(self._keys()))[:KEYS_MAX]
        self.ranges: list[Range] = [
            (key << keys.HASH_SHIFT, (key + 1 << keys.HASH_SHIFT) - 1, ROWS_A_KEY)
            for _, key, _ in plan
        ]
        self._masks = [mask for _, _, mask in plan]
        self.numbers: list[int] = []

    def see(self, got: Sequence[Rows], apart: Collection[int]) -> None:
        """Keeps the numbers of those who turned up with enough."""
        numbers, sums = summed(got, self._masks, self._worth(), self.person)
        enough = sums >= self._least + weights.SEX_SAME - YEARS_ROUGH
        likely = zip(sums[enough].tolist(), numbers[enough].tolist(), strict=True)
        best = nlargest(READ_MAX, (one for one in likely if one[1] not in apart))
        self.numbers = [number for _, number in best]

    def fitting(self, read: Mapping[int, Told], limit: int) -> list[Found]:
        """Those of them who are very likely this person, the likeliest first."""
        wanted = set(self.numbers)  # of two people with one number the second goes by another
        found = [
            Found(number, told, self._scorer.fit(self.person, told))
            for number, told in read.items() if number & NUMBER in wanted
        ]  # fmt: skip
        sure = [one for one in found if one.fit.bits >= weights.VERY_LIKELY]
        return sorted(sure, key=ranked)[:limit]

    def _beside(self, share: Share) -> float:
        """At most so much is said by sex, years, town, the mother's name and a kunya."""
        bits = weights.SEX_SAME + weights.AGE_MAX
        if self.person.place:
            rarity = -log2(share(PLACE_MARK + self.person.place))
            bits += max(0.0, min(weights.PLACE_MAX, rarity - weights.PLACE_TRUST))
        bits += weights.MOTHER_TRUST * max(map(self._rarity, self.person.mother[:1]), default=0.0)
        return bits + max((self._rarity(word) for _, word in self.person.kunyas), default=0.0)

    def _places(self) -> dict[str, int]:
        """The bits of a mask for each word: one for every time it stands in a name.

        A word in the other script is the same one.
        """
        held: dict[tuple[str, int], int] = {}
        places: dict[str, int] = defaultdict(int)
        for told in _told(self.person):
            times = Counter[str]()
            for word in told:
                said = next(iter(self._words[word]), word)
                times[said] += 1
                places[word] |= held.setdefault((said, times[said]), 1 << len(held))
        return places

    def _rarity(self, word: str) -> float:
        return max((self._bits[one] for one in self._words[word]), default=0.0)

    def _worth(self) -> np.ndarray:
        """The bits of every set of words."""
        single = {
            1 << at: self._rarity(word)
            for word, places in self._place.items() for at in range(places.bit_length())
            if places >> at & 1
        }  # fmt: skip
        table = np.zeros(1)
        for at in range(len(single)):
            table = np.concatenate((table, table + single[1 << at]))
        return table

    def _keys(self) -> Iterator[tuple[float, int, int]]:
        """What those under a key may reach, its hash and the words it may stand for."""
        for words, sounds, key, beyond in (*self._pairs(), *self._triples()):
            bits = sum(self._bits[one] for one in sounds) + sum(map(self._rarity, beyond))
            if bits >= self._least:
                yield -bits, key, reduce(or_, (self._place[one] for one in (*words, *beyond)))

    def _triples(self) -> Iterator[_Key]:
        """The given name with two of the words after it.

        Who bears yet rarer ones is found under those.
        """
        for chain in self.person.chains:
            if not chain.given:
                continue
            first, *others = chain.words[: keys.WORDS_MAX]
            for two in combinations(range(min(len(others), keys.TRIPLE_WORDS_MAX - 1)), 2):
                words = (first, *(others[one] for one in two))
                rarer = min(map(self._rarity, words[1:]))
                beyond = [one for at, one in enumerate(others) if at not in two]
                beyond = [one for one in beyond if self._rarity(one) <= rarer]
                for sounds in product(*(self._words[word] for word in words)):
                    one, second, third = map(keys.code, sounds)
                    key = keys.hashed(keys.TRIPLE, one, keys.beside(second, third))
                    yield words, sounds, key, beyond

    def _pairs(self) -> Iterator[_Key]:
        """The given name with another word; two others only where no given name is told.

        Who bears a third word is found under three.
        """
        given = any(chain.given for chain in self.person.chains)
        for pair in pairs(self.person, turned=False):
            if given and pair.kind == keys.OTHER:
                continue
            words = tuple(filter(None, (pair.first, pair.second)))
            for sounds in product(*(self._words[word] for word in words)):
                second = keys.code(sounds[1]) if pair.second else pair.code
                first = keys.code(sounds[0]) + pair.more & keys.WORD64
                yield words, sounds, keys.hashed(pair.kind, first, second), ()


def _told(person: Told) -> Iterator[Sequence[str]]:
    """Every spelling of somebody's name, whom they are called after, and the mother."""
    yield from (chain.words[: keys.WORDS_MAX] for chain in person.chains)
    yield from ((word,) for _, word in person.kunyas)
    yield person.mother[:1]


def _sounds(person: Told) -> Iterator[str]:
    for told in _told(person):
        for word in told:
            yield from asked(word)
    if person.place:
        yield PLACE_MARK + person.place
