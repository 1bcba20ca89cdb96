"""Knows the two ends of a stretch of road that a danger lies on: between Mosul and Tal Afar."""

# ruff: noqa: E501 - a pattern reads best on one line

import re
from collections.abc import Sequence
from itertools import pairwise

from serai.core.reports.places import Mention

OPENS = re.compile(
    r"\b(?:between|links|linking|links up|linked|connects|connecting|connected|joins|joining)(?: both)? (?:the )?(?:[a-z]+ ){0,2}$"
    r"|\b(?:road|route|highway|track|axis|corridor|motorway|railway|line|stretch|way|path)s?\b[^.;,]{0,30}\bfrom (?:the )?(?:[a-z]+ ){0,2}$"
)
JOINS = re.compile(
    r"(?: (?:town|city|camp|district|village|junction|crossing))? (?:and|to|with) (?:the )?(?:[a-z]+ ){0,2}|-"
)


def ends_of(text: str, place: str, found: Sequence[Mention]) -> list[str]:
    """The place of a danger, or both ends where it lies between two.

    >>> from serai.core.reports.places import mentions
    >>> words = "The road between Goma and Sake is mined."
    >>> ends_of(words, "Goma", mentions(words))
    ['Goma', 'Sake']
    """
    for first, second in pairwise(found):
        joint = JOINS.fullmatch(text, first.end, second.start)
        if joint is None or place not in (first.name, second.name):
            continue
        road = joint.group() == "-" and first.site and second.site
        if road or OPENS.search(text[max(0, first.start - 60) : first.start]):
            return [first.name, second.name]
    return [place]
