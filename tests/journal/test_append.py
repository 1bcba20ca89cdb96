"""Appending: one command is one transaction, chained, signed, projected, and safe to send twice."""

import pytest

from serai.core import clock, events, ledger
from serai.core.places import Place
from serai.journal import sql
from serai.journal.reading import event_by_id, event_count, events_about
from serai.journal.store import AlreadyDone, Author, writing
from serai.journal.verify import verify
from serai.registry.models import Balance, PostingLeg

pytestmark = pytest.mark.django_db
GATE = Author("amal", "reception")


def counted(pen_now_ms: int, count: int = 3) -> events.ArrivalCounted:
    legs = ledger.counted_in("outside", "reception", {"woman": count})
    return events.ArrivalCounted(
        at=pen_now_ms, arrival="a1", code="G-1", place="reception", counts={"woman": count},
        legs=legs,
    )  # fmt: skip


def test_an_event_and_the_rows_it_changes_are_there_together() -> None:
    with writing(GATE) as pen:
        identity = pen.append(counted(pen.now_ms))
    event = event_by_id(identity)
    assert event is not None
    assert (event.kind, event.actor, event.purpose) == ("arrival_counted", "amal", "reception")
    assert Balance.objects.get(id="reception/woman").count == 3
    assert Balance.objects.get(id="outside/woman").count == -3
    assert verify().differences == ()


def test_a_command_that_fails_in_the_middle_leaves_nothing() -> None:
    with pytest.raises(AssertionError), writing(GATE) as pen:
        assert not pen.append(counted(pen.now_ms)), "the clerk's laptop fell"
    assert event_count() == 0
    assert not Balance.objects.exists()


def test_a_command_that_refuses_writes_nothing() -> None:
    with writing(GATE):
        pass
    assert event_count() == 0
    assert sql.one("SELECT COUNT(*) FROM journal_commit") == (0,)


def test_the_same_form_sent_twice_is_written_once() -> None:
    with writing(GATE, "form-1") as pen:
        first = pen.append(counted(pen.now_ms))
    with pytest.raises(AlreadyDone) as told, writing(GATE, "form-1") as pen:
        pen.append(counted(pen.now_ms))
    assert told.value.events == (first,)
    assert event_count() == 1


def test_a_posting_that_would_lose_somebody_never_reaches_the_journal() -> None:
    short = ledger.Leg("reception/named", "al-hol/named", 2, ("p1",))
    with pytest.raises(AssertionError, match="2 counted, 1 named"), writing(GATE) as pen:
        pen.append(events.MovementRecorded(at=pen.now_ms, legs=(short,)))
    assert event_count() == 0


def test_events_of_one_command_share_one_signature_and_the_clock_never_stands_still() -> None:
    with writing(GATE) as pen:
        for name in ("reception", "suwar", "al-hol"):
            pen.append(events.PlaceOpened(at=1, place=Place(place=name, name=name)))
    assert sql.one("SELECT COUNT(*) FROM journal_commit") == (1,)
    readings = [row[0] for row in sql.every("SELECT hlc FROM journal_event ORDER BY seq")]
    assert readings == sorted(set(readings))


@pytest.mark.parametrize("years", [-1, 1])
def test_a_clock_that_jumps_a_year_loses_no_event_and_no_order(
    years: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = 1_550_000_000_000
    year_ms = 365 * clock.DAY_MS
    for moment in (start, start + years * year_ms, start + 5_000):
        monkeypatch.setenv("SERAI_NOW_MS", str(moment))
        with writing(GATE) as pen:
            pen.append(events.PersonSeen(at=pen.now_ms, people=("p1",), place="reception"))
    readings = [row[0] for row in sql.every("SELECT hlc FROM journal_event ORDER BY seq")]
    assert readings == sorted(set(readings))
    assert len(events_about("person:p1")) == 3
    assert verify().differences == ()


def test_commands_within_one_millisecond_have_moments_in_their_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moments = []
    for wall_ms in (1_550_000_000_000, 1_550_000_000_000, 1_550_000_000_001, 1_550_000_000_900):
        monkeypatch.setenv("SERAI_NOW_MS", str(wall_ms))
        with writing(GATE) as pen:
            moments.append(pen.now_ms)
            pen.append(events.PersonSeen(at=pen.now_ms, people=("p1",), place="reception"))
    assert moments == sorted(set(moments))
    assert moments[-1] == 1_550_000_000_900, "a moment of its own is the wall clock's"


def test_a_leg_is_kept_as_posted() -> None:
    with writing(GATE) as pen:
        identity = pen.append(counted(pen.now_ms, 5))
    leg = PostingLeg.objects.get()
    assert leg.id == f"{identity}#0"
    assert (leg.source_place, leg.target_place, leg.target_band) == (
        "outside",
        "reception",
        "woman",
    )
    assert leg.count == 5


@pytest.mark.parametrize("place", ["x\x00y", 7])
def test_an_event_that_could_not_be_read_back_is_never_written(place: str) -> None:
    with pytest.raises(AssertionError, match="cannot be read back"), writing(GATE) as pen:
        pen.append(events.HeadcountTaken(at=pen.now_ms, place=place, counted=1))
    assert event_count() == 0
