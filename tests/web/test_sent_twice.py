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


@pytest.mark.parametrize(
    ("room", "form", "typed", "page"),
    [
        ("registration", "/registration/person/{her}/death/",
         {"circumstances": "fever", "told_by": "her son"}, "/registration/jubouri/"),
        ("care", "/care/death/{her}/", {"circumstances": "fever", "told_by": "her son"},
         "/care/person/{her}/"),
        ("registration", "/registration/person/{her}/correction/",
         {"own": "Leyla", "age": "35", "sex": "f", "papers": "none"}, "/registration/jubouri/"),
    ],
)  # fmt: skip
def test_a_form_on_a_page_of_its_own_leads_to_whom_it_is_about(
    her: Person,
    signed_in: Callable[..., Client],
    room: str,
    form: str,
    typed: dict[str, str],
    page: str,
) -> None:
    address, desk = form.format(her=her.id), signed_in(room, place="reception")
    came_from = {"referer": f"http://testserver{address}"}
    first = desk.post(address, typed | {"operation": "one-tap"}, headers=came_from)
    assert first.status_code == 303
    again = desk.post(address, typed | {"operation": "one-tap"}, headers=came_from)
    assert again["Location"] == page.format(her=her.id)
