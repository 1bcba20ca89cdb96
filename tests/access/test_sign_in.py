"""Signing in: by password, in a language, to the page that was asked for."""

import pytest
from django.test import Client

from serai.access.accounts import create_account
from serai.access.models import WrongTries
from serai.access.signing_in import PAUSE_MINUTES, TRIES_MAX
from serai.core.clock import MINUTE_MS

PASSWORD = "four words for tests"


@pytest.fixture
def browser(places_open: None) -> Client:
    create_account("Rojin", "gate-clerk", "gate", PASSWORD)
    return Client()


def try_password(browser: Client, password: str, **more: str) -> object:
    return browser.post("/sign-in/", {"username": "Rojin", "password": password, **more})


def test_whoever_is_not_signed_in_is_sent_to_the_door_and_back_again(browser: Client) -> None:
    sent = browser.get("/people/")
    assert sent.headers["Location"] == "/sign-in/?next=/people/"
    assert try_password(browser, PASSWORD, next="/people/").headers["Location"] == "/people/"


def test_another_house_is_no_place_to_be_sent_to(browser: Client) -> None:
    answer = try_password(browser, PASSWORD, next="https://elsewhere.example/")
    assert answer.headers["Location"] == "/"


def test_a_wrong_password_is_said_in_a_sentence_and_keeps_the_name(browser: Client) -> None:
    answer = try_password(browser, "wrong")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Name and password do not fit." in page
    assert 'value="Rojin"' in page
    assert 'value="wrong"' not in page


def test_after_ten_wrong_tries_even_the_right_password_has_to_wait(browser: Client) -> None:
    for _ in range(TRIES_MAX):
        last = try_password(browser, "wrong")
    assert f"Too many wrong tries. Wait {PAUSE_MINUTES} minutes" in last.content.decode()
    assert try_password(browser, PASSWORD).status_code == 422


def test_the_pause_ends_after_five_minutes(
    browser: Client, now_ms: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(TRIES_MAX):
        try_password(browser, "wrong")
    monkeypatch.setenv("SERAI_NOW_MS", str(now_ms + (PAUSE_MINUTES + 1) * MINUTE_MS))
    assert try_password(browser, PASSWORD).status_code == 303
    assert not WrongTries.objects.exists()


def test_nine_wrong_tries_do_not_close_the_door(browser: Client) -> None:
    for _ in range(TRIES_MAX - 1):
        try_password(browser, "wrong")
    assert try_password(browser, PASSWORD).status_code == 303


def test_wrong_tries_count_for_a_name_however_it_is_written(browser: Client) -> None:
    for name in ["rojin", "ROJIN", " Rojin"] * 4:
        browser.post("/sign-in/", {"username": name, "password": "wrong"})
    assert try_password(browser, PASSWORD).status_code == 422


def test_empty_fields_are_marked(browser: Client) -> None:
    answer = browser.post("/sign-in/", {"username": "", "password": ""})
    assert answer.status_code == 422
    assert answer.content.decode().count('aria-invalid="true"') == 2
