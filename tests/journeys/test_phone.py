"""A phone in one hand: what leads on is as tall as a thumb, and what counts most is in sight."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page
from tests.a_family import SON, register, who

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
THUMB = 44
PHONE = {"width": 390, "height": 844}


def box(what: Locator) -> dict[str, float]:
    found = what.bounding_box()
    assert found is not None, what
    return dict(found)


def on_a_phone(page: Page, address: str) -> Page:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return page


@pytest.mark.parametrize(
    ("room", "address"),
    [("registration", "/registration/search/"), ("relief", "/relief/distribution/")],
)
def test_the_name_of_a_row_is_as_tall_as_a_thumb(
    enter: Callable[..., Page], room: str, address: str
) -> None:
    register(place="al-hol" if room == "relief" else "reception")
    page = on_a_phone(enter(room), address)
    assert box(page.locator("tbody th a").first)["height"] >= THUMB


def test_the_books_show_how_many_are_where_without_a_push_to_the_side(
    enter: Callable[..., Page],
) -> None:
    register()
    page = on_a_phone(enter("situation"), "/situation/books/")
    total = box(page.get_by_role("columnheader", name="everybody"))
    assert total["x"] + total["width"] <= PHONE["width"]


def test_the_word_of_the_wounded_begins_where_the_name_begins(
    enter: Callable[..., Page],
) -> None:
    register()
    page = on_a_phone(enter("care", place="reception"), f"/care/person/{who(SON)}/")
    with page.expect_navigation():
        page.get_by_role("button", name="Delayed").click()
    page.goto("/care/")
    row = page.locator("a.person").first
    assert box(row.locator(".when"))["x"] == box(row.locator(".who"))["x"]


def test_the_tabs_of_relief_stand_under_the_heading_as_in_every_room(
    enter: Callable[..., Page],
) -> None:
    page = enter("relief")
    for address in ("/relief/", "/relief/distribution/", "/relief/stock/", "/relief/entitlements/"):
        on_a_phone(page, address)
        assert box(page.locator("h1"))["y"] < box(page.locator("nav.tabs"))["y"], address


def test_the_tabs_of_the_situation_room_are_one_line_and_show_where_one_is(
    enter: Callable[..., Page],
) -> None:
    page = on_a_phone(enter("situation"), "/situation/headcounts/")
    tabs = page.locator("nav.tabs a")
    lines = {round(box(tabs.nth(one))["y"]) for one in range(tabs.count())}
    assert len(lines) == 1
    here = box(page.locator("nav.tabs [aria-current]"))
    assert 0 <= here["x"] <= here["x"] + here["width"] <= PHONE["width"]
    lines = page.locator("nav.tabs[data-more]")
    assert lines.count() == 1  # an arrow says that there are more tabs
    lines.evaluate("line => line.scrollLeft = line.scrollWidth")
    lines.wait_for(state="detached")


def test_what_is_said_of_a_row_stands_side_by_side(enter: Callable[..., Page]) -> None:
    register()
    page = on_a_phone(enter("registration"), "/registration/search/")
    row = page.locator("tbody tr").first
    cells = row.locator("td[data-label]")
    heights = [round(box(cells.nth(one))["y"]) for one in range(cells.count())]
    assert len(set(heights)) < len(heights)
