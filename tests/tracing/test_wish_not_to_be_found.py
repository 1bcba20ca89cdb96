"""Somebody does not want to be found: nothing is shown or told of them before they agree."""

import pytest
from tests.a_family import SON, register, who
from tests.tracing.looking import FIRST, asked, somebody, target, verified

from serai.core.people import Names
from serai.core.refusal import Refusal
from serai.registry.pairs import decide_pair
from serai.tracing.candidates.commands import Telling, judge, tell
from serai.tracing.candidates.queries import handle
from serai.tracing.models import Candidate, Wish
from serai.tracing.wishes.commands import record_wish

pytestmark = pytest.mark.usefixtures("station")
NAMES = Names(own="Omar", father="Karim", family="jubouri")
SPOKEN = Telling("alive", "in person", "")


@pytest.fixture
def officer(signed_in):
    return signed_in("tracing")


def main_part(officer, address: str) -> str:
    page = officer.get(address).content.decode()
    return page.partition('class="candidates"')[2].partition("<aside")[0]


def test_any_officer_writes_the_wish_down_by_the_token(signed_in):
    token = register()
    clerk = signed_in("registration")
    assert "Omar" in clerk.get("/tracing/wish/", {"token": token}).content.decode()
    sent = {"token": token, "person": who(SON), "wish": "hidden", "note": "fears an uncle"}
    assert clerk.post("/tracing/wish/", sent).status_code == 303
    row = Wish.objects.get()
    assert (row.id, row.hidden, row.actor) == (who(SON), True, "registration-clerk")
    clerk.post("/tracing/wish/", {**sent, "wish": "withdrawn"})
    assert not Wish.objects.get().hidden


def test_a_storekeeper_does_not_write_wishes(signed_in):
    assert signed_in("relief").get("/tracing/wish/").status_code == 403


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"person": ""}, "Choose whose wish it is."),
        ({"person": "somebody else"}, "Choose whose wish it is."),
        ({"token": "7K00-0000"}, "its check letter does not fit"),
        ({"wish": "withdrawn"}, "There is no wish to withdraw."),
    ],
)
def test_a_wish_that_cannot_be_written_is_explained(officer, sent, sentence):
    token = register()
    whole = {"token": token, "person": who(SON), "wish": "hidden", **sent}
    answer = officer.post("/tracing/wish/", whole)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_the_same_wish_is_written_once(clerk):
    register()
    record_wish(who(SON), True, "", clerk)
    assert str(record_wish(who(SON), True, "", clerk)) == "This wish is written down already."


def test_the_request_shows_somebody_to_be_asked_and_neither_name_nor_place(officer, clerk):
    token = register(members=(SON,))
    record_wish(who(SON), True, "", clerk)
    body = asked(somebody(names=NAMES))
    page = main_part(officer, f"/tracing/request/{body.request}/")
    assert "Somebody who must be asked first" in page
    for told in ("Omar", who(SON), token, "Desert reception", "Karim"):
        assert told not in page


def test_they_are_not_found_by_name_or_shown_with_their_family(officer, clerk):
    register()
    record_wish(who(SON), True, "", clerk)
    page = officer.get("/tracing/", {"q": "omar karim"}).content.decode()
    assert "must be asked first" in page
    assert "/tracing/family/jubouri/" not in page
    row = officer.get("/tracing/family/jubouri/").content.decode().partition("Omar")[2]
    assert "Desert reception" not in row.partition("</li>")[0]


def test_after_they_agree_they_are_a_candidate_like_others_and_a_new_wish_asks_anew(officer, clerk):
    register(members=(SON,))
    record_wish(who(SON), True, "", clerk)
    body = asked(somebody(names=NAMES))
    sent = {"who": handle(body.request, who(SON)), "answer": "agreed"}
    assert officer.post(f"/tracing/request/{body.request}/1/consent/", sent).status_code == 303
    assert "Omar" in main_part(officer, f"/tracing/request/{body.request}/")
    one = verified(body, who(SON))
    record_wish(who(SON), False, "", clerk)
    record_wish(who(SON), True, "", clerk)
    assert "must be asked first" in str(tell(one, SPOKEN, FIRST))


def test_somebody_who_does_not_agree_stays_hidden_and_may_change_their_mind(officer, clerk):
    register(members=(SON,))
    record_wish(who(SON), True, "", clerk)
    body = asked(somebody(names=NAMES))
    address = f"/tracing/request/{body.request}/1/consent/"
    sent = {"who": handle(body.request, who(SON))}
    officer.post(address, {**sent, "answer": "refused"})
    assert "Omar" not in main_part(officer, f"/tracing/request/{body.request}/")
    officer.post(address, {**sent, "answer": "agreed"})
    assert Candidate.objects.get().consent == "agreed"


def test_a_wish_after_the_verification_stops_the_telling(clerk):
    register()
    one = verified(asked(), who(SON))
    record_wish(who(SON), True, "", clerk)
    assert isinstance(tell(one, SPOKEN, FIRST), Refusal)


def test_a_wish_holds_for_every_record_of_the_person(officer, clerk):
    register(members=(SON,))
    register("jubouri2", (SON,), number=2)
    decide_pair(who(SON), who(SON, "jubouri2"), "same", clerk)
    record_wish(who(SON, "jubouri2"), True, "", clerk)
    body = asked(somebody(names=NAMES))
    assert isinstance(judge(target(body, who(SON)), "likely", "the name", FIRST), Refusal)
    assert "Omar" not in main_part(officer, f"/tracing/request/{body.request}/")


def test_the_queue_does_not_show_them_either(officer, clerk):
    register()
    judge(target(asked(), who(SON)), "likely", "the name", FIRST)
    record_wish(who(SON), True, "", clerk)
    page = officer.get("/tracing/verifications/").content.decode()
    assert "Somebody who must be asked first" in page
    assert "Omar" not in page.partition('class="candidates"')[2]


def test_an_unknown_handle_is_not_found(officer):
    register()
    body = asked()
    answer = officer.post(f"/tracing/request/{body.request}/1/consent/", {"who": "x"})
    assert answer.status_code == 404


def test_nobodys_wish_is_written_down(clerk):
    refused = record_wish("nobody", True, "", clerk)
    assert str(refused) == "No person in the books has this number."
    assert not Wish.objects.exists()
