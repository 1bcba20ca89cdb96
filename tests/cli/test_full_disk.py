"""The disk is full while a station is made, loaded, or only looked at."""

import resource
from pathlib import Path

import pytest
from tests.cli.conftest import Serai, one_line

NO_BYTES = 0
FILE_BYTES_MAX = 300_000  # no file may grow beyond this: writes fail as on a full disk


def small_disk() -> None:
    """Before the command starts."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES_MAX, FILE_BYTES_MAX))


@pytest.mark.parametrize(
    "words", [("init", "--name", "Desert"), ("demo", "--no-serve", "--scale", "0.005")]
)
def test_a_full_disk_is_said_in_a_sentence_and_the_next_try_starts_over(
    serai: Serai, tmp_path: Path, words: tuple[str, ...]
) -> None:
    folder = tmp_path / "station"
    ran = serai(*words, data=folder, preexec_fn=small_disk)
    assert ran.returncode == 4, ran.stderr
    assert "disk refused to write" in one_line(ran)
    again = serai(*words, data=folder)
    assert again.returncode == 0, again.stderr


def no_room() -> None:
    """Before the command starts."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (NO_BYTES, NO_BYTES))


def test_a_sound_station_on_a_full_disk_is_not_called_damaged(
    serai: Serai, new_station: Path
) -> None:
    """Or somebody puts an old backup in its place."""
    for words in (("books",), ("places", "list"), ("up", "--port", "1")):
        ran = serai(*words, data=new_station, preexec_fn=no_room)
        assert ran.returncode == 4, ran.stderr
        assert "disk refused to write" in one_line(ran)
    assert serai("journal", "verify", data=new_station).returncode == 0
