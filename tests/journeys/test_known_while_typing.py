"""The desk types what a woman is called: who was registered in Arabic stands there at once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect
from tests.journeys.test_two_records import ARABIC, registered
from tests.journeys.walking import Walk, people_at_work

from serai.access.models import Search

AtWork = Callable[..., Walk]


@pytest.fixture
def at_work(browser: Browser, served: str) -> AtWork:
    return people_at_work(browser, served)


def test_a_kunya_in_latin_letters_shows_her_before_its_second_word_is_finished(
    at_work: AtWork,
) -> None:
    registered(ARABIC, "al-hol")
    desk = at_work("registration").goto("/registration/")
    page = desk.page
    page.keyboard.press("Enter")
    page.keyboard.type("Um Abdulr")
    likely = page.locator("#likely li")
    expect(likely).to_have_count(1)
    expect(likely).to_contain_text("أم عبد الرحمن")
    page.keyboard.type("ahman")
    for text in ("", "", "", "f", "~27", "", "qaim"):
        page.keyboard.press("Enter")
        page.keyboard.type(text)
    expect(likely).to_contain_text("the years of birth agree")
    desk.look()
    assert Search.objects.count() <= 2  # what is typed on is one line of the log


def test_the_search_follows_the_typing_of_names_and_tokens(at_work: AtWork) -> None:
    registered(ARABIC, "al-hol")
    desk = at_work("registration").goto("/registration/search/")
    found = desk.page.locator("#found")
    desk.page.keyboard.type("Um Abdulr", delay=30)
    expect(found).to_contain_text("أم عبد الرحمن")
    desk.page.keyboard.type("ahman", delay=30)
    expect(found.locator("tbody tr")).to_have_count(1)
    assert Search.objects.count() == 1  # and that is the line for all of it
    desk.page.fill("#q", "7K00-019D")
    expect(found).to_contain_text("is no token")
    desk.page.fill("#q", "")
    expect(found).to_contain_text("No household was registered here yet")
    desk.look()


def test_what_somebody_says_of_her_finds_her_in_the_search(at_work: AtWork) -> None:
    registered(ARABIC, "al-hol")
    desk = at_work("registration").goto("/registration/search/")
    desk.page.keyboard.type("Um Abdulrahman, about 27, Qaim")
    desk.keys("Enter").says("أم عبد الرحمن")
