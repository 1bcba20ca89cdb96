"""Statements straight to the database driver, the same text on SQLite and PostgreSQL.

A command runs about twenty small statements; going through the ORM's cursor layers cost more than
the statements themselves. Statements are written with `%s` and hold no other percent sign.
"""

import threading
from asyncio import _get_running_loop
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

Values = Sequence[Any]
ROWS_MAX = 1_000_000_000  # a part without a limit of its own would lose its order
_here = threading.local()
_row = msgspec.json.Decoder(tuple[Any, ...])


class Question(NamedTuple):
    """A statement that answers rows of so many columns, none of them bytes."""

    statement: str
    values: Values
    columns: int


def database() -> BaseDatabaseWrapper:
    """This thread's connection. Asking Django for it forty times a command took a fifth of it."""
    found: BaseDatabaseWrapper | None = getattr(_here, "database", None)
    if found is None or _get_running_loop() is not None:
        # inside an event loop Django keeps another connection for the same thread
        found = connections["default"]
        _here.database = None if _get_running_loop() else found
    if found.connection is None:
        found.ensure_connection()
    return found


def run(statement: str, values: Values = ()) -> Any:
    """Runs one statement and answers the driver's cursor."""
    opened = database()
    if opened.vendor == "sqlite":
        return opened.connection.execute(_marks(statement), values)
    cursor = opened.connection.cursor()
    cursor.execute(statement, values)
    return cursor


def run_many(statement: str, values: Iterable[Values]) -> None:
    """Runs one statement for every row of values."""
    opened = database()
    cursor = opened.connection.cursor()
    if opened.vendor == "sqlite":
        cursor.executemany(_marks(statement), values)
    else:
        cursor.executemany(statement, list(values))


def one(statement: str, values: Values = ()) -> tuple[Any, ...] | None:
    """The first row, if any."""
    row = run(statement, values).fetchone()
    return None if row is None else tuple(row)


def every(statement: str, values: Values = ()) -> list[tuple[Any, ...]]:
    """All rows."""
    if ahead := getattr(_here, "ahead", None):
        known = ahead.pop((statement, tuple(values)), None)
        if known is not None:
            return list(known)
    return list(run(statement, values).fetchall())


@contextmanager
def together(questions: Sequence[Question]) -> Iterator[None]:
    """Asks several questions as one; within the block `every` has their rows at hand, once."""
    if len(questions) > 1:
        _here.ahead = _all_of(questions)
    try:
        yield
    finally:
        _here.ahead = None


def _all_of(questions: Sequence[Question]) -> dict[tuple[str, Values], list[tuple[Any, ...]]]:
    array = "json_array" if database().vendor == "sqlite" else "json_build_array"
    parts, rows = [], []
    for number, one in enumerate(questions):
        columns = ", ".join(f"c{at}" for at in range(one.columns))
        limit = "" if " LIMIT %s" in one.statement else f" LIMIT {ROWS_MAX}"
        parts.append(f"q{number}({columns}) AS ({one.statement}{limit})")
        rows.append(f"SELECT {number}, CAST({array}({columns}) AS TEXT) FROM q{number}")  # noqa: S608
    found: list[list[tuple[Any, ...]]] = [[] for _ in questions]
    statement = f"WITH {', '.join(parts)} {' UNION ALL '.join(rows)}"
    for number, row in run(statement, [value for one in questions for value in one.values]):
        found[number].append(_row.decode(row))
    return {
        (one.statement, tuple(one.values)): rows for one, rows in zip(questions, found, strict=True)
    }


def stream(statement: str, rows_a_step: int = 5_000) -> Iterator[tuple[Any, ...]]:
    """All rows, a step at a time."""
    cursor = run(statement)
    while chunk := cursor.fetchmany(rows_a_step):
        yield from chunk


def as_text(column: str) -> str:
    """Bytes that hold a text, as the text: `together` carries no bytes."""
    if database().vendor == "sqlite":
        return f"CAST({column} AS TEXT)"
    return f"convert_from({column}, 'UTF8')"


def marks(count: int) -> str:
    """Places for `count` values in a list.

    >>> marks(3)
    '%s, %s, %s'
    """
    return ", ".join(["%s"] * count)


def padded(values: Sequence[Any]) -> list[Any]:
    """The values, the last one repeated up to a power of two: few texts, so few to be compiled.

    >>> padded(["a", "b", "c"])
    ['a', 'b', 'c', 'c']
    """
    missing = (1 << (len(values) - 1).bit_length()) - len(values)
    return [*values, *[values[-1]] * missing]


@lru_cache(maxsize=2_000)
def _marks(statement: str) -> str:
    return statement.replace("%s", "?")
