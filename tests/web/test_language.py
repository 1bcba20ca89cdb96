"""Choosing a language, and keeping it from page to page."""

import pytest
from django.test import Client


@pytest.mark.parametrize(
    ("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("ckb", "rtl"), ("kmr", "ltr")]
)
def test_a_chosen_language_turns_every_page_its_way(
    browser: Client, language: str, direction: str
) -> None:
    answer = browser.post("/language/", {"language": language, "next": "/"})
    assert answer.headers["Location"] == "/"
    assert f'<html lang="{language}" dir="{direction}">' in browser.get("/").content.decode()


def test_the_language_is_chosen_before_signing_in(db: None) -> None:
    client = Client()
    client.post("/language/", {"language": "ar", "next": "/sign-in/"})
    page = client.get("/sign-in/").content.decode()
    assert 'dir="rtl"' in page
    assert "تسجيل الدخول" in page


def test_the_device_s_language_is_taken_until_one_is_chosen(db: None) -> None:
    page = Client().get("/sign-in/", headers={"Accept-Language": "ar-SY"}).content.decode()
    assert '<html lang="ar" dir="rtl">' in page


def test_a_language_nobody_speaks_here_changes_nothing(browser: Client) -> None:
    browser.post("/language/", {"language": "xx", "next": "/"})
    assert '<html lang="en" dir="ltr">' in browser.get("/").content.decode()


def test_every_language_is_offered_under_its_own_name(browser: Client) -> None:
    page = browser.get("/").content.decode()
    for code, name in [("ar", "العربيّة"), ("ckb", "کوردیی ناوەندی"), ("kmr", "Kurmancî")]:
        assert f'value="{code}" lang="{code}">{name}' in page
