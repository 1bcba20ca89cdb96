"""Skeletons one letter away from another: what a slip of the pen makes of a word."""

from collections.abc import Iterator
from itertools import chain

from serai.core.names import CLASSES
from serai.core.names.skeleton import SHORT_MAX

LETTERS_MIN = 2  # consonants; shorter words have too many neighbours to mean anything
OPENINGS, ENDS = "vwy", "aiu"  # the vowels that a skeleton keeps


def nearby(sound: str) -> Iterator[str]:
    """Every skeleton with one letter less, more, other, or two turned round.

    A consonant at the end may have been written for a vowel, or a vowel for it.

    >>> found = set(nearby("HSN"))
    >>> "SHN" in found, "HSSN" in found, "HSN" in found, "HSNa" in found, "HSi" in found
    (True, True, False, True, True)
    >>> found = set(nearby("vDR"))
    >>> "NDR" in found, "DR" in found, "vDRa" in found
    (True, True, True)
    """
    consonants = sound.lstrip(OPENINGS).rstrip(ENDS)
    if not all(letter in CLASSES for letter in consonants) or len(consonants) < LETTERS_MIN:
        return
    start, _, end = sound.partition(consonants)
    seen = {sound}
    inside = (text + end for text in _edits(consonants))
    for text in chain(inside, _ends(consonants, end)):
        for whole in _begun(start, text):
            if whole not in seen:
                seen.add(whole)
                yield whole


def _begun(start: str, text: str) -> tuple[str, ...]:
    """A skeleton with its beginning, which words of many consonants do not keep."""
    if len(text.rstrip(ENDS)) > SHORT_MAX:
        return (text,)
    return (start + text, text) if start else (text, OPENINGS[0] + text)


def _edits(consonants: str) -> Iterator[str]:
    for place in range(len(consonants) + 1):
        before, after = consonants[:place], consonants[place:]
        for letter in CLASSES:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]


def _ends(consonants: str, end: str) -> Iterator[str]:
    for other in ("", *ENDS):
        yield consonants + other
        if not end:
            yield consonants[:-1] + other
    if end:
        yield from (consonants + letter for letter in CLASSES)
