"""Lists of expected people: any spreadsheet, every row kept, a sentence for what was not read."""

import io
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from serai.core.expected import (
    AGE_OF_NUMBER,
    CELL_CUT,
    CELL_LETTERS_MAX,
    NAME_CUT,
    NO_AGE,
    NO_NAME,
    guessed,
    head_rows,
    people_of,
)
from serai.core.refusal import Refusal
from serai.documents.sheets import FILE_BYTES_MAX, Sheet, read_sheet

NOTED_ON = date(2019, 3, 1)


def read(content: bytes, name: str = "list.csv") -> list:
    sheet = read_sheet(content, name)
    assert isinstance(sheet, Sheet), str(sheet)
    heads = head_rows(sheet.rows)
    return people_of(sheet.rows, heads, guessed(sheet.rows, heads), NOTED_ON)


def workbook(*rows: tuple, merged: tuple[str, ...] = ()) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for area in merged:
        book.active.merge_cells(area)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def sentences(person) -> list[str]:
    return [one.sentence for one in person.said]


def test_two_rows_of_heads_under_a_merged_title_are_heads() -> None:
    people = read(
        workbook(
            ("People from Hajin", None, None, None),
            ("Name", None, "About", None),
            ("First name", "Father", "Sex", "Age"),
            ("Hasan", "Ali", "M", 35),
            ("Layla", "Yusuf", "F", 30),
            merged=("A1:D1", "A2:B2", "C2:D2"),
        ),
        "list.xlsx",
    )
    assert [(one.names.own, one.names.father, one.sex) for one in people] == [
        ("Hasan", "Ali", "male"), ("Layla", "Yusuf", "female"),
    ]  # fmt: skip
    assert [one.number for one in people] == [4, 5]


def test_a_merged_household_number_counts_for_every_row_it_covers() -> None:
    people = read(
        workbook(("Household", "Full name"), (7, "Hasan Ali"), (None, "Layla Yusuf"),
                 (8, "Omar Said"), merged=("A2:A3",)), "list.xlsx")  # fmt: skip
    assert [one.household for one in people] == ["7", "7", "8"]


def test_a_birth_date_as_a_number_of_days_is_read_and_told() -> None:
    (one,) = read(b"Name,Date of birth\nHasan Ali,31245\n")
    assert one.age.born_on == "1985-07-17"
    assert sentences(one) == [AGE_OF_NUMBER]


def test_a_date_cell_of_a_workbook_is_a_birth_date() -> None:
    (one,) = read(workbook(("Name", "Birth"), ("Hasan Ali", datetime(1990, 5, 2))), "list.xlsx")
    assert one.age.born_on == "1990-05-02"


def test_windows_1256_text_is_read() -> None:
    text = "الاسم;الجنس;العمر\nحسن علي عمر الجبوري;ذكر;٣٥\nليلى يوسف;أنثى;٣٠\n"
    one, other = read(text.encode("cp1256", "replace"))
    assert (one.names.own, one.names.family, one.sex) == ("حسن", "الجبوري", "male")
    assert other.sex == "female"


def test_what_is_too_long_to_be_kept_whole_is_told() -> None:
    told = f"Name,Sex,Note\nHasan Ali,m,ill\n{'X' * 90} Ali,m,{'very ' * 60}ill\n"
    short, long = read(told.encode())
    assert sentences(short) == []
    assert sentences(long) == [CELL_CUT, NAME_CUT]
    assert long.cells[0] == f"{'X' * 90} Ali"
    assert len(long.cells[2]) == CELL_LETTERS_MAX
    assert long.cells[2].endswith("…")


def test_a_list_without_heads_is_read_by_what_stands_in_it() -> None:
    one, _ = read(b"Hasan Ali Jubouri\tm\t35\nLayla Yusuf Azzawi\tf\t30\n")
    assert (one.names.own, one.sex, one.age.years_on(NOTED_ON)) == ("Hasan", "male", 35)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [("unknown,f,20", NO_NAME), (",f,20", NO_NAME), ("Hasan Ali,m,soon", NO_AGE)],
)
def test_what_was_not_understood_is_kept_with_a_sentence(row: str, sentence: str) -> None:
    (one,) = read(f"Name,Sex,Age\n{row}\n".encode())
    assert sentence in sentences(one)
    assert list(one.cells) == row.split(",")


def test_the_same_row_twice_is_kept_twice_and_told() -> None:
    first, again = read(b"Name,Age\nHasan Ali,35\nHasan Ali,35\n")
    assert not first.said
    assert again.said[0].facts == {"row": "2"}


def test_kunya_and_compound_names_keep_their_words_together() -> None:
    one, other = read(
        "Name,Age\nUmm Ali Fatima Abd al Rahman Saadi,30\nأبو بكر عبد الله حسن,40\n".encode()
    )
    assert (one.names.kunya, one.names.own, one.names.father) == (
        "Umm Ali",
        "Fatima",
        "Abd al Rahman",
    )
    assert (other.names.kunya, other.names.own) == ("أبو بكر", "عبد الله")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b" \n \n", "empty"),
        (b"PK\x03\x04 torn", "torn"),
        (b"\xd0\xcf\x11\xe0 old excel", "old Excel"),
        (bytes(range(256)) * 40, "no spreadsheet"),
        (b"a" * (FILE_BYTES_MAX + 1), "larger"),
        (b"Name\n" + b"Hasan Ali\n" * 6_000, "more than"),
    ],
)
def test_a_file_that_is_no_list_gets_a_sentence(content: bytes, word: str) -> None:
    refusal = read_sheet(content, "list.xlsx")
    assert isinstance(refusal, Refusal)
    assert word in str(refusal)


@given(rows=st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=5), max_size=12))
def test_no_row_that_holds_anything_is_ever_dropped(rows: list[list[str]]) -> None:
    wide = max(map(len, rows), default=0)
    even = [(*row, *[""] * (wide - len(row))) for row in rows]
    heads = head_rows(even)
    people = people_of(even, heads, guessed(even, heads), NOTED_ON)
    assert [one.cells for one in people] == [row for row in even[heads:] if any(row)]


def test_a_number_of_days_that_are_still_to_come_is_nobodys_birth_date() -> None:
    (one,) = read(b"Name,Date of birth\nHasan Ali,55000\n")
    assert one.age.born_on == ""
    assert NO_AGE in sentences(one)
