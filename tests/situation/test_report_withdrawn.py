"""The coordinator withdraws a report that was wrong, and lets it stand again."""

import pytest
from tests.situation.reporting import SDF, accepted, report

from serai.situation.models import Claim, Report

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(signed_in):
    return signed_in("situation")


def test_a_withdrawn_report_stays_to_be_read_and_its_figures_leave_every_comparison(client):
    identity = report()
    accepted(identity)
    answer = client.post(f"/situation/reports/{identity}/withdrawal/", {"cause": "A hoax"})
    assert answer.status_code == 303
    assert not Claim.objects.filter(standing=True).exists()
    page = client.get(f"/situation/reports/{identity}/").content.decode()
    assert "A hoax" in page
    assert "12,000 people" in page
    assert "Every figure is judged" in client.get("/situation/reports/waiting/").content.decode()


def test_why_must_be_said(client):
    identity = report()
    answer = client.post(f"/situation/reports/{identity}/withdrawal/", {"cause": " "})
    assert answer.status_code == 422
    assert "why the report no longer stands" in answer.content.decode()
    assert Report.objects.get().standing


def test_it_can_stand_again_with_every_judgement(client):
    identity = report()
    accepted(identity)
    client.post(f"/situation/reports/{identity}/withdrawal/", {"cause": "A hoax"})
    client.post(f"/situation/reports/{identity}/withdrawal/undo/")
    assert Report.objects.get().standing
    assert {one.state for one in Claim.objects.filter(standing=True)} == {"accepted"}


def test_a_report_that_is_not_here_is_not_found(client):
    assert client.get("/situation/reports/nobody/").status_code == 404
    assert client.post("/situation/reports/nobody/withdrawal/").status_code == 404


def test_the_page_marks_every_figure_and_hands_dangers_on_to_the_road(client):
    identity = report(SDF, "SDF", "2019-02-25")
    page = client.get(f"/situation/reports/{identity}/").content.decode()
    assert 'id="figure-0"' in page
    assert 'href="#reading-0"' in page
    assert "Hand it on to the road" in page
    assert "/convoys/road/hazard/?kind=" in page


def test_what_another_wrote_into_a_report_is_printed_and_never_run(client):
    identity = report(
        "<script>alert(1)</script> About 400 people fled Hajin.", "X<b>", "2019-01-20"
    )
    page = client.get(f"/situation/reports/{identity}/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "X&lt;b&gt;" in page
