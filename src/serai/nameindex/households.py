"""Who may be the eldest son of each household, after whom his parents may be called."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from serai.core.matching.eldest import eldest
from serai.core.matching.told import MAN, Years

PARENT, CHILD = 1, 2
YEARS_BETWEEN_MIN = 14  # a mother and her eldest


class Columns(NamedTuple):
    """Everybody as columns: household, sex, first and last year of birth, role, own name's word.

    0 stands for what is not known.
    """

    home: Sequence[int]
    sex: Sequence[int]
    first: Sequence[int]
    last: Sequence[int]
    role: Sequence[int]
    own: Sequence[int]

    def born(self, one: int) -> Years | None:
        """The years in which somebody may be born."""
        return (self.first[one], self.last[one]) if self.first[one] else None


def eldest_sons(people: Columns) -> Iterator[tuple[int, int]]:
    """The parents by index, with the word of their eldest son's own name; several where unsure."""
    homes = np.asarray(people.home)
    order = np.argsort(homes, kind="stable")
    order = order[homes[order] > 0]
    homes = homes[order]
    starts = np.flatnonzero(np.diff(homes, prepend=0))
    ends = np.append(starts[1:], len(homes))
    several = ends - starts > 1
    for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
        yield from _of_household(order[start:end].tolist(), people)


def _of_household(members: list[int], people: Columns) -> Iterator[tuple[int, int]]:
    sex, role, own = people.sex, people.role, people.own
    parents = [one for one in members if role[one] == PARENT]
    if parents:
        sons = [one for one in members if role[one] == CHILD and sex[one] == MAN]
    else:
        year = {one: (people.first[one] + people.last[one]) // 2 for one in members}
        known = [one for one in members if year[one] and not role[one]]
        youngest = max((year[one] for one in known), default=0)
        parents = [one for one in known if year[one] <= youngest - YEARS_BETWEEN_MIN]
        sons = [one for one in known if sex[one] == MAN and all(
            year[one] >= year[elder] + YEARS_BETWEEN_MIN for elder in parents)]  # fmt: skip
    names = dict.fromkeys(own[sons[at]] for at in eldest([people.born(one) for one in sons]))
    yield from ((parent, name) for parent in parents for name in names if name)
