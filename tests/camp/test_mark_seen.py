"""A registrar walks through a section and marks who was seen."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.camp.sheltering import REGISTRAR, open_units, settle
from tests.convoys.loading import register

from serai.camp.commands import mark_seen
from serai.camp.queries import sleepers_page
from serai.camp.rules import SEEN_PER_EVENT_MAX
from serai.core.clock import DAY_MS
from serai.registry.models import Person

SignedIn = Callable[..., Client]


@pytest.fixture(autouse=True)
def _settled(station: str) -> None:
    register("jubouri", 3, place="al-hol")
    open_units()
    settle("jubouri", "A-1")


def test_the_marked_are_seen_today(signed_in: SignedIn, now_ms: int) -> None:
    typed = {"people": ["jubouri-1", "jubouri-3"]}
    answer = signed_in("camp").post("/camp/sections/A/", typed, follow=True)
    assert "2 people marked as seen." in answer.content.decode()
    seen = Person.objects.get(id="jubouri-3")
    assert seen.seen_place == "al-hol"
    assert seen.seen_at >= now_ms


def test_who_was_not_seen_for_days_is_found(now_ms: int) -> None:
    assert not list(sleepers_page("al-hol", "A", "1", 3, now_ms))
    later = now_ms + 4 * DAY_MS
    assert [one.unit for one in sleepers_page("al-hol", "A", "1", 3, later)] == ["A-1"]


def test_the_filter_takes_only_numbers(signed_in: SignedIn) -> None:
    registrar = signed_in("camp")
    for asked in ("7", "x", "-1", "99999", ""):
        assert registrar.get(f"/camp/sections/A/?unseen={asked}").status_code == 200
    assert registrar.get("/camp/sections/NONE/").status_code == 404


def test_nobody_marked_is_said(signed_in: SignedIn) -> None:
    answer = signed_in("camp").post("/camp/sections/A/")
    assert answer.status_code == 422
    assert "Mark at least one person first." in answer.content.decode()


def test_who_stands_elsewhere_cannot_be_seen_here() -> None:
    register("away", 1)
    refusal = mark_seen(["away-1"], "al-hol", REGISTRAR)
    assert "the books have them at Desert reception" in str(refusal)
    assert "not in the books" in str(mark_seen(["nobody"], "al-hol", REGISTRAR))


def test_one_mark_says_that_a_whole_household_was_seen(signed_in: SignedIn, now_ms: int) -> None:
    registrar = signed_in("camp")
    page = registrar.get("/camp/sections/A/").content.decode()
    assert 'name="households" value="jubouri"' in page
    assert "All 3" in page
    answer = registrar.post(
        "/camp/sections/A/", {"households": ["jubouri"], "people": ["jubouri-1"]}, follow=True
    )
    assert "3 people marked as seen." in answer.content.decode()
    assert Person.objects.get(id="jubouri-2").seen_at >= now_ms


def test_who_lives_alone_has_one_mark(signed_in: SignedIn) -> None:
    register("alone", 1, place="al-hol")
    settle("alone", "A-2")
    page = signed_in("camp").get("/camp/sections/A/").content.decode()
    assert 'name="people" value="alone-1"' in page
    assert 'name="households" value="alone"' not in page


def test_a_list_longer_than_an_event_holds_is_said_and_nobody_is_marked() -> None:
    many = [f"p{number}" for number in range(SEEN_PER_EVENT_MAX + 1)]
    refused = mark_seen(many, "al-hol", REGISTRAR)
    assert str(refused) == f"Mark at most {SEEN_PER_EVENT_MAX} people at once."
