"""Somebody at work in a browser: every page they see is held against WCAG and the console."""

from collections.abc import Callable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page
from tests.conftest import make_account

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
REFUSED = "422 (Unprocessable"  # chromium's own word for a form that is sent back
AXE = Axe()
PATIENCE_MS = 30_000  # a machine shared with other work paints late; no story is a timed test
# chromium gives the focus with the first picture it paints, which is later than `load`
FOCUS_GIVEN = """() => !document.querySelector("[autofocus]:not(:disabled)")
    || document.activeElement !== document.body"""


class Walk:
    """One person's browser. Whatever page it comes to is looked at before the story goes on."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.pages_seen = 0
        self.complaints: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def goto(self, address: str) -> "Walk":
        """Opens an address."""
        open_at(self.page, address)
        return self.look()

    def click(self, name: str, role: Any = "button", *, exact: bool = False) -> "Walk":
        """Presses the first button or link of this name, which leads to another page."""
        return self.press(self.page.get_by_role(role, name=name, exact=exact).first)

    def press(self, what: Locator) -> "Walk":
        """Presses something that leads to another page."""
        with self.page.expect_navigation():
            what.click()
        return self.look()

    def keys(self, chord: str) -> "Walk":
        """Presses keys that lead to another page."""
        with self.page.expect_navigation():
            self.page.keyboard.press(chord)
        return self.look()

    def fill(self, label: str, text: str) -> "Walk":
        """Types into a field."""
        self.page.get_by_label(label, exact=True).first.fill(text)
        return self

    def choose(self, label: str) -> "Walk":
        """Taps a pill."""
        self.page.locator("label.chip", has_text=label).first.click()
        return self

    def fill_token(self, token: str) -> "Walk":
        """Scans a token: its letters, then Enter."""
        self.page.locator("#token").fill(token)
        return self.keys("Enter")

    def says(self, *texts: str) -> "Walk":
        """The page holds these words."""
        shown = self.page.inner_text("main")
        for text in texts:
            assert text in shown, f"{text!r} is not on {self.page.url}:\n{shown}"
        return self

    def never_says(self, *texts: str) -> "Walk":
        """Neither the page nor what it is made of holds these words."""
        for text in texts:
            assert text not in self.page.content(), f"{text!r} is on {self.page.url}"
        return self

    def look(self) -> "Walk":
        """Axe finds nothing, the console is silent, nothing hangs over the edge."""
        wait_for_focus(self.page)
        found = AXE.run(self.page, options=RULES).response["violations"]
        said = [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]
        assert said == [], f"{self.page.url}: {said}"
        assert self.complaints == [], f"{self.page.url}: {self.complaints}"
        assert self.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        self.pages_seen += 1
        return self

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error" and REFUSED not in message.text:
            self.complaints.append(message.text)


def open_at(page: Page, address: str) -> None:
    """Opens an address and waits until what is typed goes where the page wants it."""
    page.goto(address)
    wait_for_focus(page)


def wait_for_focus(page: Page) -> None:
    """Letters typed before the first field has the focus would be lost: nobody types that fast."""
    page.wait_for_function(FOCUS_GIVEN)


def people_at_work(browser: Browser, served: str) -> Callable[..., Walk]:
    """`at_work("camp")`: somebody of that room with a browser of their own, in any language."""

    def at_work(room: str, role: str = "", place: str = "", language: str = "") -> Walk:
        client = Client()
        client.force_login(make_account(room, role, place))
        context = browser.new_context(base_url=served, locale="en-GB", reduced_motion="reduce")
        context.set_default_timeout(PATIENCE_MS)
        cookies = {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}
        if language:
            cookies[settings.LANGUAGE_COOKIE_NAME] = language
        context.add_cookies([{"name": n, "value": v, "url": served} for n, v in cookies.items()])
        return Walk(context)

    return at_work
