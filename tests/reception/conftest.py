"""A station with a gate, a clerk there, and their phone."""

from collections.abc import Callable

import pytest
from django.test import Client

from serai.access.accounts import create_account
from serai.core.events import HouseholdRegistered, PlaceOpened, StationOpened
from serai.core.ledger import resolved
from serai.core.people import Names, Person
from serai.core.places import Place
from serai.journal.identity import this_station
from serai.journal.store import Author, writing
from serai.reception.commands import ArrivalDraft, count_arrival
from serai.registry.models import Arrival

PASSWORD = "four words for tests"
PLACES = (
    Place(place="front", name="Front line", name_ar="خط الجبهة", kind="front", position=1),
    Place(place="reception", name="Reception", name_ar="الاستقبال", kind="reception", position=2),
    Place(place="al-hol", name="Al-Hol camp", name_ar="مخيم الهول", kind="camp", position=3),
)


@pytest.fixture
def clerk() -> Author:
    """The author at the gate."""
    return Author("gate-clerk", "reception")


@pytest.fixture
def station(db: None) -> None:
    """A fresh station whose places are open."""
    with writing(Author("opener", "station")) as pen:
        pen.append(
            StationOpened(at=pen.now_ms, station=this_station(), name="Desert", public_key="00")
        )
        for place in PLACES:
            pen.append(PlaceOpened(at=pen.now_ms, place=place))


@pytest.fixture
def signed_in(station: None) -> Callable[..., Client]:
    """A browser of somebody with a role and a place."""

    def sign_in(role: str = "gate-clerk", place: str = "reception") -> Client:
        user = create_account(role, role, place, PASSWORD)
        browser = Client()
        browser.force_login(user)
        return browser

    return sign_in


@pytest.fixture
def count_in(station: None, clerk: Author) -> Callable[..., Arrival]:
    """Counts a group in and answers its row."""

    def count(**counts: int) -> Arrival:
        body = count_arrival(ArrivalDraft(place="reception", counts=counts), clerk)
        return Arrival.objects.get(id=body.arrival)

    return count


@pytest.fixture
def name_somebody(clerk: Author) -> Callable[..., None]:
    """Registers a household of one out of a group."""

    def name(group: Arrival, band: str, token: str = "") -> None:
        with writing(clerk) as pen:
            person = Person(person=pen.new_id(), names=Names(own="Salma"), sex="female")
            body = HouseholdRegistered(
                at=pen.now_ms,
                household=pen.new_id(),
                place="reception",
                members=(person,),
                token=token,
                arrival=group.id,
                legs=resolved("reception", [(person.person, band)]),
            )
            pen.append(body)

    return name
