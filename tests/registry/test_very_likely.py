"""Who was written down although the books very likely know them: a family at once."""

import pytest

from serai.core.people import Age, Names, Person
from serai.journal.store import Author
from serai.registration.commands import register_household
from serai.registration.rules import HouseholdDraft
from serai.registry.known import very_likely
from serai.registry.told import number_of, told_as_written

pytestmark = pytest.mark.usefixtures("station")
CLERK = Author("amal", "registration")
BORN = {"noted_on": "2019-03-01"}
KNOWN = Names("Sawsan", "Muhannad", "Ghazwan", "al-Tikriti")


def written(
    names: Names, years: int = 30, sex: str = "female", origin: str = "", relation: str = "head"
) -> Person:
    age = Age(months=12 * years, **BORN)
    return Person("", names, sex=sex, age=age, relation=relation, origin=origin)


def registered(*people: Person) -> list[str]:
    body = register_household(HouseholdDraft("reception", people), CLERK)
    return [one.person for one in body.members]


def found(*people: Person, apart: tuple[int, ...] = ()) -> list[list[str]]:
    likely = very_likely([told_as_written(one) for one in people], apart=apart)
    return [[one.person.id for one in some] for some in likely]


@pytest.mark.parametrize(
    "again",
    [
        written(KNOWN),
        written(Names("سوسن", "مهند", "غزوان", "التكريتي")),
        written(Names("Sawsan", "Muhannad", "", "al-Tikriti")),
        written(Names("Sausan", "Mohanad", "Ghazwan", "Tikriti"), years=31),
    ],
    ids=("the same", "in the other script", "without the grandfather", "spelt otherwise"),
)
def test_somebody_is_found_again(again: Person) -> None:
    (known,) = registered(written(KNOWN))
    assert found(again) == [[known]]


@pytest.mark.parametrize(
    "other",
    [
        written(Names("Rahaf", "Muhannad", "Ghazwan", "al-Tikriti")),
        written(Names("Sawsan", "Yusuf", "Hamid", "al-Rawi")),
        written(Names("Sawsan")),
    ],
    ids=("a sister", "a namesake", "a given name alone"),
)
def test_somebody_else_is_not(other: Person) -> None:
    registered(written(KNOWN))
    assert found(other) == [[]]


def test_who_bears_the_fathers_name_as_their_own_is_found_too() -> None:
    (known,) = registered(written(Names("Yasser", "Yasser", "", "al-Kayyal"), 9, "male"))
    assert found(written(Names("ياسر", "ياسر", "", "الكيال"), 9, "male")) == [[known]]


def test_each_of_a_family_is_answered_by_themselves() -> None:
    brother = Names("Ghassan", "Muhannad", "Ghazwan", "al-Tikriti")
    known = registered(written(KNOWN), written(brother, 8, "male", relation="sibling"))
    nobody = written(Names("Widad", "Shakir", "Mutlak", "al-Rawi"))
    asked = (written(brother, 8, "male"), nobody, written(KNOWN))
    assert found(*asked) == [[known[1]], [], [known[0]]]
    assert found() == []


def test_those_who_were_just_written_down_do_not_stand_beside_themselves() -> None:
    (known,) = registered(written(KNOWN))
    assert found(written(KNOWN), apart=(number_of(known),)) == [[]]
