"""Which keys of a search are looked up: the rarest first, until a budget of rows is spent."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from serai.core.matching import keys
from serai.core.matching.told import Told

ROWS_A_KEY = 2_500
NARROW_FROM = 250  # keys expected to be shared by more are asked by sex and year
YEARS_EITHER_SIDE = 8
# How many of those under a key are of one sex, of these years, and of a year nobody told.
SEX_PART, YEARS_PART, NO_YEAR_PART = 0.5, 0.2, 0.06

Range = tuple[int, int, int]


class Asked(NamedTuple):
    """One key to be looked up: its hash, and how many people it is expected to find."""

    key: int
    expected: float
    mask: int  # which words of the search it stands for


class Plan(NamedTuple):
    """The ranges of rows that are read, each with its mask; `crowd` fit the first key left out."""

    ranges: list[Range]
    masks: list[int]
    crowd: int


def plan(asked: Iterable[Asked], person: Told, budget: int) -> Plan:
    """As many keys as the budget of rows allows, the rarest first; of twice the same, the first."""
    ranges: list[Range] = []
    masks: list[int] = []
    spent = 0.0
    best: dict[int, Asked] = {}
    for one in asked:
        best.setdefault(one.key, one)
    for one in sorted(best.values(), key=lambda one: one.expected):
        if spent >= budget:
            return Plan(ranges, masks, int(one.expected))
        for low, high, part in _ranges(one, person):
            ranges.append((low, high, ROWS_A_KEY))
            masks.append(one.mask)
            spent += min(ROWS_A_KEY, one.expected * part)
    return Plan(ranges, masks, 0)


def _ranges(one: Asked, person: Told) -> Iterator[tuple[int, int, float]]:
    base = one.key << keys.HASH_SHIFT
    if one.expected < NARROW_FROM:
        yield base, base | (1 << keys.HASH_SHIFT) - 1, 1.0
        return
    for sex in (person.sex, 0) if person.sex else (0, 1, 2):
        start = base | sex << keys.SEX_SHIFT
        if person.born is None:
            yield start, start | (1 << keys.SEX_SHIFT) - 1, SEX_PART
            continue
        low = keys.year_bits(person.born[0] - YEARS_EITHER_SIDE)
        high = keys.year_bits(person.born[1] + YEARS_EITHER_SIDE)
        yield start, start | (1 << keys.YEAR_SHIFT) - 1, NO_YEAR_PART
        last = start | high << keys.YEAR_SHIFT | (1 << keys.YEAR_SHIFT) - 1
        yield start | low << keys.YEAR_SHIFT, last, YEARS_PART
