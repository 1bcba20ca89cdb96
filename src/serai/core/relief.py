"""What a household is due, how often, and how a second hand-out of the same thing is noticed.

A *grant* is one use of one entitlement by one household: `entitlement|period`. Periods are
counted from 1970 in steps of the entitlement's days, so every station cut off from the others
names the same grant alike, and two hand-outs of it meet when the stations do.
"""

from collections.abc import Collection, Iterable, Mapping

import msgspec

from serai.core.clock import DAY_MS
from serai.core.events.relief import Per, StockLeg

ONCE = "0"  # the period of an entitlement that is handed out once in all
QUANTITY_MAX = 100_000_000  # grams in a hundred lorries; more in one leg is a slip of the finger

QUANTITY_PER_GRANT_MAX = 100_000
PERIOD_DAYS_MAX = 366

STORE = "store:"
SUPPLIER = "supplier"
ISSUED = "issued"
LOST = "lost"
DAMAGED = "damaged"
FOUND = "found"


class Entitlement(msgspec.Struct, frozen=True):
    """What everybody is due of one item: so much per person or household, once a period."""

    entitlement: str
    item: str
    per: Per
    quantity: int
    period_days: int


class Due(msgspec.Struct, frozen=True):
    """One entitlement of one household now: the grant it would use up, and how much that is."""

    entitlement: str
    item: str
    grant: str
    quantity: int
    given: bool


def period_of(at_ms: int, period_days: int) -> str:
    """The period a moment falls in, counted from 1970; `ONCE` when the period never ends.

    >>> period_of(15 * DAY_MS, 7), period_of(0, 1), period_of(99 * DAY_MS, 0)
    ('2', '0', '0')
    """
    return str(at_ms // (period_days * DAY_MS)) if period_days > 0 else ONCE


def period_starts_at(at_ms: int, period_days: int) -> int:
    """When the period of this moment began.

    >>> period_starts_at(15 * DAY_MS + 5, 7) == 14 * DAY_MS
    True
    """
    return at_ms - at_ms % (period_days * DAY_MS) if period_days > 0 else 0


def grant_of(entitlement: str, at_ms: int, period_days: int) -> str:
    """The grant a hand-out at this moment uses up.

    >>> grant_of("water", 15 * DAY_MS, 7)
    'water|2'
    """
    return f"{entitlement}|{period_of(at_ms, period_days)}"


def split_grant(grant: str) -> tuple[str, str]:
    """Entitlement and period of a grant.

    >>> split_grant("water|2")
    ('water', '2')
    """
    entitlement, _, period = grant.rpartition("|")
    return entitlement, period


def quantity_for(per: Per, quantity: int, size: int) -> int:
    """How much a household of this size is due.

    >>> quantity_for("person", 15, 5), quantity_for("household", 2, 5)
    (75, 2)
    """
    return quantity * size if per == "person" else quantity


def due(
    entitlements: Iterable[Entitlement], size: int, granted: Collection[str], at_ms: int
) -> list[Due]:
    """Every entitlement with the quantity for this household, and whether it was given already.

    >>> water = Entitlement("water", "water", "person", 15, 1)
    >>> [(one.quantity, one.given) for one in due([water], 4, {"water|3"}, 3 * DAY_MS)]
    [(60, True)]
    """
    return [
        Due(
            one.entitlement,
            one.item,
            grant := grant_of(one.entitlement, at_ms, one.period_days),
            quantity_for(one.per, one.quantity, size),
            grant in granted,
        )
        for one in entitlements
        if one.quantity > 0
    ]


def handed_twice(handouts: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Grants that more than one hand-out used up, each with its hand-outs in the order given.

    >>> handed_twice({"e1": ["water|3", "soap|0"], "e2": ["water|3"], "e3": ["water|4"]})
    {'water|3': ['e1', 'e2']}
    """
    users: dict[str, list[str]] = {}
    for handout, grants in handouts.items():
        for grant in dict.fromkeys(grants):
            users.setdefault(grant, []).append(handout)
    return {grant: several for grant, several in users.items() if len(several) > 1}


def store_account(place: str) -> str:
    """The stock account of the store at a place.

    >>> store_account("al-hol")
    'store:al-hol'
    """
    return STORE + place


def handed_from(place: str, quantities: Mapping[str, int]) -> tuple[StockLeg, ...]:
    """Legs that take goods from the store of a place and hand them out.

    >>> handed_from("al-hol", {"water": 60, "soap": 0})
    (StockLeg(source='store:al-hol', target='issued', item='water', quantity=60),)
    """
    return tuple(
        StockLeg(store_account(place), ISSUED, item, quantity)
        for item, quantity in quantities.items()
        if quantity
    )


def stock_reversal(legs: Iterable[StockLeg]) -> tuple[StockLeg, ...]:
    """The legs that bring the same goods back.

    >>> stock_reversal([StockLeg("a", "b", "soap", 2)])
    (StockLeg(source='b', target='a', item='soap', quantity=2),)
    """
    return tuple(StockLeg(leg.target, leg.source, leg.item, leg.quantity) for leg in legs)


def within(number: int, most: int) -> int:
    """The number held between 0 and `most`: what a forged body may hold beyond fits no table.

    >>> within(2**70, 366), within(-1, 366), within(7, 366)
    (366, 0, 7)
    """
    return min(max(number, 0), most)


def stock_entries(legs: Iterable[StockLeg]) -> list[tuple[str, str, int]]:
    """What the legs do to each account and item; it sums to zero over all accounts.

    Legs that no clerk could have written (nothing, less than nothing, more than
    `QUANTITY_MAX`) come only from forged bodies and move no goods.

    >>> stock_entries([StockLeg("supplier", "store:a", "soap", 9), StockLeg("x", "y", "soap", -1)])
    [('supplier', 'soap', -9), ('store:a', 'soap', 9)]
    """
    entries = []
    for leg in legs:
        if 0 < leg.quantity <= QUANTITY_MAX:
            entries.append((leg.source, leg.item, -leg.quantity))
            entries.append((leg.target, leg.item, leg.quantity))
    return entries
