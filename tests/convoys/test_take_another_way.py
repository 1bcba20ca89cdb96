"""A convoy takes the shortest open way between its places, says which and why, and keeps it."""

import time
from collections.abc import Callable

import pytest
from django.test import Client
from tests.convoys.loading import MARSHAL, new_convoy, register
from tests.convoys.roads import (
    ALONG_THE_KHABUR,
    OFFICER,
    TO_BUSAYRAH,
    TO_THE_CAMP,
    closed,
    described,
    noted,
    said,
)

from serai.convoys.commands import Allowance, board, depart
from serai.convoys.models import Convoy
from serai.convoys.road.commands import undo
from serai.convoys.road.describing import drop
from serai.core.clock import HOUR_MS
from serai.core.events import WayTaken
from serai.core.refusal import Refusal
from serai.core.road import segment_between
from serai.journal.reading import events_about
from serai.journal.store import writing
from serai.journal.verify import verify

SignedIn = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("station")
ROUND = segment_between("suwar", "hospital")
ROUND_TO_THE_CAMP = segment_between("hospital", "al-hol")


@pytest.fixture
def convoy(station: str) -> str:
    """A convoy of three that is ready to leave for the camp; a longer way leads by the hospital."""
    described("suwar", "hospital", 130)
    described("hospital", "al-hol", 70)
    opened = new_convoy().convoy
    register("jubouri", 3)
    board(opened, "jubouri", MARSHAL)
    return opened


def way_of(convoy: str) -> list[str]:
    return Convoy.objects.get(id=convoy).way.split()


def left(convoy: str, allowed_by: str = "") -> None:
    outcome = depart(convoy, MARSHAL, allowance=Allowance(allowed_by))
    assert not isinstance(outcome, Refusal), str(outcome)


def plain(page: str) -> str:
    return page.replace("\u2068", "").replace("\u2069", "")


def test_on_an_open_road_the_shortest_way_is_driven_without_a_word(
    signed_in: SignedIn, convoy: str
) -> None:
    page = plain(signed_in("convoys").get(f"/convoys/{convoy}/departure/").content.decode())
    assert "because" not in page
    left(convoy)
    assert way_of(convoy)[-1] == TO_THE_CAMP


def test_a_closed_segment_is_driven_round_and_the_page_says_which_way_and_why(
    signed_in: SignedIn, convoy: str
) -> None:
    closed(ALONG_THE_KHABUR, until=int(time.time() * 1000) + HOUR_MS)
    marshal = signed_in("convoys")
    page = plain(marshal.get(f"/convoys/{convoy}/departure/").content.decode())
    assert "By Hospital, because Suwar transit site – Shaddadah is closed until" in page
    assert "Who allows it" not in page
    assert "332 km" in page
    answer = marshal.post(f"/convoys/{convoy}/departure/", follow=True)
    page = plain(answer.content.decode())
    assert "C-1 left with 3 people. By Hospital, because" in page
    assert way_of(convoy)[-2:] == [ROUND, ROUND_TO_THE_CAMP]
    assert "Hospital – Al-Hol camp" in page
    assert Convoy.objects.get(id=convoy).allowed_by == ""


def test_a_convoy_that_has_left_keeps_its_way_and_is_due_by_it(convoy: str) -> None:
    closure = closed()
    left(convoy)
    before = Convoy.objects.get(id=convoy).due_at
    undo(closure, OFFICER)
    described("reception", "al-hol", 10)
    assert way_of(convoy)[-1] == ROUND_TO_THE_CAMP
    assert Convoy.objects.get(id=convoy).due_at == before
    described("hospital", "al-hol", 70, hours=30)
    assert Convoy.objects.get(id=convoy).due_at > before + 20 * HOUR_MS
    assert verify().differences == ()


def test_a_way_that_is_no_road_any_more_is_due_by_the_one_that_is(convoy: str) -> None:
    closed()
    left(convoy)
    before = Convoy.objects.get(id=convoy).due_at
    drop(ROUND_TO_THE_CAMP, OFFICER)
    assert Convoy.objects.get(id=convoy).due_at < before
    assert verify().differences == ()


def test_a_way_driven_with_caution_is_better_than_none_and_its_segments_are_shown(
    signed_in: SignedIn, convoy: str
) -> None:
    closed()
    said(ROUND, "caution", reason="mud")
    page = signed_in("convoys").get(f"/convoys/{convoy}/").content.decode()
    assert "With caution" in page
    assert "mud" in page
    left(convoy)


def test_only_where_every_way_is_closed_somebody_must_allow_it(
    signed_in: SignedIn, convoy: str
) -> None:
    closed()
    closed(ROUND)
    marshal = signed_in("convoys")
    page = marshal.get(f"/convoys/{convoy}/departure/").content.decode()
    assert "Who allows it" in page
    assert "Every other way is closed too." in page
    assert isinstance(depart(convoy, MARSHAL), Refusal)
    left(convoy, "Dr. Hala of the hospital")
    assert way_of(convoy)[-1] == TO_THE_CAMP
    assert Convoy.objects.get(id=convoy).allowed_segments == TO_THE_CAMP


def test_where_nobody_described_a_road_a_convoy_leaves_and_no_way_is_written(station: str) -> None:
    drop(TO_BUSAYRAH, OFFICER)
    opened = new_convoy().convoy
    register("jubouri", 3)
    board(opened, "jubouri", MARSHAL)
    left(opened)
    assert "way_taken" not in [one.kind for one in events_about(f"convoy:{opened}")]


def test_dangers_are_shown_on_the_way_that_is_taken(signed_in: SignedIn, convoy: str) -> None:
    noted("mine", segment=ROUND)
    marshal = signed_in("convoys")
    assert "Mines" not in marshal.get(f"/convoys/{convoy}/departure/").content.decode()
    closed()
    assert "Mines" in marshal.get(f"/convoys/{convoy}/departure/").content.decode()


def test_the_pages_ask_eight_questions_at_most(
    signed_in: SignedIn, convoy: str, asks_at_most: Callable[..., object]
) -> None:
    closed()
    marshal = signed_in("convoys")
    for page in (f"/convoys/{convoy}/", f"/convoys/{convoy}/departure/"):
        marshal.get(page)
        with asks_at_most(8):
            marshal.get(page)


def test_of_a_way_that_another_station_wrote_only_segments_are_kept(convoy: str) -> None:
    with writing(MARSHAL) as pen:
        pen.append(WayTaken(at=pen.now_ms, convoy=convoy, segments=("", "a b", TO_BUSAYRAH)))
    assert Convoy.objects.get(id=convoy).way == TO_BUSAYRAH
