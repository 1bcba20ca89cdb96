"""Reported figures stand beside what was counted on their days, with the difference in words."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from tests.conftest import open_station
from tests.situation.pages import said
from tests.situation.reporting import COORDINATOR, accepted, report

from serai.core.places import Place
from serai.registry.queries import places
from serai.situation.commands import compare, withdraw
from serai.situation.models import Claim
from serai.situation.moment import Moment
from serai.situation.reported import panel

pytestmark = pytest.mark.django_db
ROUTE = (
    Place("front", "Baghuz front line", "الباغوز", "front", 34.47, 40.95, position=1),
    Place("reception", "Desert reception", "الاستقبال", "reception", 34.58, 41.06, position=2),
    Place("al-hol", "Al-Hol camp", "مخيم الهول", "camp", 36.375, 41.149, position=6),
)


@pytest.fixture
def station(db):
    """The places of the route where they really are, so that reports find them."""
    return open_station(ROUTE)


@pytest.fixture
def client(signed_in):
    return signed_in("situation")


def day(ago: int) -> str:
    return (localdate() - timedelta(days=ago)).isoformat()


def words(ago: int) -> str:
    on = localdate() - timedelta(days=ago)
    return f"{on.day} {on:%B}"


def rows(page: str) -> str:
    return page[page.index('class="table beside"') :]


def test_a_claim_stands_beside_what_was_counted_over_its_days(operation, client):
    operation.arrived("al-hol", hours=24 * 9, unknown=500)  # who stood there before
    operation.arrived("al-hol", hours=24 * 3, unknown=70)
    operation.arrived("al-hol", hours=24 * 2, unknown=30)
    text = f"Between {words(4)} and {words(1)}, 250 people arrived at Al-Hol camp."
    accepted(report(text, "OCHA", day(1)))
    page = said(client.get("/situation/figures/?kind=arrived&where=al-hol"))
    assert ">250<" in rows(page)
    assert ">100</a>" in rows(page)
    assert "counted 150 fewer than said" in rows(page)


def test_who_stood_in_the_camp_before_the_first_entry_never_arrived(operation, client):
    operation.arrived("al-hol", hours=24 * 6, unknown=500)
    operation.arrived("al-hol", hours=24 * 2, unknown=30)
    accepted(report(f"Since {words(9)}, 30 people have arrived at Al-Hol camp.", "OCHA", day(1)))
    page = said(client.get("/situation/figures/?kind=arrived&where=al-hol"))
    assert "counted the same as said" in rows(page)


def test_people_there_are_counted_at_the_end_of_the_day_of_the_claim(operation, client):
    operation.arrived("al-hol", hours=24 * 6, unknown=500)
    operation.arrived("al-hol", hours=1, unknown=99)  # long after
    accepted(report("More than 450 people now live in Al-Hol camp.", "OCHA", day(3)))
    page = said(client.get("/situation/figures/?kind=present&where=al-hol"))
    assert ">500</a>" in rows(page)
    assert "counted within what was said" in rows(page)


def test_every_reported_number_leads_to_its_marked_words_in_two_clicks(operation, client):
    operation.arrived("al-hol", hours=24 * 6, unknown=500)
    claim = accepted(report("More than 450 people now live in Al-Hol camp.", "OCHA", day(3)))[0]
    target = f'href="/situation/reports/{claim.report}/#figure-{claim.number}"'
    assert target in client.get("/situation/").content.decode()
    assert target in client.get("/situation/figures/?kind=present").content.decode()
    page = client.get(f"/situation/reports/{claim.report}/").content.decode()
    assert f'<mark id="figure-{claim.number}" class="accepted">More than 450 people</mark>' in page


def test_reports_that_differ_stand_together_on_the_wall_and_are_not_averaged(operation, client):
    operation.arrived("al-hol", hours=24 * 9, unknown=10)
    operation.arrived("al-hol", hours=24 * 2, unknown=80)
    days = f"Between {words(3)} and {words(1)}"
    low = accepted(report(f"{days}, 52 people arrived at Al-Hol camp.", "OCHA", day(1)))[0]
    high = accepted(report(f"{days}, 120 people reached Al-Hol camp.", "IRC", day(1)))[0]
    compare([low.claim, high.claim], "range", COORDINATOR)
    page = said(client.get("/situation/"))
    assert "reports differ" in page
    assert "counted 28 more than said" in page
    assert "counted 40 fewer than said" in page
    assert ">86<" not in page


def test_an_alarm_when_more_came_out_than_were_said_to_remain(operation, client):
    accepted(report("Some 50 people remain inside Baghuz.", "SDF", day(5)))
    operation.arrived("reception", hours=24 * 3, unknown=50)
    assert "more than the 50" not in said(client.get("/situation/"))
    operation.arrived("reception", hours=24 * 2, unknown=1)
    page = said(client.get("/situation/"))
    assert "51 people came out of Baghuz front line" in page
    assert "more than the 50 that SDF said remained there" in page


def test_who_came_before_the_report_does_not_raise_the_alarm(operation, client):
    operation.arrived("reception", hours=24 * 7, unknown=90)
    accepted(report("Some 50 people remain inside Baghuz.", "SDF", day(5)))
    assert "people came out of" not in said(client.get("/situation/"))


def test_nobody_reads_an_alarm_from_a_figure_that_nobody_accepted(operation, client):
    report("Some 50 people remain inside Baghuz.", "SDF", day(5))
    operation.arrived("reception", hours=24 * 2, unknown=90)
    page = said(client.get("/situation/"))
    assert "people came out of" not in page
    assert "One reported figure waits to be judged." in page


def test_a_part_of_the_people_is_listed_and_held_beside_nothing(operation, client):
    operation.arrived("al-hol", hours=24 * 6, unknown=500)
    report("Some 250 children live in Al-Hol camp. Up to 40 trucks were waiting.", "IRC", day(3))
    page = said(client.get("/situation/figures/?kind=present&where=al-hol"))
    assert "No figure of this sort for this place" in page
    assert "a part of the people, which is not counted apart" in page
    assert "nothing of this sort is counted here" in page


def test_a_withdrawn_report_leaves_the_wall(operation, client):
    operation.arrived("al-hol", hours=24 * 6, unknown=500)
    identity = report("More than 450 people now live in Al-Hol camp.", "OCHA", day(3))
    accepted(identity)
    assert "at least 450" in said(client.get("/situation/"))
    withdraw(identity, "A hoax", COORDINATOR)
    assert "at least 450" not in said(client.get("/situation/"))


def test_at_a_past_hour_later_reports_are_not_known_yet(operation, client):
    operation.arrived("al-hol", hours=24 * 8, unknown=500)
    accepted(report("More than 450 people now live in Al-Hol camp.", "OCHA", day(3)))
    page = said(client.get("/situation/", {"at": f"{day(5)}T12:00"}))
    assert "at least 450" not in page


def test_days_that_are_no_days_break_no_page(operation, client):
    accepted(report("More than 450 people now live in Al-Hol camp.", "OCHA", day(3)))
    Claim.objects.update(last_on="soon", first_on="2019-99-99")
    assert client.get("/situation/figures/?kind=present").status_code == 200
    assert client.get("/situation/").status_code == 200


def test_odd_questions_are_answered_with_an_empty_page(operation, client):
    for asked in ("kind=songs", "where=nowhere", "kind=remaining&where=%00", "at=soon"):
        answer = client.get(f"/situation/figures/?{asked}")
        assert answer.status_code == 200, asked
        assert "No figure of this sort for this place" in answer.content.decode()


def test_the_pages_ask_the_database_little(operation, client, asks_at_most):
    operation.arrived("al-hol", hours=24 * 6, unknown=500)
    accepted(report("More than 450 people now live in Al-Hol camp.", "OCHA", day(3)))
    with asks_at_most(8):
        assert client.get("/situation/figures/?kind=present").status_code == 200
    moment, open_places = Moment(operation.now_ms, state="1 1 here"), places()
    with asks_at_most(3):  # what the panel adds to the wall
        assert panel(moment, open_places).latest
