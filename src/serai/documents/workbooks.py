"""The first sheet of an Excel workbook: read row by row, so that a long one is refused early."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from serai.documents.cells import COLUMNS_MAX, Row, said

# Whatever a torn file makes of the reader.
UNREADABLE = (
    zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, OSError, EOFError,
    TypeError, AttributeError, IndexError, NotImplementedError,
)  # fmt: skip
CHUNK_BYTES = 2**20
LONGEST_MARK = 64
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z0-9:]+)"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")


def is_workbook(packed: zipfile.ZipFile) -> bool:
    """Whether the packed file says that it is a workbook."""
    return any(name.startswith("xl/") for name in packed.namelist())


def rows_of(content: bytes, packed: zipfile.ZipFile, most: int) -> list[Row]:
    """The rows of the first sheet in sight, those without anything in them left in their place."""
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    sheet = next((one for one in book.worksheets if one.sheet_state == "visible"), None)
    if sheet is None:
        return []
    part = str(sheet._worksheet_path).lstrip("/")
    rows = [list(map(said, row)) for row in _held(sheet, most)]
    if next(_found(packed, part, _FORMULA), None):
        rows = _with_formulas(rows, content, sheet.title, most)
    for area in {found.group(1).decode() for found in _found(packed, part, _MERGED)}:
        _spread(rows, area)
    return [tuple(row) for row in rows]


def _held(sheet: Any, most: int) -> Iterator[Sequence[object]]:
    """The rows until one after another is empty for good, or there are too many with words."""
    sheet.reset_dimensions()  # some programs write a wrong one
    empty: list[Sequence[object]] = []
    words = 0
    for row in sheet.iter_rows(values_only=True, max_col=COLUMNS_MAX):
        if all(value is None for value in row):
            if len(empty) < most:  # a sheet may be styled for a million rows below its last word
                empty.append(())
            continue
        yield from empty
        empty.clear()
        yield row
        words += 1
        if words >= most:
            return


def _with_formulas(rows: list[list[str]], content: bytes, title: str, most: int) -> list[list[str]]:
    """What a formula gave, or the formula itself where nobody ever worked it out."""
    written = load_workbook(io.BytesIO(content), read_only=True)[title]
    found = []
    for number, cells in enumerate(_held(written, most)):
        told = rows[number] if number < len(rows) else []
        told += [""] * (len(cells) - len(told))
        found.append([one or said(cell) for one, cell in zip(told, cells, strict=False)])
    return found


def _spread(rows: list[list[str]], area: str) -> None:
    """A merged cell says the same in every row and column it covers."""
    first_column, first, last_column, last = range_boundaries(area)
    if first > len(rows) or first_column > len(rows[first - 1]):
        return
    text = rows[first - 1][first_column - 1]
    for row in rows[first - 1 : last]:
        wide = min(last_column, COLUMNS_MAX)
        row.extend([""] * (wide - len(row)))
        row[first_column - 1 : wide] = [text] * (wide - first_column + 1)


def _found(packed: zipfile.ZipFile, part: str, mark: re.Pattern[bytes]) -> Iterator[Any]:
    """Every place of a mark in a part, without unpacking the whole of it at once."""
    with packed.open(part) as file:
        held = b""
        while chunk := file.read(CHUNK_BYTES):
            held += chunk
            yield from mark.finditer(held)
            held = held[-LONGEST_MARK:]  # a mark that was cut by the end of a chunk
