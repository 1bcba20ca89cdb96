"""Somebody writes the made-up operation into a file."""

import json
from pathlib import Path

from tests.cli.conftest import Serai, one_line


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(
    serai: Serai, tmp_path: Path
) -> None:
    files = [tmp_path / name for name in ("first", "again", "other")]
    for file, seed in zip(files, (7, 7, 8), strict=True):
        ran = serai("simulate", "--seed", seed, "--scale", "0.002", "--out", file)
        assert ran.returncode == 0, ran.stderr
    first, again, other = (file.read_bytes() for file in files)
    assert first == again != other
    assert {"kind", "version", "actor", "body"} <= set(json.loads(first.splitlines()[0]))


def test_an_unknown_operation_is_wrong_usage(serai: Serai, tmp_path: Path) -> None:
    ran = serai("simulate", "--operation", "atlantis", "--out", tmp_path / "x")
    assert ran.returncode == 2
    assert "baghuz-2019" in one_line(ran)


def test_a_file_that_cannot_be_written_is_named(serai: Serai) -> None:
    ran = serai("simulate", "--scale", "0.002", "--out", "/proc/events")
    assert ran.returncode == 4
    assert "/proc/events" in one_line(ran)
