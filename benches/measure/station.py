"""Stations to measure on: real folders with real SQLite files, thrown away afterwards."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PASSWORD = "baghuz-2019"  # of every account of a training station
SMALL = 0.05  # of the operation's people


def whole_station_wanted(about: str) -> Path | None:
    """Reads `--data DIR` from the command line: a whole training station to measure on a copy of.

    Without it the bench makes one first, which takes a minute.
    """
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--data", type=Path, help="A training station; a copy is measured.")
    held: Path | None = parser.parse_args().data
    return held


@contextmanager
def training(scale: float = 1.0, held: Path | None = None) -> Iterator[Path]:
    """The folder of a training station that may be written to."""
    with tempfile.TemporaryDirectory(prefix="serai-bench-") as above:
        folder = Path(above) / "station"
        if held:
            shutil.copytree(held, folder, ignore=shutil.ignore_patterns("static", "*.lock"))
        else:
            command = [sys.executable, "-m", "serai", "demo", "--no-serve", "--data", str(folder)]
            subprocess.run([*command, "--scale", str(scale)], check=True, stdout=sys.stderr)
        yield folder


@contextmanager
def empty() -> Iterator[Path]:
    """A new folder with the tables of a station and nothing in them, opened in this process."""
    with tempfile.TemporaryDirectory(prefix="serai-bench-") as above:
        folder = Path(above)
        opened(folder)
        yield folder


def opened(folder: Path) -> None:
    """Starts Django on a station, in this process; its tables fit this version afterwards."""
    os.environ["SERAI_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "serai.project.settings"
    import django

    django.setup()
    from serai.journal.tables import prepare

    prepare()
