"""Scores a reader against gold claims: quantity, claim, full, place, speaker, date, hedge, groups.

A prediction meets a gold claim when their spans overlap and their bounds and unit agree; a claim
also needs the kind; full also needs place, speaker and days. Gold rows marked trap must meet
nothing; optional rows and second printings neither count nor cost.
"""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from serai.core.gazetteer import find
from serai.core.gazetteer.keys import folded
from serai.core.reports.groups import pairs
from serai.core.reports.reading import CONTEXT_KINDS

Row = Mapping[str, Any]
SIDES = ("place", "speaker", "date", "hedge", "certainty")


class Score(msgspec.Struct):
    """How well a reader did, as counts; the shares come from them."""

    gold: int = 0
    predicted: int = 0
    quantity: int = 0
    claim: int = 0
    full: int = 0
    stated: int = 0
    stated_right: int = 0
    traps_hit: int = 0
    sides: dict[str, int] = msgspec.field(default_factory=lambda: dict.fromkeys(SIDES, 0))
    pair_right: int = 0
    pair_said: int = 0
    pair_gold: int = 0
    misses: list[str] = msgspec.field(default_factory=list)

    def f1(self, right: int) -> float:
        """Harmonic mean of precision and recall for a count of right ones."""
        return 2 * right / (self.gold + self.predicted) if self.gold + self.predicted else 0.0

    def figures(self) -> dict[str, float]:
        """The figures a bench prints."""
        met = max(1, self.claim)
        return {
            "quantity F1": self.f1(self.quantity),
            "claim F1": self.f1(self.claim),
            "full F1": self.f1(self.full),
            "claim precision": self.claim / max(1, self.predicted),
            "claim recall": self.claim / max(1, self.gold),
            "stated precision": self.stated_right / max(1, self.stated),
            **{side: self.sides[side] / met for side in SIDES},
            "group pair precision": self.pair_right / self.pair_said if self.pair_said else 1.0,
            "group pair recall": self.pair_right / self.pair_gold if self.pair_gold else 1.0,
            "traps hit": float(self.traps_hit),
            "gold": float(self.gold),
            "predicted": float(self.predicted),
        }


def score(gold: Sequence[Row], predictions: Sequence[Row]) -> Score:
    """Scores predictions against gold rows."""
    result = Score()
    met: dict[int, Row] = {}
    ignored: set[int] = set()
    for claim in sorted(gold, key=_patience):
        index = _match(claim, predictions, {*met, *ignored})
        if claim.get("trap"):
            result.traps_hit += _hits(claim, predictions, met)
        elif claim.get("optional") or claim.get("repeat") or claim["kind"] in CONTEXT_KINDS:
            ignored |= {index} if index is not None else set()
        else:
            _count(result, claim, predictions, index, met)
    _count_predictions(result, predictions, met, ignored)
    _count_pairs(result, gold, predictions, met)
    return result


def _patience(claim: Row) -> int:
    """Traps and optional rows are looked at last, so that real claims are met first."""
    return 2 if claim.get("trap") else 1 if claim.get("optional") or claim.get("repeat") else 0


def _hits(claim: Row, predictions: Sequence[Row], met: Mapping[int, Row]) -> int:
    return int(
        any(
            _overlap(claim, row) and _bounds_meet(claim, row)
            for i, row in enumerate(predictions)
            if i not in met
        )
    )


def _count(
    result: Score, claim: Row, predictions: Sequence[Row], index: int | None, met: dict[int, Row]
) -> None:
    result.gold += 1
    if index is None:
        result.misses.append(
            f"missed {claim['kind']} {claim['low']}-{claim['high']} {claim['unit']}: {claim['quote']}"
        )
        return
    met[index] = claim
    row = predictions[index]
    result.quantity += 1
    if row["kind"] not in (claim["kind"], *(claim.get("kind_alt") or ())):
        result.misses.append(f"kind {row['kind']} for {claim['kind']}: {claim['quote']}")
        return
    result.claim += 1
    fits = {"place": place_fits(claim, row), "speaker": speaker_fits(claim, row), "date": date_fits(claim, row),
            "hedge": claim.get("hedge") in (None, row.get("hedge")), "certainty": claim.get("certainty") in (None, row.get("certainty"))}  # fmt: skip
    for side, fit in fits.items():
        result.sides[side] += fit
        if not fit:
            result.misses.append(
                f"{side} {_shown(row, side)} for {_shown(claim, side)}: {claim['quote']}"
            )
    result.full += all(fits[side] for side in ("place", "speaker", "date"))


def _shown(row: Row, side: str) -> str:
    names = {"place": ("place",), "speaker": ("attributed_to",), "date": ("date_from", "date_to")}
    return "/".join(str(row.get(name)) for name in names.get(side, (side,)))


def _count_predictions(
    result: Score, predictions: Sequence[Row], met: Mapping[int, Row], ignored: set[int]
) -> None:
    for index, row in enumerate(predictions):
        if index in ignored or (row["kind"] in CONTEXT_KINDS and index not in met):
            continue
        result.predicted += 1
        right = index in met and row["kind"] in (
            met[index]["kind"],
            *(met[index].get("kind_alt") or ()),
        )
        if row.get("certainty") == "stated":
            result.stated += 1
            result.stated_right += right
        if index not in met:
            result.misses.append(
                f"extra {row['kind']} {row['low']}-{row['high']} {row['unit']}: {row.get('quote')}"
            )


def _match(claim: Row, predictions: Sequence[Row], taken: set[int]) -> int | None:
    fitting = [
        index
        for index, row in enumerate(predictions)
        if index not in taken
        and _overlap(claim, row)
        and _bounds_meet(claim, row)
        and _units_meet(claim, row)
    ]
    kinds = (claim["kind"], *(claim.get("kind_alt") or ()))
    return min(fitting, key=lambda index: predictions[index]["kind"] not in kinds, default=None)


def _overlap(claim: Row, row: Row) -> bool:
    return bool(
        claim["doc"] == row["doc"] and claim["start"] < row["end"] and row["start"] < claim["end"]
    )


def _bounds_meet(claim: Row, row: Row) -> bool:
    return bool((claim["low"], claim["high"]) == (row["low"], row["high"]))


def _units_meet(claim: Row, row: Row) -> bool:
    return claim.get("unit") is None or bool(claim["unit"] == row["unit"])


def place_fits(claim: Row, row: Row) -> bool:
    """Whether a place is the gold one, in any spelling."""
    if claim.get("place_any"):
        return True
    return _fits(claim.get("place"), claim.get("place_alt"), row.get("place"), _same_place)


def speaker_fits(claim: Row, row: Row) -> bool:
    """Whether a speaker is the gold one, by name or by the words that hold the name."""
    if claim.get("attributed_any"):
        return True
    return _fits(
        claim.get("attributed_to"),
        claim.get("attributed_alt"),
        row.get("attributed_to"),
        _same_words,
    )


def _fits(gold: str | None, also: Sequence[str] | None, said: str | None, same: Any) -> bool:
    right = [gold, *(also or ())]
    if said is None:
        return None in right or "." in right
    return any(name not in (None, ".") and same(name, said) for name in right)


def _same_place(one: str, other: str) -> bool:
    first, second = find(one), find(other)
    return bool(first and second and first.id == second.id) or _same_words(one, other)


def _same_words(one: str, other: str) -> bool:
    first = set(re.findall(r"\w+", folded(one))) - {"the", "a", "of"}
    second = set(re.findall(r"\w+", folded(other))) - {"the", "a", "of"}
    return bool(first and second) and (first <= second or second <= first)


def date_fits(claim: Row, row: Row) -> bool:
    """Whether the days are the gold ones; a window must only hold what was said."""
    anything = claim.get("date_any") or (False, False)
    if any(anything):
        sides = zip(("date_from", "date_to"), anything, strict=True)
        return all(free or claim.get(name) == row.get(name) for name, free in sides)
    if claim.get("date_window"):
        said = row.get("date_to")
        return said is None or str(claim["date_from"]) <= str(said) <= str(claim["date_to"])
    return (claim.get("date_from"), claim.get("date_to")) == (
        row.get("date_from"),
        row.get("date_to"),
    )


def _count_pairs(
    result: Score, gold: Sequence[Row], predictions: Sequence[Row], met: Mapping[int, Row]
) -> None:
    labelled = [
        (str(met[index].get("id", index)), row.get("group"))
        for index, row in enumerate(predictions)
        if index in met
    ]
    said = pairs(labelled)
    known = {identity for identity, _ in labelled}
    true = {
        pair
        for pair in pairs([(str(c.get("id")), c.get("same_as")) for c in gold])
        if pair[0] in known and pair[1] in known
    }
    result.pair_right, result.pair_said, result.pair_gold = len(said & true), len(said), len(true)
