"""Learns src/serai/core/reports/likeness.tsv, which words go with which kinds, from our own texts.

Run it when gold texts were added: `.venv/bin/python tools/learn_likeness.py`. The examinations
(`unseen.txt`) are never learned from. A line is: sign, then kinds with their weights in tenths.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "tests" / "core" / "reports"
sys.path.insert(0, str(TEXTS))

from gold_texts import Document, documents  # noqa: E402

from serai.core.reports import boilerplate, traps  # noqa: E402
from serai.core.reports.datelines import without_dateline  # noqa: E402
from serai.core.reports.dates import phrases  # noqa: E402
from serai.core.reports.figures import seen_in  # noqa: E402
from serai.core.reports.likeness import COUNTED, FILE, NONE, TENTH, signs  # noqa: E402
from serai.core.reports.numbers import holds_number  # noqa: E402
from serai.core.reports.sentences import sentences  # noqa: E402
from serai.core.reports.spelling import evened  # noqa: E402

TARGET = ROOT / "src" / "serai" / "core" / "reports" / FILE
ROUNDS, STEP, SHRINK = 10, 0.15, 0.01
FEWEST = 3  # times a sign must have been seen
LEAST = 6  # tenths below which a weight is left out
THINGS = ("vehicles", "load", "ordnance", "share")  # kinds that only things or rates have
Example = tuple[frozenset[str], str]


def main() -> None:
    """Writes the file."""
    examples = [one for document in _texts() for one in _examples(document)]
    examples += list(_told())
    lines = _learned(examples)
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(lines)} signs from {len(examples)} figures")


def _texts() -> Iterator[Document]:
    yield from documents("gold*.txt")
    yield from documents("groups-gold*.txt")


def _examples(document: Document) -> Iterator[Example]:
    """Every number of a text that may count people, with the kind people gave it."""
    even = without_dateline(boilerplate.masked(evened(document.text)))
    before = ""
    for sentence in sentences(even):
        if not holds_number(sentence.text):
            continue
        masked = sentence.text
        for phrase in phrases(masked, document.meta.report_date):
            blank = " " * (phrase.end - phrase.start)
            masked = masked[: phrase.start] + blank + masked[phrase.end :]
        masked, last = traps.blanked(masked), ""
        for one in seen_in(masked):
            span = sentence.start + one.number.start, sentence.start + one.noun.end
            kind = _kind(document, span, one.number.low) if one.noun.unit in COUNTED else ""
            if kind:
                yield frozenset(signs(masked, one, last, before)), kind
                last = last if kind == NONE else kind
        before = last or before


def _kind(document: Document, span: tuple[int, int], low: float) -> str:
    """The kind of a number, none where nobody is counted, nothing where people left it open."""
    start, end = span[0], max(span[1], span[0] + 1)
    for row in document.rows:
        met = row["start"] < end and start < row["end"] and low in (row["low"], row["high"])
        if met:
            return "" if row["optional"] or row["kind"] in THINGS else str(row["kind"])
    return NONE


def _told() -> Iterator[Example]:
    """The sentences that tell one happening in many words."""
    for line in (TEXTS / "happenings.txt").read_text(encoding="utf-8").splitlines():
        kind, _, words = line.partition("|")
        seen = [one for one in seen_in(words) if one.noun.unit in COUNTED]
        if len(seen) == 1 and kind not in THINGS:
            yield frozenset(signs(words, seen[0], "", "")), kind


def _learned(examples: list[Example]) -> list[str]:
    """Weighs every sign for every kind, by many small steps towards what people said."""
    kinds = sorted({kind for _, kind in examples})
    counts = Counter(sign for found, _ in examples for sign in found)
    often = sorted(sign for sign, times in counts.items() if times >= FEWEST)
    known = {sign: at for at, sign in enumerate(often, 1)}
    rows = [[0, *(known[sign] for sign in sorted(found) if sign in known)] for found, _ in examples]
    goals = [kinds.index(kind) for _, kind in examples]
    weights = _descended(rows, goals, len(known) + 1, len(kinds))
    named = ["", *known]
    return [line for at, sign in enumerate(named) if (line := _line(sign, kinds, weights[at]))]


def _descended(
    rows: list[list[int]], goals: list[int], width: int, kinds: int
) -> NDArray[np.float64]:
    weights = np.zeros((width, kinds))
    past = np.full_like(weights, 0.01)
    order, chance = list(range(len(rows))), random.Random(1)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for at in order:
            found = rows[at]
            sums = weights[found].sum(0)
            share = np.exp(sums - sums.max())
            share /= share.sum()
            share[goals[at]] -= 1
            slope = share[None, :] + SHRINK * weights[found]
            past[found] += slope**2
            weights[found] -= STEP * slope / np.sqrt(past[found])
    return weights


def _line(sign: str, kinds: list[str], weights: NDArray[np.float64]) -> str:
    tenths = {kind: round(float(w) * TENTH) for kind, w in zip(kinds, weights, strict=True)}
    kept = [f"{kind} {w}" for kind, w in tenths.items() if not sign or abs(w) >= LEAST]
    return "\t".join([sign, *kept]) if kept else ""


if __name__ == "__main__":
    main()
