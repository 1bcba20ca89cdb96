"""The distribution list: who is here and what they are due, for paper."""

from collections.abc import Callable

import pytest
from django.test import Client

from serai.journal.store import Author
from serai.registry.models import Household
from serai.relief.commands import hand_out
from serai.relief.drafts import HandoutDraft

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stocked")]
QUERIES_MAX = 8


def test_the_list_shows_what_each_household_is_still_due(
    register: Callable[..., Household],
    clerk: Author,
    signed_in: Callable[..., Client],
    asks_at_most: Callable[..., object],
) -> None:
    first, second = register(1, size=4), register(2, size=6)
    hand_out(HandoutDraft(first.id, "al-hol", ("water",)), clerk)
    desk = signed_in()
    desk.get("/relief/distribution/")
    with asks_at_most(QUERIES_MAX):
        page = desk.get("/relief/distribution/").content.decode()
    row_of_first = page.split(first.token)[1].split("</tr>")[0]
    row_of_second = page.split(second.token)[1].split("</tr>")[0]
    assert "given" in row_of_first
    assert ">60<" not in row_of_first
    assert ">90<" in row_of_second


def test_a_place_without_households_says_what_to_do(signed_in: Callable[..., Client]) -> None:
    page = signed_in(place="suwar").get("/relief/distribution/").content.decode()
    assert "No registered household is here" in page
