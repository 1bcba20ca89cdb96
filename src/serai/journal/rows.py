"""Plain SQL for projected tables, the same on SQLite and PostgreSQL; no ORM on the hot path."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models import Model

from serai.journal import sql

SUBJECT = "subject"
ROWS_A_STATEMENT = 5_000
KEYS_A_STATEMENT = 512
ROWS_TOGETHER_MAX = 50
FEW_ROWS = 12  # every number of rows is a statement of its own to be compiled
VALUES_TOGETHER_MAX = 990  # old builds of SQLite take 999

Row = Mapping[str, Any]
Values = tuple[Any, ...]
About = tuple[str, Row]  # what a row is about, and its columns
Change = tuple[Values | None, Values | None]  # a row as it was and as it is


class Shape(NamedTuple):
    """How rows of one table become values: its columns, and where its key and subject stand."""

    table: str
    columns: tuple[str, ...]  # the subject last, when the table has one
    key: int  # position of the primary key
    about: str  # the column that says what a row is about: the subject, or one with its id
    values: Callable[[Row], Values]  # of every column but the subject
    insertion: str


def insert(model: type[Model], rows: Iterable[Row]) -> None:
    """Inserts rows that hold every column of the model."""
    insert_about(model, ((row.get(SUBJECT, ""), row) for row in rows))


def insert_about(model: type[Model], rows: Iterable[About]) -> None:
    """Inserts rows, each with what it is about."""
    shape = shape_of(model)
    for chunk in _chunks(_values(shape, rows), ROWS_A_STATEMENT):
        _put(shape, "", chunk)


def fill(model: type[Model], rows: Iterable[About]) -> None:
    """Inserts the rows of an empty table in the order of its key, many with one statement.

    Both are the fastest: pages fill from left to right, and beginning and ending a statement takes
    as long as a row.
    """
    fill_with(model, _values(shape_of(model), rows))


def fill_with(model: type[Model], rows: Iterable[Values]) -> None:
    """The same with values in the order of the columns."""
    shape = shape_of(model)
    values = sorted(rows, key=itemgetter(shape.key))
    together = max(1, min(ROWS_TOGETHER_MAX, VALUES_TOGETHER_MAX // len(shape.columns)))
    whole = len(values) // together * together
    sql.run_many(
        _insertion_of(shape, together),
        (
            list(chain.from_iterable(values[start : start + together]))
            for start in range(0, whole, together)
        ),
    )
    sql.run_many(shape.insertion, values[whole:])


def renew(model: type[Model], subjects: Iterable[str], rows: Iterable[About]) -> list[Change]:
    """Makes these the rows about the subjects, and writes only what differs from those held.

    Answers every row that differs as it was and as it is.
    """
    shape = shape_of(model)
    held = _held(shape, subjects)
    differing: list[Change] = []
    fresh: list[Values] = []
    changed: dict[tuple[int, ...], list[Values]] = defaultdict(list)
    for values in _values(shape, rows):
        before = held.pop(values[shape.key], None)
        if before is None:
            fresh.append(values)
            differing.append((None, values))
        elif before != values:
            differing.append((before, values))
            places = tuple(n for n, value in enumerate(values) if before[n] != value)
            changed[places].append((*(values[n] for n in places), values[shape.key]))
    if held:
        sql.run_many(_removal(shape), [(key,) for key in held])
        differing.extend((before, None) for before in held.values())
    for places, found in changed.items():
        sql.run_many(_change(shape, places), found)
    if fresh:
        _put(shape, "", fresh)
    return differing


def insert_new(model: type[Model], rows: Iterable[About]) -> list[Change] | None:
    """Inserts rows unless the table holds one of their keys; then it writes nothing: None."""
    shape = shape_of(model)
    values = list(_values(shape, rows))
    for chunk in _chunks((row[shape.key] for row in values), KEYS_A_STATEMENT):
        keys = sql.padded(chunk)
        if sql.one(_search(shape, len(keys)), keys) is not None:
            return None
    if values:
        _put(shape, "", values)
    return [(None, row) for row in values]


def add(model: type[Model], sums: Sequence[str], rows: Iterable[Row]) -> None:
    """Inserts rows, or adds their `sums` columns to the rows already there."""
    shape = shape_of(model)
    values = list(map(shape.values, rows))
    if values:
        _put(shape, _addition(shape, tuple(sums)), values)


def remove_where_zero(model: type[Model], column: str) -> None:
    """Deletes the rows whose column fell to nothing."""
    sql.run(f'DELETE FROM "{model._meta.db_table}" WHERE "{column}" = 0')  # noqa: S608


def rows_of(model: type[Model]) -> Iterator[Values]:
    """Every row of a table, its columns in the order of its shape."""
    shape = shape_of(model)
    columns = ", ".join(f'"{column}"' for column in shape.columns)
    yield from sql.stream(f'SELECT {columns} FROM "{shape.table}"')  # noqa: S608


def empty(model: type[Model]) -> None:
    """Deletes every row."""
    sql.run(f'DELETE FROM "{model._meta.db_table}"')  # noqa: S608


def everything(model: type[Model]) -> Iterator[Values]:
    """Every row of a table, its primary key first."""
    columns = ", ".join(_columns_key_first(model))
    yield from sql.stream(f'SELECT {columns} FROM "{model._meta.db_table}"')  # noqa: S608


@lru_cache(maxsize=256)
def shape_of(model: type[Model]) -> Shape:
    """The shape of a model's table."""
    key = str(model._meta.pk.column)
    everything = [str(field.column) for field in model._meta.concrete_fields]
    told = [column for column in everything if column != SUBJECT]
    columns = (*told, SUBJECT) if SUBJECT in everything else tuple(told)
    about = SUBJECT if SUBJECT in everything else getattr(model, "about", key)
    table = model._meta.db_table
    names = ", ".join(f'"{column}"' for column in columns)
    text = f'INSERT INTO "{table}" ({names}) VALUES ({sql.marks(len(columns))})'  # noqa: S608
    return Shape(table, columns, columns.index(key), about, itemgetter(*told), text)


def _values(shape: Shape, rows: Iterable[About]) -> Iterator[Values]:
    values = shape.values
    if shape.about == SUBJECT:
        return ((*values(row), subject) for subject, row in rows)
    return (values(row) for _, row in rows)


def _put(shape: Shape, otherwise: str, values: Sequence[Values]) -> None:
    """Inserts rows, few with one statement; `otherwise` says what becomes of a key that is held."""
    if len(values) <= FEW_ROWS:
        sql.run(_insertion_of(shape, len(values)) + otherwise, list(chain.from_iterable(values)))
    else:
        sql.run_many(shape.insertion + otherwise, values)


def _held(shape: Shape, subjects: Iterable[str]) -> dict[Any, Values]:
    found: dict[Any, Values] = {}
    names = ", ".join(f'"{column}"' for column in shape.columns)
    for chunk in _chunks(subjects, KEYS_A_STATEMENT):
        keys = sql.padded(chunk)
        statement = (
            f'SELECT {names} FROM "{shape.table}" WHERE "{shape.about}" IN ({sql.marks(len(keys))})'  # noqa: S608
        )
        found.update((row[shape.key], row) for row in sql.every(statement, keys))
    return found


@lru_cache(maxsize=256)
def _insertion_of(shape: Shape, rows: int) -> str:
    return shape.insertion + f", ({sql.marks(len(shape.columns))})" * (rows - 1)


@lru_cache(maxsize=256)
def _search(shape: Shape, keys: int) -> str:
    key = shape.columns[shape.key]
    return f'SELECT 1 FROM "{shape.table}" WHERE "{key}" IN ({sql.marks(keys)}) LIMIT 1'  # noqa: S608


@lru_cache(maxsize=256)
def _removal(shape: Shape) -> str:
    return f'DELETE FROM "{shape.table}" WHERE "{shape.columns[shape.key]}" = %s'  # noqa: S608


@lru_cache(maxsize=2_000)
def _change(shape: Shape, places: tuple[int, ...]) -> str:
    changes = ", ".join(f'"{shape.columns[n]}" = %s' for n in places)
    return f'UPDATE "{shape.table}" SET {changes} WHERE "{shape.columns[shape.key]}" = %s'  # noqa: S608


@lru_cache(maxsize=256)
def _addition(shape: Shape, sums: tuple[str, ...]) -> str:
    """What becomes of a row whose key is held: it is added to."""
    name = f'"{shape.table}"'
    changes = ", ".join(f'"{column}" = {name}."{column}" + excluded."{column}"' for column in sums)
    key = shape.columns[shape.key]
    return f" ON CONFLICT ({key}) DO UPDATE SET {changes}"


def _columns_key_first(model: type[Model]) -> list[str]:
    key = model._meta.pk.column
    others = (field.column for field in model._meta.concrete_fields)
    return [f'"{key}"', *(f'"{column}"' for column in others if column != key)]


def _chunks(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk
