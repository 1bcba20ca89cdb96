"""A person brings the places of a country; the reader and the desk know them from then on."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from serai.core import gazetteer
from serai.core.gazetteer import places as kept
from serai.core.gazetteer.rows import Place, by_key, line_of, lines_of, place_of
from serai.core.refusal import Refusal
from serai.documents.place_files import places_in


def geonames(number: int, name: str, others: str, code: str, land: str, kind: str = "P") -> str:
    """A line of GeoNames' table."""
    cells = [str(number), name, name, others, "35.1", "40.2", kind, code, land, "", "", "", "", "",
             "900", "", "", "Asia/Damascus", "2020-01-01"]  # fmt: skip
    return "\t".join(cells) + "\n"


TOWNS = (
    geonames(1, "Zirwan", "Zirwane,زروان,Цирван,ZWN", "PPL", "SY")
    + geonames(2, "Zirwan Camp", "مخيم زروان", "CMP", "SY", "S")
    + geonames(3, "Zirwan River", "", "STM", "SY", "H")
    + geonames(4, "Muhafazat Zirwan", "", "ADM1", "SY", "A")
    + geonames(5, "Berlin", "", "PPLC", "DE")
)
AREAS = [
    ["ADM0_PCODE", "ADM1_EN", "ADM1_AR", "ADM1_PCODE", "ADM2_EN", "ADM2_AR", "ADM2_PCODE",
     "LATITUDE", "LONGITUDE"],
    ["#country+code", "#adm1+name", "", "", "", "", "", "", ""],
    ["SY", "Zirania", "زيرانيا", "SY99", "Zirtown", "زيرتاون", "SY9901", "34.5", "40.5"],
]  # fmt: skip


def read(content: bytes, name: str = "file", *countries: str) -> list[Place]:
    found = places_in(io.BytesIO(content), name, frozenset(countries))
    assert isinstance(found, list), found
    return found


def as_csv(rows: list[list[str]], separator: str = ",") -> bytes:
    return "\n".join(separator.join(row) for row in rows).encode("utf-8-sig")


def test_towns_camps_and_areas_of_geonames_are_read_and_rivers_are_not() -> None:
    found = read(TOWNS.encode())
    assert [(one.name, one.kind, one.country) for one in found] == [
        ("Zirwan", "town", "SYR"), ("Zirwan Camp", "camp", "SYR"),
        ("Muhafazat Zirwan", "admin1", "SYR"), ("Berlin", "town", "DEU"),
    ]  # fmt: skip
    assert found[0].name_ar == "زروان"
    assert "Zirwane" in found[0].also
    assert "Цирван" not in found[0].also


def test_only_the_countries_asked_for_are_read() -> None:
    assert {one.country for one in read(TOWNS.encode(), "all.txt", "SYR")} == {"SYR"}


@pytest.mark.parametrize("separator", [",", ";"])
def test_areas_with_p_codes_are_read_from_a_table(separator: str) -> None:
    area, town = read(as_csv(AREAS, separator), "admin.csv")
    assert (area.name, area.name_ar, area.pcode, area.kind) == (
        "Zirania", "زيرانيا", "SY99", "admin1"
    )  # fmt: skip
    assert (town.pcode, town.at, area.at) == ("SY9901", (34.5, 40.5), None)


def test_areas_with_p_codes_are_read_from_a_workbook() -> None:
    book = Workbook()
    for row in AREAS:
        book.active.append(row)  # type: ignore[union-attr]
    file = io.BytesIO()
    book.save(file)
    assert [one.pcode for one in read(file.getvalue(), "admin.xlsx")] == ["SY99", "SY9901"]


def test_areas_with_p_codes_are_read_from_geojson_in_its_newer_columns() -> None:
    shape = {"type": "Polygon", "coordinates": [[[40, 34], [42, 34], [42, 36], [40, 36]]]}
    known = {"adm1_name": "Zirania", "adm1_pcode": "SY99", "adm0_pcode": "SY"}
    content = json.dumps({"features": [{"properties": known, "geometry": shape}]}).encode()
    (area,) = read(content, "admin.geojson")
    assert (area.pcode, area.at) == ("SY99", (35.0, 41.0))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        bytes(range(256)),
        b"{broken",
        b"PK\x03\x04torn",
        b"[]",
        b"a,b\n1,2",
        b'{"features": [3, null]}',
        b'{"features": [{"properties": 3, "geometry": "x"}]}',
    ],
)
def test_a_file_without_places_is_answered_in_a_sentence(content: bytes) -> None:
    answer = places_in(io.BytesIO(content), "odd.csv")
    assert isinstance(answer, Refusal)
    assert "odd.csv holds no places" in str(answer)


def test_a_place_written_as_a_line_comes_back_as_it_was() -> None:
    place = read(TOWNS.encode())[0]
    back = place_of(line_of(place), "GeoNames")
    assert (back.name, back.name_ar, back.country, back.kind, back.at, back.pcode) == (
        place.name, place.name_ar, place.country, place.kind, place.at, place.pcode
    )  # fmt: skip
    odd = Place("x", "Bar|red;\ntown", "", "SYR", "town")
    assert line_of(odd).count("|") == 6
    assert by_key(lines_of([odd])).keys() >= {"bar red town"}


@pytest.fixture
def brought() -> Iterator[None]:
    places = read(TOWNS.encode())
    gazetteer.bring(lambda: lines_of(places))
    yield
    kept._bringers.pop()
    kept._brought.cache_clear()
    gazetteer.find.cache_clear()


@pytest.mark.usefixtures("brought")
def test_the_reader_knows_a_place_that_was_brought() -> None:
    from serai.core.reports import read as read_report

    assert [gazetteer.find(name).id for name in ("Zirwan", "زروان", "Zirwane")] == ["gn1"] * 3  # type: ignore[union-attr]
    (claim,) = read_report("وصل 400 شخص إلى زروان.").claims
    assert claim.place == "زروان"


def test_context_chooses_between_two_places_of_one_name() -> None:
    assert gazetteer.find("Tripoli", ("LBY",)).country == "LBY"  # type: ignore[union-attr]
    assert gazetteer.find("Tripoli", ("LBN",)).country == "LBN"  # type: ignore[union-attr]
    assert gazetteer.countries_of(["Benghazi", "Misrata", "Tripoli"])[0] == "LBY"


def test_every_country_is_told_by_three_letters() -> None:
    from serai.core.countries import is_code

    # The Mediterranean and the like lie in no country.
    lands = {one.country for one in gazetteer.everything()} - {""}
    assert {land for land in lands if not is_code(land)} == set()
    lines = (Path(kept.__file__).parent / "world.tsv").read_text().splitlines()
    assert {line.split("|")[3] for line in lines if not is_code(line.split("|")[3])} == set()


def test_the_world_is_small_enough_to_be_carried_along() -> None:
    assert (Path(kept.__file__).parent / "world.tsv").stat().st_size < 1_000_000
