"""Two tellings of a person side by side: a line for every fact, and whether both say the same."""

from collections.abc import Callable

import msgspec

from serai.core import names

ALIKE, DIFFERENT, ONE_SIDED = "alike", "different", ""


class Line(msgspec.Struct, frozen=True):
    """One fact of both sides; `verdict` is empty where one of them says nothing."""

    label: str
    first: str
    second: str
    verdict: str = ONE_SIDED

    @property
    def said(self) -> bool:
        """Whether either side says anything."""
        return bool(self.first or self.second)


def line(label: str, first: str, second: str, same: Callable[[str, str], bool]) -> Line:
    """A fact with its verdict, as far as both sides tell it."""
    if not first or not second:
        return Line(label, first, second)
    return Line(label, first, second, ALIKE if same(first, second) else DIFFERENT)


def sounds_the_same(first: str, second: str) -> bool:
    """Whether two names, in whatever script, may be one by their sound.

    >>> sounds_the_same("Layla Yusuf", "ليلى يوسف"), sounds_the_same("Layla", "Layla Yusuf")
    (True, False)
    """
    one, other = names.words(first), names.words(second)
    return len(one) == len(other) and all(
        set(names.skeletons(here)) & set(names.skeletons(there))
        for here, there in zip(one, other, strict=True)
    )
