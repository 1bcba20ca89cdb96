"""Bench: scores the reader on the seed articles and our own texts, and times it on one core.

Run: python benches/reports.py
"""

import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "core" / "reports"))

from gold_texts import documents  # noqa: E402

from serai.core.reports import read  # noqa: E402
from serai.core.reports.exports import row  # noqa: E402
from serai.core.reports.hazard_score import score_hazards  # noqa: E402
from serai.core.reports.score import score  # noqa: E402

SHARED = Path(os.environ.get("SERAI_SHARED", ROOT.parent / "shared" / "data"))
ARTICLE = 5_500  # letters of a usual article
ROUNDS = 5


def main() -> None:
    """Prints the figures."""
    texts = list(documents())
    readings = [read(text.text, text.meta) for text in texts]
    said = [row(claim) for reading in readings for claim in reading.claims]
    figures = score([gold for text in texts for gold in text.rows], said).figures()
    dangerous = list(documents("hazards-gold*.txt"))
    dangers = [one for text in dangerous for one in read(text.text, text.meta).hazards]
    figures |= score_hazards(
        [gold for text in dangerous for gold in text.hazards], dangers
    ).figures()
    for name, figure in figures.items():
        print(f"{name:22} {figure:.3f}")
    letters = [file.read_text() for file in (SHARED / "situation" / "reports").glob("*.txt")]
    if not letters:
        print(f"speed: skipped, no articles at {SHARED}")
        return
    start = time.process_time()
    for _ in range(ROUNDS):
        for article in letters:
            read(article)
    spent = time.process_time() - start
    print(f"{'articles a second':22} {sum(map(len, letters)) * ROUNDS / ARTICLE / spent:.1f}")


if __name__ == "__main__":
    main()
