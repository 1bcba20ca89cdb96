"""Age, sex and nationality: the page, the workbook and the CSV hold the very same numbers."""

import csv
import io
import re

import openpyxl
import pytest
from tests.situation.pages import typed

from serai.core.people import BANDS_UNHCR
from serai.documents.tables import Table, csv_file, xlsx
from serai.registry.models import Balance
from serai.registry.queries import balances

pytestmark = pytest.mark.django_db
PAGE = "/situation/table/"
BANDS = len(BANDS_UNHCR) + 1


@pytest.fixture
def client(operation, signed_in):
    operation.arrived("reception", hours=50, unknown=60)
    people = operation.registered(
        "reception",
        [("male", 40, "IRQ"), ("female", 35, "IRQ"), ("female", 3, "IRQ"), ("male", 70, "IRQ")],
        hours=40,
    )
    operation.left("C1", "reception", people[:2], hours=30)
    operation.came("C1", "al-hol", people[:2], hours=20)
    operation.left("C2", "reception", people[2:], hours=2)
    operation.registered(
        "reception",
        [("female", 13, "XXA"), ("unknown", None, ""), ("female", 7, "SYR"), ("male", 7, "ZZZ")],
        hours=1,
    )
    return signed_in("situation")


def of_page(answer) -> list[list[str]]:
    body = answer.content.decode().split("<tbody>")[1].split("</table>")[0]
    return [
        [
            re.sub(r"<[^>]+>|\u202f", "", cell)
            for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
        ]
        for row in re.findall(r"<tr>(.*?)</tr>", body)
    ]


def of_csv(answer) -> list[list[str]]:
    text = answer.content.decode("utf-8-sig")
    return [row[1:] for row in list(csv.reader(io.StringIO(text)))[2:]]


def of_workbook(answer) -> list[list[str]]:
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))[2:]
    return [[str(value) for value in row[1:]] for row in rows]


@pytest.mark.parametrize(
    ("where", "hours"), [("", 0), ("reception", 0), ("al-hol", 0), ("convoy", 0), ("", 25)]
)
def test_page_workbook_and_csv_are_equal(client, operation, where, hours):
    asked = {"where": where}
    if hours:
        asked["at"] = typed(operation.hours_ago(hours))
    rows = of_page(client.get(PAGE, asked))
    assert rows
    assert rows == of_csv(client.get("/situation/table.csv", asked))
    assert rows == of_workbook(client.get("/situation/table.xlsx", asked))


def test_everybody_with_a_name_is_in_exactly_one_cell(client):
    rows = of_page(client.get(PAGE))
    named = sum(
        Balance.objects.filter(id__endswith="/named")
        .exclude(place__in=["outside", "birth", "death", "left", "unknown"])
        .values_list("count", flat=True)
    )
    assert int(rows[-1][-1]) == named == 8
    for row in rows:
        assert sum(map(int, row[1:-1])) == int(row[-1])


def test_a_past_hour_counts_who_was_there_then_and_may_be_gone_today(client, operation):
    operation.went("al-hol", "left", ["p2-0"], hours=3)
    at = operation.hours_ago(10)
    rows = of_page(client.get(PAGE, {"at": typed(at), "where": "suwar"}))
    named = sum(bands.get("named", 0) for bands in balances(at).values())
    assert int(rows[-1][-1]) == named == 4
    assert int(of_page(client.get(PAGE))[-1][-1]) == 7


def test_ages_fall_into_unhcr_bands(client):
    iraq = next(row for row in of_page(client.get(PAGE)) if row[0] == "Iraq")
    female, male = iraq[1 : 1 + BANDS], iraq[1 + BANDS : 1 + 2 * BANDS]
    assert female == ["1", "0", "0", "1", "0", "0"]
    assert male == ["0", "0", "0", "1", "1", "0"]


def test_stateless_not_asked_and_unknown_codes_have_rows_of_their_own(client):
    names = {row[0] for row in of_page(client.get(PAGE))}
    assert {"Stateless", "not asked", "ZZZ", "Syria", "Iraq"} <= names


def test_files_carry_the_tags_other_agencies_read(client):
    tags = client.get("/situation/table.csv").content.decode("utf-8-sig").splitlines()[1]
    assert tags.startswith("#country+origin+code+v_iso3,")
    assert "#population+f+infants+age_0_4" in tags


def test_the_files_are_two_clicks_from_the_front_page_of_the_room(client):
    page = client.get("/situation/").content.decode()
    assert "/situation/table.xlsx" in page
    assert "/situation/table.csv" in page


def test_an_arabic_workbook_opens_from_the_right(client):
    answer = client.get("/situation/table.xlsx", headers={"accept-language": "ar"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert sheet.sheet_view.rightToLeft
    assert "العراق" in {row[1] for row in sheet.iter_rows(values_only=True)}


def test_a_name_that_looks_like_a_formula_stays_text():
    evil = Table("t", ("name",), (("=cmd|' /C calc'!A0",), ("+1",), ("@x",), (-5,)))
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx([evil]))).worksheets[0]
    assert [cell.data_type for cell in sheet["A"]] == ["s", "s", "s", "s", "n"]
    assert sheet["A2"].value == "=cmd|' /C calc'!A0"
    lines = csv_file(evil).decode("utf-8-sig").splitlines()
    assert lines[1].strip('"').startswith("'=")
    assert lines[4] == "-5"


def test_a_name_with_signs_that_no_workbook_holds_is_written_without_them():
    odd = Table("t", ("name",), (("La\x00y\x1bla",),))
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx([odd]))).worksheets[0]
    assert sheet["A2"].value == "Layla"


def test_nobody_says_what_to_do(operation, signed_in):
    answer = signed_in("situation").get(PAGE)
    assert "Nobody with a name here" in answer.content.decode()


def test_the_page_asks_the_database_little(client, asks_at_most):
    with asks_at_most(8):
        assert client.get(PAGE).status_code == 200
