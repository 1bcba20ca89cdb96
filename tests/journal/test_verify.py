"""Verifying: the first difference is named, whichever table or byte was touched."""

from collections.abc import Callable

import pytest
from tests.laws.pretend_stations import PretendStation

from serai.core import events, ledger
from serai.journal import sql
from serai.journal.rebuild import rebuild
from serai.journal.receive import receive
from serai.journal.store import Author, writing
from serai.journal.verify import verify

pytestmark = pytest.mark.django_db
GATE = Author("amal", "reception")


@pytest.fixture
def three_groups() -> None:
    for number in range(3):
        with writing(GATE) as pen:
            legs = ledger.counted_in("outside", "reception", {"man": number + 1})
            body = events.ArrivalCounted(
                at=pen.now_ms, arrival=f"a{number}", code=f"G-{number}", place="reception",
                counts={"man": number + 1}, legs=legs,
            )  # fmt: skip
            pen.append(body)


def _body(_: None) -> None:
    row = sql.one("SELECT body FROM journal_event WHERE seq = 2")
    assert row is not None
    changed = bytes(row[0]).replace(b"reception", b"deception")
    sql.run("UPDATE journal_event SET body = %s WHERE seq = 2", (changed,))


TAMPERINGS: list[tuple[str, Callable[[None], None], str]] = [
    ("a body", _body, "event *.1.2: its content was changed"),
    ("an author", lambda _: sql.run("UPDATE journal_event SET actor = 'eve' WHERE seq = 2"),
     "event *.1.2: its content was changed"),
    ("a missing event", lambda _: sql.run("DELETE FROM journal_event WHERE seq = 2"),
     "event *.1.3: 1 events are missing before it"),
    ("the last event", lambda _: sql.run("DELETE FROM journal_event WHERE seq = 3"),
     "commit *.1.3: its last event is missing"),
    ("a missing signature", lambda _: sql.run("DELETE FROM journal_commit WHERE last_seq = 3"),
     "event *.1.3: no signature covers it"),
    ("a forged signature",
     lambda _: sql.run("UPDATE journal_commit SET signature = %s WHERE last_seq = 2", (bytes(64),)),
     "commit *.1.2: the signature does not fit"),
    ("a balance",
     lambda _: sql.run("UPDATE registry_balance SET count = 7 WHERE id = 'reception/man'"),
     "registry_balance reception/man: differs"),
    ("a lost row", lambda _: sql.run("DELETE FROM registry_arrival WHERE id = 'a1'"),
     "registry_arrival a1: the row is missing"),
    ("who an event is about", lambda _: sql.run("DELETE FROM journal_subject WHERE event = 2"),
     "journal_subject arrival:a1: event *.1.2 is missing"),
    ("who no event is about",
     lambda _: sql.run("UPDATE journal_subject SET subject = 'arrival:a9' WHERE event = 2"),
     "journal_subject arrival:a1: event *.1.2 is missing"),
    ("a row of nobody",
     lambda _: sql.run("UPDATE registry_arrival SET id = 'a9' WHERE id = 'a1'"),
     "registry_arrival a9: no event says so"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("tamper", "sentence"), [(one[1], one[2]) for one in TAMPERINGS], ids=[t[0] for t in TAMPERINGS]
)
def test_what_was_touched_is_named(
    three_groups: None, tamper: Callable[[None], None], sentence: str
) -> None:
    assert verify().differences == ()
    tamper(None)
    start, _, end = sentence.partition("*")
    first = verify().differences[0]
    assert first.startswith(start), first
    assert end in first


@pytest.mark.sqlite
def test_a_text_where_a_number_or_bytes_belong_is_named_too(three_groups: None) -> None:
    for column in ("seq", "hlc", "epoch", "prev", "hash", "body"):
        held = sql.one(f"SELECT {column} FROM journal_event WHERE id = 2")
        assert held
        sql.run(f"UPDATE journal_event SET {column} = 'abc' WHERE id = 2")
        assert verify().differences, column
        sql.run(f"UPDATE journal_event SET {column} = %s WHERE id = 2", held)
    assert not verify().differences


def test_verifying_changes_nothing_and_rebuilding_mends_the_tables(three_groups: None) -> None:
    sql.run("UPDATE registry_balance SET count = 7 WHERE id = 'reception/man'")
    verify()
    assert sql.one("SELECT count FROM registry_balance WHERE id = 'reception/man'") == (7,)
    assert rebuild() == 3
    assert sql.one("SELECT count FROM registry_balance WHERE id = 'reception/man'") == (6,)
    assert verify().differences == ()


def test_rebuilding_mends_who_every_event_is_about(three_groups: None) -> None:
    sql.run("DELETE FROM journal_subject WHERE event = 2")
    rebuild()
    assert verify().differences == ()


def test_the_signatures_of_a_station_that_told_its_key_are_found_good_and_a_wrong_one_bad() -> None:
    north = PretendStation("north")
    told = events.StationOpened(
        at=1, station=north.station, name="North", public_key=north.public_key.hex()
    )
    north.write(told, 1)
    north.write(events.HeadcountTaken(at=2, place="reception", counted=3), 2)
    receive(north.segments)
    assert verify().differences == ()
    sql.run("UPDATE journal_commit SET signature = %s WHERE last_seq = 2", (bytes(64),))
    assert verify().differences == (f"commit {north.station}.1.2: the signature does not fit",)
