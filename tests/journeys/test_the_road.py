"""A marshal closes a segment, is held back by it, and leaves with a name; on a phone too."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer
from tests.convoys.loading import MARSHAL, new_convoy, register
from tests.convoys.roads import TO_THE_CAMP, closed, noted, open_on_the_road
from tests.journeys.walking import Walk, people_at_work

from serai.convoys.commands import board
from serai.convoys.models import Convoy, Hazard
from serai.journal.verify import verify

pytestmark = pytest.mark.slow
AtWork = Callable[..., Walk]
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def served(live_server: LiveServer) -> str:
    """The address of a served station on a road that is described."""
    open_on_the_road()
    return str(live_server.url)


@pytest.fixture
def at_work(browser: Browser, served: str) -> Iterator[AtWork]:
    yield people_at_work(browser, served)
    for context in browser.contexts:
        context.close()


@pytest.mark.parametrize("phone", [False, True])
def test_a_mine_a_closed_segment_and_a_name(at_work: AtWork, phone: bool) -> None:
    register("jubouri", 3)
    board(new_convoy().convoy, "jubouri", MARSHAL)
    marshal = at_work("convoys")
    if phone:
        marshal.page.set_viewport_size(PHONE)
    note_a_mine(marshal)
    close_the_road_to_the_camp(marshal)
    leave_with_a_name(marshal)
    assert verify().differences == ()


def note_a_mine(marshal: Walk) -> None:
    marshal.goto("/convoys/").click("The road", "link").says("No hazard is noted")
    marshal.page.get_by_label("What kind").select_option("mine")
    marshal.fill("Place", "Ash Shaddadi").fill("Who says so", "Driver of truck 4")
    marshal.click("Note it").says("2 segments of the road are warned", "Driver of truck 4")
    assert marshal.page.locator("svg .pin").count() == 1
    marshal.click("Mines", "link")
    marshal.page.get_by_label("How well the place is known").select_option("area")
    marshal.click("Write it anew").says("known to 25 km only")
    assert marshal.page.locator("svg .pin").count() == 0
    assert marshal.page.locator("svg .area").count() == 1
    assert Hazard.objects.get().precision == "area"


def close_the_road_to_the_camp(marshal: Walk) -> None:
    marshal.page.locator("#set select").select_option(TO_THE_CAMP)
    marshal.choose("Closed").fill("Decided by", "Road police")
    marshal.click("This holds now").says("Closed", "Road police")


def leave_with_a_name(marshal: Walk) -> None:
    marshal.goto("/convoys/").press(marshal.page.locator("a.code").first)
    marshal.says("The road ahead", "Closed").click("Departure", "link")
    marshal.click("C-1 leaves now with 3 people").says("is closed: by Road police")
    assert Convoy.objects.get().status == "loading"
    marshal.fill("Who allows it", "Hala, field hospital").click("C-1 leaves now with 3 people")
    marshal.says("It left over a closed segment", "Hala, field hospital")
    assert re.search(r"overdue from", marshal.page.inner_text("main"))


@pytest.mark.parametrize("width", [390, 1280])
def test_the_road_reads_from_right_to_left_too(at_work: AtWork, width: int) -> None:
    closed(TO_THE_CAMP)
    noted("mine", place="Ash Shaddadi")
    noted("strike", place="Hajin", precision="area")
    marshal = at_work("convoys", language="ar")
    marshal.page.set_viewport_size({"width": width, "height": 844})
    marshal.goto("/convoys/road/").goto("/convoys/")
    assert marshal.page.get_attribute("html", "dir") == "rtl"
