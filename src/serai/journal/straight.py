"""Rows as instances of their model, straight from the driver: for pages that many clerks ask.

Django takes longer to put such a question into SQL than SQLite takes to answer it. What comes back
are the same instances: what a column means to Python is asked of Django once a table.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any, NamedTuple, TypeVar

from django.db.models import Model

from serai.journal import sql
from serai.journal.sql import Values

Row = TypeVar("Row", bound=Model)
_Convert = Callable[[Any], Any]


class Columns(NamedTuple):
    """How a table's rows are read: its columns as a statement names them, and what they mean."""

    names: tuple[str, ...]
    fields: tuple[str, ...]
    meant: tuple[tuple[int, _Convert], ...]  # places of columns that mean something else in Python

    def __len__(self) -> int:
        return len(self.names)


def first(model: type[Row], rest: str, values: Values = ()) -> Row | None:
    """The first row of what follows FROM the model's table, if any."""
    with sql.database().wrap_database_errors:
        row = sql.one(_question(model, rest), values)
    return None if row is None else made(model, row)


def every(model: type[Row], rest: str, values: Values = ()) -> list[Row]:
    """All rows of what follows FROM the model's table."""
    with sql.database().wrap_database_errors:
        rows = sql.every(_question(model, rest), values)
    return [made(model, row) for row in rows]


def beside(
    model: type[Row], more: str, rest: str, values: Values = ()
) -> list[tuple[Row, tuple[Any, ...]]]:
    """The same rows, each with what else is asked beside its columns."""
    with sql.database().wrap_database_errors:
        rows = sql.every(_question(model, rest, more), values)
    ends = len(columns_of(model))
    return [(made(model, row[:ends]), row[ends:]) for row in rows]


def named(model: type[Model], alias: str) -> str:
    """The columns of a model as a statement asks for them."""
    return ", ".join(f'{alias}."{name}"' for name in columns_of(model).names)


def made(model: type[Row], row: Sequence[Any]) -> Row:
    """An instance of the values of its columns."""
    columns = columns_of(model)
    if columns.meant:
        values = list(row)
        for place, convert in columns.meant:
            values[place] = convert(values[place])
        row = values
    return model.from_db("default", columns.fields, row)


def columns_of(model: type[Model]) -> Columns:
    """The columns of a model's table."""
    return _columns_of(model, sql.database().vendor)


@lru_cache(maxsize=256)
def _columns_of(model: type[Model], vendor: str) -> Columns:
    fields = model._meta.concrete_fields
    return Columns(
        tuple(str(field.column) for field in fields),
        tuple(field.attname for field in fields),
        tuple(
            (place, convert) for place, field in enumerate(fields) for convert in _meant_by(field)
        ),
    )


def _meant_by(field: Any) -> list[_Convert]:
    """What Django does with the driver's value of a column."""
    opened = sql.database()
    asked = field.get_col(field.model._meta.db_table)
    found = [*opened.ops.get_db_converters(asked), *field.get_db_converters(opened)]
    return [partial(_converted, convert, asked) for convert in found]


def _converted(convert: Callable[..., Any], asked: Any, value: Any) -> Any:
    return convert(value, asked, sql.database())


@lru_cache(maxsize=1_000)
def _question(model: type[Model], rest: str, more: str = "") -> str:
    columns = f"{named(model, 'one')}, {more}" if more else named(model, "one")
    return f'SELECT {columns} FROM "{model._meta.db_table}" one {rest}'  # noqa: S608
