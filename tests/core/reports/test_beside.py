"""What of a claim stands beside our own count, and what does not."""

from datetime import date

import pytest

from serai.core.reports import read
from serai.core.reports.beside import Said, beside, difference, passed, why_not
from serai.core.reports.reading import Meta


def claim(kind="arrived", low=5_200.0, high=5_200.0, **more):
    told = {"place_key": "camp", "first_on": "2019-03-05", "last_on": "2019-03-07"} | more
    return Said(kind, told.pop("unit", "person"), low, high, **told)


def test_people_who_came_stand_beside_arrivals_of_the_same_days():
    (one,) = beside(claim())
    assert (one.measure, one.key, one.first_on, one.last_on) == (
        "arrived", "camp", "2019-03-05", "2019-03-07",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "measures"),
    [
        ("وصل نحو ألفي شخص إلى مخيم الهول أمس.", ["arrived"]),
        ("وصل 3000 من المدنيين إلى مخيم الهول أمس.", ["arrived"]),
        ("استقبل مخيم الهول أمس 5200 نازح.", ["arrived"]),
        ("غادر 400 لاجئ مخيم الهول أمس.", ["left"]),
        ("يقيم في مخيم الهول 73 ألف نسمة.", ["present"]),
        ("وصل 300 طفل إلى مخيم الهول أمس.", []),
    ],
)
def test_everybody_of_an_arabic_report_stands_beside_our_count(words, measures):
    (read_one,) = read(words, Meta(report_date=date(2019, 3, 30))).claims
    said = claim(
        read_one.kind, read_one.low, read_one.high, what=read_one.what or "",
        from_key="camp" if read_one.place_from else "",
    )  # fmt: skip
    assert [one.measure for one in beside(said)] == measures


def test_people_who_moved_stand_beside_both_ends_of_their_way():
    assert [one.measure for one in beside(claim("moved", from_key="front"))] == ["left", "arrived"]


def test_people_there_are_of_the_last_day_alone():
    (one,) = beside(claim("occupancy"))
    assert (one.measure, one.first_on) == ("present", "2019-03-07")


def test_deaths_so_far_are_counted_from_the_beginning():
    (one,) = beside(claim("died", first_on=""))
    assert (one.measure, one.first_on) == ("died", "")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (claim("vehicles", unit="vehicle"), "thing"),
        (claim(unit="family"), "thing"),
        (claim(what="children"), "part"),
        (claim(part=True), "part"),
        (claim(certainty="expected"), "expected"),
        (claim(last_on="", first_on=""), "undated"),
        (claim(first_on=""), "undated"),
        (claim("occupancy", place_key=""), "nowhere"),
    ],
)
def test_what_cannot_be_held_beside_anything_says_why(said, why):
    assert beside(said) == []
    assert why_not(said) == why


@pytest.mark.parametrize(
    ("counted", "low", "high", "gap"),
    [
        (8_100, 5_200, 5_200, 2_900),
        (8_100, 12_000, None, -3_900),
        (8_100, None, 400, 7_700),
        (300, 200, 400, 0),
        (12_000, 12_000, None, 0),
        (7, None, None, 0),
    ],
)
def test_the_difference_is_to_the_end_that_is_passed(counted, low, high, gap):
    assert difference(counted, low, high) == gap


def test_only_more_than_everything_said_to_remain_is_an_alarm():
    assert passed(5_000, 3_000, None) == 2_000
    assert passed(3_000, 3_000, 5_000) == 0
    assert passed(5_001, 3_000, 5_000) == 1
    assert passed(9, None, None) == 0
