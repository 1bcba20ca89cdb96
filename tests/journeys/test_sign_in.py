"""Somebody signs in on a phone and sees their room."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from tests.conftest import PASSWORD, make_account


def test_a_clerk_signs_in_by_the_front_door(served: str, page: Page) -> None:
    make_account("reception")
    page.goto("/")
    page.fill("[name=username]", "gate-clerk")
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("main")).to_contain_text("Reception")


def test_a_wrong_password_is_refused_in_words(served: str, page: Page) -> None:
    make_account("reception")
    page.goto("/")
    page.fill("[name=username]", "gate-clerk")
    page.fill("[name=password]", "not these words")
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("[name=password]")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("Reception")


def test_somebody_signed_in_stays_so(enter: Callable[..., Page]) -> None:
    page = enter("situation")
    page.goto("/")
    expect(page.locator("[name=password]")).to_have_count(0)
