"""A list of expected people comes in, its columns are set, people are ticked at the truck."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.a_family import FATHER, MOTHER, register, who

from serai.journal.reading import event_count
from serai.journal.verify import verify
from serai.reception.models import ExpectedList, ExpectedPerson, ExpectedTick
from serai.registry.models import Person

pytestmark = pytest.mark.django_db
PAGE = "/reception/expected/"
LIST = "Name,Sex,Age\n" + "".join(f"Hasan Ali Number{n},m,{20 + n}\n" for n in range(30))


@pytest.fixture
def gate(station: object, signed_in: Callable[[str], Client]) -> Client:
    return signed_in()


def bring(gate: Client, text: str = LIST, name: str = "hajin.csv") -> str:
    file = SimpleUploadedFile(name, text.encode())
    answer = gate.post(PAGE, {"file": file, "title": "Hajin, 3 March"})
    assert answer.status_code == 303, answer.content.decode()
    return ExpectedList.objects.get().id


def test_an_empty_page_says_what_a_list_is_for(gate: Client) -> None:
    assert b"No list was brought in here yet" in gate.get(PAGE).content


def test_every_row_is_there_and_the_columns_were_guessed(gate: Client) -> None:
    identity = bring(gate)
    assert ExpectedPerson.objects.filter(list=identity).count() == 30
    page = gate.get(f"{PAGE}{identity}/columns/").content.decode()
    assert "Hasan Ali Number0" in page
    assert '<option value="name" selected>' in page


def test_setting_other_columns_reads_the_list_anew(gate: Client) -> None:
    identity = bring(gate, "A,B\nJubouri,Hasan\nAzzawi,Layla\n")
    told = {"heads": "1", "column-0": "family", "column-1": "own"}
    assert gate.post(f"{PAGE}{identity}/columns/", told).status_code == 303
    found = ExpectedPerson.objects.order_by("row").values_list("own", "family")
    assert list(found) == [("Hasan", "Jubouri"), ("Layla", "Azzawi")]
    assert not verify().differences


def test_columns_without_any_name_are_refused(gate: Client) -> None:
    identity = bring(gate)
    answer = gate.post(f"{PAGE}{identity}/columns/", {"heads": "1", "column-0": "age"})
    assert answer.status_code == 422
    assert "No column holds a name" in answer.content.decode()


def test_a_tick_at_the_truck_is_one_tap_and_one_to_take_back(
    gate: Client, asks_at_most: Callable
) -> None:
    identity = bring(gate)
    gate.post(f"{PAGE}{identity}/5/tick/", {})
    assert ExpectedTick.objects.get().came
    with asks_at_most(8):
        page = gate.get(f"{PAGE}{identity}/").content.decode()
    assert "1 of 30 came" in page
    gate.post(f"{PAGE}{identity}/5/reversal/", {})
    assert not ExpectedTick.objects.get().came
    assert not verify().differences


def test_who_has_not_come_yet_is_listed_by_name(gate: Client) -> None:
    identity = bring(gate)
    gate.post(f"{PAGE}{identity}/2/tick/", {})
    page = gate.get(f"{PAGE}{identity}/?state=waited").content.decode()
    assert "Number0<" not in page
    assert "Number1<" in page
    found = gate.get(f"{PAGE}{identity}/?q=number17").content.decode()
    assert "Number17" in found
    assert "Number3<" not in found


def test_a_file_that_cannot_be_read_writes_nothing(gate: Client) -> None:
    before = event_count()
    answer = gate.post(PAGE, {"file": SimpleUploadedFile("list.xlsx", b"PK\x03\x04 torn")})
    assert answer.status_code == 422
    assert "torn" in answer.content.decode()
    assert event_count() == before


def test_a_row_that_is_not_on_the_list_is_told(gate: Client) -> None:
    identity = bring(gate)
    answer = gate.post(f"{PAGE}{identity}/999/tick/", {}, follow=True)
    assert "no such list" in answer.content.decode()
    assert gate.get(f"{PAGE}nothing/").status_code == 404


def test_who_is_in_the_books_already_is_found_in_the_other_script(
    gate: Client, asks_at_most: Callable
) -> None:
    register("jubouri", (FATHER, MOTHER), "reception", 1)
    person = Person.objects.get(id=who(MOTHER))
    identity = bring(gate, "الاسم,العمر\nليلى يوسف الجبوري,35\n")
    gate.get(f"{PAGE}{identity}/2/")
    with asks_at_most(8):
        page = gate.get(f"{PAGE}{identity}/2/").content.decode()
    assert person.own in page


def test_a_name_is_found_on_the_list_in_the_other_script_and_half_written(gate: Client) -> None:
    identity = bring(gate, "الاسم,العمر\nأم عبد الرحمن فاطمة حسن,27\nليلى يوسف,35\nHasan Ali,40\n")
    for typed in ("Layla Yusuf", "leila", "layl yus", "ليلى"):
        page = gate.get(f"{PAGE}{identity}/?q={typed}").content.decode()
        assert "ليلى يوسف" in page, typed
        assert "Hasan" not in page, typed
    assert "Hasan Ali" in gate.get(f"{PAGE}{identity}/?q=حسن").content.decode()
    assert "No row like this" in gate.get(f"{PAGE}{identity}/?q=zubayda").content.decode()


def test_the_first_who_fits_has_the_focus_and_the_message_names_them(gate: Client) -> None:
    identity = bring(gate)
    page = gate.get(f"{PAGE}{identity}/?q=hasan").content.decode()
    assert page.count("autofocus") == 1
    assert 'autofocus aria-label="Is here: Hasan Ali Number0"' in page
    answer = gate.post(f"{PAGE}{identity}/2/tick/", {}, follow=True).content.decode()
    assert "Hasan Ali Number0\u2069 is here." in answer
    assert 'id="q"' in answer.partition("autofocus")[0].rpartition("<")[2]


def test_the_whole_list_goes_on_paper_with_boxes_to_tick(gate: Client) -> None:
    identity = bring(gate)
    assert gate.get(f"{PAGE}{identity}/").content.decode().count('<td class="tick">') == 25
    page = gate.get(f"{PAGE}{identity}/?paper").content.decode()
    assert page.count('<td class="tick">') == 30


def test_the_wrong_list_is_taken_back_until_somebody_was_ticked(gate: Client) -> None:
    identity = bring(gate)
    assert f"{PAGE}{identity}/reversal/" in gate.get(PAGE).content.decode()  # the Undo button
    gate.post(f"{PAGE}{identity}/3/tick/", {})
    answer = gate.post(f"{PAGE}{identity}/reversal/", {}, follow=True).content.decode()
    assert "People of this list were ticked already: 1." in answer
    gate.post(f"{PAGE}{identity}/3/reversal/", {})
    answer = gate.post(f"{PAGE}{identity}/reversal/", {}, follow=True).content.decode()
    assert "The list was taken back." in answer
    assert not ExpectedList.objects.exists()
    assert not ExpectedPerson.objects.exists()
    assert gate.get(f"{PAGE}{identity}/").status_code == 404
    assert "no such list" in (
        gate.post(f"{PAGE}{identity}/reversal/", {}, follow=True).content.decode()
    )
    assert not verify().differences


def test_a_formula_nobody_worked_out_is_told_at_its_row(gate: Client) -> None:
    identity = bring(gate, "Name,Age\nHasan Ali,=2019-1984\nLayla,30\n")
    page = gate.get(f"{PAGE}{identity}/").content.decode()
    assert "says what to work out, not the outcome" in page
    assert "=2019-1984" in page
