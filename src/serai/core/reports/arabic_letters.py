"""Brings Arabic words to one spelling, and remembers where each letter stood in the report."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
import unicodedata
from bisect import bisect_left

import msgspec

_SAME = {
    **dict.fromkeys("أإآٱ", "ا"), "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك", "ە": "ه",
    "٪": "%", "،": ",", "؛": ";", "؟": "?", "٬": ",", "٫": ".", "ـ": "",
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad\u2060\u061c", ""),
    **{chr(code): "" for code in (*range(0x064B, 0x0660), 0x0670, *range(0x0610, 0x061B))},
    **{chr(base + digit): str(digit) for base in (0x0660, 0x06F0) for digit in range(10)},
}  # fmt: skip
LETTERS = str.maketrans(_SAME)
JOINED_FROM = "\ufb50"
UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")
ARABIC = re.compile(r"[\u0621-\u064a\ufb50-\ufefc]")
OWN = re.compile(r"[\u0621-\u064a\u0660-\u0669\u06f0-\u06f9\ufb50-\ufefc]")  # digits too
OTHER = re.compile(r"[A-Za-zÀ-ɏ]")


class Plain(msgspec.Struct, frozen=True):
    """A stretch of a report in plain letters; `at` has the place of each in the report."""

    text: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where letters `start`..`end` stand in the report."""
        if start >= end or start >= len(self.at):
            return (self.at[-1] + 1,) * 2 if self.at else (0, 0)
        return self.at[start], self.at[min(end, len(self.at)) - 1] + 1

    def back(self, place: int) -> int:
        """The plain letter that stands at or after a place of the report."""
        return bisect_left(self.at, place)


def plain(words: str) -> str:
    """Words without vowel signs, with one alef, ya and ha.

    >>> plain("مئة عائلةٍ في إدلب ٤٠٠")
    'ميه عايله في ادلب 400'
    """
    return words.translate(LETTERS)


def plain_of(text: str, start: int = 0) -> Plain:
    """The plain letters of a text that begins at `start` of the report."""
    letters: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text, start):
        one = _SAME.get(sign, sign) if sign < JOINED_FROM else _unjoined(sign)
        if len(one) == 1:
            letters.append(one)
            places.append(place)
        else:
            letters += one
            places += [place] * len(one)
    return Plain("".join(letters), tuple(places))


def with_unseen(text: str, even: str) -> str:
    """The evened text with its unseen signs back, which part no word of Arabic."""
    if not UNSEEN.search(text):
        return even
    return "".join(
        sign if same == " " and UNSEEN.match(sign) else same
        for sign, same in zip(text, even, strict=False)
    )


def is_arabic(words: str) -> bool:
    """Whether most letters are Arabic."""
    arabic = len(ARABIC.findall(words))
    return arabic > 0 and arabic >= len(OTHER.findall(words))


def only_arabic(text: str) -> str:
    """The text with the lines of other scripts blanked out, as long as before."""
    return "\n".join(line if is_arabic(line) else " " * len(line) for line in text.split("\n"))


def without_arabic(text: str) -> str:
    """The text with the lines in Arabic blanked out, as long as before."""
    return "\n".join(" " * len(line) if is_arabic(line) else line for line in text.split("\n"))


def _unjoined(sign: str) -> str:
    """The letters of a sign that is drawn joined to its neighbours."""
    return unicodedata.normalize("NFKC", sign).translate(LETTERS) if sign <= "\ufeff" else sign
