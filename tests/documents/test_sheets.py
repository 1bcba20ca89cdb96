"""Files that people bring as lists: whatever is wrong gets a sentence, and no row is lost."""

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from serai.core.refusal import Refusal
from serai.documents.sheets import ROWS_MAX, Sheet, read_sheet

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
ODS = """<office:spreadsheet><table:table table:name="List">
<table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>أسماء</text:p>
</table:table-cell><table:covered-table-cell/><table:table-cell/></table:table-row>
<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>7</text:p>
</table:table-cell><table:table-cell><text:p>حسن علي</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="35"><text:p>35,0</text:p>
</table:table-cell></table:table-row>
<table:table-row><table:covered-table-cell/><table:table-cell><text:p>ليلى
<text:span>يوسف</text:span></text:p></table:table-cell><table:table-cell office:value-type="date"
 office:date-value="1990-05-02T00:00:00"><text:p>2. Mai</text:p></table:table-cell>
</table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell
 table:number-columns-repeated="1024"/></table:table-row>
</table:table><table:table table:name="Other"><table:table-row><table:table-cell>
<text:p>not this</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>"""


def workbook(*rows: tuple, merged: tuple[str, ...] = (), hidden: bool = False) -> bytes:
    book = Workbook()
    sheet = book.create_sheet("List") if hidden else book.active
    if hidden:
        book.active.append(("a note for ourselves",))
        book.active.sheet_state = "hidden"
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def opened(body: str, manifest: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", f"<office:document {NAMESPACES}>{body}</office:document>")
        packed.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return file.getvalue()


def rows(content: bytes) -> tuple:
    sheet = read_sheet(content, "list")
    assert isinstance(sheet, Sheet), str(sheet)
    return sheet.rows


def refused(content: bytes) -> str:
    refusal = read_sheet(content, "names.xlsx")
    assert isinstance(refusal, Refusal)
    assert refusal.field == "file"
    return str(refusal)


def test_merged_cells_say_the_same_in_every_row_and_column_they_cover() -> None:
    content = workbook(("List", None, None), (7, "حسن", 35), (None, "ليلى", 30),
                       merged=("A1:C1", "A2:A3"))  # fmt: skip
    assert rows(content) == (("List",) * 3, ("7", "حسن", "35"), ("7", "ليلى", "30"))


def test_days_numbers_and_empty_cells_come_out_as_they_are_read_aloud() -> None:
    content = workbook(("Hasan", date(1990, 5, 2), 35.0, None, 1.5))
    assert rows(content) == (("Hasan", "1990-05-02", "35", "", "1.5"),)


def test_what_a_formula_gave_is_read_and_one_never_worked_out_is_shown_as_written() -> None:
    content = workbook(("Name", "Age"), ("Hasan Ali", "=2019-1984"), ('=A2&" again"', 3))
    assert rows(content)[1:] == (("Hasan Ali", "=2019-1984"), ('=A2&" again"', "3"))
    worked_out = content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"</f><v></v>", b"</f><v>35</v>", 1).replace(
        b"</f><v />", b"</f><v>35</v>", 1).replace(b"</f><v/>", b"</f><v>35</v>", 1)  # fmt: skip
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for part, held in parts.items():
            packed.writestr(part, held)
    worked_out = file.getvalue()
    assert rows(worked_out)[1] == ("Hasan Ali", "35")


def test_a_sheet_of_formulas_alone_is_not_called_empty() -> None:
    assert rows(workbook(("=B1",), ("=B2",))) == (("=B1",), ("=B2",))


def test_the_first_sheet_in_sight_is_read() -> None:
    assert rows(workbook(("Hasan", 35), hidden=True)) == (("Hasan", "35"),)


def test_the_row_after_a_gap_is_not_lost() -> None:
    gap = [(None,)] * 40
    found = rows(workbook(("Name",), ("Hasan",), *gap, ("Layla",)))
    assert (len(found), found[-1]) == (43, ("Layla",))


def test_a_sheet_of_libreoffice_is_read_with_its_merged_cells() -> None:
    assert rows(opened(ODS)) == (
        ("أسماء", "أسماء", ""), ("7", "حسن علي", "35"), ("7", "ليلى يوسف", "1990-05-02"),
    )  # fmt: skip


def test_semicolons_tabs_and_windows_1256_are_read() -> None:
    text = "الاسم;العمر\nحسن علي;35\n"
    assert rows(text.encode("cp1256")) == (("الاسم", "العمر"), ("حسن علي", "35"))
    assert rows(text.replace(";", "\t").encode("utf-16")) == (("الاسم", "العمر"), ("حسن علي", "35"))


def test_exactly_as_many_rows_as_one_list_holds_are_read() -> None:
    assert len(rows(b"Hasan Ali,35\n" * ROWS_MAX)) == ROWS_MAX
    assert len(rows(workbook((None,), *[("Hasan", 1)] * ROWS_MAX))) == ROWS_MAX


def test_fifty_thousand_rows_are_refused_in_a_sentence() -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for number in range(50_000):
        sheet.append((f"Hasan {number}", 35))
    file = io.BytesIO()
    book.save(file)
    assert "more than 5000 rows" in refused(file.getvalue())
    assert "more than 5000 rows" in refused(b"Hasan Ali,35\n" * 50_000)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n ;;\n", "is empty"),
        (workbook(), "is empty"),
        (opened("<office:spreadsheet/>"), "is empty"),
        (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (opened(ODS, "<encryption-data/>"), "locked with a password"),
        (OLD_OFFICE + b"Workbook", "old Excel file"),
        (workbook(("Hasan", 35))[:900], "is torn"),
        (opened(ODS[:200]), "is torn"),
        (b"PK\x03\x04", "is torn"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 9, "no spreadsheet"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(content: bytes, words: str) -> None:
    assert words in refused(content)


def test_a_packed_file_that_is_no_sheet_is_called_so() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    assert "no spreadsheet" in refused(file.getvalue())


def test_a_number_of_three_hundred_digits_is_cut_like_any_cell() -> None:
    sheet = read_sheet(workbook(("name", "age"), ("Hasan", 1e300)), "list.xlsx")
    assert isinstance(sheet, Sheet)
    assert len(sheet.rows[1][1]) == 200
