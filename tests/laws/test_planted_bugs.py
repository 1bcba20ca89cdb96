"""The harness itself: bugs planted in merge, chain, clock and ledger code must all be caught.

A property test that no bug can break proves nothing. Every bug here was put where a tired engineer
could put it; the check beside it must fail with the bug and pass without.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import FlakyFailure
from tests.laws import properties
from tests.laws.pretend_stations import PretendStation

from serai.core import clock, events, ledger
from serai.core.people import Names, Person
from serai.journal import chain, projecting, projection, receive, rows, segments, sql, verify
from serai.registry.projections import books, headcounts, people

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
# a bug that breaks a law only now and then has been caught all the same
CAUGHT = (AssertionError, DatabaseError, KeyError, FlakyFailure)
EXAMPLES = 400
SEED = 1


def _searched(check: Callable[..., None], **strategies: st.SearchStrategy[Any]) -> None:
    """Runs a property without shrinking: only whether it fails matters here, every time alike."""
    run = seed(SEED)(settings(
        max_examples=EXAMPLES, deadline=None, database=None, report_multiple_bugs=False,
        phases=(Phase.generate,), suppress_health_check=list(HealthCheck),
    )(given(**strategies)(check)))  # fmt: skip
    run()


def any_order() -> None:
    _searched(
        properties.same_state_whatever_the_order, script=properties.scripts, seed=st.integers(0, 99)
    )


def any_order_at_one_moment() -> None:
    """Where clocks differ, too few events stand at one reading to be found for sure."""
    _searched(
        properties.same_state_whatever_the_order,
        script=properties.at_one_moment, seed=st.integers(0, 99),
    )  # fmt: skip


def late_postings() -> None:
    """A posting that arrives after a headcount of a later hour changes what was expected."""
    north = PretendStation("north")
    north.write(events.HeadcountTaken(at=9_000_000, place="reception", counted=2), 1)
    legs = ledger.counted_in("outside", "reception", {"man": 2})
    body = events.ArrivalCounted(
        at=1_000, arrival="a", code="a", place="reception", counts={"man": 2}, legs=legs
    )
    north.write(body, 1)
    late = properties.state_after([[segment] for segment in north.segments])
    assert late == properties.state_after([north.segments])


def sums_to_zero() -> None:
    def one_station(script: properties.Script) -> None:
        properties.state_after([properties.written(script)])

    _searched(one_station, script=properties.scripts)


def tampering_is_found() -> None:
    """One letter of one stored body is changed; a missing event is noticed too."""
    north = PretendStation("north")
    for number in range(3):
        north.write(events.HeadcountTaken(at=number, place="reception", counted=number), 1)
    with transaction.atomic():
        properties.fresh_station()
        receive.receive(north.segments)
        sql.run("UPDATE journal_event SET body = %s WHERE seq = 2", (b'{"at":7}',))
        changed = verify.verify().differences
        transaction.set_rollback(True)
    with transaction.atomic():
        properties.fresh_station()
        receive.receive(north.segments[:1] + north.segments[2:])
        missing = verify.verify().differences
        transaction.set_rollback(True)
    assert any("content was changed" in one for one in changed), changed
    assert any("missing before it" in one for one in missing), missing


def forged_is_refused() -> None:
    """Another body under an old signature must not get in."""
    north = PretendStation("north")
    north.write(events.HeadcountTaken(at=1, place="reception", counted=1), 1)
    segment = north.segments[0]
    fields = {
        name: getattr(segment.events[0], name) for name in segment.events[0].__struct_fields__
    }
    forged = segments.Stored(**{**fields, "body": b'{"at":1,"place":"x","counted":9}'})
    with transaction.atomic():
        properties.fresh_station()
        receipt = receive.receive([segments.Segment(segment.public_key, (forged,), b"")])
        transaction.set_rollback(True)
    assert receipt.refused
    assert not receipt.added


def forks_are_kept() -> None:
    """A second event in one place of a chain is put aside, and the first one stays."""
    north, clone = PretendStation("north"), PretendStation("north")
    north.write(events.HeadcountTaken(at=1, place="reception", counted=1), 1)
    clone.write(events.HeadcountTaken(at=1, place="reception", counted=2), 1)
    with transaction.atomic():
        properties.fresh_station()
        receive.receive(north.segments)
        receipt = receive.receive(clone.segments)
        held = sql.one("SELECT counted FROM registry_headcount")
        transaction.set_rollback(True)
    assert receipt.forks == 1
    assert held == (1,)


def clock_runs_forward() -> None:
    def readings(walls: list[int]) -> None:
        last, seen = 0, []
        for wall_ms in walls:
            last = clock.tick(last, wall_ms)
            seen.append(last)
        assert seen == sorted(set(seen))

    _searched(readings, walls=st.lists(st.sampled_from([5, 5, 6, 1]), min_size=2, max_size=9))


def strangers_clock_is_held_off() -> None:
    year_ms = 365 * clock.DAY_MS
    pulled = clock.wall_ms_of(clock.witness(0, year_ms << clock.COUNTER_BITS, 0))
    assert pulled <= clock.MAX_DRAG_MS


def names_change_no_total() -> None:
    legs = ledger.resolved("reception", [("p1", "woman"), ("p2", "girl")])
    moved = ledger.balances([*ledger.counted_in("outside", "reception", {"woman": 1, "girl": 1})])
    after = ledger.balances(
        [*ledger.counted_in("outside", "reception", {"woman": 1, "girl": 1}), *legs]
    )
    inside = [sum(v for k, v in b.items() if k.startswith("reception")) for b in (moved, after)]
    assert inside[0] == inside[1]


def reversal_undoes() -> None:
    legs = ledger.counted_in("outside", "reception", {"man": 3, "boy": 1})
    assert not any(ledger.balances([*legs, *ledger.reversal(legs)]).values())


def lost_people_are_noticed() -> None:
    wrong = ledger.Leg("reception/named", "suwar/named", 3, ("p1", "p2"))
    assert ledger.faults([wrong])


def both_values_are_kept() -> None:
    """Law 3: two stations write a name, neither having seen the other's; a person must decide."""
    north, south = PretendStation("north"), PretendStation("south")
    member = Person(person="p1", names=Names(own="Layla"))
    first = north.write(
        events.HouseholdRegistered(at=1, household="h1", place="reception", members=(member,)), 1
    )
    for station, name in ((north, "Leila"), (south, "Laila")):
        body = events.PersonCorrected(at=2, person="p1", names=Names(own=name))
        station.write(body, 1, (first,))
    with transaction.atomic():
        properties.fresh_station()
        receive.receive([*south.segments, *north.segments])
        rows_found = sql.every("SELECT kind FROM registry_discrepancy")
        transaction.set_rollback(True)
    assert rows_found == [("disputed",)]


def _arrival_order(events: Any) -> list[Any]:
    """By the number they were stored under: PostgreSQL hands out unsorted rows as it likes."""
    return sorted(events, key=lambda event: event.local)


def _last_write_wins(writes: Any) -> list[Any]:
    return list(writes)[-1:]


def _overwritten(model: Any, sums: Any, found: Any) -> None:
    kept = list(found)
    for row in kept:
        key = model._meta.pk.column
        sql.run(f'DELETE FROM "{model._meta.db_table}" WHERE "{key}" = %s', (row[key],))
    rows.insert(model, kept)


def _always_new(segment: Any, receipt: Any) -> list[Any]:
    receipt.added += len(segment.events)
    return list(segment.events)


def _one_sided(self: Any, event: Any) -> Any:
    for leg in event.body.posting():
        yield (leg.target,), (leg.count,)


def _from_outside(place: str, drawn: Any) -> tuple[ledger.Leg, ...]:
    people = tuple(person for person, _ in drawn)
    return (ledger.Leg("outside/named", f"{place}/named", len(people), people),)


BUGS: list[tuple[str, Any, str, Any, Callable[[], None]]] = [
    ("merge: events in the order of delivery", projecting, "in_order", _arrival_order, any_order),
    ("merge: equal clocks fall back to delivery", projecting, "in_order",
     lambda events: sorted(events, key=lambda event: (event.hlc, event.local)),
     any_order_at_one_moment),
    ("merge: whoever arrives last wins", people, "live", _last_write_wins,
     both_values_are_kept),
    ("merge: sums are overwritten", projection.table, "add", _overwritten, any_order),
    ("merge: a known event is counted again", receive, "_new_of", _always_new, any_order),
    ("merge: a late posting leaves headcounts alone", headcounts, "_reached", lambda batch: {},
     late_postings),
    ("merge: a fork is dropped", receive, "_put_aside", lambda event: 0, forks_are_kept),
    ("chain: the hash forgets the body", chain, "event_hash",
     lambda header, body, prev: chain.sha256(repr(header).encode() + prev).digest(),
     tampering_is_found),
    ("chain: a gap is not looked for", verify, "_broken", lambda row, seq, prev: iter(()),
     tampering_is_found),
    ("chain: a segment is believed", receive, "fault", lambda segment: "", forged_is_refused),
    ("clock: wall time only", clock, "tick", lambda last, wall_ms: wall_ms << 16,
     clock_runs_forward),
    ("clock: a stranger's clock is followed", clock, "witness",
     lambda last, remote, wall_ms: max(last, remote), strangers_clock_is_held_off),
    ("ledger: one leg is posted on one side", books.BalanceSums, "terms", _one_sided, sums_to_zero),
    ("ledger: names come from outside", ledger, "resolved", _from_outside, names_change_no_total),
    ("ledger: the mirror is no mirror", ledger, "reversal", tuple, reversal_undoes),
    ("ledger: a leg may lose somebody", ledger, "faults", lambda legs: [],
     lost_people_are_noticed),
]  # fmt: skip


@pytest.mark.parametrize(
    ("owner", "name", "bug", "check"), [bug[1:] for bug in BUGS], ids=[bug[0] for bug in BUGS]
)
def test_a_planted_bug_is_caught(
    owner: Any, name: str, bug: Any, check: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner, name, bug)
    with pytest.raises(CAUGHT):
        check()


@pytest.mark.parametrize("check", sorted({bug[4] for bug in BUGS}, key=lambda c: c.__name__))
def test_without_a_bug_the_same_check_passes(
    check: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.laws.test_planted_bugs.EXAMPLES", properties.examples(15))
    check()
