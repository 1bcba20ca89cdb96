"""Finds words that a person chose or typed in a text, however its lines are broken."""

import re
import unicodedata
from collections.abc import Iterator

# a number is found whole: 45 does not stand in 145, in 45,000 nor in 3.45
_INSIDE_BEFORE, _INSIDE_AFTER = r"(?<!\d)(?<!\d[.,٬٫])", r"(?!\d|[.,٬٫]\d)"
_INVISIBLE = "Cf"  # marks of direction and joining, which nobody types


def spans(text: str, words: str) -> Iterator[tuple[int, int]]:
    r"""Where these words stand, exactly but for the blanks between them.

    >>> list(spans("45 people\n came; 45 people left", "45  people"))
    [(0, 9), (17, 26)]
    >>> list(spans("145 people", "45 people")), list(spans("people", " "))
    ([], [])
    """
    parts = "".join(_seen(words)).split()
    if not parts:
        return
    before = _INSIDE_BEFORE if parts[0][0].isdigit() else ""
    after = _INSIDE_AFTER if parts[-1][-1].isdigit() else ""
    pattern = re.compile(before + r"\s+".join(map(re.escape, parts)) + after)
    places = [at for at, letter in enumerate(text) if unicodedata.category(letter) != _INVISIBLE]
    for found in pattern.finditer("".join(text[at] for at in places)):
        yield places[found.start()], places[found.end() - 1] + 1


def nearest(text: str, words: str, at: int) -> tuple[int, int] | None:
    """Where these words stand nearest to a position; None where they do not.

    >>> nearest("45 people came; 45 people left", "45 people", 14)
    (16, 25)
    """
    return min(spans(text, words), key=lambda one: abs(one[0] - at), default=None)


def _seen(words: str) -> Iterator[str]:
    return (letter for letter in words if unicodedata.category(letter) != _INVISIBLE)
