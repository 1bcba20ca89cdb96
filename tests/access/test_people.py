"""The people page: who may sign in here."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client

from serai.access.accounts import training_accounts
from serai.access.models import Account
from serai.access.roles import ROLES

Inside = Callable[..., Client]
NEW = {"username": "Berivan", "role": "nurse", "place": "tents", "password": "long enough words"}


@pytest.fixture
def administrator(inside: Inside) -> Client:
    return inside("administrator", "Admin")


def test_somebody_added_may_sign_in(administrator: Client) -> None:
    answer = administrator.post("/people/new/", NEW, follow=True)
    assert "Berivan may sign in now." in answer.content.decode()
    assert Account.objects.get(user__username="Berivan").place == "tents"
    sent = Client().post("/sign-in/", {"username": "Berivan", "password": NEW["password"]})
    assert sent.status_code == 303


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("username", "admin", "is taken"),
        ("username", "", "Fill this in."),
        ("password", "short", "too short"),
        ("password", "password1234", "too common"),
        ("role", "king", "Choose from the list"),
        ("place", "moon", "Choose from the list"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_added(
    administrator: Client, field: str, typed: str, sentence: str
) -> None:
    answer = administrator.post("/people/new/", {**NEW, field: typed})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not User.objects.filter(username="Berivan").exists()


def test_only_the_administrator_opens_the_people_page(inside: Inside) -> None:
    for path in ["/people/", "/people/new/", "/people/Admin/"]:
        assert inside("coordinator").get(path).status_code == 403


def test_a_role_is_changed(administrator: Client) -> None:
    administrator.post("/people/new/", NEW)
    administrator.post("/people/Berivan/", {"role": "storekeeper", "place": ""})
    account = Account.objects.get(user__username="Berivan")
    assert (account.role, account.place) == ("storekeeper", "")


def test_a_closed_account_cannot_sign_in_until_it_is_opened_again(administrator: Client) -> None:
    administrator.post("/people/new/", NEW)
    sign_in = {"username": "Berivan", "password": NEW["password"]}
    answer = administrator.post("/people/Berivan/closing/", follow=True)
    assert "Berivan can no longer sign in." in answer.content.decode()
    assert Client().post("/sign-in/", sign_in).status_code == 422
    administrator.post("/people/Berivan/closing/")
    assert Client().post("/sign-in/", sign_in).status_code == 303


def test_the_only_administrator_can_neither_be_closed_nor_become_something_else(
    administrator: Client,
) -> None:
    closed = administrator.post("/people/Admin/closing/", follow=True)
    assert "only administrator" in closed.content.decode()
    changed = administrator.post("/people/Admin/", {"role": "nurse", "place": ""})
    assert changed.status_code == 422
    assert Account.objects.get(user__username="Admin").role == "administrator"
    assert User.objects.get(username="Admin").is_active


def test_a_new_password_replaces_the_old_one(administrator: Client) -> None:
    administrator.post("/people/new/", NEW)
    administrator.post("/people/Berivan/password/", {"password": "another long one"})
    for password, status in [(NEW["password"], 422), ("another long one", 303)]:
        sent = Client().post("/sign-in/", {"username": "Berivan", "password": password})
        assert sent.status_code == status


def test_a_password_too_short_is_refused_in_a_sentence(administrator: Client) -> None:
    administrator.post("/people/new/", NEW)
    answer = administrator.post("/people/Berivan/password/", {"password": "short"})
    assert answer.status_code == 422
    assert "too short" in answer.content.decode()


def test_training_makes_one_account_for_every_role(places_open: None) -> None:
    training_accounts("a known passphrase")
    training_accounts("a known passphrase")
    assert {account.role for account in Account.objects.all()} == set(ROLES)
    sent = Client().post("/sign-in/", {"username": "nurse", "password": "a known passphrase"})
    assert sent.status_code == 303


def test_the_list_of_people_asks_the_database_little(
    administrator: Client, asks_at_most: Callable[..., object]
) -> None:
    training_accounts("a known passphrase")
    with asks_at_most(8):
        page = administrator.get("/people/").content.decode()
    assert "tracing-officer" in page
