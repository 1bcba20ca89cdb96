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


def now_ms() -> int:
    """Milliseconds since 1970; `SERAI_NOW_MS` stands still at a moment, for tests."""
    fixed = os.environ.get("SERAI_NOW_MS")
    return int(fixed) if fixed else time.time_ns() // 1_000_000 - _behind_ms(settings.DATA)


def training_line(seed: int, story_ends_ms: int) -> str:
    """What the training file says when the story's last event was at this moment."""
    return f"{seed} {time.time_ns() // 1_000_000 - story_ends_ms}\n"


@lru_cache(maxsize=8)
def _behind_ms(folder: Path) -> int:
    try:
        words = (folder / TRAINING_FILE).read_text(encoding="utf-8").split()
    except OSError:
        return 0
    return int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
