"""The law of relief: no grant is used twice without a discrepancy that names both hand-outs."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from serai.core.clock import DAY_MS
from serai.core.relief import Entitlement as Due
from serai.core.relief import due, grant_of, handed_twice, period_of, period_starts_at

HANDOUTS = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3),
    st.lists(st.sampled_from(["water|1", "water|2", "soap|0"]), max_size=4),
    max_size=8,
)
MOMENTS = st.integers(0, 4_000 * 365 * DAY_MS)


@given(HANDOUTS)
def test_no_grant_is_used_twice_without_a_discrepancy(handouts: dict[str, list[str]]) -> None:
    doubles = handed_twice(handouts)
    uses = Counter(grant for grants in handouts.values() for grant in set(grants))
    assert set(doubles) == {grant for grant, times in uses.items() if times > 1}
    for grant, several in doubles.items():
        assert set(several) == {one for one, grants in handouts.items() if grant in grants}


@given(MOMENTS, MOMENTS, st.integers(0, 400))
def test_two_stations_name_the_same_period_alike(one: int, other: int, days: int) -> None:
    same = period_starts_at(one, days) == period_starts_at(other, days)
    assert same == (period_of(one, days) == period_of(other, days))


@given(MOMENTS, st.integers(0, 400), st.integers(1, 12))
def test_what_was_handed_out_is_not_due_again_in_its_period(at: int, days: int, size: int) -> None:
    water = Due("water", "water", "person", 15, days)
    first = due([water], size, (), at)[0]
    assert (first.given, first.quantity) == (False, 15 * size)
    assert due([water], size, {first.grant}, at)[0].given
    if days:
        assert not due([water], size, {first.grant}, at + days * DAY_MS)[0].given


def test_what_is_no_longer_given_is_due_to_nobody() -> None:
    assert due([Due("water", "water", "person", 0, 1)], 4, (), 0) == []
    assert grant_of("water", 0, 1) == "water|0"
