"""A newborn, or somebody who arrived later: one more human being, from somewhere."""

from collections.abc import Callable
from datetime import date

from django.test import Client
from tests.registration.a_household import family, row

from serai.core.people import Names
from serai.core.people import Person as PersonOfNobodyYet
from serai.registration.rules import member_refusal
from serai.registry.models import Household, Person
from serai.registry.queries import balances


def test_a_newborn_comes_from_birth_with_the_chain_of_the_father(desk: Client) -> None:
    household = family()
    page = desk.get(f"/registration/{household}/newborn/").content.decode()
    assert 'value="Hasan"' in page  # the father's own name waits in its field
    sent = {"own": "Amal", "sex": "f", "age": "0", "father": "Hasan", "grandfather": "Ali",
            "relation": "child"}  # fmt: skip
    answer = desk.post(f"/registration/{household}/newborn/", sent, follow=True)
    assert "Amal Hasan Ali\u2069 belongs to the household now." in answer.content.decode()
    assert balances()["birth"] == {"named": -1}
    assert balances()["reception"]["named"] == 4
    assert Household.objects.get().size == 4


def test_a_birth_written_by_mistake_is_taken_back(desk: Client) -> None:
    household = family()
    sent = {"own": "Amal", "sex": "f", "age": "0"}
    page = desk.post(f"/registration/{household}/newborn/", sent, follow=True).content.decode()
    undo = next(part for part in page.split('"') if "/reversal/" in part)
    desk.post(undo)
    assert not Person.objects.filter(own="Amal").exists()
    assert "birth" not in balances()


def test_a_child_without_a_name_yet_is_written_with_a_dash(desk: Client) -> None:
    household = family()
    desk.post(f"/registration/{household}/newborn/", {"own": "-", "sex": "m", "age": "0"})
    assert Person.objects.filter(own="", household=household).count() == 1


def test_nobody_is_born_twenty_years_old(desk: Client) -> None:
    household = family()
    sent = {"own": "Amal", "sex": "f", "age": "20", "relation": "child"}
    answer = desk.post(f"/registration/{household}/newborn/", sent)
    assert answer.status_code == 422
    assert "A newborn is not a year old yet." in answer.content.decode()
    assert "birth" not in balances()


def test_a_household_with_a_head_gets_no_second_one(desk: Client) -> None:
    household = family()
    sent = {"own": "Sami", "sex": "m", "age": "60", "relation": "head"}
    answer = desk.post(f"/registration/{household}/arrival/", sent)
    assert answer.status_code == 422
    assert not Person.objects.filter(own="Sami").exists()


def test_a_late_arrival_is_drawn_from_the_counted_group(
    desk: Client, group: Callable[..., tuple[str, list[str]]]
) -> None:
    _, tokens = group(unknown=4)
    household = family(tokens[0])
    desk.post(f"/registration/{household}/arrival/", {"own": "Sami", "sex": "m", "age": "60",
              "relation": "parent"})  # fmt: skip
    assert balances()["reception"] == {"named": 4}
    assert row("Sami").relation == "parent"


def test_what_is_missing_is_asked_for(desk: Client) -> None:
    household = family()
    answer = desk.post(f"/registration/{household}/newborn/", {"relation": "child"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Type the own name, or - when there is none yet." in page
    assert "Type f for a woman or girl" in page


def test_a_household_nobody_knows_is_not_found(desk: Client) -> None:
    assert desk.get("/registration/nowhere/newborn/").status_code == 404


def test_a_household_holds_thirty_people_and_no_more(station: str) -> None:
    amal = PersonOfNobodyYet(person="p", names=Names(own="Amal"), relation="child")
    asked = (amal, "arrived", date(2019, 3, 1))
    assert member_refusal(Household(id="h", size=29), *asked) is None
    refused = member_refusal(Household(id="h", size=30), *asked)
    assert "30" in str(refused)
