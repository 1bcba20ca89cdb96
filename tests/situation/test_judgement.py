"""The coordinator judges reported figures: accept, reject, correct, and take it back."""

import pytest
from tests.laws.pretend_stations import PretendStation
from tests.situation.reporting import COORDINATOR, accepted, claims_of, report

from serai.core.events import ClaimsJudged, Figure
from serai.core.refusal import Refusal
from serai.journal.reading import events_about
from serai.journal.receive import receive
from serai.journal.store import Author
from serai.situation.commands import judge
from serai.situation.models import Claim

pytestmark = pytest.mark.django_db
CORRECTED = Figure(
    kind="arrived", unit="person", low=2_000.0, high=2_500.0, place="Suwar",
    first_on="2019-03-06", last_on="2019-03-07", attributed_to="IRC",
)  # fmt: skip


@pytest.fixture
def client(signed_in):
    return signed_in("situation")


def verdict(client, claim, verdict, **more):
    address = f"/situation/reports/{claim.report}/judgement/"
    return client.post(address, {"claim": claim.claim, "verdict": verdict, **more}, follow=True)


def test_the_queue_shows_one_figure_in_its_sentence_with_what_was_read(station, client):
    report()
    page = client.get("/situation/reports/waiting/").content.decode()
    assert "<mark>At least 12,000 people</mark> reached Al-Hol camp in 48 hours." in page
    assert "1 of 3" in page
    assert "6 Mar to 8 Mar 2019" in page
    for letter in "arcj":
        assert f'data-letter="{letter}"' in page


def test_accepting_goes_on_to_the_next_figure_and_offers_undo(station, client):
    first, second, _ = claims_of(report())
    answer = verdict(
        client, first, "accepted", next=f"/situation/reports/waiting/?at={second.claim}"
    )
    page = answer.content.decode()
    assert "<mark>6,000 people</mark>" in page
    assert "Undo" in page
    held = Claim.objects.get(id=first.id)
    assert held.state == "accepted"
    assert held.judged_by
    assert held.judged_at


def test_what_was_accepted_in_another_window_is_not_turned_round_unseen(station, client):
    first, *_ = claims_of(report())
    page = client.get("/situation/reports/waiting/").content.decode()
    assert 'name="seen" value=""' in page
    verdict(client, first, "accepted", seen="", operation="once")
    again = client.post(
        f"/situation/reports/{first.report}/judgement/",
        {"claim": first.claim, "verdict": "accepted", "seen": "", "operation": "once"},
    )
    assert again.status_code == 303, "the second click of a double click does no harm"
    answer = verdict(client, first, "rejected", seen="")
    assert answer.status_code == 422
    assert "judged this figure in the meantime" in answer.content.decode()
    assert Claim.objects.get(id=first.id).state == "accepted"


def test_a_rejected_figure_leaves_the_queue_and_its_words_stay_in_the_report(station, client):
    identity = report()
    verdict(client, claims_of(identity)[0], "rejected")
    assert "1 of 2" in client.get("/situation/reports/waiting/").content.decode()
    assert (
        "At least 12,000 people" in client.get(f"/situation/reports/{identity}/").content.decode()
    )


def test_undo_makes_the_figure_wait_again(station, client):
    identity = report()
    outcome = judge(identity, [claims_of(identity)[0].claim], "rejected", COORDINATOR)
    client.post(f"/situation/reports/{identity}/judgement/{outcome}/undo/")
    assert claims_of(identity)[0].state == "waiting"


def test_a_correction_changes_what_is_said_and_never_the_words(station, client):
    claim = claims_of(report())[1]
    address = f"/situation/reports/{claim.report}/claims/{claim.claim}/"
    typed = {
        "low": "٢٠٠٠", "high": "2500", "unit": "person", "kind": "arrived", "place": "Suwar",
        "place_from": "", "first_on": "2019-03-06", "last_on": "2019-03-07", "attributed_to": "IRC",
    }  # fmt: skip
    assert client.post(address, typed).status_code == 303
    held = Claim.objects.get(id=claim.id)
    assert (held.low, held.high, held.place, held.state) == (2_000, 2_500, "Suwar", "corrected")
    assert held.quote == "6,000 people"
    assert "6000" in held.as_read
    kept = [one for one in events_about(f"report:{claim.report}") if one.kind == "report_read"]
    assert kept[0].body.claims[1].figure.low == 6_000  # what was read is never edited


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"low": "", "high": ""}, "Write the least, the most, or both."),
        ({"low": "30", "high": "20"}, "The least is no more than the most."),
        ({"low": "-4"}, "Type 0 or more."),
        ({"low": "1e999"}, "Type a number in digits"),
        ({"first_on": "2019-03-09"}, "The first day is no later than the last."),
        ({"last_on": "soon"}, "Write the day as year-month-day"),
        ({"kind": "sang"}, "Choose from the list"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_and_nothing_is_lost(
    station, client, wrong, sentence
):
    claim = claims_of(report())[1]
    typed = {
        "low": "20", "high": "30", "unit": "person", "kind": "arrived",
        "place": "Hajin by the water", "last_on": "2019-03-07",
    }  # fmt: skip
    answer = client.post(f"/situation/reports/{claim.report}/claims/{claim.claim}/", typed | wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert "Hajin by the water" in page
    assert Claim.objects.get(id=claim.id).state == "waiting"


def test_a_whole_report_is_accepted_at_once_and_undone_at_once(station, client):
    identity = report()
    answer = client.post(
        f"/situation/reports/{identity}/judgement/", {"verdict": "accepted"}, follow=True
    )
    assert "3 figures accepted" in answer.content.decode()
    assert {one.state for one in claims_of(identity)} == {"accepted"}
    event = claims_of(identity)[0].judgements
    client.post(f"/situation/reports/{identity}/judgement/{event}/undo/")
    assert {one.state for one in claims_of(identity)} == {"waiting"}


def test_the_same_verdict_twice_is_answered_with_who_gave_it(station):
    identity = report()
    accepted(identity)
    again = judge(identity, [claims_of(identity)[0].claim], "accepted", Author("b", "situation"))
    assert isinstance(again, Refusal)
    assert "maryam did this already" in str(again)


def test_an_unknown_verdict_or_figure_is_refused(station, client):
    claim = claims_of(report())[0]
    assert verdict(client, claim, "splendid").status_code == 422
    address = f"/situation/reports/{claim.report}/judgement/"
    assert client.post(address, {"claim": "nobody", "verdict": "accepted"}).status_code == 422
    assert client.get(f"/situation/reports/{claim.report}/claims/nobody/").status_code == 404
    assert claims_of(claim.report)[0].state == "waiting"


def test_two_stations_that_judge_apart_send_the_figure_back_to_the_queue(station, client):
    claim = accepted(report())[0]
    other = PretendStation("other")
    body = ClaimsJudged(at=1_000, report=claim.report, claims=(claim.claim,), verdict="rejected")
    other.write(body, 5_000)
    receive(other.segments)
    assert Claim.objects.get(id=claim.id).state == "disputed"
    assert "12,000" in client.get("/situation/reports/waiting/").content.decode()
    judge(claim.report, [claim.claim], "accepted", COORDINATOR)
    assert Claim.objects.get(id=claim.id).state == "accepted"


def test_an_empty_queue_says_what_brings_new_figures(station, client):
    assert "Every figure is judged" in client.get("/situation/reports/waiting/").content.decode()
