"""Whoever is told together is found together: another of the family in the household lifts one."""

import pytest

from serai.core.matching.told import Record, Told, told
from serai.core.people import Age, Names, Person
from serai.journal.store import Author
from serai.registration.commands import register_household
from serai.registration.rules import HouseholdDraft
from serai.registry.known import who_may_be
from serai.registry.models import Person as Row

pytestmark = pytest.mark.usefixtures("station")
DESK = Author("amal", "registration")


def _registered(*own: tuple[str, str], father: str, family: str) -> str:
    """Registers a family; the household."""
    age = Age(basis="refused", noted_on="2019-03-01")
    people = tuple(
        Person("", Names(name, father, "", family), sex=sex, age=age,
               relation="head" if not at else "sibling")
        for at, (name, sex) in enumerate(own)
    )  # fmt: skip
    body = register_household(HouseholdDraft("reception", people), DESK)
    return body.household  # type: ignore[union-attr]


def _told(name: str) -> Told:
    return told(Record("", (name,)))


@pytest.fixture
def homes() -> list[str]:
    """Two women of one name; beside the second stands her sister."""
    return [
        _registered(("مريم", "female"), ("كريم", "male"), father="علي", family="حسن"),
        _registered(("مريم", "female"), ("نرجس", "female"), father="علي", family="حسن"),
    ]


def test_of_two_of_one_name_the_one_beside_her_sister_comes_first(homes: list[str]) -> None:
    found = who_may_be(_told("Maryam Ali Hasan"), family=[_told("Narjis Ali Hasan")])
    assert [one.person.household for one in found[:2]] == homes[::-1]
    lift = found[0].comparison.bits - found[1].comparison.bits
    assert lift > 2
    told_why = [reason.text() for reason in found[0].comparison.reasons]
    assert "others of the family stand in the same household" in told_why
    assert "آخرون من العائلة مسجَّلون في الأسرة نفسها" in found[0].comparison.line("ar")


def test_a_father_whom_all_share_lifts_nobody(homes: list[str]) -> None:
    alone = who_may_be(_told("Maryam Ali Hasan"))
    beside = who_may_be(_told("Maryam Ali Hasan"), family=[_told("Ruqayya Ali Hasan")])
    assert [one.comparison.bits for one in beside] == [one.comparison.bits for one in alone]


def test_a_sister_is_not_taken_for_the_one_who_is_missing(homes: list[str]) -> None:
    found = who_may_be(_told("Zahra Ali Hasan"), family=[_told("Narjis Ali Hasan")])
    assert all(one.comparison.band in ("weak", "unlikely") for one in found)


def test_her_own_row_is_no_other_of_the_family(homes: list[str]) -> None:
    one = Row.objects.get(own="نرجس")
    found = who_may_be(_told("Narjis Ali Hasan"), family=[_told("Narjis Ali Hasan")])
    assert found[0].person.id == one.id
    assert "family" not in [reason.kind for reason in found[0].comparison.reasons]
