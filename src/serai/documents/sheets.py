"""Spreadsheets and tables that people bring, as rows of plain text: XLSX, ODS, CSV, tabs.

Every cell comes out as somebody would read it aloud; merged cells say the same in every row they
cover. What cannot be read is refused with a sentence that says what to do.
"""

import csv
import io
import zipfile
from collections.abc import Iterable

import msgspec

from serai.core.refusal import Refusal, gettext_noop
from serai.core.reports.encodings import decoded, is_text
from serai.documents import opendocument, workbooks
from serai.documents.cells import COLUMNS_MAX, Row, said

FILE_BYTES_MAX = 8 * 2**20
UNPACKED_BYTES_MAX = 200 * 2**20  # a small file that unpacks to more is no list of people
ROWS_MAX = 5_000
SAMPLE_LETTERS = 5_000
DELIMITERS = "\t;,|"

EMPTY = gettext_noop("%(name)s is empty; there is nothing to read.")
TOO_BIG = gettext_noop("%(name)s is larger than %(limit)s MB. Cut the list into parts.")
TOO_LONG = gettext_noop("%(name)s has more than %(limit)s rows. Cut the list into parts.")
LOCKED = gettext_noop(
    "%(name)s is locked with a password. Open it, take the password off and save it again."
)
OLD_EXCEL = gettext_noop("%(name)s is an old Excel file. Save it as .xlsx or as CSV.")
TORN = gettext_noop("%(name)s is torn; it cannot be opened. Save it once more, or as CSV.")
NO_TABLE = gettext_noop("%(name)s is no spreadsheet and no text. Save it as .xlsx or as CSV.")
_LIMITS = {TOO_BIG: FILE_BYTES_MAX >> 20, TOO_LONG: ROWS_MAX}
_PACKED = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # old Excel, and new Excel behind a password
_BEHIND_A_PASSWORD = "EncryptedPackage".encode("utf-16-le")


class Sheet(msgspec.Struct, frozen=True):
    """The rows of one table, all of one width."""

    rows: tuple[Row, ...]


def read_sheet(content: bytes, name: str) -> Sheet | Refusal:
    """The first sheet of a workbook, or the rows of a text."""
    sentence = _unreadable(content)
    rows = sentence or (_packed(content) if content.startswith(_PACKED) else _text(content))
    if isinstance(rows, str):
        return _refused(rows, name)
    found = _even(rows)
    if len(found) > ROWS_MAX:
        return _refused(TOO_LONG, name)
    return Sheet(found) if found else _refused(EMPTY, name)


def _refused(sentence: str, name: str) -> Refusal:
    facts: dict[str, str | int] = {"name": name}
    if sentence in _LIMITS:
        facts["limit"] = _LIMITS[sentence]
    return Refusal(sentence, facts, "file")


def _unreadable(content: bytes) -> str:
    if not content.strip():
        return EMPTY
    if len(content) > FILE_BYTES_MAX:
        return TOO_BIG
    if content.startswith(_OLD_OFFICE):
        return LOCKED if _BEHIND_A_PASSWORD in content else OLD_EXCEL
    return ""


def _packed(content: bytes) -> list[Row] | str:
    """The rows of a packed file, or the sentence why there are none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(one.file_size for one in packed.infolist()) > UNPACKED_BYTES_MAX:
                return TOO_BIG
            if opendocument.is_locked(packed):
                return LOCKED
            if opendocument.is_sheet(packed):
                return opendocument.rows_of(packed, ROWS_MAX + 1)
            if workbooks.is_workbook(packed):
                return workbooks.rows_of(content, packed, ROWS_MAX + 1)
    except workbooks.UNREADABLE:
        return TORN
    return NO_TABLE


def _text(content: bytes) -> list[Row] | str:
    text = decoded(content)
    if not is_text(text):
        return NO_TABLE
    sample = text[:SAMPLE_LETTERS]
    delimiter = max(DELIMITERS, key=lambda one: (sample.count(one), one == ","))
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return TORN
    return [tuple(map(said, line[:COLUMNS_MAX])) for line in lines]


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
