"""How events become relief's tables: entitlements, hand-outs, grants, double hand-outs.

The store's tables stand in `stock_projections.py`.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from serai.core.events import Body, EntitlementSet, ReliefHanded, ReliefReturned
from serai.core.events.relief import StockLeg
from serai.core.registers import Write, disputed, live, shown
from serai.core.relief import (
    PERIOD_DAYS_MAX,
    QUANTITY_PER_GRANT_MAX,
    handed_twice,
    split_grant,
    within,
)
from serai.journal.projection import Batch, Derived, Parted, as_json
from serai.journal.recorded import Recorded
from serai.journal.rows import shape_of
from serai.registry.models import Discrepancy
from serai.relief.models import Entitlement, Grant, Handout
from serai.relief.stock_projections import StockChanges, StockMoves, StockSums, StoreCounts

PERIOD_LETTERS_MAX = 12
ENTITLEMENT_LETTERS_MAX = 60


class EntitlementRows(Derived):
    """The shown value of every entitlement; two stations may have set it at once."""

    model = Entitlement
    prefix = "entitlement"
    reads = (EntitlementSet,)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[dict[str, Any]]:
        alive = live([Write(event.id, event.order, event.refs, event.body) for event in events])
        body = shown(alive)
        if not isinstance(body, EntitlementSet):
            return
        newest = next(event for event in events if event.id == alive[-1].event)
        yield {
            "id": identity,
            "item": body.item,
            "name": body.name,
            "name_ar": body.name_ar,
            "unit": body.unit,
            "per": body.per,
            "quantity": within(body.quantity, QUANTITY_PER_GRANT_MAX),
            "period_days": within(body.period_days, PERIOD_DAYS_MAX),
            "set_at": body.at,
            "set_by": newest.actor,
            "disputed": disputed([_timeless(write) for write in alive]),
            "written_by": as_json([write.event for write in alive]),
        }


class HandoutRows(Parted):
    """Every hand-out to a household, those taken back included."""

    model = Handout
    prefix = "household"
    reads = (ReliefHanded, ReliefReturned)
    changing = (ReliefReturned,)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[dict[str, Any]]:
        returned = _returned(events)
        for event in events:
            body = event.body
            if not isinstance(body, ReliefHanded):
                continue
            back = returned.get(event.id)
            yield {
                "id": event.id,
                "household": identity,
                "at": body.at,
                "place": body.place,
                "store": body.store,
                "token": body.token,
                "grants": _grants_as_json(body.grants),
                "goods": _goods_as_json(body.legs),
                "collected_by": body.collected_by,
                "actor": event.actor,
                "reason": body.reason,
                "returned_at": back.body.at if back else 0,
                "returned_by": back.actor if back else "",
            }


class GrantRows(Parted):
    """Every grant a household used up, by the first hand-out that used it."""

    model = Grant
    prefix = "household"
    reads = (ReliefHanded, ReliefReturned)
    changing = (ReliefReturned,)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for event, body in _standing(events):
            for grant, entitlement, period in _used(body.grants):
                if grant in found:
                    found[grant]["times"] += 1
                    continue
                found[grant] = {
                    "id": f"{identity}|{grant}",
                    "household": identity,
                    "entitlement": entitlement,
                    "period": period,
                    "times": 1,
                    "event": event.id,
                    "at": body.at,
                    "place": body.place,
                    "actor": event.actor,
                }
        return found.values()


class DoubleHandouts(Derived):
    """A grant used twice, by two stations cut off from each other or for a reason given."""

    model = Discrepancy
    prefix = "household"
    slot = "handout"
    reads = (ReliefHanded, ReliefReturned)

    def asking(self, kinds: frozenset[type[Body]]) -> frozenset[type[Body]]:
        """Nothing beforehand: hardly any grant is used twice."""
        return frozenset()

    def apply(self, batch: Batch) -> None:
        """Looks at households again unless every grant of theirs was used for the first time."""
        if batch.complete or not _all_for_the_first_time(batch):
            super().apply(batch)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[dict[str, Any]]:
        standing = {event.id: (event, body) for event, body in _standing(events)}
        used = [grant for _, body in standing.values() for grant in body.grants]
        if len(used) == len(set(used)):
            return
        doubles = handed_twice({key: body.grants for key, (_, body) in standing.items()})
        for grant, several in doubles.items():
            first, last = standing[several[0]], standing[several[-1]]
            yield {
                "id": f"handout|{identity}|{grant}",
                "kind": "handout",
                "place": last[1].place,
                "at": last[1].at,
                "amount": len(several) - 1,
                "people": as_json([]),
                "facts": as_json(_facts(identity, grant, first, last)),
            }


def _is_plain(body: Body) -> bool:
    """Takes nothing back and names no grant that no station writes."""
    if isinstance(body, ReliefHanded):
        return len(_used(body.grants)) == len(set(body.grants))
    return not isinstance(body, ReliefReturned)


@lru_cache(maxsize=4_000)  # whoever comes for the same goods on one day uses the same grants
def _used(grants: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    """The grants a hand-out used up, taken apart, without those that no station writes."""
    told = ((grant, *split_grant(grant)) for grant in dict.fromkeys(grants))
    return tuple(one for one in told if _is_sound(one[1], one[2]))


@lru_cache(maxsize=4_000)
def _grants_as_json(grants: tuple[str, ...]) -> str:
    return as_json(grants)


@lru_cache(maxsize=4_000)
def _goods_as_json(legs: tuple[StockLeg, ...]) -> str:
    return as_json([[leg.item, leg.quantity] for leg in legs])


def _is_sound(entitlement: str, period: str) -> bool:
    return len(entitlement) <= ENTITLEMENT_LETTERS_MAX and len(period) <= PERIOD_LETTERS_MAX


def _all_for_the_first_time(batch: Batch) -> bool:
    if not all(_is_plain(event.body) for event in batch.events):
        return False
    times = shape_of(Grant).columns.index("times")
    return all(
        before is None and after is not None and after[times] == 1
        for before, after in batch.changes[Grant]
    )


def _timeless(write: Write[Any]) -> Write[Any]:
    """The write without its moment: two stations that set the same figure do not disagree."""
    body = write.value
    value = (body.item, body.name, body.name_ar, body.unit, body.per, body.quantity)
    return Write(write.event, write.order, write.replaces, (*value, body.period_days))


def _returned(events: Sequence[Recorded]) -> dict[str, Recorded]:
    back: dict[str, Recorded] = {}
    for event in events:
        if isinstance(event.body, ReliefReturned):
            back.setdefault(event.body.event, event)
    return back


def _standing(events: Sequence[Recorded]) -> list[tuple[Recorded, ReliefHanded]]:
    returned = _returned(events)
    return [
        (event, event.body)
        for event in events
        if isinstance(event.body, ReliefHanded) and event.id not in returned
    ]


def _facts(
    household: str,
    grant: str,
    first: tuple[Recorded, ReliefHanded],
    last: tuple[Recorded, ReliefHanded],
) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "household": household,
        "token": last[1].token or first[1].token,
        "entitlement": split_grant(grant)[0],
        "grant": grant,
        "reason": last[1].reason,
    }
    for word, (event, body) in (("first", first), ("second", last)):
        facts |= {
            f"{word}_event": event.id,
            f"{word}_at": body.at,
            f"{word}_place": body.place,
            f"{word}_by": event.actor,
        }
    return facts


PROJECTIONS = (
    EntitlementRows(),
    HandoutRows(),
    GrantRows(),
    DoubleHandouts(),
    StockSums(),
    StockChanges(),
    StockMoves(),
    StoreCounts(),
)
