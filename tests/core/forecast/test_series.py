"""Counts come as a CSV file that a person wrote, with the mistakes people make."""

from datetime import date

import pytest

from serai.core.forecast.series import Fault, read_csv


def test_rows_in_any_order_become_days_one_after_the_other() -> None:
    series = read_csv("date,count\n2019-02-03,7\n2019-02-01,40\n")
    assert series.first_on == date(2019, 2, 1)
    assert series.counts == (40, None, 7)
    assert series.on(3) == date(2019, 2, 4)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffdate,count\r\n2019-02-01,40\r\n2019-02-02,\r\n\r\n2019-02-03,7\r\n",
        "Date;Count\n2019-02-01;40\n2019-02-03;7",
        '"date","count"\n"2019-02-01","40"\n"2019-02-03","7"',
        "date,arrivals\n2019-02-01, 40\n2019-02-03 ,7",
        "date,count\n٢٠١٩-٠٢-٠١,٤٠\n2019-02-03,۷",
    ],
)
def test_what_spreadsheets_write_is_read(text: str) -> None:
    assert read_csv(text).counts == (40, None, 7)


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("", 1, "empty"),
        ("\n2019-02-01,4", 1, "date,count"),
        ("day,n\n2019-02-01,4", 1, "date,count"),
        ("2019-02-01,4\n", 1, "date,count"),
        ("date,count\n", 1, "no day"),
        ("date,count\n2019-02-01,\n", 2, "no day"),
        ("date,count\n2019-02-01,4\n01/02/2019,4", 3, "2019-03-31"),
        ("date,count\n2019-02-30,4", 2, "2019-03-31"),
        ("date,count\n2019-02-01,-4", 2, "cannot arrive"),
        ("date,count\n2019-02-01,many", 2, "whole number"),
        ("date,count\n2019-02-01,4.5", 2, "whole number"),
        ("date,count\n2019-02-01,1000000001", 2, "more than"),
        ("date,count\n2019-02-01," + "9" * 5000, 2, "more than"),
        ("date,count\n2019-02-01,4,5", 2, "3 cells"),
        ("date,count\n2019-02-01,4\n2019-02-02,5\n2019-02-01,6", 4, "line 2"),
        ("date,count\n1019-02-01,4\n2019-02-02,5", 2, "years"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int, word: str) -> None:
    with pytest.raises(Fault) as caught:
        read_csv(text)
    assert caught.value.line == line
    assert word in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 150


def test_a_running_total_is_noticed_and_a_flow_is_not() -> None:
    total = "date,count\n" + "\n".join(f"2019-02-{day:02},{100 * day}" for day in range(1, 20))
    flow = "date,count\n" + "\n".join(f"2019-02-{day:02},{day % 5}" for day in range(1, 20))
    assert read_csv(total).only_grows
    assert not read_csv(flow).only_grows
