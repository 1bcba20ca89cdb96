"""Events of relief: what households are due, what is in store, what was handed out once."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from serai.core.counts import Count
from serai.core.events.body import Body, event, household, person

Per = Literal["person", "household"]


class Item(msgspec.Struct, frozen=True, omit_defaults=True):
    """A quantity of one item: its key ("water"), and how many of its units."""

    item: str
    quantity: Count


class StockLeg(msgspec.Struct, frozen=True, array_like=True):
    """Goods go between stock accounts: a store id, `supplier`, `issued`, `lost`, `found`."""

    source: str
    target: str
    item: str
    quantity: Count


@event("entitlement_set")
class EntitlementSet(Body, frozen=True, omit_defaults=True, kw_only=True):
    """What everybody is due from now on: an item, per person or household, once a period of days.

    `period_days` 0 means once in all. `name` and `name_ar` are what the desk reads out, `unit`
    the word for one ("litre", "blanket").
    """

    entitlement: str
    item: str
    name: str
    name_ar: str
    unit: str
    per: Per
    quantity: Count
    period_days: Count

    def subjects(self) -> Iterable[str]:
        return (f"entitlement:{self.entitlement}",)


@event("stock_moved")
class StockMoved(Body, frozen=True, omit_defaults=True, kw_only=True):
    """Goods came in, went between stores, or were lost, damaged or found (`reason`)."""

    legs: tuple[StockLeg, ...]
    reason: str = ""

    def subjects(self) -> Iterable[str]:
        return ()


@event("stock_counted")
class StockCounted(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A store was counted: an assertion about one item, like a headcount."""

    store: str
    item: str
    quantity: Count

    def subjects(self) -> Iterable[str]:
        return (f"store:{self.store}",)


@event("relief_handed")
class ReliefHanded(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A household got goods. `grants` names each entitlement and period it used up.

    A grant is `entitlement|period`, the period counted from 1970 in steps of `period_days`
    ("0" for once in all). The same grant twice for one household is a double hand-out.
    `reason` is filled when a person overrode a refusal.
    """

    household: str
    place: str
    store: str
    grants: tuple[str, ...]
    legs: tuple[StockLeg, ...]
    token: str = ""
    collected_by: str = ""
    reason: str = ""

    def subjects(self) -> Iterable[str]:
        keys = [household(self.household)]
        return [*keys, person(self.collected_by)] if self.collected_by else keys

    def seen(self) -> tuple[str, Iterable[str]]:
        return self.place, (self.collected_by,) if self.collected_by else ()


@event("relief_returned")
class ReliefReturned(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A hand-out was taken back at the desk (undo): goods return, the grants are free again."""

    household: str
    event: str
    legs: tuple[StockLeg, ...]
    cause: str = ""

    def subjects(self) -> Iterable[str]:
        return (household(self.household),)
