"""One writer at a time on a station: a file lock held around every writing transaction.

SQLite alone lets writers queue by polling; with twenty clerks the slowest then waits seconds.
A lock that hands over in turn cut the 99th percentile to a fifth when it was measured.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

from serai.journal import sql

try:
    import fcntl
except ImportError:  # Windows: SQLite's own lock has to do
    fcntl = None  # type: ignore[assignment]

LOCK_FILE = "writer.lock"
POSTGRESQL_LOCK = 0x5E7A1
_held = threading.local()


@contextmanager
def only_writer() -> Iterator[None]:
    """Holds the station's writer lock; entering it again inside itself is harmless."""
    if sql.database().vendor != "sqlite" or fcntl is None or getattr(_held, "held", False):
        yield
        return
    file = os.open(os.path.join(settings.DATA, LOCK_FILE), os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        _held.held = True
        yield
    finally:
        _held.held = False
        os.close(file)


def lock_in_transaction() -> None:
    """The same promise on PostgreSQL, where the lock belongs to the transaction."""
    if sql.database().vendor == "postgresql":
        sql.run("SELECT pg_advisory_xact_lock(%s)", [POSTGRESQL_LOCK])
