"""Skeletons one letter away from another: what a slip of the pen makes of a word."""

from collections.abc import Iterator

from serai.core.names import CLASSES

LETTERS_MIN = 3  # shorter words have too many neighbours to mean anything


def nearby(sound: str) -> Iterator[str]:
    """Every skeleton with one letter less, more, other, or two turned round.

    >>> found = set(nearby("HSN"))
    >>> "SHN" in found, "HSSN" in found, "HS" in found, "HSN" in found
    (True, True, True, False)
    """
    if not all(letter in CLASSES for letter in sound) or len(sound) < LETTERS_MIN - 1:
        return
    seen = {sound}
    for text in _edits(sound):
        if text not in seen:
            seen.add(text)
            yield text


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
