"""A hazard is noted by hand or out of a report, corrected, lifted; a pin only where it is known."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from tests.convoys.roads import ALONG_THE_KHABUR, noted

from serai.convoys.models import Hazard
from serai.convoys.road.commands import lift_hazard, undo
from serai.core.events import HazardNoted
from serai.core.refusal import Refusal
from serai.journal.store import Author, writing
from serai.journal.verify import verify

SignedIn = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("station")
OTHER = Author("rami", "convoys")
TODAY = date.today()
TYPED = {
    "what": "mine",
    "place": "Ash Shaddadi",
    "precision": "town",
    "from_on": (TODAY - timedelta(days=3)).isoformat(),
    "source": "Driver of truck 4",
    "words": "two wrecks beside the road",
}


def test_a_hazard_is_noted_with_place_age_and_source(signed_in: SignedIn) -> None:
    marshal = signed_in("convoys")
    page = marshal.post("/convoys/road/hazard/", TYPED, follow=True).content.decode()
    assert "Mines noted: 2 segments of the road are warned." in page
    assert "3 days ago" in page
    assert "Driver of truck 4" in page
    assert "known to 5 km" in page
    assert 'class="pin"' in page


def test_a_place_known_worse_than_5_km_is_an_area_and_no_pin(signed_in: SignedIn) -> None:
    page = signed_in("convoys").post(
        "/convoys/road/hazard/", TYPED | {"precision": "area"}, follow=True
    )
    shown = page.content.decode()
    assert 'class="pin"' not in shown
    assert 'class="area"' in shown
    assert "an area: known to 25 km only" in shown


def test_a_whole_region_is_never_a_pin_whatever_was_ticked() -> None:
    noted("strike", place="Deir ez-Zor Governorate", precision="spot")
    assert Hazard.objects.get().precision == "region"


def test_a_hazard_on_a_segment_shades_that_segment(signed_in: SignedIn) -> None:
    noted("ied", segment=ALONG_THE_KHABUR)
    page = signed_in("convoys").get("/convoys/road/").content.decode()
    assert "somewhere on the segment" in page
    assert 'class="area"' in page
    assert page.count("Planted bomb") >= 2  # in the list and beside its segment


@pytest.mark.parametrize("address", ["/convoys/road/", "/convoys/road/hazard/"])
def test_a_reports_page_fills_the_form(signed_in: SignedIn, address: str) -> None:
    asked = {
        "kind": "land mines", "place": "Hajin", "on": "2019-01-21", "source": "a newspaper",
        "report": "r-1", "words": "mines everywhere",
    }  # fmt: skip
    page = signed_in("convoys").get(address, asked).content.decode()
    assert '<option value="mine" selected>' in page
    assert 'value="Hajin"' in page
    assert 'value="2019-01-21"' in page
    assert 'value="r-1"' in page
    assert "mines everywhere" in page


def test_odd_words_in_the_address_are_left_out(signed_in: SignedIn) -> None:
    asked = {"kind": "dragons", "on": "soon", "segment": "x--y", "place": "\u202eHajin"}
    answer = signed_in("convoys").get("/convoys/road/", asked)
    assert answer.status_code == 200
    assert 'value="soon"' not in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"what": ""}, "Choose what kind of danger it is."),
        ({"place": "Atlantis"}, "Nobody here knows where “Atlantis” is."),
        ({"place": ""}, "Choose a segment of the road, or write a place."),
        ({"from_on": (TODAY + timedelta(days=3)).isoformat()}, "This day is still to come."),
        ({"until_on": "2019-01-01"}, "The last day lies before the first."),
        ({"segment": "moon--mars"}, "Choose from the list"),
    ],
)
def test_a_wrong_hazard_is_said_and_nothing_typed_is_lost(
    signed_in: SignedIn, typed: dict[str, str], sentence: str
) -> None:
    answer = signed_in("convoys").post("/convoys/road/hazard/", TYPED | typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page.replace("&#x27;", "'")
    assert "two wrecks beside the road" in page
    assert not Hazard.objects.exists()


def test_a_mine_warns_until_it_is_lifted_however_old_and_an_attack_grows_old(
    signed_in: SignedIn,
) -> None:
    long_ago = (TODAY - timedelta(days=90)).isoformat()
    noted("attack", place="Ash Shaddadi", precision="town", from_on=long_ago)
    noted("mine", place="Ash Shaddadi", precision="town", from_on=long_ago)
    page = signed_in("convoys").get("/convoys/road/").content.decode()
    assert page.count('class="pin"') == 1
    assert ">1. Mines</a>" in page
    assert ">Attack</a>" in page
    assert page.count("(old)") == 1


def test_a_correction_takes_the_place_of_the_note(signed_in: SignedIn) -> None:
    first = noted(place="Ash Shaddadi", precision="area")
    address = f"/convoys/road/hazard/{first.hazard}/correction/"
    marshal = signed_in("convoys")
    assert 'value="Ash Shaddadi"' in marshal.get(address).content.decode()
    marshal.post(address, TYPED | {"precision": "spot"})
    row = Hazard.objects.get()
    assert (row.hazard, row.precision) == (first.hazard, "spot")


def test_a_lifted_hazard_is_gone_and_undo_brings_it_back(signed_in: SignedIn) -> None:
    first = noted()
    marshal = signed_in("convoys")
    answer = marshal.post(f"/convoys/road/hazard/{first.hazard}/lifting/", follow=True)
    assert "The hazard is lifted." in answer.content.decode()
    assert not Hazard.objects.exists()
    again = marshal.post(f"/convoys/road/hazard/{first.hazard}/lifting/")
    assert again.status_code == 422
    assert "not noted any more" in again.content.decode()
    undone = answer.content.decode().split('action="/convoys/road/')[1].split("/reversal/")[0]
    marshal.post(f"/convoys/road/{undone}/reversal/")
    assert Hazard.objects.get().hazard == first.hazard


def test_undo_of_a_note_takes_it_away() -> None:
    first = noted()
    assert not isinstance(undo(first.event, OTHER), Refusal)
    assert not Hazard.objects.exists()


def test_undo_takes_back_what_was_written_about_the_road_and_nothing_else(station: str) -> None:
    assert isinstance(undo(f"{station}.1.1", OTHER), Refusal)


def test_a_note_that_the_lifting_had_not_seen_stays() -> None:
    first = noted()
    lift_hazard(first.hazard, OTHER)
    with writing(OTHER) as pen:  # another station corrected it without knowing of the lifting
        pen.append(
            HazardNoted(at=pen.now_ms, hazard=first.hazard, what="mine", words="three more"),
            refs=(first.event,),
        )
    assert Hazard.objects.get().words == "three more"


def test_an_empty_road_says_what_to_do_and_asks_eight_questions_at_most(
    signed_in: SignedIn, asks_at_most: Callable[..., object]
) -> None:
    marshal = signed_in("convoys")
    assert "No hazard is noted" in marshal.get("/convoys/road/").content.decode()
    for number in range(30):
        noted(words=f"number {number}")
    with asks_at_most(8):
        page = marshal.get("/convoys/road/?page=2").content.decode()
    assert page.count("“<bdi>number") == 5


def test_rows_of_hazards_are_what_the_journal_alone_gives() -> None:
    first = noted(place="Hajin", precision="area")
    noted()
    lift_hazard(first.hazard, OTHER)
    assert verify().differences == ()


def test_a_gate_clerk_does_not_get_in(signed_in: SignedIn) -> None:
    assert signed_in("reception").get("/convoys/road/").status_code == 403
