"""A marshal opens a convoy with rows of vehicles."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.convoys.loading import MARSHAL, new_convoy

from serai.convoys.commands import ConvoyDraft, open_convoy
from serai.convoys.models import Convoy, Vehicle
from serai.core.refusal import Refusal

SignedIn = Callable[..., Client]
TYPED = {
    "target": "al-hol",
    "trucks": "15",
    "truck_seats": "40",
    "minibuses": "2",
    "minibus_seats": "12",
}


@pytest.mark.usefixtures("station")
def test_fifteen_trucks_of_forty_are_one_row_of_typing(signed_in: SignedIn) -> None:
    marshal = signed_in("convoys")
    answer = marshal.post("/convoys/opening/", TYPED)
    convoy = Convoy.objects.get()
    assert answer.status_code == 303
    assert answer["Location"] == f"/convoys/{convoy.id}/"
    assert (convoy.code, convoy.seats, convoy.status) == ("C-1", 624, "loading")
    labels = list(Vehicle.objects.order_by("position").values_list("label", flat=True))
    assert labels[0] == "Truck 1"
    assert labels[-1] == "Minibus 2"


@pytest.mark.usefixtures("station")
def test_codes_count_up() -> None:
    assert [new_convoy().code, new_convoy().code] == ["C-1", "C-2"]


def test_arabic_digits_are_digits(signed_in: SignedIn) -> None:
    signed_in("convoys").post("/convoys/opening/", TYPED | {"trucks": "٣", "minibuses": ""})
    assert Convoy.objects.get().seats == 120


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"trucks": "", "minibuses": ""}, "A convoy has from 1 to 100 vehicles"),
        ({"trucks": "101"}, "Type 100 or less."),
        ({"truck_seats": "0"}, "A vehicle has from 1 to 200 seats"),
        ({"target": "reception"}, "Choose from the list"),
        ({"target": ""}, "Choose where the convoy goes."),
    ],
)
def test_a_wrong_row_is_said_and_nothing_typed_is_lost(
    signed_in: SignedIn, typed: dict[str, str], sentence: str
) -> None:
    answer = signed_in("convoys").post("/convoys/opening/", TYPED | typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert 'value="12"' in page
    assert not Convoy.objects.exists()


@pytest.mark.usefixtures("station")
def test_a_convoy_cannot_go_where_it_stands() -> None:
    draft = ConvoyDraft("reception", "reception", (("Truck", 1, 40),))
    refused = open_convoy(draft, MARSHAL)
    assert isinstance(refused, Refusal)
    assert refused.field == "target"
    assert not Convoy.objects.exists()


def test_the_same_form_sent_twice_opens_one_convoy(signed_in: SignedIn) -> None:
    marshal = signed_in("convoys")
    for _ in range(2):
        marshal.post("/convoys/opening/", TYPED | {"operation": "the-same"})
    assert Convoy.objects.count() == 1


def test_the_first_page_says_how_to_begin(
    signed_in: SignedIn, asks_at_most: Callable[..., object]
) -> None:
    marshal = signed_in("convoys")
    with asks_at_most(8):
        page = marshal.get("/convoys/").content.decode()
    assert "No convoy yet" in page


def test_convoys_are_listed_by_state(
    signed_in: SignedIn, asks_at_most: Callable[..., object]
) -> None:
    marshal = signed_in("convoys")
    new_convoy()
    marshal.get("/convoys/")
    with asks_at_most(8):
        page = marshal.get("/convoys/?state=loading").content.decode()
    assert "C-1" in page
    assert "C-1" not in marshal.get("/convoys/?state=arrived").content.decode()
