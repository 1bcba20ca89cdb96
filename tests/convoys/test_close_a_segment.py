"""A segment is opened or closed, until when, by whom; where stations disagree the worse holds."""

import time
from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.convoys.loading import MARSHAL, new_convoy, register
from tests.convoys.roads import (
    FROM_THE_FRONT,
    OFFICER,
    TO_BUSAYRAH,
    TO_THE_CAMP,
    closed,
    noted,
    said,
)

from serai.convoys.commands import Allowance, board, depart
from serai.convoys.models import Convoy
from serai.convoys.road.commands import undo
from serai.core.clock import HOUR_MS
from serai.core.events import DepartureAllowed, MovementRecorded, SegmentStatusSet
from serai.core.ledger import moved
from serai.core.refusal import Refusal
from serai.core.ways import chosen
from serai.journal.reading import events_about
from serai.journal.store import writing
from serai.journal.verify import verify
from serai.registry.models import Discrepancy, SegmentStatus
from serai.registry.roads import route

SignedIn = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("station")
TYPED = {"segment": TO_THE_CAMP, "status": "closed", "authority": "Road police", "reason": "bomb"}


@pytest.fixture
def convoy(station: str) -> str:
    """A convoy of three that is ready to leave for the camp."""
    opened = new_convoy().convoy
    register("jubouri", 3)
    board(opened, "jubouri", MARSHAL)
    return opened


def an_hour_from_now() -> int:
    return int(time.time() * 1000) + HOUR_MS


def unseen(segment: str, status: str, until: int = 0) -> str:
    """A status that another station set without knowing of any other."""
    with writing(OFFICER) as pen:
        return pen.append(
            SegmentStatusSet(at=pen.now_ms, segment=segment, status=status, until=until)
        )


def test_a_closed_segment_is_shown_with_who_and_why(signed_in: SignedIn) -> None:
    marshal = signed_in("convoys")
    answer = marshal.post("/convoys/road/segment/", TYPED, follow=True)
    page = answer.content.decode()
    assert "Shaddadah – Al-Hol camp: Closed." in page
    assert "Road police" in page
    assert "bomb" in page
    assert SegmentStatus.objects.get().status == "closed"


def test_undo_opens_it_again_as_it_was() -> None:
    said(TO_THE_CAMP, "caution")
    undo(closed(), OFFICER)
    assert SegmentStatus.objects.get().status == "caution"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"status": ""}, "Choose open, caution or closed."),
        ({"segment": ""}, "Choose a segment of the road."),
        ({"until": "2019-01-01T10:00"}, "This time is over already."),
    ],
)
def test_a_wrong_status_is_said_and_nothing_typed_is_lost(
    signed_in: SignedIn, typed: dict[str, str], sentence: str
) -> None:
    answer = signed_in("convoys").post("/convoys/road/segment/", TYPED | typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert 'value="Road police"' in page
    assert not SegmentStatus.objects.exists()


def test_a_convoy_page_shows_the_segments_ahead_before_it_leaves(
    signed_in: SignedIn, convoy: str
) -> None:
    closed(until=an_hour_from_now())
    noted("mine", segment=TO_BUSAYRAH)
    marshal = signed_in("convoys")
    page = marshal.get(f"/convoys/{convoy}/").content.decode()
    assert "The road ahead" in page
    assert '<span class="status bad">Closed</span>' in page
    departure = marshal.get(f"/convoys/{convoy}/departure/").content.decode()
    assert "Mines" in departure
    assert "Who allows it" in departure
    assert "284" in departure  # kilometres


def test_a_closed_segment_holds_the_convoy_back_and_says_who_when_and_until_when(
    signed_in: SignedIn, convoy: str
) -> None:
    closed(until=an_hour_from_now())
    answer = signed_in("convoys").post(f"/convoys/{convoy}/departure/")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Shaddadah – Al-Hol camp is closed: by Road police at" in page
    assert "until" in page
    assert "write who allows the convoy to leave" in page
    assert Convoy.objects.get(id=convoy).status == "loading"


def test_a_name_lets_it_leave_and_stays_on_the_convoy(signed_in: SignedIn, convoy: str) -> None:
    closure = closed()
    marshal = signed_in("convoys")
    typed = {"allowed_by": "Dr. Hala of the hospital", "allowed_reason": "three wounded"}
    page = marshal.post(f"/convoys/{convoy}/departure/", typed, follow=True).content.decode()
    assert "C-1 left with 3 people." in page
    assert "It left over a closed segment:" in page
    assert "Dr. Hala of the hospital" in page
    assert "three wounded" in page
    written = [one for one in events_about(f"convoy:{convoy}") if one.kind == "departure_allowed"]
    assert written[0].refs == (closure,)
    assert written[0].actor == "convoy-marshal"


def test_a_name_for_an_open_road_is_not_written_down(convoy: str) -> None:
    depart(convoy, MARSHAL, allowance=Allowance("Somebody"))
    assert Convoy.objects.get(id=convoy).allowed_by == ""


def test_a_family_that_would_be_split_is_said_before_the_road(convoy: str) -> None:
    closed()
    with writing(MARSHAL) as pen:
        legs = moved("reception", "hospital", ["jubouri-2"])
        pen.append(MovementRecorded(at=pen.now_ms, legs=legs))
    assert "would split a family" in str(depart(convoy, MARSHAL, allowance=Allowance("Hala")))


def test_caution_lets_a_convoy_leave(convoy: str) -> None:
    said(TO_THE_CAMP, "caution")
    assert not isinstance(depart(convoy, MARSHAL), Refusal)


def test_a_closed_segment_elsewhere_holds_nobody_back(convoy: str) -> None:
    closed(FROM_THE_FRONT)
    assert not isinstance(depart(convoy, MARSHAL), Refusal)


def test_a_lapsed_closure_holds_nobody_back_and_is_shown_as_lapsed(
    signed_in: SignedIn, convoy: str, now_ms: int
) -> None:
    with writing(OFFICER) as pen:
        pen.append(
            SegmentStatusSet(
                at=now_ms - 2 * HOUR_MS, segment=TO_THE_CAMP, status="closed",
                until=now_ms - HOUR_MS, authority="Road police",
            )
        )  # fmt: skip
    page = signed_in("convoys").get("/convoys/road/").content.decode()
    assert "lapsed at" in page
    assert '<span class="status bad">Closed</span>' not in page
    assert not isinstance(depart(convoy, MARSHAL), Refusal)


def test_where_stations_disagree_both_are_shown_and_the_worse_holds(
    signed_in: SignedIn, convoy: str
) -> None:
    unseen(TO_THE_CAMP, "closed")
    unseen(TO_THE_CAMP, "open")
    marshal = signed_in("convoys")
    page = marshal.get("/convoys/road/").content.decode()
    assert "Stations disagree" in page
    assert isinstance(depart(convoy, MARSHAL), Refusal)
    assert Discrepancy.objects.get().kind == "disputed"
    assert (
        "whether a segment of the road is open"
        in signed_in("situation").get("/situation/books/").content.decode()
    )
    said(TO_THE_CAMP, "open")
    assert not Discrepancy.objects.exists()
    assert "Stations disagree" not in marshal.get("/convoys/road/").content.decode()
    assert not isinstance(depart(convoy, MARSHAL), Refusal)


def test_rows_of_segments_are_what_the_journal_alone_gives() -> None:
    unseen(TO_BUSAYRAH, "caution")
    unseen(TO_BUSAYRAH, "closed")
    undo(closed(), OFFICER)
    assert verify().differences == ()


_steps = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(("said", "unseen")),
            st.sampled_from((TO_BUSAYRAH, TO_THE_CAMP, FROM_THE_FRONT)),
            st.sampled_from(("open", "caution", "closed")),
            st.sampled_from((0, 1)),
        ),
        st.tuples(st.just("leaves"), st.sampled_from(("", "Hala", "  ")), st.just(""), st.just(0)),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=25)
@given(steps=_steps)
def test_no_convoy_ever_leaves_over_a_closed_segment_without_a_name(
    steps: list[tuple[str, str, str, int]],
) -> None:
    for act, first, status, lasting in steps:
        until = an_hour_from_now() if lasting else 0
        if act == "said":
            said(first, status, until)
        elif act == "unseen":
            unseen(first, status, until)
        else:
            _leave(first)


def _leave(allowed_by: str) -> None:
    name = f"family{Convoy.objects.count()}"
    register(name, 1)
    convoy = new_convoy().convoy
    board(convoy, name, MARSHAL)
    known = route()
    now_ms = int(time.time() * 1000)
    held_back = chosen(known.road, known.said, "reception", "al-hol", now_ms).closed
    outcome = depart(convoy, MARSHAL, allowance=Allowance(allowed_by))
    told = [one.body for one in events_about(f"convoy:{convoy}")]
    names = [one.allowed_by for one in told if isinstance(one, DepartureAllowed)]
    left = Convoy.objects.get(id=convoy).status == "road"
    assert left == (not isinstance(outcome, Refusal))
    assert left == (not held_back or bool(allowed_by.strip()))
    assert names == ([allowed_by.strip()] if held_back and left else [])
