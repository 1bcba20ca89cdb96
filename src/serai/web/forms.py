"""The base of every form: the operation's id, digits of both scripts, no invisible characters."""

import re
import secrets
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from serai.core import clock
from serai.core.ledger import PEOPLE_PER_POSTING_MAX
from serai.core.people import NAME_LETTERS_MAX
from serai.web.blueprint import Blueprint, copied
from serai.web.corrections import say
from serai.web.letters import plain, western_digits

TEXT_LETTERS_MAX = 200
LINES_LETTERS_MAX = 2_000
OPERATION_LETTERS_MAX = 64
OPERATION_BYTES = 16
LOCAL_TIME_FORMAT = "%Y-%m-%dT%H:%M"

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DECIMALS = re.compile("[,٫]")
_NUMERIC = (forms.IntegerField, forms.DateField, forms.DateTimeField, forms.TimeField)


def new_operation() -> str:
    """A random id: the same form sent twice carries the same one and is saved once."""
    return secrets.token_urlsafe(OPERATION_BYTES)


def operation_of(request: HttpRequest) -> str:
    """The operation's id of a form that is only buttons or ticks."""
    return plain(request.POST.get("operation", ""))[:OPERATION_LETTERS_MAX]


class Form(forms.Form):
    """A form of serai. `form.operation` is the id to hand to the command."""

    use_required_attribute = False  # our sentences, in the chosen language, not the browser's

    saves = True  # whether it carries an operation's id

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        self.base_fields = _blueprint(type(self))  # type: ignore[misc]  # what Django copies
        super().__init__(*args, **kwargs)

    @property
    def operation(self) -> str:
        """The operation's id after validation."""
        return str(self.cleaned_data.get("operation", ""))

    @property
    def operation_field(self) -> forms.BoundField:
        """The hidden field that carries it."""
        return self["operation"]

    def offer(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        """Fills what a field offers to choose from."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)

    def full_clean(self) -> None:
        """Makes what was typed plain before Django looks at it."""
        _limit(self.fields)
        if self.is_bound:
            self.data = self._plain()
        super().full_clean()

    def _plain(self) -> MultiValueDict[str, Any]:
        numeric = {
            self.add_prefix(name)
            for name, field in self.fields.items()
            if isinstance(field, _NUMERIC)
        }
        return MultiValueDict(
            {
                name: [_tidy(value, name in numeric) for value in values]
                for name, values in _lists(self.data)
            }
        )


class NameField(forms.CharField):
    """One part of a person's name, in any script."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", NAME_LETTERS_MAX)
        super().__init__(**kwargs)
        self.widget.attrs.update(
            {"dir": "auto", "autocomplete": "off", "spellcheck": "false", "autocapitalize": "words"}
        )


class CountField(forms.IntegerField):
    """A number of people; empty counts as none."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("min_value", 0)
        kwargs.setdefault("max_value", PEOPLE_PER_POSTING_MAX)
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)
        self.widget.attrs.update({"inputmode": "numeric", "autocomplete": "off"})

    def clean(self, value: Any) -> int:
        """The number, 0 when nothing was typed."""
        return super().clean(value) or 0


class MeasureField(forms.FloatField):
    """A length or a time, with the decimal mark of either script; None when left empty."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> float | None:  # type: ignore[override]
        """A comma before three digits parts thousands, any other one decimals."""
        if isinstance(value, str):
            value = _DECIMALS.sub(".", _THOUSANDS.sub("", value.replace("٬", ",")))
        found = super().to_python(value)
        return None if found is None else float(found)


class DayField(forms.DateField):
    """A day, picked or typed as year-month-day."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ReviewDayField(DayField):
    """The day on which somebody looks at it again; it can never be left open."""

    default_error_messages = {
        "required": _("Give the day on which somebody looks at this again."),
        "invalid": _("Write the review day as year-month-day."),
    }


class LocalTimeField(forms.DateTimeField):
    """A moment on the clock of the place, as milliseconds since 1970; None when left empty."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL_TIME_FORMAT)

    def prepare_value(self, value: Any) -> Any:
        """Milliseconds become a local time in the field."""
        moment = clock.from_ms(value) if isinstance(value, int) else value
        return super().prepare_value(moment)

    def clean(self, value: Any) -> Any:
        """Milliseconds since 1970, or None."""
        moment = super().clean(value)
        return clock.to_ms(moment) if moment else None


@cache
def _blueprint(kind: type[Form]) -> Blueprint:
    """The fields of a kind of form, the operation's id at the end."""
    fields = Blueprint({name: copied(field) for name, field in kind.base_fields.items()})
    if kind.saves:
        fields["operation"] = forms.CharField(
            required=False,
            max_length=OPERATION_LETTERS_MAX,
            widget=forms.HiddenInput,
            initial=new_operation,
        )
    _limit(fields)
    return fields


def _limit(fields: Mapping[str, forms.Field]) -> None:
    """Caps the length of text, lets number fields take digits of any script, says what to type."""
    for field in fields.values():
        say(field)
        if isinstance(field, forms.CharField) and field.max_length is None:
            long = isinstance(field.widget, forms.Textarea)
            field.max_length = LINES_LETTERS_MAX if long else TEXT_LETTERS_MAX
            field.validators.append(MaxLengthValidator(field.max_length))
            field.widget.attrs.setdefault("maxlength", field.max_length)
        if type(field.widget) is forms.NumberInput:
            field.widget.input_type = "text"  # type="number" throws Arabic digits away
            field.widget.attrs.setdefault("inputmode", "numeric")


def _lists(typed: Any) -> list[tuple[str, list[Any]]]:
    if hasattr(typed, "lists"):
        return list(typed.lists())
    return [
        (name, list(one) if isinstance(one, list | tuple) else [one]) for name, one in typed.items()
    ]


def _tidy(value: Any, numeric: bool) -> Any:
    if not isinstance(value, str):
        return value
    return western_digits(plain(value)).strip() if numeric else plain(value)
