"""Brings the Arabic lines of a PDF into reading order: a page draws them from left to right.

What stands leftmost was written last, but numbers and Latin words run from left to right within it.
"""

import re
from collections.abc import Iterator

ARABIC = re.compile(r"[\u0621-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
LATIN = re.compile(r"[A-Za-z]")
SHARE = 0.3  # of a page's letters that are Arabic where its lines are turned
_digits = "0-9\u0660-\u0669\u06f0-\u06f9"
_latin = r"[A-Za-z\u00c0-\u024f][\w.'’&@/+:-]*"
# Runs that stand as they are read: Latin words one after another, or a number with its commas.
KEPT = re.compile(
    rf"{_latin}(?: (?:{_latin}|[{_digits}]+))*|[{_digits}]+(?:[.,:/\u066b\u066c][{_digits}]+)*"
)
MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
PIECES = 0.2  # of the words that are a single letter, where the page is in pieces
BRACKETS = re.compile(r"[()\[\]{}«»]")
FULL = 0.1  # of a page's width by which a line that runs on may stop short
NEARLY = 0.75  # of the longest line's letters
ENDED = re.compile(r"[.!?:;\u061f\u061b][\"'»)\]]*$")
OPENS = re.compile(r"[-*•·▪●◦–]\s|[0-9\u0660-\u0669]{1,2}[.)-]\s")
# Letters drawn as one: lam and alef, or the word God.
SIGNS = frozenset((*range(0x064B, 0x0653), 0x0670))
STRAY = re.compile(r"(?:(?<=\s)|^)[\u064b-\u0652\u0670]+\s?")  # a sign without its letter
JOINED = re.compile(rb"<((?:06[0-9A-Fa-f]{2}){2,})>")


def is_arabic(words: str) -> bool:
    """Whether a good part of the letters is Arabic."""
    arabic = len(ARABIC.findall(words))
    return arabic > SHARE * (arabic + len(LATIN.findall(words)))


def in_reading_order(page: str) -> str:
    """The lines of a page as they are read; a line that fills the page runs on in the next.

    >>> in_reading_order("(1,200 لفط) ٤٦ ةنحاش")
    'شاحنة ٤٦ (طفل 1,200)'
    """
    lines = [line.rstrip() for line in page.split("\n")]
    longest = max((line for line in lines if is_arabic(line)), key=_letters, default="")
    edge = _gap(longest) + FULL * len(longest)
    return "\n".join(_flowing(lines, edge, NEARLY * _letters(longest)))


def is_in_pieces(words: str) -> bool:
    """Whether letters were drawn in pieces, dots apart, and hardly a word is whole."""
    found = [word for word in words.split() if ARABIC.match(word)]
    single = sum(len(ARABIC.findall(word)) == 1 for word in found)
    return single > PIECES * len(found)


def turned(line: str) -> str:
    """One drawn line in reading order."""
    pieces, at = [], 0
    for run in KEPT.finditer(line):
        pieces += [line[at : run.start()][::-1].translate(MIRRORED), run.group()]
        at = run.end()
    pieces.append(line[at:][::-1].translate(MIRRORED))
    words = STRAY.sub("", " ".join("".join(reversed(pieces)).split()))
    brackets = BRACKETS.findall(words)
    told_as_read = brackets and brackets[0] in ")]}»" and brackets[-1] in "([{«"
    return words.translate(MIRRORED) if told_as_read else words


def with_joined_letters_turned(letters: bytes) -> bytes:
    """The letters of a font, those drawn as one turned round, for their line will be turned."""
    return JOINED.sub(lambda found: b"<" + _backwards(found.group(1)) + b">", letters)


def _backwards(codes: bytes) -> bytes:
    """The codes of letters from the last to the first; of a letter and its sign the sign alone,
    for some writers give the sign's own drawing the words of the whole letter.
    """
    each = [codes[at : at + 4] for at in range(0, len(codes), 4)]
    signs = [code for code in each if int(code, 16) in SIGNS]
    kept = signs if signs and each[-1] in signs and len(signs) < len(each) else each
    return b"".join(reversed(kept))


def _gap(line: str) -> int:
    """Blanks on the left, where a line of Arabic ends."""
    return len(line) - len(line.lstrip())


def _letters(line: str) -> int:
    """Letters of a line without the blanks that a page puts between words."""
    return len(" ".join(line.split()))


def _flowing(lines: list[str], edge: float, full: float) -> Iterator[str]:
    open_line = ""
    for line in lines:
        words = turned(line) if is_arabic(line) else " ".join(line.split())
        if open_line and words and is_arabic(line) and not OPENS.match(words):
            words = f"{open_line} {words}"
        elif open_line:
            yield open_line
        fills = is_arabic(line) and _gap(line) <= edge and _letters(line) >= full
        runs_on = fills and not ENDED.search(words)
        open_line = words if runs_on else ""
        if not runs_on:
            yield words
    if open_line:
        yield open_line
