"""What was saved is copied out of the log between saves, so that no clerk waits for it."""

import sqlite3
from pathlib import Path

import pytest

from serai.journal import sql
from serai.journal.checkpoints import copy_home


class Station:
    """A database on a disk that is opened as a station's."""

    vendor = "sqlite"

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode=WAL")
        self.connection.execute("CREATE TABLE told (word)")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the station that this thread has open."""
    path = tmp_path / "station.sqlite3"
    opened = Station(path)
    monkeypatch.setattr(sql, "database", lambda: opened)
    return path


def told_without_the_log(file: Path) -> list[tuple[str]]:
    copy = file.with_name("copy.sqlite3")
    copy.write_bytes(file.read_bytes())
    return sqlite3.connect(copy).execute("SELECT word FROM told").fetchall()


def test_the_whole_log_stands_in_the_file_afterwards(file: Path) -> None:
    assert copy_home()
    sql.run("INSERT INTO told VALUES ('counted')")
    assert told_without_the_log(file) == []
    assert copy_home()
    assert told_without_the_log(file) == [("counted",)]


def test_what_a_page_still_reads_stays_in_the_log(file: Path) -> None:
    page = sqlite3.connect(file, isolation_level=None)
    page.execute("BEGIN")
    assert page.execute("SELECT * FROM told").fetchall() == []
    sql.run("INSERT INTO told VALUES ('counted')")
    assert not copy_home()
    page.execute("COMMIT")
    assert copy_home()
