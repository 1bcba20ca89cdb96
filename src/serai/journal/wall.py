"""The wall clock of a station. A training station lives in the days of its story.

`training` in the data folder holds the seed of the story and how far behind the wall clock it runs
(milliseconds), so that the morning after the last evening of the story is the next morning.
"""

import os
import time
from functools import lru_cache
from pathlib import Path

from django.conf import settings

TRAINING_FILE = "training"
# Everybody in a training station is invented, so its password may be known to all.
TRAINING_PASSWORD = "baghuz-2019"  # noqa: S105


def now_ms() -> int:
    """Milliseconds since 1970; `SERAI_NOW_MS` stands still at a moment, for tests."""
    fixed = os.environ.get("SERAI_NOW_MS")
    return int(fixed) if fixed else time.time_ns() // 1_000_000 - _behind_ms(settings.DATA)


def begin_training(folder: Path, seed: int, story_ends_ms: int) -> None:
    """Makes a training station of the one in the folder: its clock runs on from this moment."""
    behind_ms = time.time_ns() // 1_000_000 - story_ends_ms
    (folder / TRAINING_FILE).write_text(f"{seed} {behind_ms}\n", encoding="utf-8")
    # The story was loaded by the real clock, and whoever serves it may be this very process.
    _behind_ms.cache_clear()


def is_training() -> bool:
    """Whether everybody in this station is invented."""
    return (Path(settings.DATA) / TRAINING_FILE).exists()


@lru_cache(maxsize=8)
def _behind_ms(folder: Path) -> int:
    try:
        words = (folder / TRAINING_FILE).read_text(encoding="utf-8").split()
    except OSError:
        return 0
    return int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
