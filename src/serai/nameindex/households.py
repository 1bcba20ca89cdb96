"""The eldest son of each household, after whom his parents may be called."""

from collections.abc import Iterator, Sequence

import numpy as np

from serai.core.matching.told import MAN

PARENT, CHILD = 1, 2
YEARS_BETWEEN_MIN = 14  # a mother and her eldest
YEAR_UNKNOWN = 9_999


def eldest_sons(
    home: Sequence[int], sex: Sequence[int], year: Sequence[int], role: Sequence[int],
    own: Sequence[int],
) -> Iterator[tuple[int, int]]:  # fmt: skip
    """The parents by index, with the word of their eldest son's own name; two where unsure."""
    homes = np.asarray(home)
    order = np.argsort(homes, kind="stable")
    order = order[homes[order] > 0]
    homes = homes[order]
    starts = np.flatnonzero(np.diff(homes, prepend=0))
    ends = np.append(starts[1:], len(homes))
    several = ends - starts > 1
    for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
        yield from _of_household(order[start:end].tolist(), sex, year, role, own)


def _of_household(
    members: list[int], sex: Sequence[int], year: Sequence[int], role: Sequence[int],
    own: Sequence[int],
) -> Iterator[tuple[int, int]]:  # fmt: skip
    parents = [one for one in members if role[one] == PARENT]
    if parents:
        sons = [one for one in members if role[one] == CHILD and sex[one] == MAN]
    else:
        known = [one for one in members if year[one] and not role[one]]
        youngest = max((year[one] for one in known), default=0)
        parents = [one for one in known if year[one] <= youngest - YEARS_BETWEEN_MIN]
        sons = [one for one in known if sex[one] == MAN and all(
            year[one] >= year[elder] + YEARS_BETWEEN_MIN for elder in parents)]  # fmt: skip
    if not sons:
        return
    eldest = min(sons, key=lambda one: year[one] or YEAR_UNKNOWN)
    names = [own[eldest]]
    if not all(year[one] for one in sons):
        names.append(own[sons[0]])  # without a year, the first who was written down
    for parent in parents:
        for name in dict.fromkeys(names):
            if name:
                yield parent, name
