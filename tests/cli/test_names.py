"""Somebody searches a file of people by name, from a script."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Serai, one_line

PEOPLE = (
    {"id": "a", "names": ["كاظم علي الجبوري"], "sex": "male", "birth_year_from": 1980},
    {"id": "b", "names": ["Layla Hasan Rawi", "أم عمر"], "sex": "female", "place": "Al-Qaim"},
    {"id": "c", "names": ["李明"]},
    {"id": "d", "names": ["unknown"]},
)


def lines(path: Path, *rows: object) -> Path:
    text = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    return path


def test_people_are_found_across_scripts_with_band_and_reasons(
    serai: Serai, tmp_path: Path
) -> None:
    people, index = lines(tmp_path / "people", *PEOPLE), tmp_path / "index"
    built = serai("names", "index", "build", "--in", people, "--out", index)
    assert built.returncode == 0, built.stderr
    assert "line 4: no name could be read; kept" in built.stderr
    queries = lines(
        tmp_path / "q",
        {"id": "1", "names": ["Kazim Ali al-Jubouri"]},
        {"id": "2", "names": ["Um Omar Layla"], "place": "القائم"},
        {"id": "3", "names": ["李明"]},
        {"id": "4", "names": ["😀"]},
    )
    ran = serai("names", "search", "--index", index, "--queries", queries, "--limit", 3, "--json")
    assert ran.returncode == 0, ran.stderr
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [row["query"] for row in rows] == ["1", "2", "3", "4"]
    assert [row["candidates"][0]["id"] for row in rows[:3]] == ["a", "b", "c"]
    first = rows[0]["candidates"][0]
    assert first["band"] in ("possible", "very likely")
    assert any("كاظم" in reason for reason in first["reasons"])
    assert rows[3]["candidates"] == []
    assert "No name can be read" in rows[3]["note"]


def test_a_bad_line_is_told_by_its_number_and_the_others_are_taken(
    serai: Serai, tmp_path: Path
) -> None:
    people = lines(
        tmp_path / "people", PEOPLE[0], "{not json", {"names": ["Ali"]}, [1],
        {"id": 7, "names": "Hasan Ali", "sex": "x", "birth_year_from": "soon"},
        {"id": "z", "names": ["Z" * 10_000, "A", "Ali123 😀"]},
    )  # fmt: skip
    ran = serai("names", "index", "build", "--in", people, "--out", tmp_path / "index")
    assert ran.returncode == 1
    for said in ("line 2: ", "line 3: the id is missing", "line 4: ", "line 5: ", "3 lines"):
        assert said in ran.stderr
    assert "3 people" in ran.stdout


def test_two_names_are_compared_in_words(serai: Serai) -> None:
    ran = serai("names", "compare", "Kazim Ali al-Jubouri", "كاظم علي الجبوري")
    assert ran.stdout.startswith("Very likely the same person")
    ran = serai("names", "compare", "Kazim Ali", "كاظم علي", "--arabic")
    assert "واحد من كل" in ran.stdout
    ran = serai("names", "compare", "Mohammed", "محمد")
    assert ran.stdout.startswith("Fits, as many others do")
    refused = serai("names", "compare", "unknown", "Ali")
    assert (refused.returncode, "No name can be read" in one_line(refused)) == (1, True)


def test_what_is_no_index_is_said(serai: Serai, tmp_path: Path) -> None:
    queries = lines(tmp_path / "q", {"id": "1", "names": ["Ali"]})
    other = lines(tmp_path / "other", "something else")
    for index, said in ((other, "is not an index"), (tmp_path / "none", "is not there")):
        ran = serai("names", "search", "--index", index, "--queries", queries)
        assert (ran.returncode, said in one_line(ran)) == (1, True)


def test_a_line_of_any_other_shape_is_a_sentence_and_stops_nothing(
    serai: Serai, tmp_path: Path
) -> None:
    deep = '{"id":"d","names":["Ali"],"more":' + "[" * 100_000 + "]" * 100_000 + "}"
    people = lines(
        tmp_path / "people", PEOPLE[0], deep, {"id": {"x": 1}, "names": ["Ali"]},
        {"id": "n", "names": [["nested"], "Salim Tahan", None]},
        {"id": "p", "names": ["Zayd Ali"], "place": {"x": 1}, "birth_year_from": True},
        {"id": "q", "names": ["Zayd Omar"], "birth_year_from": "1e999", "sex": "?" * 10_000},
    )  # fmt: skip
    ran = serai("names", "index", "build", "--in", people, "--out", tmp_path / "index")
    assert (ran.returncode, "4 people" in ran.stdout) == (1, True)
    for said in (
        "line 2: this is no JSON", "line 3: the id is no text", "line 4: a name that is no text",
        "line 5: place is no text and was left out. birth_year_from “True” is no year",
        "line 6: birth_year_from “1e999” is no year",
    ):  # fmt: skip
        assert said in ran.stderr
    assert "Traceback" not in ran.stderr
    assert max(map(len, ran.stderr.splitlines())) < 200


def test_windows_lines_a_byte_order_mark_and_an_empty_file_are_read(
    serai: Serai, tmp_path: Path
) -> None:
    people, index = lines(tmp_path / "people", *PEOPLE), tmp_path / "index"
    people.write_bytes(b"\xef\xbb\xbf" + people.read_bytes().replace(b"\n", b"\r\n"))
    built = serai("names", "index", "build", "--in", people, "--out", index)
    assert "4 people" in built.stdout
    empty = lines(tmp_path / "empty", "")
    ran = serai("names", "search", "--index", index, "--queries", empty, "--json")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert "nobody is looked for in it" in ran.stderr
    ran = serai("names", "index", "build", "--in", empty, "--out", index)
    assert (ran.returncode, "not one person" in one_line(ran)) == (1, True)
    assert index.exists(), "the index that was there stays"


def test_a_place_where_no_index_can_be_written_is_said_before_anybody_is_read(
    serai: Serai, tmp_path: Path
) -> None:
    people = lines(tmp_path / "people", *PEOPLE)
    for out, said in ((tmp_path, "is a folder"), (tmp_path / "no" / "index", "no folder")):
        ran = serai("names", "index", "build", "--in", people, "--out", out)
        assert ran.returncode
        assert said in one_line(ran)


def test_a_damaged_index_is_to_be_made_anew(serai: Serai, tmp_path: Path) -> None:
    people, index = lines(tmp_path / "people", *PEOPLE), tmp_path / "index"
    serai("names", "index", "build", "--in", people, "--out", index)
    torn = bytearray(index.read_bytes())
    torn[5_000:9_000] = b"\7" * 4_000
    index.write_bytes(torn)
    ran = serai("names", "search", "--index", index, "--queries", people)
    assert ran.returncode
    assert "serai names index build" in one_line(ran)


def test_an_index_of_another_version_is_to_be_made_anew(serai: Serai, tmp_path: Path) -> None:
    people, index = lines(tmp_path / "people", *PEOPLE), tmp_path / "index"
    assert serai("names", "index", "build", "--in", people, "--out", index).returncode == 0
    with closing(sqlite3.connect(index)) as file:
        file.execute("UPDATE fact SET value = value - 1 WHERE name = 'rules'")
        file.commit()
    ran = serai("names", "search", "--index", index, "--queries", people)
    assert (ran.returncode, "another version" in one_line(ran)) == (1, True)


ODD = ("", " ", "ع", "ا" * 10_000, "😀😀", "Mоhammed Аli", "\u200dعلي\u200d حسن", "1234",
       "unknown", "غير معروف", "محمد " * 5, "李明", "Aliعلي", "٣٤", "..,،")  # fmt: skip


def test_whatever_is_written_as_a_name_is_kept_searched_and_answered(
    serai: Serai, tmp_path: Path
) -> None:
    rows = [{"id": str(number), "names": [odd]} for number, odd in enumerate(ODD)]
    people, index = lines(tmp_path / "people", *rows, PEOPLE[0]), tmp_path / "index"
    built = serai("names", "index", "build", "--in", people, "--out", index)
    assert f"{len(ODD) + 1} people" in built.stdout
    ran = serai("names", "search", "--index", index, "--queries", people, "--json")
    assert ran.returncode == 0, ran.stderr
    answers = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(answers) == len(ODD) + 1
    for odd, row in zip(ODD, answers, strict=False):
        found = [one["id"] for one in row["candidates"]]
        assert row["query"] in found or "No name can be read" in row.get("note", ""), odd
