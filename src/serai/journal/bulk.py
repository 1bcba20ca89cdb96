"""Filling empty tables at full speed: indexes are made afterwards, in one sorted pass.

Inserting a million rows into tables that already have their indexes took three times as long, and
the collector of Python's cyclic garbage, which finds none in events, took as long again.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from serai.journal import sql
from serai.journal.projecting import projected_models

CACHE_KIB = 262_144  # pages written out half filled are written twice: a tenth of the time
_INDEXES = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = %s"
)


@contextmanager
def bulk() -> Iterator[None]:
    """Takes the projected tables' indexes away and puts them back at the end."""
    collecting = gc.isenabled()
    gc.disable()
    lite = connection.vendor == "sqlite"
    held = _cache(CACHE_KIB) if lite else 0
    indexes = _dropped() if lite else []
    try:
        yield
    finally:
        for definition in indexes:
            sql.run(definition)
        if lite:
            _cache(-held)
        if collecting:
            gc.enable()


def _cache(kib: int) -> int:
    """Lets SQLite keep this much in memory; answers what it kept before, negative for KiB."""
    held = sql.one("PRAGMA cache_size")
    sql.run(f"PRAGMA cache_size = {-kib}")
    return int(held[0]) if held else 0


def _dropped() -> list[str]:
    found = []
    for model in projected_models():
        for name, definition in sql.every(_INDEXES, (model._meta.db_table,)):
            sql.run(f'DROP INDEX "{name}"')
            found.append(definition)
    return found
