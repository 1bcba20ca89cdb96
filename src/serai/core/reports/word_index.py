"""Looks for many patterns of words at once: at each word, only those that can begin as it does.

Trying every pattern at every letter of a report was most of a reading's time; most words of a
report begin none of them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

WORD = re.compile(r"\b\w")
DIGITS = frozenset("0123456789")
ANY = "*"  # in an opening: whatever comes from here on
LENGTH = 3  # letters of an opening

Row = list[tuple[int, re.Pattern[str]]]


class WordIndex:
    """Patterns by the letters they can begin with; each is a row of alternatives."""

    def __init__(
        self, patterns: Sequence[str], ending: str = "", flags: int = re.IGNORECASE
    ) -> None:
        self._alternatives = [
            (number, one, openings(one))
            for number, pattern in enumerate(patterns)
            for one in alternatives(pattern)
        ]
        self._count, self._ending, self._flags = len(patterns), ending, flags
        self._rows: dict[str, Row] = {}
        self._compiled = cache(self._compile)

    def found(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Every match of every pattern, with the pattern's number, in order of the text."""
        past = [0] * self._count
        lowered = text.lower()
        if len(lowered) != len(text):
            lowered = text
        for word in WORD.finditer(text):
            start = word.start()
            opening = lowered[start : start + LENGTH]
            row = self._rows.get(opening)
            if row is None:
                row = self._rows[opening] = self._row(opening)
            for number, pattern in row:
                if start >= past[number] and (match := pattern.match(text, start)):
                    past[number] = max(match.end(), start + 1)
                    if match.end() > start:
                        yield number, match

    def _row(self, opening: str) -> Row:
        return [
            (number, self._compiled(one))
            for number, one, begins in self._alternatives
            if any(_fits(begin, opening) for begin in begins)
        ]

    def _compile(self, one: str) -> re.Pattern[str]:
        return re.compile(f"(?:{one}){self._ending}", self._flags)


def _fits(begin: str, opening: str) -> bool:
    return opening.startswith(begin[:-1]) if begin.endswith(ANY) else opening == begin


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, parted at bars outside every bracket.

    >>> alternatives("fled|(?:ran|was) away")
    ['fled', '(?:ran|was) away']
    """
    parts, depth, at = [""], 0, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            parts[-1] += pattern[at : at + 2]
            at += 2
            continue
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
        at += 1
    return parts


def openings(pattern: str) -> frozenset[str]:
    """The letters a match of the pattern can begin with; a star stands for anything after.

    >>> sorted(openings("(?:newly )?displaced|up"))
    ['dis', 'new', 'up*']
    """
    return frozenset(begin for one in alternatives(pattern) for begin in _of_one(one))


def _of_one(pattern: str) -> set[str]:
    begun, done, at = {""}, set(), 0
    while at < len(pattern) and begun:
        own, at, optional = _of_piece(pattern, at)
        longer = {(first + then) for first in begun for then in own}
        if optional:
            longer |= begun
        done |= {_cut(one) for one in longer if _is_whole(one)}
        begun = {one for one in longer if not _is_whole(one)}
    return done | {one + ANY for one in begun}


def _is_whole(begin: str) -> bool:
    return len(begin) >= LENGTH or ANY in begin


def _cut(begin: str) -> str:
    star = begin.find(ANY)
    return begin[: star + 1] if 0 <= star < LENGTH else begin[:LENGTH]


def _of_piece(pattern: str, at: int) -> tuple[set[str], int, bool]:
    """The openings of the piece at `at`, where the next begins, whether it may be absent."""
    own, at = _piece(pattern, at)
    quantity = pattern[at : at + 1]
    if quantity == "{":
        own, at = own | {ANY}, pattern.index("}", at) + 1
    elif quantity == "+":
        own, at = {begin + ANY for begin in own}, at + 1
    elif quantity == "*":
        own, at = {begin + ANY for begin in own if begin}, at + 1
    elif quantity == "?":
        at += 1
    else:
        return own, at, False
    return own, at + (pattern[at : at + 1] == "?"), quantity in "?*"


def _piece(pattern: str, at: int) -> tuple[set[str], int]:
    sign = pattern[at]
    if sign == "(":
        end = _closing(pattern, at)
        body = pattern[at + 1 : end]
        if body.startswith(("?=", "?!", "?<=", "?<!")):
            return {""}, end + 1
        begun = openings(re.sub(r"^\?(?::|P<\w+>)", "", body))
        return set(begun), end + 1
    if sign == "\\":
        return ({""} if pattern[at + 1] in "bB" else {ANY}), at + 2
    if sign == "[":
        return {ANY}, pattern.index("]", at) + 1
    return ({ANY} if sign in ".^$" else {sign.lower()}), at + 1


def _closing(pattern: str, at: int) -> int:
    depth, inside = 0, False
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 2
            continue
        if inside or sign == "[":
            inside = sign != "]"
        else:
            depth += (sign == "(") - (sign == ")")
            if not depth:
                return at
        at += 1
    return len(pattern)
