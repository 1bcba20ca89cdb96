"""Ages from the first day to 119 years, names of 10,000 letters, days to come: in sentences."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from tests.registration.conftest import sheet

from serai.journal.models import Event
from serai.registry.members import today
from serai.registry.models import Person

URL = "/registration/"
Group = Callable[..., tuple[str, list[str]]]
RANA = {"own": "Rana", "father": "Ali", "family": "Dulaimi", "sex": "f", "age": "30"}


def register(desk: Client, **changes: str) -> Any:
    return desk.post(URL, sheet({**RANA, **changes}))


@pytest.mark.parametrize(("age", "years"), [("0", 0), ("0d", 0), ("1d", 0), ("119", 119)])
def test_ages_from_the_first_day_to_119_years_are_kept(desk: Client, age: str, years: int) -> None:
    from serai.registration.words import age_value

    assert register(desk, age=age).status_code == 303
    assert age_value(Person.objects.get().age).years_on(today()) == years


def test_nobody_is_130_years_old(desk: Client) -> None:
    answer = register(desk, age="130")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nobody is 130 years old" in page
    assert 'value="Dulaimi"' in page
    assert not Person.objects.exists()


def test_nobody_is_born_tomorrow(desk: Client) -> None:
    tomorrow = (today() + timedelta(days=1)).isoformat()
    answer = register(desk, age=tomorrow)
    assert answer.status_code == 422
    assert "future" in answer.content.decode()
    assert not Person.objects.exists()


@pytest.mark.parametrize("part", ["own", "father", "grandfather", "family", "kunya", "mother"])
def test_a_name_of_ten_thousand_letters_is_refused_with_its_length(desk: Client, part: str) -> None:
    before = Event.objects.count()
    answer = register(desk, **{part: "ن" * 10_000})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "At most 80 letters" in page
    assert 'value="30"' in page
    assert Event.objects.count() == before


@pytest.mark.parametrize("name", ["Ra\x00na", "Ra\x07na", "\u202eRana\u202c", "Ra\u200bna\x1b"])
def test_control_characters_are_taken_out_of_a_name(desk: Client, name: str) -> None:
    assert register(desk, own=name).status_code == 303
    assert Person.objects.get().own == "Rana"


def test_a_name_of_control_characters_only_is_no_name(desk: Client) -> None:
    answer = desk.post(URL, sheet({"own": "\x00\x01\u202e", "sex": "f", "age": "30"}))
    assert answer.status_code in (303, 422)
    assert "\u202e" not in "".join(Person.objects.values_list("own", flat=True))


def test_a_household_has_one_head(desk: Client) -> None:
    both = ({**RANA, "relation": "head"}, {**RANA, "own": "Samira", "relation": "head"})
    answer = desk.post(URL, sheet(*both))
    assert answer.status_code == 422
    assert (
        "A household has one head. Choose another relation for Samira." in answer.content.decode()
    )
    assert not Person.objects.exists()
