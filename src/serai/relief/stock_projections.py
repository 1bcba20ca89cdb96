"""How events become the store's tables: what stands there, what changed, what was counted."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from serai.core.events import ReliefHanded, ReliefReturned, StockCounted, StockMoved
from serai.core.events.relief import StockLeg
from serai.core.relief import QUANTITY_MAX, STORE, stock_entries, within
from serai.journal.projection import Derived, Listed, Summed, Term
from serai.journal.recorded import Recorded
from serai.relief.models import Stock, StockChange, StockMove, StoreCount

GOODS_EVENTS = (ReliefHanded, ReliefReturned, StockMoved)


class StockSums(Summed):
    """How much of every item stands in every account; over all accounts it is zero."""

    model = Stock
    reads = GOODS_EVENTS
    sums = ("quantity",)

    def terms(self, event: Recorded) -> Iterable[Term]:
        for account, item, quantity in _entries(_legs(event)):
            yield (account, item), (quantity,)

    def group(self, account: str, item: str) -> dict[str, Any]:
        return {"id": f"{account}|{item}", "account": account, "item": item}


class StockChanges(Summed):
    """What every moment changed in the stores; outside accounts have no past to ask for."""

    model = StockChange
    reads = GOODS_EVENTS
    sums = ("quantity",)

    def terms(self, event: Recorded) -> Iterable[Term]:
        at = event.body.at
        for account, item, quantity in _entries(_legs(event)):
            if account.startswith(STORE):
                yield (account, item, at), (quantity,)

    def group(self, account: str, item: str, at: int) -> dict[str, Any]:
        return {"id": f"{at}|{account}|{item}", "account": account, "item": item, "at": at}


class StockMoves(Listed):
    """Deliveries, transfers and losses, one row a leg."""

    model = StockMove
    reads = (StockMoved,)

    def rows_of(self, event: Recorded) -> Iterable[dict[str, Any]]:
        body = event.body
        assert isinstance(body, StockMoved)
        for number, leg in enumerate(body.legs):
            if stock_entries([leg]):
                yield {
                    "subject": f"stock:{event.id}",
                    "id": f"{event.id}#{number}",
                    "at": body.at,
                    "source": leg.source,
                    "target": leg.target,
                    "item": leg.item,
                    "quantity": leg.quantity,
                    "reason": body.reason,
                    "actor": event.actor,
                }


class StoreCounts(Derived):
    """Every count of a store."""

    model = StoreCount
    prefix = "store"
    reads = (StockCounted,)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[dict[str, Any]]:
        for event in events:
            body = event.body
            assert isinstance(body, StockCounted)
            yield {
                "id": event.id,
                "store": identity,
                "item": body.item,
                "at": body.at,
                "quantity": within(body.quantity, QUANTITY_MAX),
                "actor": event.actor,
            }


@lru_cache(maxsize=4_000)
def _entries(legs: tuple[StockLeg, ...]) -> tuple[tuple[str, str, int], ...]:
    """What hand-outs do to the stores; families of one size get the same."""
    return tuple(stock_entries(legs))


def _legs(event: Recorded) -> tuple[StockLeg, ...]:
    body = event.body
    return body.legs if isinstance(body, GOODS_EVENTS) else ()
