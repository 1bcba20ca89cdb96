"""Whether two records are one human being: odds in bits, a band, and reasons in words."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from serai.core.matching.joints import joined_as
from serai.core.matching.reasons import Reason, band_of, reasons_for
from serai.core.matching.scoring import Fit, Scorer
from serai.core.matching.told import Record, Told, told
from serai.core.matching.usual import usual_share

__all__ = ["Comparison", "Record", "Told", "compare", "comparison", "told"]

PEOPLE_USUAL = 100_000  # of a registry, where none is named


class Comparison(NamedTuple):
    """What speaks for and against two records being one person."""

    bits: float
    band: str
    reasons: list[Reason]

    def line(self, language: str = "en") -> str:
        """The reasons on one line."""
        return " · ".join(reason.text(language) for reason in self.reasons)


def compare(one: Record | str, other: Record | str, people: int = PEOPLE_USUAL) -> Comparison:
    """Compares two records, or two names.

    >>> found = compare("Kazim Ali al-Jubouri", "كاظم علي الجبوري")
    >>> found.band, found.bits > 4, found.reasons[0].text()
    ('very likely', True, 'Kazim = كاظم (1 in 3,000)')
    >>> compare("Husam Muhammad Maher", "Muhammad Maher").band
    'unlikely'
    """
    mine, theirs = _told(one), _told(other)
    mine, theirs = joined_as(mine, theirs), joined_as(theirs, mine)
    scorer = Scorer(usual_share, people)
    return comparison(mine, theirs, scorer.fit(mine, theirs), usual_share)


def comparison(
    one: Told, other: Told, fit: Fit, share: Callable[[str], float], *, unfinished: bool = False
) -> Comparison:
    """A fit with its band and reasons."""
    reasons = reasons_for(one, other, fit, share, unfinished=unfinished)
    return Comparison(fit.bits, band_of(fit.bits), reasons)


def _told(one: Record | str | Iterable[str]) -> Told:
    if isinstance(one, str):
        return told(Record("", (one,)))
    return told(one if isinstance(one, Record) else Record("", tuple(one)))
