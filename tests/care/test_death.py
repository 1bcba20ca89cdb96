"""Writing a death down: the record stays, the books move one person to the dead."""

import pytest
from tests.a_family import FATHER, register, who

from serai.registry.deaths import record_death
from serai.registry.models import Household, Person
from serai.registry.queries import people_at

pytestmark = pytest.mark.usefixtures("station")
ADDRESS = f"/care/death/{who(FATHER)}/"


@pytest.fixture
def nurse(signed_in):
    return signed_in("care", place="reception")


def test_a_death_keeps_the_record_and_moves_the_books(nurse):
    register()
    given = {"told_by": "his wife", "circumstances": "a wound", "at": ""}
    assert nurse.post(ADDRESS, given).status_code == 303
    assert not Person.objects.get(id=who(FATHER)).alive
    assert people_at("reception", "named") == 3
    assert people_at("death", "named") == 1
    assert Household.objects.get().size == 3


def test_an_undo_brings_the_person_back_into_the_books(nurse):
    register()
    page = nurse.post(ADDRESS, {"told_by": "a guard"}, follow=True).content.decode()
    address = page.partition('action="/care/undo/')[2].partition('"')[0]
    nurse.post(f"/care/undo/{address}")
    assert Person.objects.get(id=who(FATHER)).alive
    assert people_at("reception", "named") == 4


def test_somebody_must_have_told_it(nurse):
    register()
    answer = nurse.post(ADDRESS, {"told_by": "", "circumstances": "a wound"})
    assert answer.status_code == 422
    assert "Write who told it" in answer.content.decode()
    assert 'value="a wound"' in answer.content.decode()


def test_a_death_in_the_future_is_refused(nurse):
    register()
    answer = nurse.post(ADDRESS, {"told_by": "a guard", "at": "2199-01-01T10:00"})
    assert answer.status_code == 422
    assert "This time lies in the future." in answer.content.decode()


def test_nobody_dies_twice(nurse, clerk):
    register()
    record_death(who(FATHER), "reception", "", "a guard", clerk)
    refusal = record_death(who(FATHER), "reception", "", "a guard", clerk)
    assert str(refusal) == "The death of Hasan is already written down."
    assert "already written down" in nurse.get(ADDRESS).content.decode()


def test_an_unknown_person_does_not_die(clerk):
    refusal = record_death("nobody", "reception", "", "a guard", clerk)
    assert str(refusal) == "No person in the books has this number."
