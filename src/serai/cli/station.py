"""Opening the station that a command works on, and making a new one so that no half is left."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from serai.cli import folder as at
from serai.cli.answers import surroundings
from serai.cli.progress import errors, step

if TYPE_CHECKING:
    from serai.core.refusal import Refusal

Data = Annotated[
    Path,
    typer.Option(
        "--data",
        envvar="SERAI_DATA",
        metavar="DIR",
        resolve_path=True,
        help="The folder that holds the station.",
    ),
]
DATA_DEFAULT = Path("data")


def opened(folder: Path) -> None:
    """Opens the station for this command: checks the folder, starts Django, remakes old tables."""
    at.check_station(folder)
    _start_django(folder)
    _check_connection()
    from serai.journal.tables import check_key, prepare

    _stop_at(check_key())
    prepare(_say_that_tables_are_made_anew)


@contextmanager
def making(folder: Path) -> Iterator[None]:
    """Makes a station inside the block; if that does not end well, the next try starts over."""
    at.check_writable(folder)
    if at.was_interrupted(folder):
        throw_away(folder)
    mark = folder / at.OPENING_FILE
    mark.write_text(
        "A station is being made here. If nobody is at it, run the command once more.\n"
    )
    _start_django(folder)
    _check_connection()
    from serai.journal.identity import sync_folder
    from serai.journal.tables import prepare

    with step("Making the station's tables"):
        prepare()
    yield
    (folder / at.FORMAT_FILE).write_text(f"{at.FORMAT}\n")
    mark.unlink()
    sync_folder(folder)


def throw_away(folder: Path) -> None:
    """Deletes what belongs to a station from the folder, and nothing else."""
    for name in at.OURS:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _say_that_tables_are_made_anew(done: int, total: int) -> None:
    """Once: it takes a minute for a large station, and nobody shall think that it hangs."""
    if not done:
        words = f"This version of serai keeps other tables: making them from {total:,} events"
        errors.print(words, markup=False)


def _start_django(folder: Path) -> None:
    os.environ["SERAI_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "serai.project.settings"
    import django

    django.setup()


def _check_connection() -> None:
    from django.db import OperationalError, connection

    try:
        connection.ensure_connection()
    except OperationalError as error:
        first = str(error).strip().splitlines()[0]
        raise surroundings(f"The database does not answer: {first}") from error
    from serai.journal.tables import check_order

    _stop_at(check_order(connection))


def _stop_at(refusal: "Refusal | None") -> None:
    if refusal is not None:
        raise surroundings(str(refusal))
