"""Doors of rooms: who may enter, who writes, where they work."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from serai.access.accounts import create_account
from serai.access.roles import ROLES, ROOMS
from serai.access.rooms import RoomRequest, may, room
from serai.journal.store import Author

Inside = Callable[..., Client]


def asked_by(user: User | AnonymousUser, **session: str) -> HttpRequest:
    request = RequestFactory().get("/somewhere/")
    request.user = user
    request.session = session  # type: ignore[assignment]
    return request


@room("camp")
def at_work(request: RoomRequest) -> HttpResponse:
    return HttpResponse(f"{request.author} {request.place}")


def test_a_role_may_not_enter_another_room_and_reads_why(inside: Inside) -> None:
    browser = inside("gate-clerk")
    answer = browser.get("/convoys/")
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "The room “Convoys” is not open to the role “Gate clerk”." in page
    assert "Traceback" not in page


def test_the_door_says_who_writes_for_which_purpose_and_where(places_open: None) -> None:
    user = create_account("Hevi", "camp-registrar", "", "four words for tests")
    said = at_work(asked_by(user)).content.decode()
    assert said == f"{Author('Hevi', 'camp')} tents"


def test_the_usual_place_goes_before_a_fitting_one(places_open: None) -> None:
    user = create_account("Hevi", "camp-registrar", "gate", "four words for tests")
    assert at_work(asked_by(user)).content.decode().endswith(" gate")


def test_the_chosen_place_goes_before_the_usual_one(places_open: None) -> None:
    user = create_account("Hevi", "camp-registrar", "gate", "four words for tests")
    assert at_work(asked_by(user, place="tents")).content.decode().endswith(" tents")


def test_a_place_that_is_not_on_the_map_is_not_worked_at(places_open: None) -> None:
    user = create_account("Hevi", "camp-registrar", "nowhere", "four words for tests")
    assert at_work(asked_by(user, place="gone")).content.decode().endswith(" tents")


def test_an_account_without_a_role_opens_nothing(places_open: None) -> None:
    with pytest.raises(PermissionDenied, match="no role yet"):
        at_work(asked_by(User.objects.create_user("new")))


def test_nobody_enters_without_signing_in() -> None:
    answer = at_work(asked_by(AnonymousUser()))
    assert answer.headers["Location"] == "/sign-in/?next=/somewhere/"


@pytest.mark.parametrize("role", ROLES)
def test_only_screener_and_tracing_officer_see_why_a_family_was_parted(
    role: str, places_open: None
) -> None:
    user = create_account(role, role, "", "four words for tests")
    assert may(user, "separation reasons") == (role in {"screener", "tracing-officer"})


def test_every_room_a_role_opens_exists() -> None:
    for role in ROLES.values():
        assert set(role.rooms) <= set(ROOMS)


def test_each_place_of_work_has_a_role_that_enters_no_other() -> None:
    narrow = {role.rooms[0] for role in ROLES.values() if len(role.rooms) <= 2}
    assert narrow >= {"reception", "screening", "care", "convoys", "camp", "relief", "tracing"}
