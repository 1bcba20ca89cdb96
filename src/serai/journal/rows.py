"""Plain SQL for projected tables, the same on SQLite and PostgreSQL; no ORM on the hot path."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import Any

from django.db.models import Model

from serai.journal import sql

ValuesOf = Callable[[Mapping[str, Any]], tuple[Any, ...]]

ROWS_A_STATEMENT = 5_000
KEYS_A_STATEMENT = 500


def insert(model: type[Model], rows: Iterable[Mapping[str, Any]]) -> None:
    """Inserts rows that hold every column of the model."""
    statement, values_of = _insertion(model)
    for chunk in _chunks(rows, ROWS_A_STATEMENT):
        sql.run_many(statement, map(values_of, chunk))


def add(model: type[Model], sums: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Inserts rows, or adds their `sums` columns to the rows already there."""
    statement, values_of = _addition(model, tuple(sums))
    values = list(map(values_of, rows))
    if values:
        sql.run_many(statement, values)


def delete(model: type[Model], subjects: Iterable[str]) -> None:
    """Deletes every row about these subjects."""
    name = model._meta.db_table
    for chunk in _chunks(subjects, KEYS_A_STATEMENT):
        marks = sql.marks(len(chunk))
        sql.run(f'DELETE FROM "{name}" WHERE subject IN ({marks})', chunk)  # noqa: S608


def empty(model: type[Model]) -> None:
    """Deletes every row."""
    sql.run(f'DELETE FROM "{model._meta.db_table}"')  # noqa: S608


def everything(model: type[Model]) -> Iterator[tuple[Any, ...]]:
    """Every row of a table, its primary key first, in the order of the key's bytes."""
    columns = ", ".join(_columns_key_first(model))
    yield from sql.stream(f'SELECT {columns} FROM "{model._meta.db_table}"')  # noqa: S608


@lru_cache(maxsize=256)
def _insertion(model: type[Model]) -> tuple[str, ValuesOf]:
    columns = [str(field.column) for field in model._meta.concrete_fields]
    names = ", ".join(f'"{column}"' for column in columns)
    text = f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({sql.marks(len(columns))})'  # noqa: S608
    return text, itemgetter(*columns)


@lru_cache(maxsize=256)
def _addition(model: type[Model], sums: tuple[str, ...]) -> tuple[str, ValuesOf]:
    text, values_of = _insertion(model)
    name = f'"{model._meta.db_table}"'
    changes = ", ".join(f"{column} = {name}.{column} + excluded.{column}" for column in sums)
    return f"{text} ON CONFLICT ({model._meta.pk.column}) DO UPDATE SET {changes}", values_of


def _columns_key_first(model: type[Model]) -> list[str]:
    key = model._meta.pk.column
    others = (field.column for field in model._meta.concrete_fields)
    return [f'"{key}"', *(f'"{column}"' for column in others if column != key)]


def _chunks(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk
