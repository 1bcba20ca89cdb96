"""Scores the hazards a reader found against gold ones: which danger, where, on which days.

A prediction meets a gold hazard when their words overlap and both are of one sort of danger; two
predictions may meet one gold hazard, for a report often names a danger twice in a sentence.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from serai.core.reports.hazards import families
from serai.core.reports.reading import Hazard
from serai.core.reports.score import place_fits

Row = Mapping[str, Any]


class HazardScore(msgspec.Struct):
    """How well hazards were found, as counts."""

    gold: int = 0
    said: int = 0
    met: int = 0
    right: int = 0
    placed: int = 0
    dated: int = 0
    misses: list[str] = msgspec.field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The figures a bench prints."""
        recall, precision = self.met / max(1, self.gold), self.right / max(1, self.said)
        both = recall + precision
        return {
            "hazard F1": 2 * recall * precision / both if both else 0.0,
            "hazard precision": precision,
            "hazard recall": recall,
            "hazard place": self.placed / max(1, self.met),
            "hazard date": self.dated / max(1, self.met),
        }


def score_hazards(gold: Sequence[Row], said: Sequence[Hazard]) -> HazardScore:
    """Scores predicted hazards against gold rows."""
    result = HazardScore(gold=len(gold), said=len(said))
    met: set[int] = set()
    for row in gold:
        fitting = [i for i, hazard in enumerate(said) if _meets(row, hazard)]
        if not fitting:
            result.misses.append(f"missed {row['hazard']}: {row['quote']}")
            continue
        met.update(fitting)
        result.met += 1
        placed = [i for i in fitting if place_fits(row, {"place": said[i].place})]
        dated = [i for i in fitting if _dated(row, said[i])]
        result.placed += bool(placed)
        result.dated += bool(dated)
        first = said[fitting[0]]
        if not placed:
            result.misses.append(f"place {first.place} for {row['place']}: {row['quote']}")
        if not dated:
            result.misses.append(
                f"date {first.date_from}/{first.date_to} for {row['date_from']}/{row['date_to']}: "
                f"{row['quote']}"
            )
    result.right = len(met)
    result.misses += [
        f"extra {hazard.hazard} at {hazard.place}: {hazard.quote}"
        for i, hazard in enumerate(said)
        if i not in met
    ]
    return result


def _meets(row: Row, hazard: Hazard) -> bool:
    overlap = row["doc"] == hazard.doc and row["start"] < hazard.end and hazard.start < row["end"]
    return bool(overlap and families(str(row["hazard"])) & families(hazard.hazard))


def _dated(row: Row, hazard: Hazard) -> bool:
    """Whether both days are the gold ones; a gold day of `*` is any."""
    said = (hazard.date_from, hazard.date_to)
    gold = (row["date_from"], row["date_to"])
    return all(
        day == "*" or day == (own.isoformat() if own else None)
        for day, own in zip(gold, said, strict=True)
    )
