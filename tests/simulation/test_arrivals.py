"""The curve of arrivals, and what may be drawn from it at any size."""

from itertools import accumulate
from random import Random

import pytest

from serai.simulation.arrivals import ARRIVED, FIXED, KNOTS, camp_days
from serai.simulation.days import DAYS, day_number
from serai.simulation.operation import operation


@pytest.mark.parametrize("seed", range(20))
def test_the_curve_meets_every_knot_and_every_reported_day(seed):
    days = camp_days(Random(seed), 1.0)
    so_far = list(accumulate(days))
    assert [so_far[day_number(on)] for on, _ in KNOTS] == [total for _, total in KNOTS]
    assert all(days[day_number(on)] == people for on, people in FIXED.items())
    assert min(days) >= 0


@pytest.mark.parametrize("scale", [0.001, 0.01, 0.37])
def test_a_smaller_operation_has_its_share_of_people(scale):
    days = camp_days(Random(1), scale)
    assert sum(days[:DAYS]) == round(ARRIVED * scale)


def test_most_quiet_days_are_below_the_mean_and_some_are_empty():
    days = camp_days(Random(3), 1.0)[: day_number(KNOTS[0][0])]
    assert sum(people == 0 for people in days) >= 3
    assert max(days) <= 1_300
    assert sorted(days)[len(days) // 2] < sum(days) / len(days) * 1.1


@pytest.mark.parametrize("seed", range(4))
def test_even_a_thousandth_of_the_operation_can_be_told(seed):
    told = operation(seed, scale=0.001)
    assert len(told.drafts) > 500
    assert len(told.planted) >= 2
