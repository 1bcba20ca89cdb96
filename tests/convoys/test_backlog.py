"""Who waits is counted against seats and pace; a convoy is overdue by the legs it drives."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.convoys.loading import MARSHAL, new_convoy, on_the_road, register

from serai.convoys.commands import board
from serai.convoys.models import Convoy
from serai.convoys.queries import overdue
from serai.core.clock import DAY_MS, HOUR_MS
from serai.registry.backlog import Backlog, backlog, recent_convoys
from serai.registry.queries import balances
from serai.registry.roads import road

SignedIn = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("station")


def here(now_ms: int) -> Backlog:
    standing = [("reception", "reception", sum(balances().get("reception", {}).values()))]
    return backlog(standing, recent_convoys(now_ms), now_ms)[0]


def test_whoever_has_a_seat_does_not_wait_for_one(now_ms: int) -> None:
    register("jubouri", 5)
    register("dulaimi", 7)
    convoy = new_convoy(seats=10).convoy
    board(convoy, "jubouri", MARSHAL)
    found = here(now_ms + 1_000)
    assert (found.standing, found.seated, found.waiting) == (12, 5, 7)
    assert (found.free, found.short) == (5, 2)
    assert found.days is None


def test_the_pace_is_that_of_three_days(now_ms: int) -> None:
    on_the_road(register("jubouri", 6), seats=40)
    register("dulaimi", 4)
    found = here(now_ms + 1_000)
    assert (found.waiting, found.left_lately, found.seats_lately) == (4, 6, 40)
    assert found.days == 2.0  # two a day leave, four wait
    later = here(now_ms + 4 * DAY_MS)
    assert (later.left_lately, later.days) == (0, None)


def test_the_page_of_convoys_says_who_waits_where(
    signed_in: SignedIn, asks_at_most: Callable[..., object]
) -> None:
    register("jubouri", 5)
    on_the_road(register("dulaimi", 5))
    marshal = signed_in("convoys")
    marshal.get("/convoys/")
    with asks_at_most(8):
        page = marshal.get("/convoys/").content.decode()
    assert "Who waits for a seat" in page
    assert "3.0 days, at the pace of the last three" in page


def test_camp_and_hospital_wait_for_no_truck(now_ms: int) -> None:
    register("jubouri", 5, place="al-hol")
    standing = [("al-hol", "camp", 5), ("hospital", "hospital", 2), ("screening", "holding", 1)]
    assert backlog(standing, recent_convoys(now_ms), now_ms) == []


def test_a_convoy_is_due_by_its_own_legs(now_ms: int) -> None:
    convoy = Convoy.objects.get(id=on_the_road(register("jubouri", 2)))
    assert convoy.due_at == road().due_at("reception", "al-hol", convoy.departed_at)
    near = new_convoy(target="suwar").convoy
    register("dulaimi", 2)
    board(near, "dulaimi", MARSHAL)
    assert not overdue("", convoy.due_at).exists()
    assert [one.id for one in overdue("", convoy.due_at + 1)] == [convoy.id]


def test_a_short_way_is_overdue_sooner() -> None:
    noon = 10 * DAY_MS + 10 * HOUR_MS
    short = road().due_at("reception", "busayrah", noon) - noon
    assert (
        short
        < road().due_at("reception", "suwar", noon) - noon
        < road().due_at("reception", "al-hol", noon) - noon
    )
    assert 4 * HOUR_MS < short < 6 * HOUR_MS


def test_the_page_shows_when_a_convoy_is_overdue_and_lists_it_then(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    convoy = Convoy.objects.get(id=on_the_road(register("jubouri", 2)))
    monkeypatch.setenv("SERAI_NOW_MS", str(convoy.due_at + 60_000))
    marshal = signed_in("convoys")
    assert "overdue from" in marshal.get(f"/convoys/{convoy.id}/").content.decode()
    assert "C-1" in marshal.get("/convoys/?state=overdue").content.decode()
    assert "Overdue" in marshal.get("/convoys/").content.decode()
