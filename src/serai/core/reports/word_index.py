"""Looks for many patterns of words at once: at each word, only those that can begin as it does.

Trying every pattern at every letter of a report was most of a reading's time; most words of a
report begin none of them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache

WORD = re.compile(r"\b\w")
LATIN = re.compile(r"[a-z]+")
SPACES = frozenset(" \n")  # all that evened text holds
ESCAPED = {"d": "0123456789", "s": " \n"}
ANY = "*"  # in an opening: whatever comes from here on
LENGTH = 6  # letters of an opening
KEPT = 20_000  # openings whose patterns are remembered
SENTENCES = 256  # sentences whose words are remembered between the passes of a reading
CLASS = re.compile(r"(?:\w-\w|\w)+")  # [0-3], [aeo]: few enough letters to list

Row = tuple[tuple[int, re.Pattern[str]], ...]


class WordIndex:
    """Patterns by the letters they can begin with; each is a row of alternatives."""

    def __init__(
        self, patterns: Sequence[str], ending: str = "", flags: int = re.IGNORECASE
    ) -> None:
        self._patterns, self._ending, self._flags = tuple(patterns), ending, flags
        self._compiled = cache(self._compile)
        self._rows: dict[str, Row] = {}

    def found(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Every match of every pattern, with the pattern's number, in order of the text."""
        past = [0] * len(self._patterns)
        rows = self._rows
        for start, opening in [one for one in _words(text) if rows.get(one[1], True)]:
            for number, pattern in rows.get(opening) or self._row(opening):
                if start >= past[number] and (match := pattern.match(text, start)):
                    past[number] = max(match.end(), start + 1)
                    if match.end() > start:
                        yield number, match

    # Worked out with the first report: most processes that serve pages never read one.
    @cached_property
    def _alternatives(self) -> list[tuple[int, str]]:
        return [
            (number, one)
            for number, pattern in enumerate(self._patterns)
            for one in alternatives(pattern)
        ]

    @cached_property
    def _begun(self) -> dict[str, set[int]]:
        begun: dict[str, set[int]] = {}
        for at, (_, one) in enumerate(self._alternatives):
            for begin in openings(one):
                begun.setdefault(begin, set()).add(at)
        return begun

    def _row(self, opening: str) -> Row:
        if len(self._rows) > KEPT:
            self._rows.clear()
        made = self._rows[opening] = self._row_of(opening)
        return made

    def _row_of(self, opening: str) -> Row:
        begins = (opening, *(opening[:size] + ANY for size in range(len(opening) + 1)))
        found = {at for begin in begins for at in self._begun.get(begin, ())}
        every = (self._alternatives[at] for at in sorted(found))
        return tuple((number, self._compiled(one)) for number, one in every)

    def _compile(self, one: str) -> re.Pattern[str]:
        return re.compile(f"(?:{one}){self._ending}", self._flags)


@lru_cache(maxsize=SENTENCES)
def words_in(text: str) -> frozenset[str]:
    """The words of a text in small Latin letters, to see at once what cannot be in it.

    >>> sorted(words_in("The U.N. said so"))
    ['n', 'said', 'so', 'the', 'u']
    """
    return frozenset(LATIN.findall(text.lower()))


@lru_cache(maxsize=SENTENCES)
def _words(text: str) -> list[tuple[int, str]]:
    """Where each word of a text begins, and its opening; several indexes ask for one sentence."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    starts = [word.start() for word in WORD.finditer(text)]
    return [(start, lowered[start : start + LENGTH]) for start in starts]


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
    ['displa', 'newly ', 'up*']
    """
    return frozenset(begin if _is_whole(begin) else begin + ANY for begin in _of_group(pattern))


def _of_group(pattern: str) -> set[str]:
    """The openings of a group; what comes after it goes on from those that are not whole."""
    return {begin for one in alternatives(pattern) for begin in _of_one(one)}


def _of_one(pattern: str) -> set[str]:
    begun, done, at = {""}, set(), 0
    while at < len(pattern) and begun:
        own, at, optional = _of_piece(pattern, at)
        longer = {(first + then) for first in begun for then in own}
        if optional:
            longer |= begun
        done |= {_cut(one) for one in longer if _is_whole(one)}
        begun = {one for one in longer if not _is_whole(one)}
    return done | begun


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
        optional = pattern[at + 1] in "0,"
        at = pattern.index("}", at) + 1
    elif quantity and quantity in "+*?":
        optional = quantity != "+"
        at += 1
    else:
        return own, at, False
    if quantity != "?" and own <= SPACES:
        own = own | {one + another + ANY for one in own for another in own}
    elif quantity != "?":
        own = {begin + ANY for begin in own if begin or not optional}
    return own, at + (pattern[at : at + 1] == "?"), optional


def _piece(pattern: str, at: int) -> tuple[set[str], int]:
    sign = pattern[at]
    if sign == "(":
        end = _closing(pattern, at)
        body = pattern[at + 1 : end]
        if body.startswith(("?=", "?!", "?<=", "?<!")):
            return {""}, end + 1
        return _of_group(re.sub(r"^\?(?:[a-z-]*:|P<\w+>)", "", body)), end + 1
    if sign == "\\":
        return _of_escape(pattern[at + 1]), at + 2
    if sign == "[":
        end = pattern.index("]", at)
        return _of_class(pattern[at + 1 : end]), end + 1
    return ({ANY} if sign in ".^$" else {sign.lower()}), at + 1


def _of_escape(sign: str) -> set[str]:
    if sign in "bB":
        return {""}
    return set(ESCAPED.get(sign, ANY))


def _of_class(body: str) -> set[str]:
    """The letters of a short class: [0-3], [aeo]; anything for a longer one."""
    if not CLASS.fullmatch(body):
        return {ANY}
    ranges = re.findall(r"(\w)-(\w)|(\w)", body)
    return {
        chr(code).lower()
        for first, last, one in ranges
        for code in range(ord(first or one), ord(last or one) + 1)
    }


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
