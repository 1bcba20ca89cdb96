"""A printed page holds on one sheet whatever the tables, and says what it leaves out."""

import io

import pytest
from pypdf import PdfReader

from serai.documents.onepage import Block, OnePage, as_pdf, printed


def page(rows: int, language: str = "en") -> OnePage:
    table = tuple((f"nation {n}", n * 1001) for n in range(rows))
    blocks = tuple(Block(f"b{n}", f"Table {n}", ("what", "people"), table) for n in range(8))
    return OnePage(
        title="Report", lines=("now",), headlines=(("7", "people", "+1"),), blocks=blocks,
        foot=("foot",), more="and {n} more.", language=language, rtl=language == "ar",
    )  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("rows", [0, 4, 60])
def test_it_is_always_one_sheet(rows: int, language: str) -> None:
    assert len(PdfReader(io.BytesIO(as_pdf(page(rows, language)))).pages) == 1


def test_what_is_left_out_is_counted() -> None:
    text = PdfReader(io.BytesIO(as_pdf(page(60)))).pages[0].extract_text()
    assert "more." in text
    assert "nation 0" in text
    assert "nation 59" not in text


def test_the_same_page_is_the_same_text() -> None:
    first, again = (PdfReader(io.BytesIO(as_pdf(page(3)))).pages[0].extract_text() for _ in "12")
    assert first == again


def test_numbers_are_printed_with_their_sign_and_gaps() -> None:
    assert printed(-12345) == "\N{MINUS SIGN}12\N{NARROW NO-BREAK SPACE}345"
    assert printed(None) == ""
