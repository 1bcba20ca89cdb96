"""A coordinator asks how many may arrive tomorrow, in three days and in a week."""

import math
from itertools import pairwise

import numpy as np
import pytest

from serai.core.forecast import Band, forecast, looked_back, scenario
from serai.core.forecast.levels import likelihood, log_gamma
from serai.core.forecast.ways import learnt

STOP_START = [0, 0, 400, 650, 0, 0, 0, 900, 1200, 0, 0, 300, 0, 0, 700, 800, 0, 0, 0, 500]
STEADY = [980, 1010, 1005, 990, 1000, 1020, 970, 1000, 995, 1008, 1001, 992, 1010, 1000]


def ordered(band: Band) -> bool:
    return 0 <= band.low <= band.median <= band.high


@pytest.mark.parametrize(
    "counts",
    [
        STOP_START,
        STEADY,
        [0] * 30,
        [7] * 30,
        [3_000_000 + 1000 * n for n in range(40)],
        [1, 10, 100, 1000, 10_000, 100_000],
        [5000] * 20 + [0] * 20,
        [0] * 20 + [5000],
        [1_000_000_000, 0] * 10,
        [None, None, 4, None, 0, 3, None, None, 9, 2, None],
    ],
)
def test_any_counts_give_bands_in_order_and_sums_that_grow(counts: list[int | None]) -> None:
    coming = forecast(counts)
    assert len(coming.days) == 7
    sums = [coming.sum(days=n) for n in range(1, 8)]
    assert all(ordered(band) for band in (*coming.days, *sums))
    for less, more in pairwise(sums):
        assert less.median <= more.median + 1
        assert less.high <= more.high + 1


def test_equal_counts_give_equal_bands() -> None:
    first, again = forecast(STOP_START), forecast(list(STOP_START))
    assert first.days == again.days
    assert first.sum(days=7) == again.sum(days=7)


def test_below_five_days_of_counts_there_is_only_the_last_day() -> None:
    early = forecast([None, 40, None, 400, 2000, 45])
    assert not early.is_enough
    assert early.last == 45
    assert early.days == ()
    with pytest.raises(ValueError, match="below 5 days"):
        early.sum(days=3)
    assert len(forecast([40, 400, 2000, 45, 10]).days) == 7
    assert forecast([]).last is None


def test_a_day_nobody_counted_is_not_a_day_nobody_came() -> None:
    with_gaps = [400, 410, None, 390, None, None, 405, 398, 402, None]
    as_zero = [0 if count is None else count for count in with_gaps]
    assert forecast(with_gaps).days[0].low > 200
    assert forecast(as_zero).days[0].low < 50
    assert forecast(with_gaps).open_chance > 0.75 > forecast(as_zero).open_chance


def test_a_steady_flow_gives_a_narrow_band_and_a_stop_start_one_a_wide_band() -> None:
    steady, jumpy = forecast(STEADY).days[0], forecast(STOP_START).days[0]
    assert steady.high - steady.low < 0.15 * steady.median
    assert jumpy.low == 0
    assert jumpy.high > 500


def test_the_days_of_the_week_are_learnt() -> None:
    weeks = [600, 610, 590, 605, 595, 10, 5] * 5
    coming = forecast(weeks).days
    assert max(coming[5].median, coming[6].median) < 150 < min(day.median for day in coming[:5])


def test_a_sudden_opening_is_followed_the_day_after() -> None:
    assert forecast([45, 50, 40, 60, 45, 50, 2000, 2400]).days[0].median > 800


def test_later_days_are_less_certain_than_tomorrow() -> None:
    days = forecast([500, 700, 900, 650, 800, 1000, 900, 1100, 950, 1200]).days
    assert days[6].high - days[6].low > days[0].high - days[0].low


@pytest.mark.parametrize("wrong", [-1, 10**9 + 1, -0.5])
def test_a_count_that_cannot_be_is_refused(wrong: float) -> None:
    with pytest.raises(ValueError, match="count of people"):
        forecast([1, 2, 3, 4, 5, wrong])


def test_sums_are_of_one_to_seven_days() -> None:
    coming = forecast(STEADY)
    assert coming.sum(days=1) == coming.days[0]
    for days in (0, 8):
        with pytest.raises(ValueError, match="1 to 7"):
            coming.sum(days=days)


def test_what_was_said_of_past_days_never_knew_them() -> None:
    past = list(looked_back(STOP_START, 10))
    assert [one.came for one in past] == STOP_START[-10:]
    changed = [*STOP_START[:-1], 99_999]
    assert [one.band for one in looked_back(changed, 10)] == [one.band for one in past]
    assert [one.held for one in looked_back(changed, 1)] == [False]


def test_past_days_without_a_count_or_with_too_few_before_are_left_out() -> None:
    assert [one.day for one in looked_back([1, 2, 3, None, 4, 5, None, 6], 8)] == [7]


def test_a_scenario_is_kept_as_said_and_carried_through_the_week() -> None:
    seen = scenario(STOP_START, 2000, 6000)
    assert (seen.tomorrow.low, seen.tomorrow.high) == (2000, 6000)
    assert seen.sum(days=1) == seen.tomorrow
    assert seen.sum(days=3).high > 6000
    assert seen.sum(days=7).median > seen.sum(days=3).median
    assert seen.sum(days=7).high < 7 * 7000


def test_a_scenario_needs_no_counts_at_all() -> None:
    assert scenario([], 0, 0).sum(days=7).high == 0
    assert scenario([3], 500, 500).tomorrow == Band(500, 500, 500)
    with pytest.raises(ValueError, match="low to a high"):
        scenario([], 6000, 2000)


def test_an_unknown_count_may_also_be_written_as_no_number() -> None:
    assert forecast([1, math.nan, 2, 3, 4, 5]).days == forecast([1, None, 2, 3, 4, 5]).days


def test_a_way_that_shuts_after_every_open_day_is_learnt_as_one_that_shuts() -> None:
    for_a_day, for_long = (learnt(counts)[0] for counts in ([50, 0, 0] * 8, [50] * 20 + [0] * 4))
    assert for_a_day.shuts > 0.7
    assert for_long.shuts < 0.2


def test_the_logarithm_of_the_gamma_function_is_the_libraries() -> None:
    at = np.array([0.3, 1.0, 7.5, 60.0, 4_000.0])
    assert np.allclose(log_gamma(at), [math.lgamma(one) for one in at], rtol=1e-7, atol=1e-7)


def test_the_chances_of_all_counts_are_one() -> None:
    counts = np.arange(0.0, 4_000.0)
    for mean, size in ((3.0, 0.7), (40.0, 5.0)):
        chances = np.exp(likelihood(counts, np.array(mean), np.array(size)))
        assert math.isclose(chances.sum(), 1, rel_tol=1e-6)
        assert math.isclose((chances * counts).sum(), mean, rel_tol=1e-4)
