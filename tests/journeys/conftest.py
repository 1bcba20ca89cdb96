"""Browser journeys: Debian's chromium against a served station with a real SQLite file."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer
from tests.conftest import make_account, open_station
from tests.journeys.walking import PATIENCE_MS

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PICTURES = Path("screenshots")
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what needs a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One chromium for all journeys."""
    with sync_playwright() as playwright:
        # playwright keeps a loop in this thread, and Django takes that for asynchronous code
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
        expect.set_options(timeout=PATIENCE_MS)
        chromium = playwright.chromium.launch(
            executable_path=chromium_here(), args=CHROMIUM_ARGUMENTS
        )
        yield chromium
        chromium.close()
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def served(live_server: LiveServer) -> str:
    """The address of a served station whose places are open."""
    open_station()
    return str(live_server.url)


@pytest.fixture
def context(
    browser: Browser, served: str, request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    """A browser without memory; what it saw last is kept in screenshots/ when the test fails."""
    fresh = browser.new_context(base_url=served, locale="en-GB", service_workers="allow")
    fresh.set_default_timeout(PATIENCE_MS)
    failures = request.session.testsfailed
    yield fresh
    if request.session.testsfailed > failures:
        PICTURES.mkdir(exist_ok=True)
        for number, page in enumerate(fresh.pages):
            page.screenshot(path=PICTURES / f"{request.node.name}-{number}.png")
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page in which nobody is signed in."""
    return context.new_page()


@pytest.fixture
def enter(context: BrowserContext, served: str) -> Callable[..., Page]:
    """`enter("convoys")`: a page in which somebody with that room's role is signed in."""

    def sign_in(room: str, role: str = "", place: str = "") -> Page:
        client = Client()
        client.force_login(make_account(room, role, place))
        name = settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": served}])
        return context.new_page()

    return sign_in


def chromium_here() -> str:
    """Where the browser of this machine is."""
    wished = os.environ.get("SERAI_CHROMIUM", "")
    found = wished or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), "")
    if not found:
        pytest.fail("no chromium on the PATH; make test installs it on Debian")
    return found
