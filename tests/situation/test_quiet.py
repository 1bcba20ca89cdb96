"""Where nothing was written for days the room opens at the last entry, and says so."""

import pytest
from tests.situation.pages import big_numbers, said

from serai.core import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiet(operation):
    operation.arrived("reception", hours=24 * 40, unknown=12)
    operation.registered("reception", [("female", 30, "SYR")], hours=24 * 39)
    return operation


def test_the_last_hour_is_shown_with_its_numbers(quiet, signed_in):
    answer = signed_in("situation").get("/situation/")
    assert "Nothing was written since" in said(answer)
    assert big_numbers(answer)["counted in"] == 12
    local = clock.from_ms(quiet.hours_ago(24 * 39))
    assert f"{local.year}" in said(answer)
    assert "12" in said(answer).split("chart-arrivals")[1]  # within the four weeks before


def test_it_can_be_narrowed_to_a_place(quiet, signed_in):
    page = said(signed_in("situation").get("/situation/table/", {"where": "reception"}))
    assert "Syria" in page
    assert 'name="where"' in page


def test_a_new_entry_brings_the_room_back_to_now(quiet, signed_in):
    quiet.arrived("reception", hours=0, man=3)
    answer = signed_in("situation").get("/situation/")
    assert "Nothing was written since" not in said(answer)
    assert big_numbers(answer)["counted in"] == 15
