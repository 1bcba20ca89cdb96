"""The books of people: who stands where, as double entry that cannot create or lose anybody.

An account is a place and a band. The band is `named`, or one of five classes of people who were
counted and not yet named. A posting is one or more legs that happen together; every leg takes
people from one account and puts the same people into another, so the sum over all accounts,
the outside ones included, is always zero.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Annotated, Literal

import msgspec

Band = Literal["named", "man", "woman", "boy", "girl", "unknown"]
NAMED: Band = "named"
UNNAMED_BANDS: tuple[Band, ...] = ("man", "woman", "boy", "girl", "unknown")
BANDS: tuple[Band, ...] = (NAMED, *UNNAMED_BANDS)

PEOPLE_PER_POSTING_MAX = 10_000


class Leg(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """`count` people move from account `source` to account `target` (`place/band` each).

    `people` names them when the target or source band is `named`; then it has `count` entries.
    """

    source: str
    target: str
    count: Annotated[int, msgspec.Meta(ge=1, le=PEOPLE_PER_POSTING_MAX)]
    people: tuple[str, ...] = ()


def account(place: str, band: str) -> str:
    """The account of a band of people at a place.

    >>> account("reception", "boy")
    'reception/boy'
    """
    return f"{place}/{band}"


@lru_cache(maxsize=4_096)  # one posting asks some fifty times about a few accounts
def split_account(name: str) -> tuple[str, str]:
    """Place and band of an account.

    >>> split_account("convoy:C7/named")
    ('convoy:C7', 'named')
    """
    place, _, band = name.rpartition("/")
    return place, band


def counted_in(source: str, place: str, counts: Mapping[str, int]) -> tuple[Leg, ...]:
    """Legs that bring unnamed people from `source` to `place`, one for each band above zero.

    >>> counted_in("outside", "reception", {"woman": 2, "man": 0})
    (Leg(source='outside/woman', target='reception/woman', count=2, people=()),)
    """
    return tuple(
        Leg(account(source, band), account(place, band), count)
        for band, count in counts.items()
        if count
    )


def resolved(place: str, drawn: Iterable[tuple[str, str]]) -> tuple[Leg, ...]:
    """Legs that give counted people their names: unnamed −1, named +1, no total changes.

    `drawn` pairs each person with the band they were counted in, or with an outside account
    ("outside") when nobody had counted them before.

    >>> resolved("reception", [("p1", "woman"), ("p2", "girl"), ("p3", "woman")])[0]
    Leg(source='reception/woman', target='reception/named', count=2, people=('p1', 'p3'))
    """
    groups: dict[str, list[str]] = {}
    for person, band in drawn:
        source = account(place, band) if band in UNNAMED_BANDS else account(band, NAMED)
        groups.setdefault(source, []).append(person)
    target = account(place, NAMED)
    return tuple(
        Leg(source, target, len(people), tuple(people)) for source, people in groups.items()
    )


def moved(source: str, target: str, people: Iterable[str]) -> tuple[Leg, ...]:
    """One leg for named people who go together from one place to another.

    >>> moved("reception", "convoy:C7", ["p1", "p2"])[0].count
    2
    """
    everyone = tuple(people)
    if not everyone:
        return ()
    return (Leg(account(source, NAMED), account(target, NAMED), len(everyone), everyone),)


def reversal(legs: Iterable[Leg]) -> tuple[Leg, ...]:
    """The legs that undo these: the same people, the other way.

    >>> reversal([Leg("a/man", "b/man", 3)])
    (Leg(source='b/man', target='a/man', count=3, people=()),)
    """
    return tuple(Leg(leg.target, leg.source, leg.count, leg.people) for leg in legs)


def faults(legs: Iterable[Leg]) -> list[str]:
    """What is wrong with a posting, in words; empty when it may be posted.

    >>> faults([Leg("outside/man", "reception/named", 2, ("p1",))])
    ['outside/man to reception/named: 2 counted, 1 named']
    """
    found = []
    for leg in legs:
        bands = (split_account(leg.source)[1], split_account(leg.target)[1])
        where = f"{leg.source} to {leg.target}"
        if leg.count <= 0 or leg.count > PEOPLE_PER_POSTING_MAX:
            found.append(f"{where}: {leg.count} is no number of people to move")
        if any(band not in BANDS for band in bands):
            found.append(f"{where}: no such band")
        if NAMED in bands and len(set(leg.people)) != leg.count:
            found.append(f"{where}: {leg.count} counted, {len(set(leg.people))} named")
    return found


def balances(legs: Iterable[Leg]) -> dict[str, int]:
    """The balance of every account the legs touch; the values sum to zero.

    >>> sorted(balances([Leg("outside/man", "reception/man", 3)]).items())
    [('outside/man', -3), ('reception/man', 3)]
    """
    total: Counter[str] = Counter()
    for leg in legs:
        total[leg.source] -= leg.count
        total[leg.target] += leg.count
    assert sum(total.values()) == 0, "a posting made or lost people"
    return dict(total)
