"""Somebody writes the situation report of an hour from the command line."""

from pathlib import Path

import pytest
from tests.cli.conftest import Serai, one_line


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("s.pdf", b"%PDF"),
        ("s.xlsx", b"PK"),
        ("s.hxl.csv", b"\xef\xbb\xbfhour"),
        ("s.geojson", b"{"),
    ],
)
def test_every_form_is_written(
    serai: Serai, pattern: Path, tmp_path: Path, name: str, start: bytes
) -> None:
    out = tmp_path / name
    ran = serai("sitrep", "--out", out, data=pattern)
    assert ran.returncode == 0, ran.stderr
    assert out.read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--out", "s.doc"), "must end in"),
        (("--out", "s.pdf", "--language", "xx"), "no language"),
        (("--out", "s.pdf", "--at", "2999-01-01T00:00"), "still to come"),
    ],
)
def test_wrong_words_are_wrong_usage(
    serai: Serai, pattern: Path, words: tuple[str, ...], said: str
) -> None:
    ran = serai("sitrep", *words, data=pattern)
    assert ran.returncode == 2
    assert said in one_line(ran)
