"""A marshal walks along the trucks and ticks who is aboard."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.convoys.loading import MARSHAL, OTHER_MARSHAL, Family, new_convoy, register

from serai.convoys.commands import board, check_off, undo_check_off
from serai.convoys.models import CheckOff, Convoy
from serai.core.refusal import Refusal
from serai.registry.receipts import Already

SignedIn = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("station")


@pytest.fixture
def jubouri(station: str) -> Family:
    return register("jubouri", 3)


@pytest.fixture
def convoy(jubouri: Family) -> str:
    opened = new_convoy(trucks=2, seats=5).convoy
    board(opened, jubouri.household, MARSHAL)
    return opened


def test_a_token_ticks_the_family_and_the_list_counts_up(
    signed_in: SignedIn, jubouri: Family, convoy: str
) -> None:
    register("other", 3)
    board(convoy, "other", MARSHAL)
    marshal = signed_in("convoys")
    page = marshal.post(f"/convoys/{convoy}/check-off/", {"code": jubouri.token}, follow=True)
    assert "3 of 6" in page.content.decode()
    assert "Amina Jubouri, Bilal Jubouri, Dalal Jubouri are on board." in page.content.decode()
    assert CheckOff.objects.filter(end="departure").count() == 3


def test_a_family_of_which_some_are_missing_is_a_red_line(signed_in: SignedIn, convoy: str) -> None:
    marshal = signed_in("convoys")
    typed = {"people": ["jubouri-1"], "who": "marked"}
    page = marshal.post(f"/convoys/{convoy}/check-off/?vehicle=1", typed, follow=True)
    assert "A family is split: Bilal Jubouri, Dalal Jubouri" in page.content.decode()


def test_all_but_the_marked_are_ticked(signed_in: SignedIn, convoy: str) -> None:
    typed = {"people": ["jubouri-3"], "who": "others"}
    signed_in("convoys").post(f"/convoys/{convoy}/check-off/?vehicle=1", typed)
    ticked = CheckOff.objects.order_by("person").values_list("person", flat=True)
    assert list(ticked) == ["jubouri-1", "jubouri-2"]


def test_a_second_tick_is_amber_with_when_and_by_whom(
    signed_in: SignedIn, jubouri: Family, convoy: str
) -> None:
    check_off(convoy, jubouri.people, "reception", OTHER_MARSHAL)
    answer = signed_in("convoys").post(f"/convoys/{convoy}/check-off/", {"code": jubouri.token})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'class="alert warn"' in page
    assert "was already checked at" in page
    assert "by layla" in page


def test_two_clerks_with_one_list_tick_everybody_once(jubouri: Family, convoy: str) -> None:
    check_off(convoy, jubouri.people[:2], "reception", MARSHAL)
    outcome = check_off(convoy, jubouri.people, "reception", OTHER_MARSHAL)
    assert not isinstance(outcome, Refusal)
    assert outcome.people == ("jubouri-3",)
    assert isinstance(check_off(convoy, jubouri.people, "reception", MARSHAL), Already)


def test_who_is_on_another_convoy_is_red_with_its_truck(signed_in: SignedIn, convoy: str) -> None:
    other = register("other", 2)
    board(new_convoy().convoy, "other", MARSHAL)
    answer = signed_in("convoys").post(f"/convoys/{convoy}/check-off/", {"code": other.token})
    assert answer.status_code == 422
    assert "not on this convoy (on C-2, Truck 1)" in answer.content.decode()


def test_who_still_waits_is_red(signed_in: SignedIn, convoy: str) -> None:
    other = register("other", 2)
    answer = signed_in("convoys").post(f"/convoys/{convoy}/check-off/", {"code": other.token})
    assert "the family is still waiting" in answer.content.decode()


@pytest.mark.parametrize("typed", [{}, {"people": ["nobody"]}, {"code": "zzz"}])
def test_nonsense_is_refused_with_a_sentence(
    signed_in: SignedIn, convoy: str, typed: dict[str, str]
) -> None:
    answer = signed_in("convoys").post(f"/convoys/{convoy}/check-off/", typed)
    assert answer.status_code == 422
    assert "alert bad" in answer.content.decode()
    assert not CheckOff.objects.exists()


def test_a_tick_can_be_taken_back_until_the_convoy_leaves(
    signed_in: SignedIn, jubouri: Family, convoy: str
) -> None:
    outcome = check_off(convoy, jubouri.people, "reception", MARSHAL)
    assert not isinstance(outcome, Refusal)
    answer = signed_in("convoys").post(f"/convoys/{convoy}/check-off/{outcome.event}/reversal/")
    assert answer.status_code == 303
    assert Convoy.objects.get(id=convoy).checked == 0


def test_only_a_tick_can_be_taken_back_here(convoy: str) -> None:
    boarding = CheckOff.objects.count()
    assert isinstance(undo_check_off(convoy, "nothing.1.1", MARSHAL), Refusal)
    assert CheckOff.objects.count() == boarding


def test_the_list_asks_eight_questions_at_most(
    signed_in: SignedIn,
    jubouri: Family,
    convoy: str,
    asks_at_most: Callable[..., object],
) -> None:
    check_off(convoy, jubouri.people[:1], "reception", MARSHAL)
    marshal = signed_in("convoys")
    marshal.get(f"/convoys/{convoy}/check-off/")
    with asks_at_most(8):
        marshal.get(f"/convoys/{convoy}/check-off/")


def test_nobody_is_ticked_on_a_convoy_that_is_not_in_the_books() -> None:
    refused = check_off("nowhere", ("jubouri-1",), "reception", MARSHAL)
    assert str(refused) == "There is no such convoy."
