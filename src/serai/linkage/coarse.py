"""The first score of every candidate pair, for whole arrays at once.

It compares skeletons, years, sex, place and the eldest son with the weights of the full comparison,
and keeps what could still turn out to be one person. The full comparison has the last word.
"""

import msgspec
import numpy as np

from serai.core.matching import weights, years
from serai.core.matching.told import MAN, WOMAN
from serai.linkage import evidence
from serai.linkage.registry import NONE, Bits, Numbers, People

LEAST = -3.0  # bits; the full comparison adds what letters and vowels say, rarely more than that
LEAST_WITH_MORE = -9.0  # where a birthday, an address or a phone speaks for the pair
KEPT_PER_PERSON = 3
PAIRS_A_BLOCK = 100000  # what is worked on at once stays near the processor
Mask = np.ndarray[tuple[int], np.dtype[np.bool_]]
SAME_HOME = -6.0  # who is written down twice is hardly ever in one household twice
GIVEN_APART = -4.0  # a slip of the pen may be mended by the full comparison
# By both spans' lengths and how many years theirs begins later; nothing where one is not known.
_YEARS = np.pad(years.TABLE.astype(np.float32), ((0, 1), (0, 1), (0, 0)))
_SEXES = np.full((3, 3), weights.SEX_DIFFERS, np.float32)
_SEXES[0], _SEXES[:, 0] = 0, 0
_SEXES[MAN, MAN] = _SEXES[WOMAN, WOMAN] = weights.SEX_SAME
_AGE_OF_KIN, _KIN_LESS = np.float32(weights.AGE_OF_KIN), np.float32(weights.KIN_LESS)
_SWAPPED, _GIVEN_APART = np.float32(weights.SWAPPED), np.float32(GIVEN_APART)
_GIVEN_NOT_TOLD, _KUNYA_MORE = np.float32(weights.GIVEN_NOT_TOLD), np.float32(weights.KUNYA_MORE)
_MISSING, _APART = np.float32(weights.PART_MISSING), np.float32(weights.PART_DIFFERS / 2)
_PLACE_DIFFERS = np.float32(weights.PLACE_DIFFERS)


class Pairs(msgspec.Struct):
    """Pairs of people by their numbers, with bits."""

    first: Numbers
    second: Numbers
    bits: Bits

    def __len__(self) -> int:
        return len(self.first)

    def where(self, mask: np.ndarray[tuple[int], np.dtype[np.bool_]] | slice) -> "Pairs":
        """Those pairs only."""
        return Pairs(self.first[mask], self.second[mask], self.bits[mask])


def scored(people: People, first: Numbers, second: Numbers) -> Pairs:
    """The pairs that may be one person, with their bits."""
    look = Look(people)
    blocks = [slice(at, at + PAIRS_A_BLOCK) for at in range(0, len(first), PAIRS_A_BLOCK)]
    return best_few(together([look.at(first[one], second[one]) for one in blocks]))


class Look:
    """A look at pairs of these people: their facts in columns that are quick to read."""

    def __init__(self, people: People) -> None:
        self.people, self.more = people, evidence.told(people)
        self.words = [np.ascontiguousarray(word) for word in people.words.T]
        self.others = (people.words[:, 1:] != NONE).sum(1, dtype=np.int8)
        known = np.minimum(people.word_bits, np.float32(weights.WORD_MAX))
        self.word_bits = np.append(known, np.float32(0))  # 0 of NONE
        rare = people.place_bits - np.float32(weights.PLACE_TRUST)
        self.place_bits = np.minimum(rare, np.float32(weights.PLACE_MAX))
        self.sex = people.sex.astype(np.int8)
        span = np.minimum(people.last_year - people.first_year, years.SPAN_MAX)
        self.span = np.where(people.last_year > 0, span, years.SPAN_MAX + 1)
        self.size = np.float32(np.log2(max(2, len(people))))

    def at(self, first: Numbers, second: Numbers) -> Pairs:
        """Those that may be one person; whoever is kin at most is not looked at any further."""
        given, swapped = self._givens(first, second)
        kunya = self._kunyas(first, second)
        stranger, kin, least = self.beside(first, second)
        kin += np.where(given < 0, given + kunya, given + kunya - _KIN_LESS)
        fits = np.flatnonzero(kin >= least)
        stranger = (stranger + given + kunya).take(fits)
        first, second = first.take(fits), second.take(fits)
        stranger += self._others(first, second, swapped.take(fits)) + self.places(first, second)
        bits = np.minimum(stranger, kin.take(fits))
        least = least if len(least) == 1 else least.take(fits)
        return Pairs(first, second, bits).where(bits >= least)

    def beside(self, first: Numbers, second: Numbers) -> tuple[Bits, Bits, Bits]:
        """Bits of all but names and place, against strangers and kin; and how many are wanted."""
        age = self._ages(first, second)
        kin_age: Bits = np.minimum(age, _AGE_OF_KIN)
        others: Bits = _SEXES.take(self.sex.take(first) * 3 + self.sex.take(second))
        others += _homes(self.people, first, second)
        least = np.full(1, LEAST, np.float32)
        if not self.more:
            return others + age - self.size, others + kin_age, least
        told = evidence.years_speak(self.people, first, second)
        more, of_kin = evidence.beside(self.people, first, second)
        least = np.where(more > 0, np.float32(LEAST_WITH_MORE), least)
        stranger = others + age * told + more - self.size
        return stranger, others + kin_age * told + of_kin, least

    def _givens(self, first: Numbers, second: Numbers) -> tuple[Bits, Mask]:
        """Bits of the given name, and whether it is the other's second one turned round."""
        mine, theirs = self.words[0].take(first), self.words[0].take(second)
        same, told = mine == theirs, np.minimum(mine, theirs) != NONE
        swapped = (mine == self.words[1].take(second)) & (theirs == self.words[1].take(first))
        swapped &= told & ~same
        bits = self.word_bits.take(mine)
        given = np.where(same, bits, np.where(swapped, bits + _SWAPPED, _GIVEN_APART))
        return np.where(told, given, _GIVEN_NOT_TOLD), swapped

    def _others(self, first: Numbers, second: Numbers, swapped: Mask) -> Bits:
        """Bits of the other names: shared, missing on one side, different."""
        mine, theirs = ([word.take(who) for word in self.words[1:]] for who in (first, second))
        bits = self.word_bits.take(mine[0]) * swapped
        matched = swapped.astype(np.int8)
        for word in mine:
            hit = np.logical_or.reduce([word == other for other in theirs]) & (word != NONE)
            bits += self.word_bits.take(word) * hit
            matched += hit
        left, right = self.others.take(first) - matched, self.others.take(second) - matched
        apart = np.maximum(np.minimum(left, right), 0)
        missing = np.maximum(np.maximum(left, right), 0) - apart
        found: Bits = bits + missing * _MISSING + apart * _APART
        return found

    def _kunyas(self, first: Numbers, second: Numbers) -> Bits:
        mine, theirs = self.people.eldest.take(first), self.people.eldest.take(second)
        same = (mine == theirs) & (mine != NONE)
        found: Bits = (self.word_bits.take(mine) + _KUNYA_MORE) * same
        return found

    def _ages(self, first: Numbers, second: Numbers) -> Bits:
        later = self.people.first_year.take(second) - self.people.first_year.take(first)
        later = np.minimum(np.maximum(later, -years.APART_MAX), years.APART_MAX)
        spans = self.span.take(first) * len(_YEARS) + self.span.take(second)
        found: Bits = _YEARS.take(spans * _YEARS.shape[2] + later + years.APART_MAX)
        return found

    def places(self, first: Numbers, second: Numbers) -> Bits:
        """Bits of the place."""
        mine, theirs = self.people.place.take(first), self.people.place.take(second)
        known = np.minimum(mine, theirs) != NONE
        bits = np.where(mine == theirs, self.place_bits.take(mine), _PLACE_DIFFERS)
        found: Bits = bits * known
        return found


def together(some: list[Pairs]) -> Pairs:
    """All of them, one after another."""
    nothing = Pairs(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.float32))
    columns = [(one.first, one.second, one.bits) for one in (*some, nothing)]
    return Pairs(*(np.concatenate(column) for column in zip(*columns, strict=True)))


def best_few(pairs: Pairs, most: int = KEPT_PER_PERSON) -> Pairs:
    """The best pairs of each first person."""
    if not len(pairs):
        return pairs
    order = np.lexsort((-pairs.bits, pairs.first))
    first = pairs.first[order]
    starts = np.flatnonzero(np.concatenate(([True], first[1:] != first[:-1])))
    rank = np.arange(len(first)) - np.repeat(
        starts, np.diff(np.concatenate((starts, [len(first)])))
    )
    kept = order[rank < most]
    return Pairs(pairs.first[kept], pairs.second[kept], pairs.bits[kept])


def _homes(people: People, first: Numbers, second: Numbers) -> Bits:
    bits: Bits = same_home(people, first, second) * np.float32(SAME_HOME)
    return bits


def same_home(people: People, first: Numbers, second: Numbers) -> Bits:
    """1 where both stand in one household of one file, else 0."""
    mine = people.home[first]
    together = (mine == people.home[second]) & (mine != NONE)
    one_file = (first < people.left) == (second < people.left)
    found: Bits = np.where(together & one_file, 1, 0).astype(np.float32)
    return found
