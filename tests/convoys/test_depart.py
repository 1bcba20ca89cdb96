"""A convoy leaves: everybody aboard goes on the road in one posting, no family in two parts."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.convoys.loading import MARSHAL, OTHER_MARSHAL, new_convoy, register, separate

from serai.convoys.commands import board, check_off, depart
from serai.convoys.models import Boarding, Convoy
from serai.core.events import MovementRecorded
from serai.core.ledger import moved
from serai.core.refusal import Refusal
from serai.journal.store import writing
from serai.registry.models import Person
from serai.registry.queries import people_at

SignedIn = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("station")


@pytest.fixture
def convoy(station: str) -> str:
    opened = new_convoy().convoy
    for name, size in (("jubouri", 3), ("dulaimi", 2)):
        register(name, size)
        board(opened, name, MARSHAL)
    return opened


def test_everybody_on_the_list_leaves_when_nobody_was_ticked(
    signed_in: SignedIn, convoy: str
) -> None:
    marshal = signed_in("convoys")
    page = marshal.get(f"/convoys/{convoy}/departure/").content.decode()
    assert "C-1 leaves now with 5 people" in page
    answer = marshal.post(f"/convoys/{convoy}/departure/", follow=True)
    assert "C-1 left with 5 people." in answer.content.decode()
    assert people_at(f"convoy:{convoy}", "named") == 5
    assert people_at("reception", "named") == 0
    assert Convoy.objects.get(id=convoy).status == "road"


def test_with_check_off_only_the_ticked_leave_and_the_others_are_named(
    signed_in: SignedIn, convoy: str
) -> None:
    check_off(convoy, ["jubouri-1", "jubouri-2", "jubouri-3"], "reception", MARSHAL)
    page = signed_in("convoys").get(f"/convoys/{convoy}/departure/").content.decode()
    assert "C-1 leaves now with 3 people" in page
    assert "<bdi>Bilal Dulaimi</bdi>" in page
    depart(convoy, MARSHAL)
    assert people_at(f"convoy:{convoy}", "named") == 3
    assert set(Person.objects.filter(place="reception").values_list("household", flat=True)) == {
        "dulaimi"
    }
    assert Boarding.objects.filter(state="stayed").count() == 2


def test_a_family_half_ticked_holds_the_convoy_back(signed_in: SignedIn, convoy: str) -> None:
    check_off(convoy, ["jubouri-1", "dulaimi-1", "dulaimi-2"], "reception", MARSHAL)
    answer = signed_in("convoys").post(f"/convoys/{convoy}/departure/")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "would split a family: Bilal Jubouri, Dalal Jubouri not checked off" in page
    assert "leaves now" not in page
    assert people_at("reception", "named") == 5


def test_a_separation_on_record_lets_the_rest_leave(convoy: str) -> None:
    check_off(convoy, ["jubouri-2", "jubouri-3"], "reception", MARSHAL)
    assert isinstance(depart(convoy, MARSHAL), Refusal)
    with writing(MARSHAL) as pen:
        pen.now_ms += 1
    separate(type("Known", (), {"household": "jubouri", "people": ("jubouri-1",)}), "jubouri-1")
    outcome = depart(convoy, MARSHAL)
    assert not isinstance(outcome, Refusal)
    assert outcome.count == 2


def test_who_was_taken_to_hospital_after_boarding_is_named_with_the_place(convoy: str) -> None:
    with writing(MARSHAL) as pen:
        legs = moved("reception", "hospital", ["jubouri-2"])
        pen.append(MovementRecorded(at=pen.now_ms, legs=legs))
    refusal = depart(convoy, MARSHAL)
    assert "the books have Bilal Jubouri at Hospital" in str(refusal)


def test_an_empty_convoy_does_not_leave(station: str) -> None:
    assert "Nobody is on this convoy" in str(depart(new_convoy().convoy, MARSHAL))


def test_the_second_of_two_marshals_is_told_when_it_left(convoy: str) -> None:
    depart(convoy, MARSHAL)
    assert "C-1 left at" in str(depart(convoy, OTHER_MARSHAL))
    assert people_at(f"convoy:{convoy}", "named") == 5


def test_a_double_tap_leaves_once(signed_in: SignedIn, convoy: str) -> None:
    marshal = signed_in("convoys")
    for _ in range(2):
        marshal.post(f"/convoys/{convoy}/departure/", {"operation": "one"})
    assert people_at(f"convoy:{convoy}", "named") == 5


def test_the_confirmation_asks_eight_questions_at_most(
    signed_in: SignedIn, convoy: str, asks_at_most: Callable[..., object]
) -> None:
    marshal = signed_in("convoys")
    marshal.get(f"/convoys/{convoy}/departure/")
    with asks_at_most(8):
        marshal.get(f"/convoys/{convoy}/departure/")
