"""A coordinator looks at what the coming days may bring, and asks what if the way opens."""

import re

import pytest
from tests.situation.pages import said, typed

from serai.core.clock import HOUR_MS
from serai.core.forecast import forecast
from serai.situation.outlook import counted_by_days

pytestmark = pytest.mark.django_db
PAGE = "/situation/forecast/"
COUNTS = (300, 410, 0, 0, 520, 610, 480)


@pytest.fixture
def week(operation):
    """The books began nine days ago; the newest of the days holds 480 people."""
    operation.arrived("al-hol", hours=24 * 8 + 5, unknown=9454)
    for days_ago, count in enumerate(reversed(COUNTS)):
        if count:
            operation.arrived("reception", hours=24 * days_ago + 4, unknown=count)
    return operation


def rows(answer, table: int) -> list[list[int]]:
    body = said(answer).split("<tbody>")[1 + table].split("</tbody>")[0]
    return [[int(n) for n in re.findall(r"(?:<b>|\">)(\d+)(?:</b>)?</td>", row)]
            for row in body.split("</tr>") if row.strip()]  # fmt: skip


def test_days_end_at_this_hour_and_the_opening_of_the_books_is_no_arrival(week):
    assert counted_by_days(week.now_ms // HOUR_MS)[-7:] == COUNTS
    assert 9454 not in counted_by_days(week.now_ms // HOUR_MS)


def test_the_page_shows_tomorrow_and_the_sums_of_the_forecast(week, signed_in, asks_at_most):
    client = signed_in("situation")
    client.get(PAGE)
    with asks_at_most(8):
        answer = client.get(PAGE)
    coming = forecast(counted_by_days(week.now_ms // HOUR_MS))
    wanted = [[band.low, band.median, band.high] for band in map(coming.sum, (1, 3, 7))]
    assert rows(answer, 0) == wanted
    assert "<svg" in answer.content.decode()


def test_past_forecasts_stand_beside_what_came(week, signed_in):
    page = said(signed_in("situation").get(PAGE))
    assert "lay in the band" in page
    table = page.split("What was said, and what came")[1]
    assert "480" in table
    assert "610" in table


def test_an_hour_of_the_past_knows_nothing_of_what_came_later(week, signed_in):
    client = signed_in("situation")
    answer = client.get(PAGE, {"at": typed(week.hours_ago(24))})
    coming = forecast(counted_by_days(week.hours_ago(24) // HOUR_MS))
    assert rows(answer, 0)[0] == [
        coming.days[0].low,
        coming.days[0].median,
        coming.days[0].high,
    ]
    assert "480" not in said(answer)


def test_below_five_days_the_page_says_so_and_keeps_the_scenario(operation, signed_in):
    operation.arrived("reception", hours=60, unknown=10)
    operation.arrived("reception", hours=20, unknown=45)
    page = said(signed_in("situation").get(PAGE))
    assert "45 people in the last 24 hours" in page
    assert "below 5 nothing can be forecast" in page
    assert "2000" in page
    assert "6000" in page


def test_an_empty_station_says_what_to_do(station, signed_in):
    assert "No whole day has been counted yet" in said(signed_in("situation").get(PAGE))


def test_the_scenario_is_what_was_asked_in_digits_of_any_script(week, signed_in):
    client = signed_in("situation")
    for low, high in (("500", "900"), ("٥٠٠", "٩٠٠")):
        answer = client.get(PAGE, {"low": low, "high": high})
        assert answer.status_code == 200
        tomorrow, _three, seven = rows(answer, 1)
        assert (tomorrow[0], tomorrow[2]) == (500, 900)
        assert seven[2] > 900


@pytest.mark.parametrize(
    ("low", "high"), [("900", "500"), ("many", "5"), ("-5", "5"), ("5", ""), ("0", "9999999999")]
)
def test_an_odd_scenario_is_refused_in_words_and_the_usual_one_shown(week, signed_in, low, high):
    answer = signed_in("situation").get(PAGE, {"low": low, "high": high})
    assert answer.status_code == 422
    assert "scenario-problem" in said(answer)
    assert rows(answer, 1)[0][0] == 2000
