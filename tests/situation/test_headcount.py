"""Somebody counts everybody at a place; a difference is listed with place, hour and amount."""

import re

import pytest
from tests.situation.pages import typed

from serai.core import clock
from serai.registry.models import Balance, Discrepancy, Headcount

pytestmark = pytest.mark.django_db
PAGE = "/situation/headcounts/"


@pytest.fixture
def client(operation, signed_in):
    operation.arrived("reception", hours=5, man=30, woman=10)
    return signed_in("situation")


def test_a_headcount_that_fits_the_books_says_so(client):
    answer = client.post(PAGE, {"place": "reception", "counted": "40"}, follow=True)
    assert "the same as in the books" in answer.content.decode()
    assert Headcount.objects.get().expected == 40
    assert not Discrepancy.objects.exists()


def test_a_headcount_that_differs_is_a_discrepancy_with_place_hour_and_amount(client, now_ms):
    client.post(PAGE, {"place": "reception", "counted": "37"})
    found = Discrepancy.objects.get()
    assert (found.kind, found.place, found.amount) == ("headcount", "reception", -3)
    assert abs(found.at - now_ms) < clock.HOUR_MS
    page = client.get("/situation/").content.decode()
    assert "37 people were counted, 40 are in the books." in page
    row = re.search(r'<ul class="worklist">.*?</ul>', page, re.S)[0]
    assert "Desert reception" in row
    assert "−3" in re.sub(r"<[^>]+>|\s+", "", row)


def test_a_headcount_changes_no_balance(client):
    before = list(Balance.objects.order_by("id").values())
    client.post(PAGE, {"place": "reception", "counted": "4000"})
    assert list(Balance.objects.order_by("id").values()) == before


def test_a_headcount_of_an_earlier_hour_is_compared_with_the_books_of_that_hour(client, operation):
    operation.arrived("reception", hours=1, boy=5)
    at = typed(operation.hours_ago(3))
    client.post(PAGE, {"place": "reception", "counted": "40", "at": at})
    assert Headcount.objects.get().expected == 40


def test_arabic_digits_are_read(client):
    client.post(PAGE, {"place": "reception", "counted": "٤٠"})
    assert Headcount.objects.get().counted == 40


@pytest.mark.parametrize(
    "typed",
    [
        {"place": "reception", "counted": ""},
        {"place": "reception", "counted": "-1"},
        {"place": "reception", "counted": "many"},
        {"place": "nowhere", "counted": "4"},
        {"place": "reception", "counted": "4", "at": "2100-01-01T00:00"},
        {"place": "reception", "counted": "4", "at": "yesterday"},
    ],
)
def test_bad_input_is_refused_with_a_sentence_and_nothing_is_lost(client, typed):
    answer = client.post(PAGE, typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'role="alert"' in page
    assert not Headcount.objects.exists()
    if typed["counted"]:
        assert f'value="{typed["counted"]}"' in page


def test_the_same_form_sent_twice_is_saved_once(client):
    form = {"place": "reception", "counted": "40", "operation": "once"}
    client.post(PAGE, form)
    client.post(PAGE, form)
    assert Headcount.objects.count() == 1


def test_without_headcounts_the_page_says_what_to_do(client):
    assert "No headcount yet" in client.get(PAGE).content.decode()


def test_the_page_asks_the_database_little(client, asks_at_most):
    client.post(PAGE, {"place": "reception", "counted": "37"})
    with asks_at_most(8):
        assert client.get(PAGE).status_code == 200
