"""Nationalities are ISO 3166-1 and ICAO 9303, in two languages, never typed by hand into a form."""

import pycountry
import pytest

from serai.core.countries import COUNTRIES, country, find, is_code
from serai.core.needs import GROUPS, NEEDS, find_needs, need, open_needs
from serai.registration.reading import nationality


def test_every_country_of_iso_3166_is_there_and_no_other():
    ours = {one.code for one in COUNTRIES if not one.icao}
    assert ours == {one.alpha_3 for one in pycountry.countries}
    assert len(ours) == 249


def test_english_names_are_those_of_iso_or_shorter_forms_found_by_them():
    for one in pycountry.countries:
        assert one.alpha_3 in {found.code for found in find(one.name)}, one.name


def test_every_country_has_an_arabic_name_without_vowel_marks():
    for one in COUNTRIES:
        assert any("\u0600" <= letter <= "\u06ff" for letter in one.name_ar), one
        assert not any("\u064b" <= letter <= "\u0652" for letter in one.name_ar), one


def test_no_two_countries_share_a_code_or_a_name():
    for names in ([one.code for one in COUNTRIES], [one.name_ar for one in COUNTRIES]):
        assert len(names) == len(set(names))


def test_people_whom_no_country_claims_have_a_code():
    assert country("XXA").name == "Stateless"
    assert {"XXB", "XXC", "XXX", "UNK", "XOM"} <= {one.code for one in COUNTRIES if one.icao}
    assert is_code("XXA")
    assert not is_code("AE")
    assert not is_code("")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("SYR", "SYR"),
        ("syr", "SYR"),
        ("سور", "SYR"),
        ("السع", "SAU"),
        ("trinidad", "TTO"),
        ("korea s", "KOR"),
        ("Côte", "CIV"),
        ("cote", "CIV"),
        ("turkey", "TUR"),
        ("america", "USA"),
        ("stateless", "XXA"),
        ("عديم", "XXA"),
        ("congo democratic", "COD"),
    ],
)
def test_a_country_is_found_by_the_beginning_of_its_words_in_either_script(typed, first):
    assert first in [one.code for one in find(typed)][:3]


def test_nothing_typed_finds_nothing():
    assert find("") == []
    assert find("zzzz") == []


def test_needs_keep_violence_and_torture_from_the_desk():
    desk = {one.code for one in open_needs()}
    assert not {"SV-VA", "TR-PI", "LP-TR", "LP-VA", "CR-AF"} & desk
    assert {"SC-UC", "DS-BD", "LP-ND", "FU-TR"} <= desk


def test_every_need_belongs_to_a_group_and_can_be_printed_in_both_languages():
    groups = {group[0] for group in GROUPS}
    assert {one.group for one in NEEDS} == groups
    assert len({one.code for one in NEEDS}) == len(NEEDS)
    assert all(one.named("en") and one.named("ar") for one in NEEDS)


def test_a_need_is_found_by_code_or_words():
    assert need("sc-uc").name == "Unaccompanied child"
    assert find_needs("DS-BD")[0].code == "DS-BD"
    assert "SM-CI" in {one.code for one in find_needs("chron")}
    assert "SC-UC" in {one.code for one in find_needs("غير مصح")}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Iraqi", "IRQ"), ("Syrian", "SYR"), ("Turkish", "TUR"), ("French", "FRA"),
        ("British", "GBR"), ("Dutch", "NLD"), ("Lebanese", "LBN"), ("Moroccan", "MAR"),
        ("عراقي", "IRQ"), ("سورية", "SYR"), ("ليبي", "LBY"), ("فرنسي", "FRA"), ("المغربية", "MAR"),
        ("أردني", "JOR"), ("روسي", "RUS"),
    ],
)  # fmt: skip
def test_a_people_s_name_is_its_country_before_far_territories(typed: str, code: str) -> None:
    assert nationality(typed) == (code,)


def test_what_is_no_people_is_none() -> None:
    assert find("Zorgian") == []
    assert find("xx") == []
