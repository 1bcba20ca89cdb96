"""The transaction around one command: Django's own, entered by a shorter way on SQLite.

Everything inside sees an ordinary atomic block. What is left out are the layers that look for
another database, another thread and an unusable connection at every step: they took longer than
the statements that begin and end the transaction.
"""

import sqlite3
from types import TracebackType

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from serai.journal import sql


class OneTransaction:
    """Commits when the block ends, takes everything back when it raises."""

    def __enter__(self) -> None:
        database = self._database = sql.database()
        self._atomic: transaction.Atomic | None = None
        if database.vendor != "sqlite" or database.in_atomic_block or not database.autocommit:
            self._atomic = transaction.atomic()
            self._atomic.__enter__()
            return
        database.connection.execute("BEGIN IMMEDIATE")
        database.autocommit = False
        database.in_atomic_block = database.commit_on_exit = True
        database.needs_rollback = False

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._atomic is not None:
            self._atomic.__exit__(kind, error, at)
            return
        database = self._database
        database.in_atomic_block = False
        try:
            if kind is not None or database.needs_rollback:
                _take_back(database)
            else:
                _commit(database)
        finally:
            database.needs_rollback, database.autocommit = False, True
        if database.run_on_commit:
            database.run_and_clear_commit_hooks()


def _commit(database: BaseDatabaseWrapper) -> None:
    try:
        database.connection.commit()
    except BaseException:
        _take_back(database)
        raise


def _take_back(database: BaseDatabaseWrapper) -> None:
    database.run_on_commit = []
    try:
        database.connection.rollback()
    except sqlite3.Error:
        database.close()  # a connection in no known state serves nobody
