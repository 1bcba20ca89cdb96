"""`serai reports read` takes whatever people have, says what it cannot read, and reads the rest."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Serai, environment, one_line

FLED = "About 400 people fled Hajin on Monday, the SDF said."


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with a report of every sort."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "plain.txt").write_text(FLED)
    (folder / "old.txt").write_bytes("نزح 300 شخص من هجين إلى مخيم الهول".encode("cp1256"))
    (folder / "page.html").write_text(
        f"<html><head><title>T</title></head><body><nav>9 killed</nav><p>{FLED}</p></body></html>"
    )
    listed = {"id": "a", "text": FLED, "title": "", "source": "X", "report_date": "2019-01-23"}
    (folder / "many.jsonl").write_text(json.dumps(listed) + "\n")
    return folder


def test_a_folder_of_reports_of_every_sort_gives_json_lines(serai: Serai, reports: Path) -> None:
    ran = serai("reports", "read", reports)
    found = {row["doc"]: row for row in rows(ran.stdout)}
    assert ran.returncode == 0, ran.stderr
    assert set(found) == {"a", "old.txt", "page.html", "plain.txt"}
    assert found["a"]["date_from"] == "2019-01-21"
    assert (found["old.txt"]["low"], found["old.txt"]["kind"]) == (300, "displaced")
    needed = {"doc", "start", "end", "low", "high", "unit", "kind", "attributed_to", "place"}
    assert needed | {"date_from", "date_to", "hedge", "certainty", "group"} <= set(found["a"])
    assert FLED[found["a"]["start"] : found["a"]["end"]] == found["a"]["quote"]


def test_what_cannot_be_read_is_said_and_the_rest_is_read(serai: Serai, reports: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    (reports / "photo.txt").write_bytes(b"\x89PNG\r\n" + bytes(3000))
    (reports / "torn.pdf").write_bytes(b"%PDF-1.4\n1 0 obj <<")
    (reports / "broken.jsonl").write_text("{not json\n")
    ran = serai("reports", "read", reports)
    assert ran.returncode == 1
    assert len(rows(ran.stdout)) == 4
    for says in ("empty.txt is empty", "photo.txt is no text", "torn.pdf is a torn PDF",
                 "broken.jsonl, line 1: this is no JSON row"):  # fmt: skip
        assert says in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_row_whose_file_is_elsewhere_does_not_hide_the_others(
    serai: Serai, tmp_path: Path
) -> None:
    listed = tmp_path / "reports.jsonl"
    (tmp_path / "here.txt").write_text(FLED)
    named = [
        {"id": "1", "file": "here.txt"},
        {"id": "2", "file": "../else.txt"},
        {"id": "3", "text": FLED},
    ]
    listed.write_text("".join(json.dumps(row) + "\n" for row in named))
    ran = serai("reports", "read", listed)
    assert ran.returncode == 1
    assert [row["doc"] for row in rows(ran.stdout)] == ["1", "3"]
    assert "the file ../else.txt is not beside it" in ran.stderr


def test_a_folder_without_reports_says_so(serai: Serai, tmp_path: Path) -> None:
    ran = serai("reports", "read", tmp_path)
    assert ran.returncode == 1
    assert "holds no text, page, PDF" in ran.stderr


def test_pasted_words_are_read_with_the_day_the_person_says() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "serai", "reports", "read", "-", "--date", "2019-01-23"],
        input=FLED, text=True, capture_output=True, env=environment(), check=True,
    )  # fmt: skip
    (row,) = rows(ran.stdout)
    assert (row["doc"], row["date_from"]) == ("pasted", "2019-01-21")


def test_a_witness_is_masked_unless_names_are_asked_for(serai: Serai, tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("About 300 people fled Hajin, said Farida, a nurse from Susah.\n\nMines: none.")
    masked = serai("reports", "read", file).stdout
    assert "Farida" not in masked
    assert "Farida" in serai("reports", "read", file, "--names").stdout
    file.write_text("وقالت أم خالد إن نحو 300 شخص نزحوا من هجين.")
    assert "خالد" not in serai("reports", "read", file).stdout


def test_a_report_dated_in_the_future_keeps_its_figures_without_days(
    serai: Serai, tmp_path: Path
) -> None:
    file = tmp_path / "future.jsonl"
    file.write_text(json.dumps({"id": "f", "text": FLED, "report_date": "2999-01-23"}))
    ran = serai("reports", "read", file)
    (row,) = rows(ran.stdout)
    assert (row["low"], row["date_from"], row["date_to"]) == (400, None, None)
    assert "dated in the future (2999-01-23)" in ran.stderr


def test_odd_numbers_and_hidden_signs_do_not_disturb_the_rest(serai: Serai, tmp_path: Path) -> None:
    file = tmp_path / "odd.txt"
    odd = (
        f"At least {'9' * 30} people fled. \u202eAbout\u200b 40\u2066 people\u2069 fled Hajin.\x07"
    )
    file.write_text(odd, encoding="utf-8")
    ran = serai("reports", "read", file)
    assert [row["low"] for row in rows(ran.stdout)] == [40]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--reader", "oracle"), "oracle is no reader"),
        (("--reader", "openai", "--model", "m"), "Name the endpoint"),
        (("--reader", "spacy", "--model", "no_such_model"), "no_such_model is not installed"),
        (("--cleaner", "soap"), "soap is no cleaner"),
    ],
)
def test_what_a_person_named_wrongly_is_said_in_one_line(
    serai: Serai, reports: Path, words: tuple[str, ...], says: str
) -> None:
    ran = serai("reports", "read", reports, *words)
    assert ran.returncode in (1, 2)
    assert says in one_line(ran)


def test_a_missing_file_is_said_in_one_line(serai: Serai, tmp_path: Path) -> None:
    assert "none.txt" in one_line(serai("reports", "read", tmp_path / "none.txt"))


def test_places_brought_by_a_person_are_known_to_the_reader(
    serai: Serai, new_station: Path, tmp_path: Path
) -> None:
    cells = ["7", "Zirwan", "Zirwan", "زروان", "35.1", "40.2", "P", "PPL", "SY", *[""] * 8,
             "Asia/Damascus", "2020-01-01"]  # fmt: skip
    (tmp_path / "SY.txt").write_text("\t".join(cells) + "\n", encoding="utf-8")
    ran = serai("places", "load", tmp_path / "SY.txt", data=new_station)
    assert "1 places of SYR are known now" in ran.stdout, ran.stderr
    again = serai("places", "load", tmp_path / "SY.txt", data=new_station)
    assert "1 in all" in again.stdout
    file = tmp_path / "report.txt"
    file.write_text("وصل 400 شخص إلى زروان.", encoding="utf-8")
    (row,) = rows(serai("reports", "read", file, data=new_station).stdout)
    assert row["place"] == "زروان"
    odd = serai("places", "load", file, data=new_station)
    assert "holds no places that can be read" in one_line(odd)
    assert "QQQ is no country" in one_line(
        serai("places", "load", tmp_path / "SY.txt", "--country", "QQQ", data=new_station)
    )


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"doc": "a"}, "line 2: Object missing required field `start`"),
        ({"doc": "a", "start": 0, "end": "x", "kind": "fled"}, "line 2: Expected `int`"),
        ({"doc": "a", "start": 0, "end": 4, "kind": "fled", "low": "400"}, "line 2: Expected"),
    ],
)
def test_a_row_that_cannot_be_scored_is_named_by_its_line(
    serai: Serai, tmp_path: Path, row: dict[str, Any], says: str
) -> None:
    gold, said = tmp_path / "gold.jsonl", tmp_path / "said.jsonl"
    claim = {"doc": "a", "start": 6, "end": 16, "kind": "fled", "low": 400, "high": 400}
    gold.write_text(json.dumps(claim) + "\n")
    said.write_text(json.dumps(claim) + "\n" + json.dumps(row) + "\n")
    ran = serai("reports", "score", "--gold", gold, "--predictions", said)
    assert ran.returncode == 1
    assert says in one_line(ran)


def test_a_claim_far_outside_the_text_meets_nothing(serai: Serai, tmp_path: Path) -> None:
    gold, said = tmp_path / "gold.jsonl", tmp_path / "said.jsonl"
    claim = {"doc": "a", "start": 6, "end": 16, "kind": "fled", "low": 400, "high": 400}
    gold.write_text(json.dumps(claim) + "\n")
    said.write_text(json.dumps({**claim, "start": 10**9, "end": 10**9 + 5}) + "\n")
    ran = serai("reports", "score", "--gold", gold, "--predictions", said, "--json")
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["claim F1"] == 0
