"""Somebody types a command wrongly, or with the wrong Python."""

import ast
from pathlib import Path

import pytest
from tests.cli.conftest import Serai, one_line

import serai.cli

COMMANDS = [
    ("init",), ("up",), ("demo",), ("books",), ("books", "export"), ("journal", "verify"),
    ("journal", "rebuild"), ("simulate",),
]  # fmt: skip


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_explains_itself_with_an_example(
    serai: Serai, words: tuple[str, ...]
) -> None:
    ran = serai(*words, "--help")
    assert ran.returncode == 0
    assert f"serai {words[0]}" in ran.stdout.partition("Example")[2]


def test_an_unknown_command_is_wrong_usage(serai: Serai) -> None:
    ran = serai("bokks")
    assert ran.returncode == 2
    assert "books" in one_line(ran)


def test_nothing_typed_shows_the_commands(serai: Serai) -> None:
    ran = serai()
    assert ran.returncode == 2
    assert "demo" in ran.stdout + ran.stderr


def test_a_python_that_is_too_old_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert serai.cli._too_old((3, 8)) == 4
    assert capsys.readouterr().err == "serai: needs Python 3.11 or newer, and this is 3.8.\n"


@pytest.mark.parametrize("name", ["__init__.py", "__main__.py", "cli/__init__.py"])
def test_what_an_old_python_reads_before_it_is_told_is_old_python(name: str) -> None:
    text = (Path(serai.__file__).parent / name).read_text()
    ast.parse(text, feature_version=(3, 6))
    assert "annotations" not in text


@pytest.mark.parametrize(
    "words",
    [("forecast",), ("names", "index", "build", "--out", "x", "--in"), ("reports", "read"),
     ("linkage", "run", "--out", "x", "--left"), ("linkage", "queue", "--pairs")],
    ids=" ".join,
)  # fmt: skip
def test_a_file_that_is_not_there_ends_every_command_alike(
    serai: Serai, tmp_path: Path, words: tuple[str, ...]
) -> None:
    absent = tmp_path / "absent"
    ran = serai(*words, absent)
    assert ran.returncode == 4
    assert one_line(ran) == f"serai: {absent}: no such file or directory."
