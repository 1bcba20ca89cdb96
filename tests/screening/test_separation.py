"""Taking somebody aside: both ends of the link, why, by whom, where to, until when."""

from datetime import date, timedelta

import pytest
from tests.a_family import DAUGHTER, FATHER, MOTHER, SON, register, who
from tests.laws.pretend_stations import PretendStation

from serai.core.events import SeparationEnded, SeparationRecorded
from serai.core.refusal import Refusal
from serai.journal.receive import receive
from serai.registry.deaths import record_death
from serai.registry.members import today
from serai.registry.models import Person, Separation
from serai.registry.queries import people_at
from serai.screening.commands import separate
from serai.screening.models import Screening, SeparationReason
from serai.screening.rules import SeparationDraft

pytestmark = pytest.mark.usefixtures("station")
ADDRESS = "/screening/separation/jubouri/"


def in_days(days: int) -> str:
    return (today() + timedelta(days=days)).isoformat()


def draft(**changes: object) -> SeparationDraft:
    given: dict[str, object] = {
        "household": "jubouri",
        "people": (who(FATHER),),
        "kin": (who(MOTHER), who(SON), who(DAUGHTER)),
        "reason": "Identity to be cleared",
        "authority": "Screening team 2",
        "place": "reception",
        "target": "screening",
        "review_on": in_days(7),
    }
    return SeparationDraft(**{**given, **changes})


def form(**changes: object) -> dict[str, object]:
    given = draft()
    return {
        "people": list(given.people),
        "kin": list(given.kin),
        "reason": given.reason,
        "authority": given.authority,
        "target": given.target,
        "review_on": given.review_on,
        "lane": "men",
        **changes,
    }


@pytest.fixture
def screener(signed_in):
    return signed_in("screening", place="reception")


def test_the_family_is_prefilled_as_the_other_end_of_the_link(screener):
    register()
    page = screener.get(ADDRESS, {"people": who(FATHER), "lane": "men"}).content.decode()
    assert page.count(" checked") == 4
    assert in_days(7) in page


def test_who_goes_stands_at_the_other_site_and_stays_tied_to_the_family(screener):
    register()
    answer = screener.post(ADDRESS, form())
    assert answer.status_code == 303
    held = Separation.objects.get()
    assert (held.person, held.target, held.review_on) == (who(FATHER), "screening", in_days(7))
    assert all(who(one) in held.kin for one in (MOTHER, SON, DAUGHTER))
    assert Person.objects.get(id=who(FATHER)).place == "screening"
    assert people_at("reception", "named") == 3
    assert people_at("screening", "named") == 1
    assert SeparationReason.objects.get().authority == "Screening team 2"
    assert Screening.objects.get().outcome == "separate site"


def test_an_undo_brings_back_person_link_and_lane_together(screener):
    register()
    page = screener.post(ADDRESS, form(), follow=True).content.decode()
    address = page.partition('action="/screening/undo/')[2].partition('"')[0]
    screener.post(f"/screening/undo/{address}")
    assert not Separation.objects.exists()
    assert not SeparationReason.objects.exists()
    assert not Screening.objects.exists()
    assert people_at("reception", "named") == 4


def test_a_place_without_books_takes_the_person_out_of_ours(clerk):
    register()
    separate(draft(target="a prison in the north"), clerk)
    assert Person.objects.get(id=who(FATHER)).place == "left"
    assert people_at("reception", "named") == 3
    assert Separation.objects.get().target == "a prison in the north"


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ({"people": []}, "Tick who goes."),
        ({"kin": []}, "Tick who of the family stays, so that the link is kept."),
        ({"reason": " "}, "Write the reason. Only screening and tracing can read it."),
        ({"authority": ""}, "Write who decided it."),
        ({"target": ""}, "Choose or write where the person is taken."),
        ({"review_on": ""}, "Give the day on which somebody looks at this again."),
        ({"review_on": "tomorrow"}, "Write the review day as year-month-day."),
    ],
)
def test_every_missing_end_of_the_link_is_a_sentence(screener, missing, sentence):
    register()
    answer = screener.post(ADDRESS, form(**missing))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert sentence in page
    assert 'value="Screening team 2"' in page or "authority" in missing
    assert not Separation.objects.exists()


def test_several_missing_things_are_told_at_once(screener):
    register()
    page = screener.post(ADDRESS, {"lane": ""}).content.decode()
    for sentence in ("Tick who goes.", "Write the reason.", "Write who decided it.", "Choose or"):
        assert sentence in page


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (0, "The review day must lie in the future."),
        (-3, "The review day must lie in the future."),
        (91, "Nobody waits longer than 90 days for a review."),
    ],
)
def test_a_review_day_lies_ahead_and_within_ninety_days(screener, clerk, days, sentence):
    register()
    answer = screener.post(ADDRESS, form(review_on=in_days(days)))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    refusal = separate(draft(review_on=in_days(days)), clerk)
    assert isinstance(refusal, Refusal)


@pytest.mark.parametrize("gone", ["people", "kin", "reason", "authority", "target", "review_on"])
def test_the_command_itself_holds_the_law_not_only_the_form(clerk, gone):
    register()
    empty: object = () if gone in ("people", "kin") else ""
    refusal = separate(draft(**{gone: empty}), clerk)
    assert isinstance(refusal, Refusal)
    assert refusal.field == gone
    assert not Separation.objects.exists()


def test_somebody_left_out_of_the_link_is_named(clerk):
    register()
    separate(draft(people=(who(SON),), kin=(who(FATHER),)), clerk)
    refusal = separate(draft(people=(who(FATHER),), kin=(who(SON),)), clerk)
    assert isinstance(refusal, Refusal), "mother and daughter would be tied to nobody"
    assert "apart from the family with nothing on record" in str(refusal)


def test_two_who_go_are_each_tied_to_those_who_stay(clerk):
    register()
    separate(draft(people=(who(FATHER), who(SON)), kin=(who(MOTHER), who(DAUGHTER))), clerk)
    assert Separation.objects.count() == 2
    assert people_at("screening", "named") == 2


def test_a_family_that_goes_whole_is_no_separation(clerk):
    register()
    everyone = tuple(who(one) for one in (FATHER, MOTHER, SON, DAUGHTER))
    assert isinstance(separate(draft(people=everyone, kin=()), clerk), Refusal)


def test_a_person_without_registered_family_still_gets_a_review_day(clerk):
    register("alone", (FATHER,))
    given = draft(household="alone", people=(who(FATHER, "alone"),), kin=())
    assert not isinstance(separate(given, clerk), Refusal)
    assert Separation.objects.get().review_on == in_days(7)


def test_kin_or_goers_of_another_household_are_refused(clerk):
    register()
    register("tamimi", number=2)
    stranger = (who(MOTHER, "tamimi"),)
    assert isinstance(separate(draft(kin=stranger), clerk), Refusal)
    assert isinstance(separate(draft(people=stranger), clerk), Refusal)


def test_the_dead_are_not_taken_aside(clerk):
    register()
    record_death(who(FATHER), "reception", "", "his wife", clerk)
    assert str(separate(draft(), clerk)) == "Hasan is written down as dead."


def test_somebody_already_apart_is_not_separated_twice(clerk):
    register()
    separate(draft(), clerk)
    refusal = separate(draft(place="screening", target="reception"), clerk)
    assert "already apart" in str(refusal)


def test_a_separation_leads_nowhere_near(clerk):
    register()
    assert isinstance(separate(draft(target="reception"), clerk), Refusal)


def test_the_page_asks_the_database_eight_times_at_most(screener, asks_at_most):
    register()
    with asks_at_most(8):
        assert screener.get(ADDRESS).status_code == 200


def test_an_unknown_household_is_not_found(screener):
    assert screener.get("/screening/separation/nobody/").status_code == 404


def test_review_days_are_days_not_words():
    assert date.fromisoformat(in_days(1)) > today()


def test_a_separation_whose_end_has_the_earlier_clock_is_there_and_over(station: str) -> None:
    ahead, behind = PretendStation("ahead"), PretendStation("behind")
    begun = SeparationRecorded(
        at=9, separation="s", person="p", kin=("q",), household="h", reason="", authority="",
        place="reception", target="screening", review_on="2019-03-01",
    )  # fmt: skip
    ahead.write(begun, 9_000_000)
    ended = SeparationEnded(at=10, separation="s", person="p", household="h", outcome="together")
    behind.write(ended, 1_000)
    receive([*ahead.segments, *behind.segments])
    assert Separation.objects.get(id="s").ended_at == 10
