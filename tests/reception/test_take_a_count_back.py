"""Taking a count back: only while nobody of the group has a name and all still stand there."""

from collections.abc import Callable

import pytest
from django.test import Client

from serai.core.events import MovementRecorded
from serai.core.ledger import counted_in
from serai.core.refusal import Refusal
from serai.journal.store import Author, writing
from serai.journal.verify import verify
from serai.reception.commands import reverse_arrival
from serai.registry.models import Arrival, Balance, Token

pytestmark = pytest.mark.django_db


def test_the_books_are_as_before_and_the_tokens_are_void(
    count_in: Callable[..., Arrival], signed_in: Callable[..., Client]
) -> None:
    group = count_in(man=3, boy=1)
    phone = signed_in()
    assert (
        phone.post(f"/reception/{group.id}/reversal/", {"cause": "Same truck"}).status_code == 303
    )
    group.refresh_from_db()
    assert group.reversed
    assert not Balance.objects.exclude(count=0).exists()
    assert not Token.objects.filter(withdrawn=False).exists()
    page = phone.get(f"/reception/{group.id}/").content.decode()
    assert "This count was taken back" in page
    assert "Same truck" in page
    assert verify().differences == ()


def test_a_group_with_a_name_in_it_stays_and_says_how_many(
    count_in: Callable[..., Arrival],
    name_somebody: Callable[..., None],
    signed_in: Callable[..., Client],
) -> None:
    group = count_in(woman=4)
    name_somebody(group, "woman")
    answer = signed_in().post(f"/reception/{group.id}/reversal/")
    assert answer.status_code == 422
    assert "1 of 4 people of G-1 have names by now" in answer.content.decode()
    group.refresh_from_db()
    assert not group.reversed


def test_a_group_whose_people_went_on_unnamed_stays(
    count_in: Callable[..., Arrival], clerk: Author
) -> None:
    group = count_in(man=4)
    with writing(clerk) as pen:
        away = counted_in("reception", "al-hol", {"man": 3})
        pen.append(MovementRecorded(at=pen.now_ms, legs=away))
    outcome = reverse_arrival(group.id, "mistake", clerk)
    assert isinstance(outcome, Refusal)
    assert str(outcome) == "3 people of G-1 have left this place, so the count stays."


def test_a_count_is_taken_back_once(count_in: Callable[..., Arrival], clerk: Author) -> None:
    group = count_in(man=4)
    count_in(man=4)
    assert isinstance(reverse_arrival(group.id, "mistake", clerk), str)
    outcome = reverse_arrival(group.id, "mistake", clerk)
    assert isinstance(outcome, Refusal)
    assert "taken back before" in str(outcome)
    assert Balance.objects.get(id="reception/man").count == 4


def test_a_group_nobody_counted_is_not_there(signed_in: Callable[..., Client]) -> None:
    assert signed_in().post("/reception/01NOSUCHGROUP/reversal/").status_code == 404


def test_the_undo_button_follows_the_count(signed_in: Callable[..., Client]) -> None:
    phone = signed_in()
    answer = phone.post("/reception/", {"total": "4"})
    group = Arrival.objects.get()
    assert f"/reception/{group.id}/reversal/" in phone.get(answer["location"]).content.decode()
