"""A convoy arrives: people are checked off in parts, and who is missing is known by name."""

import json
from collections.abc import Callable

import pytest
from django.test import Client
from tests.convoys.loading import MARSHAL, Family, new_convoy, on_the_road, register

from serai.convoys.commands import board
from serai.convoys.models import Convoy
from serai.core.events import DeathRecorded
from serai.core.ledger import moved
from serai.core.refusal import Refusal
from serai.journal.reading import events_about
from serai.journal.store import Author, writing
from serai.registry import queries
from serai.registry.models import Balance, Discrepancy, Person
from serai.registry.queries import people_at
from serai.registry.receipts import (
    Already,
    close_receipt,
    receive,
    receive_everybody,
    take_receipt_back,
)

SignedIn = Callable[..., Client]
GATE = Author("karim", "camp")
OTHER_GATE = Author("layla", "camp")
pytestmark = pytest.mark.usefixtures("station")


@pytest.fixture
def jubouri(station: str) -> Family:
    return register("jubouri", 3)


@pytest.fixture
def convoy(jubouri: Family) -> str:
    return on_the_road(jubouri, register("dulaimi", 2))


def test_all_of_them_are_received_with_one_tap(signed_in: SignedIn, convoy: str) -> None:
    gate = signed_in("convoys", place="al-hol")
    page = gate.post(f"/convoys/{convoy}/arrival/", {"who": "everybody"}, follow=True)
    assert "5 people received. Everybody on this convoy has arrived." in page.content.decode()
    assert people_at("al-hol", "named") == 5
    assert people_at(f"convoy:{convoy}", "named") == 0
    assert Convoy.objects.get(id=convoy).status == "arrived"
    assert not Discrepancy.objects.exists()


def test_parts_add_up_and_the_rest_is_still_expected(
    signed_in: SignedIn, jubouri: Family, convoy: str
) -> None:
    gate = signed_in("convoys", place="al-hol")
    page = gate.post(f"/convoys/{convoy}/arrival/", {"code": jubouri.token}, follow=True)
    text = page.content.decode()
    assert "3 people received, 2 still expected." in text
    assert "<bdi>Amina Dulaimi</bdi>" in text
    assert people_at("al-hol", "named") + people_at(f"convoy:{convoy}", "named") == 5


def test_everybody_but_the_marked(signed_in: SignedIn, convoy: str) -> None:
    gate = signed_in("convoys", place="al-hol")
    typed = {"who": "others", "people": ["dulaimi-2"]}
    page = gate.post(f"/convoys/{convoy}/arrival/?vehicle=1", typed, follow=True)
    assert "A family is split: Bilal Dulaimi" in page.content.decode()
    assert people_at("al-hol", "named") == 4


def test_who_left_and_did_not_arrive_is_a_discrepancy_by_name(convoy: str) -> None:
    receive_everybody(convoy, "al-hol", GATE, apart=["dulaimi-1", "dulaimi-2"])
    assert not Discrepancy.objects.exists()
    close_receipt(convoy, "al-hol", GATE)
    row = Discrepancy.objects.get()
    facts = json.loads(row.facts)
    assert (row.kind, row.place, row.amount) == ("convoy", "al-hol", -2)
    assert json.loads(row.people) == ["dulaimi-1", "dulaimi-2"]
    assert (facts["code"], facts["left"], facts["received"]) == ("C-1", 5, 3)
    assert facts["vehicles"] == [
        {"label": "Truck 1", "left": 5, "received": 3, "missing": ["dulaimi-1", "dulaimi-2"]}
    ]
    assert people_at(f"convoy:{convoy}", "named") == 2


def test_the_discrepancy_goes_when_the_missing_are_received_later(convoy: str) -> None:
    receive_everybody(convoy, "al-hol", GATE, apart=["dulaimi-1", "dulaimi-2"])
    close_receipt(convoy, "al-hol", GATE)
    receive(convoy, ["dulaimi-1"], "al-hol", GATE)
    assert Discrepancy.objects.get().amount == -1
    receive(convoy, ["dulaimi-2"], "al-hol", GATE)
    assert not Discrepancy.objects.exists()
    assert not Balance.objects.filter(place=f"convoy:{convoy}", count__gt=0).exists()


def test_a_death_on_the_road_explains_who_is_missing(convoy: str) -> None:
    with writing(GATE) as pen:
        legs = moved(f"convoy:{convoy}", "death", ["dulaimi-2"])
        pen.append(DeathRecorded(at=pen.now_ms, person="dulaimi-2", place="", legs=legs))
    receive_everybody(convoy, "al-hol", GATE)
    close_receipt(convoy, "al-hol", GATE)
    assert not Discrepancy.objects.exists()
    assert Convoy.objects.get(id=convoy).gone == 1


def test_the_second_check_is_amber_with_when_and_by_whom(
    signed_in: SignedIn, jubouri: Family, convoy: str
) -> None:
    receive(convoy, jubouri.people, "al-hol", GATE)
    gate = signed_in("convoys", place="al-hol")
    answer = gate.post(f"/convoys/{convoy}/arrival/", {"code": jubouri.token})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'class="alert warn"' in page
    assert "Amina Jubouri was already checked at" in page
    assert "by karim" in page


def test_two_gates_with_one_list_receive_everybody_once(jubouri: Family, convoy: str) -> None:
    receive(convoy, jubouri.people[:2], "al-hol", GATE)
    outcome = receive(convoy, jubouri.people, "al-hol", OTHER_GATE)
    assert not isinstance(outcome, Refusal)
    assert outcome.people == ("jubouri-3",)
    assert "was already checked" in str(outcome.already)
    assert isinstance(receive(convoy, jubouri.people, "al-hol", GATE), Already)
    assert people_at("al-hol", "named") == 3


def test_somebody_of_another_convoy_is_red_with_convoy_and_truck(
    signed_in: SignedIn, convoy: str
) -> None:
    other = register("other", 2)
    on_the_road(other)
    gate = signed_in("convoys", place="al-hol")
    answer = gate.post(f"/convoys/{convoy}/arrival/", {"code": other.token})
    assert answer.status_code == 422
    assert "Amina Other is not on this convoy (on C-2, Truck 1)." in answer.content.decode()


def test_somebody_who_never_left_is_red_with_their_place(convoy: str) -> None:
    register("waiting", 1)
    refusal = receive(convoy, ["waiting-1"], "al-hol", GATE)
    assert "the books have them at Desert reception" in str(refusal)


def test_a_mistaken_receipt_is_undone(signed_in: SignedIn, convoy: str) -> None:
    outcome = receive_everybody(convoy, "al-hol", GATE)
    assert not isinstance(outcome, Refusal)
    gate = signed_in("convoys", place="al-hol")
    answer = gate.post(f"/convoys/{convoy}/arrival/{outcome.event}/reversal/")
    assert answer.status_code == 303
    assert people_at(f"convoy:{convoy}", "named") == 5
    assert Person.objects.filter(place="al-hol").count() == 0


def test_a_departure_cannot_be_undone_as_a_receipt(convoy: str) -> None:
    left = next(one for one in events_about(f"convoy:{convoy}") if one.kind == "convoy_departed")
    assert isinstance(take_receipt_back(convoy, left.id, GATE), Refusal)
    assert people_at(f"convoy:{convoy}", "named") == 5


def test_closing_shows_who_is_missing_before_it_is_done(signed_in: SignedIn, convoy: str) -> None:
    receive_everybody(convoy, "al-hol", GATE, apart=["dulaimi-2"])
    gate = signed_in("convoys", place="al-hol")
    page = gate.get(f"/convoys/{convoy}/closing/").content.decode()
    assert "Close with 1 missing" in page
    assert "<bdi>Bilal Dulaimi</bdi>" in page
    assert gate.post(f"/convoys/{convoy}/closing/").status_code == 303
    assert gate.post(f"/convoys/{convoy}/closing/").status_code == 422


@pytest.mark.parametrize("typed", [{}, {"people": ["x"]}, {"code": "zz"}, {"who": "vehicle"}])
def test_a_convoy_that_has_not_left_receives_nobody(
    signed_in: SignedIn, typed: dict[str, str]
) -> None:
    from tests.convoys.loading import new_convoy

    convoy = new_convoy().convoy
    answer = signed_in("convoys", place="al-hol").post(f"/convoys/{convoy}/arrival/", typed)
    assert answer.status_code == 422


def test_the_list_asks_eight_questions_at_most(
    signed_in: SignedIn, convoy: str, asks_at_most: Callable[..., object]
) -> None:
    receive(convoy, ["jubouri-1"], "al-hol", MARSHAL)
    gate = signed_in("convoys", place="al-hol")
    gate.get(f"/convoys/{convoy}/arrival/")
    with asks_at_most(8):
        gate.get(f"/convoys/{convoy}/arrival/")


def test_nobody_is_received_off_a_convoy_that_has_not_left_or_is_not_known(jubouri: Family) -> None:
    loading = new_convoy()
    board(loading.convoy, jubouri.household, MARSHAL)
    refused = receive_everybody(loading.convoy, "al-hol", GATE)
    assert str(refused) == f"{loading.code} has not left yet: nobody can come off it."
    assert str(receive_everybody("nowhere", "al-hol", GATE)) == "There is no such convoy."


def test_only_who_stands_on_a_convoys_account_is_on_the_road(convoy: str) -> None:
    register("waiting", 3)
    assert queries.on_the_road(queries.balances()) == 5
    receive(convoy, ["dulaimi-2"], "al-hol", GATE)
    assert queries.on_the_road(queries.balances()) == 4
