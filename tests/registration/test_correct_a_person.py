"""Correcting a person: only what changed is written, and two blind corrections are both shown."""

import re

from django.test import Client
from tests.registration.a_household import DESK, family, row

from serai.core.people import Names
from serai.core.refusal import Refusal
from serai.registration.commands import correct_person, decide, refs_of


def typed(desk: Client, person: str) -> dict[str, str]:
    """The form as the browser would send it back untouched."""
    page = desk.get(f"/registration/person/{person}/correction/")
    form = page.context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    return {**sent, "operation": sent["operation"]}


def test_only_what_changed_is_written_and_the_old_value_stays_in_the_history(desk: Client) -> None:
    household = family()
    person = row("Layla").id
    sent = {**typed(desk, person), "own": "Laila", "reason": "spelled by herself"}
    answer = desk.post(f"/registration/person/{person}/correction/", sent)
    assert answer.status_code == 303
    after = row("Laila")
    assert (after.father, after.sex, after.nationality) == ("Ali", "female", "IRQ")
    assert after.disputed == ""
    page = desk.get(f"/registration/{household}/").content.decode()
    assert "Laila Ali Jubouri\u2069: spelled by herself" in page


def test_nothing_changed_is_said(desk: Client) -> None:
    family()
    person = row("Layla").id
    answer = desk.post(f"/registration/person/{person}/correction/", typed(desk, person))
    assert answer.status_code == 422
    assert "Nothing was changed" in answer.content.decode()


def test_two_clerks_who_did_not_see_each_other_are_both_shown_until_somebody_decides(
    desk: Client,
) -> None:
    household = family()
    person = row("Hasan")
    mine, hers = typed(desk, person.id), typed(desk, person.id)
    url = f"/registration/person/{person.id}/correction/"
    desk.post(url, {**mine, "own": "Hassan"})
    answer = desk.post(url, {**hers, "own": "Husain"}, follow=True).content.decode()
    assert "Saved. Somebody else wrote another value meanwhile" in answer
    page = desk.get(f"/registration/{household}/").content.decode()
    assert "Two people, or two open pages of one, wrote different values for name." in page
    assert ">Hassan Ali Jubouri</bdi>" in page
    assert ">Husain Ali Jubouri</bdi>" in page
    decision = f"/registration/person/{person.id}/decision/"
    desk.post(decision, {"field": "names", "number": "0"})
    assert row("Hassan").disputed == ""
    again = desk.post(decision, {"field": "names", "number": "0"}, follow=True)
    assert "This was decided already" in again.content.decode()


def test_a_correction_that_saw_both_values_ends_the_dispute(station: str) -> None:
    family()
    person = row("Hasan")
    refs = refs_of(person, "names")
    correct_person(person.id, {"names": Names(own="Hassan")}, refs, DESK)
    correct_person(person.id, {"names": Names(own="Husain")}, refs, DESK)
    both = refs_of(row("Husain"), "names")
    assert len(both) == 2
    correct_person(person.id, {"names": Names(own="Hussein")}, both, DESK)
    assert row("Hussein").disputed == ""


def test_needs_that_only_protection_reads_are_neither_shown_nor_lost(desk: Client) -> None:
    household = family()
    person = row("Layla").id
    page = desk.get(f"/registration/{household}/").content.decode()
    assert "Physical disability" in page
    assert "SV-VA" not in page
    sent = typed(desk, person)
    assert sent["needs"] == "DS-PM"
    desk.post(f"/registration/person/{person}/correction/", {**sent, "needs": "PG-LC"})
    assert set(row("Layla").needs.split()) == {"PG-LC", "SV-VA"}


def test_a_wrong_age_is_explained_and_nothing_typed_is_lost(desk: Client) -> None:
    family()
    person = row("Omar").id
    sent = {**typed(desk, person), "age": "400", "own": "Umar"}
    answer = desk.post(f"/registration/person/{person}/correction/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nobody is 400 years old" in page
    assert re.search(r'<input[^>]*value="Umar"', page)


def test_forged_hidden_fields_do_no_harm(desk: Client) -> None:
    family()
    person = row("Omar").id
    sent = {**typed(desk, person), "shown": "[not json", "seen": "x y z"}
    answer = desk.post(f"/registration/person/{person}/correction/", sent)
    assert answer.status_code == 303


def test_a_person_nobody_knows_is_not_found(desk: Client) -> None:
    assert desk.get("/registration/person/nobody/correction/").status_code == 404
    assert isinstance(correct_person("nobody", {"sex": "male"}, (), DESK), Refusal)
    assert isinstance(decide("nobody", "names", 0, DESK), Refusal)


def test_a_correction_is_taken_back(desk: Client) -> None:
    family()
    person = row("Omar").id
    url = f"/registration/person/{person}/correction/"
    page = desk.post(url, {**typed(desk, person), "own": "Umar"}, follow=True).content.decode()
    undo = next(part for part in page.split('"') if "/reversal/" in part)
    desk.post(undo)
    assert row("Omar").disputed == ""
    assert "was taken back already" in desk.post(undo, follow=True).content.decode()


def test_an_entry_of_somebody_else_cannot_be_taken_back_by_this_address(desk: Client) -> None:
    family()
    from serai.registry.models import Household

    event = Household.objects.get().event.replace(".1.", ".9.")
    answer = desk.post(f"/registration/person/{row('Omar').id}/reversal/{event}/", follow=True)
    assert "No person in the books has this number." in answer.content.decode()
