"""A coordinator's script reads the books."""

import json
from pathlib import Path

import pytest
from beancount import loader
from tests.cli.conftest import Serai, one_line, start


def test_json_holds_every_account_and_sums_to_zero(serai: Serai, training_pattern: Path) -> None:
    ran = serai("books", "--json", "--at", "2019-02-22T18:00Z", data=training_pattern)
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert list(found) == ["at", "places", "on_the_road", "outside", "discrepancies"]
    assert found["at"].startswith("2019-02-22T18:00:00")
    for place in found["places"]:
        assert place["total"] == place["named"] + sum(place["unnamed"].values())
    inside = sum(place["total"] for place in found["places"])
    assert inside > 0
    assert inside + found["on_the_road"] + sum(found["outside"].values()) == 0


def test_a_time_without_a_zone_is_the_stations_own(serai: Serai, training_pattern: Path) -> None:
    ran = serai("books", "--json", "--at", "2019-02-22T18:00", data=training_pattern)
    assert json.loads(ran.stdout)["at"].startswith("2019-02-22T16:00:00")


def test_an_hour_before_the_operation_knows_nobody(serai: Serai, training_pattern: Path) -> None:
    ran = serai("books", "--json", "--at", "2018-01-01T00:00Z", data=training_pattern)
    found = json.loads(ran.stdout)
    assert sum(place["total"] for place in found["places"]) == 0
    assert not any(found["outside"].values())


def test_one_place_alone(serai: Serai, training_pattern: Path) -> None:
    ran = serai("books", "--json", "--place", "al-hol", data=training_pattern)
    assert [place["place"] for place in json.loads(ran.stdout)["places"]] == ["al-hol"]


def test_the_table_names_every_place(serai: Serai, training_pattern: Path) -> None:
    ran = serai("books", data=training_pattern)
    for place in ("reception", "suwar", "al-hol", "(on the road)", "(outside)"):
        assert place in ran.stdout


def test_the_table_tells_hours_as_the_stations_clocks_do(
    serai: Serai, training_pattern: Path
) -> None:
    ran = serai("books", "--at", "2019-02-22T16:00Z", data=training_pattern)
    assert ran.stdout.splitlines()[0] == "People at 2019-02-22T18:00"
    assert "+00:00" not in ran.stdout


def test_an_unknown_place_is_refused_with_those_there_are(
    serai: Serai, training_pattern: Path
) -> None:
    ran = serai("books", "--place", "atlantis", data=training_pattern)
    assert ran.returncode == 1
    assert "al-hol" in one_line(ran)


@pytest.mark.parametrize("wrong", ["yesterday", "2019-13-01", "9" * 400])
def test_a_time_nobody_can_read_is_refused_with_an_example(
    serai: Serai, training_pattern: Path, wrong: str
) -> None:
    ran = serai("books", "--at", wrong, data=training_pattern)
    assert ran.returncode == 1
    assert "write it like 2019-02-22T18:00" in one_line(ran)


def test_another_bookkeeper_accepts_the_books(
    serai: Serai, training_pattern: Path, tmp_path: Path
) -> None:
    out = tmp_path / "people.beancount"
    ran = serai("books", "export", "--out", out, data=training_pattern)
    assert ran.returncode == 0, ran.stderr
    entries, errors, _ = loader.load_file(str(out))
    assert not errors
    assert len(entries) > 100


def test_the_other_bookkeeper_would_have_noticed_a_lost_person(
    serai: Serai, training_pattern: Path, tmp_path: Path
) -> None:
    out = tmp_path / "people.beancount"
    serai("books", "export", "--out", out, data=training_pattern)
    lines = out.read_text().splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith("  Assets:AlHol"))
    lines[place] = f"{lines[place].rsplit(' ', 2)[0]} 1000001 PERSON"
    out.write_text("\n".join(lines))
    assert loader.load_file(str(out))[1]


def test_an_unknown_format_is_wrong_usage(serai: Serai, training_pattern: Path) -> None:
    ran = serai("books", "export", "--format", "stone-tablet", data=training_pattern)
    assert ran.returncode == 2
    assert "beancount" in one_line(ran)


def test_a_reader_that_has_seen_enough_is_no_error(training_pattern: Path) -> None:
    process = start("books", "export", "--data", training_pattern)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=240) == 0
    assert process.stderr is not None
    assert "serai:" not in process.stderr.read()


def test_a_full_disk_is_said_in_a_sentence(serai: Serai, training_pattern: Path) -> None:
    ran = serai("books", "export", "--out", "/dev/full", data=training_pattern)
    assert ran.returncode == 4
    assert "disk refused" in one_line(ran)
