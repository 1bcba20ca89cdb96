"""The odds that two records are one human being, in bits, against a stranger and against kin.

Fellegi and Sunter's sum of bits with word frequencies, and two rivals: somebody else with these
names, and a brother or sister, who shares everything but the given name and the years. A match
has to beat both; what is answered is the smaller.
"""

from collections.abc import Callable, Collection
from itertools import product
from math import log2
from typing import NamedTuple

from serai.core.matching import weights, years
from serai.core.matching.chains import Aligned, aligned
from serai.core.matching.likeness import NEAR, begins, likeness, sounds
from serai.core.matching.told import Told
from serai.core.names import kept

Share = Callable[[str], float]  # which share of the registry bears a word of this skeleton
COMPOUND = " "  # between the parts of one word
PLACE_MARK = "@"  # before a place in the table of frequencies

NO_CHAIN = Aligned(0.0, 0.0, (), ())
NO_WORDS: tuple[str, ...] = ()


class Fit(NamedTuple):
    """How two people fit: the parts of the sum, in bits."""

    bits: float
    stranger: float
    kin: float
    chain: Aligned
    kunya: float
    age: float
    sex: float
    place: float
    mother: float
    family: float = 0.0  # of others who are told with the one and found with the other


class Scorer:
    """Compares one person with many: remembers what it found out about each pair of words."""

    def __init__(self, share: Share, people: int, *, unfinished: bool = False) -> None:
        self._share = share
        self._unfinished = unfinished
        self._loose: Collection[str] | None = ()  # words a quick look compares letter by letter
        self._size = log2(max(2, people))
        self._seen: dict[tuple[str, str], float] = {}
        self._quick: dict[tuple[str, ...], _Shared] = {}

    def fit(self, one: Told, other: Told) -> Fit:
        """How well two people fit."""
        chain = self._chain(one, other)
        kunya = self._kunya(one, other)
        age, kin_age = _age(one, other)
        sex = _sex(one, other)
        place = self._place(one.place, other.place)
        mother = self._mother(one, other)
        stranger = chain.bits + kunya + age + sex + place + mother
        stranger -= self._size + weights.STRANGER_LESS
        kin = chain.given + kunya + kin_age + sex - weights.KIN_LESS
        return Fit(min(stranger, kin), stranger, kin, chain, kunya, age, sex, place, mother)

    def quick(self, one: Told, other: Told) -> float:
        """Roughly how well two people fit: the words of their names, in whatever order."""
        best = 0.0
        for mine in one.chains:
            shared = self._shared(mine.words)
            for theirs in other.chains:
                rows = list(map(shared.__getitem__, theirs.words))
                missing = abs(len(mine.words) - len(rows))
                total = weights.PART_MISSING * (missing if mine.given else min(1, missing))
                total += sum(map(max, *rows)) if len(rows) > 1 else sum(rows[0])
                if mine.given and rows[0][0] > 0:
                    total += weights.GIVEN_IN_PLACE
                best = max(best, total)
        if one.born or one.sex or one.place:  # hundreds are looked at, mostly for a name alone
            best += _age(one, other)[0] + _sex(one, other) + self._place(one.place, other.place)
        return best + self._kunya(one, other) if one.kunyas or other.kunyas else best

    def allow_slips(self, words: Collection[str] | None = None) -> None:
        """From now on words one letter apart from these, or from any, count in a quick look too."""
        self._loose = words
        self._quick.clear()

    def _shared(self, mine: tuple[str, ...]) -> "_Shared":
        found = self._quick.get(mine)
        if found is None:
            found = self._quick[mine] = _Shared(self, mine, self._loose)
        return found

    def word_bits(self, one: str, other: str) -> float:
        """What it says that both have this word; 0 when they are different words."""
        key = (one, other)
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = self._word_bits(one, other)
        return found

    def _word_bits(self, one: str, other: str) -> float:
        alike = likeness(one, other)
        if self._unfinished and begins(one, other):
            rarity = -log2(self._share(kept(other)[0]))
            begun = max(weights.BEGUN_LEAST, rarity * weights.BEGUN_SHARE)
            if alike is None or alike.kind == NEAR:
                return min(weights.WORD_MAX, begun)
        if alike is None or alike.bits <= weights.SOUND_OTHER:
            return 0.0
        bits = -log2(self._share(alike.skeleton))
        if alike.kind == NEAR:
            bits = bits * weights.NEAR_SHARE - weights.NEAR_LESS
        else:
            bits += alike.bits
        bits = min(weights.WORD_MAX, bits)
        return bits if bits >= weights.WORD_COUNTS_FROM else 0.0

    def _chain(self, one: Told, other: Told) -> Aligned:
        best, former = NO_CHAIN, NO_WORDS
        for mine in one.chains:
            for theirs in other.chains:
                found = aligned(mine, theirs, self.word_bits)
                if best is NO_CHAIN or found.bits > best.bits:
                    best, former = found, theirs.words if theirs.former else NO_WORDS
        return best._replace(former=former) if former else best

    def _kunya(self, one: Told, other: Told) -> float:
        if not one.kunyas and not other.kunyas:
            return 0.0
        mine, theirs = _eldest(one), _eldest(other)
        if not mine or not theirs:
            called = _called(one) or _called(other)
            return weights.KUNYA_UNKNOWN if called else weights.KUNYA_NOT_TOLD
        best = 0.0
        for (a, doubt), (b, other_doubt) in product(mine.items(), theirs.items()):
            bits = self.word_bits(a, b)
            if bits > 0 and min(doubt, other_doubt) >= weights.KUNYA_OF_FAMILY:
                return 0.0  # one family's name, which counts among the words of the names
            best = max(best, bits - doubt - other_doubt)
        if best > 0:
            return best + weights.KUNYA_MORE
        told = max(min(mine.values()), min(theirs.values())) < weights.KUNYA_OF_FAMILY
        return weights.KUNYA_DIFFERS if told else weights.KUNYA_NOT_TOLD

    def _place(self, one: str, other: str) -> float:
        if not one or not other:
            return 0.0
        if one != other:
            return weights.PLACE_DIFFERS
        rarity = -log2(self._share(PLACE_MARK + one))
        return min(weights.PLACE_MAX, rarity - weights.PLACE_TRUST)

    def _mother(self, one: Told, other: Told) -> float:
        if not one.mother or not other.mother:
            return 0.0
        bits = self.word_bits(one.mother[0], other.mother[0])
        return bits * weights.MOTHER_TRUST if bits > 0 else weights.MOTHER_DIFFERS


class _Shared(dict[str, list[float]]):
    """For every word of another name what it says beside each word of this one."""

    def __init__(
        self, scorer: Scorer, mine: tuple[str, ...], loose: Collection[str] | None
    ) -> None:
        super().__init__()
        self._bits = scorer.word_bits
        self._mine = [
            (word, None if loose is None or word in loose else sounds(word)) for word in mine
        ]

    def __missing__(self, other: str) -> list[float]:
        """Words one letter apart say nothing here, unless slips are looked for."""
        theirs, bits = sounds(other), self._bits
        found = self[other] = [
            bits(word, other) if mine is None or not mine.isdisjoint(theirs) else 0.0
            for word, mine in self._mine
        ]
        return found


def _called(one: Told) -> bool:
    """Whether nothing but a kunya stands for the given name."""
    return bool(one.kunyas) and not any(chain.given for chain in one.chains)


def _eldest(one: Told) -> dict[str, float]:
    """After whom a person may be called, with the bits by which that is in doubt.

    It is where Abu X may be the family's name, and where one of several may be the eldest.
    """
    ends = [chain.words[-1] for chain in one.chains]
    found = dict.fromkeys(one.sons, log2(len(one.sons)) if one.sons else 0.0)
    for _, word in one.kunyas:
        of_family = any(end.endswith(f"{COMPOUND}{word}") for end in ends)
        doubt = weights.KUNYA_OF_FAMILY if of_family else 0.0
        found[word] = min(doubt, found.get(word, doubt))
    return found


def _age(one: Told, other: Told) -> tuple[float, float]:
    if one.born is None or other.born is None:
        return 0.0, 0.0
    bits = years.between(one.born, other.born)
    return bits, min(bits, weights.AGE_OF_KIN)


def _sex(one: Told, other: Told) -> float:
    if not one.sex or not other.sex:
        return 0.0
    return weights.SEX_SAME if one.sex == other.sex else weights.SEX_DIFFERS
