"""The disk is full while a station is made or a training is loaded."""

import resource
from pathlib import Path

import pytest
from tests.cli.conftest import Serai, one_line

pytestmark = pytest.mark.slow

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
