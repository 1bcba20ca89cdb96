"""Forms of the tracing office."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from serai.core import ages
from serai.core.events import Sought
from serai.core.people import RELATIONS, SEXES, Age, Names
from serai.core.refusal import Refusal
from serai.core.tracing import CLOSINGS
from serai.registry.members import today
from serai.tracing.commands import RequestDraft
from serai.web.forms import Form, NameField

Choice = tuple[str, Any]
NAME_PARTS = ("own", "father", "grandfather", "family", "kunya", "mother")


class RequestForm(Form):
    """Whom a family looks for, as they describe them."""

    person = forms.ChoiceField(label=_("Already in the books"), required=False)
    own = NameField(label=_("Own name"), required=False)
    father = NameField(label=_("Father's name"), required=False)
    grandfather = NameField(label=_("Grandfather's name"), required=False)
    family = NameField(label=_("Family name"), required=False)
    kunya = NameField(label=_("Known as"), required=False)
    mother = NameField(label=_("Mother's name"), required=False)
    relation = forms.ChoiceField(label=_("Relation to the family"), required=False)
    sex = forms.ChoiceField(label=_("Sex"), widget=forms.RadioSelect, initial="unknown")
    age = forms.CharField(
        label=_("Age"),
        required=False,
        max_length=ages.AGE_TEXT_LETTERS_MAX,
        help_text=_("27, ~27 about, 8m months, 12.3.1992, - not known"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    last_seen_place = forms.CharField(
        label=_("Last seen where"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "list": "places"}),
    )
    last_seen_on = forms.DateField(
        label=_("Last seen when"),
        required=False,
        error_messages={"invalid": _("Write the day as year-month-day.")},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    marks = forms.CharField(
        label=_("How to recognise them"),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    inquirer = forms.ChoiceField(label=_("Who asks"), required=False)
    circumstances = forms.CharField(
        label=_("What happened"),
        required=False,
        widget=forms.Textarea(attrs={"dir": "auto", "rows": 3}),
    )
    may_share = forms.BooleanField(
        label=_("The family agrees that other tracing organisations are asked"), required=False
    )

    def __init__(self, members: Sequence[Choice], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nobody = ("", gettext("nobody of the list"))
        self._choose("person", [nobody, *members])
        self._choose("inquirer", [("", gettext("not said")), *members])
        self._choose("relation", [("", gettext("not said")), *((r, gettext(r)) for r in RELATIONS)])
        self._choose("sex", [(sex, gettext(sex)) for sex in SEXES])

    def clean_age(self) -> Age:
        """The age as evidence; nothing typed is nothing known."""
        text = self.cleaned_data["age"]
        if not text:
            return Age(basis="refused")
        found = ages.read(text, today())
        if isinstance(found, Refusal):
            raise forms.ValidationError(gettext(found.sentence) % found.facts)
        return found

    def draft(self, household: str) -> RequestDraft:
        """What to write."""
        given = self.cleaned_data
        day = given["last_seen_on"]
        sought = Sought(
            names=Names(**{part: given[part] for part in NAME_PARTS}),
            relation=given["relation"],
            sex=given["sex"],
            age=given["age"],
            last_seen_place=given["last_seen_place"],
            last_seen_on=day.isoformat() if day else "",
            marks=given["marks"],
            person=given["person"],
        )
        return RequestDraft(
            household=household,
            sought=sought,
            inquirer=given["inquirer"],
            circumstances=given["circumstances"],
            may_share=given["may_share"],
        )

    def _choose(self, name: str, options: Sequence[Choice]) -> None:
        self.offer(name, options)


class ClosingForm(Form):
    """How a request ended."""

    outcome = forms.ChoiceField(
        label=_("How it ended"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it ended.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        options = [(word.key, gettext(word.label)) for word in CLOSINGS]
        self.offer("outcome", options)
