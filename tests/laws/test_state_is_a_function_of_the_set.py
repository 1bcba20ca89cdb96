"""Law 2: any order, any number of deliveries, any station: the same bytes in every table."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.properties import (
    Script,
    examples,
    rebuild_gives_the_same_bytes,
    same_state_whatever_the_order,
    scripts,
)

pytestmark = pytest.mark.django_db


@settings(max_examples=examples(60))
@given(script=scripts, seed=st.integers(0, 2**16))
def test_order_grouping_and_repetition_of_deliveries_change_nothing(
    script: Script, seed: int
) -> None:
    same_state_whatever_the_order(script, seed)


@settings(max_examples=examples(60))
@given(script=scripts)
def test_a_rebuild_gives_the_bytes_that_daily_work_wrote(script: Script) -> None:
    rebuild_gives_the_same_bytes(script)
