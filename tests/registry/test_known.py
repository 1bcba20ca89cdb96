"""At a station of many people a name weighs by how many bear it there."""

import pytest

from serai.core.matching.told import Record, told
from serai.core.people import Age, Names, Person
from serai.journal.store import Author
from serai.registration.commands import register_household
from serai.registration.rules import HouseholdDraft
from serai.registry.known import who_may_be
from serai.registry.models import NameSound

pytestmark = pytest.mark.usefixtures("station")
PEOPLE, BEARERS = 1_000_000, 350_000


@pytest.mark.parametrize("unfinished", [True, False])
def test_a_usual_name_still_counts_among_a_million(unfinished: bool) -> None:
    age = Age(basis="refused", noted_on="2019-03-01")
    one = Person("", Names("مها", "يوسف", "محمد", "هادي"), sex="female", age=age, relation="head")
    register_household(HouseholdDraft("reception", (one,)), Author("amal", "registration"))
    for sound, people in (("", PEOPLE), ("MHMD", BEARERS)):
        NameSound.objects.update_or_create(id=sound, defaults={"people": people})
    found = who_may_be(told(Record("", ("مها يوسف محمد هادي",))), unfinished=unfinished)
    said = found[0].comparison
    assert [reason.kind for reason in said.reasons] == ["same"] * 4
    assert said.band in ("possible", "very likely")


@pytest.mark.parametrize("said", ["Um Hassan", "أم حسن", "Um Noah"])
def test_a_mother_goes_by_either_of_two_sons_who_may_be_the_eldest(said: str) -> None:
    ages = {"حسن": (16 * 12, 36), "نوح": (17 * 12, 0), "زيد": (9 * 12, 0)}
    mother = Person("", Names("Huda", "Karim"), sex="female", relation="head")
    sons = []
    for own, (months, within) in ages.items():
        age = Age("estimated", "", months, within, "2019-03-01")
        sons.append(Person("", Names(own, "علي"), sex="male", age=age, relation="child"))
    register_household(HouseholdDraft("reception", (mother, *sons)), Author("amal", "registration"))
    kinds = [
        reason.kind
        for known in who_may_be(told(Record("", (said,))))
        if known.person.own == "Huda"
        for reason in known.comparison.reasons
    ]
    assert kinds == ["kunya"]
    assert "Huda" not in [known.person.own for known in who_may_be(told(Record("", ("أم زيد",))))]
