"""What the gate clerk types or taps: a count, where from, how, and what to take back."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from serai.core.ledger import UNNAMED_BANDS
from serai.reception.commands import ArrivalDraft
from serai.reception.tally import PEOPLE_PER_GROUP_MAX, shared_out
from serai.reception.words import BANDS, CAME_BY, CONDITIONS
from serai.web.forms import CountField, Form, LocalTimeField

ORIGIN_LETTERS_MAX = 120
CAUSE_LETTERS_MAX = 200
AT_ONCE: dict[str, Any] = {
    "max_value": PEOPLE_PER_GROUP_MAX,
    "error_messages": {
        "max_value": _("Too many for one group. Split them into groups of %(limit_value)s at most.")
    },
}


class ArrivalForm(Form):
    """A truck or a group on foot, as counted."""

    total = CountField(label=_("People"), **AT_ONCE)
    came_from = forms.ChoiceField(label=_("Where from"), required=False, widget=forms.RadioSelect)
    elsewhere = forms.CharField(
        label=_("Somewhere else"), required=False, max_length=ORIGIN_LETTERS_MAX
    )
    came_by = forms.ChoiceField(
        label=_("Came by"), required=False, choices=CAME_BY, widget=forms.RadioSelect
    )
    conditions = forms.MultipleChoiceField(
        label=_("Somebody is"),
        required=False,
        choices=CONDITIONS,
        widget=forms.CheckboxSelectMultiple,
    )
    tokens = forms.IntegerField(
        label=_("Tokens"),
        required=False,
        min_value=0,
        help_text=_("Empty: one for every household they are likely to be."),
    )
    at = LocalTimeField(label=_("Counted at"), required=False, help_text=_("Empty: now."))

    def __init__(self, *args: Any, origins: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for band, label in BANDS:
            self.fields[band] = CountField(label=label, **AT_ONCE)
        self.offer("came_from", origins)
        self.fields["elsewhere"].widget.attrs.update({"dir": "auto", "list": "towns"})

    @property
    def bands(self) -> list[forms.BoundField]:
        """The five counters by band."""
        return [self[band] for band in UNNAMED_BANDS]

    def clean(self) -> dict[str, Any]:
        """The total must hold what the bands add up to."""
        typed = super().clean() or self.cleaned_data
        total = typed.get("total") or 0
        counts: dict[str, int] = {band: typed.get(band) or 0 for band in UNNAMED_BANDS}
        told_apart = sum(counts.values())
        if total and told_apart > total:
            self.add_error(
                "total",
                _("The bands add up to %(sum)s, more than the %(total)s people counted.")
                % {"sum": told_apart, "total": total},
            )
        typed["counts"] = shared_out(total, counts)
        return typed

    def draft(self, place: str) -> ArrivalDraft:
        """The group at this gate."""
        typed = self.cleaned_data
        return ArrivalDraft(
            place=place,
            counts=typed["counts"],
            came_from=typed["elsewhere"].strip() or typed["came_from"],
            came_by=typed["came_by"],
            conditions=tuple(typed["conditions"]),
            tokens=typed["tokens"],
            at=typed["at"] or 0,
        )


class ReversalForm(Form):
    """Why a count is taken back; the undo button sends no words."""

    cause = forms.CharField(label=_("Why"), required=False, max_length=CAUSE_LETTERS_MAX)


class ExpectedListForm(Form):
    """A file, and what people call the list."""

    file = forms.FileField(
        label=_("Spreadsheet or CSV"),
        help_text=_("Excel, LibreOffice or text; at most 5,000 rows. Any columns, in any order."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv,.tsv,.txt"}),
    )
    title = forms.CharField(
        label=_("Name of the list"), required=False, max_length=80,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip
