"""Age, sex and nationality of everybody with a name: one count for page, charts and files."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import msgspec

from serai.core.clock import MINUTE_MS
from serai.core.events import (
    HouseholdRegistered,
    MemberAdded,
    MemberMoved,
    PersonCorrected,
    PostingBody,
)
from serai.core.people import BANDS_UNHCR, band_unhcr
from serai.core.people import Age as CoreAge
from serai.core.places import CONVOY, OUTSIDE
from serai.journal import sql
from serai.journal.wall import now_ms
from serai.situation.moment import Moment
from serai.situation.remembered import lately, until_told

BANDS: tuple[str, ...] = (*(name for name, _, _ in BANDS_UNHCR), "unknown")
SEXES: tuple[str, ...] = ("female", "male", "unknown")
ROAD = CONVOY.rstrip(":")  # everybody on the road counts as one place here
_EVERYBODY = (
    "SELECT place, nationality, sex, born_from, born_to FROM registry_person"
    " WHERE registered_at <= %s AND (place NOT IN ({marks}) OR place_since > %s)"
)

# what can change where somebody stands, or what is known of them; a sighting cannot
_TELLING = (PostingBody, HouseholdRegistered, MemberAdded, MemberMoved, PersonCorrected)

Cell = tuple[str, str, str, str]  # place, nationality, sex, band


class Row(msgspec.Struct, frozen=True):
    """One nationality: people by sex and band in the order of `COLUMNS`, and their sum."""

    nationality: str
    counts: tuple[int, ...]
    total: int


class PeopleTable(msgspec.Struct, frozen=True):
    """Everybody with a name, by nationality, sex and age band; the largest nationality first."""

    rows: tuple[Row, ...]
    sums: tuple[int, ...]
    total: int


ANY = "any"  # people of unknown sex are one column, whatever their age
COLUMNS: tuple[tuple[str, str], ...] = (
    *((sex, band) for sex in ("female", "male") for band in BANDS),
    ("unknown", ANY),
)


def population(moment: Moment) -> Counter[Cell]:
    """How many people there are of every place, nationality, sex and age band."""
    key = ("population", moment.at_or_now, moment.day, now_ms() // MINUTE_MS)
    return until_told(key, moment.state, _TELLING, lambda: _population(moment))


def people_table(moment: Moment, place: str = "") -> PeopleTable:
    """The exact table of all places or, of this moment only, of one of them.

    Of a past hour the registry knows who was in the operation, but not at which place.
    """
    assert moment.present or not place, "nobody knows who stood at one place at a past hour"
    return _table(population(moment), place)


def people_lately(moment: Moment) -> tuple[PeopleTable, int]:
    """The table for the wall, and the moment it was counted: up to a minute ago where many are."""
    key = ("lately", moment.at_or_now, moment.day)
    return lately(key, moment.state, now_ms(), lambda: people_table(moment))


def by_age_and_sex(table: PeopleTable) -> list[tuple[str, int, int]]:
    """For every band, women and girls, then men and boys."""
    counts = dict(zip(COLUMNS, table.sums, strict=True))
    return [(band, counts["female", band], counts["male", band]) for band in BANDS]


def _table(cells: Counter[Cell], place: str) -> PeopleTable:
    by_nationality: dict[str, Counter[tuple[str, str]]] = {}
    for (where, nationality, sex, band), count in cells.items():
        if place in ("", where):
            column = (sex, ANY if sex == "unknown" else band)
            by_nationality.setdefault(nationality, Counter())[column] += count
    rows = [_row(nationality, counts) for nationality, counts in by_nationality.items()]
    rows.sort(key=lambda row: (-row.total, row.nationality))
    sums = tuple(sum(row.counts[at] for row in rows) for at in range(len(COLUMNS)))
    return PeopleTable(tuple(rows), sums, sum(sums))


def _population(moment: Moment) -> Counter[Cell]:
    statement = _EVERYBODY.format(marks=sql.marks(len(OUTSIDE)))
    found = sql.every(statement, (moment.at_ms, *OUTSIDE, moment.at_ms))
    return _counted(found, moment.day)


def _counted(people: Iterable[tuple[str, ...]], day: date) -> Counter[Cell]:
    grouped = Counter(people)
    cells: Counter[Cell] = Counter()
    for (place, nationality, sex, born_from, born_to), count in grouped.items():
        where = ROAD if place.startswith(CONVOY) else place
        known = sex if sex in SEXES else "unknown"
        cells[where, nationality, known, _band(born_from, born_to, day)] += count
    return cells


@lru_cache(maxsize=100_000)
def _band(born_from: str, born_to: str, day: date) -> str:
    """The band of the middle of the birth interval, as the desk shows it."""
    if not born_from or not born_to:
        return "unknown"
    first, last = date.fromisoformat(born_from), date.fromisoformat(born_to)
    middle = first + (last - first) / 2
    return band_unhcr(CoreAge(born_on=middle.isoformat()).years_on(day))


def _row(nationality: str, counts: Counter[tuple[str, str]]) -> Row:
    cells = tuple(counts[column] for column in COLUMNS)
    return Row(nationality, cells, sum(cells))
