"""Where a figure stands in its sentence, before anything is known of what happened."""

import msgspec

from serai.core.reports.nouns import Noun


class Spot(msgspec.Struct, frozen=True):
    """A figure in its sentence: where its words begin, where its noun ends."""

    start: int
    end: int
    noun: Noun
    number: float = 0.0
