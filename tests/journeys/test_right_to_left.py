"""The same pages from right to left: what begins a line stands where an Arabic line begins."""

from collections.abc import Callable

import pytest
from django.conf import settings
from playwright.sync_api import Locator, Page
from tests.a_family import SON, register, who

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PIXEL = 1.5


def in_arabic(page: Page, served: str) -> Page:
    cookie = {"name": settings.LANGUAGE_COOKIE_NAME, "value": "ar", "url": served}
    page.context.add_cookies([cookie])
    page.set_viewport_size({"width": 390, "height": 844})
    return page


def right(what: Locator) -> float:
    box = what.bounding_box()
    assert box is not None, what
    return box["x"] + box["width"]


def test_a_token_in_the_waiting_list_begins_its_line(
    enter: Callable[..., Page], served: str
) -> None:
    token = register()
    page = in_arabic(enter("screening", place="reception"), served)
    page.goto("/screening/")
    code = page.locator(".who .code", has_text=token)
    assert right(code) == pytest.approx(right(page.locator(".who").first), abs=PIXEL)


def test_a_code_in_a_message_stays_on_one_line(enter: Callable[..., Page], served: str) -> None:
    page = in_arabic(enter("reception"), served)
    page.goto("/reception/")
    page.locator("#id_total").fill("43")
    with page.expect_navigation():
        page.locator("button.primary").click()
    code = page.locator(".message bdi")
    assert code.inner_text().startswith("G-")
    box, line = code.bounding_box(), code.evaluate("one => one.getClientRects().length")
    assert box is not None
    assert line == 1


def test_whom_to_send_along_is_a_name_and_then_words_in_either_language(
    enter: Callable[..., Page], served: str
) -> None:
    register()
    page = enter("care", place="reception")
    page.goto(f"/care/referral/{who(SON)}/")
    chip = page.locator("label.chip", has_text="Layla")
    name = chip.locator("bdi").bounding_box()
    assert name is not None
    assert chip.locator("bdi").inner_text() == "Layla Yusuf"
    assert name["x"] < chip.bounding_box()["x"] + 60  # type: ignore[index]
