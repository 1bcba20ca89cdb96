"""The books as a statement: every account at a moment, what does not balance, and for checkers."""

from collections.abc import Iterator

import msgspec

from serai.core import clock
from serai.core.ledger import NAMED
from serai.core.places import OUTSIDE, is_convoy, is_outside
from serai.journal import sql
from serai.registry.discrepancies import discrepancies
from serai.registry.queries import balances, places

DISCREPANCIES_MAX = 10_000


class PlaceBalance(msgspec.Struct, frozen=True):
    """One place: people with names, people without by band, and all of them."""

    place: str
    kind: str
    named: int
    unnamed: dict[str, int]
    total: int


class Gap(msgspec.Struct, frozen=True):
    """One discrepancy: counted minus expected, and whether somebody settled it."""

    place: str
    at: str
    amount: int
    status: str
    kind: str
    id: str


class Books(msgspec.Struct, frozen=True):
    """All accounts at one moment. Totals of places, road and outside accounts sum to zero."""

    at: str
    places: tuple[PlaceBalance, ...]
    on_the_road: int
    outside: dict[str, int]
    discrepancies: tuple[Gap, ...]

    def total(self) -> int:
        """The sum over every account: always zero."""
        inside = sum(place.total for place in self.places)
        return inside + self.on_the_road + sum(self.outside.values())


def books_at(at_ms: int, place: str = "") -> Books:
    """The books at a moment; with `place`, of that place alone."""
    found = balances(at_ms)
    kinds = {one.id: one.kind for one in places()}
    inside = [one for one in [*kinds, *sorted(found.keys() - kinds.keys())] if _inside(one)]
    gaps = discrepancies(place=place, until_ms=at_ms, limit=DISCREPANCIES_MAX)
    return Books(
        at=clock.from_ms(at_ms).isoformat(),
        places=tuple(
            _place(one, kinds.get(one, "place"), found.get(one, {}))
            for one in inside
            if place in ("", one)
        ),
        on_the_road=sum(sum(bands.values()) for one, bands in found.items() if is_convoy(one)),
        outside={one: sum(found.get(one, {}).values()) for one in OUTSIDE},
        discrepancies=tuple(
            Gap(g.place, clock.from_ms(g.at).isoformat(), g.amount, g.status, g.kind, g.id)
            for g in sorted(gaps, key=lambda gap: (gap.at, gap.id))
        ),
    )


def beancount_lines() -> Iterator[str]:
    """The books in beancount's language, every headcount a balance assertion.

    Beancount asserts balances at the start of a day, so each moment of the journal becomes a day
    of its own, counted from 1970-01-01 in order; the real time stands in the metadata. A headcount
    that differed is asserted with the amount the books had, and carries the difference as metadata.
    """
    yield 'option "title" "serai: the books of people"'
    yield 'option "operating_currency" "PERSON"'
    legs = sql.every(
        "SELECT at, id, kind, source_place, source_band, target_place, target_band, count"
        " FROM registry_postingleg ORDER BY at, id"
    )
    heads = sql.every("SELECT at, id, place, counted, expected FROM registry_headcount")
    accounts = {_account(leg[3], leg[4]) for leg in legs} | {
        _account(leg[5], leg[6]) for leg in legs
    }
    accounts |= {_parent(head[2]) for head in heads}
    yield from (f"1970-01-01 open {account} PERSON" for account in sorted(accounts))
    yield from _dated(legs, heads)


def _dated(legs: list[tuple[object, ...]], heads: list[tuple[object, ...]]) -> Iterator[str]:
    moments = sorted({leg[0] for leg in legs} | {head[0] for head in heads})  # type: ignore[type-var]
    day_of = {moment: number for number, moment in enumerate(moments, start=1)}
    by_moment: dict[object, list[str]] = {}
    for leg in legs:
        by_moment.setdefault(leg[0], []).extend(_transaction(leg, day_of[leg[0]]))
    for head in heads:
        by_moment.setdefault(head[0], []).extend(_assertion(head, day_of[head[0]]))
    for moment in moments:
        yield from by_moment[moment]


def _transaction(leg: tuple[object, ...], day: int) -> Iterator[str]:
    at, identity, kind, *ends = leg
    source, target = _account(ends[0], ends[1]), _account(ends[2], ends[3])
    yield f'{_day(day)} * "{kind}"'
    yield f'  leg: "{identity}"'
    yield f'  time: "{clock.from_ms(int(str(at))).isoformat()}"'
    yield f"  {source}  -{ends[4]} PERSON"
    yield f"  {target}  {ends[4]} PERSON"


def _assertion(head: tuple[object, ...], day: int) -> Iterator[str]:
    at, identity, place, counted, expected = head
    # the next day, because beancount looks at the morning; parent accounts hold all bands
    yield f"{_day(day + 1)} balance {_parent(place)}  {expected} PERSON"
    yield f'  headcount: "{identity}"'
    yield f'  time: "{clock.from_ms(int(str(at))).isoformat()}"'
    yield f'  counted: "{counted}"'
    yield f'  difference: "{int(str(counted)) - int(str(expected))}"'


def _day(number: int) -> str:
    return clock.from_ms(number * clock.DAY_MS).date().isoformat()


def _parent(place: object) -> str:
    name = str(place)
    root = "Equity" if is_outside(name) else "Assets"
    plain = "".join(part.capitalize() for part in name.replace(":", "-").split("-"))
    return f"{root}:{plain}"


def _account(place: object, band: object) -> str:
    return f"{_parent(place)}:{str(band).capitalize()}"


def _inside(place: str) -> bool:
    return not is_outside(place) and not is_convoy(place)


def _place(place: str, kind: str, bands: dict[str, int]) -> PlaceBalance:
    unnamed = {band: count for band, count in bands.items() if band != NAMED}
    return PlaceBalance(place, kind, bands.get(NAMED, 0), unnamed, sum(bands.values()))
