"""Words of names as numbers: each written word is read once, however many people bear it."""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from serai.core import names
from serai.core.matching import keys
from serai.core.matching.scoring import PLACE_MARK
from serai.core.names.tables import ARTICLES, GODS, SERVANTS

WORDS_KEPT_MAX = 200_000  # that were read for another part of a file serve for the next
# What these are depends on the pieces beside them; Abd and articles, on those up to a plain one.
_IN_COMPANY, _SERVANT, _ARTICLE, _GOD = -1, -2, -3, -4
_BEGINS = {
    **dict.fromkeys(ARTICLES, _ARTICLE), **dict.fromkeys(SERVANTS, _SERVANT),
    **dict.fromkeys(GODS, _GOD),
}  # fmt: skip


class Spelling:
    """Numbers every word, and remembers what each written piece is."""

    def __init__(self) -> None:
        self._pieces: dict[str, int] = {}
        self._runs: dict[str, int] = {}  # of Abd or an article and what follows
        self._numbers: dict[str, int] = {}
        self._texts: list[str] = [""]

    def __len__(self) -> int:
        return len(self._texts)

    def plain(self, text: str) -> list[int] | None:
        """The numbers of the words of a name; None when it has to be read as a whole."""
        found: list[int] = []
        pieces, at, before = text.split(), 0, 0
        while at < len(pieces):
            number = self._piece(pieces[at])
            at += 1
            if number < 0:
                if number in (_GOD, _IN_COMPANY):
                    return None
                before, at = at - 1, self._end(pieces, at)
                number = self._run(" ".join(pieces[before:at])) if at else _IN_COMPANY
                if number < 0:
                    return None
            found.append(number)
        return found

    def _end(self, pieces: list[str], at: int) -> int:
        """Where the word ends that begins with Abd or an article; 0 where that is not sure."""
        servant = self._piece(pieces[at - 1]) == _SERVANT
        while at < len(pieces):
            number = self._piece(pieces[at])
            at += 1
            if number >= 0 or (number == _GOD and servant):
                return at
            if number != _ARTICLE:
                return 0
        return 0

    def _run(self, run: str) -> int:
        number = self._runs.get(run)
        if number is None:
            number = self._runs[run] = self._numbered(_one_word(run))
        return number

    def _piece(self, piece: str) -> int:
        number = self._pieces.get(piece)
        if number is None:
            number = self._pieces[piece] = self._numbered(_alone(piece))
        return number

    def _numbered(self, word: str | int) -> int:
        return self.number(word) if isinstance(word, str) else word

    def number(self, word: str) -> int:
        """The number of a folded word."""
        found = self._numbers.get(word)
        if found is None:
            found = self._numbers[word] = len(self._texts)
            self._texts.append(word)
        return found

    def text(self, number: int) -> str:
        """The word of a number."""
        return self._texts[number]

    def rows(self) -> Iterator[tuple[int, str]]:
        """Every number and its word."""
        return enumerate(self._texts[1:], 1)

    def codes(self) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
        """For every number the codes of its two skeletons, 0 where there is none.

        Places are numbered with the words, and have one code.
        """
        table = np.zeros((2, len(self._texts)), np.uint64)
        for number, text in self.rows():
            place = text.removeprefix(PLACE_MARK)
            codes = keys.codes(text) if place == text else (keys.code(place),)
            table[: len(codes), number] = codes
        return table[0], table[1]


@lru_cache(maxsize=WORDS_KEPT_MAX)
def _alone(piece: str) -> str | int:
    """The word that a written piece is by itself, or why it is none."""
    if names.stands_alone(piece):
        return _one_word(piece)
    folded = names.tokens(piece)
    return _BEGINS.get(folded[0], _IN_COMPANY) if len(folded) == 1 else _IN_COMPANY


@lru_cache(maxsize=WORDS_KEPT_MAX)
def _one_word(text: str) -> str | int:
    found = names.words(text)
    return found[0] if len(found) == 1 and not names.kunya(found[0])[0] else _IN_COMPANY
