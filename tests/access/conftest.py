"""A station with a few places and people, for the tests of the door."""

from collections.abc import Callable

import pytest
from django.test import Client

from serai.access.accounts import create_account
from serai.core.events import PlaceOpened, StationOpened
from serai.core.places import Place
from serai.journal.identity import this_station
from serai.journal.store import Author, writing

PASSWORD = "four words for tests"
PLACES = (
    Place(place="gate", name="Desert gate", name_ar="بوابة الصحراء", kind="reception", position=1),
    Place(place="tents", name="Field of tents", name_ar="حقل الخيام", kind="camp", position=2),
)


@pytest.fixture
def places_open(db: None) -> None:
    """A gate and a camp."""
    with writing(Author("opener", "station")) as pen:
        pen.append(
            StationOpened(at=pen.now_ms, station=this_station(), name="Desert", public_key="00")
        )
        for place in PLACES:
            pen.append(PlaceOpened(at=pen.now_ms, place=place))


@pytest.fixture
def inside(places_open: None) -> Callable[..., Client]:
    """Signs somebody in by the front door and answers their browser."""

    def sign_in(role: str, username: str = "", place: str = "") -> Client:
        name = username or role
        create_account(name, role, place, PASSWORD)
        browser = Client()
        answer = browser.post("/sign-in/", {"username": name, "password": PASSWORD})
        assert answer.status_code == 303, answer.content.decode()
        return browser

    return sign_in
