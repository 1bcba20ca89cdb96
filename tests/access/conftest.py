"""A station with a few places and people, for the tests of the door."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.conftest import PASSWORD, open_station

from serai.access.accounts import create_account
from serai.core.places import Place

PLACES = (
    Place(place="gate", name="Desert gate", name_ar="بوابة الصحراء", kind="reception", position=1),
    Place(place="tents", name="Field of tents", name_ar="حقل الخيام", kind="camp", position=2),
)


@pytest.fixture
def places_open(db: None) -> None:
    """A gate and a camp."""
    open_station(PLACES)


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
