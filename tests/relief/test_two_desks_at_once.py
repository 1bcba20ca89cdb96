"""Two desks of one station serve the same token at the same moment: only one hands out."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from serai.core.events import HouseholdRegistered, Item, PlaceOpened, StationOpened
from serai.core.ledger import resolved
from serai.core.people import Names, Person
from serai.core.places import Place
from serai.core.refusal import Refusal
from serai.journal.identity import this_station
from serai.journal.store import Author, writing
from serai.registry.models import Discrepancy
from serai.relief.commands import hand_out, receive_delivery, set_entitlement
from serai.relief.drafts import EntitlementDraft, HandoutDraft
from serai.relief.queries import stock_of

pytestmark = pytest.mark.django_db(transaction=True)
DESKS = 4
KEEPER = Author("storekeeper", "relief")


@pytest.fixture
def household() -> str:
    """A household in a camp that gives one blanket a person, once."""
    with writing(Author("opener", "station")) as pen:
        opening = StationOpened(at=pen.now_ms, station=this_station(), name="Camp", public_key="0")
        pen.append(opening)
        pen.append(PlaceOpened(at=pen.now_ms, place=Place("al-hol", "Al-Hol", kind="camp")))
        person = Person(person=pen.new_id(), names=Names(own="Salma"))
        body = HouseholdRegistered(
            at=pen.now_ms,
            household=pen.new_id(),
            place="al-hol",
            members=(person,),
            legs=resolved("al-hol", [(person.person, "outside")]),
        )
        pen.append(body)
    blanket = EntitlementDraft("blanket", "Blanket", "blanket", "person", 1, 0)
    set_entitlement(blanket, KEEPER)
    receive_delivery("al-hol", [Item("blanket", 9)], "", KEEPER)
    return body.household


def test_only_one_desk_hands_the_blanket_out(household: str) -> None:
    def serve(desk: int) -> str | Refusal:
        try:
            draft = HandoutDraft(household, "al-hol", ("blanket",))
            return hand_out(draft, Author(f"desk-{desk}", "relief"))
        finally:
            connection.close()

    with ThreadPoolExecutor(DESKS) as desks:
        answers = list(desks.map(serve, range(DESKS)))
    assert sum(isinstance(answer, str) for answer in answers) == 1
    assert sum("already got Blanket" in str(answer) for answer in answers) == DESKS - 1
    assert stock_of("al-hol") == {"blanket": 8}
    assert not Discrepancy.objects.exists()
