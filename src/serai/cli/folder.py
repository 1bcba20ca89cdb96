"""The data folder of a station: what lies in it, and every way in which it can be wrong.

Looking at a folder never changes it. A folder that is not a station's, or that a newer serai
wrote, is left exactly as it was found.
"""

import os
from pathlib import Path
from shlex import quote

from serai.cli.answers import Stop, surroundings
from serai.journal.wall import TRAINING_FILE

FORMAT = 1  # of the folder; rises when an older serai could harm a newer folder
FORMAT_FILE = "format"
OPENING_FILE = "opening"  # there while a station is being made; left behind by an interruption
SERVING_FILE = "serving.lock"
DATABASE_FILE = "station.sqlite3"
KEY_FILE = "station.key"
KEY_BYTES = 32
OURS = (
    DATABASE_FILE,
    f"{DATABASE_FILE}-wal",
    f"{DATABASE_FILE}-shm",
    KEY_FILE,
    "station.part",
    "writer.lock",
    "secret.key",
    "places.tsv",
    "static",
    FORMAT_FILE,
    TRAINING_FILE,
    OPENING_FILE,
)


def elsewhere() -> bool:
    """Whether the journal lives in PostgreSQL and not in the folder."""
    return bool(os.environ.get("SERAI_DATABASE"))


def is_station(folder: Path) -> bool:
    """Whether a station was made here to the end."""
    return (folder / FORMAT_FILE).exists() and not was_interrupted(folder)


def is_training(folder: Path) -> bool:
    """Whether this is a training station, which may be thrown away."""
    return (folder / TRAINING_FILE).exists()


def was_interrupted(folder: Path) -> bool:
    """Whether somebody began to make a station here and did not finish."""
    return (folder / OPENING_FILE).exists()


def check_writable(folder: Path) -> None:
    """Makes the folder if need be; stops when nothing can be written into it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        trial = folder / f".trial-{os.getpid()}"
        trial.touch()
        trial.unlink()
    except OSError as error:
        reason = os.strerror(error.errno or 0).lower()
        raise surroundings(f"Cannot write into the folder {folder}: {reason}.") from error


def check_unclaimed(folder: Path) -> None:
    """Stops when a new station would land on top of something that is there."""
    if is_station(folder):
        raise Stop(
            f"There is a station in {folder} already; serve it with: "
            f"serai up --data {quote(str(folder))}"
        )
    if (folder / DATABASE_FILE).exists() and not was_interrupted(folder):
        check_database(folder)
        raise Stop(f"{folder} holds a {DATABASE_FILE} without its station; nothing was touched.")


def check_station(folder: Path) -> None:
    """Stops, in a sentence, unless a whole station that this serai understands is in the folder."""
    if was_interrupted(folder):
        raise surroundings(
            f"The station in {folder} was never finished; run serai init or serai demo once more."
        )
    if not folder.is_dir() or not (
        (folder / FORMAT_FILE).exists() or (folder / DATABASE_FILE).exists()
    ):
        raise surroundings(
            f"There is no station in {folder}; make one with serai init, or try serai demo."
        )
    check_format(folder)
    if not elsewhere():
        check_database(folder)
        check_key(folder)


def check_key(folder: Path) -> None:
    """Stops without the station's key: with a new one its own tokens would be another station's."""
    path = folder / KEY_FILE
    if not path.exists() or path.stat().st_size != KEY_BYTES:
        raise surroundings(
            f"{path} is missing or torn, and nobody else can sign for this station; "
            "put it back from a backup."
        )


def check_format(folder: Path) -> None:
    """Stops when a newer serai wrote the folder."""
    path = folder / FORMAT_FILE
    text = path.read_text(errors="replace").strip() if path.exists() else str(FORMAT)
    if not text.isdigit():
        raise surroundings(f"{path} is no number; this is not a folder that serai wrote.")
    if int(text) > FORMAT:
        raise surroundings(
            f"A newer serai wrote {folder} (format {text}, this one knows {FORMAT}); "
            "install the newer one. Nothing was touched."
        )


def check_database(folder: Path) -> None:
    """Stops when the station's file is missing, torn, damaged, or not a station's."""
    from serai.journal.tables import check_file

    path = folder / DATABASE_FILE
    if not path.exists() or not path.stat().st_size:
        raise surroundings(f"{path} is missing or empty; put it back from a backup.")
    refusal = check_file(path)
    if refusal is not None:
        raise surroundings(str(refusal))
