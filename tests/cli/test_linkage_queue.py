"""Pairs from a file wait for people: those of this station, and nothing else."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow as arrow
import pytest
from pyarrow import parquet
from tests.cli.conftest import Serai, one_line


def written(path: Path, **columns: list[Any]) -> Path:
    parquet.write_table(arrow.table(columns), path)
    return path


def test_pairs_of_records_that_are_not_in_these_books_are_left_out_and_said(
    serai: Serai, training: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(training / "station.sqlite3")) as held:
        one, other = (row[0] for row in held.execute("SELECT id FROM registry_person LIMIT 2"))
    pairs = written(
        tmp_path / "p.parquet", left=[one, one, one], right=[other, "nobody", one], bits=[5.0] * 3
    )
    ran = serai("linkage", "queue", "--pairs", pairs, data=training)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "1 pairs wait now; 0 were known.\n"
    assert "Left out, not two records of these books: 2 pairs." in ran.stderr


@pytest.mark.parametrize(
    "columns",
    [
        {"a": [1]},
        {"left": ["x"], "right": [None], "bits": [1.0]},
        {"left": ["x"], "right": ["y"], "bits": ["many"]},
        {"left": ["x"], "right": ["y"], "bits": [float("nan")]},
    ],
)
def test_a_table_that_holds_no_pairs_is_refused(
    serai: Serai, new_station: Path, tmp_path: Path, columns: dict[str, list[Any]]
) -> None:
    pairs = written(tmp_path / "p.parquet", **columns)
    ran = serai("linkage", "queue", "--pairs", pairs, data=new_station)
    assert ran.returncode == 1
    assert "p.parquet holds no pairs" in one_line(ran)


def test_a_file_that_is_no_parquet_is_refused(
    serai: Serai, new_station: Path, tmp_path: Path
) -> None:
    (tmp_path / "p.parquet").write_text("left,right,bits\n")
    ran = serai("linkage", "queue", "--pairs", tmp_path / "p.parquet", data=new_station)
    assert ran.returncode == 1
    assert "p.parquet holds no pairs" in one_line(ran)


@pytest.mark.parametrize("command", ["run", "books"])
def test_bits_that_are_no_number_are_wrong_usage(serai: Serai, command: str) -> None:
    ran = serai("linkage", command, "--least", "nan")
    assert ran.returncode == 2
    assert "--least" in one_line(ran)
