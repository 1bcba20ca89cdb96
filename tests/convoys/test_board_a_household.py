"""A household is put on a convoy: whole, with seats, from where the books have it."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.convoys.loading import (
    MARSHAL,
    OTHER_MARSHAL,
    new_convoy,
    on_the_road,
    register,
    separate,
)

from serai.convoys.commands import board, fill, withdraw
from serai.convoys.models import Boarding, Convoy, Vehicle
from serai.convoys.queries import waiting, waiting_sizes
from serai.core.events import HouseholdBoarded, MovementRecorded
from serai.core.ledger import moved
from serai.core.refusal import Refusal
from serai.journal.store import writing

SignedIn = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("station")


def move(person: str, target: str) -> None:
    with writing(MARSHAL) as pen:
        pen.append(MovementRecorded(at=pen.now_ms, legs=moved("reception", target, [person])))


def test_a_token_puts_the_whole_family_on_the_first_vehicle_with_seats(signed_in: SignedIn) -> None:
    family, convoy = register("jubouri", 5), new_convoy(trucks=2)
    marshal = signed_in("convoys")
    address = f"/convoys/{convoy.convoy}/boarding/"
    answer = marshal.post(address, {"code": family.token.lower()}, follow=True)
    assert "5 people put on Truck 1." in answer.content.decode()
    assert Boarding.objects.filter(household="jubouri", vehicle="1", state="listed").count() == 5
    assert Vehicle.objects.get(vehicle="1").taken == 5


def test_a_member_who_stands_elsewhere_is_not_left_behind() -> None:
    register("jubouri", 4)
    move("jubouri-2", "hospital")
    refusal = board(new_convoy().convoy, "jubouri", MARSHAL)
    assert isinstance(refusal, Refusal)
    assert "leave Bilal Jubouri behind (Hospital)" in str(refusal)
    assert not Boarding.objects.exists()


def test_who_is_separated_on_record_is_not_counted_as_left_behind() -> None:
    family = register("jubouri", 4)
    move("jubouri-1", "screening")
    separate(family, "jubouri-1")
    outcome = board(new_convoy().convoy, "jubouri", MARSHAL)
    assert isinstance(outcome, HouseholdBoarded)
    assert outcome.people == ("jubouri-2", "jubouri-3", "jubouri-4")


def test_who_went_ahead_to_the_destination_is_joined_there() -> None:
    register("jubouri", 3)
    move("jubouri-1", "al-hol")
    assert isinstance(board(new_convoy().convoy, "jubouri", MARSHAL), HouseholdBoarded)


def test_too_few_seats_says_how_many_are_left() -> None:
    register("big", 6)
    convoy = new_convoy(trucks=2, seats=5).convoy
    refusal = board(convoy, "big", MARSHAL)
    assert "no vehicle has more than 5 seats left" in str(refusal)
    refusal = board(convoy, "big", MARSHAL, vehicle="2")
    assert "this vehicle has 5 seats left" in str(refusal)


def test_seats_taken_are_taken_for_everybody() -> None:
    register("first", 3)
    register("second", 3)
    convoy = new_convoy(seats=5).convoy
    board(convoy, "first", MARSHAL)
    refusal = board(convoy, "second", OTHER_MARSHAL)
    assert "more than 2 seats left" in str(refusal)


def test_two_clerks_who_put_the_same_family_on_two_convoys_are_told() -> None:
    register("jubouri", 3)
    one, two = new_convoy(), new_convoy()
    board(one.convoy, "jubouri", MARSHAL)
    refusal = board(two.convoy, "jubouri", OTHER_MARSHAL)
    assert "already on C-1, Truck 1 (karim" in str(refusal)


def test_who_is_on_the_road_cannot_board_again() -> None:
    family = register("jubouri", 3)
    on_the_road(family)
    refusal = board(new_convoy().convoy, "jubouri", MARSHAL)
    assert "the books have them at C-1" in str(refusal)


def test_a_convoy_that_left_takes_nobody_more() -> None:
    convoy = on_the_road(register("first", 2))
    register("late", 2)
    assert "C-1 left at" in str(board(convoy, "late", MARSHAL))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("", "Scan the token"),
        ("xxxx", "Nobody called"),
        ("0000-0000", "have not arrived here"),
        ("'; DROP TABLE 1", "is not a token code"),
    ],
)
def test_a_wrong_code_is_said_and_kept(signed_in: SignedIn, code: str, said: str) -> None:
    convoy = new_convoy().convoy
    answer = signed_in("convoys").post(f"/convoys/{convoy}/boarding/", {"code": code})
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_name_that_fits_one_family_is_enough(signed_in: SignedIn) -> None:
    register("jubouri", 2)
    convoy = new_convoy().convoy
    answer = signed_in("convoys").post(f"/convoys/{convoy}/boarding/", {"code": "amina jub"})
    assert answer.status_code == 303
    assert Convoy.objects.get(id=convoy).boarded == 2


def test_an_unknown_convoy_is_not_found(signed_in: SignedIn) -> None:
    assert signed_in("convoys").get("/convoys/nothing/").status_code == 404


def test_who_waits_longest_stands_first_and_must_fit() -> None:
    register("first", 3)
    register("big", 9)
    register("last", 2)
    assert [one.household for one in waiting("reception", 5)] == ["first", "last"]
    assert waiting("reception", 5)[0].size == 3


def test_the_free_seats_fill_from_the_waiting_list_by_whole_families(signed_in: SignedIn) -> None:
    for name, size in (("first", 4), ("second", 5), ("third", 2)):
        register(name, size)
    convoy = new_convoy(seats=7).convoy
    marshal = signed_in("convoys")
    answer = marshal.post(f"/convoys/{convoy}/filling/", follow=True)
    assert "2 households put on, 6 people." in answer.content.decode()
    assert set(Boarding.objects.values_list("household", flat=True)) == {"first", "third"}


def test_filling_passes_over_a_family_that_would_be_split() -> None:
    register("whole", 2)
    register("torn", 3)
    move("torn-3", "hospital")
    convoy = new_convoy().convoy
    outcome = fill(convoy, waiting_sizes("reception", 40), MARSHAL)
    assert not isinstance(outcome, Refusal)
    assert [one.household for one in outcome] == ["whole"]


def test_undo_takes_off_what_one_tap_put_on(signed_in: SignedIn) -> None:
    register("first", 4)
    register("second", 2)
    convoy = new_convoy().convoy
    marshal = signed_in("convoys")
    page = marshal.post(f"/convoys/{convoy}/filling/", follow=True).content.decode()
    undo = f"/convoys/{convoy}/boarding/{Boarding.objects.first().boarded_at}/reversal/"
    assert undo in page
    assert marshal.post(undo).status_code == 303
    assert not Boarding.objects.exists()
    assert len(waiting("reception", 40)) == 2


def test_undo_puts_a_family_back_on_the_vehicle_it_was_taken_off(signed_in: SignedIn) -> None:
    register("jubouri", 3)
    convoy = new_convoy(trucks=2).convoy
    board(convoy, "jubouri", MARSHAL, vehicle="2")
    marshal = signed_in("convoys")
    page = marshal.post(f"/convoys/{convoy}/withdrawal/jubouri/", follow=True).content.decode()
    undo = f"/convoys/{convoy}/withdrawal/jubouri/2/reversal/"
    assert undo in page
    page = marshal.post(undo, follow=True).content.decode()
    assert "The family is on the list again." in page
    assert set(Boarding.objects.values_list("vehicle", flat=True)) == {"2"}
    page = marshal.post(undo, follow=True).content.decode()
    assert 'class="message error"' in page


def test_a_family_taken_off_may_board_again() -> None:
    register("jubouri", 3)
    convoy = new_convoy().convoy
    board(convoy, "jubouri", MARSHAL)
    assert not isinstance(withdraw(convoy, ["jubouri"], MARSHAL), Refusal)
    assert "not on the list" in str(withdraw(convoy, ["jubouri"], OTHER_MARSHAL))
    assert isinstance(board(convoy, "jubouri", MARSHAL), HouseholdBoarded)
    assert Convoy.objects.get(id=convoy).boarded == 3


def test_the_page_of_a_convoy_asks_eight_questions_at_most(
    signed_in: SignedIn, asks_at_most: Callable[..., object]
) -> None:
    register("jubouri", 3)
    register("waiting", 3)
    convoy = new_convoy(trucks=15).convoy
    board(convoy, "jubouri", MARSHAL)
    marshal = signed_in("convoys")
    marshal.get(f"/convoys/{convoy}/")
    with asks_at_most(8):
        page = marshal.get(f"/convoys/{convoy}/").content.decode()
    assert "<bdi>Amina Jubouri</bdi>" in page
    assert "<bdi>Amina Waiting</bdi>" in page


def test_nobody_boards_a_convoy_that_is_not_in_the_books() -> None:
    family = register("jubouri", 3)
    assert str(board("nowhere", family.household, MARSHAL)) == "There is no such convoy."
