"""Whose name a kunya takes: the eldest son's, and where ages are guesses two may be the eldest."""

from collections.abc import Sequence

from serai.core.matching.told import Years

ELDEST_MAX = 3  # of one household; who may be a fourth is not followed


def eldest(born: Sequence[Years | None]) -> list[int]:
    """Which of some sons may be the eldest, the likeliest first; they come as written down.

    Of those without a year only who was written first: families tell their children by age.

    >>> eldest([(1999, 2001), (2000, 2000), (2004, 2006)])  # by the middle of the years
    [0, 1]
    >>> eldest([None, (1997, 1997), None]), eldest([(1997, 1997), None]), eldest([])
    ([1, 0], [0], [])
    """
    known = [(one[0] + one[1], one[0], at) for at, one in enumerate(born) if one]
    first = min((one[1] for one in born if one), default=0)
    found = [at for _, earliest, at in sorted(known) if earliest <= first]
    if born and born[0] is None:
        found.append(0)
    return found[:ELDEST_MAX]
