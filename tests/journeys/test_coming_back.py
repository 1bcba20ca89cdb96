"""Pressing Back in a browser that keeps pages as they were left: nothing is swallowed or shown."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from tests.conftest import make_account
from tests.journeys.conftest import CHROMIUM_ARGUMENTS, chromium_here

from serai.registry.models import Arrival

# playwright switches off by itself what every clerk's browser does
KEEPS_PAGES = ["--disable-back-forward-cache"]


@pytest.fixture
def gate(browser: Browser, served: str) -> Iterator[Page]:
    """The gate in a browser that keeps the pages left as they were."""
    client = Client()
    client.force_login(make_account("reception"))
    name = settings.SESSION_COOKIE_NAME
    keeping = browser.browser_type.launch(
        executable_path=chromium_here(), args=CHROMIUM_ARGUMENTS, ignore_default_args=KEEPS_PAGES
    )
    context = keeping.new_context(base_url=served, locale="en-GB")
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": served}])
    yield context.new_page()
    keeping.close()


def test_the_next_truck_counted_on_the_page_one_came_back_to_is_another(gate: Page) -> None:
    gate.goto("/reception/")
    for people in ("11", "12"):
        gate.fill("#id_total", people)
        gate.get_by_role("button", name="Count in").click()
        expect(gate.get_by_role("heading", level=1)).to_contain_text("Group")
        gate.evaluate("history.back()")
        expect(gate.locator("#id_total")).to_have_value("")
    assert sorted(Arrival.objects.values_list("total", flat=True)) == [11, 12]


def test_back_after_signing_out_shows_nothing(gate: Page) -> None:
    gate.goto("/reception/groups/")
    gate.locator("details.menu summary").last.click()
    gate.get_by_role("button", name="Sign out").click()
    expect(gate.locator("[name=password]")).to_be_visible()
    gate.evaluate("history.back()")
    expect(gate).to_have_url(re.compile("next=/reception/groups/"))
    expect(gate.locator("[name=password]")).to_be_visible()
