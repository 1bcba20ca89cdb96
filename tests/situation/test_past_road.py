"""At a past hour the room shows the road as it was known then."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from serai.core.clock import HOUR_MS, from_ms
from serai.core.events import (
    ConvoyDeparted,
    ConvoyOpened,
    PostingReversed,
    SegmentDescribed,
    SegmentStatusSet,
    WayTaken,
)
from serai.core.ledger import Leg
from serai.core.road import segment_between
from serai.journal.store import Author, writing

SignedIn = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("station")
OFFICER = Author("nasrin", "convoys")
SEGMENT = segment_between("suwar", "al-hol")


def said(status: str, at: int, *refs: str, until: int = 0) -> str:
    with writing(OFFICER) as pen:
        body = SegmentStatusSet(
            at=at, segment=SEGMENT, status=status, authority="Road police", until=until
        )
        return pen.append(body, refs=refs)


def page_at(client: Client, at_ms: int) -> str:
    local = timezone.localtime(from_ms(at_ms))
    return client.get(f"/situation/?at={local:%Y-%m-%dT%H:%M}").content.decode()


@pytest.fixture
def closed_then(station: str, now_ms: int) -> str:
    """Closed ten hours ago, opened five hours ago."""
    first = said("closed", now_ms - 10 * HOUR_MS)
    return said("open", now_ms - 5 * HOUR_MS, first)


@pytest.mark.usefixtures("closed_then")
def test_a_closure_is_shown_at_the_hours_it_held(signed_in: SignedIn, now_ms: int) -> None:
    room = signed_in("situation")
    assert "Road police" not in page_at(room, now_ms - 11 * HOUR_MS)
    assert "Road police" in page_at(room, now_ms - 7 * HOUR_MS)
    assert "Suwar transit site – Al-Hol camp" in page_at(room, now_ms - 7 * HOUR_MS)
    assert "Road police" not in page_at(room, now_ms - 3 * HOUR_MS)
    assert "Road police" not in room.get("/situation/").content.decode()


def test_a_closure_that_had_lapsed_is_not_shown(signed_in: SignedIn, now_ms: int) -> None:
    said("closed", now_ms - 10 * HOUR_MS, until=now_ms - 8 * HOUR_MS)
    room = signed_in("situation")
    assert "Road police" in page_at(room, now_ms - 9 * HOUR_MS)
    assert "Road police" not in page_at(room, now_ms - 7 * HOUR_MS)


def test_what_was_taken_back_later_was_known_then(
    signed_in: SignedIn, now_ms: int, closed_then: str
) -> None:
    with writing(OFFICER) as pen:
        pen.append(
            PostingReversed(
                at=now_ms - 2 * HOUR_MS, event=closed_then, about=(f"segment:{SEGMENT}",), cause=""
            )
        )
    room = signed_in("situation")
    assert "Road police" not in page_at(room, now_ms - 3 * HOUR_MS)
    assert "Road police" in page_at(room, now_ms - HOUR_MS)


@pytest.mark.usefixtures("closed_then")
def test_the_situation_report_of_that_hour_names_it(signed_in: SignedIn, now_ms: int) -> None:
    local = timezone.localtime(from_ms(now_ms - 7 * HOUR_MS))
    page = signed_in("situation").get(f"/situation/sitrep/?at={local:%Y-%m-%dT%H:%M}")
    assert "Suwar transit site – Al-Hol camp" in page.content.decode()


@pytest.mark.usefixtures("closed_then")
def test_the_page_asks_eight_questions_at_most(
    signed_in: SignedIn, now_ms: int, asks_at_most: Callable[..., object]
) -> None:
    with writing(OFFICER) as pen:
        pen.append(SegmentDescribed(at=pen.now_ms, source="a", target="b", kilometres=5.0))
    room = signed_in("situation")
    page_at(room, now_ms - HOUR_MS)
    with asks_at_most(8):
        page_at(room, now_ms - HOUR_MS)


def described(at: int, hours: float, *refs: str) -> str:
    with writing(OFFICER) as pen:
        body = SegmentDescribed(
            at=at, source="suwar", target="al-hol", kilometres=90.0, hours=hours
        )
        return pen.append(body, refs=refs)


def left(at: int) -> None:
    """A convoy for the camp left Suwar with three people nobody has named."""
    legs = (Leg("suwar/unknown", "convoy:c1/unknown", 3),)
    with writing(OFFICER) as pen:
        pen.append(
            ConvoyOpened(
                at=at, convoy="c1", code="C-1", source="suwar", target="al-hol", vehicles=()
            )
        )
        pen.append(WayTaken(at=at, convoy="c1", segments=(SEGMENT,)))
        pen.append(ConvoyDeparted(at=at, convoy="c1", place="suwar", legs=legs))


def test_a_convoy_was_overdue_by_the_road_as_it_was_known_then(
    signed_in: SignedIn, now_ms: int
) -> None:
    slow = described(now_ms - 20 * HOUR_MS, 14)
    left(now_ms - 10 * HOUR_MS)
    described(now_ms - 2 * HOUR_MS, 3, slow)
    room = signed_in("situation")
    assert "Convoys overdue" not in page_at(room, now_ms - 3 * HOUR_MS)
    assert "Convoys overdue" in page_at(room, now_ms - HOUR_MS)
    assert "Convoys overdue" in room.get("/situation/").content.decode()
