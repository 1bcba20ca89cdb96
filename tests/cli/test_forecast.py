"""Somebody asks for a forecast from a file of daily counts."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Serai, one_line

WEEK = "date,count\n" + "\n".join(f"2019-02-{day:02},{40 * day}" for day in range(1, 11))


@pytest.fixture
def week(tmp_path: Path) -> Path:
    file = tmp_path / "week.csv"
    file.write_text(WEEK)
    return file


def test_the_bands_are_printed_with_what_was_said_and_came(serai: Serai, week: Path) -> None:
    ran = serai("forecast", week, "--low", 2000, "--high", 6000)
    assert ran.returncode == 0, ran.stderr
    for words in ("tomorrow, 2019-02-11", "3 days together", "7 days together", "2,000 to 6,000"):
        assert words in ran.stdout
    assert "came 400" in ran.stdout


def test_the_same_as_json_is_the_same_twice(serai: Serai, week: Path) -> None:
    first, again = serai("forecast", week, "--json"), serai("forecast", week, "--json")
    assert first.stdout == again.stdout
    row = json.loads(first.stdout)
    assert row["days"][0]["date"] == "2019-02-11"
    assert len(row["days"]) == 7
    for band in (*row["days"], *row["sums"].values()):
        assert band["low"] <= band["median"] <= band["high"]
    assert set(row["sums"]) == {"3", "7"}


def test_few_days_give_the_last_day_and_the_scenario_only(serai: Serai, tmp_path: Path) -> None:
    file = tmp_path / "few.csv"
    file.write_text("date,count\n2019-02-01,40\n2019-02-02,400\n")
    ran = serai("forecast", file, "--json", "--low", 2000, "--high", 6000)
    row = json.loads(ran.stdout)
    assert (row["last"], row["enough"], row["days"], row["sums"]) == (400, False, [], {})
    assert row["scenario"]["tomorrow"]["high"] == 6000
    assert "no forecast" in serai("forecast", file).stdout


@pytest.mark.parametrize(
    "written",
    [
        "",
        "day,n\n1,2",
        "date,count\n2019-02-01,many",
        "date,count\n2019-02-01,-3",
        "date,count\n9999-12-31,3",
    ],
)
def test_a_file_with_a_mistake_is_refused_in_one_line(
    serai: Serai, tmp_path: Path, written: str
) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text(written)
    ran = serai("forecast", file)
    assert ran.returncode == 1
    assert "line " in one_line(ran)


def test_letters_that_are_no_text_are_refused(serai: Serai, tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_bytes(b"date,count\n2019-02-01,\xff\xfe")
    ran = serai("forecast", file)
    assert ran.returncode == 1
    assert "UTF-8" in one_line(ran)


def test_a_file_that_is_not_there_is_named(serai: Serai, tmp_path: Path) -> None:
    ran = serai("forecast", tmp_path / "nowhere.csv")
    assert ran.returncode == 4
    assert "nowhere.csv" in one_line(ran)


def test_half_a_scenario_is_wrong_usage(serai: Serai, week: Path) -> None:
    for words in (("--low", 5), ("--high", 5), ("--low", 9, "--high", 5)):
        ran = serai("forecast", week, *words)
        assert ran.returncode == 2
        assert "--low and --high" in one_line(ran)
