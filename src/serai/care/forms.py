"""Forms of the medical tent."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from serai.care.rules import ReferralDraft
from serai.core.triage import SORTINGS
from serai.web.forms import Form, LocalTimeField, ReviewDayField

Choice = tuple[str, Any]


class TriageForm(Form):
    """One of SALT's five words, and a note when there is something to say."""

    word = forms.ChoiceField(
        choices=[(one.word, one.label) for one in SORTINGS],
        error_messages={
            "required": _("Choose one of the five words."),
            "invalid_choice": _("Choose one of the five words."),
        },
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )


class ReferralForm(Form):
    """Which hospital, what for, who goes along, when somebody asks after them."""

    target = forms.ChoiceField(
        label=_("Hospital"), error_messages={"required": _("Choose the hospital.")}
    )
    reason = forms.CharField(
        label=_("What the hospital is for"),
        help_text=_("Only the medical tent reads it."),
        error_messages={"required": _("Write in a few words what the hospital is for.")},
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    carers = forms.MultipleChoiceField(
        label=_("Who goes along"), widget=forms.CheckboxSelectMultiple, required=False
    )
    knowingly = forms.BooleanField(
        label=_("No adult of the family can go or stay; protection looks after the child"),
        required=False,
    )
    review_on = ReviewDayField(label=_("Somebody asks after them on"))

    def __init__(
        self, family: Sequence[Choice], hospitals: Sequence[Choice], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offer("carers", family)
        options = list(hospitals) if len(hospitals) == 1 else [("", _("Choose")), *hospitals]
        self.offer("target", options)

    def draft(self, person: str, place: str) -> ReferralDraft:
        """What to write."""
        given = self.cleaned_data
        return ReferralDraft(
            person=person,
            carers=tuple(given["carers"]),
            place=place,
            target=given["target"],
            reason=given["reason"],
            review_on=given["review_on"].isoformat(),
            knowingly=given["knowingly"],
        )


class ReturnForm(Form):
    """Who came back from hospital."""

    people = forms.MultipleChoiceField(error_messages={"required": _("Tick who came back.")})

    def __init__(self, people: Sequence[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("people", [(one, one) for one in people])


class DeathForm(Form):
    """When and how somebody died, and who told it."""

    at = LocalTimeField(label=_("When"), required=False, help_text=_("Empty means now."))
    circumstances = forms.CharField(
        label=_("What is known of it"),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    told_by = forms.CharField(
        label=_("Who told it"),
        error_messages={"required": _("Write who told it; yourself, when you saw it.")},
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
