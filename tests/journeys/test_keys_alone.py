"""Work without a mouse in the rooms whose pages are lists to tick and buttons to choose from."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.a_family import register
from tests.camp.sheltering import open_units, settle
from tests.journeys.walking import open_at

from serai.registry.models import Person
from serai.screening.models import Screening

Enter = Callable[..., Page]
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def send(page: Page, key: str) -> None:
    """A key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_family_passes_a_lane(enter: Enter) -> None:
    token = register()
    page = enter("screening", place="reception")
    open_at(page, "/screening/")
    page.keyboard.type(token)
    send(page, "Enter")
    page.keyboard.press("Alt+l")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Goes on")).to_be_focused()
    send(page, "Enter")
    assert Screening.objects.count() == 4
    expect(page.locator("#q")).to_be_focused()


def test_a_household_of_a_section_is_seen(enter: Enter) -> None:
    register(place="al-hol")
    open_units()
    settle("jubouri", "A-1")
    page = enter("camp")
    open_at(page, "/camp/sections/A/")
    page.get_by_role("link", name="A-1").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("[name=households]")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # opens "One by one"
    expect(page.locator("[name=people]").first).to_be_visible()
    page.get_by_role("button", name="The marked were seen today").focus()
    send(page, "Enter")
    expect(page.get_by_role("status")).to_contain_text("4 people marked as seen.")
    assert Person.objects.filter(seen_place="al-hol").count() == 4


def test_a_section_is_printed_with_everybody_in_it(enter: Enter) -> None:
    register(place="al-hol")
    open_units()
    settle("jubouri", "A-1")
    page = enter("camp")
    open_at(page, "/camp/sections/A/")
    expect(page.locator("[name=people]").first).not_to_be_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".home details")).to_have_attribute("open", "")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".home details")).not_to_have_attribute("open", "")
