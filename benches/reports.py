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
from serai.core.reports.score import score  # noqa: E402

SHARED = Path(os.environ.get("SERAI_SHARED", ROOT.parent / "shared" / "data"))
ARTICLE = 5_500  # letters of a usual article
ROUNDS = 5


def main() -> None:
    """Prints the figures."""
    texts = list(documents())
    said = [row(claim) for text in texts for claim in read(text.text, text.meta).claims]
    figures = score([gold for text in texts for gold in text.rows], said).figures()
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
