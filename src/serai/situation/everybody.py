"""Everybody with a name in columns: read once, and again only those whom later events name.

A posting of people without names changes nothing here. Any hour is counted from the columns.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

import msgspec
import numpy as np
import numpy.typing as npt

from serai.core.events import (
    HouseholdRegistered,
    MemberAdded,
    MemberMoved,
    PersonCorrected,
    PostingBody,
    PostingReversed,
)
from serai.core.people import BANDS_UNHCR, DAYS_A_YEAR
from serai.core.places import CONVOY, OUTSIDE
from serai.journal import sql
from serai.journal.recorded import Recorded
from serai.situation.remembered import written_since

SEXES: tuple[str, ...] = ("female", "male", "unknown")
BANDS: tuple[str, ...] = (*(name for name, _, _ in BANDS_UNHCR), "unknown")
ROAD = CONVOY.rstrip(":")  # everybody on the road counts as one place here
AGAIN_MAX = 300  # people; more are read as quickly with all others
PERSON = "person:"
NEVER_MS = (1 << 63) - 1
NO_DAY = -1
_LAST_YEARS = [last for _, _, last in BANDS_UNHCR[:-1]]
_COLUMNS = (
    "one.number, one.place, one.nationality, one.sex, one.born_from, one.born_to,"
    " one.registered_at, one.place_since"
)
_EVERYBODY = f"SELECT {_COLUMNS} FROM registry_person one"  # noqa: S608 - names of columns
_SOME = (
    f"SELECT one.id, {_COLUMNS} FROM registry_person one"  # noqa: S608
    " JOIN (SELECT DISTINCT number FROM registry_person WHERE id IN ({marks})) asked"
    " ON asked.number = one.number"
)
# what can change where somebody stands, or what is known of them; a sighting cannot
_TELLING = (PostingBody, HouseholdRegistered, MemberAdded, MemberMoved, PersonCorrected)

Whole = npt.NDArray[np.int64]
Cell = tuple[str, str, str, str]  # place, nationality, sex, band


class Everybody(msgspec.Struct, frozen=True):
    """One column for each thing; two people may share a number."""

    state: str
    numbers: Whole
    kinds: Whole  # place, nationality and sex together, a place in `known`
    born: Whole  # the day in the middle of the birth interval, or NO_DAY
    since: Whole  # when they were registered
    until: Whole  # when they left the operation, or NEVER_MS
    known: tuple[tuple[str, str, str], ...]

    def cells(self, at_ms: int, day: date) -> Counter[Cell]:
        """How many there were at a moment, their ages on a day."""
        there = (self.since <= at_ms) & (self.until > at_ms)
        born = self.born[there]
        years = np.maximum(0, ((day.toordinal() - born) / DAYS_A_YEAR).astype(np.int64))
        band = np.where(born == NO_DAY, len(BANDS) - 1, np.searchsorted(_LAST_YEARS, years))
        found, counts = np.unique(self.kinds[there] * len(BANDS) + band, return_counts=True)
        cells: Counter[Cell] = Counter()
        for one, count in zip(found.tolist(), counts.tolist(), strict=True):
            cells[*self.known[one // len(BANDS)], BANDS[one % len(BANDS)]] = count
        return cells


_kept: list[Everybody] = []


def everybody(state: str) -> Everybody:
    """Everybody at a state of the journal; the very same while nothing written names anybody."""
    kept = _kept[0] if _kept else None
    if kept is None or kept.state != state:
        again = _named_since(kept.state, state) if kept else None
        if kept is None or again is None:
            kept = _columns(state, sql.every(_EVERYBODY))
        elif again:
            kept = _read_again(kept, state, again)
        else:
            return kept
        _kept[:] = [kept]
    return kept


def _named_since(before: str, now: str) -> set[str] | None:
    """Whom events between two states name; None when anybody may have changed."""
    newer = written_since(before, now)
    if newer is None or any(isinstance(one.body, PostingReversed) for one in newer):
        return None
    telling = [one for one in newer if isinstance(one.body, _TELLING)]
    named = {person for one in telling for person in _people_of(one)}
    return named if len(named) <= AGAIN_MAX else None


def _people_of(event: Recorded) -> Iterable[str]:
    subjects = event.body.subjects()
    return [one.removeprefix(PERSON) for one in subjects if one.startswith(PERSON)]


def _read_again(kept: Everybody, state: str, people: set[str]) -> Everybody:
    """The columns with some people read again, and with them who shares a number with one."""
    some = sorted(people)
    rows = sql.every(_SOME.format(marks=sql.marks(len(some))), some)
    if not people.issubset(row[0] for row in rows):
        return _columns(state, sql.every(_EVERYBODY))  # somebody is not known here any more
    fresh = _columns(state, [row[1:] for row in rows], kept.known)
    stay = ~np.isin(kept.numbers, fresh.numbers)
    return msgspec.structs.replace(
        fresh,
        **{
            name: np.concatenate((getattr(kept, name)[stay], getattr(fresh, name)))
            for name in ("numbers", "kinds", "born", "since", "until")
        },
    )


def _columns(
    state: str, rows: Sequence[tuple[object, ...]], known: Iterable[tuple[str, str, str]] = ()
) -> Everybody:
    kinds = {one: at for at, one in enumerate(known)}
    table = [
        (
            number,
            kinds.setdefault(_kind(place, nationality, sex), len(kinds)),
            _middle(born_from, born_to),
            registered_at,
            place_since if place in OUTSIDE else NEVER_MS,
        )
        for number, place, nationality, sex, born_from, born_to, registered_at, place_since in rows
    ]
    numbers, what, born, since, until = np.array(table, np.int64).reshape(len(table), 5).T
    return Everybody(state, numbers, what, born, since, until, tuple(kinds))


@lru_cache(maxsize=5_000)
def _kind(place: str, nationality: str, sex: str) -> tuple[str, str, str]:
    where = ROAD if place.startswith(CONVOY) else place
    return where, nationality, sex if sex in SEXES else "unknown"


@lru_cache(maxsize=100_000)
def _middle(born_from: str, born_to: str) -> int:
    """The day in the middle of a birth interval, as the desk shows ages."""
    if not born_from or not born_to:
        return NO_DAY
    first, last = _ordinal(born_from), _ordinal(born_to)
    return first + (last - first) // 2


@lru_cache(maxsize=100_000)
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
