"""Age, sex and nationality of everybody with a name: one count for page, charts and files."""

from collections import Counter

import msgspec

from serai.journal.wall import now_ms
from serai.situation.everybody import BANDS, ROAD, Cell, everybody
from serai.situation.moment import Moment
from serai.situation.remembered import drawn_from, lately

__all__ = ["BANDS", "ROAD"]


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
    """How many people there are of every place, nationality, sex and age band.

    The very same answer while nothing written names anybody.
    """
    people, key = everybody(moment.state), ("population", moment.at_or_now, moment.day)
    return drawn_from(key, people, lambda: people.cells(moment.at_ms, moment.day))


def people_table(moment: Moment, place: str = "") -> PeopleTable:
    """The exact table of all places or, of this moment only, of one of them.

    Of a past hour the registry knows who was in the operation, but not at which place.
    """
    assert moment.present or not place, "nobody knows who stood at one place at a past hour"
    cells, key = population(moment), ("table", place, moment.at_or_now, moment.day)
    return drawn_from(key, cells, lambda: _table(cells, place))


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


def _row(nationality: str, counts: Counter[tuple[str, str]]) -> Row:
    cells = tuple(counts[column] for column in COLUMNS)
    return Row(nationality, cells, sum(cells))
