"""What the books said of an hour that is over."""

from serai.core import events, ledger
from serai.core.clock import HOUR_MS
from serai.journal.store import Author, writing
from serai.registry.queries import balances


def test_balances_of_a_past_hour_are_those_of_that_hour(
    station: str, clerk: Author, now_ms: int
) -> None:
    with writing(clerk) as pen:
        for hours, count in ((30, 5), (3, 7)):
            legs = ledger.counted_in("outside", "reception", {"man": count})
            pen.append(
                events.ArrivalCounted(
                    at=now_ms - hours * HOUR_MS,
                    arrival=f"a{hours}",
                    code="G",
                    place="reception",
                    counts={"man": count},
                    legs=legs,
                )
            )
    asked = [balances(now_ms - hours * HOUR_MS).get("reception", {}) for hours in (31, 30, 4, 3)]
    assert asked == [{}, {"man": 5}, {"man": 5}, {"man": 12}]
    assert balances()["reception"] == {"man": 12}
