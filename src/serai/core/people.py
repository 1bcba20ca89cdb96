"""Who a person is, as told and as estimated: names in their parts, age as evidence, sex, papers."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, get_args

import msgspec

from serai.core.counts import Count

Sex = Literal["female", "male", "unknown"]
AgeBasis = Literal["document", "stated", "estimated", "refused"]
Relation = Literal[
    "head", "spouse", "child", "parent", "sibling", "grandchild", "grandparent",
    "other relative", "foster child", "not related", "alone",
]  # fmt: skip
Papers = Literal[
    "none", "identity card", "passport", "family book", "birth record", "other", "taken"
]

SEXES: tuple[Sex, ...] = ("female", "male", "unknown")
RELATIONS: tuple[Relation, ...] = get_args(Relation)
PAPERS: tuple[Papers, ...] = get_args(Papers)

NAME_LETTERS_MAX = 80  # the longest attested single name part is far below this
AGE_YEARS_MAX = 125
ADULT_FROM_YEARS = 18
DAYS_A_YEAR = 365.25

# UNHCR's standard bands: first and last whole year of age.
BANDS_UNHCR: tuple[tuple[str, int, int], ...] = (
    ("0-4", 0, 4),
    ("5-11", 5, 11),
    ("12-17", 12, 17),
    ("18-59", 18, 59),
    ("60+", 60, AGE_YEARS_MAX),
)


class Names(msgspec.Struct, frozen=True, omit_defaults=True):
    """The parts of one person's name in one script; a part that was not given is empty."""

    own: str = ""
    father: str = ""
    grandfather: str = ""
    family: str = ""
    kunya: str = ""
    mother: str = ""

    def full(self) -> str:
        """Own, father's, grandfather's and family name in order.

        >>> Names(own="Layla", father="Hasan", family="Jubouri").full()
        'Layla Hasan Jubouri'
        """
        parts = (self.own, self.father, self.grandfather, self.family)
        return " ".join(part for part in parts if part)


class Age(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is known of an age: a birth date, or months on the day it was noted, give or take.

    `born_on` is an ISO date. `months` counts from birth to `noted_on`; `within_months` is how far
    off it may be either way. Basis "refused" holds neither.
    """

    basis: AgeBasis = "stated"
    born_on: str = ""
    months: Count = -1
    within_months: Count = 0
    noted_on: str = ""

    def born_between(self) -> tuple[date, date] | None:
        """The earliest and latest possible birth date, or None when nothing is known.

        >>> Age(months=24, within_months=12, noted_on="2019-02-01").born_between()
        (datetime.date(2016, 2, 1), datetime.date(2018, 2, 1))
        """
        if self.born_on:
            exact = date.fromisoformat(self.born_on)
            return exact, exact
        if self.months < 0 or not self.noted_on:
            return None
        noted = _day(self.noted_on)
        return (
            noted - _months(self.months + self.within_months),
            noted - _months(max(0, self.months - self.within_months)),
        )

    def years_on(self, day: date) -> int | None:
        """Whole years of age on a day, from the middle of the birth interval.

        >>> Age(born_on="2010-06-30").years_on(date(2019, 3, 1))
        8
        """
        between = self.born_between()
        if between is None:
            return None
        middle = between[0] + (between[1] - between[0]) / 2
        return max(0, int((day - middle).days / DAYS_A_YEAR))


class Person(msgspec.Struct, frozen=True, omit_defaults=True):
    """One human being as written at a desk; `nationality` holds the claimed codes."""

    person: str
    names: Names
    other_names: Names | None = None  # the same name in the other script
    sex: Sex = "unknown"
    age: Age = Age()
    relation: Relation = "head"
    nationality: tuple[str, ...] = ()
    papers: Papers = "none"
    needs: tuple[str, ...] = ()
    origin: str = ""  # a place id, or the words used
    alone: bool = False  # a child without any adult of the family


def band_unhcr(years: int | None) -> str:
    """The UNHCR band of an age in whole years; "unknown" when there is none.

    >>> band_unhcr(4), band_unhcr(5), band_unhcr(60), band_unhcr(None)
    ('0-4', '5-11', '60+', 'unknown')
    """
    if years is None:
        return "unknown"
    return next(name for name, _, last in BANDS_UNHCR if years <= last or name == "60+")


@lru_cache(maxsize=2_000)
def _day(text: str) -> date:
    return date.fromisoformat(text)


@lru_cache(maxsize=2_000)
def _months(count: int) -> timedelta:
    return timedelta(days=round(count * DAYS_A_YEAR / 12))
