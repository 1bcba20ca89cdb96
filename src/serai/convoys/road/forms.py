"""What is typed about the road: a hazard, a segment's status, who lets a convoy leave."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from serai.convoys.road.commands import HazardDraft, StatusDraft
from serai.convoys.road.words import KINDS, PRECISIONS, STATUSES
from serai.core.hazards import as_date, kind_of
from serai.web.forms import DayField, Form, LocalTimeField
from serai.web.letters import plain

Choices = list[tuple[str, str]]
WORDS_LETTERS_MAX = 500
PREFILLED_LETTERS_MAX = 200
# What a report's page may hand over in the address, and the field it fills.
PREFILLED = {
    "kind": "what", "place": "place", "segment": "segment", "precision": "precision",
    "on": "from_on", "until": "until_on", "source": "source", "words": "words",
    "report": "report",
}  # fmt: skip


class HazardForm(Form):
    """A danger: what, where, how well known, when, who says so."""

    what = forms.ChoiceField(
        label=_("What kind"),
        choices=[("", "—"), *KINDS],
        error_messages={"required": _("Choose what kind of danger it is.")},
    )
    place = forms.CharField(
        label=_("Place"), required=False, widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("A place of work, a town or a village."),
    )  # fmt: skip
    precision = forms.ChoiceField(
        label=_("How well the place is known"), choices=PRECISIONS, initial="town",
        help_text=_("Worse than 5 km warns an area and draws no point."),
    )  # fmt: skip
    segment = forms.ChoiceField(
        label=_("Or the segment of the road"), required=False,
        help_text=_("When only the road is known, not the place."),
    )  # fmt: skip
    from_on = DayField(
        label=_("On, or since"), required=False,
    )  # fmt: skip
    until_on = DayField(
        label=_("Last day"), required=False, help_text=_("If it was more than one day."),
    )  # fmt: skip
    source = forms.CharField(
        label=_("Who says so"), required=False, widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("A driver, a checkpoint, a report with its publisher."),
    )  # fmt: skip
    words = forms.CharField(
        label=_("In words"), required=False, max_length=WORDS_LETTERS_MAX,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )  # fmt: skip
    report = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, segments: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("segment", [("", "—"), *segments])

    def draft(self) -> HazardDraft:
        """The hazard as it was typed."""
        typed = self.cleaned_data
        days = {name: day.isoformat() if day else "" for name, day in self._days()}
        texts = ("what", "place", "segment", "precision", "source", "words", "report")
        return HazardDraft(**{name: typed[name] for name in texts}, **days)

    def _days(self) -> list[tuple[str, Any]]:
        return [(name, self.cleaned_data.get(name)) for name in ("from_on", "until_on")]


class StatusForm(Form):
    """Open, caution or closed: who decided, why, until when."""

    segment = forms.ChoiceField(
        label=_("Segment"), error_messages={"required": _("Choose a segment of the road.")}
    )
    status = forms.ChoiceField(
        label=_("It is now"), choices=STATUSES, widget=forms.RadioSelect,
        error_messages={"required": _("Choose open, caution or closed.")},
    )  # fmt: skip
    authority = forms.CharField(
        label=_("Decided by"), required=False, widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("Leave empty when you decide."),
    )  # fmt: skip
    until = LocalTimeField(
        label=_("Until"), required=False, help_text=_("Empty: until somebody changes it.")
    )
    reason = forms.CharField(
        label=_("Why"), required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )

    def __init__(self, segments: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("segment", segments)

    def draft(self) -> StatusDraft:
        """The status as it was typed."""
        typed = self.cleaned_data
        return StatusDraft(
            segment=typed["segment"],
            status=typed["status"],
            reason=typed["reason"],
            authority=typed["authority"],
            until=typed["until"] or 0,
        )


class AllowanceForm(Form):
    """Who lets a convoy leave over a closed segment."""

    allowed_by = forms.CharField(
        label=_("Who allows it"), required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        help_text=_("The name of the person who decides this, as it will stand on the convoy."),
    )  # fmt: skip
    allowed_reason = forms.CharField(
        label=_("Why"), required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )


def prefilled(asked: Any) -> dict[str, str]:
    """What an address hands over to the hazard form; odd values are left out."""
    found = {
        field: plain(asked.get(name, ""))[:PREFILLED_LETTERS_MAX].strip()
        for name, field in PREFILLED.items()
        if asked.get(name)
    }
    if "what" in found:
        found["what"] = kind_of(found["what"])
    for field in ("from_on", "until_on"):
        if field in found and as_date(found[field]) is None:
            del found[field]
    return found
