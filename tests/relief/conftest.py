"""A camp with a store, things to hand out, and households with tokens."""

from collections.abc import Callable

import pytest
from django.test import Client

from serai.core.events import (
    ArrivalCounted,
    HouseholdRegistered,
    Item,
)
from serai.core.ids import token_code
from serai.core.ledger import counted_in, resolved
from serai.core.people import Names, Person
from serai.journal.store import Author, writing
from serai.registry.models import Household
from serai.relief.commands import receive_delivery, set_entitlement
from serai.relief.drafts import EntitlementDraft

TOKENS = 20


@pytest.fixture
def clerk() -> Author:
    """The storekeeper at the desk."""
    return Author("storekeeper", "relief")


@pytest.fixture
def station(station: str, clerk: Author) -> str:
    """A station with a counted group in its camp; answers the mark its tokens begin with."""
    with writing(clerk) as pen:
        pen.append(
            ArrivalCounted(
                at=pen.now_ms, arrival="group", code="G-1", place="al-hol",
                counts={"unknown": 60}, station_mark=pen.station_mark, token_first=1,
                token_last=TOKENS, legs=counted_in("outside", "al-hol", {"unknown": 60}),
            )
        )  # fmt: skip
        return pen.station_mark


@pytest.fixture
def register(station: str) -> Callable[..., Household]:
    """Registers a household of some people with the token of a number."""

    def make(number: int = 1, size: int = 4) -> Household:
        with writing(Author("desk", "registration")) as pen:
            members = tuple(
                Person(
                    person=pen.new_id(),
                    names=Names(own=f"Person{letter}", family="Household"),
                    relation="child" if letter else "head",
                )
                for letter in range(size)
            )
            body = HouseholdRegistered(
                at=pen.now_ms,
                household=pen.new_id(),
                place="al-hol",
                members=members,
                token=token_code(station, number),
                arrival="group",
                legs=resolved("al-hol", [(one.person, "unknown") for one in members]),
            )
            pen.append(body)
        return Household.objects.get(id=body.household)

    return make


@pytest.fixture
def things(station: str, clerk: Author) -> None:
    """Water daily for each person, blankets once for each, a kitchen set for each household."""
    for name, per, quantity, days in (
        ("Water", "person", 15, 1), ("Blanket", "person", 1, 0), ("Kitchen set", "household", 1, 0)
    ):  # fmt: skip
        draft = EntitlementDraft(
            item="", name=name, name_ar="", unit="", per=per, quantity=quantity, period_days=days
        )
        set_entitlement(draft, clerk)


@pytest.fixture
def stocked(things: None, clerk: Author) -> None:
    """A store with enough of everything but kitchen sets."""
    goods = [Item("water", 1000), Item("blanket", 50), Item("kitchen-set", 2)]
    receive_delivery("al-hol", goods, "first lorry", clerk)


@pytest.fixture
def signed_in(station: str, signed_in: Callable[..., Client]) -> Callable[..., Client]:
    """A browser of a storekeeper at the camp, or of another role and place."""
    return lambda role="storekeeper", place="al-hol": signed_in("relief", role, place)
