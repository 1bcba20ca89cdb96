"""The road is described by those who drive it; where stations differ, a person decides."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.convoys.loading import MARSHAL, on_the_road, register
from tests.convoys.roads import OFFICER, TO_THE_CAMP, described

from serai.convoys.models import Convoy
from serai.convoys.road.commands import undo
from serai.convoys.road.describing import describe, drop
from serai.core.clock import HOUR_MS
from serai.core.events import PlaceOpened, SegmentDescribed
from serai.core.places import Place
from serai.core.refusal import Refusal
from serai.core.road import Segment, segment_between
from serai.journal.store import writing
from serai.journal.verify import verify
from serai.registry.models import Discrepancy, RoadSegment
from serai.registry.roads import road, route

SignedIn = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("station")
TO_HOSPITAL = segment_between("al-hol", "hospital")
TYPED = {
    "source": "al-hol", "target": "hospital", "kilometres": "٤٢٫٥", "hours": "1,5",
    "surface": "asphalt",
}  # fmt: skip


def unseen(kilometres: float, source: str = "shaddadah", target: str = "al-hol") -> str:
    """A description that another station wrote without knowing of any other."""
    with writing(OFFICER) as pen:
        return pen.append(
            SegmentDescribed(at=pen.now_ms, source=source, target=target, kilometres=kilometres)
        )


def test_a_segment_is_described_in_the_digits_of_either_script(signed_in: SignedIn) -> None:
    marshal = signed_in("convoys")
    page = marshal.post("/convoys/road/description/", TYPED, follow=True).content.decode()
    assert "Hospital – Al-Hol camp: 42.5 km." in page
    assert "Asphalt, 1.5 hours" in page
    row = RoadSegment.objects.get(segment=TO_HOSPITAL)
    assert (row.kilometres, row.hours, row.surface) == (42.5, 1.5, "asphalt")


def test_both_directions_are_one_segment() -> None:
    described("hospital", "al-hol", 40)
    described("al-hol", "hospital", 45)
    assert [one.kilometres for one in RoadSegment.objects.filter(segment=TO_HOSPITAL)] == [45]


def test_an_undo_gives_the_former_description_back(signed_in: SignedIn) -> None:
    described("al-hol", "hospital", 40)
    undo(described("al-hol", "hospital", 400), OFFICER)
    assert road().by_id[TO_HOSPITAL].kilometres == 40


def test_a_segment_taken_off_joins_nothing_until_that_is_undone(signed_in: SignedIn) -> None:
    marshal = signed_in("convoys")
    answer = marshal.post(f"/convoys/road/description/{TO_THE_CAMP}/dropping/", follow=True)
    assert "is taken off the road" in answer.content.decode()
    assert road().way("reception", "al-hol") == ()
    undone = answer.content.decode().split('action="/convoys/road/')[1].split("/reversal/")[0]
    marshal.post(f"/convoys/road/{undone}/reversal/")
    assert len(road().way("reception", "al-hol")) == 4


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"source": ""}, "Choose a place."),
        ({"target": "al-hol"}, "A segment joins two different places."),
        ({"kilometres": "far"}, "Write the kilometres as a number above zero."),
        ({"kilometres": "0"}, "Write the kilometres as a number above zero."),
        ({"hours": "a day"}, "Write the hours as a number, such as 2.5; or leave it empty."),
    ],
)
def test_a_wrong_description_is_said_and_nothing_typed_is_lost(
    signed_in: SignedIn, typed: dict[str, str], sentence: str
) -> None:
    answer = signed_in("convoys").post("/convoys/road/description/", TYPED | typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert '<option value="asphalt" selected>' in page
    assert not RoadSegment.objects.filter(segment=TO_HOSPITAL).exists()


def test_the_same_description_twice_is_written_once() -> None:
    described("al-hol", "hospital", 40)
    again = describe(Segment("hospital", "al-hol", 40), MARSHAL)
    assert isinstance(again, Refusal)
    assert "nasrin described it like this already" in str(again)


def test_where_stations_differ_both_are_shown_until_a_person_decides(
    signed_in: SignedIn,
) -> None:
    first = described("al-hol", "hospital", 40)
    unseen(400, "hospital", "al-hol")
    marshal = signed_in("convoys")
    assert "2 descriptions" in marshal.get("/convoys/road/").content.decode()
    asked = f"/convoys/road/description/?segment={TO_HOSPITAL}"
    page = marshal.get(asked).content.decode()
    assert page.count("This one holds") == 2
    assert Discrepancy.objects.get().kind == "disputed"
    books = signed_in("situation").get("/situation/books/").content.decode()
    assert "Stations describe a segment of the road differently." in books
    marshal.post(asked, {"source": "al-hol", "target": "hospital", "kilometres": "40"})
    assert road().by_id[TO_HOSPITAL].kilometres == 40
    assert first not in {one.event for one in route().described[TO_HOSPITAL]}
    assert not Discrepancy.objects.exists()


def test_a_convoy_is_due_by_the_road_as_it_is_known(now_ms: int) -> None:
    convoy = on_the_road(register("jubouri", 3))
    before = Convoy.objects.get(id=convoy).due_at
    event = described("shaddadah", "al-hol", 89, hours=20)
    after = Convoy.objects.get(id=convoy).due_at
    assert after - before > 17 * HOUR_MS
    assert verify().differences == ()
    undo(event, OFFICER)
    assert Convoy.objects.get(id=convoy).due_at == before


def test_the_shortest_way_is_driven_not_the_one_with_the_fewest_segments() -> None:
    described("reception", "al-hol", 290, hours=4)
    assert len(road().way("reception", "al-hol")) == 4
    described("reception", "al-hol", 280, hours=40)
    assert len(road().way("reception", "al-hol")) == 1


def test_a_road_nobody_described_says_what_to_do(signed_in: SignedIn) -> None:
    for one in list(road().segments):
        drop(one.segment, OFFICER)
    page = signed_in("convoys").get("/convoys/road/").content.decode()
    assert "Nobody has described this road yet" in page
    assert "Describe a segment" in page


def test_the_page_asks_eight_questions_at_most(
    signed_in: SignedIn, asks_at_most: Callable[..., object]
) -> None:
    unseen(100)
    marshal = signed_in("convoys")
    marshal.get("/convoys/road/")
    with asks_at_most(8):
        marshal.get("/convoys/road/")
    with asks_at_most(8):
        marshal.get(f"/convoys/road/description/?segment={TO_THE_CAMP}")


def test_the_rows_are_what_the_journal_alone_gives() -> None:
    on_the_road(register("jubouri", 3))
    unseen(100)
    unseen(300)
    drop(segment_between("front", "reception"), OFFICER)
    undo(described("al-hol", "hospital", 400), OFFICER)
    assert verify().differences == ()


def test_nobody_but_the_truck_side_describes_the_road(signed_in: SignedIn) -> None:
    assert signed_in("reception").post("/convoys/road/description/", TYPED).status_code == 403


def test_half_a_position_is_none(station: str) -> None:
    with writing(OFFICER) as pen:
        half = Place("halfway", "Halfway", kind="transit", latitude=35.5)
        whole = Place("whole", "Whole", kind="transit", latitude=35.5, longitude=40.5)
        for place in (half, whole):
            pen.append(PlaceOpened(at=pen.now_ms, place=place))
    positions = route().road.positions
    assert "halfway" not in positions
    assert positions["whole"] == (35.5, 40.5)
