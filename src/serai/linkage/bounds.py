"""What two people can reach at most by the words of their names, before they are compared in full.

What two written words say is the full comparison's own; only how the words are best laid beside
each other is left open. Whoever stays below what anybody looks at need not be compared.
"""

import numpy as np

from serai.core.matching import weights
from serai.core.matching.scoring import Scorer
from serai.linkage import choice
from serai.linkage.coarse import Look, Pairs
from serai.linkage.reading import OF_FAMILY, UNGIVEN
from serai.linkage.registry import Bits, Numbers, People

_KIN_LESS, _STRANGER_LESS = np.float32(weights.KIN_LESS), np.float32(weights.STRANGER_LESS)
_KUNYA_MORE = np.float32(weights.KUNYA_MORE)
_KUNYA_NOT_TOLD = np.float32(weights.KUNYA_NOT_TOLD)
_SHIFTED = np.float32(weights.GIVEN_SHIFTED)

Table = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


def within_reach(people: People, pairs: Pairs, scorer: Scorer) -> Pairs:
    """The pairs that may reach what somebody looks at; all of them where a name is not plain."""
    look, least = Look(people), least_of(people)
    first, second = pairs.first, pairs.second
    stranger, kin, _ = look.beside(first, second)
    stranger += look.places(first, second) - _STRANGER_LESS
    kunya = _kunyas(people, first, second, scorer)
    stranger, kin = stranger + kunya, kin + kunya - _KIN_LESS
    names = people.name[first], people.name[second]
    plain, told = np.minimum(*names) > 0, (names[0] != UNGIVEN) & (names[1] != UNGIVEN)
    mine, theirs = people.spelt[first], people.spelt[second]
    by_given = _bits(people, mine, theirs[:, :1], scorer)[:, :, 0]
    given = np.where(told, _given(mine, by_given), np.float32(weights.WORD_MAX))
    some = np.flatnonzero(plain & (kin + given >= least))
    best = _bits(people, mine[some], theirs[some, 1:], scorer).max(2)
    best = np.maximum(by_given[some], best)
    given = np.where(told[some], given[some], best.max(1))
    reached = best.sum(1) + np.where(given > 0, 0, _SHIFTED * told[some]) + stranger[some]
    kept = ~plain
    kept[some[(reached >= least) & (kin[some] + given >= least)]] = True
    return pairs.where(kept)


def _kunyas(people: People, first: Numbers, second: Numbers, scorer: Scorer) -> Bits:
    """The most that it says after whom they are called; nothing where nobody told it."""
    mine, theirs = people.called[first], people.called[second]
    told = np.flatnonzero((mine[:, 0] > 0) | (theirs[:, 0] > 0))
    family = (people.name[first[told]] == OF_FAMILY) & (people.name[second[told]] == OF_FAMILY)
    bits = _bits(people, mine[told], theirs[told], scorer)
    bits[family, 0, 0] = 0  # counts among the words of the names
    best = bits.max((1, 2))
    found = np.zeros(len(first), np.float32)
    found[told] = np.where(best > 0, best + _KUNYA_MORE, np.where(family, 0, _KUNYA_NOT_TOLD))
    return found


def least_of(people: People) -> np.float32:
    """What a pair must reach to be listed, or to speak for another of the household."""
    of_two = people.left < len(people)
    return np.float32(choice.MEMBER_FITS_FROM - (choice.EXPECTED_MOST if of_two else 0))


def _given(mine: Numbers, by_given: Table) -> Bits:
    """The most that the other's given name can say: in its place, or turned round."""
    last = np.maximum((mine > 0).sum(1) - 1, 0)
    turned = by_given[np.arange(len(last)), last]
    given = np.maximum.reduce([by_given[:, 0], by_given[:, 1], turned])
    return np.where(given > 0, given, _SHIFTED)


def _bits(people: People, mine: Numbers, theirs: Numbers, scorer: Scorer) -> Table:
    """What every word of the one says beside every word of the other."""
    both = mine[:, :, None].astype(np.int64) << 32 | theirs[:, None, :]
    met, which = np.unique(both, return_inverse=True)
    texts = people.texts
    told = [
        scorer.word_bits(texts[one], texts[other]) if one and other else 0.0
        for one, other in zip((met >> 32).tolist(), (met & 0xFFFFFFFF).tolist(), strict=True)
    ]
    found: Table = np.array(told, np.float32)[which].reshape(both.shape)
    return found
