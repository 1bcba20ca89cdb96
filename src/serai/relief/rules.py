"""What relief refuses, and in which words: each rule says what to do instead."""

from collections import Counter
from collections.abc import Mapping, Sequence

from serai.core import relief
from serai.core.events import StockLeg
from serai.core.refusal import Refusal, gettext_noop
from serai.core.relief import PERIOD_DAYS_MAX, QUANTITY_MAX, store_account
from serai.journal.store import Pen
from serai.registry.rules import place_refusal, time_refusal
from serai.relief import words
from serai.relief.drafts import EntitlementDraft
from serai.relief.models import Entitlement, Grant
from serai.relief.queries import members_of, stock_of

ITEMS_PER_DELIVERY_MAX = 20


def wrong_desk(place: str, at: int, pen: Pen) -> Refusal | None:
    """A place nobody opened, or a time that has not come."""
    return place_refusal(place) or time_refusal(at, pen.now_ms)


def given_before(owed: Sequence[relief.Due], given: Mapping[str, Grant]) -> Refusal:
    """What was handed out before: what, when, where and by whom."""
    one = next(one for one in owed if one.grant in given)
    grant = given[one.grant]
    row = Entitlement.objects.get(id=one.entitlement)
    return Refusal(
        gettext_noop(
            "This household already got %(what)s: %(when)s, %(where)s, handed out by %(who)s."
        ),
        {
            "what": words.name_of(row),
            "when": words.moment(grant.at),
            "where": words.place_name(grant.place),
            "who": grant.actor,
        },
        field="entitlements",
    )


def not_in_store(place: str, goods: Mapping[str, int]) -> Refusal | None:
    """More is to be handed out than stands in the store."""
    return _short(
        place,
        goods,
        gettext_noop(
            "Only %(left)s of %(item)s are left in the store of %(where)s; %(wanted)s are needed. "
            "Write down the delivery first, or hand out the rest."
        ),
        field="entitlements",
    )


def wrong_goods(place: str, legs: tuple[StockLeg, ...]) -> Refusal | None:
    """Goods that cannot be moved: none, too many, or more than stand here."""
    if not legs or any(not leg.item for leg in legs):
        return Refusal(gettext_noop("Choose what came or went."), field="item")
    if len(legs) > ITEMS_PER_DELIVERY_MAX:
        return Refusal(
            gettext_noop("Write down at most %(most)s items at once."),
            {"most": ITEMS_PER_DELIVERY_MAX},
            field="item",
        )
    if any(not 0 < leg.quantity <= QUANTITY_MAX for leg in legs):
        return no_quantity()
    goods = Counter[str]()
    for leg in legs:
        if leg.source == store_account(place):
            goods[leg.item] += leg.quantity
    return _short(
        place,
        goods,
        gettext_noop(
            "Only %(left)s of %(item)s are left in the store of %(where)s. "
            "Count the store if more stands there."
        ),
        field="quantity",
    )


def no_quantity() -> Refusal:
    """A quantity nobody can carry."""
    return Refusal(
        gettext_noop("Type a quantity between 1 and %(most)s."),
        {"most": QUANTITY_MAX},
        field="quantity",
    )


def wrong_entitlement(draft: EntitlementDraft) -> Refusal | None:
    """An entitlement that cannot be set, and why."""
    if not draft.name.strip():
        return Refusal(gettext_noop("Give it the name that is read out at the desk."), field="name")
    if not 0 <= draft.quantity <= relief.QUANTITY_PER_GRANT_MAX:
        return Refusal(
            gettext_noop("Type a quantity between 0 and %(most)s; 0 ends it."),
            {"most": relief.QUANTITY_PER_GRANT_MAX},
            field="quantity",
        )
    if not 0 <= draft.period_days <= PERIOD_DAYS_MAX:
        return Refusal(
            gettext_noop("Type the days between two hand-outs, 0 for once in all, 366 at most."),
            field="period_days",
        )
    known = Entitlement.objects.filter(id=draft.entitlement).exists()
    if draft.entitlement and not known:
        return Refusal(gettext_noop("This entitlement is not in the books."), field="name")
    if not draft.entitlement and Entitlement.objects.filter(name__iexact=draft.name).exists():
        return Refusal(
            gettext_noop("%(name)s is in the list already. Change it there."),
            {"name": draft.name},
            field="name",
        )
    return None


def wrong_collector(household: str, collected_by: str) -> Refusal | None:
    """Somebody who does not belong to the household."""
    if not collected_by or any(one.id == collected_by for one in members_of(household)):
        return None
    return Refusal(
        gettext_noop("Only a member of the household can be noted. Choose one, or nobody."),
        field="collected_by",
    )


def _short(place: str, goods: Mapping[str, int], sentence: str, *, field: str) -> Refusal | None:
    """The sentence about the first item of which less stands in the store than is wanted."""
    held = stock_of(place)
    short = next((item for item, wanted in goods.items() if held.get(item, 0) < wanted), None)
    if short is None:
        return None
    facts: dict[str, str | int] = {
        "left": max(held.get(short, 0), 0),
        "item": words.item_name(short),
        "where": words.place_name(place),
        "wanted": goods[short],
    }
    return Refusal(sentence, facts, field=field)
