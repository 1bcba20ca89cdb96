"""Putting the next family into a lane."""

import pytest
from tests.a_family import FATHER, MOTHER, SON, register, who

from serai.core.refusal import Refusal
from serai.journal.store import Author
from serai.registry.models import Person
from serai.registry.undo import take_back
from serai.screening.commands import OURS, record_screening
from serai.screening.models import Screening
from serai.screening.queries import Waiting

pytestmark = pytest.mark.usefixtures("station")
QUERIES_MAX = 8


@pytest.fixture
def screener(signed_in):
    return signed_in("screening", place="reception")


def test_a_token_leads_to_the_family_with_everybody_ticked(screener):
    token = register()
    page = screener.get("/screening/", {"q": token}, follow=True).content.decode()
    assert page.count('name="people"') == 4
    assert page.count(" checked") == 4


def test_a_whole_family_goes_on_with_one_lane_and_one_outcome(screener):
    register()
    everyone = [who(one) for one in ("father", "mother", "son", "daughter")]
    answer = screener.post(
        "/screening/household/jubouri/", {"people": everyone, "lane": "family", "outcome": "go on"}
    )
    assert answer.status_code == 303
    assert answer.url == "/screening/"
    rows = Screening.objects.filter(lane="family", outcome="go on", place="reception")
    assert sorted(row.person for row in rows) == sorted(everyone)
    assert Person.objects.get(id=who(SON)).seen_place == "reception"


def test_only_the_one_asked_for_is_ticked(screener):
    register()
    page = screener.get(f"/screening/household/jubouri/?only={who(SON)}").content.decode()
    assert page.count(" checked") == 1


def test_whoever_passed_leaves_the_waiting_list_and_whoever_waits_stays_on_it(clerk):
    register()
    record_screening([who(FATHER), who(MOTHER)], "reception", "family", "go on", clerk)
    record_screening([who(SON)], "reception", "men", "wait", clerk)
    waiting = Waiting("reception")
    assert [(one.household, one.people) for one in waiting[:25]] == [("jubouri", 2)]
    assert len(waiting) == 1


def test_the_waiting_list_names_tokens_and_says_when_it_is_empty(screener):
    assert "Nobody is waiting" in screener.get("/screening/").content.decode()
    token = register()
    page = screener.get("/screening/").content.decode()
    assert token in page
    assert "Hasan" not in page, "people are called by number"


def test_an_undo_puts_the_family_back_on_the_waiting_list(screener):
    register()
    outcome = {"people": [who(FATHER)], "lane": "men", "outcome": "go on"}
    page = screener.post("/screening/household/jubouri/", outcome, follow=True).content.decode()
    assert 'action="/screening/undo/' in page
    event = Screening.objects.get().id.partition("|")[0]
    assert screener.post(f"/screening/undo/{event}/").status_code == 303
    assert not Screening.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("7K00-019X", "its check letter does not fit"),
        ("7K00-019C", "have not arrived here"),
        ("Zzz", "Nobody called"),
    ],
)
def test_an_unknown_token_or_name_is_answered_in_words_and_nothing_typed_is_lost(
    screener, typed, sentence
):
    answer = screener.get("/screening/", {"q": typed})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert f'value="{typed}"' in answer.content.decode()


def test_arabic_digits_find_a_token(screener):
    token = register(number=41)
    arabic = token.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert screener.get("/screening/", {"q": arabic}).status_code == 302


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"lane": "family", "outcome": "go on"}, "Tick at least one person."),
        ({"people": "jubouri-father", "outcome": "go on"}, "Choose a lane."),
        ({"people": "jubouri-father", "lane": "men"}, "Choose what happens next."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(screener, given, sentence):
    register()
    answer = screener.post("/screening/household/jubouri/", given)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Screening.objects.exists()


def test_somebody_of_another_household_cannot_be_ticked_in(screener):
    register()
    register("tamimi", number=2)
    answer = screener.post(
        "/screening/household/jubouri/",
        {"people": [who(FATHER, "tamimi")], "lane": "men", "outcome": "go on"},
    )
    assert answer.status_code == 422
    assert not Screening.objects.exists()


def test_somebody_who_stands_elsewhere_is_refused_with_the_place(clerk):
    register(place="suwar")
    refusal = record_screening([who(FATHER)], "reception", "men", "go on", clerk)
    assert isinstance(refusal, Refusal)
    assert str(refusal) == "In the books Hasan is at Suwar transit site, not here."


def test_the_dead_pass_no_lane(clerk):
    from serai.registry.deaths import record_death

    register()
    record_death(who(FATHER), "reception", "", "his wife", clerk)
    refusal = record_screening([who(FATHER)], "reception", "men", "go on", clerk)
    assert str(refusal) == "Hasan is written down as dead."


def test_a_separate_site_needs_a_separation(screener, clerk):
    register()
    refusal = record_screening([who(FATHER)], "reception", "men", "separate site", clerk)
    assert isinstance(refusal, Refusal)
    answer = screener.post(
        "/screening/household/jubouri/",
        {"people": [who(FATHER)], "lane": "men", "outcome": "separate site"},
    )
    assert answer.status_code == 303
    assert answer.url.startswith("/screening/separation/jubouri/?people=jubouri-father")
    assert not Screening.objects.exists()


def test_the_same_form_sent_twice_is_written_once(screener):
    register()
    given = {"people": [who(SON)], "lane": "men", "outcome": "go on", "operation": "once"}
    screener.post("/screening/household/jubouri/", given)
    screener.post("/screening/household/jubouri/", given)
    assert Screening.objects.count() == 1


def test_a_lane_of_another_room_is_not_taken_back_here(clerk):
    register()
    event = record_screening([who(SON)], "reception", "men", "go on", clerk)
    assert take_back([event], OURS, Author("amal", "screening")) == event
    refusal = take_back(["nowhere.1.1"], OURS, clerk)
    assert isinstance(refusal, Refusal)


@pytest.mark.parametrize("address", ["/screening/", "/screening/household/jubouri/"])
def test_a_page_asks_the_database_eight_times_at_most(screener, asks_at_most, address):
    register()
    with asks_at_most(QUERIES_MAX):
        assert screener.get(address).status_code == 200


def test_a_search_by_name_asks_eight_times_at_most(screener, asks_at_most):
    register()
    with asks_at_most(QUERIES_MAX):
        page = screener.get("/screening/", {"q": "hasan karim"})
    assert "Hasan" in page.content.decode()


def test_another_role_does_not_enter(signed_in):
    assert signed_in("relief").get("/screening/").status_code == 403
