"""Two stations register the same people, and exchange: both hear of the likely pairs."""

from collections.abc import Sequence

import pytest
from tests.laws.pretend_stations import PretendStation

from serai.core import ledger
from serai.core.events import HouseholdRegistered, MemberAdded, PairsProposed
from serai.core.events.pairs import pair_of
from serai.core.people import Age, Names, Person
from serai.journal.identity import this_station
from serai.journal.reading import events_since
from serai.journal.store import Author
from serai.journal.verify import verify
from serai.registration.commands import register_household
from serai.registration.rules import HouseholdDraft
from serai.registry import taking_in
from serai.registry.models import Pair
from serai.registry.taking_in import take_in

pytestmark = pytest.mark.usefixtures("station")
CLERK = Author("amal", "exchange")
MOTHER = Names("Sawsan", "Muhannad", "Ghazwan", "al-Tikriti")
SON = Names("Ghassan", "Yasser", "Mutlak", "al-Rawi")
AT = 1_551_400_000_000


def written(person: str, names: Names, relation: str, years: int, sex: str) -> Person:
    age = Age(months=12 * years, noted_on="2019-03-01")
    return Person(person, names, sex=sex, age=age, relation=relation)  # type: ignore[arg-type]


def family(mark: str) -> tuple[Person, ...]:
    return (
        written(f"{mark}mother", MOTHER, "head", 31, "female"),
        written(f"{mark}son", SON, "child", 8, "male"),
    )


def known_here() -> list[str]:
    body = register_household(HouseholdDraft("reception", family("")), CLERK)
    return [one.person for one in body.members]  # type: ignore[union-attr]


def registered(people: Sequence[Person], household: str) -> HouseholdRegistered:
    legs = ledger.resolved("al-hol", [(one.person, "outside") for one in people])
    return HouseholdRegistered(
        at=AT, household=household, place="al-hol", members=tuple(people), legs=legs
    )


@pytest.fixture
def north() -> PretendStation:
    """Another station, where the family was registered again, in its other names too."""
    station = PretendStation("north")
    station.write(registered(family("n"), "nh"), AT)
    return station


def test_people_of_another_station_who_are_known_here_wait_as_pairs_on_both_sides(
    north: PretendStation,
) -> None:
    mother, son = known_here()
    taken = take_in(north.segments, CLERK)
    assert (taken.receipt.added, taken.people, taken.pairs, taken.waiting) == (1, 2, 2, 0)
    both = {pair_of(mother, "nmother"), pair_of(son, "nson")}
    assert set(Pair.objects.filter(state="open").values_list("id", flat=True)) == both
    wrong = [one for one in verify().differences if "signature" not in one]
    assert wrong == []  # the key of a station that never was is not kept
    (proposal,) = events_since(0, (PairsProposed,))
    assert proposal.id.startswith(this_station())  # one of ours, which the next exchange carries


def test_a_second_delivery_of_the_same_proposes_nothing_anew(north: PretendStation) -> None:
    known_here()
    take_in(north.segments, CLERK)
    again = take_in(north.segments, CLERK)
    assert (again.receipt.known, again.people, again.pairs) == (1, 0, 0)


def test_somebody_who_joins_a_household_elsewhere_is_compared_too(north: PretendStation) -> None:
    mother, _ = known_here()
    legs = ledger.resolved("al-hol", [("late", "outside")])
    late = written("late", MOTHER, "sibling", 31, "female")
    north.write(
        MemberAdded(
            at=AT, household="nh", place="al-hol", member=late, reason="arrived later", legs=legs
        ),
        AT,
    )
    take_in(north.segments, CLERK)
    assert Pair.objects.filter(id=pair_of(mother, "late")).exists()


def test_strangers_and_people_of_one_delivery_make_no_pairs(north: PretendStation) -> None:
    north.write(registered(family("m"), "mh"), AT)
    assert take_in(north.segments, CLERK).pairs == 0


def test_of_a_large_delivery_the_rest_is_named_as_waiting(
    north: PretendStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    mother, _ = known_here()
    monkeypatch.setattr(taking_in, "PEOPLE_MAX", 1)
    taken = take_in(north.segments, CLERK)
    assert (taken.people, taken.pairs, taken.waiting) == (2, 1, 1)
    assert Pair.objects.get().id == pair_of(mother, "nmother")


def test_an_empty_delivery_asks_nobody() -> None:
    assert take_in([], CLERK).people == 0
