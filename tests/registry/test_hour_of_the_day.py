"""An hour in a sentence bears its day unless it is the station's own today."""

import pytest

from serai.core.clock import DAY_MS, HOUR_MS
from serai.registry.manifests import time_words
from serai.registry.members import day_in_words

NOON_MS = 1_553_504_400_000  # 25 March 2019 in Damascus, 11:00


def test_an_hour_of_the_stations_own_day_needs_no_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SERAI_NOW_MS", str(NOON_MS + HOUR_MS))
    assert time_words(NOON_MS) == "11:00"
    assert time_words(NOON_MS - DAY_MS) == "24 Mar 11:00"


def test_a_day_is_said_in_words_and_what_is_none_stays_as_written() -> None:
    assert day_in_words("2019-03-08") == "8 March 2019"
    assert day_in_words("next spring") == "next spring"
