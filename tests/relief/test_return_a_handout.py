"""Taking a hand-out back: goods return to the store, the household may get them again, once."""

from collections.abc import Callable

import pytest
from django.test import Client

from serai.core.refusal import Refusal
from serai.journal.store import Author
from serai.journal.verify import verify
from serai.registry.models import Household
from serai.relief.commands import hand_out, take_back
from serai.relief.drafts import HandoutDraft
from serai.relief.models import Grant, Handout
from serai.relief.queries import stock_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stocked")]


def test_goods_and_grants_are_as_before(
    register: Callable[..., Household], clerk: Author, signed_in: Callable[..., Client]
) -> None:
    household = register()
    event = hand_out(HandoutDraft(household.id, "al-hol", ("water", "blanket")), clerk)
    answer = signed_in().post(f"/relief/handouts/{event}/return/")
    assert answer.status_code == 303
    assert stock_of("al-hol")["water"] == 1000
    assert not Grant.objects.exists()
    assert Handout.objects.get().returned_by == "storekeeper"
    assert isinstance(hand_out(HandoutDraft(household.id, "al-hol", ("water",)), clerk), str)
    assert verify().differences == ()


def test_a_handout_is_taken_back_once(register: Callable[..., Household], clerk: Author) -> None:
    event = hand_out(HandoutDraft(register().id, "al-hol", ("water",)), clerk)
    take_back(str(event), "mistake", clerk)
    outcome = take_back(str(event), "mistake", clerk)
    assert isinstance(outcome, Refusal)
    assert "taken back before, by storekeeper" in str(outcome)
    assert stock_of("al-hol")["water"] == 1000


def test_a_handout_nobody_made_cannot_be_taken_back(signed_in: Callable[..., Client]) -> None:
    answer = signed_in().post("/relief/handouts/no.1.1/return/")
    assert answer.status_code == 422
    assert "This hand-out is not in the books." in answer.content.decode()
