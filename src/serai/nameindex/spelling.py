"""Words of names as numbers: each written word is read once, however many people bear it."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from serai.core import names
from serai.core.matching import keys
from serai.core.matching.scoring import PLACE_MARK

_IN_COMPANY = -1  # what a piece is depends on those beside it


class Spelling:
    """Numbers every word, and remembers what each written piece is."""

    def __init__(self) -> None:
        self._pieces: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._texts: list[str] = [""]

    def __len__(self) -> int:
        return len(self._texts)

    def plain(self, text: str) -> list[int] | None:
        """The numbers of the words of a name; None when it has to be read as a whole."""
        found = []
        for piece in text.split():
            number = self._pieces.get(piece)
            if number is None:
                number = self._pieces[piece] = self._alone(piece)
            if number == _IN_COMPANY:
                return None
            found.append(number)
        return found

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

    def _alone(self, piece: str) -> int:
        if not names.stands_alone(piece):
            return _IN_COMPANY
        found = names.words(piece)
        return self.number(found[0]) if len(found) == 1 else _IN_COMPANY
