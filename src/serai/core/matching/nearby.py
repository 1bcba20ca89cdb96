"""Skeletons one letter away from another: what a slip of the pen makes of a word."""

from collections.abc import Iterator

from serai.core.names import CLASSES

LETTERS_MIN = 2  # consonants; shorter words have too many neighbours to mean anything
OPENINGS, ENDS = "vwy", "aiu"  # the vowels that a skeleton keeps


def nearby(sound: str) -> Iterator[str]:
    """Every skeleton with one letter less, more, other, two turned round, or another end.

    >>> found = set(nearby("HSN"))
    >>> "SHN" in found, "HSSN" in found, "HS" in found, "HSN" in found, "HSNa" in found
    (True, True, True, False, True)
    >>> found = set(nearby("FTMa"))
    >>> "FTNa" in found, "FTM" in found, "FNa" in found
    (True, True, False)
    """
    consonants = sound.lstrip(OPENINGS).rstrip(ENDS)
    if not all(letter in CLASSES for letter in consonants) or len(consonants) < LETTERS_MIN:
        return
    start, _, end = sound.partition(consonants)
    seen = {sound}
    for text in (*(start + one + end for one in _edits(consonants)), *_ends(start + consonants)):
        if text not in seen:
            seen.add(text)
            yield text


def _ends(sound: str) -> Iterator[str]:
    yield sound
    for end in ENDS:
        yield sound + end


def _edits(sound: str) -> Iterator[str]:
    for place in range(len(sound) + 1):
        before, after = sound[:place], sound[place:]
        for letter in CLASSES:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
