"""Relief's laws, whatever events arrive and in whatever order, forged ones included."""

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from serai.core.events import Body, EntitlementSet, ReliefHanded, ReliefReturned, StockLeg
from serai.journal.recorded import Recorded
from serai.relief.projections import DoubleHandouts, EntitlementRows, GrantRows, HandoutRows
from serai.relief.stock_projections import StockSums

GRANTS = st.lists(
    st.sampled_from(["water|1", "water|2", "soap|0", "no bar", "", "x|" + "9" * 80]), max_size=4
)
LEGS = st.lists(
    st.builds(
        StockLeg,
        st.sampled_from(["store:a", "store:b", "supplier"]),
        st.sampled_from(["issued", "store:a"]),
        st.just("water"),
        st.integers(-5, 100) | st.just(2**70),
    ),
    max_size=3,
)
HANDED = st.builds(
    ReliefHanded, at=st.integers(0, 10**12), household=st.just("h"), place=st.just("a"),
    store=st.just("a"), grants=GRANTS.map(tuple), legs=LEGS.map(tuple),
)  # fmt: skip
RETURNED = st.builds(
    ReliefReturned, at=st.integers(0, 10**12), household=st.just("h"),
    event=st.integers(0, 9).map(lambda seq: f"s.1.{seq}"), legs=LEGS.map(tuple),
)  # fmt: skip
HISTORIES = st.lists(HANDED | RETURNED, max_size=9)


def journal(bodies: list[Body]) -> list[Recorded]:
    header = ("actor", "relief", "")
    return [
        Recorded(seq, ("s", 1, seq), seq << 16, header, body) for seq, body in enumerate(bodies)
    ]


@given(HISTORIES)
def test_no_grant_stands_twice_without_a_discrepancy(bodies: list[Body]) -> None:
    events = journal(bodies)
    returned = {event.body.event for event in events if isinstance(event.body, ReliefReturned)}
    uses = Counter(
        grant
        for event in events
        if isinstance(event.body, ReliefHanded) and event.id not in returned
        for grant in set(event.body.grants)
    )
    found = {row["id"] for row in DoubleHandouts().rows("h", events)}
    assert found == {f"handout|h|{grant}" for grant, times in uses.items() if times > 1}
    for row in GrantRows().rows("h", events):
        assert row["times"] == uses[row["id"].removeprefix("h|")]


@given(HISTORIES, st.randoms(use_true_random=False))
def test_stock_is_the_same_in_any_order_and_zero_over_all_accounts(
    bodies: list[Body], chance: random.Random
) -> None:
    events = journal(bodies)
    shuffled = chance.sample(events, len(events))

    def sums(order: list[Recorded]) -> dict[tuple[str, ...], int]:
        total: Counter[tuple[str, ...]] = Counter()
        for event in order:
            for group, (quantity,) in StockSums().terms(event):
                total[group] += quantity
        return dict(total)

    assert sums(events) == sums(shuffled)
    assert sum(sums(events).values()) == 0


@given(HISTORIES)
def test_every_handout_keeps_its_row(bodies: list[Body]) -> None:
    rows = list(HandoutRows().rows("h", journal(bodies)))
    assert len(rows) == sum(isinstance(body, ReliefHanded) for body in bodies)


@given(st.integers(), st.integers())
def test_no_forged_entitlement_breaks_the_table(quantity: int, days: int) -> None:
    body = EntitlementSet(
        at=0, entitlement="e", item="i", name="n", name_ar="", unit="", per="person",
        quantity=quantity, period_days=days,
    )  # fmt: skip
    (row,) = EntitlementRows().rows("e", journal([body]))
    assert 0 <= row["quantity"] <= 100_000
    assert 0 <= row["period_days"] <= 366
