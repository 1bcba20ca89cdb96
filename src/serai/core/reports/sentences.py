"""Cuts a report into sentences with their offsets, and knows which words stand in quotes."""

# ruff: noqa: E501 - a row of words reads best on one line

import re
from collections.abc import Iterator

import msgspec

ABBREVIATED = frozenset(["mr", "mrs", "ms", "dr", "st", "gen", "col", "lt", "maj", "capt", "sgt", "brig", "adm", "no", "nos", "vs", "approx", "est", "dept", "gov", "sen", "rep", "prof", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mt", "ft", "km", "u.s", "u.n", "u.k", "e.g", "i.e", "a.m", "p.m", "etc", "fig", "art", "inc", "ltd", "co", "al", "sq", "pop", "rev", "hon", "incl", "acc", "esp", "resp", "govt"])  # fmt: skip
STOP = re.compile(
    r"[.!?…](?:[.!?…]*[\"')\]]*(?=\s+[\"'(\[]*[A-Z0-9\u0600-\u06ff-])|(?<=[a-z][.!?])(?=[A-Z][a-z]))"
)
WORD_BEFORE = re.compile(r"([A-Za-z.]+)$")
BULLET = re.compile(r"^\s*(?:[-*•·▪●◦‣–o]|\d{1,2}[.)]|\([a-z0-9]\))\s+")
WORD = 40  # letters before a stop in which an abbreviation stands
LONGEST = 900  # letters of the longest sentence
WRAPPED = 45  # a line this long that ends without a stop may run on in the next line


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of the report: its place in the text and its evened words."""

    start: int
    end: int
    text: str
    paragraph: int
    quoted: bool = False  # it begins inside a quotation opened earlier
    bullet: bool = False


def sentences(even: str) -> list[Sentence]:
    """All sentences of an evened text, in order."""
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(even)):
        open_quote = False
        bullet = bool(BULLET.match(even[start:end]))
        for begin, last in _cut(even, start, end):
            words = even[begin:last].lstrip()
            first = last - len(words)
            if words:
                found.append(Sentence(first, last, words, number, open_quote, bullet))
                open_quote ^= words.count('"') % 2 == 1
    return found


def paragraphs(even: str) -> Iterator[tuple[int, int]]:
    """Spans of lines; a hard-wrapped line is taken together with the one it runs into."""
    start, at = 0, 0
    lines = even.split("\n")
    for index, line in enumerate(lines):
        at += len(line)
        if not _runs_on(line, lines[index + 1] if index + 1 < len(lines) else ""):
            if even[start:at].strip():
                yield start, at
            start = at + 1
        at += 1


def _runs_on(line: str, after: str) -> bool:
    line, after = line.rstrip(), after.strip()
    if len(line) < WRAPPED or not after or "|" in line or BULLET.match(after):
        return False
    if line[-1] in ".!?:;\"'":
        return False
    return (
        after[0].islower()
        or line[-1] == ","
        or (line.rsplit(" ", 1)[-1].islower() and after[0].isdigit())
    )


def _cut(even: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = even[start:end]
    first = 0
    for stop in STOP.finditer(part):
        if stop.group().startswith(".") and part[stop.end()].isspace():
            before = WORD_BEFORE.search(part, max(first, stop.start() - WORD), stop.start())
            word = before.group(1).casefold() if before else ""
            if word in ABBREVIATED or _is_initial(word):
                continue
        yield from _in_lengths(even, start + first, start + stop.end())
        first = stop.end()
    yield from _in_lengths(even, start + first, end)


def _in_lengths(even: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence without end, such as a list run together, is taken in lengths."""
    while end - start > LONGEST:
        cut = even.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _is_initial(word: str) -> bool:
    return len(word) == 1 or bool(re.fullmatch(r"(?:[a-z]\.)+[a-z]", word))
