"""Reading an age as clerks write it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serai.core import ages
from serai.core.people import AGE_YEARS_MAX, Age
from serai.core.refusal import Refusal

TODAY = date(2019, 3, 1)


@pytest.mark.parametrize("years", [1, 4, 17, 18, 27, 60, 119, AGE_YEARS_MAX])
def test_years_are_read_back_as_the_same_years(years: int) -> None:
    read = ages.read(str(years), TODAY)
    assert isinstance(read, Age)
    assert read.years_on(TODAY) == years


@pytest.mark.parametrize("text", ["27", "٢٧", "۲۷", " 27 ", "27 years", "27y", "٢٧ سنة", "27 yrs"])
def test_digits_of_every_script_are_one_age(text: str) -> None:
    assert ages.read(text, TODAY) == ages.read("27", TODAY)


@pytest.mark.parametrize("text", ["~27", "27?", "27؟", "27~", "27±2", "27+-2", "27+/-2", "about 27",
                                  "approx. 27 years", "حوالي ٢٧ سنة", "نحو 27 عامًا"])  # fmt: skip
def test_about_is_an_estimate_of_two_years_either_way(text: str) -> None:
    read = ages.read(text, TODAY)
    assert isinstance(read, Age)
    assert (read.basis, read.within_months) == ("estimated", 24)


@pytest.mark.parametrize(
    ("text", "born_on"),
    [
        ("0", "2019-03-01"),
        ("3d", "2019-02-26"),
        ("3 days", "2019-02-26"),
        ("٣ي", "2019-02-26"),
        ("2w", "2019-02-15"),
        ("12.3.1992", "1992-03-12"),
        ("12/3/1992", "1992-03-12"),
        ("1992-03-12", "1992-03-12"),
        ("١٢.٣.١٩٩٢", "1992-03-12"),
    ],
)
def test_days_and_dates_give_a_birth_date(text: str, born_on: str) -> None:
    read = ages.read(text, TODAY)
    assert isinstance(read, Age)
    assert read.born_on == born_on


def test_months_are_kept_as_months() -> None:
    read = ages.read("8m", TODAY)
    assert isinstance(read, Age)
    assert (read.months, read.years_on(TODAY)) == (8, 0)


def test_a_birth_year_holds_the_whole_year() -> None:
    read = ages.read("1992", TODAY)
    assert isinstance(read, Age)
    between = read.born_between()
    assert between is not None
    assert between[0] <= date(1992, 1, 3)
    assert between[1] >= date(1992, 12, 29)


def test_a_refused_age_is_no_age() -> None:
    assert ages.read("-", TODAY) == Age(basis="refused")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("126", "Nobody is 126 years old"),
        ("1700", "Nobody is 319 years old"),
        ("2020", "lies in the future"),
        ("2.3.2019", "lies in the future"),
        ("30.2.1992", "There is no day"),
        ("twelve", "was not understood"),
        ("27±99", "was not understood"),
        ("", "Type an age"),
        ("9999m", "Nobody is"),
    ],
)
def test_what_cannot_be_an_age_is_refused_with_what_to_type(text: str, words: str) -> None:
    read = ages.read(text, TODAY)
    assert isinstance(read, Refusal)
    assert words in str(read)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("27", "27, born 1991–1992"),
        ("~27", "about 27, born 1989–1993"),
        ("8m", "8 months old"),
        ("1m", "1 month old"),
        ("1d", "1 day old, born 2019-02-28"),
        ("0", "born today"),
        ("3d", "3 days old, born 2019-02-26"),
        ("12.3.1992", "26, born 1992-03-12"),
        ("-", "age not given"),
    ],
)
def test_what_was_read_is_told_back_in_words(text: str, words: str) -> None:
    read = ages.read(text, TODAY)
    assert isinstance(read, Age)
    sentence, facts = ages.told(read, TODAY)
    assert sentence % facts == words


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_and_never_breaks(text: str) -> None:
    read = ages.read(text, TODAY)
    if isinstance(read, Age):
        sentence, facts = ages.told(read, TODAY)
        assert sentence % facts
        between = read.born_between()
        assert between is None or between[0] <= between[1]
    else:
        assert str(read)


@given(st.integers(0, AGE_YEARS_MAX), st.integers(1, 20))
def test_an_age_written_again_as_typed_stays_the_same_age(years: int, within: int) -> None:
    read = ages.read(f"{years}±{within}", TODAY)
    assert isinstance(read, Age)
    assert ages.read(ages.typed(read), TODAY) == read
