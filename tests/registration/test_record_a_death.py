"""A death: the person leaves the living, never the books."""

from django.test import Client
from django.utils import timezone
from tests.a_family import register
from tests.registration.a_household import DESK, family, row

from serai.core.clock import HOUR_MS, MINUTE_MS, from_ms
from serai.core.refusal import Refusal
from serai.registration.commands import change_head, move_member
from serai.registry.models import Household
from serai.registry.queries import balances


def test_a_death_moves_the_person_to_death_and_keeps_the_record(desk: Client) -> None:
    household = family()
    url = f"/registration/person/{row('Omar').id}/death/"
    answer = desk.post(url, {"circumstances": "cold", "told_by": "his mother"}, follow=True)
    assert "The death is written down." in answer.content.decode()
    assert not row("Omar").alive
    assert balances()["death"] == {"named": 1}
    assert Household.objects.get(id=household).size == 2


def test_a_death_written_by_mistake_is_taken_back(desk: Client) -> None:
    family()
    url = f"/registration/person/{row('Omar').id}/death/"
    page = desk.post(url, {}, follow=True).content.decode()
    desk.post(next(part for part in page.split('"') if "/reversal/" in part))
    assert row("Omar").alive
    assert balances()["reception"] == {"named": 3}


def test_a_death_told_later_is_written_at_its_own_hour(desk: Client, now_ms: int) -> None:
    register(ago_ms=30 * HOUR_MS)
    person = row("Omar").id
    died = now_ms // MINUTE_MS * MINUTE_MS - 8 * HOUR_MS
    typed = timezone.localtime(from_ms(died)).strftime("%Y-%m-%dT%H:%M")
    answer = desk.post(f"/registration/person/{person}/death/", {"at": typed})
    assert answer.status_code == 303
    assert balances(died - 1)["reception"] == {"named": 4}
    assert balances(died + 1)["reception"] == {"named": 3}


def test_an_hour_that_is_no_death_here_is_refused_in_words(desk: Client) -> None:
    family()
    url = f"/registration/person/{row('Omar').id}/death/"
    for typed, said in (
        ("2199-01-01T10:00", "This time lies in the future."),
        ("2018-12-01T10:00", "stands here only since"),
        ("yesterday", "Write day and hour like 2019-03-08 14:05."),
    ):
        answer = desk.post(url, {"at": typed, "circumstances": "cold"})
        assert answer.status_code == 422
        assert said in answer.content.decode()
        assert 'value="cold"' in answer.content.decode()
    assert row("Omar").alive


def test_the_dead_cannot_be_moved_die_again_or_head_a_household(desk: Client) -> None:
    household = family()
    person = row("Omar").id
    desk.post(f"/registration/person/{person}/death/", {})
    again = desk.post(f"/registration/person/{person}/death/", {})
    assert again.status_code == 422
    assert "is already written down" in again.content.decode()
    moved = move_member(person, "", "child", DESK)
    assert isinstance(moved, Refusal)
    assert "has died and cannot be moved" in str(moved)
    assert isinstance(change_head(household, person, "parent", DESK), Refusal)
