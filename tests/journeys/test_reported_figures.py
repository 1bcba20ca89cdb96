"""A tired coordinator judges figures with one key each, and is two clicks from every sentence."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect
from tests.conftest import open_station
from tests.journeys.walking import Walk, people_at_work
from tests.situation.reporting import COORDINATOR, IRC, OCHA, accepted, report
from tests.situation.test_reported_figures import ROUTE

from serai.situation.commands import compare
from serai.situation.models import Claim, Compared

AtWork = Callable[..., Walk]


@pytest.fixture
def at_work(browser: Browser, served: str) -> AtWork:
    return people_at_work(browser, served)


def states() -> list[str]:
    return list(Claim.objects.order_by("report", "number").values_list("state", flat=True))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_one_key_accepts_rejects_and_goes_on(at_work: AtWork, language: str) -> None:
    report()
    walk = at_work("situation", language=language).goto("/situation/reports/waiting/")
    walk.says("12,000")
    walk.keys("a").says("6,000")
    walk.keys("r").says("65,000")
    assert states() == ["accepted", "rejected", "waiting"]
    walk.keys("a")
    assert states() == ["accepted", "rejected", "accepted"]
    walk.page.locator("form[data-undo] button").click()
    walk.page.wait_for_load_state()
    assert states() == ["accepted", "rejected", "waiting"]
    walk.says("65,000").look()


def test_j_and_k_walk_through_the_queue_and_c_corrects_without_a_mouse(at_work: AtWork) -> None:
    report()
    walk = at_work("situation").goto("/situation/reports/waiting/")
    walk.keys("j").says("2 of 3")
    walk.keys("k").says("1 of 3")
    walk.keys("c")
    walk.page.keyboard.press("ControlOrMeta+a")
    walk.page.keyboard.type("11000")
    walk.keys("Control+Enter")
    held = Claim.objects.get(number=0)
    assert (held.low, held.state) == (11_000, "corrected")
    walk.says("6,000")


def test_one_key_says_that_two_figures_are_a_range(at_work: AtWork) -> None:
    report(OCHA, "OCHA", "2019-03-07")
    report()
    walk = at_work("situation").goto("/situation/reports/waiting/")
    walk.says("Different figures for the same days")
    walk.keys("g")
    assert set(Compared.objects.values_list("relation", flat=True)) == {"range"}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_from_the_wall_one_click_leads_to_the_sentence_lit_up(
    at_work: AtWork, language: str
) -> None:
    open_station(ROUTE)
    low = accepted(report(OCHA, "OCHA", "2019-03-07"))[0]
    high = accepted(report())[0]
    compare([low.claim, high.claim], "range", COORDINATOR)
    walk = at_work("situation", language=language).goto("/situation/")
    walk.press(walk.page.locator(".reported a").filter(has_text="12").first)
    lit = walk.page.locator("mark:target")
    expect(lit).to_have_text("At least 12,000 people")
    expect(lit).to_be_in_viewport()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_report_is_pasted_read_and_looked_at_on_a_phone(at_work: AtWork, language: str) -> None:
    walk = at_work("situation", language=language)
    walk.page.set_viewport_size({"width": 390, "height": 844})
    walk.goto("/situation/reports/new/")
    walk.page.locator("#id_text").fill(IRC)
    walk.page.locator("#id_source").fill("IRC")
    walk.page.locator("#id_reported_on").fill("2019-03-08")
    walk.keys("Control+Enter")
    assert walk.page.locator("mark").count() == 3
    walk.goto("/situation/reports/").goto("/situation/reports/comparisons/")
    walk.goto("/situation/figures/?kind=present")
