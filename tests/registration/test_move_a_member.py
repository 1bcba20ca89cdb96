"""People marry, quarrel, find each other: members change household, heads change."""

from collections.abc import Callable

from django.test import Client
from tests.registration.a_household import DESK, family, row

from serai.core.refusal import Refusal
from serai.registration.commands import move_member
from serai.registry.models import Household, Person
from serai.registry.queries import balances


def test_a_member_starts_a_new_household_as_its_head(desk: Client) -> None:
    household = family()
    person = row("Layla").id
    answer = desk.post(
        f"/registration/person/{person}/move/", {"into": "new", "relation": "spouse"}
    )
    assert answer.status_code == 303
    after = row("Layla")
    assert after.household != household
    assert after.relation == "head"
    assert Household.objects.get(id=household).size == 2
    assert balances()["reception"] == {"named": 3}


def test_a_member_goes_over_to_a_household_by_its_token(
    desk: Client, group: Callable[..., tuple[str, list[str]]]
) -> None:
    _, tokens = group(unknown=9)
    family()
    person = row("Omar").id
    desk.post("/registration/", {"rows": "1", "token": tokens[0], "m0-own": "Sami", "m0-sex": "m",
              "m0-age": "60"})  # fmt: skip
    sent = {"into": "known", "target": tokens[0], "relation": "grandchild"}
    desk.post(f"/registration/person/{person}/move/", sent)
    assert row("Omar").household == row("Sami").household
    assert row("Omar").relation == "grandchild"


def test_a_token_that_leads_nowhere_is_explained(desk: Client) -> None:
    family()
    sent = {"into": "known", "target": "ZZZZ", "relation": "child"}
    answer = desk.post(f"/registration/person/{row('Omar').id}/move/", sent)
    assert answer.status_code == 422
    assert "There is no such household." in answer.content.decode()
    assert 'value="ZZZZ"' in answer.content.decode()


def test_the_head_cannot_leave_the_others_without_one(station: str) -> None:
    family()
    refusal = move_member(row("Hasan").id, "", "head", DESK)
    assert isinstance(refusal, Refusal)
    assert "Choose a new head first" in str(refusal)


def test_moving_to_the_same_household_is_said(station: str) -> None:
    household = family()
    refusal = move_member(row("Omar").id, household, "child", DESK)
    assert isinstance(refusal, Refusal)
    assert "already belongs" in str(refusal)


def test_two_stations_that_moved_one_person_apart_leave_it_to_a_person(desk: Client) -> None:
    family()
    other = family()
    person = Person.objects.filter(own="Omar").exclude(household=other).get()
    from serai.core.events import MemberMoved
    from serai.journal.store import writing
    from serai.registration.commands import home_refs

    refs = home_refs(person)
    for target in (other, "elsewhere"):
        with writing(DESK) as pen:
            body = MemberMoved(at=pen.now_ms, person=person.id, source=person.household,
                               target=target, relation="child")  # fmt: skip
            pen.append(body, refs=refs)
    after = Person.objects.get(id=person.id)
    assert "household" in after.disputed
    desk.post(f"/registration/person/{person.id}/decision/", {"field": "household", "number": "0"})
    after = Person.objects.get(id=person.id)
    assert (after.household, after.disputed) == (other, "")


def test_a_household_gets_a_new_head_and_keeps_the_former_one(desk: Client) -> None:
    household = family()
    sent = {"person": row("Layla").id, "former_is": "spouse"}
    answer = desk.post(f"/registration/{household}/head/", sent)
    assert answer.status_code == 303
    assert (row("Layla").relation, row("Hasan").relation) == ("head", "spouse")
    assert Household.objects.get(id=household).size == 3


def test_a_stranger_cannot_head_the_household(desk: Client) -> None:
    household = family()
    answer = desk.post(f"/registration/{household}/head/", {"person": "x", "former_is": "spouse"})
    assert answer.status_code == 422


def test_a_move_is_taken_back_from_the_history(desk: Client) -> None:
    household = family()
    person = row("Layla").id
    sent = {"into": "new", "relation": "spouse"}
    page = desk.post(f"/registration/person/{person}/move/", sent, follow=True).content.decode()
    desk.post(next(part for part in page.split('"') if "/reversal/" in part))
    assert (row("Layla").household, row("Layla").relation) == (household, "spouse")
    assert Household.objects.get().size == 3
