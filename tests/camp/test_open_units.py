"""A registrar opens a run of shelter units in a section."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.camp.sheltering import REGISTRAR

from serai.camp.models import Section, Shelter
from serai.core.events import SheltersOpened, Unit
from serai.journal.store import writing

SignedIn = Callable[..., Client]
TYPED = {"section": "p4-b2", "first": "1", "last": "12", "capacity": "6"}


def test_a_run_of_tents_is_one_form(signed_in: SignedIn) -> None:
    answer = signed_in("camp").post("/camp/units/", TYPED, follow=True)
    assert "12 units opened in P4-B2." in answer.content.decode()
    assert Shelter.objects.filter(section="P4-B2", place="al-hol", capacity=6).count() == 12
    assert Shelter.objects.get(unit="P4-B2-12").number == 12


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"section": ""}, "Write the section, like P4-B2."),
        ({"section": "P4/B2"}, "with letters, digits and hyphens"),
        ({"last": "0"}, "Type 1 or more."),
        ({"first": "9", "last": "3"}, "Write the first and the last number"),
        ({"last": "1001"}, "at most 1000 units at once"),
        ({"capacity": "0"}, "Type 1 or more."),
        ({"capacity": "many"}, "Type a whole number in digits"),
    ],
)
def test_wrong_input_is_said_and_nothing_opens(
    signed_in: SignedIn, typed: dict[str, str], sentence: str
) -> None:
    answer = signed_in("camp").post("/camp/units/", TYPED | typed)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Shelter.objects.exists()


def test_a_unit_opens_once(signed_in: SignedIn) -> None:
    registrar = signed_in("camp")
    registrar.post("/camp/units/", TYPED)
    answer = registrar.post("/camp/units/", TYPED | {"first": "12", "last": "20"})
    assert answer.status_code == 422
    assert "P4-B2-12 is already open." in answer.content.decode()
    assert Shelter.objects.count() == 12


def test_a_section_of_two_words_keeps_its_name_and_its_page(signed_in: SignedIn) -> None:
    registrar = signed_in("camp")
    with writing(REGISTRAR) as pen:
        units = (Unit("P1-1", 6),)
        pen.append(SheltersOpened(at=pen.now_ms, place="al-hol", section="Phase 1", units=units))
    answer = registrar.post("/camp/units/", TYPED | {"section": "phase 1"}, follow=True)
    assert "12 units opened in Phase 1." in answer.content.decode()
    assert "/camp/sections/Phase%201/" in registrar.get("/camp/").content.decode()


def test_the_page_of_a_section_of_two_words_leads_to_opening_more_in_it(
    signed_in: SignedIn,
) -> None:
    registrar = signed_in("camp")
    with writing(REGISTRAR) as pen:
        units = (Unit("P1-1", 6),)
        pen.append(SheltersOpened(at=pen.now_ms, place="al-hol", section="Phase 1", units=units))
    page = registrar.get("/camp/sections/Phase%201/units/").content.decode()
    assert 'href="/camp/units/?section=Phase%201"' in page


def test_a_section_whose_last_unit_was_opened_anew_elsewhere_is_gone(
    station: str, signed_in: SignedIn
) -> None:
    with writing(REGISTRAR) as pen:
        for place in ("suwar", "al-hol"):
            units = (Unit("P9-1", 4), Unit("P9-2", 4))
            pen.append(SheltersOpened(at=pen.now_ms, place=place, section="P9", units=units))
    assert list(Section.objects.values_list("place", "units")) == [("al-hol", 2)]
