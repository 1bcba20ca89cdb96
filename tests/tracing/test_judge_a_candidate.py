"""One officer works down the candidates of a request, beside what was told."""

import pytest
from tests.a_family import SON, register, who
from tests.tracing.looking import FIRST, asked, somebody, target

from serai.core.people import Names
from serai.core.refusal import Refusal
from serai.registry.deaths import record_death
from serai.registry.pairs import decide_pair
from serai.tracing.candidates.commands import judge
from serai.tracing.candidates.nearest import CANDIDATES_MAX, nearest
from serai.tracing.models import Candidate, SoughtPerson

pytestmark = pytest.mark.usefixtures("station")


@pytest.fixture
def officer(signed_in):
    return signed_in("tracing")


def post(officer, body, person: str, verdict: str, reason: str = ""):
    address = f"/tracing/request/{body.request}/1/judgement/{person}/"
    sent = {"verdict": verdict, "reason": reason, "why": "the names agree"}
    return officer.post(address, sent)


def test_a_candidate_stands_beside_what_was_told_with_reasons_and_no_number(officer):
    register()
    body = asked(somebody(names=Names(own="عمر", father="كريم", mother="Layla")))
    page = officer.get(f"/tracing/request/{body.request}/").content.decode()
    assert "As told" in page
    assert "عمر" in page
    assert "Omar" in page
    assert 'data-letter="l"' in page
    assert "bits" not in page


def test_the_reasons_are_told_in_arabic_too(officer):
    register()
    body = asked(somebody(names=Names(own="Omar", father="Karim", family="jubouri")))
    officer.cookies["serai_language"] = "ar"
    page = officer.get(f"/tracing/request/{body.request}/").content.decode()
    assert 'dir="rtl"' in page
    assert "واحد من كل" in page


def test_people_who_came_after_the_request_are_found_too(officer):
    body = asked()
    assert "Nobody with such a name yet" in (
        officer.get(f"/tracing/request/{body.request}/").content.decode()
    )
    register()
    assert "Omar" in officer.get(f"/tracing/request/{body.request}/").content.decode()


def test_whoever_comes_after_a_look_is_new_and_the_list_counts_them(officer):
    register()
    sought = somebody(names=Names(own="Omar", father="Karim", family="jubouri"))
    body = asked(sought)
    assert "1 new" in officer.get("/tracing/?new=1").content.decode()
    officer.post(f"/tracing/request/{body.request}/look/")
    assert "nobody new" in officer.get("/tracing/?new=1").content.decode()
    register("jubouri2", number=2)
    page = officer.get(f"/tracing/request/{body.request}/").content.decode()
    assert page.count('<span class="status warn">new</span>') >= 1


def test_no_more_than_twenty_candidates_are_shown(officer):
    for number in range(1, CANDIDATES_MAX + 5):
        register("jubouri" + "abcdefghijklmnopqrstuvwxyz"[number], (SON,), number=number)
    body = asked()
    sought = SoughtPerson.objects.get(request=body.request)
    assert len(nearest(sought, "now")[0]) <= CANDIDATES_MAX


def test_one_key_judges_and_the_next_candidate_opens(officer):
    register()
    register("tamimi", number=2)
    body = asked()
    answer = post(officer, body, who(SON), "not", "another village")
    assert answer.status_code == 303
    row = Candidate.objects.get()
    assert (row.state, row.reason, row.judged_by) == ("not", "another village", "tracing-officer")
    page = officer.get(answer.url).content.decode()
    assert f"judgement/{who(SON, 'tamimi')}/" in page


def test_without_words_of_their_own_the_reasons_shown_are_written_down(officer):
    register()
    post(officer, asked(), who(SON), "likely")
    assert Candidate.objects.get().reason == "the names agree"


@pytest.mark.parametrize(
    ("person", "number", "verdict", "sentence"),
    [
        ("nobody", 1, "likely", "No person in the books has this number."),
        (who(SON), 7, "likely", "This request looks for nobody of this number."),
        (who(SON), 1, "perhaps", "Choose one of the three answers."),
    ],
)
def test_what_cannot_be_judged_is_said(person, number, verdict, sentence):
    register()
    outcome = judge(target(asked(), person, number), verdict, "a reason", FIRST)
    assert str(outcome) == sentence


def test_a_judgement_names_a_reason(officer):
    register()
    body = asked()
    assert isinstance(judge(target(body, who(SON)), "not", " ", FIRST), Refusal)
    answer = officer.post(
        f"/tracing/request/{body.request}/1/judgement/{who(SON)}/", {"verdict": "likely"}
    )
    assert answer.status_code == 422


def test_a_judgement_may_be_changed_and_taken_back(officer):
    register()
    body = asked()
    post(officer, body, who(SON), "likely", "same mother")
    answer = post(officer, body, who(SON), "check", "ask again")
    assert Candidate.objects.get().state == "check"
    page = officer.get(answer.url).content.decode()
    event = page.rpartition('action="/tracing/undo/')[2].partition('"')[0]
    officer.post(f"/tracing/undo/{event}")
    assert Candidate.objects.get().state == "likely"


def test_two_records_of_one_human_being_are_one_candidate(officer, clerk):
    register()
    register("jubouri2", number=2)
    decide_pair(who(SON), who(SON, "jubouri2"), "same", clerk)
    body = asked(somebody(names=Names(own="Omar", father="Karim", family="Jubouri")))
    page = officer.get(f"/tracing/request/{body.request}/").content.decode()
    assert "Also written down as" in page


def test_the_dead_are_candidates_too(officer, clerk):
    register()
    record_death(who(SON), "reception", "", "a nurse", clerk)
    page = officer.get(f"/tracing/request/{asked().request}/").content.decode()
    assert "Omar" in page
