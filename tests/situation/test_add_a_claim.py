"""A figure that the reader missed is added by a person, held to the words of the report."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.situation.reporting import COORDINATOR, IRC, claims_of, report

from serai.core.events import Figure
from serai.core.refusal import Refusal
from serai.core.reports.citation import held_in
from serai.journal.verify import verify
from serai.situation.adding.commands import Added, Quoted, add, take_off
from serai.situation.commands import judge, withdraw
from serai.situation.models import Claim
from serai.situation.rules import figure_refusal

SignedIn = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("station")
TEXT = IRC + "\nTents for 300 newcomers stood\nin the wind. Then 300 newcomers more."
WORDS = "Tents for 300 newcomers"
TYPED = {
    "quote": WORDS, "low": "300", "high": "300", "unit": "person", "kind": "occupancy",
    "place": "Al-Hol camp", "first_on": "2019-03-07", "last_on": "2019-03-07",
    "attributed_to": "a nurse", "witness": "on",
}  # fmt: skip
FIGURE = Figure(kind="occupancy", unit="person", low=300, high=300, place="Al-Hol camp")


@pytest.fixture
def identity(station: str) -> str:
    """A report from which the reader took every figure but one."""
    return report(TEXT)


def by_hand(identity: str) -> Added:
    outcome = add(identity, Quoted(WORDS), FIGURE, COORDINATOR)
    assert isinstance(outcome, Added), str(outcome)
    return outcome


def address(identity: str) -> str:
    return f"/situation/reports/{identity}/claims/new/"


def test_an_added_figure_waits_with_the_name_of_who_added_it(
    signed_in: SignedIn, identity: str
) -> None:
    room = signed_in("situation")
    answer = room.post(address(identity), TYPED, follow=True)
    page = answer.content.decode()
    assert "The figure is in and waits to be judged." in page
    assert "added by coordinator" in page
    row = Claim.objects.exclude(added_by="").get()
    assert TEXT[row.start : row.end] == row.quote == WORDS
    assert (row.low, row.high, row.state, row.place) == (300, 300, "waiting", "Al-Hol camp")
    assert row.witness
    queue = room.get(f"/situation/reports/waiting/?at={row.claim}").content.decode()
    assert "<mark>Tents for 300 newcomers</mark>" in queue
    assert "Added by" in queue


def test_it_stands_beside_our_numbers_like_any_other(signed_in: SignedIn, identity: str) -> None:
    room = signed_in("situation")
    room.get("/situation/figures/?kind=present")
    room.post(address(identity), TYPED)
    page = room.get("/situation/figures/?kind=present&where=al-hol").content.decode()
    assert "300" in page
    assert "added by coordinator" in page


def test_words_broken_over_lines_are_found() -> None:
    identity = report(TEXT)
    outcome = add(identity, Quoted("300 newcomers stood in the wind"), FIGURE, COORDINATOR)
    assert isinstance(outcome, Added)
    row = Claim.objects.get(claim=outcome.claim)
    assert row.quote == "300 newcomers stood\nin the wind"
    assert {300} <= held_in(row.quote)


def test_of_words_that_stand_twice_the_chosen_ones_are_taken(identity: str) -> None:
    at = TEXT.rindex("300 newcomers")
    outcome = add(identity, Quoted("300 newcomers", at + 3), FIGURE, COORDINATOR)
    assert isinstance(outcome, Added)
    assert Claim.objects.get(claim=outcome.claim).start == at


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"quote": ""}, "Choose the words in the report, or type them exactly."),
        ({"quote": "300 people slept"}, "These words do not stand in the report."),
        ({"quote": "00 newcomers"}, "These words do not stand in the report."),
        ({"quote": "300 newcomers"}, "These words stand 2 times in the report."),
        ({"quote": "stood in the wind"}, "No number stands in these words."),
        ({"low": "400", "high": "400"}, "The words hold 300, not 400."),
        ({"low": "", "high": ""}, "Write the least, the most, or both."),
        ({"kind": ""}, "Choose what the figure counts."),
        ({"first_on": "2019-03-09"}, "The first day is no later than the last."),
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(
    signed_in: SignedIn, identity: str, typed: dict[str, str], sentence: str
) -> None:
    answer = signed_in("situation").post(address(identity), TYPED | typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert 'value="a nurse"' in page
    assert not Claim.objects.exclude(added_by="").exists()


def test_the_same_figure_twice_is_refused(identity: str) -> None:
    by_hand(identity)
    assert "in already" in str(add(identity, Quoted(WORDS), FIGURE, COORDINATOR))


def test_a_figure_the_reader_had_found_is_not_added_again(identity: str) -> None:
    known = claims_of(identity)[0]
    figure = Figure(
        kind=known.kind, unit=known.unit, low=known.low, high=known.high, place=known.place
    )
    assert "in already" in str(add(identity, Quoted(known.quote), figure, COORDINATOR))


def test_a_withdrawn_report_takes_no_figure(identity: str) -> None:
    withdraw(identity, "wrong", COORDINATOR)
    assert isinstance(add(identity, Quoted(WORDS), FIGURE, COORDINATOR), Refusal)


def test_undo_takes_it_off_again(signed_in: SignedIn, identity: str) -> None:
    room = signed_in("situation")
    page = room.post(address(identity), TYPED, follow=True).content.decode()
    action = page.split(f'action="/situation/reports/{identity}/claims/')[1].split('"')[0]
    answer = room.post(f"/situation/reports/{identity}/claims/{action}", follow=True)
    assert "The figure is taken off again." in answer.content.decode()
    assert not Claim.objects.exclude(added_by="").exists()
    assert "added by" not in room.get("/situation/figures/?kind=present").content.decode()


def test_what_somebody_judged_is_rejected_not_undone(identity: str) -> None:
    added = by_hand(identity)
    judge(identity, [added.claim], "accepted", COORDINATOR)
    assert "Reject it instead" in str(take_off(added.event, COORDINATOR))


def test_chosen_words_fill_the_form_with_the_numbers_in_them(
    signed_in: SignedIn, identity: str
) -> None:
    page = signed_in("situation").get(address(identity), {"words": WORDS, "at": "9"})
    shown = page.content.decode()
    assert WORDS in shown
    assert shown.count('value="300"') == 2
    assert 'name="at" value="9"' in shown


def test_arabic_words_hold_their_numbers_too(station: str) -> None:
    text = "وصل ٤٥ شخصا إلى المخيم يوم الخميس."
    identity = report(text, source="وكالة")
    outcome = add(identity, Quoted("٤٥ شخصا إلى المخيم"), Figure(
        kind="occupancy", unit="person", low=45, high=45), COORDINATOR)  # fmt: skip
    assert isinstance(outcome, Added), str(outcome)


def test_the_rows_are_what_the_journal_alone_gives(identity: str) -> None:
    by_hand(identity)
    other = add(identity, Quoted("Then 300 newcomers more"), FIGURE, COORDINATOR)
    assert isinstance(other, Added)
    take_off(other.event, COORDINATOR)
    assert verify().differences == ()


def test_the_page_asks_eight_questions_at_most(
    signed_in: SignedIn, identity: str, asks_at_most: Callable[..., object]
) -> None:
    by_hand(identity)
    room = signed_in("situation")
    with asks_at_most(8):
        room.get(address(identity))


def test_a_figure_of_no_known_kind_is_refused_whoever_sends_it() -> None:
    camels = Figure(kind="camels", unit="person", low=1, high=1)
    assert str(figure_refusal(camels)) == "Choose what the figure counts."
