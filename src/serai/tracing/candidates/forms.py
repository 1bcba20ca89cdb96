"""Forms of candidates: what it rests on, how it was checked, what the inquirer was told."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from serai.core.tracing import TELLINGS, WAYS
from serai.tracing.candidates.commands import TEXT_LETTERS_MAX
from serai.tracing.candidates.rules import Telling
from serai.web.forms import Form, LocalTimeField


class JudgementForm(Form):
    """Why somebody is, or is not, the person looked for."""

    reason = forms.CharField(
        label=_("What it rests on"),
        required=False,
        max_length=TEXT_LETTERS_MAX,
        help_text=_("Left empty, the reasons above are written down."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )


class VerificationForm(Form):
    """How a second person checked it."""

    how = forms.CharField(
        label=_("How did you check it?"),
        max_length=TEXT_LETTERS_MAX,
        error_messages={"required": _("Write how you checked it.")},
        help_text=_("For example: asked for the mother's name and the village without naming them"),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )


class WithdrawalForm(Form):
    """Why a verification is taken back; the Undo button of who verified sends no words."""

    reason = forms.CharField(
        label=_("Why is it taken back?"),
        required=False,
        max_length=TEXT_LETTERS_MAX,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )


class TellingForm(Form):
    """What the inquirer was told: by whom, when and how."""

    told = forms.ChoiceField(
        label=_("What were they told?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they were told.")},
    )
    how = forms.ChoiceField(
        label=_("How?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how they were told.")},
    )
    by = forms.CharField(
        label=_("Who told them"),
        required=False,
        help_text=_("Left empty: you"),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    at = LocalTimeField(label=_("When"), required=False, help_text=_("Left empty: now"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("told", [(word.key, gettext(word.label)) for word in TELLINGS])
        self.offer("how", [(word.key, gettext(word.label)) for word in WAYS])

    def telling(self) -> Telling:
        """What to write."""
        given = self.cleaned_data
        return Telling(given["told"], given["how"], given["by"], given["at"] or 0)
