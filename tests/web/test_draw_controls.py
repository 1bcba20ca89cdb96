"""Form controls are drawn without templates, to the very letters of Django's own."""

import re
from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from serai.web.controls import Controls

ODD = '<b>"Layla" & ليلى\'s</b>'
CHOICES = [
    ("", "–"),
    ("a", gettext_lazy("Name")),
    (ODD, ODD),
    (3, 3),
    ("safe", mark_safe("<bdi>x</bdi>")),
]
GROUPED = [("x", "X"), (ODD, [("a", "A"), ("b", ODD)])]
WIDGETS: list[tuple[forms.Widget, list[Any]]] = [
    (forms.TextInput({"maxlength": 5, "required": True, "dir": False}), [None, "", ODD, 0, 12]),
    (forms.NumberInput({"inputmode": "numeric"}), [None, 7, "x"]),
    (forms.HiddenInput(), [None, ODD]),
    (forms.PasswordInput(), [ODD]),
    (forms.EmailInput(), ["a@b"]),
    (forms.DateInput(), ["2019-03-05"]),
    (forms.DateTimeInput({"type": "datetime-local"}), ["2019-03-05T14:00"]),
    (forms.CheckboxInput({"id": "tick"}), [None, True, False, ODD]),
    (forms.Textarea({"rows": 3}), [None, "", ODD, "\nfirst line empty"]),
    (forms.Select({"class": ODD}, CHOICES), [None, "", "a", ODD, "3"]),
    (forms.Select({}, GROUPED), ["b"]),
    (forms.SelectMultiple({}, GROUPED), [["x", "b"]]),
    (forms.RadioSelect({"id": "one"}, CHOICES), [None, ODD]),
    (forms.CheckboxSelectMultiple({"id": "more"}, CHOICES), [None, ["a", "3"]]),
]


@pytest.mark.parametrize(("widget", "values"), WIDGETS, ids=lambda one: type(one).__name__)
def test_a_control_reads_like_the_one_of_django(widget: forms.Widget, values: list[Any]) -> None:
    for value in values:
        theirs = widget.render("who", value, {"id": "id_who"}, DjangoTemplates())
        ours = widget.render("who", value, {"id": "id_who"}, Controls())
        if isinstance(widget, forms.Textarea):
            assert ours == theirs  # here every line break is part of what was written
        assert _tight(ours) == _tight(theirs)


@pytest.mark.parametrize("kind", [forms.RadioSelect, forms.CheckboxSelectMultiple])
def test_a_single_choice_reads_like_the_one_of_django(kind: Any) -> None:
    widget = kind(choices=CHOICES)
    for part in widget.subwidgets("who", "a", {"id": "id_who"}):
        asked = (part["template_name"], {"widget": part})
        assert _tight(Controls().render(*asked)) == _tight(DjangoTemplates().render(*asked))


def test_every_form_of_this_house_is_drawn_that_way() -> None:
    class Asked(forms.Form):
        name = forms.CharField()

    assert isinstance(Asked().renderer, Controls)


def _tight(markup: str) -> str:
    """The markup without the line breaks that Django's templates leave between tags."""
    return re.sub(r"\s*\n\s*", "", markup).replace("> ", ">")
