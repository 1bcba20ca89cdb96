"""Finding names on a list that is gone through line by line: by sound, in either script.

A list of some thousand expected people has no index of its own; the words are compared by the
same measure as everywhere else.
"""

from collections.abc import Iterable, Sequence

from serai.core import names
from serai.core.matching.likeness import NEAR, begins, likeness

Line = tuple[str, str]  # the names of a line, and everything that stands in it
WORDS_TYPED_MAX = 6
BITS_MIN = -2.0  # below this two words of one sound are written too differently: Layla, Ali


def lines_with(typed: str, lines: Sequence[Line]) -> list[int]:
    """The numbers of the lines that hold every typed word, whole or begun.

    Those whose names begin with what was typed come first; words one letter off only where
    nothing else fits.

    >>> lines = [("Khalid Hasan", "7 Khalid Hasan"), ("حسن علي", "8 حسن علي"), ("Layla", "9 Layla")]
    >>> lines_with("Hasan", lines), lines_with("khaled has", lines), lines_with("9", lines)
    ([1, 0], [0], [2])
    """
    words = _typed(typed)[:WORDS_TYPED_MAX]
    if not words:
        return list(range(len(lines)))
    split = [names.words(name) for name, _whole in lines]
    everything = set().union(*split)
    for slips in (False, True):
        fitting = [_fitting(word, everything, slips) for word in words]
        held = [
            number
            for number, (_name, whole) in enumerate(lines)
            if all(
                not fits.isdisjoint(split[number]) or word in whole.casefold()
                for word, fits in zip(words, fitting, strict=True)
            )
        ]
        if held:
            return sorted(held, key=lambda number: split[number][:1] != () and
                          split[number][0] not in fitting[0])  # fmt: skip
    return []


def _typed(text: str) -> list[str]:
    """The words of names, compounds made one, and whatever holds a digit as it is."""
    pieces = text.casefold().split()
    numbers = [one for one in pieces if any(letter.isdigit() for letter in one)]
    spoken = names.words(" ".join(one for one in pieces if one not in numbers))
    return [*spoken, *numbers] or pieces


def _fitting(typed: str, everything: Iterable[str], slips: bool) -> set[str]:
    """The words of the list that may be this one; what holds a digit is no name."""
    if any(letter.isdigit() for letter in typed):
        return set()
    return {word for word in everything if _is(typed, word, slips)}


def _is(typed: str, word: str, slips: bool) -> bool:
    found = likeness(typed, word)
    if found is not None and (slips or (found.kind != NEAR and found.bits > BITS_MIN)):
        return True
    return begins(typed, word)
