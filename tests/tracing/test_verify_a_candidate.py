"""A second person checks before anybody is told; what was told is written down."""

import pytest
from tests.a_family import SON, register, who
from tests.tracing.looking import FIRST, SECOND, asked, target, verified

from serai.core.refusal import Refusal
from serai.journal.store import Author
from serai.registry.deaths import record_death
from serai.tracing.candidates.commands import Telling, judge, tell, verify
from serai.tracing.commands import close_request
from serai.tracing.models import Candidate

pytestmark = pytest.mark.usefixtures("station")
SPOKEN = Telling("alive", "in person", "")


@pytest.fixture
def officer(signed_in):
    return signed_in("tracing")


def address(one, act: str) -> str:
    if act == "verification":
        return f"/tracing/verification/{one.request}/{one.number}/{one.person}/"
    return f"/tracing/request/{one.request}/{one.number}/{act}/{one.person}/"


def test_the_queue_shows_the_likely_and_a_second_person_confirms(officer):
    register()
    one = target(asked(), who(SON))
    judge(one, "likely", "the same village", FIRST)
    page = officer.get("/tracing/verifications/").content.decode()
    assert "the same village" in page
    assert 'data-letter="y"' in page
    sent = {"verdict": "confirmed", "how": "asked for the mother's name"}
    assert officer.post(address(one, "verification"), sent).status_code == 303
    row = Candidate.objects.get()
    assert (row.state, row.verified_by) == ("confirmed", "tracing-officer")
    assert "Nothing waits for a second person" in (
        officer.get("/tracing/verifications/").content.decode()
    )


def test_nobody_is_the_second_person_for_their_own_candidate(officer):
    register()
    one = target(asked(), who(SON))
    mine = Author("Tracing-Officer ", "tracing")
    judge(one, "likely", "the same village", mine)
    assert "yours: somebody else checks it" in (
        officer.get("/tracing/verifications/").content.decode()
    )
    answer = officer.post(address(one, "verification"), {"verdict": "confirmed", "how": "I know"})
    assert answer.status_code == 422
    assert "You proposed this candidate yourself." in answer.content.decode()
    assert Candidate.objects.get().state == "likely"


def test_a_verification_says_how_it_was_checked(officer):
    register()
    one = target(asked(), who(SON))
    judge(one, "likely", "the same village", FIRST)
    answer = officer.post(address(one, "verification"), {"verdict": "confirmed", "how": ""})
    assert answer.status_code == 422
    assert "Write how you checked it." in answer.content.decode()


def test_what_nobody_called_likely_is_not_verified():
    register()
    one = target(asked(), who(SON))
    assert isinstance(verify(one, "confirmed", "asked", SECOND), Refusal)
    judge(one, "check", "unsure", FIRST)
    assert isinstance(verify(one, "confirmed", "asked", SECOND), Refusal)


def test_a_refuted_candidate_is_not_told_of():
    register()
    one = target(asked(), who(SON))
    judge(one, "likely", "the same village", FIRST)
    verify(one, "refuted", "another mother", SECOND)
    assert Candidate.objects.get().state == "refuted"
    assert isinstance(tell(one, SPOKEN, FIRST), Refusal)


def test_telling_before_the_second_person_is_refused_in_words(officer):
    register()
    one = target(asked(), who(SON))
    judge(one, "likely", "the same village", FIRST)
    answer = officer.post(address(one, "telling"), {"told": "alive", "how": "in person"})
    assert answer.status_code == 422
    assert "Nobody may be told yet" in answer.content.decode()
    assert Candidate.objects.get().told_at == 0


def test_who_told_when_and_how_is_written_down(officer):
    register()
    one = verified(asked(), who(SON))
    page = officer.get(f"/tracing/request/{one.request}/?at={one.person}").content.decode()
    assert "Tell the inquirer, then write it down" in page
    answer = officer.post(
        address(one, "telling"), {"told": "alive", "how": "by phone", "by": "the imam"}
    )
    assert answer.status_code == 303
    row = Candidate.objects.get()
    assert (row.state, row.told_how, row.told_by) == ("told", "by phone", "the imam")
    assert row.told_at > 0
    assert not row.told_too_early
    page = officer.get(f"/tracing/request/{one.request}/?at={one.person}").content.decode()
    assert "By phone or radio" in page
    assert not isinstance(close_request(one.request, "found", FIRST), Refusal)


def test_nobody_is_told_of_twice_or_in_the_future(now_ms):
    register()
    one = verified(asked(), who(SON))
    late = Telling("alive", "in person", "", now_ms + 3_600_000)
    assert str(tell(one, late, FIRST)) == "This time lies in the future."
    tell(one, SPOKEN, FIRST)
    assert str(tell(one, SPOKEN, FIRST)) == "The inquirer was told already."


def test_the_dead_are_told_of_as_dead_and_only_they(clerk):
    register()
    one = verified(asked(), who(SON))
    assert "Record the death first" in str(tell(one, Telling("dead", "in person", ""), FIRST))
    record_death(who(SON), "reception", "", "a nurse", clerk)
    assert isinstance(tell(one, SPOKEN, FIRST), Refusal)
    assert isinstance(tell(one, Telling("dead", "in person", ""), FIRST), str)


def test_what_a_second_person_checked_is_not_taken_back_by_undo(officer):
    register()
    one = target(asked(), who(SON))
    event = judge(one, "likely", "the same village", FIRST)
    verify(one, "confirmed", "asked", SECOND)
    page = officer.post(f"/tracing/undo/{event}/", follow=True).content.decode()
    assert "A second person has checked this." in page
    assert Candidate.objects.get().state == "confirmed"


def test_the_printed_page_holds_no_address_and_no_place_of_anybody(officer):
    register()
    one = verified(asked(), who(SON))
    page = officer.get(f"/tracing/request/{one.request}/summary/").content.decode()
    body = page.partition("<main")[2]
    assert "Salim Karim" in body
    assert "radio 4" not in body
    assert "a tent by the road" not in body


def test_the_queue_asks_the_database_eight_times_at_most(officer, asks_at_most):
    register()
    judge(target(asked(), who(SON)), "likely", "the same village", FIRST)
    officer.get("/tracing/")
    with asks_at_most(8):
        officer.get("/tracing/verifications/")
