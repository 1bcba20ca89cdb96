"""Which two words of a search make a key, in the order told or turned, and with the town."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from serai.core.matching import keys
from serai.core.matching.told import Told

PLACE_SHARE_GUESS = 0.02
CALLED_SHARE = 0.1  # of those who bear a name somewhere, as many are called after a son of it


class Pair(NamedTuple):
    """Two words that make a key, or a word and something else."""

    kind: int
    first: str
    second: str = ""
    code: int = 0
    share: float = 1.0  # how many are expected beside what the words say
    more: int = 0


def pairs(person: Told, turned: bool) -> Iterator[Pair]:
    """The pairs of a search: as told, or turned round."""
    place = keys.code(person.place) if person.place else 0
    for told in person.chains:
        words = told.words[: keys.WORDS_MAX]
        if len(words) == 1:
            yield Pair(keys.SINGLE, words[0])
        yield from _turned(words, told.given) if turned else _straight(words, told.given)
        if place:
            for word in {words[0], words[-1]}:
                yield Pair(keys.AT_PLACE, word, "", place, PLACE_SHARE_GUESS)
    yield from _kunya_pairs(person, place)


def _straight(words: Sequence[str], given: bool) -> Iterator[Pair]:
    """Two words of a chain in their order."""
    for i, first in enumerate(words):
        kind = keys.GIVEN if given and not i else keys.OTHER
        yield from (Pair(kind, first, second) for second in words[i + 1 :])


def _turned(words: Sequence[str], given: bool) -> Iterator[Pair]:
    """Two words of a chain where another order is written."""
    for i, first in enumerate(words):
        kind = keys.OTHER if given and not i else keys.GIVEN
        for second in words[i + 1 :]:
            if first != second:
                yield Pair(keys.GIVEN, second, first)
                yield Pair(kind, first, second)


def _kunya_pairs(person: Told, place: int) -> Iterator[Pair]:
    beside = {word for told in person.chains for word in told.words[: keys.WORDS_MAX]}
    for parent, eldest in person.kunyas:
        yield Pair(keys.KUNYA, eldest, "", parent, CALLED_SHARE)
        if place:
            yield Pair(
                keys.KUNYA_AT_PLACE, eldest, "", place, CALLED_SHARE * PLACE_SHARE_GUESS, parent
            )
        for word in beside:
            yield Pair(keys.KUNYA_WITH, eldest, word, 0, CALLED_SHARE, parent)
