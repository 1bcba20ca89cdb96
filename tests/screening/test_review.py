"""Looking at a separation again, and ending it."""

from datetime import timedelta

import pytest
from tests.a_family import DAUGHTER, FATHER, MOTHER, SON, register, who
from tests.screening.test_separation import draft, in_days

from serai.core.clock import DAY_MS
from serai.core.events import MovementRecorded, SeparationRecorded
from serai.core.ledger import moved
from serai.core.refusal import Refusal
from serai.journal.store import Author, writing
from serai.registry.deaths import record_death
from serai.registry.members import today
from serai.registry.models import Discrepancy, Person, Separation
from serai.screening.commands import bring_back, end_separation, review_separation, separate
from serai.screening.models import SeparationReason

pytestmark = pytest.mark.usefixtures("station")


@pytest.fixture
def screener(signed_in):
    return signed_in("screening", place="reception")


@pytest.fixture
def held(clerk) -> str:
    register()
    separate(draft(), clerk)
    return Separation.objects.get().id


def overdue(days: int) -> str:
    """A separation whose review day has passed, as another station may have written it."""
    register("tamimi", number=2)
    with writing(Author("amal", "screening")) as pen:
        body = SeparationRecorded(
            at=pen.now_ms - 9 * DAY_MS,
            separation=pen.new_id(),
            person=who(FATHER, "tamimi"),
            kin=(who(MOTHER, "tamimi"),),
            household="tamimi",
            reason="Questions by the authority",
            authority="Team 1",
            place="reception",
            target="screening",
            review_on=(today() - timedelta(days=days)).isoformat(),
            legs=moved("reception", "screening", [who(FATHER, "tamimi")]),
        )
        pen.append(body)
    return body.separation


def test_an_overdue_review_says_by_how_much_and_stands_first(screener, held):
    overdue(3)
    page = screener.get("/screening/reviews/").content.decode()
    assert '<span class="status bad">overdue by 3 days</span>' in page
    assert page.index("tamimi") < page.index("jubouri")


def test_a_review_due_today_warns(screener):
    overdue(0)
    assert "due today" in screener.get("/screening/reviews/").content.decode()


def test_an_empty_list_says_what_would_be_here(screener):
    assert "No family is apart" in screener.get("/screening/reviews/").content.decode()


def test_a_review_sets_the_next_day_and_is_kept(screener, held):
    given = {"outcome": "not decided", "review_on": in_days(14)}
    assert screener.post(f"/screening/review/{held}/", given).status_code == 303
    assert Separation.objects.get().review_on == in_days(14)
    assert "not decided" in SeparationReason.objects.get().reviews


@pytest.mark.parametrize("days", [-1, 0, 91])
def test_a_next_review_lies_ahead_and_within_ninety_days(screener, held, days):
    given = {"outcome": "goes on", "review_on": in_days(days)}
    assert screener.post(f"/screening/review/{held}/", given).status_code == 422
    assert Separation.objects.get().review_on == in_days(7)


def test_a_review_without_an_outcome_is_refused_in_words(screener, held):
    answer = screener.post(f"/screening/review/{held}/", {"review_on": in_days(5)})
    assert "Choose what the review came to." in answer.content.decode()


def test_a_reunion_moves_the_person_to_the_family(screener, held):
    assert screener.post(f"/screening/end/{held}/", {"ended": "reunited"}).status_code == 303
    assert Person.objects.get(id=who(FATHER)).place == "reception"
    assert Separation.objects.get().outcome == "reunited"
    assert not Discrepancy.objects.exists()


def test_a_reunion_happens_where_the_family_is(clerk, held):
    with writing(clerk) as pen:
        family = [who(one) for one in (MOTHER, SON, DAUGHTER)]
        pen.append(MovementRecorded(at=pen.now_ms, legs=moved("reception", "suwar", family)))
    refusal = end_separation(held, "reunited", "reception", clerk)
    assert str(refusal).startswith("The family is not at Desert reception.")
    assert not isinstance(end_separation(held, "reunited", "suwar", clerk), Refusal)
    assert Person.objects.get(id=who(FATHER)).place == "suwar"


def test_somebody_back_while_the_family_is_elsewhere_stays_tied_to_them(screener, clerk, held):
    with writing(clerk) as pen:
        family = [who(one) for one in (MOTHER, SON, DAUGHTER)]
        pen.append(MovementRecorded(at=pen.now_ms, legs=moved("reception", "suwar", family)))
    assert screener.post(f"/screening/return/{held}/").status_code == 303
    assert Person.objects.get(id=who(FATHER)).place == "reception"
    assert Separation.objects.get().ended_at == 0
    assert isinstance(bring_back(held, "reception", clerk), Refusal), "here already"


def test_somebody_taken_beyond_the_books_comes_back_into_them(clerk):
    register()
    separate(draft(target="a prison"), clerk)
    held = Separation.objects.get().id
    end_separation(held, "reunited", "reception", clerk)
    assert Person.objects.get(id=who(FATHER)).place == "reception"
    assert not Discrepancy.objects.exists()


def test_a_separation_cannot_end_while_the_family_is_apart(clerk, held):
    refusal = end_separation(held, "lives apart", "reception", clerk)
    assert isinstance(refusal, Refusal)
    assert Separation.objects.get().ended_at == 0


def test_an_end_by_death_asks_for_the_death_first(clerk, held):
    refusal = end_separation(held, "died", "reception", clerk)
    assert str(refusal).startswith("Write down the death of Hasan first")
    record_death(who(FATHER), "screening", "", "a guard", clerk)
    assert not isinstance(end_separation(held, "died", "reception", clerk), Refusal)


def test_an_ended_separation_is_neither_reviewed_nor_ended_again(clerk, held):
    end_separation(held, "reunited", "reception", clerk)
    assert isinstance(review_separation(held, "goes on", in_days(3), clerk), Refusal)
    assert isinstance(end_separation(held, "reunited", "reception", clerk), Refusal)


def test_an_undone_reunion_leaves_the_separation_open(screener, held):
    page = screener.post(f"/screening/end/{held}/", {"ended": "reunited"}, follow=True)
    address = page.content.decode().partition('action="/screening/undo/')[2].partition('"')[0]
    screener.post(f"/screening/undo/{address}")
    assert Separation.objects.get().ended_at == 0
    assert Person.objects.get(id=who(FATHER)).place == "screening"


def test_who_may_not_read_the_reason_sees_only_that_there_is_one(signed_in, screener, held):
    assert "Identity to be cleared" in screener.get(f"/screening/review/{held}/").content.decode()
    other = signed_in("screening", role="administrator", place="reception")
    page = other.get(f"/screening/review/{held}/").content.decode()
    assert "Identity to be cleared" not in page
    assert "Screening team 2" not in page


@pytest.mark.parametrize("address", ["/screening/reviews/", "/screening/review/{held}/"])
def test_a_page_asks_the_database_eight_times_at_most(screener, held, asks_at_most, address):
    with asks_at_most(8):
        assert screener.get(address.format(held=held)).status_code == 200


def test_an_unknown_separation_is_not_found(screener):
    assert screener.get("/screening/review/nothing/").status_code == 404


def test_somebody_without_registered_family_is_released_and_stands_here_again(clerk):
    register("alone", (FATHER,))
    alone = who(FATHER, "alone")
    separate(draft(household="alone", people=(alone,), kin=()), clerk)
    end_separation(Separation.objects.get().id, "released", "reception", clerk)
    assert Person.objects.get(id=alone).place == "reception"
    assert Separation.objects.get().outcome == "released"
