"""Takes the words out of a PDF: running heads and page numbers dropped, cut words joined."""

import io
import logging
import re
import unicodedata
from collections import Counter
from typing import Any

import msgspec
from pypdf import PageObject, PdfReader
from pypdf.generic import BooleanObject, NameObject, StreamObject

from serai.documents.right_to_left import (
    in_reading_order,
    is_arabic,
    is_in_pieces,
    with_joined_letters_turned,
)
from serai.documents.told_words import Signs, sign_told_letters, told_in

PAGES_MAX = 300
RUNNING_FROM = 4  # pages from which a line on most of them is a running head
RUNNING_SHARE = 0.6
EDGE = 2  # lines of a page's head and foot
PAGE_NUMBER = re.compile(r"[-–\s]*(?:page\s)?\d{1,3}(?:\s?(?:of|/)\s?\d{1,3})?[-–\s]*", re.I)
NO_TITLE = re.compile(r"microsoft|untitled|\s*$|.*\.\w{3,4}$", re.I)
TURNED = NameObject("/SeraiTurned")  # on a font that pages share, so that it is turned once
PRESENTED = re.compile("[\ufb00-\ufeff]+")  # ligatures, and Arabic letters as they are drawn

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # a torn file is answered, not logged


class Torn(Exception):
    """The file ends too early, or is no PDF inside."""


class Locked(Exception):
    """The file asks for a password."""


class Words(msgspec.Struct, frozen=True):
    """The words of a PDF, its title if it has one, and what was left out."""

    text: str
    title: str = ""
    problems: tuple[str, ...] = ()


def words_of(content: bytes) -> Words:
    """The words of a PDF; empty when its pages are pictures."""
    try:
        book = PdfReader(io.BytesIO(content))
        locked = book.is_encrypted and not book.decrypt("")
        pages = 0 if locked else len(book.pages)
    except Exception as error:  # whatever a torn file makes its library stumble over
        raise Torn from error
    if locked:
        raise Locked
    sheets, torn = _sheets(book, min(pages, PAGES_MAX))
    if torn == pages:
        raise Torn
    said = [f"{torn} torn pages were left out"] if torn else []
    if pages > PAGES_MAX:
        said.append(f"only the first {PAGES_MAX} of {pages} pages were read")
    text = _flowing(_without_running_lines(sheets))
    if is_in_pieces(text):
        said.append("its letters are drawn in pieces: copy the words from a viewer and paste them")
    return Words(text, _title(book), tuple(said))


def _sheets(book: PdfReader, pages: int) -> tuple[list[str], int]:
    """The words of each page, and how many pages could not be read."""
    sheets, torn = [], 0
    signs: Signs = {}
    for number in range(pages):
        try:
            sheets.append(_words_of(book.pages[number], signs))
        except Exception:  # a broken page of a whole book is left out, and said
            torn += 1
    return sheets, torn


def _words_of(page: PageObject, signs: Signs) -> str:
    """The words of a page; a page in Arabic is read from where its words stand."""
    words = page.extract_text() or ""
    if not is_arabic(words):
        return words
    try:
        sign_told_letters(page, signs)
        _turn_joined_letters(page)
        return in_reading_order(told_in(page.extract_text(extraction_mode="layout"), signs))
    except Exception:  # where its words stand is not told; better ill-ordered words than none
        return words


def _turn_joined_letters(page: PageObject) -> None:
    """Tells the page's fonts that letters drawn as one are turned like all others."""
    resources: Any = page.get("/Resources", {})
    fonts = resources.get_object().get("/Font", {}).get_object()
    for font in fonts.values():
        letters = font.get_object().get("/ToUnicode")
        stream = letters.get_object() if letters else None
        if isinstance(stream, StreamObject) and not stream.get(TURNED):
            stream.set_data(with_joined_letters_turned(stream.get_data()))
            stream[TURNED] = BooleanObject(True)


def _title(book: PdfReader) -> str:
    try:
        title = str((book.metadata and book.metadata.title) or "").strip()
    except Exception:  # a broken note in the file is no reason to refuse its pages
        return ""
    return "" if NO_TITLE.match(title) else title


def _without_running_lines(sheets: list[str]) -> list[list[str]]:
    """The lines of each page, without page numbers and what stands on most of the pages."""
    lines = [[line.strip() for line in sheet.strip().split("\n")] for sheet in sheets]
    often = Counter(kept for sheet in lines for kept in {_shape(line) for line in _edges(sheet)})
    most = max(RUNNING_FROM, len(sheets) * RUNNING_SHARE)
    return [[line for line in sheet if not _runs(line, sheet, often, most)] for sheet in lines]


def _runs(line: str, sheet: list[str], often: Counter[str], most: float) -> bool:
    return line in _edges(sheet) and bool(
        often[_shape(line)] >= most or PAGE_NUMBER.fullmatch(line)
    )


def _edges(sheet: list[str]) -> tuple[str, ...]:
    """The first and last lines of a page, where heads and feet stand."""
    return (*sheet[:EDGE], *sheet[-EDGE:])


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _flowing(sheets: list[list[str]]) -> str:
    """All pages as one text: words cut at a line's end joined, letters in their plain form."""
    text = "\n".join(line for sheet in sheets for line in sheet)
    text = PRESENTED.sub(lambda drawn: unicodedata.normalize("NFKC", drawn.group()), text)
    text = re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
