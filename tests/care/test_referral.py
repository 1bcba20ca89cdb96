"""Sending somebody to hospital, and bringing them back."""

import pytest
from tests.a_family import DAUGHTER, FATHER, MOTHER, SON, register, who
from tests.screening.test_separation import in_days

from serai.care.commands import bring_back, refer
from serai.care.models import Referral
from serai.care.rules import ReferralDraft
from serai.core.refusal import Refusal
from serai.registry.deaths import record_death
from serai.registry.models import Person, Separation
from serai.registry.queries import people_at
from serai.screening.models import SeparationReason

pytestmark = pytest.mark.usefixtures("station")
ADDRESS = f"/care/referral/{who(DAUGHTER)}/"
FORM = {
    "target": "hospital",
    "reason": "a broken arm",
    "carers": [who(MOTHER)],
    "review_on": "",
}


def form(**changes: object) -> dict[str, object]:
    return {**FORM, "review_on": in_days(3), **changes}


def draft(**changes: object) -> ReferralDraft:
    given: dict[str, object] = {
        "person": who(DAUGHTER),
        "carers": (who(MOTHER),),
        "place": "reception",
        "target": "hospital",
        "reason": "a broken arm",
        "review_on": in_days(3),
    }
    return ReferralDraft(**{**given, **changes})


@pytest.fixture
def nurse(signed_in):
    return signed_in("care", place="reception")


def test_patient_and_carer_go_together_and_keep_a_link_home(nurse):
    register()
    assert nurse.post(ADDRESS, form()).status_code == 303
    assert people_at("hospital", "named") == 2
    assert people_at("reception", "named") == 2
    held = Separation.objects.order_by("person")
    assert {one.person for one in held} == {who(DAUGHTER), who(MOTHER)}
    assert all(who(FATHER) in one.kin and one.review_on == in_days(3) for one in held)


def test_the_illness_is_not_written_into_the_link(nurse):
    register()
    nurse.post(ADDRESS, form())
    assert {one.reason for one in SeparationReason.objects.all()} == {"Care in hospital"}


def test_back_from_hospital_closes_the_link(nurse):
    register()
    nurse.post(ADDRESS, form())
    held = Referral.objects.get()
    assert who(MOTHER) in nurse.get("/care/hospital/").content.decode()
    answer = nurse.post(f"/care/return/{held.id}/", {"people": [who(DAUGHTER), who(MOTHER)]})
    assert answer.status_code == 303
    assert people_at("reception", "named") == 4
    assert not Separation.objects.filter(ended_at=0).exists()
    assert Referral.objects.get().ended_place == "reception"


def test_one_may_come_back_while_the_other_stays_on_record(nurse, clerk):
    register()
    refer(draft(), clerk)
    held = Referral.objects.get()
    nurse.post(f"/care/return/{held.id}/", {"people": [who(MOTHER)]})
    assert [one.person for one in Separation.objects.filter(ended_at=0)] == [who(DAUGHTER)]


def test_an_undo_takes_referral_and_links_back(nurse):
    register()
    page = nurse.post(ADDRESS, form(), follow=True).content.decode()
    address = page.partition('action="/care/undo/')[2].partition('"')[0]
    nurse.post(f"/care/undo/{address}")
    assert people_at("reception", "named") == 4
    assert not Separation.objects.exists()
    assert not Referral.objects.exists()


def test_a_child_does_not_go_alone_unless_somebody_says_that_nobody_can(nurse):
    register()
    answer = nurse.post(ADDRESS, form(carers=[]))
    assert answer.status_code == 422
    assert "Noor is a child." in answer.content.decode()
    assert nurse.post(ADDRESS, form(carers=[], knowingly="on")).status_code == 303


def test_children_do_not_stay_alone_unless_somebody_says_that_nobody_can(clerk):
    register("tamimi", (MOTHER, SON, DAUGHTER), number=2)
    alone = draft(person=who(MOTHER, "tamimi"), carers=())
    refusal = refer(alone, clerk)
    assert isinstance(refusal, Refusal)
    assert "without an adult of the family" in str(refusal)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"target": "al-hol"}, "Choose the hospital."),
        ({"reason": " "}, "Write in a few words what the hospital is for."),
        ({"carers": ("tamimi-mother",)}, "Whoever goes along must be a living member"),
        ({"person": "nobody"}, "No person in the books has this number."),
        ({"place": "suwar"}, "In the books Noor is at Desert reception, not here."),
        ({"review_on": "2019-01-01"}, "The review day must lie in the future."),
    ],
)
def test_what_is_wrong_is_said(clerk, changes, sentence):
    register()
    register("tamimi", number=2)
    refusal = refer(draft(**changes), clerk)
    assert isinstance(refusal, Refusal)
    assert str(refusal).startswith(sentence)
    assert not Referral.objects.exists()


def test_the_form_says_what_is_missing_and_loses_nothing(nurse):
    register()
    answer = nurse.post(ADDRESS, form(target="", review_on=""))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Give the day on which somebody looks at this again." in page
    assert 'value="a broken arm"' in page


def test_the_dead_neither_go_nor_come_back(clerk):
    register()
    record_death(who(DAUGHTER), "reception", "", "her mother", clerk)
    assert str(refer(draft(), clerk)) == "Noor is written down as dead."
    assert isinstance(bring_back([who(DAUGHTER)], "reception", clerk), Refusal)


def test_only_whoever_is_in_hospital_comes_back_from_it(clerk):
    register()
    assert isinstance(bring_back([who(SON)], "suwar", clerk), Refusal)
    assert isinstance(bring_back([], "suwar", clerk), Refusal)
    assert Person.objects.get(id=who(SON)).place == "reception"


def test_nobody_ticked_is_a_sentence(nurse, clerk):
    register()
    refer(draft(), clerk)
    answer = nurse.post(f"/care/return/{Referral.objects.get().id}/", {"operation": "x"})
    assert answer.status_code == 422
    assert "Tick who came back." in answer.content.decode()


def test_an_empty_hospital_says_how_to_send_somebody(nurse):
    assert "Nobody is in hospital" in nurse.get("/care/hospital/").content.decode()


@pytest.mark.parametrize("address", [ADDRESS, "/care/hospital/"])
def test_a_page_asks_the_database_eight_times_at_most(nurse, clerk, asks_at_most, address):
    register()
    refer(draft(), clerk)
    with asks_at_most(8):
        assert nurse.get(address).status_code == 200


def test_somebody_without_registered_family_goes_too(nurse):
    register("alone", (FATHER,), number=3)
    address = f"/care/referral/{who(FATHER, 'alone')}/"
    page = nurse.get(address).content.decode()
    assert f'name="review_on" value="{in_days(3)}"' in page
    given = {"target": "hospital", "reason": "fever", "review_on": in_days(3)}
    assert nurse.post(address, given).status_code == 303
    assert people_at("hospital", "named") == 1
    assert not Separation.objects.exists(), "nobody is parted from anybody"


def test_only_people_of_one_hospital_come_back_together(clerk):
    register()
    refer(draft(), clerk)
    apart = bring_back((who(DAUGHTER), who(SON)), "reception", clerk)
    assert str(apart) == "These people are not in the same hospital."
    unknown = bring_back((who(DAUGHTER), "nobody"), "reception", clerk)
    assert str(unknown) == "Somebody ticked is not in the books."
    assert people_at("hospital", "named") == 2
