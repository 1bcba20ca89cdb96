"""A scanner is faster than a slow laptop: no letter is lost, and Enter chooses for nobody."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect
from tests.a_family import SON, register, who
from tests.journeys.walking import open_at

from serai.care.models import Triage
from serai.convoys.commands import ConvoyDraft, open_convoy
from serai.convoys.models import Boarding, CheckOff
from serai.core.refusal import Refusal
from serai.journal.store import Author

Enter = Callable[..., Page]
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
SLOW_MS = 700
DESKS = {
    "relief": ("/relief/", "token="),
    "screening": ("/screening/", "/household/"),
    "care": ("/care/", "/household/"),
    "tracing": ("/tracing/", "/family/"),
    "camp": ("/camp/", "/shelter/"),
}


def slow(page: Page) -> None:
    """Every module of the page comes late, as on a slow laptop."""

    def wait(route: Route) -> None:
        page.wait_for_timeout(SLOW_MS)
        route.continue_()

    page.route("**/keys*.js", wait)


@pytest.mark.parametrize("room", DESKS)
def test_a_token_scanned_before_the_page_is_there_is_read_whole(enter: Enter, room: str) -> None:
    address, found = DESKS[room]
    token = register(place="al-hol" if room in ("relief", "camp") else "reception")
    page = enter(room)
    slow(page)
    page.goto(address, wait_until="commit")
    page.locator("main").wait_for(state="attached")  # its modules are not there yet
    page.keyboard.type(token)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{found}**")
    expect(page.locator("main")).to_contain_text("Hasan")


def test_the_next_token_scanned_while_a_page_is_on_its_way_is_found(enter: Enter) -> None:
    first = register("first", place="al-hol")
    second = register("second", place="al-hol", number=2)
    page = enter("relief")
    open_at(page, "/relief/")
    page.route("**/relief/?*", lambda route: (page.wait_for_timeout(SLOW_MS), route.continue_()))
    page.keyboard.type(first)
    page.keyboard.press("Enter")
    page.keyboard.type(second)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(second)


def test_enter_pressed_twice_sends_once(enter: Enter) -> None:
    token, page = register(place="al-hol"), enter("relief")
    open_at(page, "/relief/")
    page.route("**/relief/?*", lambda route: (page.wait_for_timeout(SLOW_MS), route.continue_()))
    page.keyboard.type(token)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**token=*")
    page.wait_for_timeout(2 * SLOW_MS)
    assert page.url.endswith(f"token={token}")  # and not to a page without a token
    expect(page.locator("h1")).to_contain_text(token)


def test_a_token_scanned_over_an_open_card_opens_the_next_and_hands_nothing_out(
    enter: Enter,
) -> None:
    first = register("first", place="al-hol")
    second = register("second", place="al-hol", number=2)
    page = enter("relief")
    open_at(page, f"/relief/?token={first}")
    page.locator("h1").click()
    page.keyboard.type(second)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(second)


def test_a_wrong_token_is_overwritten_by_the_next_scan(enter: Enter) -> None:
    token = register()
    page = enter("screening")
    open_at(page, "/screening/?q=7K00-0000")
    expect(page.get_by_role("alert")).to_contain_text("check letter")
    page.keyboard.type(token)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page).to_have_url(page.url.split("/screening/")[0] + "/screening/household/jubouri/")


def test_a_scan_puts_a_family_on_a_convoy(enter: Enter) -> None:
    token = register()
    opened = open_convoy(
        ConvoyDraft("reception", "al-hol", (("Truck", 1, 40),)), Author("karim", "convoys")
    )
    assert not isinstance(opened, Refusal)
    page = enter("convoys", place="reception")
    open_at(page, f"/convoys/{opened.convoy}/")
    page.keyboard.type(token)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert Boarding.objects.count() == 4
    open_at(page, f"/convoys/{opened.convoy}/check-off/")
    page.locator("label.chip").first.click()
    page.keyboard.press("Enter")  # once chose "All are here", the first button of the form
    page.wait_for_timeout(SLOW_MS)
    assert not CheckOff.objects.exists()


def test_enter_in_a_note_sorts_nobody(enter: Enter) -> None:
    register()
    page = enter("care", place="reception")
    open_at(page, f"/care/person/{who(SON)}/")
    page.get_by_label("Note").fill("burns")
    page.keyboard.press("Enter")
    page.wait_for_timeout(SLOW_MS)
    assert not Triage.objects.exists()
