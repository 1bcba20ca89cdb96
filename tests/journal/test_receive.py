"""Receiving: a union of sets; forgeries are turned away, forks and unknown kinds are kept."""

from hashlib import sha256

import msgspec
import pytest
from tests.laws.pretend_stations import PretendStation

from serai.core import clock, events, ledger
from serai.core.events.body import _DECODERS, KINDS
from serai.core.people import Names, Person
from serai.journal import chain, sql
from serai.journal.receive import receive
from serai.journal.segments import Segment, segments_of
from serai.journal.store import Author, writing
from serai.journal.tables import prepare
from serai.journal.verify import verify
from serai.journal.wall import now_ms

pytestmark = pytest.mark.django_db


def counted(group: str, count: int = 2) -> events.ArrivalCounted:
    legs = ledger.counted_in("outside", "reception", {"man": count})
    return events.ArrivalCounted(
        at=1_000, arrival=group, code=group, place="reception", counts={"man": count}, legs=legs
    )


@pytest.fixture
def north() -> PretendStation:
    station = PretendStation("north")
    for number in range(3):
        station.write(counted(f"a{number}"), 1_000)
    return station


def test_events_of_another_station_are_added_once(north: PretendStation) -> None:
    first, second = receive(north.segments), receive(north.segments)
    assert (first.added, first.known, first.refused) == (3, 0, [])
    assert (second.added, second.known) == (0, 3)
    assert sql.one("SELECT count FROM registry_balance WHERE id = 'reception/man'") == (6,)


def test_what_was_received_is_handed_on_unchanged(north: PretendStation) -> None:
    receive(north.segments)
    assert segments_of(north.station, north.public_key) == north.segments


def test_a_changed_event_is_turned_away_by_name(north: PretendStation) -> None:
    segment = north.segments[1]
    forged = msgspec.structs.replace(segment.events[0], body=b'{"at":1}')
    receipt = receive([msgspec.structs.replace(segment, events=(forged,))])
    assert receipt.added == 0
    assert receipt.refused == [f"event {north.station}.1.2 was changed after it was written"]


def test_a_segment_signed_by_somebody_else_is_turned_away(north: PretendStation) -> None:
    stranger = PretendStation("stranger")
    segment = north.segments[0]
    other_key = msgspec.structs.replace(segment, public_key=stranger.public_key)
    other_sign = msgspec.structs.replace(
        segment, signature=chain.sign(stranger.key, segment.events[-1].hash)
    )
    receipt = receive([other_key, other_sign])
    assert receipt.refused == ["the key is not the station's", "the signature does not fit"]
    assert receipt.added == 0


def test_a_cloned_laptop_is_noticed_and_its_event_kept_as_proof(north: PretendStation) -> None:
    clone = PretendStation("north")
    clone.write(counted("other"), 1_000)
    receive(north.segments)
    receipt = receive(clone.segments)
    assert (receipt.added, receipt.forks) == (0, 1)
    assert receive(clone.segments).forks == 0
    assert sql.one("SELECT COUNT(*) FROM journal_fork") == (1,)
    assert sql.one("SELECT COUNT(*) FROM registry_arrival WHERE id = 'other'") == (0,)


def test_a_kind_of_a_later_version_is_kept_and_handed_on_but_not_read() -> None:
    later = _segment_of_unknown_kind()
    receipt = receive([later])
    assert (receipt.added, receipt.refused) == (1, [])
    assert segments_of(later.events[0].station, later.public_key) == [later]
    assert [d for d in verify().differences if "signature" not in d] == []


@pytest.mark.sqlite
def test_a_kind_that_a_new_version_can_read_counts_from_then_on(
    monkeypatch: pytest.MonkeyPatch, transactional_db: None
) -> None:
    north = PretendStation("north")
    told = Person(person="p1", names=Names(own="Salma"), sex="female")
    north.write(
        events.HouseholdRegistered(at=1, household="h1", place="reception", members=(told,)), 1
    )
    north.write(events.PersonCorrected(at=2, person="p1", sex="male"), 2)
    with monkeypatch.context() as older:
        older.delitem(KINDS, ("household_registered", 1))
        older.delitem(_DECODERS, ("household_registered", 1))
        prepare()
        receive(north.segments[:1])
    assert sql.one("SELECT COUNT(*) FROM registry_person") == (0,)
    prepare()
    assert sql.one("SELECT own FROM registry_person") == ("Salma",)
    receive(north.segments[1:])
    assert sql.one("SELECT own, sex FROM registry_person") == ("Salma", "male")
    assert [d for d in verify().differences if "signature" not in d] == []


def test_a_body_that_is_none_is_kept_and_not_read(north: PretendStation) -> None:
    segment = _segment_of_unknown_kind(kind="arrival_counted", body=b"not json")
    assert receive([segment]).added == 1
    assert sql.one("SELECT COUNT(*) FROM registry_arrival") == (0,)


@pytest.mark.parametrize(
    "body",
    [
        b'{"at":1180591620717411303424,"place":"x","counted":1}',
        b'{"at":1,"place":"x","counted":99999999999999999999}',
        b'{"at":-5,"place":"x","counted":1}',
        b'{"at":1,"place":"a\\u0000b","counted":1}',
        b'{"at":1,"place":["x"],"counted":1}',
    ],
)
def test_a_forged_number_or_letter_breaks_no_table(body: bytes) -> None:
    assert receive([_segment_of_unknown_kind(kind="headcount_taken", body=body)]).added == 1
    assert sql.one("SELECT COUNT(*) FROM registry_headcount") == (0,)


def test_a_name_of_ten_thousand_letters_from_elsewhere_is_kept_whole() -> None:
    north = PretendStation("north")
    told = Person(person="p1", names=Names(own="x" * 10_000))
    body = events.HouseholdRegistered(at=1, household="h1", place="reception", members=(told,))
    north.write(body, 1)
    assert receive(north.segments).added == 1
    assert sql.one("SELECT LENGTH(own) FROM registry_person") == (10_000,)


def test_a_station_a_year_ahead_pulls_our_clock_by_ten_minutes_at_most() -> None:
    north = PretendStation("north")
    north.write(counted("a1"), now_ms() + 365 * clock.DAY_MS)
    receive(north.segments)
    with writing(Author("amal", "reception")) as pen:
        pen.append(counted("a2"))
    ours = sql.one("SELECT hlc FROM journal_event WHERE station <> %s", (north.station,))
    assert ours is not None
    assert clock.wall_ms_of(int(ours[0])) <= now_ms() + clock.MAX_DRAG_MS


@pytest.mark.parametrize(
    ("fits", "longer"),
    [
        ({"kind": "k" * 60}, {"kind": "k" * 61}),
        ({"purpose": "p" * 60}, {"purpose": "p" * 61}),
        ({"actor": "a" * 150}, {"actor": "a" * 151}),
        ({"version": 2**31 - 1}, {"version": 2**31}),
    ],
)
def test_an_event_whose_header_fits_no_column_is_turned_away(
    fits: dict[str, str | int], longer: dict[str, str | int]
) -> None:
    assert receive([_segment_of_unknown_kind(**longer)]).added == 0
    assert receive([_segment_of_unknown_kind(**fits)]).added == 1


def _segment_of_unknown_kind(
    kind: str = "flight_chartered", body: bytes = b'{"at":1}', **header: str | int
) -> Segment:
    south = PretendStation("south")
    south.write(counted("x"), 1_000)
    written = south.segments[0].events[0]
    changed = msgspec.structs.replace(written, kind=kind, body=body, **header)
    sealed = msgspec.structs.replace(changed, hash=changed.computed_hash())
    assert sha256(sealed.body).digest() != sha256(written.body).digest()
    return Segment(south.public_key, (sealed,), chain.sign(south.key, sealed.hash))
