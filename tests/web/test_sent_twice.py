"""A form about one person sent again, by a browser that does not say from where: to their page."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.a_family import register, who

from serai.registry.models import Person

OPENED = {"accept": "text/html,*/*"}


@pytest.fixture
def her(station: str) -> Person:
    """The mother of a registered family."""
    register()
    return Person.objects.get(id=who("mother"))


@pytest.mark.parametrize("form", ["decision", "double-count"])
def test_the_desks_forms_lead_to_the_household(
    her: Person, signed_in: Callable[..., Client], form: str
) -> None:
    desk = signed_in("registration")
    answer = desk.get(reverse(f"registration:{form}", args=[her.id]), headers=OPENED)
    home = reverse("registration:household-page", args=[her.household])
    assert (answer.status_code, answer["Location"]) == (302, home)


def test_an_act_taken_back_twice_leads_to_the_household(
    her: Person, signed_in: Callable[..., Client]
) -> None:
    desk = signed_in("registration")
    back = reverse("registration:reversal", args=[her.id, "x.1.1"])
    home = reverse("registration:household-page", args=[her.household])
    assert desk.get(back, headers=OPENED)["Location"] == home


@pytest.mark.parametrize("form", ["end", "return"])
def test_the_forms_of_a_separation_lead_to_it(
    station: str, signed_in: Callable[..., Client], form: str
) -> None:
    answer = signed_in("screening").get(f"/screening/{form}/S1/", headers=OPENED)
    assert answer["Location"] == "/screening/review/S1/"


def test_a_return_from_hospital_leads_to_the_list_of_who_is_there(
    station: str, signed_in: Callable[..., Client]
) -> None:
    answer = signed_in("care").get("/care/return/R1/", headers=OPENED)
    assert answer["Location"] == "/care/hospital/"


def test_nobody_learns_a_household_without_a_role_that_may(
    her: Person, signed_in: Callable[..., Client]
) -> None:
    address = reverse("registration:decision", args=[her.id])
    assert signed_in("relief").get(address, headers=OPENED).status_code == 403
    assert "sign-in" in Client().get(address, headers=OPENED)["Location"]
