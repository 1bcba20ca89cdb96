"""The first sheet of an OpenDocument spreadsheet (.ods), as LibreOffice saves it."""

import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, iterparse

from serai.documents.cells import COLUMNS_MAX, Row, said

CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"
KIND = b"application/vnd.oasis.opendocument.spreadsheet"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")


def is_sheet(packed: zipfile.ZipFile) -> bool:
    """Whether the packed file says that it is an OpenDocument spreadsheet."""
    return "mimetype" in packed.namelist() and packed.read("mimetype").startswith(KIND)


def is_locked(packed: zipfile.ZipFile) -> bool:
    """Whether its content stands behind a password."""
    if MANIFEST not in packed.namelist():
        return False
    return b"encryption-data" in packed.read(MANIFEST)


def rows_of(packed: zipfile.ZipFile, most: int) -> list[Row]:
    """The rows of the first sheet, until there are too many with words in them."""
    rows: list[list[str]] = []
    left: dict[int, tuple[str, int]] = {}  # column → what a merged cell above says, and how far
    words = empty = 0
    for row in _table_rows(packed):
        times = int(row.get(_TABLE + "number-rows-repeated", "1"))
        cells = _cells(row, left)
        if not any(cells):
            empty += times  # the rows below the last word are one row, repeated a million times
            continue
        rows += [[] for _ in range(min(empty, most))]
        empty = 0
        for _ in range(min(times, most)):
            rows.append(list(cells))
            words += 1
        if words >= most:
            break
    return [tuple(row) for row in rows]


def _table_rows(packed: zipfile.ZipFile) -> Iterator[Element]:
    with packed.open(CONTENT) as file:
        for _event, element in iterparse(file):  # noqa: S314 - expat stops entities that multiply
            if element.tag == _TABLE + "table-row":
                yield element
                element.clear()
            elif element.tag == _TABLE + "table":
                return


def _cells(row: Element, left: dict[int, tuple[str, int]]) -> list[str]:
    found: list[str] = []
    for cell in row:
        if cell.tag not in _CELLS or len(found) >= COLUMNS_MAX:
            continue
        times = min(int(cell.get(_TABLE + "number-columns-repeated", "1")), COLUMNS_MAX)
        for _ in range(times):
            column = len(found)
            text, rows = left.pop(column, ("", 0))
            if cell.tag == _CELLS[0]:
                text = _said(cell)
                _merge(cell, column, text, left)
            elif rows > 1:
                left[column] = (text, rows - 1)
            found.append(text)
    return found[:COLUMNS_MAX]


def _merge(cell: Element, column: int, text: str, left: dict[int, tuple[str, int]]) -> None:
    """Writes down what the covered cells to the side and below are to say."""
    wide = int(cell.get(_TABLE + "number-columns-spanned", "1"))
    high = int(cell.get(_TABLE + "number-rows-spanned", "1"))
    for number in range(column, min(column + wide, COLUMNS_MAX)):
        own = number == column
        if high - own > 0:
            left[number] = (text, high - own)


def _said(cell: Element) -> str:
    """The value where it is a date or a number, else the words as they are shown."""
    kind = cell.get(_OFFICE + "value-type", "")
    if kind == "date":
        return said(cell.get(_OFFICE + "date-value", ""))[:10]
    if kind == "float":
        value = cell.get(_OFFICE + "value", "")
        return said(float(value)) if value else ""
    lines = ("".join(part.itertext()) for part in cell.findall(_TEXT + "p"))
    return said(" ".join(lines))
