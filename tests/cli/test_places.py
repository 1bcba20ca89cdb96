"""An administrator opens the places of an operation."""

from pathlib import Path

import pytest
from tests.cli.conftest import Serai, one_line


def test_a_station_begins_with_the_places_of_its_operation(serai: Serai, tmp_path: Path) -> None:
    made = serai("init", "--name", "D", "--operation", "baghuz-2019", data=tmp_path / "new")
    assert made.returncode == 0, made.stderr
    told = serai("places", "list", data=tmp_path / "new").stdout
    assert [line.split()[0] for line in told.splitlines()][::7] == ["front", "al-hol"]


def test_an_operation_nobody_knows_is_refused_before_anything_is_made(
    serai: Serai, tmp_path: Path
) -> None:
    refused = serai("init", "--name", "D", "--operation", "mars", data=tmp_path / "new")
    assert refused.returncode == 1
    assert "Known: baghuz-2019" in one_line(refused)
    assert not (tmp_path / "new").exists()


def test_a_place_is_opened_and_its_facts_are_written_anew(serai: Serai, new_station: Path) -> None:
    assert "No place is open yet" in serai("places", "list", data=new_station).stdout
    for name in ("North gate", "Northern gate"):
        opened = serai("places", "open", "north", name, data=new_station)
        assert opened.returncode == 0, opened.stderr
    told = serai("places", "list", data=new_station).stdout.splitlines()
    assert [line.rpartition("  ")[2] for line in told] == ["Northern gate"]
    assert serai("journal", "verify", data=new_station).returncode == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("north", "N", "--kind", "palace"), "palace is no kind of place"),
        (("North Gate", "N"), "small letters, digits and hyphens only"),
        (("n" * 41, "N"), "small letters, digits and hyphens only"),
        (("birth", "N"), "The books call an account birth"),
        (("outside", "N"), "The books call an account outside"),
        (("north", " \x1b\u202e "), "a name that people can read"),
        (("north", "N" * 10_000), "up to 120 letters"),
    ],
)
def test_a_place_that_cannot_be_is_refused(
    serai: Serai, new_station: Path, words: tuple[str, ...], sentence: str
) -> None:
    refused = serai("places", "open", *words, data=new_station)
    assert refused.returncode == 1
    assert sentence in one_line(refused)


def test_signs_nobody_sees_stay_out_of_the_name_of_a_place(serai: Serai, new_station: Path) -> None:
    assert serai("places", "open", "north", "No\x1brth\u202e", data=new_station).returncode == 0
    assert serai("places", "list", data=new_station).stdout.rstrip().endswith("North")


def test_a_capacity_beyond_all_counting_is_wrong_usage(serai: Serai, new_station: Path) -> None:
    ran = serai("places", "open", "north", "N", "--capacity", 10**20, data=new_station)
    assert ran.returncode == 2
    one_line(ran)
