"""An administrator proves the journal, and makes the tables anew."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Serai, one_line


def change(folder: Path, statement: str) -> None:
    """Changes the station's file behind its back."""
    with closing(sqlite3.connect(folder / "station.sqlite3")) as database:
        assert database.execute(statement).rowcount == 1
        database.commit()


def test_a_sound_journal_says_what_was_proved(serai: Serai, training_pattern: Path) -> None:
    ran = serai("journal", "verify", data=training_pattern)
    assert ran.returncode == 0, ran.stdout
    assert "Sound:" in ran.stdout


def test_a_changed_event_is_found_by_name(serai: Serai, training: Path) -> None:
    change(
        training,
        "UPDATE journal_event SET body = CAST(replace(body, 'at', 'ta') AS BLOB) WHERE id = 5",
    )
    ran = serai("journal", "verify", data=training)
    assert ran.returncode == 3
    assert "changed after it was written" in one_line(ran)


def test_a_changed_row_is_found_and_made_anew(serai: Serai, training: Path) -> None:
    change(training, "UPDATE registry_balance SET count = count + 1 WHERE id = 'al-hol/named'")
    found = serai("journal", "verify", data=training)
    assert found.returncode == 3
    assert "al-hol/named" in one_line(found)
    assert serai("books", data=training).returncode in (0, 3)
    assert serai("journal", "rebuild", data=training).returncode == 0
    assert serai("journal", "verify", data=training).returncode == 0


def test_tables_of_another_version_are_made_anew_and_said_once(
    serai: Serai, training: Path
) -> None:
    change(training, "UPDATE journal_setting SET value = 'older' WHERE name = 'shape'")
    first, second = (serai("books", "--json", data=training) for _ in range(2))
    assert "keeps other tables: making them from" in first.stderr
    assert second.stderr == ""
    kept = [{**json.loads(ran.stdout), "at": ""} for ran in (first, second)]
    assert kept[0] == kept[1]
