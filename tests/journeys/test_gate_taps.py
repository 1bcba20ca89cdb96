"""A clerk with one thumb counts a truck in: at most six taps, on a phone, in a real browser."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from serai.access.accounts import create_account
from serai.core.events import PlaceOpened, StationOpened
from serai.core.places import Place
from serai.journal.identity import this_station
from serai.journal.store import Author, writing
from serai.reception.commands import ArrivalDraft, count_arrival
from serai.registry.models import Arrival

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

TAPS_MAX = 6
PHONE = {"width": 390, "height": 844}
GATE = Author("gate-clerk", "reception")


class Thumb:
    """Taps on the page, and counts the taps."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def tap(self, name: str) -> None:
        self.page.get_by_role("button", name=re.compile(f"^{name}")).first.tap()
        self.taps += 1

    def choose(self, label: str) -> None:
        self.page.locator("label.chip", has_text=label).first.tap()
        self.taps += 1


@pytest.fixture
def phone(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A phone signed in at the gate, after one earlier truck from the front."""
    with writing(Author("opener", "station")) as pen:
        opening = StationOpened(at=pen.now_ms, station=this_station(), name="Gate", public_key="0")
        pen.append(opening)
        for name, kind in (("front", "front"), ("reception", "reception")):
            pen.append(PlaceOpened(at=pen.now_ms, place=Place(name, name.title(), kind=kind)))
    truck = ArrivalDraft("reception", {"unknown": 38}, came_from="front", came_by="truck")
    count_arrival(truck, GATE)
    browser_session = Client()
    browser_session.force_login(create_account("gate-clerk", "gate-clerk", "reception", "x" * 12))
    cookie = {
        "name": settings.SESSION_COOKIE_NAME,
        "value": browser_session.cookies[settings.SESSION_COOKIE_NAME].value,
        "url": live_server.url,
    }
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    context.add_cookies([cookie])
    page = context.new_page()
    page.goto(f"{live_server.url}/reception/")
    yield page
    context.close()


def test_a_truck_of_43_takes_at_most_six_taps(phone: Page) -> None:
    thumb = Thumb(phone)
    thumb.tap("40 more: People")
    for _ in range(3):
        thumb.tap("1 more: People")
    thumb.tap("Count in")
    phone.wait_for_url("**/reception/0*/")
    group = Arrival.objects.get(code="G-2")
    assert (group.total, group.came_from, group.came_by) == (43, "front", "truck")
    assert thumb.taps <= TAPS_MAX
    assert "Counted 43 people in" in phone.inner_text("main")


def test_another_origin_and_vehicle_still_take_at_most_six_taps(phone: Page) -> None:
    thumb = Thumb(phone)
    thumb.tap("10 more: People")
    thumb.tap("5 more: People")
    thumb.choose("Hajin")
    thumb.choose("Minibus")
    thumb.choose("Wounded")
    thumb.tap("Count in")
    phone.wait_for_url("**/reception/0*/")
    group = Arrival.objects.get(code="G-2")
    assert (group.total, group.came_from, group.came_by) == (15, "hajin", "minibus")
    assert group.conditions == '["wounded"]'
    assert thumb.taps <= TAPS_MAX


def test_what_a_thumb_taps_is_big_enough(phone: Page) -> None:
    small = phone.evaluate(
        """() => [...document.querySelectorAll("main button, main .chip, main a.button")]
            .filter((one) => one.offsetParent)
            .map((one) => [one.innerText, one.getBoundingClientRect()])
            .filter(([, box]) => box.width < 44 || box.height < 44)
            .map(([text]) => text)"""
    )
    assert small == []
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
