"""Scores which figures of different reports were said to be one, against sets told by people.

Only pairs that people spoke of count: members of one "same" row belong together, members of any
other row do not, and neither do figures of two different "same" rows of one set. A row marked
rounded (4,905 and "about 5,000") may be met and need not be.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

import msgspec

from serai.core.reports.groups import pairs

Pair = tuple[str, str]
Row = Mapping[str, Any]


class GroupScore(msgspec.Struct):
    """How well figures were put together, as counts."""

    right: int = 0
    said: int = 0
    gold: int = 0
    met: int = 0
    wrong: list[Pair] = msgspec.field(default_factory=list)
    missed: list[Pair] = msgspec.field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The figures a bench prints."""
        return {
            "pair precision": self.right / self.said if self.said else 1.0,
            "pair recall": self.met / self.gold if self.gold else 1.0,
        }


def score_groups(rows: Sequence[Row], labels: Iterable[tuple[str, str | None]]) -> GroupScore:
    """Scores labels of figures, by the figures' names, against rows of gold."""
    labelled = list(labels)
    read = {name for name, _ in labelled}
    exact = _pairs_of(row for row in rows if row["relation"] == "same" and not row.get("rounded"))
    every = _pairs_of(row for row in rows if row["relation"] == "same")
    spoken = every | _pairs_of(rows) | _across(rows)
    said = pairs(labelled) & spoken
    needed = {pair for pair in exact if read.issuperset(pair)}
    return GroupScore(
        len(said & every), len(said), len(needed), len(needed & said),
        sorted(said - every), sorted(needed - said),
    )  # fmt: skip


def _pairs_of(rows: Iterable[Row]) -> set[Pair]:
    return {pair for row in rows for pair in combinations(sorted(row["members"]), 2)}


def _across(rows: Iterable[Row]) -> set[Pair]:
    """Pairs of two figures that stand in different "same" rows."""
    same = [frozenset(row["members"]) for row in rows if row["relation"] == "same"]
    return {
        (min(one, other), max(one, other))
        for first, second in combinations(same, 2)
        if not first & second
        for one in first
        for other in second
    }
