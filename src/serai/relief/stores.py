"""What the store's page asks: what stands in every store, what came and went, the last counts."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from serai.core.relief import STORE, store_account
from serai.journal import sql
from serai.relief import words
from serai.web.letters import reads_arabic

COUNTS_SHOWN_MAX = 10
_STORES = (
    "SELECT account, item, quantity FROM relief_stock WHERE account >= %s AND account < %s"
    " ORDER BY account, item"
)
_ITEMS = "SELECT item, name, name_ar, unit FROM relief_entitlement ORDER BY quantity, id"
_MOVES_COUNT = "SELECT COUNT(*) FROM relief_stockmove WHERE source = %s OR target = %s"
_MOVES = (
    "SELECT at, source, target, item, quantity, reason, actor FROM relief_stockmove"
    " WHERE source = %s OR target = %s ORDER BY at DESC, id DESC LIMIT %s OFFSET %s"
)
_COUNTS = (
    "SELECT told.item, told.at, told.actor, told.quantity, COALESCE((SELECT SUM(one.quantity)"
    " FROM relief_stockchange one WHERE one.account = %s AND one.item = told.item"
    " AND one.at <= told.at), 0) FROM relief_storecount told WHERE told.store = %s"
    " ORDER BY told.at DESC, told.id DESC LIMIT %s"
)


class Move(NamedTuple):
    """Goods that came, went to another store, or were lost, damaged or found."""

    at: int
    source: str
    target: str
    item: str
    quantity: int
    reason: str
    actor: str


class CountLine(NamedTuple):
    """One count of an item beside what the books said at that moment."""

    item: str
    at: int
    actor: str
    quantity: int
    expected: int

    @property
    def difference(self) -> int:
        """Counted minus expected."""
        return self.quantity - int(self.expected)

    @property
    def missing(self) -> int:
        """How much less was counted than the books say; negative when it was more."""
        return -self.difference


class MovesAt(Sequence[Move]):
    """Deliveries, transfers and losses of one store, the newest first.

    A page asks for their number and for its own part only.
    """

    def __init__(self, place: str) -> None:
        self._account = store_account(place)

    def __len__(self) -> int:
        return int((sql.one(_MOVES_COUNT, (self._account, self._account)) or (0,))[0])

    def __getitem__(self, part: Any) -> Any:
        assert isinstance(part, slice), "moves are read a page at a time"
        start = part.start or 0
        asked = (self._account, self._account, part.stop - start, start)
        return [Move(*row) for row in sql.every(_MOVES, asked)]


def stores() -> dict[str, dict[str, int]]:
    """What stands in every store, by place and item."""
    held: dict[str, dict[str, int]] = {}
    for account, item, quantity in sql.every(_STORES, (STORE, f"{STORE[:-1]};")):
        held.setdefault(account.removeprefix(STORE), {})[item] = quantity
    return held


def counts_at(place: str) -> list[CountLine]:
    """The last counts of a store, each beside the books at that moment."""
    asked = (store_account(place), place, COUNTS_SHOWN_MAX)
    return [CountLine(*row) for row in sql.every(_COUNTS, asked)]


def items() -> dict[str, str]:
    """Every item that was ever given or stocked, by its name in the reader's language."""
    named = {
        item: words.with_unit(name_ar if reads_arabic() and name_ar else name, unit)
        for item, name, name_ar, unit in sql.every(_ITEMS)
    }
    return dict(sorted(named.items(), key=lambda one: one[1]))
