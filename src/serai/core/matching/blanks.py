"""A blank that slipped by a letter: أب وأحمد for أبو أحمد, Abu Maji dAllam for Abu Majid Allam.

Somebody of whom nobody fits is read again with each blank one letter to the left or right, and with
a slip in Abu or Um mended; the readings that are likelier names than what was told are looked for
too.
"""

from collections.abc import Iterator
from math import log2
from typing import NamedTuple

from serai.core.matching.likeness import one_letter_apart
from serai.core.matching.scoring import Share
from serai.core.matching.told import WOMAN, Chain, Told, chains_of
from serai.core.names import asked, script

READINGS_MAX = 2
PARENTS = {"latin": ("um", "umm", "oum", "abu", "abou"), "arabic": ("ام", "ابو"), "other": ()}
KUNYA_SHARE = 0.1  # of people told by one


class Reading(NamedTuple):
    """One way to read what was told."""

    chains: tuple[Chain, ...]
    kunyas: tuple[tuple[int, str], ...]


def readings(person: Told) -> Iterator[Reading]:
    """What is told with one blank moved, or with a slip in Abu or Um mended.

    >>> from serai.core.matching.told import Record, told
    >>> Reading((), ((1, "احمد"),)) in list(readings(told(Record("", ("أب وأحمد",)))))
    True
    """
    pieces = _pieces(person)
    if len(pieces) > 1:
        for parent in PARENTS[script(pieces[0])]:
            if one_letter_apart(pieces[0], parent) and pieces[0] != parent:
                yield Reading(*chains_of([" ".join((parent, *pieces[1:]))]))
    for at in range(len(pieces) - 1):
        left, right = pieces[at : at + 2]
        for one, other in ((left + right[:1], right[1:]), (left[:-1], left[-1:] + right)):
            if one and other:
                text = " ".join((*pieces[:at], one, other, *pieces[at + 2 :]))
                yield Reading(*chains_of([text]))


def likelier(person: Told, others: list[Reading], share: Share) -> list[Reading]:
    """Those of the readings that are likelier than the one there is, the likeliest first."""
    least = _likelihood(Reading(person.chains[:1], person.kunyas[:1]), share)
    weighed = [(_likelihood(one, share), one) for one in others]
    better = sorted((one for one in weighed if one[0] > least), key=lambda one: -one[0])
    return [one for _, one in better[:READINGS_MAX]]


def words_of(reading: Reading) -> list[str]:
    """Every word of a reading."""
    words = [word for chain in reading.chains for word in chain.words]
    return words + [word for _, word in reading.kunyas]


def _likelihood(reading: Reading, share: Share) -> float:
    bits = sum(log2(max(map(share, asked(word)))) for word in words_of(reading))
    return bits + log2(KUNYA_SHARE) * len(reading.kunyas)


def _pieces(person: Told) -> list[str]:
    """The words as they stood between blanks."""
    words = [word for chain in person.chains[:1] for word in chain.words]
    for sex, eldest in person.kunyas[:1]:
        if not words or not words[-1].endswith(eldest):
            words = [f"{_parent(sex, eldest)} {eldest}", *words]
    return " ".join(words).split()


def _parent(sex: int, eldest: str) -> str:
    if script(eldest) == "arabic":
        return "ام" if sex == WOMAN else "ابو"
    return "um" if sex == WOMAN else "abu"
