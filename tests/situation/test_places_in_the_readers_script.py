"""A place that the gazetteer knows is named in the letters of whoever reads the page."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.conftest import open_station
from tests.situation.reporting import accepted, report

from serai.core.places import Place

SignedIn = Callable[..., Client]
TEXT = "On 7 March 450 people fled Hajin. Some 5,000 people remain in Gate Seven."
ARABIC = "في 7 آذار فر 300 شخص من هجين."


@pytest.fixture
def station(db: None) -> str:
    """A station whose place somebody named in Latin letters alone."""
    return open_station([Place("hajin", "Hajin", "", "front", 34.69, 40.83)])


def in_arabic(client: Client) -> Client:
    client.cookies["serai_language"] = "ar"
    return client


@pytest.mark.parametrize("path", ["", "waiting/", "comparisons/"])
def test_a_latin_name_is_arabic_on_an_arabic_page(signed_in: SignedIn, path: str) -> None:
    identity = report(TEXT)
    report(TEXT.replace("450", "470"), source="OCHA")
    page = in_arabic(signed_in("situation")).get(f"/situation/reports/{path or identity + '/'}")
    assert "<bdi>هجين</bdi>" in page.content.decode()


def test_an_arabic_name_is_latin_on_an_english_page(signed_in: SignedIn) -> None:
    identity = report(ARABIC, source="وكالة")
    page = signed_in("situation").get(f"/situation/reports/{identity}/").content.decode()
    assert "<bdi>Hajin</bdi>" in page or "out of Hajin" in page


@pytest.mark.parametrize(("language", "shown"), [("en", "Hole gate"), ("ar", "مخيم الهول")])
def test_a_place_of_the_station_is_called_as_the_station_calls_it(
    db: None, signed_in: SignedIn, language: str, shown: str
) -> None:
    open_station([Place("hol", "Hole gate", "مخيم الهول", "camp", 36.37, 41.14)])
    identity = report("في 7 آذار وصل 300 شخص إلى مخيم الهول.", source="وكالة")
    client = signed_in("situation")
    client.cookies["serai_language"] = language
    page = client.get(f"/situation/reports/{identity}/").content.decode()
    assert f"<bdi>{shown}</bdi>" in page


def test_a_name_nobody_knows_stays_as_it_was_written(signed_in: SignedIn) -> None:
    identity = report(TEXT)
    page = in_arabic(signed_in("situation")).get(f"/situation/reports/{identity}/")
    assert "Gate Seven" in page.content.decode()


def test_a_place_opened_in_latin_letters_is_arabic_in_figures_situation_and_sitrep(
    signed_in: SignedIn,
) -> None:
    accepted(report(TEXT))
    room = in_arabic(signed_in("situation"))
    for path in ("", "figures/", "sitrep/"):
        page = room.get(f"/situation/{path}").content.decode()
        assert "هجين" in page, path
