"""Forms of public reports: taking one in, withdrawing it, correcting what was read from it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from serai.core.events import Figure
from serai.situation.claim_words import kind_words, kinds, unit_words
from serai.situation.commands import CAUSE_LETTERS_MAX, REPORT_LETTERS_MAX
from serai.situation.models import Claim
from serai.web.forms import DayField, Form

FILES_MAX = 20
ADDRESS_LETTERS_MAX = 1_000
WORDS_LETTERS_MAX = 200
UNITS = ("person", "family", "vehicle", "person/vehicle", "person/day", "item", "percent", "km")


class Files(forms.ClearableFileInput):
    """Several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; every one is looked at by itself afterwards."""

    widget = Files

    def clean(self, value: Any, initial: Any = None) -> list[Any]:
        """The chosen files, empty ones too: each of them is answered in words."""
        chosen = value if isinstance(value, list | tuple) else [value] if value else []
        if len(chosen) > FILES_MAX:
            raise forms.ValidationError(
                _("Choose up to %(most)s files at once."), params={"most": FILES_MAX}
            )
        return list(chosen)


class ReportForm(Form):
    """A report as pasted words or as files, with who published it and when."""

    text = forms.CharField(
        label=_("Words of the report"), required=False, max_length=REPORT_LETTERS_MAX,
        widget=forms.Textarea(attrs={"rows": 9, "dir": "auto", "autofocus": True}),
    )  # fmt: skip
    papers = FilesField(
        label=_("Or files"), required=False,
        help_text=_("Text, saved pages, PDF; up to 20 at once."),
        widget=Files(attrs={"accept": ".txt,.html,.htm,.mhtml,.pdf,.md,.json,.jsonl"}),
    )  # fmt: skip
    source = forms.CharField(
        label=_("Who published it"), required=False,
        help_text=_("An agency, a newspaper, somebody at the radio."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )  # fmt: skip
    title = forms.CharField(
        label=_("Title"), required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )  # fmt: skip
    reported_on = DayField(
        label=_("Day of the report"), required=False,
        help_text=_("Leave empty when the report says it itself. It is never guessed."),
        error_messages={"invalid": _("This is no day. Write it like 2019-03-08.")},
    )  # fmt: skip
    address = forms.CharField(
        label=_("Address on the web"), required=False, max_length=ADDRESS_LETTERS_MAX,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off", "inputmode": "url"}),
    )  # fmt: skip
    supersedes = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # a browser would cut a longer paste without a word; the answer says so instead
        del self.fields["text"].widget.attrs["maxlength"]


class WithdrawalForm(Form):
    """Why a report no longer stands."""

    cause = forms.CharField(
        label=_("Why it no longer stands"), required=False, max_length=CAUSE_LETTERS_MAX,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )  # fmt: skip


class FigureForm(Form):
    """What a figure really says; the exact words stay as they are."""

    low = forms.FloatField(
        label=_("At least"), required=False, min_value=0,
        widget=forms.NumberInput(attrs={"autofocus": True}),
    )  # fmt: skip
    high = forms.FloatField(
        label=_("At most"), required=False, min_value=0,
        help_text=_("Leave one side empty when the words leave it open."),
    )  # fmt: skip
    unit = forms.ChoiceField(label=_("Counted in"))
    kind = forms.ChoiceField(label=_("What happened"))
    place = forms.CharField(
        label=_("Where"), required=False, max_length=WORDS_LETTERS_MAX,
        widget=forms.TextInput(attrs={"dir": "auto", "list": "places"}),
    )  # fmt: skip
    place_from = forms.CharField(
        label=_("Out of where"), required=False, max_length=WORDS_LETTERS_MAX,
        widget=forms.TextInput(attrs={"dir": "auto", "list": "places"}),
    )  # fmt: skip
    first_on = DayField(
        label=_("First day"), required=False,
    )  # fmt: skip
    last_on = DayField(
        label=_("Last day"), required=False,
    )  # fmt: skip
    attributed_to = forms.CharField(
        label=_("According to"), required=False, max_length=WORDS_LETTERS_MAX,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip

    def __init__(self, claim: Claim, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", figure_fields(claim))
        super().__init__(*args, **kwargs)
        units = dict.fromkeys((claim.unit, *UNITS))
        self.offer("unit", [(unit, unit_words(unit)) for unit in units])
        self.offer("kind", dict([*kinds(), (claim.kind, kind_words(claim.kind))]).items())

    def figure(self) -> Figure:
        """What was typed, as it is written down."""
        typed = self.cleaned_data
        return Figure(
            kind=typed["kind"],
            unit=typed["unit"],
            low=typed["low"],
            high=typed["high"],
            place=typed["place"].strip(),
            place_from=typed["place_from"].strip(),
            first_on=typed["first_on"].isoformat() if typed["first_on"] else "",
            last_on=typed["last_on"].isoformat() if typed["last_on"] else "",
            attributed_to=typed["attributed_to"].strip(),
        )


def figure_fields(claim: Claim) -> dict[str, Any]:
    """A claim as the form shows it, whole numbers without a point."""
    return {
        "low": plain_number(claim.low),
        "high": plain_number(claim.high),
        "unit": claim.unit,
        "kind": claim.kind,
        "place": claim.place,
        "place_from": claim.place_from,
        "first_on": claim.first_on,
        "last_on": claim.last_on,
        "attributed_to": claim.attributed_to,
    }


def plain_number(value: float | None) -> int | float | None:
    """A whole number without a point."""
    return int(value) if value is not None and value == int(value) else value
