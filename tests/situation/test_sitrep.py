"""A coordinator takes the situation report of an hour, on the page and in every file."""

import csv
import io
import json
import re

import openpyxl
import pytest
from django.http import HttpRequest
from django.utils import translation
from pypdf import PdfReader
from tests.situation.pages import big_numbers, said, typed
from tests.situation.reporting import accepted, report

from serai.access.places import House
from serai.situation.moment import Moment, moment_at
from serai.situation.sitrep import sitrep_at
from serai.situation.sitrep_blocks import HIDDEN, blocks_of

pytestmark = pytest.mark.django_db
PAGE = "/situation/sitrep/"
FILES = ("pdf", "xlsx", "csv", "hxl.csv", "geojson")


@pytest.fixture
def busy(operation):
    """People at several places, on the road, of several nationalities and ages."""
    operation.arrived("reception", hours=60, unknown=900)
    family = operation.registered(
        "reception",
        [("male", 40, "IRQ"), ("female", 35, "IRQ"), *[("female", 3, "IRQ")] * 6,
         *[("male", 8, "SYR")] * 9, *[("female", 30, "SYR")] * 12, ("male", 70, "XXA")],
        hours=50,
    )  # fmt: skip
    operation.left("C1", "reception", family[:12], hours=30)
    operation.came("C1", "al-hol", family[:12], hours=20)
    operation.left("C2", "reception", family[12:22], hours=2)
    operation.arrived("suwar", hours=3, unknown=120)
    operation.arrived("hospital", hours=3, unknown=2)
    return operation


def printed(answer) -> list[list[str]]:
    """The rows of all tables on the page."""
    body = re.sub(r"<svg.*?</svg>", "", said(answer), flags=re.S)
    return [
        [re.sub(r"<[^>]+>|[\u2066\u2069]", "", cell).strip()
         for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for table in re.findall(r"<tbody>(.*?)</tbody>", body, re.S)
        for row in re.findall(r"<tr>(.*?)</tr>", table)
    ]  # fmt: skip


def this_hour(operation) -> Moment:
    return moment_at(operation.now_ms, House(HttpRequest()), past=False)


def numbers_of(rows: list[list[str]]) -> list[int]:
    return [int(cell) for row in rows for cell in row[1:] if re.fullmatch(r"−?\d+", cell)]


def plain(text: str) -> str:
    return re.sub(r"[\u202f\u2066\u2069]", "", text)


def rows_of_csv(answer, skip: int = 1) -> list[list[str]]:
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))[skip:]


def test_the_numbers_are_those_of_the_situation_room_at_that_hour(busy, signed_in):
    client = signed_in("situation")
    for asked in ({}, {"at": typed(busy.hours_ago(25))}):
        room = big_numbers(client.get("/situation/", asked))
        page = said(client.get(PAGE, asked))
        found = re.findall(r'<div class="stat"><b>(\d+)</b><span>([^<]+)</span>', page)
        sitrep = {words: int(number) for number, words in found}
        for words in ("counted in", "on the road", "in camp", "without a name yet"):
            assert sitrep[words] == room[words]
        listed = [row for row in printed(client.get(PAGE, asked)) if row[0] == "everybody"]
        assert int(listed[0][1]) == sitrep["in the operation"]


def test_page_workbook_csv_and_pdf_hold_the_same_numbers(busy, signed_in):
    client = signed_in("situation")
    asked = {"at": typed(busy.hours_ago(1))}
    page = sorted(numbers_of(printed(client.get(PAGE, asked))))
    assert len(page) > 30

    book = openpyxl.load_workbook(io.BytesIO(client.get("/situation/sitrep.xlsx", asked).content))
    cells = [
        cell
        for sheet in book.worksheets[1:-1]
        for row in sheet.iter_rows(min_row=2, min_col=2, values_only=True)
        for cell in row
    ]
    assert sorted(cell for cell in cells if isinstance(cell, int)) == page

    rows = rows_of_csv(client.get("/situation/sitrep.csv", asked))
    ours = [int(row[4]) for row in rows if row[4] and row[1] != "At this hour"]
    assert sorted(ours) == page
    tagged = rows_of_csv(client.get("/situation/sitrep.hxl.csv", asked), skip=2)
    assert tagged == rows

    reader = PdfReader(io.BytesIO(client.get("/situation/sitrep.pdf", asked).content))
    text = plain("".join(sheet.extract_text() for sheet in reader.pages))
    for number in page:
        assert str(number).replace("-", "−") in text


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_pdf_is_one_page_in_both_languages_with_its_letters_inside(busy, language):
    from serai.situation.sitrep_files import pdf

    with translation.override(language):
        content = pdf(sitrep_at(this_hour(busy)), "Station")
    reader = PdfReader(io.BytesIO(content))
    assert len(reader.pages) == 1
    assert "1022" in plain(reader.pages[0].extract_text())
    fonts = [str(font.get_object()["/BaseFont"]) for font in
             reader.pages[0]["/Resources"]["/Font"].values()]  # fmt: skip
    assert fonts
    assert all("Noto" in font for font in fonts)
    assert language == "en" or any("Arabic" in font for font in fonts)


def test_small_numbers_are_hidden_everywhere_with_what_would_give_them_away(busy, signed_in):
    client = signed_in("situation")
    rows = {row[0]: row[1:] for row in printed(client.get(PAGE))}
    hospital = next(cells for name, cells in rows.items() if "hospital" in name.lower())
    assert hospital[0] == HIDDEN
    elderly = rows["60+"]
    assert elderly[1] == HIDDEN
    assert elderly[2] == HIDDEN
    hidden_places = [name for name, cells in rows.items() if cells[:1] == [HIDDEN]]
    assert len(hidden_places) >= 2
    for name in FILES[1:]:
        content = client.get(f"/situation/sitrep.{name}").content
        if name == "geojson":
            places = json.loads(content)["features"]
            people = {one["properties"]["place"]: one["properties"]["people"] for one in places}
            assert people["hospital"] is None
            assert people["suwar"] in (None, 120)


def test_what_is_not_known_is_never_zero(busy, signed_in):
    rows = {row[0]: row[1:] for row in printed(signed_in("situation").get(PAGE))}
    assert rows["with a unit to sleep in"] == ["not known"]
    assert rows["Water"][2] == "not known"
    assert rows["Latrines"][2] == "not known"


def test_yesterday_is_not_known_before_the_books_begin(busy, signed_in):
    page = said(signed_in("situation").get(PAGE, {"at": typed(busy.hours_ago(59))}))
    assert "yesterday not known" in page
    assert "since yesterday" in said(signed_in("situation").get(PAGE))


def test_places_are_geojson_of_the_hour(busy, signed_in):
    made = json.loads(signed_in("situation").get("/situation/sitrep.geojson").content)
    assert made["type"] == "FeatureCollection"
    points = [one["geometry"]["coordinates"] for one in made["features"] if one["geometry"]]
    assert all(-180 <= east <= 180 and -90 <= north <= 90 for east, north in points)


def test_the_hxl_file_is_valid_hxl(busy, signed_in, tmp_path):
    import hxl

    file = tmp_path / "sitrep.hxl.csv"
    file.write_bytes(signed_in("situation").get("/situation/sitrep.hxl.csv").content)
    source = hxl.data(str(file), hxl.InputOptions(allow_local=True))
    schema = [
        ["#valid_tag", "#valid_required", "#valid_datatype"],
        ["#date+reported", "true", "date"],
        ["#meta+part", "true", "text"],
        ["#indicator+value+num", "", "number"],
    ]
    assert source.columns[0].tag == "#date"
    assert hxl.schema(schema).validate(source)


def test_a_reported_figure_of_the_sitrep_leads_to_its_sentence(station, signed_in):
    (first, *_) = accepted(report())
    page = said(signed_in("situation").get(PAGE))
    assert f'href="/situation/reports/{first.report}/#figure-' in page


def test_an_empty_station_gives_a_page_that_says_so(station, signed_in):
    client = signed_in("situation")
    page = said(client.get(PAGE))
    assert "no forecast" in page
    assert "Everything balances" in page
    assert client.get("/situation/sitrep.pdf").content.startswith(b"%PDF")


def test_the_page_asks_few_questions(busy, signed_in, asks_at_most):
    client = signed_in("situation")
    client.get(PAGE)
    with asks_at_most(8):
        client.get(PAGE)


def test_other_forms_are_not_there(station, signed_in):
    assert signed_in("situation").get("/situation/sitrep.doc").status_code == 404


def test_a_gate_clerk_does_not_get_the_sitrep(busy, signed_in):
    for name in FILES:
        assert signed_in("reception").get(f"/situation/sitrep.{name}").status_code in (302, 403)


def test_every_block_has_as_many_cells_as_heads(busy):
    blocks = blocks_of(sitrep_at(this_hour(busy)))
    assert any(block.rows for block in blocks)
    for block in blocks:
        assert all(len(row) == len(block.head) for row in block.rows), block.id
