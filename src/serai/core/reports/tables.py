"""Reads rows of a situation report's table: a header names the kinds, the first cell the place."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Iterator
from datetime import date

from serai.core.reports.arabic_letters import is_arabic, plain
from serai.core.reports.numbers import numbers
from serai.core.reports.reading import Claim, Meta

CELL = re.compile(r"[^|]+")
HEADS: tuple[tuple[str, str, str], ...] = (
    ("arrived", "person", r"arriv|new(?:ly)? arr|influx|entries"),
    ("departed", "person", r"depart|exits|left\b"),
    ("returned", "person", r"return"),
    ("killed", "person", r"kill|dead|fatalit|deaths?\b"),
    ("injured", "person", r"injur|wound"),
    ("missing", "person", r"missing"),
    ("registered", "person", r"regist"),
    ("displaced", "person", r"displac|\bidps?\b"),
    ("need", "person", r"in need|\bpin\b"),
    ("assisted", "person", r"assist|reached|served"),
    ("capacity", "person", r"capacity"),
    ("occupancy", "person", r"population|occupan|individuals|people|persons|refugees|residents|headcount"),
    ("occupancy", "family", r"famil|household|\bhhs?\b"),
)  # fmt: skip
# The same in Arabic, in plain letters.
HEADS_ARABIC: tuple[tuple[str, str, str], ...] = (
    ("arrived", "person", r"واصل|وصول|وافد|داخل"),
    ("departed", "person", r"مغادر|خارج|خروج"),
    ("returned", "person", r"عايد|عوده"),
    ("killed", "person", r"قتلي|قتيل|شهداء|ضحايا|وفيات|وفاه"),
    ("injured", "person", r"جرحي|مصاب|اصابات"),
    ("missing", "person", r"مفقود"),
    ("registered", "person", r"مسجل|تسجيل"),
    ("assisted", "person", r"مستفيد|مستفيدين"),
    ("need", "person", r"محتاج|متضرر"),
    ("capacity", "person", r"سعه|استيعاب"),
    ("occupancy", "family", r"عايلات|عوايل|اسره|اسر(?!\w)|الاسر"),
    ("displaced", "person", r"نازح|مهجر|لاجي"),
    ("occupancy", "person", r"اشخاص|افراد|سكان|قاطن|عدد"),
)  # fmt: skip
FAMILIES = r"famil|household|\bhhs?\b|عايل|(?<!\w)(?:ال)?اسر(?:ه)?(?!\w)"
TOTAL = re.compile(r"(?:grand |sub-?)?totals?\b|(?:ال)?(?:مجموع|إجمالي|اجمالي)", re.IGNORECASE)
# Digits of Arabic reports, sign for sign, so that every offset holds.
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٬٫", "01234567890123456789,.")
FEWEST_CELLS = 3


def rows_of(
    text: str, even: str, meta: Meta, report: date | None, home: str | None
) -> Iterator[Claim]:
    """The figures of every table in the report, in English or in Arabic."""
    even = even.translate(DIGITS)
    heads: list[tuple[str, str] | None] = []
    at = 0
    for line in even.split("\n"):
        cells = [(found.start() + at, found.group()) for found in CELL.finditer(line)]
        if len(cells) < FEWEST_CELLS or "|" not in line:
            heads = []
        elif not any(sign.isdigit() for sign in line):
            heads = [_head(words) for _, words in cells] or heads
        elif any(heads) and len(cells) == len(heads):
            yield from _row(text, cells, heads, meta, report, home)
        at += len(line) + 1


def _head(words: str) -> tuple[str, str] | None:
    lowered = plain(words.casefold())
    for kind, unit, pattern in HEADS_ARABIC if is_arabic(words) else HEADS:
        if re.search(pattern, lowered):
            if kind not in ("occupancy",) and re.search(FAMILIES, lowered):
                return kind, "family"
            return kind, unit
    return None


def _row(
    text: str,
    cells: list[tuple[int, str]],
    heads: list[tuple[str, str] | None],
    meta: Meta,
    report: date | None,
    home: str | None,
) -> Iterator[Claim]:
    name = cells[0][1].strip()
    place = home if TOTAL.match(name) else name
    for (at, words), head in zip(cells[1:], heads[1:], strict=True):
        found = numbers(words)
        if not head or len(found) != 1 or "%" in words:
            continue
        start, end = at + found[0].start, at + found[0].end
        kind, unit = head
        state = kind in ("occupancy", "capacity", "need", "missing")
        yield Claim(
            doc=meta.id, start=start, end=end, quote=text[start:end], low=found[0].low,
            high=found[0].high, unit=unit, kind=kind, place=place,
            date_from=report if state else None, date_to=report, rules=(f"table:{kind}",),
        )  # fmt: skip
