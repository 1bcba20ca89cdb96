"""Signing out, by hand and by leaving the phone on a table."""

from collections.abc import Callable

import pytest
from django.test import Client

from serai.access.accounts import create_account
from serai.access.idle import IDLE_MINUTES
from serai.core.clock import MINUTE_MS

Inside = Callable[..., Client]


def test_signing_out_closes_every_page(inside: Inside) -> None:
    browser = inside("gate-clerk")
    assert browser.get("/").status_code == 200
    answer = browser.post("/sign-out/", follow=True)
    assert "You are signed out." in answer.content.decode()
    assert browser.get("/").status_code == 302


def test_a_link_cannot_sign_anybody_out(inside: Inside) -> None:
    browser = inside("gate-clerk")
    assert browser.get("/sign-out/").status_code == 405
    assert browser.get("/").status_code == 200


def test_an_hour_without_a_touch_signs_out(
    inside: Inside, now_ms: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = inside("gate-clerk")
    browser.get("/")
    monkeypatch.setenv("SERAI_NOW_MS", str(now_ms + (IDLE_MINUTES + 1) * MINUTE_MS))
    answer = browser.get("/", follow=True)
    assert "signed out after an hour" in answer.content.decode()


def test_work_keeps_somebody_signed_in(
    inside: Inside, now_ms: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = inside("gate-clerk")
    for minutes in range(0, 3 * IDLE_MINUTES, IDLE_MINUTES // 2):
        monkeypatch.setenv("SERAI_NOW_MS", str(now_ms + minutes * MINUTE_MS))
        assert browser.get("/").status_code == 200


def test_a_closed_account_is_out_at_once(inside: Inside) -> None:
    browser = inside("gate-clerk", "Rojin")
    user = create_account("Rojin", "gate-clerk", "", "four words for tests")
    user.is_active = False
    user.save()
    assert browser.get("/").status_code == 302


def test_browsers_are_told_to_keep_no_page_of_somebody_signed_in(inside: Inside) -> None:
    browser = inside("gate-clerk")
    for page in ("/", "/reception/", "/nowhere/"):
        assert browser.get(page).headers["Cache-Control"] == "no-store"
