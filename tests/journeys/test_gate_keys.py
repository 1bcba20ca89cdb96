"""A clerk at the gate with a keyboard, or with letters twice as large: nothing needs a mouse."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from tests.journeys.walking import open_at

from serai.registry.models import Arrival

Enter = Callable[..., Page]
STEPS_MAX = 14


def test_a_group_is_counted_without_a_mouse(enter: Enter) -> None:
    page = enter("reception")
    open_at(page, "/reception/")
    expect(page.locator("#id_total")).to_be_focused()
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    assert _focused(page) == "came_from"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert _focused(page) == "came_by"  # a group of pills is one stop
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    assert Arrival.objects.get().total == 12
    with page.expect_navigation():
        page.keyboard.press("Alt+n")
    expect(page.locator("#id_total")).to_be_focused()


def test_every_field_of_the_gate_is_reached_by_enter(enter: Enter) -> None:
    page = enter("reception")
    open_at(page, "/reception/")
    reached = [_focused(page)]
    for _ in range(STEPS_MAX):
        page.keyboard.press("Enter")
        reached.append(_focused(page))
        if reached[-1] == "":  # the button
            break
    assert {"total", "came_from", "came_by", "man", "woman", "boy", "girl"} <= set(reached)


def test_nothing_hangs_over_the_edge_when_letters_are_four_times_as_large(enter: Enter) -> None:
    page = enter("reception")
    page.set_viewport_size({"width": 320, "height": 256})  # 1280 x 1024 at 400 percent
    open_at(page, "/reception/")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_phone_is_not_covered_by_letters(enter: Enter) -> None:
    page = enter("reception")
    phone = page.context.browser.new_context(  # type: ignore[union-attr]
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True,
        storage_state=page.context.storage_state(),
    )  # fmt: skip
    held = phone.new_page()
    open_at(page, "/reception/")
    held.goto(page.url)
    expect(held.locator("#id_total")).not_to_be_focused()
    phone.close()


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.name || ''"))
