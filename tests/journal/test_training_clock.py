"""A training station's clock: it lives on in the days of its story."""

from pathlib import Path

import pytest
from pytest_django import Settings

from serai.core.clock import DAY_MS
from serai.journal import wall

STORY_ENDS_MS = 1_554_058_800_000  # an evening of 2019


def test_the_process_that_made_the_training_lives_in_its_days_at_once(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SERAI_NOW_MS", raising=False)
    settings.DATA = tmp_path
    assert wall.now_ms() > STORY_ENDS_MS + DAY_MS  # read while the story is loaded
    wall.begin_training(tmp_path, 7, STORY_ENDS_MS)
    assert STORY_ENDS_MS <= wall.now_ms() < STORY_ENDS_MS + DAY_MS
