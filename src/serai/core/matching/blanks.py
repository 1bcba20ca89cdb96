"""A blank that slipped or was lost: أب وأحمد and أبوأحمد for أبو أحمد, Abu Maji dAllam.

Somebody of whom nobody fits is read again with each blank one letter to the left or right, with a
lost one put back, and with a slip in Abu, Um or Abd mended; the readings that are likelier names
than what was told are looked for too.
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
SERVANTS = {"latin": ("abd", "abdul", "abdel", "abdal"), "arabic": ("عبد",), "other": ()}
HALF_MIN = 3  # letters on either side of a blank that was lost
JOINED_MAX = 30  # letters of two words; what is longer is no name
KUNYA_SHARE = 0.1  # of people told by one

Pieces = tuple[str, ...]  # as they stand between blanks


class Reading(NamedTuple):
    """One way to read what was told."""

    chains: tuple[Chain, ...]
    kunyas: tuple[tuple[int, str], ...]


def readings(person: Told) -> Iterator[Reading]:
    """What is told with one blank moved or put back, or with a slip in Abu, Um or Abd mended.

    >>> from serai.core.matching.told import Record, told
    >>> mended = Reading((), ((1, "احمد"),)), Reading((), ((2, "احمد"),))
    >>> names = ("أب وأحمد", "أمأحمد")
    >>> [one in readings(told(Record("", (name,)))) for one, name in zip(mended, names)]
    [True, True]
    """
    pieces = _pieces(person)
    for more in (*_mended(pieces), *_moved(pieces), *_put_back(pieces)):
        yield Reading(*chains_of([" ".join(more)]))


def likelier(person: Told, others: list[Reading], share: Share) -> list[Reading]:
    """Those of the readings that are likelier than the one there is, the likeliest first."""
    least = _likelihood(Reading(person.chains[:1], person.kunyas[:1]), share)
    weighed = [(_likelihood(one, share), one) for one in dict.fromkeys(others)]
    better = sorted((one for one in weighed if one[0] > least), key=lambda one: -one[0])
    return [one for _, one in better[:READINGS_MAX]]


def words_of(reading: Reading) -> list[str]:
    """Every word of a reading."""
    words = [word for chain in reading.chains for word in chain.words]
    return words + [word for _, word in reading.kunyas]


def _likelihood(reading: Reading, share: Share) -> float:
    bits = sum(log2(max(map(share, asked(word)))) for word in words_of(reading))
    return bits + log2(KUNYA_SHARE) * len(reading.kunyas)


def _mended(pieces: Pieces) -> Iterator[Pieces]:
    """With a slip in Abu or Um at the beginning, or in Abd before another word."""
    for at, piece in enumerate(pieces[:-1]):
        meant = (
            SERVANTS[script(piece)] if at else (*PARENTS[script(piece)], *SERVANTS[script(piece)])
        )
        for one in meant:
            if one != piece and one_letter_apart(piece, one):
                yield (*pieces[:at], one, *pieces[at + 1 :])


def _moved(pieces: Pieces) -> Iterator[Pieces]:
    """With one blank a letter to the left or right."""
    for at in range(len(pieces) - 1):
        left, right = pieces[at : at + 2]
        for one, other in ((left + right[:1], right[1:]), (left[:-1], left[-1:] + right)):
            if one and other:
                yield (*pieces[:at], one, other, *pieces[at + 2 :])


def _put_back(pieces: Pieces) -> Iterator[Pieces]:
    """With a blank that was lost, or in whose place a letter was written."""
    for at, piece in enumerate(pieces):
        starts = [len(one) for one in PARENTS[script(piece)] if not at and piece.startswith(one)]
        halves = range(HALF_MIN, len(piece) - HALF_MIN + 1) if len(piece) <= JOINED_MAX else ()
        for cut in (*starts, *halves):
            for skipped in (0, 1):
                rest = piece[cut + skipped :]
                if len(rest) >= HALF_MIN:
                    yield (*pieces[:at], piece[:cut], rest, *pieces[at + 1 :])


def _pieces(person: Told) -> Pieces:
    """The words as they stood between blanks."""
    words = [word for chain in person.chains[:1] for word in chain.words]
    for sex, eldest in person.kunyas[:1]:
        if not words or not words[-1].endswith(eldest):
            words = [f"{_parent(sex, eldest)} {eldest}", *words]
    return tuple(" ".join(words).split())


def _parent(sex: int, eldest: str) -> str:
    if script(eldest) == "arabic":
        return "ام" if sex == WOMAN else "ابو"
    return "um" if sex == WOMAN else "abu"
