"""What is printed holds every name and fits an A4 sheet: paper is used when the battery dies."""

from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import Page, expect
from tests.a_family import DAUGHTER, FATHER, MOTHER, SON, register, who
from tests.convoys.loading import MARSHAL, new_convoy

from serai.convoys.commands import board
from serai.core.refusal import Refusal
from serai.journal.store import Author
from serai.registry.members import today
from serai.screening.commands import separate
from serai.screening.rules import SeparationDraft

PAPER = {"width": 703, "height": 1000}  # A4 within the margins of the stylesheet
Enter = Callable[..., Page]


def printed(page: Page, address: str) -> Page:
    page.set_viewport_size(PAPER)
    page.goto(address)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    return page


def test_the_check_off_list_prints_every_name_with_a_box_and_no_button(enter: Enter) -> None:
    marshal = enter("convoys")
    register()
    convoy = new_convoy().convoy
    assert not isinstance(board(convoy, "jubouri", MARSHAL), Refusal)
    page = printed(marshal, f"/convoys/{convoy}/check-off/")
    for name in ("Hasan", "Layla", "Omar", "Noor"):
        expect(page.locator(".chip", has_text=name)).to_be_visible()
    expect(page.locator("h2", has_text="Truck 1 · 0/4")).to_be_visible()  # of two trucks, which
    box = "getComputedStyle(document.querySelector('.chip span'), '::before').borderTopStyle"
    assert page.evaluate(box) == "solid"
    expect(page.get_by_role("button", name="The marked are here")).to_be_hidden()


def test_the_reviews_print_who_is_apart(enter: Enter) -> None:
    screener = enter("screening")
    register()
    apart = SeparationDraft(
        household="jubouri", people=(who(FATHER),),
        kin=(who(MOTHER), who(SON), who(DAUGHTER)), reason="Questions", authority="Team 2",
        place="reception", target="screening",
        review_on=(today() + timedelta(days=7)).isoformat(),
    )  # fmt: skip
    assert not isinstance(separate(apart, Author("samir", "screening")), Refusal)
    page = printed(screener, "/screening/reviews/")
    expect(page.locator("table")).to_contain_text("Hasan")
    expect(page.locator("table th a", has_text="Hasan")).to_be_visible()


def test_the_books_fit_the_sheet_with_their_last_column(enter: Enter) -> None:
    page = printed(enter("situation"), "/situation/books/")
    last = page.get_by_role("columnheader", name="last headcount").bounding_box()
    assert last
    assert last["x"] + last["width"] <= PAPER["width"]


def test_the_sitrep_stands_close_enough_for_two_sheets(enter: Enter) -> None:
    register()
    page = printed(enter("situation"), "/situation/sitrep/")
    tall = "all => Math.max(...all.map(one => one.getBoundingClientRect().height))"
    assert page.locator("#places tbody tr").evaluate_all(tall) <= 20  # 27 where boxes are ticked
    tops = "all => new Set(all.map(one => one.getBoundingClientRect().top)).size"
    assert page.locator(".stat").evaluate_all(tops) == 1


def test_a_convoys_paper_holds_who_is_on_it_and_not_who_waits(enter: Enter) -> None:
    marshal = enter("convoys")
    register()
    register("waiting", number=2)
    convoy = new_convoy().convoy
    assert not isinstance(board(convoy, "jubouri", MARSHAL), Refusal)
    page = printed(marshal, f"/convoys/{convoy}/")
    expect(page.get_by_role("heading", name="On the list")).to_be_visible()
    expect(page.get_by_role("heading", name="Longest waiting here")).to_be_hidden()
