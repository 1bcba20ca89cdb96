"""What relief's pages ask: who stands at the desk, what they are due, what is left in store."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from django.db.models import QuerySet

from serai.core import ids, relief
from serai.core.events.relief import Per
from serai.core.refusal import Refusal
from serai.core.relief import store_account
from serai.journal import sql, straight
from serai.registry.finding import household_with
from serai.registry.models import Household, Person
from serai.registry.pairs import same_households
from serai.registry.queries import family_order
from serai.relief.models import Entitlement, Grant, Handout

HANDOUTS_SHOWN_MAX = 25
_HOME_OF_SLIP = (
    "WHERE one.id = (SELECT household FROM registry_token WHERE code = %s"
    " ORDER BY withdrawn, id LIMIT 1)"
)
_STOCK = "SELECT item, quantity FROM relief_stock WHERE account = %s"
_HOMES_AT = "SELECT COUNT(*) FROM registry_presence WHERE place = %s"
_PART_AT = (
    "SELECT home.* FROM (SELECT household, token FROM registry_presence WHERE place = %s"
    " ORDER BY token, household LIMIT %s OFFSET %s) here"
    " JOIN registry_household home ON home.id = here.household ORDER BY here.token, home.id"
)
_PAIRED = (  # whether people found another record of somebody
    "EXISTS (SELECT 1 FROM registry_pair pair WHERE pair.state = 'same'"
    " AND (pair.first = one.id OR pair.second = one.id))"
)
_IN_STORE = (
    "(SELECT held.quantity FROM relief_stock held WHERE held.account = %s AND held.item = one.item)"
)
_GIVEN = "WHERE quantity > 0 ORDER BY name, id"

_JSON_GOODS = msgspec.json.Decoder(list[tuple[str, int]])
_JSON_WORDS = msgspec.json.Decoder(list[str])


class Line(msgspec.Struct, frozen=True):
    """One entitlement on a household's card."""

    entitlement: Entitlement
    grant: str
    quantity: int
    given: Grant | None
    in_store: int

    @property
    def short(self) -> bool:
        """Whether the store cannot give it."""
        return not self.given and self.in_store < self.quantity


def household_for(text: str) -> Household | Refusal:
    """The household that was registered with a token, or what to do about this token."""
    found = straight.first(Household, _HOME_OF_SLIP, (ids.token_in(text),))
    if found is not None:
        return found
    identity = household_with(text, "token")
    return identity if isinstance(identity, Refusal) else Household.objects.get(id=identity)


def household(identity: str) -> Household | None:
    """The household with this id."""
    return straight.first(Household, "WHERE id = %s", (identity,))


def entitlements() -> list[Entitlement]:
    """Everything that is given now, in the order of its name."""
    return straight.every(Entitlement, _GIVEN)


def all_entitlements() -> QuerySet[Entitlement]:
    """Everything that was ever set, what is no longer given at the end."""
    return Entitlement.objects.order_by("-quantity", "name", "id")


def grants_of(
    household: str, grants: Iterable[str], members: Iterable[Person] | None = None
) -> dict[str, Grant]:
    """The grants among these that a household has used up, also under another registration.

    With `members` at hand, other registrations are asked for only where each of them has one.
    """
    wanted = list(grants)
    # of two registrations the household's own hand-out is told, if there is one
    twice = members is None or all(getattr(one, "paired", True) for one in members)
    homes = [
        *(same_households(household) if twice else ()),
        household,
    ]
    keys = {f"{home}|{grant}": grant for home in homes for grant in wanted}
    if not keys:
        return {}
    asked = sql.padded(list(keys))
    rows = straight.every(Grant, f"WHERE id IN ({sql.marks(len(asked))})", asked)
    return {keys[row.id]: row for row in rows}


def card_of(
    household: Household, place: str, at_ms: int, members: Iterable[Person] | None = None
) -> list[Line]:
    """What a household is due now, what it got already, and whether the store can give it."""
    stocked = straight.beside(Entitlement, _IN_STORE, _GIVEN, (store_account(place),))
    rows = {row.id: row for row, _ in stocked}
    held = {row.id: int(quantity or 0) for row, (quantity,) in stocked}
    owed = relief.due(map(as_value, rows.values()), household.size, (), at_ms)
    given = grants_of(household.id, [one.grant for one in owed], members)
    return [
        Line(
            entitlement=rows[one.entitlement],
            grant=one.grant,
            quantity=one.quantity,
            given=given.get(one.grant),
            in_store=held[one.entitlement],
        )
        for one in owed
    ]


def as_value(row: Entitlement) -> relief.Entitlement:
    """The entitlement as the domain knows it."""
    per: Per = "household" if row.per == "household" else "person"
    return relief.Entitlement(row.id, row.item, per, row.quantity, row.period_days)


def handouts_to(household: str) -> list[Handout]:
    """What a household got, the newest first."""
    newest = "WHERE household = %s ORDER BY at DESC, id DESC LIMIT %s"
    return straight.every(Handout, newest, (household, HANDOUTS_SHOWN_MAX))


def handout(identity: str) -> Handout | None:
    """The hand-out with this id."""
    return straight.first(Handout, "WHERE id = %s", (identity,))


def goods_of(handout: Handout) -> list[tuple[str, int]]:
    """Items and quantities of one hand-out."""
    return _JSON_GOODS.decode(handout.goods)


def live_events_of(entitlement: str) -> tuple[str, ...]:
    """The events that a new setting of this entitlement replaces."""
    row = Entitlement.objects.filter(id=entitlement).first()
    return tuple(_JSON_WORDS.decode(row.written_by)) if row else ()


def stock_of(place: str) -> dict[str, int]:
    """What stands in the store of a place, by item."""
    return {str(item): int(much) for item, much in sql.every(_STOCK, (store_account(place),))}


def members_of(household: str) -> list[Person]:
    """The living members of a household, the head first."""
    asked = "WHERE one.household = %s AND one.alive"
    found = straight.beside(Person, _PAIRED, asked, (household,))
    for one, (paired,) in found:
        one.paired = paired  # type: ignore[attr-defined]
    return sorted((one for one, _ in found), key=family_order)


class HouseholdsAt(Sequence[Household]):
    """Households with somebody at a place by the books, in the order of their tokens.

    A page asks for its length and for its own part only.
    """

    def __init__(self, place: str) -> None:
        self._place = place

    def __len__(self) -> int:
        return int((sql.one(_HOMES_AT, (self._place,)) or (0,))[0])

    def __getitem__(self, part: Any) -> Any:
        assert isinstance(part, slice), "households are read a page at a time"
        start, end = part.start or 0, part.stop
        return list(Household.objects.raw(_PART_AT, [self._place, end - start, start]))


def granted_to(households: Iterable[str], grants: Iterable[str]) -> set[tuple[str, str]]:
    """Household and grant, wherever one of these households used one of these grants up."""
    wanted = list(grants)
    keys = {f"{one}|{grant}": (one, grant) for one in households for grant in wanted}
    if not keys:
        return set()
    asked = sql.padded(list(keys))
    found = sql.every(f"SELECT id FROM relief_grant WHERE id IN ({sql.marks(len(asked))})", asked)  # noqa: S608
    return {keys[row[0]] for row in found}
