"""A command meets a folder that is torn, foreign, unfinished or too new: one sentence, no touch."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.conftest import Serai, one_line

COMMANDS = [("books",), ("journal", "verify"), ("up", "--port", "1")]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of the folder except SQLite's passing ones."""
    return {
        path.name: path.read_bytes()
        for path in folder.iterdir()
        if not path.name.endswith(("-wal", "-shm")) and path.is_file()
    }


def refused_untouched(serai: Serai, folder: Path, *words: object) -> str:
    """Runs a command that must refuse with code 4 and leave every byte as it was."""
    before = contents(folder)
    ran = serai(*(words or ("books",)), data=folder)
    assert ran.returncode == 4, (ran.stdout, ran.stderr)
    assert contents(folder) == before
    return one_line(ran)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_no_station_at_all(serai: Serai, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert "There is no station" in refused_untouched(serai, tmp_path, *words)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_file_that_is_no_database(
    serai: Serai, new_station: Path, words: tuple[str, ...]
) -> None:
    (new_station / "station.sqlite3").write_bytes(b"a letter about something else\n" * 400)
    assert "not a database" in refused_untouched(serai, new_station, *words)


def test_the_database_of_another_program(serai: Serai, new_station: Path) -> None:
    path = new_station / "station.sqlite3"
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
        other.commit()
    assert "another program" in refused_untouched(serai, new_station)


@pytest.mark.parametrize("left", [None, b"", b"half a key"])
def test_a_station_without_its_key_is_not_made_another_one(
    serai: Serai, new_station: Path, left: bytes | None
) -> None:
    key = new_station / "station.key"
    key.unlink()
    if left is not None:
        key.write_bytes(left)
    assert "put it back from a backup" in refused_untouched(serai, new_station)


def test_the_key_of_another_station_is_not_taken_for_this_ones(
    serai: Serai, new_station: Path
) -> None:
    (new_station / "station.key").write_bytes(bytes(range(32)))
    assert "the key of another station" in refused_untouched(serai, new_station)


def test_a_torn_database(serai: Serai, new_station: Path) -> None:
    path = new_station / "station.sqlite3"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert "damaged" in refused_untouched(serai, new_station)


def test_a_database_with_damaged_pages(serai: Serai, new_station: Path) -> None:
    path = new_station / "station.sqlite3"
    whole = bytearray(path.read_bytes())
    whole[8192:20480] = bytes(12288)
    path.write_bytes(whole)
    assert "damaged" in refused_untouched(serai, new_station)


def test_an_emptied_database(serai: Serai, new_station: Path) -> None:
    (new_station / "station.sqlite3").write_bytes(b"")
    assert "missing or empty" in refused_untouched(serai, new_station)


def test_a_folder_that_a_newer_serai_wrote(serai: Serai, new_station: Path) -> None:
    (new_station / "format").write_text("9\n")
    assert "A newer serai wrote" in refused_untouched(serai, new_station)


def test_a_format_that_is_no_number(serai: Serai, new_station: Path) -> None:
    (new_station / "format").write_text("yes\n")
    assert "is no number" in refused_untouched(serai, new_station)


def test_a_station_whose_making_was_interrupted(serai: Serai, new_station: Path) -> None:
    (new_station / "opening").touch()
    assert "never finished" in refused_untouched(serai, new_station)


def test_a_new_station_does_not_replace_a_database_without_its_station(
    serai: Serai, new_station: Path
) -> None:
    (new_station / "format").unlink()
    before = contents(new_station)
    ran = serai("init", "--name", "Desert", data=new_station)
    assert ran.returncode == 1
    assert "nothing was touched" in one_line(ran)
    assert contents(new_station) == before


def test_a_postgresql_that_does_not_answer(serai: Serai, new_station: Path, tmp_path: Path) -> None:
    address = {"SERAI_DATABASE": f"postgresql://nobody@/serai?host={tmp_path}"}
    ran = serai("books", data=new_station, settings=address)
    assert ran.returncode == 4
    assert "does not answer" in one_line(ran)
