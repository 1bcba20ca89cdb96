"""What relief writes: goods handed out once, taken back, brought to a store, and counted there."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

import msgspec

from serai.core import relief
from serai.core.events import (
    EntitlementSet,
    Item,
    ReliefHanded,
    ReliefReturned,
    StockCounted,
    StockLeg,
    StockMoved,
)
from serai.core.refusal import Refusal, gettext_noop
from serai.core.relief import (
    DAMAGED,
    FOUND,
    LOST,
    QUANTITY_MAX,
    STORE,
    SUPPLIER,
    handed_from,
    store_account,
)
from serai.journal.reading import event_by_id
from serai.journal.store import Author, writing
from serai.registry.models import Place
from serai.relief import words
from serai.relief.drafts import EntitlementDraft, HandoutDraft
from serai.relief.models import Handout
from serai.relief.queries import as_value, entitlements, grants_of, live_events_of
from serai.relief.queries import household as household_row
from serai.relief.rules import (
    given_before,
    no_quantity,
    not_in_store,
    wrong_collector,
    wrong_desk,
    wrong_entitlement,
    wrong_goods,
)

UNDONE = "undone"

LossKind = Literal["lost", "damaged", "found"]


def hand_out(draft: HandoutDraft, author: Author, operation: str = "") -> str | Refusal:
    """Hands goods to a household, once a period, from the store here; answers the event's id."""
    with writing(author, operation) as pen:
        household = household_row(draft.household)
        at = draft.at or pen.now_ms
        refusal = wrong_desk(draft.place, at, pen)
        if refusal:
            return refusal
        if household is None:
            return Refusal(
                gettext_noop("This household is not in the books. Scan its token again.")
            )
        owed = wrong_collector(household.id, draft.collected_by) or _chosen(
            draft, household.size, at
        )
        if isinstance(owed, Refusal):
            return owed
        given = grants_of(household.id, [one.grant for one in owed])
        if given and not draft.reason.strip():
            return given_before(owed, given)
        goods = _goods_of(owed)
        refusal = not_in_store(draft.place, goods)
        if refusal:
            return refusal
        body = ReliefHanded(
            at=at,
            household=household.id,
            place=draft.place,
            store=draft.place,
            grants=tuple(one.grant for one in owed),
            legs=handed_from(draft.place, goods),
            token=draft.token or household.token,
            collected_by=draft.collected_by,
            reason=draft.reason.strip() if given else "",
        )
        return pen.append(body, refs=tuple(sorted({row.event for row in given.values()})))


def take_back(
    handout: str, cause: str, author: Author, operation: str = ""
) -> ReliefReturned | Refusal:
    """Undoes a hand-out: the goods stand in the store again, the household may get them again."""
    with writing(author, operation) as pen:
        row = Handout.objects.filter(id=handout).first()
        if row is None:
            return Refusal(gettext_noop("This hand-out is not in the books."))
        if row.returned_at:
            return Refusal(
                gettext_noop("This hand-out was taken back before, by %(who)s at %(when)s."),
                {"who": row.returned_by, "when": words.moment(row.returned_at)},
            )
        goods = msgspec.json.decode(row.goods, type=list[tuple[str, int]])
        body = ReliefReturned(
            at=pen.now_ms,
            household=row.household,
            event=row.id,
            legs=relief.stock_reversal(handed_from(row.store, dict(goods))),
            cause=cause,
        )
        pen.append(body, refs=(row.id,))
        return body


def receive_delivery(
    place: str, items: Sequence[Item], reason: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Goods came from a supplier into the store of a place. Answers the event's id."""
    legs = tuple(StockLeg(SUPPLIER, store_account(place), one.item, one.quantity) for one in items)
    return _move(place, legs, reason, author, operation)


def send_goods(
    place: str, target: str, item: Item, reason: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Goods go from the store of a place to the store of another."""
    if place == target:
        return Refusal(
            gettext_noop("Goods cannot be sent to the store they are in."), field="target"
        )
    if not Place.objects.filter(id=target).exists():
        return Refusal(gettext_noop("This place is not in the books."), field="target")
    leg = StockLeg(store_account(place), store_account(target), item.item, item.quantity)
    return _move(place, (leg,), reason, author, operation)


def record_loss(
    place: str, what: LossKind, item: Item, reason: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Goods were lost or damaged, or some were found that no book knew."""
    if not reason.strip():
        return Refusal(gettext_noop("Say in a few words what happened."), field="reason")
    store = store_account(place)
    accounts = {
        "lost": (store, LOST),
        "damaged": (store, DAMAGED),
        "found": (FOUND, store),
    }
    leg = StockLeg(*accounts[what], item.item, item.quantity)
    return _move(place, (leg,), reason.strip(), author, operation)


def take_move_back(event: str, author: Author) -> str | Refusal:
    """Undo: the goods go back where they were, once, by whoever wrote it."""
    found = event_by_id(event)
    if found is None or not isinstance(found.body, StockMoved) or found.actor != author.actor:
        return Refusal(
            gettext_noop("Only whoever wrote this into the store's books takes it back.")
        )
    legs = relief.stock_reversal(found.body.legs)
    accounts = (one for leg in legs for one in (leg.source, leg.target))
    store = next(one for one in accounts if one.startswith(STORE))
    return _move(store.removeprefix(STORE), legs, UNDONE, author, f"undo {event}", (event,))


def count_store(
    place: str, item: Item, author: Author, operation: str = ""
) -> StockCounted | Refusal:
    """Asserts how much of an item stands in a store; changes no balance."""
    with writing(author, operation) as pen:
        refusal = wrong_desk(place, pen.now_ms, pen)
        if refusal:
            return refusal
        if not 0 <= item.quantity <= QUANTITY_MAX:
            return no_quantity()
        body = StockCounted(at=pen.now_ms, store=place, item=item.item, quantity=item.quantity)
        pen.append(body)
        return body


def set_entitlement(
    draft: EntitlementDraft, author: Author, operation: str = ""
) -> EntitlementSet | Refusal:
    """Says what everybody is due of one item from now on; a quantity of 0 ends it."""
    with writing(author, operation) as pen:
        refusal = wrong_entitlement(draft)
        if refusal:
            return refusal
        key = words.key_of(draft.name) or pen.new_id()
        body = EntitlementSet(
            at=pen.now_ms,
            entitlement=draft.entitlement or key,
            item=draft.item or key,
            name=draft.name,
            name_ar=draft.name_ar,
            unit=draft.unit,
            per=draft.per,
            quantity=draft.quantity,
            period_days=draft.period_days,
        )
        pen.append(body, refs=live_events_of(body.entitlement))
        return body


def _chosen(draft: HandoutDraft, size: int, at: int) -> list[relief.Due] | Refusal:
    rows = [as_value(row) for row in entitlements() if row.id in draft.entitlements]
    if not draft.entitlements:
        return Refusal(gettext_noop("Tick at least one thing to hand out."), field="entitlements")
    if len(rows) != len(set(draft.entitlements)):
        return Refusal(
            gettext_noop("One of these things is no longer given. Scan the token again."),
            field="entitlements",
        )
    owed = [one for one in relief.due(rows, size, (), at) if one.quantity > 0]
    if not owed:
        return Refusal(
            gettext_noop("This household has no living member in the books. Correct it first.")
        )
    return owed


def _goods_of(owed: Sequence[relief.Due]) -> Counter[str]:
    goods = Counter[str]()
    for one in owed:
        goods[one.item] += one.quantity
    return goods


def _move(
    place: str,
    legs: tuple[StockLeg, ...],
    reason: str,
    author: Author,
    operation: str,
    refs: tuple[str, ...] = (),
) -> str | Refusal:
    with writing(author, operation) as pen:
        refusal = wrong_desk(place, pen.now_ms, pen) or wrong_goods(place, legs)
        if refusal:
            return refusal
        body = StockMoved(at=pen.now_ms, legs=legs, reason=reason.strip())
        return pen.append(body, refs=refs)
