"""A coordinator sets what a person needs; every hour keeps the figure of its time."""

import pytest
from django.http import HttpRequest
from tests.situation.pages import said

from serai.access.places import House
from serai.core.clock import DAY_MS
from serai.core.refusal import Refusal
from serai.core.standards import STANDARDS
from serai.journal.store import Author
from serai.journal.wall import now_ms
from serai.situation.commands import set_standard
from serai.situation.models import StandardSetting
from serai.situation.moment import moment_at
from serai.situation.sitrep import sitrep_at, standards_at

pytestmark = pytest.mark.django_db
PAGE = "/situation/standards/water/"
COORDINATOR = Author("salma", "situation")


def water_at(at_ms: int) -> float:
    return next(one.figure for one in standards_at(at_ms) if one.id == "water")


def test_a_figure_holds_from_then_on_and_the_past_keeps_its_own(station, signed_in):
    client = signed_in("situation")
    answer = client.post(PAGE, {"figure": "7.5", "source": "cluster meeting"})
    assert answer.status_code == 303
    assert water_at(now_ms() + 1) == 7.5
    assert water_at(now_ms() - DAY_MS) == 15
    page = said(client.get("/situation/standards/"))
    assert "cluster meeting" in page
    assert "7.5" in page


def test_the_needs_of_the_sitrep_follow_the_figure(operation):
    operation.arrived("reception", hours=3, unknown=100)
    set_standard("water", 20, "UNHCR", COORDINATOR)
    found = sitrep_at(moment_at(now_ms(), House(HttpRequest()), past=False))
    water = next(one for one in found.needs if one.standard.id == "water")
    assert water.needed == 2000
    assert water.given is None


def test_the_figure_before_is_kept_as_replaced(station):
    for figure in (12, 20):
        assert isinstance(set_standard("water", figure, "cluster", COORDINATOR), str)
    rows = {row.figure: row.replaced for row in StandardSetting.objects.all()}
    assert rows == {12: True, 20: False}


@pytest.mark.parametrize(
    ("figure", "source"), [("", "x"), ("many", "x"), ("-1", "x"), ("0", "x"), ("9", "")]
)
def test_a_wrong_figure_is_refused_and_nothing_typed_is_lost(station, signed_in, figure, source):
    answer = signed_in("situation").post(PAGE, {"figure": figure, "source": source})
    assert answer.status_code == 422
    assert not StandardSetting.objects.exists()
    if source:
        assert f'value="{source}"' in said(answer)


def test_digits_of_any_script_are_read(station, signed_in):
    answer = signed_in("situation").post(PAGE, {"figure": "٢٠", "source": "UNHCR"})
    assert answer.status_code == 303
    assert water_at(now_ms() + 1) == 20


def test_there_is_no_standard_of_another_name(station, signed_in):
    assert signed_in("situation").get("/situation/standards/gold/").status_code == 404
    assert isinstance(set_standard("gold", 1, "nobody", COORDINATOR), Refusal)


def test_needs_are_rounded_up_and_shared_things_divided() -> None:
    by_id = {one.id: one for one in STANDARDS}
    assert by_id["latrine"].needed(51) == 2
    assert by_id["floor"].needed(3) == 11
    assert by_id["water"].given({1: {"water": 300, "soap": 9}}) == 300


def test_a_parcel_of_a_month_feeds_its_household_on_every_day_of_it() -> None:
    food = next(one for one in STANDARDS if one.id == "food")
    today, month = {"ready-food": 12}, {"ready-food": 90, "food-parcel": 40}
    assert food.given({1: today, 30: month}) == 12 + 40 * 5
    assert food.given({1: {}, 30: {"soap": 3}}) is None
