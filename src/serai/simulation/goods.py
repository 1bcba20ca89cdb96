"""Relief in the story: what everybody is due, hand-outs, and the lorries that fill the stores."""

from serai.core.clock import DAY_MS
from serai.core.events import EntitlementSet, ReliefHanded, StockLeg, StockMoved
from serai.core.relief import Entitlement, handed_from, period_of, quantity_for, store_account
from serai.simulation.days import DAYS, END_MS, day_of, moment
from serai.simulation.population import Family
from serai.simulation.story import Story

Row = tuple[Entitlement, str, str, str]

FOOD, WATER, BLANKET = "ready-food", "water", "blanket"
PARCEL, HYGIENE, WINTER, JERRYCAN = "food-parcel", "hygiene-kit", "winter-kit", "jerrycan"
MONTH = 30  # days that a parcel lasts
TABLE: tuple[Row, ...] = (
    (Entitlement(FOOD, FOOD, "person", 1, 1), "Ready food", "طعام جاهز", "ration"),
    (Entitlement(WATER, WATER, "person", 6, 1), "Water", "ماء", "litre"),
    (Entitlement(BLANKET, BLANKET, "person", 1, 0), "Blanket", "بطانية", "blanket"),
    (Entitlement(PARCEL, PARCEL, "household", 1, MONTH), "Food parcel", "سلة غذائية", "parcel"),
    (Entitlement(HYGIENE, HYGIENE, "household", 1, MONTH), "Hygiene kit", "حقيبة نظافة", "kit"),
    (Entitlement(WINTER, WINTER, "household", 1, 0), "Winter kit", "حقيبة شتوية", "kit"),
    (Entitlement(JERRYCAN, JERRYCAN, "household", 2, 0), "Jerrycan", "جركن ماء", "can"),
)  # fmt: skip
ENTITLEMENTS = {row[0].entitlement: row[0] for row in TABLE}
AT_RECEPTION = (FOOD, WATER, BLANKET)
ON_THE_WAY = (FOOD, WATER)
AT_CAMP = (FOOD, WATER, PARCEL, HYGIENE, WINTER, JERRYCAN)
DAY_BY_DAY = frozenset((FOOD, WATER))
RESERVE = 1.2
WEEK_DAYS = 7
STORES = 6


def set_entitlements(story: Story, at: int) -> None:
    """What everybody is due from the first morning on."""
    for due, name, name_ar, unit in TABLE:
        body = EntitlementSet(
            at=at, entitlement=due.entitlement, item=due.item, name=name, name_ar=name_ar,
            unit=unit, per=due.per, quantity=due.quantity, period_days=due.period_days,
        )  # fmt: skip
        story.log.add(body, "coordinator", "relief")


def hand_out(story: Story, family: Family, place: str, at: int, what: tuple[str, ...]) -> None:
    """Gives a household what it is due and did not get today."""
    today = int(period_of(at, 1))
    if family.fed_on == today:
        what = tuple(key for key in what if key not in DAY_BY_DAY)
    if BLANKET not in family.parcels and place == "al-hol":
        what = (*what, BLANKET)
    if not what:
        return
    family.fed_on = today
    family.parcels += tuple(key for key in what if key not in DAY_BY_DAY)
    family.parcel_at = at if PARCEL in what else family.parcel_at
    _hand(story, family, place, at, what, story.worker(f"{place}-store", STORES))


def hand_out_again(story: Story) -> None:
    """A parcel lasts thirty days; then the household stands in line in the camp for the next."""
    for number, family in enumerate(story.named_at_camp):
        store_keeper = f"al-hol-store-{1 + number % STORES}"
        first = family.parcel_at + MONTH * DAY_MS
        for at in range(first, END_MS, MONTH * DAY_MS) if family.parcel_at else ():
            if family.collector(at):
                _hand(story, family, "al-hol", at, (PARCEL, HYGIENE), store_keeper)


def _hand(
    story: Story, family: Family, place: str, at: int, what: tuple[str, ...], actor: str
) -> None:
    size = len(family.humans)
    due = [ENTITLEMENTS[key] for key in what]
    quantities = {one.item: quantity_for(one.per, one.quantity, size) for one in due}
    _note(story, place, at, quantities)
    body = ReliefHanded(
        at=at, household=family.household, place=place, store=place,
        grants=tuple(f"{one.entitlement}|{period_of(at, one.period_days)}" for one in due),
        legs=handed_from(place, quantities), token=family.token, collected_by=family.collector(at),
    )  # fmt: skip
    story.log.add(body, actor, "relief", (family.registered,))


def fill_stores(story: Story) -> None:
    """Every week, before it begins, lorries bring what the week will need and a fifth more."""
    for place in dict.fromkeys(place for place, _ in story.issued):
        for first in range(0, DAYS, WEEK_DAYS):
            at = moment(first - 1, 14.2) if first else moment(0, 3.5)
            legs = tuple(_brought(story, place, first))
            if legs:
                body = StockMoved(at=at, legs=legs, reason="weekly delivery")
                story.log.add(body, f"{place}-store-1", "relief")


def _brought(story: Story, place: str, first: int) -> list[StockLeg]:
    legs = []
    for (store, item), by_day in story.issued.items():
        if store == place:
            need = sum(by_day.get(day, 0) for day in range(first, first + WEEK_DAYS))
            if need:
                count = int(need * RESERVE) + 1
                legs.append(StockLeg("supplier", store_account(place), item, count))
    return legs


def _note(story: Story, place: str, at: int, quantities: dict[str, int]) -> None:
    day = day_of(at)
    for item, quantity in quantities.items():
        by_day = story.issued.setdefault((place, item), {})
        by_day[day] = by_day.get(day, 0) + quantity
