"""Laws of the truck side: nobody is made or lost on the road, and no family leaves in two parts."""

from itertools import permutations
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from serai.core.convoys import Standing, filled, free_seats, left_behind, torn, travellers
from serai.core.events.body import Body
from serai.core.events.books import PostingReversed
from serai.core.events.convoys import (
    BoardingWithdrawn,
    ConvoyDeparted,
    ConvoyOpened,
    ConvoyReceived,
    HouseholdBoarded,
    PeopleCheckedOff,
    ReceiptClosed,
    Vehicle,
)
from serai.core.ledger import balances, counted_in, moved
from serai.core.manifest import manifest

ROAD = "convoy:c"


class Told(msgspec.Struct, frozen=True):
    """An event with the header that the fold reads."""

    id: str
    order: tuple[int, str, int, int]
    body: Body
    refs: tuple[str, ...] = ()
    actor: str = "karim"


def told(*bodies: Body | tuple[Body, tuple[str, ...]]) -> list[Told]:
    found = []
    for number, one in enumerate(bodies):
        body, refs = one if isinstance(one, tuple) else (one, ())
        found.append(Told(f"e{number}", (number, "s", 1, number), body, refs))
    return found


def opened(seats: list[int]) -> ConvoyOpened:
    vehicles = tuple(
        Vehicle(str(number), f"Truck {number}", one) for number, one in enumerate(seats)
    )
    return ConvoyOpened(
        at=0, convoy="c", code="C-1", source="gate", target="camp", vehicles=vehicles
    )


def boarded(home: str, people: list[str], vehicle: str = "0") -> HouseholdBoarded:
    return HouseholdBoarded(at=1, convoy="c", vehicle=vehicle, household=home, people=tuple(people))


sizes = st.lists(st.integers(1, 12), min_size=1, max_size=20)
seats = st.lists(st.integers(1, 40), min_size=1, max_size=6)


@given(sizes, seats)
def test_filling_never_splits_a_family_or_a_seat(
    family_sizes: list[int], trucks: list[int]
) -> None:
    free = {str(number): one for number, one in enumerate(trucks)}
    waiting = [(f"h{number}", size) for number, size in enumerate(family_sizes)]
    placed = filled(waiting, free)
    taken: dict[str, int] = {}
    for home, vehicle in placed:
        taken[vehicle] = taken.get(vehicle, 0) + dict(waiting)[home]
    assert all(taken[vehicle] <= free[vehicle] for vehicle in taken)
    assert len({home for home, _ in placed}) == len(placed)
    left = free_seats(free, taken)
    passed_over = [size for home, size in waiting if home not in dict(placed)]
    assert all(size > max(left.values()) for size in passed_over), "somebody still fits"


@given(sizes, st.data())
def test_everybody_who_left_is_received_or_missing_and_never_both(
    family_sizes: list[int], data: Any
) -> None:
    homes = {f"h{h}": [f"h{h}-{p}" for p in range(size)] for h, size in enumerate(family_sizes)}
    everyone = [person for people in homes.values() for person in people]
    ticked = data.draw(st.sets(st.sampled_from(sorted(homes)), min_size=1))
    going = [person for home in sorted(ticked) for person in homes[home]]
    parts = data.draw(st.lists(st.sets(st.sampled_from(going)), max_size=4))
    bodies: list[Body] = [opened([500])]
    bodies += [boarded(home, people) for home, people in homes.items()]
    bodies += [
        PeopleCheckedOff(at=2, convoy="c", end="departure", place="gate", people=tuple(going))
    ]
    assert torn({p: h for h, people in homes.items() for p in people}, going) == {}
    legs = list(moved("gate", ROAD, going))
    bodies += [ConvoyDeparted(at=3, convoy="c", place="gate", legs=tuple(legs))]
    off: set[str] = set()
    for part in parts:
        fresh = sorted(part - off)
        off |= part
        receipt = moved(ROAD, "camp", fresh)
        if receipt:
            legs += receipt
            bodies.append(ConvoyReceived(at=4, convoy="c", place="camp", legs=receipt))
    list_ = manifest("c", told(*bodies))
    assert set(list_.received) | set(list_.missing()) == set(going)
    assert set(list_.received) & set(list_.missing()) == set()
    assert set(list_.stayed()) == set(everyone) - set(going)
    assert balances(legs).get(f"{ROAD}/named", 0) == list_.expected()
    assert (list_.status() == "arrived") == (off == set(going))


@given(st.integers(0, 4), st.sets(st.integers(0, 4)), st.sets(st.integers(0, 4)))
def test_a_party_leaves_nobody_behind_without_a_record(
    size: int, away: set[int], parted: set[int]
) -> None:
    places = {one: "hospital" if one in away else "gate" for one in range(size)}
    family = [Standing(str(one), places[one], one in parted) for one in range(size)]
    party = travellers(family, "gate")
    behind = left_behind(family, party, ["camp"])
    silent = {str(one) for one in range(size) if one not in parted and str(one) not in party}
    assert set(behind) in (silent, set())
    if any(one not in parted for one in range(size) if str(one) in party):
        assert set(behind) == silent


def test_the_list_is_the_same_in_every_order_of_delivery() -> None:
    events = told(
        opened([9]),
        boarded("h", ["a", "b"]),
        (BoardingWithdrawn(at=2, convoy="c", household="h"), ("e1",)),
        boarded("h", ["a", "b"], "1"),
        ConvoyDeparted(at=3, convoy="c", place="gate", legs=moved("gate", ROAD, ["a", "b"])),
    )
    lists = [
        manifest("c", sorted(order, key=lambda one: one.order)) for order in permutations(events)
    ]
    assert all(one == lists[0] for one in lists)
    assert lists[0].vehicle_of("a") == "1"


def test_a_withdrawal_takes_back_only_the_boarding_it_saw() -> None:
    events = told(
        boarded("h", ["a"]),
        boarded("h", ["a"], "7"),
        (BoardingWithdrawn(at=2, convoy="c", household="h"), ("e0",)),
    )
    assert manifest("c", events).vehicle_of("a") == "7"


def test_a_tick_before_the_family_was_taken_off_counts_no_more() -> None:
    tick = PeopleCheckedOff(at=2, convoy="c", end="departure", place="gate", people=("a",))
    withdrawal = (BoardingWithdrawn(at=2, convoy="c", household="h"), ("e0",))
    events = told(boarded("h", ["a"]), tick, withdrawal, boarded("h", ["a"]))
    assert manifest("c", events).checked == {}


def test_a_reversed_receipt_never_happened() -> None:
    left = ConvoyDeparted(at=3, convoy="c", place="gate", legs=moved("gate", ROAD, ["a"]))
    came = ConvoyReceived(at=4, convoy="c", place="camp", legs=moved(ROAD, "camp", ["a"]))
    back = PostingReversed(at=5, event="e1", cause="", legs=moved("camp", ROAD, ["a"]))
    closed = ReceiptClosed(at=6, convoy="c", place="camp")
    assert manifest("c", told(left, came, back, closed)).missing() == ["a"]


def test_who_comes_off_without_having_left_is_named() -> None:
    came = ConvoyReceived(at=4, convoy="c", place="camp", legs=moved(ROAD, "camp", ["a"]))
    assert manifest("c", told(opened([1]), came)).never_left() == ["a"]


def test_whoever_was_parted_from_the_family_goes_alone_and_leaves_nobody_behind() -> None:
    family = [Standing("father", "gate", parted=True), Standing("mother", "gate")]
    assert left_behind(family, ["father"], []) == ()
    assert left_behind(family, ["mother", "father"], []) == ()
    assert left_behind([*family, Standing("son", "gate")], ["mother", "father"], []) == ("son",)


def test_people_without_names_are_counted_on_and_off_the_road() -> None:
    left = ConvoyDeparted(at=3, convoy="c", place="gate", legs=counted_in("gate", ROAD, {"man": 9}))
    came = ConvoyReceived(at=4, convoy="c", place="camp", legs=counted_in(ROAD, "camp", {"man": 7}))
    list_ = manifest("c", told(opened([40]), left, came))
    assert (list_.unnamed_left, list_.unnamed_off) == (9, 7)
    assert list_.expected() == 2


def test_whoever_belongs_to_no_household_tears_none() -> None:
    assert torn({"a": "h1", "b": "h1"}, going=["a", "stranger"]) == {"h1": ("b",)}
    assert torn({"a": "h1", "b": "h1"}, going=["stranger"]) == {}
