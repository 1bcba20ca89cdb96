"""Somebody asks for three people: reasons, a second person, a wish, and nobody told too early."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect
from tests.a_family import FATHER, MOTHER, SON, register, who
from tests.journeys.walking import Walk, people_at_work

from serai.tracing.models import Candidate

AtWork = Callable[..., Walk]
SOUGHT = (("حسن", "كريم"), ("ليلى", "يوسف"), ("عمر", "كريم"))


@pytest.fixture
def at_work(browser: Browser, served: str) -> AtWork:
    return people_at_work(browser, served)


def test_three_people_are_looked_for_verified_by_another_and_told_of_last(at_work: AtWork) -> None:
    token = register(members=(FATHER, MOTHER, SON))
    first = at_work("tracing")
    second = at_work("tracing", role="administrator", language="ar")
    second.page.set_viewport_size({"width": 390, "height": 844})
    _she_does_not_want_to_be_found(at_work("registration"), token)
    _somebody_outside_asks_for_three(first)
    request = first.page.url
    first.says("حسن = Hasan").keys("l")
    first.page.goto(request + f"?at={who(FATHER)}")
    first.says("You proposed this.")
    expect(first.page.get_by_text("They were told")).to_have_count(0)
    _verified_by_mistake_then_rightly(second)
    first.goto(request + f"?at={who(FATHER)}")
    first.choose("That they are alive").choose("In person").click("They were told")
    assert Candidate.objects.get(person=who(FATHER)).state == "told"
    _the_wish_is_respected(first, request)
    first.goto(request.split("?")[0] + "summary/").never_says("Layla")


def _she_does_not_want_to_be_found(desk: Walk, token: str) -> None:
    desk.goto(f"/tracing/wish/?token={token}")
    desk.page.get_by_role("radio", name="Layla").check()
    desk.click("Does not want to be found")


def _somebody_outside_asks_for_three(officer: Walk) -> None:
    officer.goto("/tracing/").keys("Alt+n")
    officer.page.locator("#id_name").fill("Salim Karim")
    for number, (own, father) in enumerate(SOUGHT):
        if number:
            officer.page.keyboard.press("Alt+p")
            expect(officer.page.locator(f"#id_sought-{number}-own")).to_be_focused()
        officer.page.locator(f"#id_sought-{number}-own").fill(own)
        officer.page.locator(f"#id_sought-{number}-father").fill(father)
    officer.keys("Control+Enter")
    assert officer.page.locator(".tabs a").count() == 3


def _verified_by_mistake_then_rightly(officer: Walk) -> None:
    page = officer.page
    for last in (False, True):
        officer.goto("/tracing/verifications/")
        page.locator("#id_how").fill("سألت عن اسم الأم")
        officer.press(page.locator("button[value=confirmed]"))
        assert Candidate.objects.get(person=who(FATHER)).state == "confirmed"
        if not last:
            officer.press(page.locator("form[data-undo] button"))
            assert Candidate.objects.get(person=who(FATHER)).state == "likely"


def _the_wish_is_respected(officer: Walk, request: str) -> None:
    officer.goto(request.split("?", maxsplit=1)[0] + "?sought=2")
    officer.says("Somebody who must be asked first").never_says("Layla", who(MOTHER))
