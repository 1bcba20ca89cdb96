"""A verification was a mistake: one act takes it back, and a second person checks anew."""

import pytest
from tests.a_family import SON, register, who
from tests.tracing.looking import FIRST, SECOND, asked, target, verified

from serai.journal.verify import verify as compare_rebuilt
from serai.tracing.candidates.commands import (
    Telling,
    judge,
    tell,
    verify,
    withdraw_verification,
)
from serai.tracing.models import Candidate

pytestmark = pytest.mark.usefixtures("station")
SPOKEN = Telling("alive", "in person", "")


@pytest.fixture
def officer(signed_in):
    return signed_in("tracing")


def address(one) -> str:
    return f"/tracing/verification/{one.request}/{one.number}/{one.person}/withdrawal/"


def page_of(officer, one) -> str:
    return officer.get(f"/tracing/request/{one.request}/?at={one.person}").content.decode()


def test_the_message_of_a_verification_carries_undo_and_undo_takes_it_back(officer):
    register()
    one = target(asked(), who(SON))
    judge(one, "likely", "the same village", FIRST)
    sent = {"verdict": "confirmed", "how": "asked for the mother's name"}
    answer = officer.post(address(one).replace("withdrawal/", ""), sent, follow=True)
    assert f'action="{address(one)}?back=' in answer.content.decode()
    answer = officer.post(address(one), follow=True)
    assert "A second person must check it again." in answer.content.decode()
    row = Candidate.objects.get()
    assert (row.state, row.verification, row.verified_by) == ("likely", "", "")
    assert row.withdrawn_by == "tracing-officer"
    assert who(SON) in officer.get("/tracing/verifications/").content.decode()


def test_nobody_is_told_on_a_verification_that_was_taken_back():
    register()
    one = verified(asked(), who(SON))
    assert isinstance(withdraw_verification(one, "another mother", FIRST), str)
    assert "Nobody may be told yet" in str(tell(one, SPOKEN, FIRST))
    assert isinstance(verify(one, "confirmed", "asked again", SECOND), str)
    assert isinstance(tell(one, SPOKEN, FIRST), str)
    assert not compare_rebuilt().differences


def test_a_check_that_refuted_is_taken_back_too():
    register()
    one = target(asked(), who(SON))
    judge(one, "likely", "the same village", FIRST)
    verify(one, "refuted", "another mother", SECOND)
    assert isinstance(withdraw_verification(one, "", SECOND), str)
    assert Candidate.objects.get().state == "likely"


def test_another_officer_says_why_and_keeps_what_was_typed(officer):
    register()
    one = verified(asked(), who(SON))
    assert "Take the verification back" in page_of(officer, one)
    answer = officer.post(address(one), {"reason": " "})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Write why the verification is taken back." in page
    assert "<details open>" in page
    assert Candidate.objects.get().state == "confirmed"
    assert officer.post(address(one), {"reason": "the wrong village"}).status_code == 303
    assert "the wrong village" in page_of(officer, one)


def test_what_the_inquirer_was_told_is_not_untold():
    register()
    one = verified(asked(), who(SON))
    tell(one, SPOKEN, FIRST)
    assert "The inquirer was told already." in str(withdraw_verification(one, "", SECOND))
    assert Candidate.objects.get().state == "told"


def test_a_judgement_can_be_undone_once_its_verification_is_taken_back(officer):
    register()
    one = target(asked(), who(SON))
    event = judge(one, "likely", "the same village", FIRST)
    verify(one, "confirmed", "asked", SECOND)
    withdraw_verification(one, "", SECOND)
    officer.post(f"/tracing/undo/{event}/")
    assert not Candidate.objects.filter(state="likely").exists()


def test_without_a_verification_there_is_nothing_to_take_back(officer):
    register()
    one = target(asked(), who(SON))
    judge(one, "likely", "the same village", FIRST)
    assert "no verification to take back" in str(withdraw_verification(one, "x", SECOND))
    assert "Take the verification back" not in page_of(officer, one)
    assert officer.post(address(one).replace(one.request, "none")).status_code == 404
