"""The coordinator says how figures of several reports belong together; nothing is merged alone."""

import pytest
from tests.situation.reporting import COORDINATOR, OCHA, claims_of, report

from serai.core.refusal import Refusal
from serai.situation.commands import compare, withdraw
from serai.situation.models import Claim, Compared

pytestmark = pytest.mark.django_db
ADDRESS = "/situation/reports/comparisons/"
PROPOSAL = 'class="card proposal"'


@pytest.fixture
def client(signed_in):
    return signed_in("situation")


@pytest.fixture
def both(station):
    """5,200 by one report and 12,000 by another, of the same days."""
    irc = claims_of(report())[0]
    ocha = claims_of(report(OCHA, "OCHA", "2019-03-07"))[0]
    return ocha, irc


def test_different_figures_of_the_same_days_are_proposed_and_not_joined(client, both):
    page = client.get(ADDRESS).content.decode()
    assert "Different figures for the same days" in page
    assert "5\u202f200" in page
    assert "at least 12\u202f000" in page
    assert not Compared.objects.exists()


def test_the_same_number_of_the_same_days_is_proposed_as_one_figure_told_twice(client, station):
    report()
    report("Fully 6,000 people arrived at Al-Hol camp on 7 March, our reporter heard.", "Radio")
    page = client.get(ADDRESS).content.decode()
    assert "Perhaps one figure told more than once" in page


@pytest.mark.parametrize("relation", ["same", "range", "series", "different"])
def test_what_people_say_is_kept_with_who_and_when(client, both, relation):
    claims = [one.claim for one in both]
    answer = client.post(f"{ADDRESS}new/", {"claim": claims, "relation": relation}, follow=True)
    assert "Written down" in answer.content.decode()
    rows = Compared.objects.all()
    assert {one.claim for one in rows} == set(claims)
    assert {(one.relation, bool(one.actor), one.at > 0) for one in rows} == {(relation, True, True)}


def test_what_was_said_is_not_proposed_again(client, both):
    before = client.get(ADDRESS).content.decode()
    compare([one.claim for one in both], "range", COORDINATOR)
    page = client.get(ADDRESS).content.decode()
    assert page.count(PROPOSAL) == before.count(PROPOSAL) - 1
    assert "What people said" in page


def test_a_range_keeps_both_figures_and_makes_no_third(client, both):
    compare([one.claim for one in both], "range", COORDINATOR)
    assert sorted(Claim.objects.filter(kind="arrived").values_list("low", flat=True)) == [
        5_200, 6_000, 12_000,
    ]  # fmt: skip


def test_taking_it_back_brings_the_proposal_back(client, both):
    comparison = compare([one.claim for one in both], "different", COORDINATOR)
    client.post(f"{ADDRESS}{comparison}/undo/")
    assert not Compared.objects.exists()
    assert "Different figures for the same days" in client.get(ADDRESS).content.decode()
    again = client.post(f"{ADDRESS}{comparison}/undo/")
    assert again.status_code == 422


def test_the_queue_proposes_it_beside_the_figure_with_one_key(client, both):
    page = client.get(f"/situation/reports/waiting/?at={both[1].claim}").content.decode()
    assert "It may belong together with" in page
    for letter in "sgtd":
        assert f'data-letter="{letter}"' in page


def test_one_figure_alone_or_an_unknown_relation_is_refused(client, both):
    one = {"claim": [both[0].claim], "relation": "same"}
    assert client.post(f"{ADDRESS}new/", one).status_code == 422
    odd = {"claim": [claim.claim for claim in both], "relation": "cousins"}
    answer = client.post(f"{ADDRESS}new/", odd)
    assert answer.status_code == 422
    assert "Choose how they belong together." in answer.content.decode()
    assert not Compared.objects.exists()


def test_a_figure_of_a_withdrawn_report_is_compared_with_nothing(both):
    withdraw(both[0].report, "A hoax", COORDINATOR)
    assert isinstance(compare([one.claim for one in both], "same", COORDINATOR), Refusal)
