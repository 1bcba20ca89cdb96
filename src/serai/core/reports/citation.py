"""Holds every claim, from any reader, to the words it cites and the numbers in them."""

from serai.core.reports import arabic_numbers
from serai.core.reports.arabic_letters import OWN
from serai.core.reports.hedges import bounds, hedged
from serai.core.reports.numbers import numbers
from serai.core.reports.reading import Claim
from serai.core.reports.spelling import evened
from serai.core.reports.unseen_signs import without_signs


def faults(text: str, claim: Claim) -> list[str]:
    """Why a claim may not stand: words that are not there, numbers the words do not hold."""
    if not 0 <= claim.start < claim.end <= len(text):
        return ["the span lies outside the text"]
    found = []
    if text[claim.start : claim.end] != claim.quote:
        found.append("the quote is not the text at its span")
    claimed = {number for number in (claim.low, claim.high) if number is not None}
    if not claimed <= held_in(claim.quote):
        found.append("the quote does not hold the claimed numbers")
    if not claimed:
        found.append("the claim holds no number")
    return found


def told_in(quote: str) -> tuple[float | None, float | None]:
    """The least and the most that the first number of a quote says; nothing without a number.

    >>> told_in("some 300 people"), told_in("more than 45 families"), told_in("people")
    ((300, 300), (45, None), (None, None))
    """
    even = evened(without_signs(quote))
    if OWN.search(even):
        first = min(arabic_numbers.held_in(even), default=None)
        return first, first
    for number in numbers(even):
        words = hedged(even, number.start, number.end, number.ranged, number.high is None)
        return bounds(number.low, number.high, words.hedge)
    return None, None


def held_in(quote: str) -> set[float]:
    """The numbers the grammar reads in a quote."""
    even = evened(without_signs(quote))
    if OWN.search(even):
        return arabic_numbers.held_in(even)
    held: set[float] = set()
    for number in numbers(even):
        words = hedged(even, number.start, number.end, number.ranged, number.high is None)
        held |= {n for n in bounds(number.low, number.high, words.hedge) if n is not None}
        held |= {n for n in (number.low, number.high) if n is not None}
    return held
