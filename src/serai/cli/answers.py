"""How a command ends: with a code a script can read, and one sentence a person can act on."""

import errno
import os
import sqlite3
from enum import IntEnum
from pathlib import Path


class Code(IntEnum):
    """The exit codes of every command."""

    OK = 0
    REFUSED = 1
    USAGE = 2
    UNSOUND = 3
    SURROUNDINGS = 4


class Stop(Exception):
    """Ends the command with this sentence on stderr and this exit code."""

    def __init__(self, sentence: str, code: Code = Code.REFUSED) -> None:
        super().__init__(sentence)
        self.code = code


def surroundings(sentence: str) -> Stop:
    """The fault is in the port, the folder, the disk or the database."""
    return Stop(sentence, Code.SURROUNDINGS)


def existing(file: Path) -> Path:
    """A file that somebody named; ends the command where it is not there."""
    if not file.is_file():
        raise surroundings(f"{file}: no such file or directory.")
    return file


FULL = (
    "The disk refused to write (full, or broken); nothing of this was saved. Make room, try again."
)
DAMAGED = (
    "The station's database is damaged; nothing was changed. Copy the folder to a safe place, then "
    "put the file back from a backup."
)
BUSY = "Another program is writing to this station and did not let go; try again when it is done."
READ_ONLY = (
    "The file or its folder cannot be opened for writing: it can only be read, or this user may "
    "not. serai writes even to show the books; put the folder where it can be written."
)
DISK_FAULTS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
SENTENCES = {  # by the words that SQLite and PostgreSQL use
    "disk is full": FULL,
    "disk I/O error": FULL,
    "No space left": FULL,
    "unable to open": READ_ONLY,
    "readonly": READ_ONLY,
    "malformed": DAMAGED,
    "not a database": DAMAGED,
    "locked": BUSY,
}


def sentence_for(error: BaseException) -> Stop | None:
    """What to say about an exception that the surroundings caused; None when it is our own bug."""
    if isinstance(error, OSError):
        return _of_the_system(error)
    if not _from_a_database(error):
        return None
    text = str(error).strip() or type(error).__name__
    for words, sentence in SENTENCES.items():
        if words in text:
            return surroundings(sentence)
    return surroundings(f"The database refused: {text.splitlines()[0]}")


def _of_the_system(error: OSError) -> Stop | None:
    if error.errno in DISK_FAULTS:
        return surroundings(FULL)
    if not error.filename:
        return None
    return surroundings(f"{error.filename}: {os.strerror(error.errno or 0).lower()}.")


def _from_a_database(error: BaseException) -> bool:
    names = {kind.__name__ for kind in type(error).__mro__}
    return isinstance(error, sqlite3.Error) or bool(names & {"DatabaseError", "NotWritten"})
