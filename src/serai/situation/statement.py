"""The books of every place at a moment, with the last headcount beside them."""

from collections.abc import Iterable

import msgspec
from django.utils.safestring import SafeString

from serai.access.places import House
from serai.core.ledger import BANDS, NAMED, UNNAMED_BANDS
from serai.journal import sql
from serai.journal.wall import now_ms
from serai.situation.moment import Moment
from serai.situation.queries import Situation, Standing, situation_at
from serai.situation.remembered import remembered
from serai.web.printed import printed
from serai.web.templatetags.serai import clock_time, place_called

_LAST_HEADCOUNTS = (
    "SELECT h.place, h.at, h.counted, h.expected FROM registry_headcount h JOIN"
    " (SELECT place, MAX(at) AS at FROM registry_headcount WHERE at <= %s GROUP BY place) last"
    " ON h.place = last.place AND h.at = last.at ORDER BY h.id"
)


class LastHeadcount(msgspec.Struct, frozen=True):
    """The newest headcount of a place."""

    at_ms: int
    counted: int
    expected: int

    @property
    def amount(self) -> int:
        """Counted minus what the books had then."""
        return self.counted - self.expected


class Account(msgspec.Struct, frozen=True):
    """One place of the books: its bands in the order of `BANDS`, and their sum."""

    standing: Standing
    bands: tuple[int, ...]
    total: int
    headcount: LastHeadcount | None


class Statement(msgspec.Struct, frozen=True):
    """All accounts of a moment; `balance` is what must be zero."""

    accounts: tuple[Account, ...]
    sums: tuple[int, ...]
    on_the_road: int
    inside: int
    outside: tuple[tuple[str, int], ...]

    @property
    def balance(self) -> int:
        """Everybody inside and outside together."""
        return self.inside + sum(count for _, count in self.outside)


class AccountRow(msgspec.Struct, frozen=True):
    """What is printed of an account; no moment where nobody ever counted heads."""

    place: str
    bands: tuple[int, ...]
    total: int
    counted: int
    counted_at: str
    amount: int


def rows_of(accounts: Iterable[Account], known: House) -> list[SafeString]:
    """The accounts as rows of the table, printed."""
    return [printed("situation/account.html", _row(one, known)) for one in accounts]


def _row(one: Account, known: House) -> AccountRow:
    last = one.headcount
    return AccountRow(
        place=place_called(known, one.standing.id),
        bands=one.bands,
        total=one.total,
        counted=last.counted if last else 0,
        counted_at=clock_time(last.at_ms) if last else "",
        amount=last.amount if last else 0,
    )


def statement_at(moment: Moment) -> Statement:
    """The statement; that of this minute is kept."""
    key = ("statement", moment.at_or_now)
    return remembered(key, moment.state, now_ms(), lambda: _statement(moment))


def _statement(moment: Moment) -> Statement:
    found = situation_at(moment)
    held = found.held
    counted = {
        row[0]: LastHeadcount(*row[1:]) for row in sql.every(_LAST_HEADCOUNTS, (moment.at_ms,))
    }
    accounts = tuple(
        Account(
            standing=one,
            bands=tuple(held.get(one.id, {}).get(band, 0) for band in BANDS),
            total=one.people,
            headcount=counted.get(one.id),
        )
        for one in found.standings
    )
    return Statement(
        accounts=accounts,
        sums=tuple(sum(one.bands[at] for one in accounts) for at in range(len(BANDS))),
        on_the_road=found.on_the_road,
        inside=found.inside,
        outside=_outside(found),
    )


def _outside(found: Situation) -> tuple[tuple[str, int], ...]:
    return tuple((account, count) for account, count in found.outside.items() if count)


assert (NAMED, *UNNAMED_BANDS) == BANDS, "the columns of the statement follow the bands"
