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

CACHE_KIB = 524_288  # pages written out half filled are written twice: a tenth of the time
_INDEXES = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = %s"
)


@contextmanager
def bulk() -> Iterator[None]:
    """Takes the projected tables' indexes away and puts them back at the end."""
    collecting = gc.isenabled()
    gc.disable()
    lite = connection.vendor == "sqlite"
    # rows that go come back at once: blotting them out would write every page twice
    held = [_set("cache_size", -CACHE_KIB), _set("secure_delete", 0)] if lite else []
    indexes = _dropped() if lite else []
    try:
        yield
    finally:
        for definition in indexes:
            sql.run(definition)
        for name, value in zip(("cache_size", "secure_delete"), held, strict=False):
            _set(name, value)
        if collecting:
            gc.enable()


def _set(name: str, value: int) -> int:
    """Sets one of SQLite's switches for this connection; answers what stood there before."""
    held = sql.one(f"PRAGMA {name}")
    sql.run(f"PRAGMA {name} = {value}")
    return int(held[0]) if held else 0


def _dropped() -> list[str]:
    found = []
    for model in projected_models():
        for name, definition in sql.every(_INDEXES, (model._meta.db_table,)):
            sql.run(f'DROP INDEX "{name}"')
            found.append(definition)
    return found
