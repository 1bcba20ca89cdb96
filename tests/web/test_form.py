"""What people type into forms, and what the forms make of it."""

from datetime import UTC, datetime

import pytest
from django import forms
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from serai.core import clock
from serai.web.forms import (
    LINES_LETTERS_MAX,
    TEXT_LETTERS_MAX,
    CountField,
    DayField,
    Form,
    LocalTimeField,
    NameField,
)
from serai.web.letters import plain


class Desk(Form):
    own = NameField(required=False)
    women = CountField()
    age = forms.IntegerField(required=False, max_value=125)
    at = LocalTimeField(required=False)
    note = forms.CharField(required=False, widget=forms.Textarea)
    village = forms.CharField(required=False)
    needs = forms.MultipleChoiceField(required=False, choices=[("a", "a"), ("b", "b")])


class Asked(Desk):
    age = forms.IntegerField(required=False, min_value=0, max_value=125)
    born = DayField(required=False)
    lane = forms.ChoiceField(choices=[("men", "men")])
    heads = forms.IntegerField()
    paper = forms.FileField()
    told_by = forms.CharField(error_messages={"required": "Write who told it."})


def typed(**fields: str) -> dict[str, object]:
    form = Desk(fields)
    assert form.is_valid(), form.errors
    return form.cleaned_data


def test_control_zero_width_and_direction_characters_are_taken_out() -> None:
    assert typed(own="\u202eLay\u200bla\x00 \u2066Hasan\x07")["own"] == "Layla Hasan"


def test_letters_are_stored_in_one_form() -> None:
    assert typed(own="S\u0327ehnaz")["own"] == "\u015eehnaz"


def test_line_breaks_of_a_note_stay() -> None:
    assert typed(note="one\r\ntwo")["note"] == "one\r\ntwo"


@pytest.mark.parametrize("digits", ["43", "٤٣", "۴۳", " 43 ", "\u200f٤٣"])
def test_numbers_are_read_in_either_script(digits: str) -> None:
    assert typed(women=digits, age=digits) == typed(women="43", age="43")


def test_an_empty_count_is_none_and_a_negative_one_is_refused() -> None:
    assert typed(women="")["women"] == 0
    assert Desk({"women": "-1"}).errors["women"]
    assert Desk({"women": "10001"}).errors["women"]


def test_a_time_is_local_and_becomes_milliseconds() -> None:
    noon_in_damascus = typed(at="2019-03-01T12:00")["at"]
    assert clock.from_ms(int(str(noon_in_damascus))) == datetime(2019, 3, 1, 10, tzinfo=UTC)
    assert 'value="2019-03-01T12:00"' in str(Desk(initial={"at": noon_in_damascus})["at"])


def test_what_is_too_long_is_refused_not_cut() -> None:
    form = Desk({"village": "x" * (TEXT_LETTERS_MAX + 1), "note": "x" * (LINES_LETTERS_MAX + 1)})
    assert set(form.errors) == {"village", "note"}
    assert form["village"].value() == "x" * (TEXT_LETTERS_MAX + 1)


@pytest.mark.parametrize(
    ("field", "wrong", "said"),
    [
        ("women", "many", "Type a whole number in digits, like 12."),
        ("women", "99999999999999999999", "Type 10000 or less."),
        ("age", "-3", "Type 0 or more."),
        ("age", "900", "Type 125 or less."),
        ("at", "yesterday", "Write day and hour like 2019-03-08 14:05."),
        ("born", "31.02.2019", "Write the day as year-month-day, like 2019-03-08."),
        ("lane", "moon", "Choose from the list; “moon” is not in it."),
        ("lane", "", "Choose one."),
        ("heads", "", "Type a whole number in digits, like 12."),
        ("paper", "", "Choose a file."),
        ("village", "x" * 300, "At most 200 letters; these are 300."),
    ],
)
def test_whatever_is_wrong_says_what_to_type(field: str, wrong: str, said: str) -> None:
    assert Asked({field: wrong}).errors[field] == [said]


def test_the_example_of_a_time_is_one_that_is_taken() -> None:
    for written in ("2019-03-08 14:05", "٢٠١٩-٠٣-٠٨ ١٤:٠٥"):
        assert typed(at=written)["at"] == clock.to_ms(datetime(2019, 3, 8, 12, 5, tzinfo=UTC))


def test_a_field_with_words_of_its_own_keeps_them() -> None:
    assert Asked({"told_by": ""}).errors["told_by"] == ["Write who told it."]


def test_several_choices_all_arrive() -> None:
    form = Desk(QueryDict("needs=a&needs=b"))
    assert form.is_valid()
    assert form.cleaned_data["needs"] == ["a", "b"]


def test_every_blank_form_carries_its_own_operation_and_keeps_it_when_refused() -> None:
    first, second = Desk()["operation"].value(), Desk()["operation"].value()
    assert first != second
    again = Desk({"operation": first, "women": "x"})
    assert not again.is_valid()
    assert f'value="{first}"' in str(again["operation"])


@given(st.text())
def test_making_text_plain_twice_changes_nothing_more(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text(st.characters(categories=["L", "Nd"])))
def test_no_letter_of_any_script_is_lost(text: str) -> None:
    assert bool(plain(text)) == bool(text)
