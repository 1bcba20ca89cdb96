"""Signs nobody sees inside a number, read as if they were not there; every span stays true.

Pages that want no figure copied put them between the digits; a copied line of two scripts has them
too. Elsewhere such a sign parts words, as a space does (`spelling`).
"""

import re
from typing import TypeVar

from msgspec.structs import replace

from serai.core.reports.reading import Claim, Hazard, Reading

_SIGNS = "[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]+"
_MARKS = "[,.\u066b\u066c]"  # with the Arabic decimal and thousands marks
IN_NUMBER = re.compile(rf"(?<=\d){_SIGNS}(?={_MARKS}?\d)|(?<=\d{_MARKS}){_SIGNS}(?=\d)")
PASSED_OVER = "signs nobody can see stood inside a number; it was read without them"
_Told = TypeVar("_Told", Claim, Hazard)


def without_signs(text: str) -> str:
    """The text without such signs.

    >>> without_signs("12,\u200b000 people")
    '12,000 people'
    """
    return IN_NUMBER.sub("", text)


def in_place(reading: Reading, text: str) -> Reading:
    """A reading of `without_signs(text)`, its spans and words again those of the text."""
    places = _places(text, len(reading.text))
    whole = text[: _end(places, len(reading.text))]
    return replace(
        reading,
        text=whole,
        claims=tuple(_moved_claim(claim, whole, places) for claim in reading.claims),
        hazards=tuple(_moved(hazard, whole, places) for hazard in reading.hazards),
        problems=(*reading.problems, PASSED_OVER),
    )


def _places(text: str, letters: int) -> list[int]:
    """Where each letter of the text without signs stands in the text."""
    left_out = {at for found in IN_NUMBER.finditer(text) for at in range(*found.span())}
    return [at for at in range(len(text)) if at not in left_out][:letters]


def _end(places: list[int], end: int) -> int:
    return places[end - 1] + 1 if end else 0


def _moved_claim(claim: Claim, text: str, places: list[int]) -> Claim:
    again = tuple((places[start], _end(places, end)) for start, end in claim.repeats)
    return replace(_moved(claim, text, places), repeats=again)


def _moved(told: _Told, text: str, places: list[int]) -> _Told:
    start, end = places[told.start], _end(places, told.end)
    return replace(told, start=start, end=end, quote=text[start:end])
