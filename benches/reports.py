"""Bench: scores the reader on the seed articles and our own texts, and times it on one core.

Run: python benches/reports.py
"""

import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "core" / "reports"))

from gold_texts import documents, groups_scored  # noqa: E402

from serai.core.reports import read  # noqa: E402
from serai.core.reports.exports import row  # noqa: E402
from serai.core.reports.hazard_score import score_hazards  # noqa: E402
from serai.core.reports.score import score  # noqa: E402

SHARED = Path(os.environ.get("SERAI_SHARED", ROOT.parent / "shared" / "data"))
ARTICLE = 5_500  # letters of a usual article
ROUNDS = 5


def main() -> None:
    """Prints the figures."""
    _print("", *_scored("gold*.txt", "hazards-gold*.txt"))
    _print("Arabic ", *_scored("arabic-gold*.txt", "arabic-hazards-gold*.txt"))
    for of, texts in (("unseen ", "unseen.txt"), ("unseen Arabic ", "arabic-unseen.txt")):
        _print(of, _scored(texts)[0])
    _print("reports of one event: ", groups_scored().figures())
    letters = [file.read_text() for file in (SHARED / "situation" / "reports").glob("*.txt")]
    if not letters:
        print(f"speed: skipped, no articles at {SHARED}")
        return
    start = time.process_time()
    for _ in range(ROUNDS):
        for article in letters:
            read(article)
    spent = time.process_time() - start
    print(f"{'articles a second':36} {sum(map(len, letters)) * ROUNDS / ARTICLE / spent:.1f}")


def _scored(texts: str, dangerous: str = "") -> tuple[dict[str, float], dict[str, float]]:
    """Figures and dangers read from our own texts, held against what they say."""
    gold, said, wanted, found = [], [], [], []
    for text in documents(texts):
        gold += text.rows
        said += [row(claim) for claim in read(text.text, text.meta).claims]
    for text in documents(dangerous) if dangerous else ():
        wanted += text.hazards
        found += read(text.text, text.meta).hazards
    return score(gold, said).figures(), score_hazards(wanted, found).figures()


def _print(of: str, *told: dict[str, float]) -> None:
    for figures in told:
        for name, figure in figures.items():
            print(f"{of + name:36} {figure:.3f}")


if __name__ == "__main__":
    main()
