"""A screener on a tablet: at most four taps a person, counted."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.a_family import FATHER, SON, register, who
from tests.journeys.walking import open_at

from serai.registry.models import Separation
from serai.screening.models import Screening

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
TAPS_A_PERSON_MAX = 4
TARGET_PIXELS_MIN = 44


class Thumb:
    """Taps and counts; typing a token is the scanner's work."""

    def __init__(self) -> None:
        self.taps = 0

    def tap(self, what: Locator) -> None:
        box = what.bounding_box()
        assert box is not None, what
        assert box["height"] >= TARGET_PIXELS_MIN - 0.5, what
        what.click()
        self.taps += 1


@pytest.fixture
def tablet(enter: Callable[..., Page]) -> Page:
    page = enter("screening", place="reception")
    page.set_viewport_size({"width": 768, "height": 1024})
    return page


def test_a_whole_family_passes_in_three_taps(tablet: Page) -> None:
    token, thumb = register(), Thumb()
    open_at(tablet, "/screening/")
    expect(tablet.locator("#q")).to_be_focused()
    tablet.keyboard.type(token)
    thumb.tap(tablet.get_by_role("button", name="Find"))
    thumb.tap(tablet.locator("label.chip", has_text="Family"))
    thumb.tap(tablet.get_by_role("button", name="Goes on"))
    expect(tablet.locator("#q")).to_be_focused()  # ready for the next token
    assert Screening.objects.count() == 4
    assert thumb.taps / Screening.objects.count() <= TAPS_A_PERSON_MAX
    assert thumb.taps == 3


def test_one_person_of_a_family_passes_in_four_taps(tablet: Page) -> None:
    token, thumb = register(), Thumb()
    open_at(tablet, "/screening/")
    tablet.keyboard.type(token)
    thumb.tap(tablet.get_by_role("button", name="Find"))
    thumb.tap(tablet.get_by_role("link", name="Only Omar"))
    thumb.tap(tablet.locator("label.chip", has_text="Medical"))
    thumb.tap(tablet.get_by_role("button", name="Sees a nurse"))
    expect(tablet.locator("#q")).to_be_focused()
    assert [row.person for row in Screening.objects.all()] == [who(SON)]
    assert thumb.taps <= TAPS_A_PERSON_MAX


def test_a_separation_is_typed_once_with_everything_prefilled(tablet: Page) -> None:
    token = register()
    open_at(tablet, f"/screening/?q={token}")
    tablet.get_by_role("link", name="Only Hasan").click()
    tablet.locator("label.chip", has_text="Men").last.click()
    tablet.get_by_role("button", name="Separate site").click()
    tablet.get_by_label("Taken to").select_option("screening")
    tablet.get_by_label("Why").fill("Identity to be cleared")
    tablet.get_by_label("Who decided it").fill("Team 2")
    tablet.get_by_role("button", name="Put on record").click()
    expect(tablet.locator("#q")).to_be_focused()
    held = Separation.objects.get()
    assert held.person == who(FATHER)
    assert held.kin.count("jubouri-") == 3


def test_the_keyboard_alone_is_enough(tablet: Page) -> None:
    token = register()
    open_at(tablet, "/screening/")
    tablet.keyboard.type(token)
    tablet.keyboard.press("Enter")
    tablet.locator('input[name="lane"]').first.focus()
    tablet.keyboard.press("Space")
    tablet.get_by_role("button", name="Goes on").focus()
    tablet.keyboard.press("Enter")
    expect(tablet.locator("#q")).to_be_focused()
    assert Screening.objects.count() == 4
