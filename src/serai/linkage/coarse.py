"""The first score of every candidate pair, for whole arrays at once.

It compares skeletons, years, sex, place and the eldest son with the weights of the full comparison,
and keeps what could still turn out to be one person. The full comparison has the last word.
"""

import msgspec
import numpy as np

from serai.core.matching import weights, years
from serai.linkage import evidence
from serai.linkage.registry import NONE, WORDS, Bits, Numbers, People

LEAST = -3.0  # bits; the full comparison adds what letters and vowels say, rarely more than that
LEAST_WITH_MORE = -9.0  # where a birthday, an address or a phone speaks for the pair
KEPT_PER_PERSON = 3
SAME_HOME = -6.0  # who is written down twice is hardly ever in one household twice
GIVEN_APART = -4.0  # a slip of the pen may be mended by the full comparison
_YEARS = years.TABLE.astype(np.float32)


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
    given, words = _chains(people, first, second)
    kunya = _kunyas(people, first, second)
    age, kin_age = _ages(people, first, second)
    more = more_of_kin = np.zeros(1, np.float32)
    if evidence.told(people):
        years = evidence.years_speak(people, first, second)
        more, more_of_kin = evidence.beside(people, first, second)
        age, kin_age = age * years, kin_age * years
    sex = _sexes(people, first, second)
    place = _places(people, first, second)
    home = _homes(people, first, second)
    size = np.float32(np.log2(max(2, len(people))))
    stranger = given + words + kunya + age + sex + place + home - size + more
    kin = np.maximum(given, 0) + np.maximum(kunya, 0) + kin_age + sex - weights.KIN_LESS
    kin = np.where(given < 0, given + kunya + kin_age + sex, kin)
    bits = np.minimum(stranger, kin + more_of_kin + home).astype(np.float32)
    least = np.where(more > 0, LEAST_WITH_MORE, LEAST)
    return best_few(Pairs(first, second, bits).where(bits >= least))


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


def _chains(people: People, first: Numbers, second: Numbers) -> tuple[Bits, Bits]:
    """Bits of the given name, and of the others: shared, missing on one side, different."""
    mine, theirs = people.words[first], people.words[second]
    bits = np.minimum(people.word_bits, weights.WORD_MAX)
    told = (mine[:, 0] != NONE) & (theirs[:, 0] != NONE)
    same = told & (mine[:, 0] == theirs[:, 0])
    given = np.where(same, bits[mine[:, 0]], np.where(told, GIVEN_APART, weights.GIVEN_NOT_TOLD))
    shared = np.zeros(len(first), np.float32)
    matched = np.zeros(len(first), np.int32)
    for here in range(1, WORDS):
        hit = np.zeros(len(first), bool)
        for there in range(1, WORDS):
            hit |= mine[:, here] == theirs[:, there]
        hit &= mine[:, here] != NONE
        shared += np.where(hit, bits[mine[:, here]], 0)
        matched += hit
    swapped = told & ~same & (mine[:, 0] == theirs[:, 1]) & (mine[:, 1] == theirs[:, 0])
    swap = bits[mine[:, 0]] + weights.SWAPPED
    given = np.where(swapped, swap, given)
    shared += np.where(swapped, bits[mine[:, 1]] * (mine[:, 1] != NONE), 0)
    matched += swapped
    left = (mine[:, 1:] != NONE).sum(1) - matched
    right = (theirs[:, 1:] != NONE).sum(1) - matched
    apart = np.maximum(np.minimum(left, right), 0)
    missing = np.maximum(np.maximum(left, right) - apart, 0)
    others = shared + missing * weights.PART_MISSING + apart * (weights.PART_DIFFERS / 2)
    return given.astype(np.float32), others.astype(np.float32)


def _kunyas(people: People, first: Numbers, second: Numbers) -> Bits:
    mine, theirs = people.eldest[first], people.eldest[second]
    same = (mine == theirs) & (mine != NONE)
    bits = np.minimum(people.word_bits, weights.WORD_MAX)
    return np.where(same, bits[mine] + weights.KUNYA_MORE, 0).astype(np.float32)


def _ages(people: People, first: Numbers, second: Numbers) -> tuple[Bits, Bits]:
    a, b = people.first_year[first], people.last_year[first]
    c, d = people.first_year[second], people.last_year[second]
    known = (b > 0) & (d > 0)
    mine, theirs = np.minimum(b - a, years.SPAN_MAX), np.minimum(d - c, years.SPAN_MAX)
    later = np.clip(c - a, -years.APART_MAX, years.APART_MAX)
    bits = np.where(known, _YEARS[mine, theirs, later + years.APART_MAX], 0).astype(np.float32)
    return bits, np.minimum(bits, weights.AGE_OF_KIN).astype(np.float32)


def _sexes(people: People, first: Numbers, second: Numbers) -> Bits:
    mine, theirs = people.sex[first], people.sex[second]
    known = (mine > 0) & (theirs > 0)
    told = np.where(mine == theirs, weights.SEX_SAME, weights.SEX_DIFFERS)
    return np.where(known, told, 0).astype(np.float32)


def _places(people: People, first: Numbers, second: Numbers) -> Bits:
    mine, theirs = people.place[first], people.place[second]
    known = (mine != NONE) & (theirs != NONE)
    rare = np.minimum(people.place_bits - weights.PLACE_TRUST, weights.PLACE_MAX)
    if not len(rare):
        return np.zeros(len(first), np.float32)
    told = np.where(mine == theirs, rare[mine], weights.PLACE_DIFFERS)
    return np.where(known, told, 0).astype(np.float32)


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
