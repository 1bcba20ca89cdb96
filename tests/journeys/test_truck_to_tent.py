"""One family from the truck to the tent, every room with its own person, in a real browser."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect
from tests.convoys.loading import MARSHAL, new_convoy
from tests.journeys.walking import Walk, people_at_work

from serai.convoys.commands import board, depart
from serai.core.refusal import Refusal
from serai.journal.verify import verify
from serai.registry.models import Discrepancy, Person
from serai.registry.queries import balances

pytestmark = pytest.mark.slow
AtWork = Callable[..., Walk]
REASON = "Questions about the last village"
GOODS = {"water": "Drinking water", "food-ration": "Food ration"}


@pytest.fixture
def at_work(browser: Browser, served: str) -> Iterator[AtWork]:
    yield people_at_work(browser, served)
    for context in browser.contexts:
        context.close()


def test_a_family_from_the_truck_to_the_tent(at_work: AtWork) -> None:
    token = count_the_truck(at_work("reception"))
    register_the_family(at_work("registration"), token)
    pass_the_lane_without_the_father(at_work("screening", place="reception"), token)
    sort_the_child(at_work("care", place="reception"), token)
    hand_out_water_once(at_work("relief", place="reception"), token)
    send_the_convoy(at_work("convoys"), token)
    camp = at_work("camp")
    receive_all_but_huda(camp)
    give_a_tent(camp, token)
    look_for_the_father(at_work("tracing"), token)
    never_tell_others_why(at_work("situation", role="administrator"), token)
    close_the_day(at_work("situation"))
    assert verify().differences == ()


def count_the_truck(gate: Walk) -> str:
    gate.goto("/reception/")
    gate.page.get_by_role("button", name=re.compile("^40 more: People")).click()
    for _ in range(3):
        gate.page.get_by_role("button", name=re.compile("^1 more: People")).click()
    gate.choose("Truck").click("Count in")
    gate.says("Counted 43 people in", "Group G-1")
    codes = gate.page.locator(".slip .code").all_inner_texts()
    assert len(codes) > 8
    assert balances()["reception"]["unknown"] == 43
    return codes[0]


def register_the_family(desk: Walk, token: str, said: str = "5 people") -> None:
    desk.goto("/registration/")
    for text in (token[-3:], "حسين", "علي", "محمود", "الجبوري", "ذ", "٣٥", "عر", "هجي"):
        desk.page.keyboard.type(text)
        desk.page.keyboard.press("Enter")
    for text in ("ليلى", "يوسف", "", "العزاوي", "٣٠", "", "نور", "أ", "٨", "سامي", "ذ", "٤"):
        desk.page.keyboard.type(text)
        desk.page.keyboard.press("Enter")
    for text in ("هدى", "أ"):
        desk.page.keyboard.type(text)
        desk.page.keyboard.press("Enter")
    desk.page.keyboard.type("٦")
    desk.keys("Control+Enter").says(said)
    assert Person.objects.filter(token=token).count() == 5
    assert balances()["reception"] == {"unknown": 38, "named": 5}


def pass_the_lane_without_the_father(lane: Walk, token: str) -> None:
    lane.goto(f"/screening/?q={token}").click("Only حسين", "link")
    lane.page.locator("label.chip", has_text=re.compile("^Men$")).click()
    lane.click("Separate site")
    lane.page.get_by_label("Taken to").first.select_option("screening")
    lane.fill("Why", REASON).fill("Who decided it", "Team 2")
    expect(lane.page.get_by_label("Somebody looks at it again on")).not_to_have_value("")
    lane.click("Put on record").says("On record: حسين")
    lane.goto(f"/screening/?q={token}").choose("Women").click("Goes on").says("4 people: Women")
    lane.goto("/screening/reviews/").says("حسين")


def sort_the_child(tent: Walk, token: str) -> None:
    tent.goto(f"/care/?q={token}").press(tent.page.locator("a.person", has_text="سامي"))
    tent.click("Delayed").says("سامي", "Delayed")
    tent.goto("/care/").says("سامي")


def hand_out_water_once(store: Walk, token: str) -> None:
    store.goto("/relief/").goto("/relief/entitlements/")
    for thing in GOODS.values():
        card = store.page.locator("section.card", has_text=thing)
        store.press(card.get_by_role("link", name="Begin with this"))
        store.click("Set", exact=False).says(f"{thing} is set.")
    for item in GOODS:
        store.goto("/relief/stock/delivery/")
        store.page.get_by_label("What", exact=True).select_option(item)
        store.fill("How much", "٩٠٠").click("Write down")
    store.goto("/relief/").fill_token(token)
    store.says("Due now").keys("Enter").says(f"Handed out to {token}")
    store.fill_token(token).says("Everything this household is due was handed out", "storekeeper")
    store.says("Desert reception")


def send_the_convoy(marshal: Walk, token: str) -> None:
    marshal.goto("/convoys/").click("Open a convoy", "link")
    marshal.page.get_by_label("Where to").select_option("al-hol")
    marshal.fill("Trucks", "1").click("Open the convoy")
    marshal.fill("Token", token).click("Put the whole family on").says("4")
    marshal.click("Check people off", "link")
    marshal.page.locator("#code").fill(token)
    marshal.keys("Control+Enter").says("4 of 4 on board")
    marshal.click("Departure", "link").click("C-1 leaves now with 4 people")
    assert balances()["reception"] == {"unknown": 38}
    assert balances()["screening"] == {"named": 1}


def receive_all_but_huda(camp: Walk) -> None:
    camp.goto("/camp/").click("Receive C-1", "link").choose("هدى")
    camp.click("All but the marked are here").says("3 of 4 received", "A family is split")
    camp.click("Close the receipt", "link").says("هدى").click("Close with 1 missing")
    lost = Discrepancy.objects.get(kind="convoy")
    assert Person.objects.get(own="هدى").id in lost.people
    assert balances()["al-hol"] == {"named": 3}


def give_a_tent(camp: Walk, token: str) -> None:
    camp.goto("/camp/units/").fill("Section", "P4-B2").fill("Last number", "3")
    camp.click("Open the units").goto("/camp/waiting/").says(token)
    camp.goto(f"/camp/?find={token}").says("3 people here")
    camp.press(camp.page.locator(".tiles button").first).goto("/camp/").says("3")
    for asked in (token, "ليلى العز"):
        camp.goto("/camp/")
        camp.page.locator("#find").fill(asked)
        camp.keys("Enter").says("ليلى")
    camp.goto(f"/camp/?find={token}").says("Sleeps in P4-B2-1", "Screening site, held apart")


def look_for_the_father(office: Walk, token: str) -> None:
    office.goto(f"/tracing/?q={token}")
    office.says("حسين", "Screening site, held apart", "review on", "left with a convoy")
    office.never_says(REASON)
    office.click("Why they were parted", "link").says(REASON, "Team 2")
    office.goto(f"/tracing/?q={token}")
    office.press(
        office.page.locator("li", has_text="حسين").get_by_role("link", name="Look for").first
    )
    office.click("Open the request").says("حسين").goto("/tracing/").says("حسين")


def never_tell_others_why(administrator: Walk, token: str) -> None:
    administrator.goto(f"/tracing/?q={token}").says("حسين").never_says(REASON, "Why they were")
    address = administrator.page.url
    for page in ("/screening/reviews/", f"/camp/?find={token}", f"/registration/search/?q={token}"):
        administrator.goto(page).never_says(REASON)
    assert administrator.page.request.get(f"{address}reasons/").status == 403


def close_the_day(room: Walk) -> None:
    room.goto("/situation/").goto("/situation/books/")
    room.says("inside and outside together: 0", "Convoy C-1: 1 got on and did not come off")
    room.press(room.page.locator(".worklist a").first).says("هدى")
    room.goto("/situation/headcounts/")
    room.page.get_by_label("Place", exact=True).select_option("reception")
    room.fill("People counted", "36").click("Write the headcount").says("fewer than expected")
    room.goto("/situation/books/").says("36 people were counted, 38 are in the books.")
    room.press(room.page.locator(".worklist a", has_text="Desert reception"))
    room.says("Desert reception", "−2" if "−2" in room.page.inner_text("main") else "-2")
    room.fill("What happened", "Two were at the well").click("Write it down")
    assert sum(sum(bands.values()) for bands in balances().values()) == 0


def test_gate_desk_and_camp_work_from_right_to_left_in_arabic(at_work: AtWork) -> None:
    gate = at_work("reception", language="ar").goto("/reception/")
    gate.page.locator("#id_total").fill("٤٣")
    gate.keys("Control+Enter").says("G-1", "43")
    token = gate.page.locator(".slip .code").first.inner_text()
    for page in ("", "groups/", "?"):
        gate.goto(f"/reception/{page}")
    desk = at_work("registration", language="ar")
    register_the_family(desk, token, "5 أفراد")
    desk.goto(f"/registration/search/?q={token}").says("حسين", "هدى")
    desk.press(desk.page.locator("table a, .people a").first).says("الجبوري")
    family = Person.objects.filter(token=token).first()
    assert family
    convoy = new_convoy().convoy
    assert not isinstance(board(convoy, family.household, MARSHAL), Refusal)
    assert not isinstance(depart(convoy, MARSHAL), Refusal)
    camp = at_work("camp", language="ar").goto("/camp/")
    camp.press(camp.page.locator(f'a[href="/camp/receipt/{convoy}/"]'))
    camp.press(camp.page.locator('button[value="everybody"]')).says("5")
    camp.goto("/camp/units/")
    camp.page.locator("#id_section").fill("P4-B2")
    camp.page.locator("#id_last").fill("٣")
    camp.keys("Control+Enter").goto(f"/camp/?find={token}")
    camp.press(camp.page.locator(".tiles button").first).goto(f"/camp/?find={token}")
    camp.says("P4-B2-1", "حسين علي محمود الجبوري")
    for walk in (gate, desk, camp):
        assert walk.page.locator("html").get_attribute("dir") == "rtl"
        assert walk.page.locator("html").get_attribute("lang") == "ar"
    assert verify().differences == ()
