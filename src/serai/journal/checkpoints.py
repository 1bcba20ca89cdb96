"""Copies what was saved out of the write-ahead log home into the station's file, between saves.

SQLite does it within a save, whenever the log has grown to 16 MB: with twenty clerks every four
seconds one of them waited for that, and all others for the writer lock behind them. In small
portions and in turn with whoever saves it takes a few milliseconds. Nothing rests on it: what is
not copied yet stands in the log.
"""

import logging
import sqlite3
import threading
import time

from django.db import Error

from serai.journal import lock, sql

EVERY_SECONDS = 4.0  # each process of two
LOG = logging.getLogger("serai")


def begin() -> None:
    """Goes on copying until this process ends."""
    threading.Thread(target=_go_on, name="checkpoints", daemon=True).start()


def copy_home() -> bool:
    """Copies what no page reads from the log any more; whether all of it stands in the file now."""
    if sql.database().vendor != "sqlite":
        return True
    with lock.only_writer():
        busy, written, copied = sql.run("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    return not busy and written == copied


def _go_on() -> None:
    while True:
        time.sleep(EVERY_SECONDS)
        try:
            copy_home()
        except (Error, sqlite3.Error, OSError) as error:  # the next round, or a save, does it
            LOG.warning("the log was not copied home: %s", error)
