"""The coordinator looks where everybody is, now and at a past hour."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from tests.situation.pages import big_numbers, said, typed
from tests.situation.reporting import accepted, report

from serai.core import clock
from serai.core.events import PersonSeen
from serai.journal.store import Author, writing

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(operation):
    operation.arrived("reception", hours=30, unknown=40, woman=3)
    people = operation.registered(
        "reception", [("male", 40, "IRQ"), ("female", 35, "IRQ"), ("female", 3, "IRQ")], hours=29
    )
    operation.left("C1", "reception", people, hours=20)
    operation.came("C1", "al-hol", people, hours=10)
    more = operation.registered("reception", [("female", 20, "SYR"), ("male", 1, "SYR")], hours=5)
    operation.left("C2", "reception", more, hours=2)
    return operation


def test_the_big_numbers_are_the_books(family, signed_in):
    answer = signed_in("situation").get("/situation/")
    numbers = big_numbers(answer)
    assert numbers["counted in"] == 43
    assert numbers["on the road"] == 2
    assert numbers["in camp"] == 3
    assert numbers["without a name yet"] == 38
    assert numbers["do not balance"] == 0


def test_a_past_hour_shows_the_books_of_that_hour(family, signed_in):
    client = signed_in("situation")
    at = {"at": typed(family.hours_ago(15))}
    numbers = big_numbers(client.get("/situation/", at))
    assert numbers["counted in"] == 43
    assert numbers["on the road"] == 3
    assert numbers["in camp"] == 0
    assert numbers["without a name yet"] == 40
    before = big_numbers(client.get("/situation/", {"at": typed(family.days_ago(3))}))
    assert set(before.values()) == {0}


def test_the_flow_and_the_map_hold_every_place_and_the_road(family, signed_in):
    page = said(signed_in("situation").get("/situation/"))
    assert "Desert reception: 38 (2 on the road)" in page
    assert "Al-Hol camp: 3" in page
    assert "3 in 24 hours" in page  # from the reception to the camp, over the convoy


def test_arrivals_by_day_stand_on_the_local_day(family, signed_in):
    page = said(signed_in("situation").get("/situation/"))
    day = timezone.localtime(clock.from_ms(family.hours_ago(30))).date()
    assert f"{day.day} {day:%b}: 43" in page


def test_a_wrong_or_coming_hour_shows_now_and_says_so(family, signed_in):
    client = signed_in("situation")
    assert "This is no date and time" in said(client.get("/situation/", {"at": "last tuesday"}))
    tomorrow = typed(family.now_ms + 2 * clock.DAY_MS)
    assert "still to come" in said(client.get("/situation/", {"at": tomorrow}))


def test_arabic_digits_in_the_hour_are_understood(family, signed_in):
    western = typed(family.hours_ago(15))
    arabic = western.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    numbers = big_numbers(signed_in("situation").get("/situation/", {"at": arabic}))
    assert numbers["on the road"] == 3


def test_an_empty_operation_says_what_to_do(operation, signed_in):
    page = said(signed_in("situation").get("/situation/"))
    assert "Nobody was counted in" in page
    assert "The books balance." in page
    assert "Nothing is overdue." in page


def test_overdue_reviews_and_convoys_long_on_the_road_are_listed(operation, signed_in):
    operation.arrived("reception", hours=60, unknown=4)
    people = operation.registered(
        "reception", [("male", 40, "IRQ"), ("female", 9, "IRQ")], hours=59
    )
    yesterday = (timezone.localdate() - timedelta(days=3)).isoformat()
    operation.parted(people[0], "h2", people[1:], yesterday)
    operation.left("C9", "reception", people[1:], hours=26)
    page = said(signed_in("situation").get("/situation/"))
    assert "3 days late" in page
    assert "Own20" in page
    assert "26 hours on the road" in page
    assert "questions" not in page  # why they were parted is not for this room


def test_a_new_arrival_is_shown_at_once(family, signed_in):
    client = signed_in("situation")
    before = big_numbers(client.get("/situation/"))["counted in"]
    family.arrived("reception", hours=0, man=7)
    assert big_numbers(client.get("/situation/"))["counted in"] == before + 7


def test_names_of_places_are_arabic_on_an_arabic_page(family, signed_in):
    client = signed_in("situation")
    page = said(client.get("/situation/", headers={"accept-language": "ar"}))
    assert "مخيم الهول: 3" in page
    assert 'direction="rtl"' in page


def test_a_gate_clerk_does_not_get_in(family, signed_in):
    assert signed_in("reception").get("/situation/").status_code == 403


def test_the_page_asks_the_database_little(family, signed_in, asks_at_most):
    accepted(report())  # its figures are held beside the books too
    client = signed_in("situation")
    with asks_at_most(8):  # the first read after a start, which also notes the sign-in
        assert client.get("/situation/").status_code == 200
    with asks_at_most(4):
        assert client.get("/situation/").status_code == 200
    for hours in (15, 13):  # hours nobody looked at before
        with asks_at_most(8):
            client.get("/situation/", {"at": typed(family.hours_ago(hours))})


def test_after_a_sighting_the_page_asks_eight_questions_at_most(family, signed_in, asks_at_most):
    client = signed_in("situation")
    for asked in ({}, {"at": typed(family.hours_ago(15))}):
        client.get("/situation/", asked)
        with writing(Author("karim", "relief")) as pen:
            pen.append(PersonSeen(at=pen.now_ms, people=("somebody",), place="reception"))
        with asks_at_most(8):
            assert client.get("/situation/", asked).status_code == 200


def test_after_an_arrival_the_page_asks_eight_questions_at_most(family, signed_in, asks_at_most):
    client = signed_in("situation")
    for asked in ({}, {"at": typed(family.hours_ago(15))}):
        client.get("/situation/", asked)
        family.arrived("reception", hours=20, man=7)
        with asks_at_most(8):
            assert client.get("/situation/", asked).status_code == 200


@pytest.mark.sqlite
def test_a_picture_shown_again_costs_eight_statements_at_most(family, signed_in):
    client = signed_in("situation")
    client.get("/situation/")
    fewest = min(statements(client) for _ in range(2))  # a minute may end between two of them
    assert fewest <= 8


def statements(client) -> int:
    asked = []
    connection.connection.set_trace_callback(asked.append)
    client.get("/situation/")
    connection.connection.set_trace_callback(None)
    return len([one for one in asked if one.startswith("SELECT")])
