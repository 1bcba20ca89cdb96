"""The keys of names as the table holds them: those that begin alike in one row, sorted.

A key is an integer of 63 bits (`core/matching/keys.py`). A row of the table for each of them was
half of all rows there are; packed, they are written at a stroke and asked for by the dozen.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from serai.journal import sql

BEGINNING_BITS = 14  # a few hundred keys a row in an operation, some thousands at headquarters
KEY_BITS = 63
ROWS_TOGETHER = 256

Keys = npt.NDArray[np.int64]


def beginning(key: int) -> int:
    """The row that holds a key. All people of one key stand in one row.

    >>> beginning(1 << 62), beginning((1 << 63) - 1)
    (8192, 16383)
    """
    return key >> KEY_BITS - BEGINNING_BITS


def held(beginnings: Iterable[int]) -> dict[int, bytes]:
    """The rows that hold the keys with these beginnings, where there are any."""
    wanted = list(dict.fromkeys(beginnings))
    found: dict[int, bytes] = {}
    for start in range(0, len(wanted), ROWS_TOGETHER):
        some = sql.padded(wanted[start : start + ROWS_TOGETHER])
        statement = f"SELECT id, keys FROM registry_namekey WHERE id IN ({sql.marks(len(some))})"  # noqa: S608
        found.update((row[0], row[1]) for row in sql.every(statement, some))
    return found


def between(ranges: Sequence[tuple[int, int, int]]) -> list[Keys]:
    """The keys between two that begin alike, both counted, up to a number."""
    rows = {
        number: np.frombuffer(keys, np.int64)
        for number, keys in held(beginning(low) for low, _, _ in ranges).items()
    }
    none = np.empty(0, np.int64)
    found = []
    for low, high, most in ranges:
        row = rows.get(beginning(low), none)
        first = int(row.searchsorted(low))
        found.append(row[first : min(first + most, int(row.searchsorted(high, "right")))])
    return found
