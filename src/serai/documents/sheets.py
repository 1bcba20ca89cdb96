"""Spreadsheets and tables that people bring, as rows of plain text: XLSX, CSV, tab-separated text.

Every cell comes out as somebody would read it aloud; merged cells say the same in every row they
cover. What cannot be read is refused with a sentence that says what to do.
"""

import csv
import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime

import msgspec
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from serai.core.refusal import Refusal, gettext_noop
from serai.core.reports.encodings import decoded, is_text

FILE_BYTES_MAX = 8 * 2**20
UNPACKED_BYTES_MAX = 200 * 2**20  # a small file that unpacks to more is no list of people
ROWS_MAX = 5_000
COLUMNS_MAX = 40
CELL_LETTERS_MAX = 200
SAMPLE_LETTERS = 5_000
DELIMITERS = "\t;,|"

EMPTY = gettext_noop("%(name)s is empty; there is nothing to read.")
TOO_BIG = gettext_noop("%(name)s is larger than %(limit)s MB. Cut the list into parts.")
TOO_LONG = gettext_noop("%(name)s has more than %(limit)s rows. Cut the list into parts.")
OLD_EXCEL = gettext_noop("%(name)s is an old Excel file. Save it as .xlsx or as CSV.")
TORN = gettext_noop("%(name)s is torn or locked; it cannot be opened. Save it once more.")
NO_TABLE = gettext_noop("%(name)s is no spreadsheet and no text. Save it as .xlsx or as CSV.")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"

Row = tuple[str, ...]


class Sheet(msgspec.Struct, frozen=True):
    """The rows of one table, all of one width."""

    rows: tuple[Row, ...]


def read_sheet(content: bytes, name: str) -> Sheet | Refusal:
    """The first sheet of a workbook, or the rows of a text."""
    refusal = _unreadable(content, name)
    if refusal:
        return refusal
    rows = _workbook(content, name) if content[:2] == b"PK" else _text(content, name)
    if isinstance(rows, Refusal):
        return rows
    found = _even(rows)
    if len(found) > ROWS_MAX:
        return Refusal(TOO_LONG, {"name": name, "limit": ROWS_MAX}, "file")
    return Sheet(found) if found else Refusal(EMPTY, {"name": name}, "file")


def _unreadable(content: bytes, name: str) -> Refusal | None:
    if not content.strip():
        return Refusal(EMPTY, {"name": name}, "file")
    if len(content) > FILE_BYTES_MAX:
        return Refusal(TOO_BIG, {"name": name, "limit": FILE_BYTES_MAX >> 20}, "file")
    if content.startswith(_OLD_EXCEL):
        return Refusal(OLD_EXCEL, {"name": name}, "file")
    return None


def _workbook(content: bytes, name: str) -> list[Row] | Refusal:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(one.file_size for one in packed.infolist()) > UNPACKED_BYTES_MAX:
                return Refusal(TOO_BIG, {"name": name, "limit": FILE_BYTES_MAX >> 20}, "file")
        book = load_workbook(io.BytesIO(content), data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError, EOFError):
        return Refusal(TORN, {"name": name}, "file")
    sheet = next((one for one in book.worksheets if one.sheet_state == "visible"), None)
    if sheet is None:
        return Refusal(EMPTY, {"name": name}, "file")
    wide = min(sheet.max_column, COLUMNS_MAX)
    rows = [
        [_said(cell.value) for cell in row]
        for row in sheet.iter_rows(max_row=ROWS_MAX + 1, max_col=wide)
    ]
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row - 1, min(area.max_row, len(rows))):
            for column in range(area.min_col - 1, min(area.max_col, wide)):
                rows[row][column] = rows[area.min_row - 1][area.min_col - 1]
    return [tuple(row) for row in rows]


def _text(content: bytes, name: str) -> list[Row] | Refusal:
    text = decoded(content)
    if not is_text(text):
        return Refusal(NO_TABLE, {"name": name}, "file")
    sample = text[:SAMPLE_LETTERS]
    delimiter = max(DELIMITERS, key=lambda one: (sample.count(one), one == ","))
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return Refusal(TORN, {"name": name}, "file")
    return [tuple(map(_said, line[:COLUMNS_MAX])) for line in lines]


def _said(value: object) -> str:
    """A cell as text: whole numbers without a point, dates as ISO."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = "".join(letter if letter.isprintable() else " " for letter in str(value))
    return " ".join(text.split())[:CELL_LETTERS_MAX]


def _even(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows of one width, without empty columns at the end and empty rows at both ends."""
    kept = list(rows)
    while kept and not any(kept[-1]):
        kept.pop()
    while kept and not any(kept[0]):
        kept.pop(0)
    wide = max((max((n + 1 for n, cell in enumerate(row) if cell), default=0) for row in kept),
               default=0)  # fmt: skip
    return tuple((*row[:wide], *("",) * (wide - len(row))) for row in kept)
