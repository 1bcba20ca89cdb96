"""Looking groups up: today's list, search by code or token, what is still to be named."""

from collections.abc import Callable

import pytest
from django.test import Client

from serai.core.clock import DAY_MS
from serai.journal.store import Author
from serai.reception.commands import ArrivalDraft, count_arrival
from serai.registry.models import Arrival, Token

pytestmark = pytest.mark.django_db
QUERIES_MAX = 8


def test_a_day_without_groups_says_what_to_do(signed_in: Callable[..., Client]) -> None:
    page = signed_in().get("/reception/groups/").content.decode()
    assert "Nobody was counted here today" in page


def test_a_group_shows_how_many_have_names(
    count_in: Callable[..., Arrival],
    name_somebody: Callable[..., None],
    signed_in: Callable[..., Client],
    asks_at_most: Callable[..., object],
) -> None:
    group = count_in(woman=40, girl=3)
    name_somebody(group, "woman", Token.objects.order_by("number")[0].code)
    name_somebody(group, "girl")
    phone = signed_in()
    with asks_at_most(QUERIES_MAX):
        assert "2 of 43 named" in phone.get("/reception/groups/").content.decode()
    with asks_at_most(QUERIES_MAX):
        page = phone.get(f"/reception/{group.id}/").content.decode()
    assert "1 person got a name" in page
    assert "registered" in page


def test_yesterdays_group_is_found_by_its_code_only(
    station: None, clerk: Author, signed_in: Callable[..., Client], now_ms: int
) -> None:
    draft = ArrivalDraft(place="reception", counts={"man": 2}, at=now_ms - 2 * DAY_MS)
    count_arrival(draft, clerk)
    phone = signed_in()
    assert "G-1" not in phone.get("/reception/groups/").content.decode()
    for typed in ("G-1", "g-1", "1"):
        page = phone.get("/reception/groups/", {"q": typed}).content.decode()
        assert ">G-1</a>" in page, typed


def test_a_token_leads_to_its_group(
    count_in: Callable[..., Arrival], signed_in: Callable[..., Client]
) -> None:
    count_in(man=3)
    second = count_in(man=3)
    token = Token.objects.filter(arrival=second.id)[0].code
    page = signed_in().get("/reception/groups/", {"q": f"s1:{token.lower()}"}).content.decode()
    assert ">G-2</a>" in page
    assert ">G-1</a>" not in page


def test_a_search_that_finds_nothing_says_what_to_type(
    count_in: Callable[..., Arrival], signed_in: Callable[..., Client]
) -> None:
    count_in(man=3)
    page = signed_in().get("/reception/groups/", {"q": "<G-99>"}).content.decode()
    assert "No group fits “&lt;G-99&gt;”" in page
