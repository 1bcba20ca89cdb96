"""Tables as files people open in a spreadsheet: XLSX, and CSV for everything else.

The same rows go into both. Text that a spreadsheet would run as a formula stays text.
"""

import csv
import io
from collections.abc import Sequence

import msgspec
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

Value = str | int | float | None
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
SHEET_NAME_LETTERS_MAX = 31
WIDTH_MIN, WIDTH_MAX = 8, 48
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Table(msgspec.Struct, frozen=True):
    """A table: head, perhaps a row of HXL tags, rows. `rtl` opens it from the right."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    tags: tuple[str, ...] = ()
    rtl: bool = False

    def lines(self) -> list[tuple[Value, ...]]:
        """Everything below the head, tags first."""
        return [self.tags, *self.rows] if self.tags else list(self.rows)


def xlsx(tables: Sequence[Table]) -> bytes:
    """A workbook with a sheet for each table, its head in bold and kept in sight."""
    book = Workbook(write_only=True)
    bold = Font(bold=True)
    for table in tables:
        sheet = book.create_sheet(_sheet_name(table.name))
        sheet.sheet_view.rightToLeft = table.rtl
        sheet.freeze_panes = "B3" if table.tags else "B2"
        for index, wide in enumerate(_widths(table), start=1):
            sheet.column_dimensions[get_column_letter(index)].width = wide
        for number, line in enumerate([table.head, *table.lines()]):
            cells = [WriteOnlyCell(sheet, value=_writable(value)) for value in line]
            for cell in cells:
                if isinstance(cell.value, str):
                    cell.data_type = "s"  # "=1+1" is a name somebody typed, not a sum
                if number == 0:
                    cell.font = bold
            sheet.append(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def csv_file(table: Table) -> bytes:
    """The table as CSV in UTF-8, with the mark by which Excel knows it.

    >>> csv_file(Table("t", ("name",), (("=1+1",), ("Hasan",)))).decode("utf-8-sig").split()
    ['name', "'=1+1", 'Hasan']
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(table.head)
    writer.writerows([_harmless(value) for value in line] for line in table.lines())
    return file.getvalue().encode("utf-8-sig")


def _harmless(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _writable(value: Value) -> Value:
    """Without signs that no workbook may hold; another station's names may."""
    return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value


def _sheet_name(name: str) -> str:
    return name.translate(_NOT_IN_SHEET_NAMES).strip()[:SHEET_NAME_LETTERS_MAX] or "serai"


def _widths(table: Table) -> list[int]:
    lines = [table.head, *table.lines()[:100]]
    columns = range(len(table.head))
    longest = (max(len(str(line[at])) for line in lines if at < len(line)) for at in columns)
    return [min(WIDTH_MAX, max(WIDTH_MIN, letters + 2)) for letters in longest]
