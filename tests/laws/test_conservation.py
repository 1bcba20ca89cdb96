"""Law 1 as a machine: whatever three stations do and deliver, nobody is made and nobody is lost."""

from collections import Counter

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.laws.pretend_stations import BANDS, CLOCK_READINGS, PLACES, PretendStation
from tests.laws.properties import books_sum_to_zero, examples, fresh_station

from serai.core import events, ledger
from serai.core.people import Names, Person
from serai.journal import sql
from serai.journal.receive import receive
from serai.journal.segments import Segment
from serai.journal.verify import digests, verify

pytestmark = pytest.mark.django_db
STATIONS = st.integers(0, 2)
COUNTS = st.dictionaries(st.sampled_from(BANDS), st.integers(1, 9), min_size=1)


class Books(RuleBasedStateMachine):
    """A model of the books in a Counter beside the real journal and tables."""

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        fresh_station()
        self.stations = [PretendStation(name) for name in ("north", "middle", "south")]
        self.waiting: list[Segment] = []
        self.model: Counter[str] = Counter()
        self.named: dict[str, str] = {}
        self.people = 0

    def teardown(self) -> None:
        receive(self.waiting)
        before = digests()
        receive([segment for station in self.stations for segment in station.segments])
        again = digests()
        wrong = [one for one in verify().differences if "signature" not in one]
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)
        assert before == again, "a second delivery changed something"
        assert not wrong, wrong

    def _write(self, station: int, body: events.PostingBody, wall_ms: int) -> None:
        self.stations[station].write(body, wall_ms)
        self.waiting.append(self.stations[station].segments[-1])
        for leg in body.legs:
            self.model[leg.source] -= leg.count
            self.model[leg.target] += leg.count

    @rule(station=STATIONS, place=st.sampled_from(PLACES), counts=COUNTS, wall_ms=CLOCK_READINGS)
    def a_group_is_counted(
        self, station: int, place: str, counts: dict[str, int], wall_ms: int
    ) -> None:
        legs = ledger.counted_in("outside", place, counts)
        group = f"g{len(self.waiting)}-{station}-{wall_ms}"
        body = events.ArrivalCounted(
            at=wall_ms, arrival=group, code=group, place=place, counts=counts, legs=legs
        )
        self._write(station, body, wall_ms)

    @rule(station=STATIONS, band=st.sampled_from(BANDS), size=st.integers(1, 5), at=CLOCK_READINGS)
    def a_household_gets_names(self, station: int, band: str, size: int, at: int) -> None:
        place = PLACES[0]
        people = [f"p{self.people + number}" for number in range(size)]
        self.people += size
        body = events.HouseholdRegistered(
            at=at, household=f"h{self.people}", place=place,
            members=tuple(Person(person=one, names=Names(own=one)) for one in people),
            legs=ledger.resolved(place, [(one, band) for one in people]),
        )  # fmt: skip
        before = self._total()
        self._write(station, body, at)
        assert self._total() == before, "giving names changed a total"
        self.named.update(dict.fromkeys(people, place))

    @precondition(lambda self: self.named)
    @rule(station=STATIONS, goal=st.sampled_from(PLACES), at=CLOCK_READINGS, pick=st.integers(0))
    def somebody_moves(self, station: int, goal: str, at: int, pick: int) -> None:
        person = sorted(self.named)[pick % len(self.named)]
        legs = ledger.moved(self.named[person], goal, [person])
        self._write(station, events.MovementRecorded(at=at, legs=legs), at)
        self.named[person] = goal

    @precondition(lambda self: self.waiting)
    @rule(pick=st.integers(0), twice=st.booleans())
    def a_delivery_arrives(self, pick: int, twice: bool) -> None:
        segment = self.waiting.pop(pick % len(self.waiting))
        receive([segment, segment] if twice else [segment])

    def _total(self) -> int:
        inside = (account for account in self.model if not account.startswith("outside"))
        return sum(self.model[account] for account in inside)

    @invariant()
    def the_sum_over_all_accounts_is_zero(self) -> None:
        books_sum_to_zero()

    @invariant()
    def delivered_books_agree_with_the_model(self) -> None:
        if self.waiting:
            return
        rows = sql.every("SELECT id, count FROM registry_balance WHERE count <> 0")
        assert dict(rows) == {name: count for name, count in self.model.items() if count}


TestBooks = Books.TestCase
TestBooks.settings = settings(max_examples=examples(40), stateful_step_count=12)
TestBooks = pytest.mark.django_db(TestBooks)
