"""The books at any hour, and each difference until somebody explains or corrects it."""

import re

import pytest
from tests.situation.pages import typed

from serai.journal.store import Author
from serai.registry.commands import take_headcount
from serai.registry.models import Balance, Discrepancy, Person
from serai.registry.pairs import decide_pair

pytestmark = pytest.mark.django_db
PAGE = "/situation/books/"


def counted(place: str, people: int) -> str:
    take_headcount(place, people, Author("karim", "situation"))
    return Discrepancy.objects.get(place=place).id


def page_of(client, identity: str, action: str = "") -> str:
    return f"{PAGE}{identity}/{action}"


@pytest.fixture
def client(operation, signed_in):
    operation.arrived("reception", hours=30, unknown=40, man=3)
    operation.registered("reception", [("female", 30, "SYR"), ("male", 2, "SYR")], hours=5)
    return signed_in("situation")


def rows(answer) -> dict[str, list[str]]:
    page = re.sub(r"<[^>]+>", "|", answer.content.decode().split("<tbody>")[1].split("</table>")[0])
    found = {}
    for line in page.split("\n"):
        cells = [cell.strip() for cell in line.split("|") if cell.strip()]
        if cells:
            found[cells[0]] = cells[1:]
    return found


def test_every_account_is_listed_and_all_together_are_zero(client):
    answer = client.get(PAGE)
    assert rows(answer)["Desert reception"][:7] == ["43", "2", "3", "0", "0", "0", "38"]
    page = answer.content.decode()
    assert "inside and outside together:" in page
    assert re.search(r"together: <b>0</b>", page)


def test_the_books_of_a_past_hour_know_nothing_of_later_names(client, operation):
    answer = client.get(PAGE, {"at": typed(operation.hours_ago(10))})
    assert rows(answer)["Desert reception"][:7] == ["43", "0", "3", "0", "0", "0", "40"]


def test_the_list_can_be_narrowed_to_a_place_a_kind_and_a_state(client):
    counted("reception", 40)
    counted("suwar", 5)
    everything = client.get(PAGE).content.decode()
    assert everything.count('class="amount"') >= 2
    one = client.get(PAGE, {"where": "suwar"}).content.decode().split('id="list"')[1]
    assert "5 people were counted, 0 are in the books." in one
    assert "40 people were counted" not in one
    none = client.get(PAGE, {"state": "explained"}).content.decode()
    assert "people were counted" not in none
    assert "people were counted" not in client.get(PAGE, {"kind": "negative"}).content.decode()


def test_a_difference_shows_who_was_last_seen_there_before_that_hour(client, operation):
    identity = counted("reception", 40)
    operation.arrived("reception", hours=0, unknown=1)
    page = client.get(page_of(client, identity)).content.decode()
    assert "Own20" in page
    assert "Own21" in page
    assert "Who was last seen there" in page


def test_ten_who_were_last_seen_are_shown_and_the_others_folded_above_what_to_do(client, operation):
    people = [("female", 20 + one, "SYR") for one in range(9)]
    operation.registered("reception", people, hours=4)
    page = client.get(page_of(client, counted("reception", 40))).content.decode()
    assert page.count("Who was last seen there") == 1
    shown, folded = page.split('<details class="more">')
    assert "and one more" in folded
    assert shown.count('data-label="Last seen"') == 10
    assert folded.count('data-label="Last seen"') == 1
    assert "Explain it" in folded


def test_nobody_last_seen_is_said(client):
    page = client.get(page_of(client, counted("suwar", 5))).content.decode()
    assert "Nobody with a name was seen there" in page


def test_somebody_takes_a_difference_on(client):
    identity = counted("reception", 40)
    answer = client.post(page_of(client, identity, "owner/"), follow=True)
    assert "You look after this now." in answer.content.decode()
    assert "looked after by coordinator" in client.get(PAGE).content.decode()


def test_an_explained_difference_leaves_the_open_list_and_keeps_its_words(client):
    identity = counted("reception", 40)
    client.post(page_of(client, identity, "explanation/"), {"explanation": "Three at the <well>"})
    assert "people were counted" not in client.get(PAGE).content.decode()
    told = client.get(page_of(client, identity)).content.decode()
    assert "Three at the &lt;well&gt;" in told


def test_an_explanation_without_words_is_refused(client):
    identity = counted("reception", 40)
    answer = client.post(page_of(client, identity, "explanation/"), {"explanation": "  "})
    assert answer.status_code == 422
    assert "people were counted" in client.get(PAGE).content.decode()


def test_the_books_are_corrected_to_the_headcount_and_nobody_is_made_or_lost(client):
    identity = counted("reception", 40)
    form = {"band": "unknown", "explanation": "Counted twice at the gate"}
    answer = client.post(page_of(client, identity, "correction/"), form)
    assert answer.status_code == 303
    assert Balance.objects.get(id="reception/unknown").count == 35
    assert sum(Balance.objects.values_list("count", flat=True)) == 0
    again = client.post(page_of(client, identity, "correction/"), form)
    assert again.status_code in {404, 422}
    assert Balance.objects.get(id="reception/unknown").count == 35


def test_more_people_than_a_band_holds_cannot_be_taken_out(client):
    identity = counted("reception", 30)
    form = {"band": "man", "explanation": "They left"}
    answer = client.post(page_of(client, identity, "correction/"), form)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Only 3 people of this kind are in the books here." in page
    assert "They left" in page


def test_a_difference_that_is_no_headcount_offers_no_correction(client, operation):
    operation.went("reception", "hospital", ["nobody-known"], hours=1)
    operation.went("reception", "hospital", ["nor-this-one"], hours=1)
    operation.went("reception", "hospital", ["nor-that-one"], hours=1)
    found = Discrepancy.objects.filter(kind="negative").first()
    assert found is not None
    page = client.get(page_of(client, found.id)).content.decode()
    assert "Correct the books" not in page
    assert "more person left" in page or "more people left" in page


def test_an_unknown_difference_is_a_page_not_found(client):
    assert client.get(page_of(client, "headcount:never")).status_code == 404


def test_an_empty_list_says_what_to_do(client):
    assert "Take a headcount" in client.get(PAGE).content.decode()


def test_the_pages_ask_the_database_little(client, asks_at_most):
    identity = counted("reception", 40)
    for address in (PAGE, page_of(client, identity)):
        with asks_at_most(8):
            assert client.get(address).status_code == 200


def test_somebody_counted_under_two_records_is_counted_once_with_one_button(client, signed_in):
    one, other = Person.objects.order_by("id").values_list("id", flat=True)
    decide_pair(one, other, "same", Author("karim", "registration"))
    identity = Discrepancy.objects.get(kind="twice").id
    page = client.get(page_of(client, identity)).content.decode()
    assert "Take the later one out of the books" in page
    answer = client.post(page_of(client, identity, "double-count/"), {})
    assert answer.status_code == 303
    assert not Discrepancy.objects.filter(kind="twice").exists()
    assert Person.objects.get(id=other).place == "outside"
