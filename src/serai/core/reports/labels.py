"""Reads the label a line begins with: the day of a diary's entry, the heading of a notice's line."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Iterable
from datetime import date

from serai.core.reports.dates import Phrase, phrases
from serai.core.reports.measures import Kind
from serai.core.reports.sentences import Sentence

LONGEST_HEAD = 60  # letters of the heading of a list
FEWEST = 2  # entries of a diary
LONGEST = 34  # letters of a label
DAYS = frozenset(["day-month", "month-day", "iso", "numeric"])
HEADED = re.compile(
    r"\W*(?:\d{1,2}[.)] )?(?P<label>[A-Za-z][\w/&' -]{2,30}?)(?: \([^)]{1,30}\))?\s?(?:[:.=]|--?)(?:\s|$)"
)
# What a heading says of figures that no word of happening explains.
HEADINGS: tuple[tuple[str, str], ...] = (
    ("arrived", r"(?:new )?arrivals?|influx|newcomers|came in|entries"),
    ("departed", r"departures?|exits?|went out|left"),
    ("returned", r"returns?|returnees|repatriations?"),
    ("killed", r"killed|dead|deaths?|fatalities|casualties"),
    ("injured", r"injured|wounded|injuries"),
    ("missing", r"missing"),
    ("held", r"detained|detainees|arrests?|prisoners"),
    ("registered", r"registration|registered|screening|screened"),
    ("moved", r"referrals?|evacuations?|transfers?|relocations?|transport"),
    ("assisted", r"distributions?|assisted|assistance|reached"),
    ("displaced", r"displaced|displacement|idps?"),
    ("need", r"in need|needs"),
    ("occupancy", r"(?:reception|transit|waiting|care|camp|total|current|population)\b.*|.*\b(?:area|cent(?:re|er)|population|tents?|hangars?|shelters?|camp)"),
)  # fmt: skip
_headings = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in HEADINGS)
_sections = tuple(
    (
        kind,
        re.compile(
            rf"\W*(?:(?:new|newly|total|people|persons|number of) )*(?:{words.removesuffix('|.*')})(?: (?:by|per|in|since|and)\b.*)?:?$",
            re.IGNORECASE,
        ),
    )
    for kind, words in HEADINGS
    if kind != "occupancy"
)


def entries(found: Iterable[Sentence], report: date | None) -> dict[int, Phrase]:
    """The day of every paragraph that opens with one, when the report is kept like a diary."""
    days: dict[int, Phrase] = {}
    seen = -1
    for sentence in found:
        if sentence.paragraph != seen and (day := _day_of(sentence.text, report)):
            days[sentence.paragraph] = day
        seen = sentence.paragraph
    return days if len(days) >= FEWEST else {}


def _day_of(words: str, report: date | None) -> Phrase | None:
    head = words[:LONGEST]
    if not any(sign.isdigit() for sign in head):
        return None
    for phrase in phrases(head, report)[:2]:
        before, after = head[: phrase.start], head[phrase.end :].lstrip(" ,0123456789h")
        labelled = not after or after[0] in ":.-|("
        if phrase.rule in DAYS and phrase.last and len(before.split()) <= 1 and labelled:
            return phrase
    return None


def section(words: str) -> Kind | None:
    """What the heading of a list says of the lines below it.

    >>> section("Newly displaced by province").name
    'displaced'
    """
    if len(words) > LONGEST_HEAD or words[-1:] in ".,;!?" or any(sign.isdigit() for sign in words):
        return None
    for kind, pattern in _sections:
        if pattern.match(words):
            return Kind(kind, "person", "section")
    return None


def heading(words: str) -> Kind | None:
    """What the heading of a line says its figures are.

    >>> heading("Reception area: 2,900 in 30 big tents").name
    'occupancy'
    """
    label = HEADED.match(words)
    for kind, pattern in _headings if label else ():
        if label and pattern.fullmatch(label["label"]):
            return Kind(kind, "person", "heading")
    return None
