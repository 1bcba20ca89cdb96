"""One printed A4 page of small tables, in a language that runs either way: made by Typst.

Rows that do not fit are left out from the longest tables first, and the page says how many.
"""

import io
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import typst
from pypdf import PdfReader

from serai.documents.tables import Value

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
TEMPLATE = (HERE / "onepage.typ").read_bytes()
PDF = "application/pdf"
GAP = "\N{NARROW NO-BREAK SPACE}"
# At most so many rows in a table, and letters so large, until all fits.
TRIED = ((16, 8.4), (12, 7.6), (9, 7.4), (6, 7.2), (4, 7.0), (2, 7.0), (1, 6.4))
DOTS_AN_INCH = 150
TEXT_TAG = re.compile(r"<text\b([^>]*)>")
START, END = 'text-anchor="start"', 'text-anchor="end"'


class Block(msgspec.Struct, frozen=True):
    """A small table: its id, heading, heads of columns, rows, and a line below."""

    id: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    note: str = ""


class OnePage(msgspec.Struct, frozen=True):
    """What stands on the page. `more` is "and {n} more" in its language."""

    title: str
    lines: tuple[str, ...]  # below the title: which hour, made when and where
    headlines: tuple[tuple[str, str, str], ...]  # number, words, change
    blocks: tuple[Block, ...]
    foot: tuple[str, ...]
    more: str
    language: str
    rtl: bool
    picture: str = ""  # as SVG
    picture_title: str = ""


def as_pdf(page: OnePage) -> bytes:
    """The page as PDF; always one page."""
    for rows, points in TRIED:
        content: bytes = typst.compile(TEMPLATE, format="pdf", **_settings(page, rows, points))
        if len(PdfReader(io.BytesIO(content)).pages) == 1:
            return content
    raise ValueError("the page does not fit on one sheet")


def as_png(page: OnePage) -> bytes:
    """The page as a picture, to look at."""
    for rows, points in TRIED:
        settings = _settings(page, rows, points)
        drawn = typst.compile(TEMPLATE, format="png", ppi=DOTS_AN_INCH, **settings)
        if isinstance(drawn, bytes):
            return drawn
    raise ValueError("the page does not fit on one sheet")


def printed(value: Value) -> str:
    """A cell as it is printed: thousands apart, a minus that stays on its side."""
    if isinstance(value, int):
        sign = "\N{MINUS SIGN}" if value < 0 else ""
        return sign + f"{abs(value):,}".replace(",", GAP)
    return "" if value is None else str(value)


def numbers_in(block: Block) -> list[bool]:
    """Which columns hold numbers; the first one names the row."""
    return [
        at > 0 and any(isinstance(row[at], int) for row in block.rows)
        for at in range(len(block.head))
    ]


def _settings(page: OnePage, rows: int, points: float) -> dict[str, Any]:
    content = {
        "title": page.title,
        "points": points,
        "lines": page.lines,
        "headlines": page.headlines,
        "sides": [[_block(one, page, rows) for one in side] for side in _sides(page.blocks, rows)],
        "foot": page.foot,
        "language": page.language,
        "rtl": page.rtl,
        "picture": _anchored(page.picture) if page.rtl else page.picture,
        "picture_title": page.picture_title,
    }
    return {
        "font_paths": [str(FONTS)],
        "ignore_system_fonts": True,
        "sys_inputs": {"page": json.dumps(content, ensure_ascii=False)},
    }


def _block(block: Block, page: OnePage, rows: int) -> dict[str, object]:
    left = len(block.rows) - rows
    more = page.more.format(n=left) if left > 0 else ""
    return {
        "title": block.title,
        "head": block.head,
        "rows": [[_isolated(cell) for cell in row] for row in block.rows[:rows]],
        "numbers": numbers_in(block),
        "note": " ".join(filter(None, (more, block.note))),
    }


def _sides(blocks: Sequence[Block], rows: int) -> list[list[Block]]:
    """The blocks in two columns of about the same height, in their order."""
    heights = [4 + min(rows, len(one.rows)) + (1 if one.note else 0) for one in blocks]
    half, height = sum(heights) / 2, 0.0
    for at, one in enumerate(heights):
        if height + one / 2 > half:
            return [list(blocks[:at]), list(blocks[at:])]
        height += one
    return [list(blocks), []]


def _isolated(value: Value) -> dict[str, object]:
    """A cell and whether it keeps its own direction: ranges and signed numbers do."""
    text = printed(value)
    return {"text": text, "ltr": not any(letter.isalpha() for letter in text)}


def _anchored(svg: str) -> str:
    """A picture drawn from right to left for a printer that does not know that direction."""
    return TEXT_TAG.sub(_turned, svg)


def _turned(tag: re.Match[str]) -> str:
    attributes = tag[1]
    if END in attributes:
        return f"<text{attributes.replace(END, START)}>"
    if 'text-anchor="middle"' in attributes:
        return tag[0]
    return f'<text{attributes.replace(START, "")} text-anchor="end">'
