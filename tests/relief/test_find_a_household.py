"""Finding the household at the desk: every kind of wrong token has its own sentence."""

from collections.abc import Callable

import pytest
from django.test import Client

from serai.core.ids import token_code
from serai.journal.store import Author
from serai.registry.commands import reverse
from serai.registry.models import Arrival, Household

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("things")]


def answer(desk: Client, text: str) -> tuple[int, str]:
    page = desk.get("/relief/", {"token": text})
    return page.status_code, page.content.decode()


def test_spaces_small_letters_and_misread_letters_are_forgiven(
    register: Callable[..., Household], signed_in: Callable[..., Client]
) -> None:
    household = register()
    typed = household.token.lower().replace("0", "o").replace("-", " ")
    arabic = household.token.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    desk = signed_in()
    for text in (f" {typed} ", arabic):
        status, page = answer(desk, text)
        assert (status, household.token in page) == (200, True), text


def test_a_mistyped_token_is_told_apart_from_one_never_given_out(
    station: str, signed_in: Callable[..., Client]
) -> None:
    desk = signed_in()
    good = token_code(station, 1)
    wrong = good[:-1] + ("A" if good[-1] != "A" else "B")
    assert "its check letter does not fit" in answer(desk, wrong)[1]
    assert answer(desk, wrong)[0] == 422
    assert "was never given out" in answer(desk, token_code(station, 9999))[1]


def test_a_token_nobody_registered_with_says_register_first(
    station: str, signed_in: Callable[..., Client]
) -> None:
    status, page = answer(signed_in(), token_code(station, 7))
    assert status == 422
    assert "Register the family first." in page


def test_a_token_of_a_station_that_never_exchanged_is_not_called_wrong(
    station: str, signed_in: Callable[..., Client]
) -> None:
    elsewhere = "ZZ" if station != "ZZ" else "YY"
    assert "have not arrived here" in answer(signed_in(), token_code(elsewhere, 3))[1]


def test_a_withdrawn_token_sends_the_family_to_the_gate(
    station: str, clerk: Author, signed_in: Callable[..., Client]
) -> None:
    reverse(Arrival.objects.get(id="group").event, "counted twice", clerk)
    assert "was withdrawn" in answer(signed_in(), token_code(station, 1))[1]


def test_a_family_without_its_slip_is_found_by_name(
    register: Callable[..., Household], signed_in: Callable[..., Client]
) -> None:
    household = register(size=1)
    desk = signed_in()
    page = answer(desk, "househ")[1]
    assert household.token in page
    assert "Nobody in the books has this name" in answer(desk, "Qays")[1]
    card = desk.get("/relief/", {"household": household.id}).content.decode()
    assert "Due now" in card


@pytest.mark.parametrize("typed", ["", "   ", "'; DROP--1", "٠٠٠", "1" * 500])
def test_nothing_typed_breaks_the_desk(signed_in: Callable[..., Client], typed: str) -> None:
    assert answer(signed_in(), typed)[0] in (200, 422)


def test_an_empty_desk_says_what_to_do(signed_in: Callable[..., Client]) -> None:
    assert "Scan the token" in answer(signed_in(), "")[1]
