"""The laws as functions that fail: tests call them, and planted bugs must break them."""

import os
import random
from collections.abc import Sequence

import msgspec
from django.db import connection, transaction
from hypothesis import settings
from hypothesis import strategies as st
from tests.laws.pretend_stations import CLOCK_READINGS, PretendStation, bodies

from serai.core.events.body import Body
from serai.journal import sql
from serai.journal.projecting import projected_models
from serai.journal.receive import receive
from serai.journal.segments import Segment
from serai.journal.verify import digests, verify

Script = list[tuple[int, Body, int, list[int]]]  # station, body, wall clock, refs back in time


def _scripts(readings: st.SearchStrategy[int]) -> st.SearchStrategy[Script]:
    event = st.tuples(
        st.integers(0, 2), bodies(), readings, st.lists(st.integers(1, 6), max_size=2)
    )
    return st.lists(event, min_size=2, max_size=14)


scripts = _scripts(CLOCK_READINGS)
at_one_moment = _scripts(st.just(1_000))


def examples(usual: int) -> int:
    """How many to search: all that a thorough search wants, and a third on PostgreSQL.

    The rows to write are the same there; what differs are the few statements that write them.
    """
    if os.environ.get("SERAI_HYPOTHESIS") == "thorough":
        return int(settings.default.max_examples)  # type: ignore[union-attr]
    return usual if connection.vendor == "sqlite" else usual // 3


def written(script: Script) -> list[Segment]:
    """The segments of three stations that act the script; every event may refer to earlier ones."""
    stations = [PretendStation(name) for name in ("north", "middle", "south")]
    ids: list[str] = []
    segments: list[Segment] = []
    for station, body, wall_ms, back in script:
        refs = tuple(ids[-step] for step in back if step <= len(ids))
        ids.append(stations[station].write(_named(body, ids), wall_ms, refs))
        segments.append(stations[station].segments[-1])
    return segments


def _named(body: Body, ids: list[str]) -> Body:
    """The body with the id of an earlier event where it says `@` and how far back."""
    back = getattr(body, "event", "").partition("@")[2]
    if not back.isdigit():
        return body
    event = ids[-int(back)] if int(back) <= len(ids) else "nobody.1.1"
    return msgspec.structs.replace(body, event=event)


def fresh_station() -> None:
    """Empties the journal and every table."""
    for table in ("event", "commit", "subject", "fork", "operation", "setting"):
        sql.run(f"DELETE FROM journal_{table}")
    for model in projected_models():
        sql.run(f'DELETE FROM "{model._meta.db_table}"')


def state_after(deliveries: Sequence[Sequence[Segment]]) -> dict[str, str]:
    """The digest of every table of a fresh station that got these deliveries; leaves nothing."""
    with transaction.atomic():
        fresh_station()
        for delivery in deliveries:
            receipt = receive(delivery)
            assert not receipt.refused, receipt.refused
        found = digests()
        books_sum_to_zero()
        transaction.set_rollback(True)
    return found


def same_state_whatever_the_order(script: Script, seed: int) -> None:
    """Law 2: order, grouping and repetition of deliveries change no byte of any table."""
    segments = written(script)
    mixed = [*segments, *segments[::2]]
    random.Random(seed).shuffle(mixed)
    one_by_one = state_after([[segment] for segment in segments])
    at_once = state_after([segments])
    shuffled = state_after([[segment] for segment in mixed])
    assert one_by_one == at_once, _different(one_by_one, at_once)
    assert one_by_one == shuffled, _different(one_by_one, shuffled)


def rebuild_gives_the_same_bytes(script: Script) -> None:
    """Law 2 again: what daily work wrote is what the journal alone gives."""
    with transaction.atomic():
        fresh_station()
        for segment in written(script):
            receive([segment])
        verdict = verify()
        transaction.set_rollback(True)
    wrong = [one for one in verdict.differences if "signature" not in one]
    assert not wrong, wrong


def books_sum_to_zero() -> None:
    """Law 1: over all accounts, nobody was made and nobody lost; the flows tell the same."""
    total = sql.one("SELECT CAST(COALESCE(SUM(count), 0) AS BIGINT) FROM registry_balance")
    flows = sql.one(
        "SELECT CAST(COALESCE(SUM(came - went + renamed), 0) AS BIGINT) FROM registry_hourlyflow"
    )
    assert (total, flows) == ((0,), (0,))


def _different(left: dict[str, str], right: dict[str, str]) -> list[str]:
    return sorted(table for table in left if left[table] != right[table])
