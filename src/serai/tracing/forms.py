"""Forms of the tracing office: a request with rows of people, and how it ended."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from serai.core import ages
from serai.core.events import SOUGHT_MAX, Inquirer, SoughtPerson
from serai.core.people import AGE_YEARS_MAX, SEXES, Age, Names
from serai.core.refusal import Refusal
from serai.core.tracing import AS_LISTED, CLOSINGS, RELATED, last_seen_refusal
from serai.registry.members import today
from serai.tracing.commands import RequestDraft
from serai.web.forms import DayField, Form, NameField
from serai.web.letters import western_digits

Choice = tuple[str, Any]
NAME_PARTS = ("own", "father", "grandfather", "family", "kunya", "mother")
_TOLD = (*NAME_PARTS, "age", "origin", "last_seen_place", "last_seen_with", "marks",
         "circumstances", "person", "last_seen_on")  # fmt: skip
_BETWEEN = re.compile(r"\s*(\d{1,3})\s*[-–—]\s*(\d{1,3})\s*")
MONTHS = 12


class SoughtForm(Form):
    """One of the people who are looked for, as described."""

    person = forms.ChoiceField(label=_("Already in the books"), required=False)
    own = NameField(label=_("Own name"), required=False)
    father = NameField(label=_("Father's name"), required=False)
    grandfather = NameField(label=_("Grandfather's name"), required=False)
    family = NameField(label=_("Family name"), required=False)
    kunya = NameField(label=_("Known as"), required=False)
    mother = NameField(label=_("Mother's name"), required=False)
    relation = forms.ChoiceField(label=_("Who they are to whoever asks"), required=False)
    sex = forms.ChoiceField(label=_("Sex"), widget=forms.RadioSelect, initial="unknown")
    age = forms.CharField(
        label=_("Age"),
        required=False,
        max_length=ages.AGE_TEXT_LETTERS_MAX,
        help_text=_("27, ~27 about, 25-35 between, 8m months, 12.3.1992, - not known"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    origin = forms.CharField(
        label=_("Comes from"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "list": "places"}),
    )
    last_seen_place = forms.CharField(
        label=_("Last seen where"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "list": "places"}),
    )
    last_seen_on = DayField(
        label=_("Last seen when"),
        required=False,
        error_messages={"invalid": _("Write the day as year-month-day.")},
    )
    last_seen_with = forms.CharField(
        label=_("Last seen with whom"),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    marks = forms.CharField(
        label=_("How to recognise them"),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    circumstances = forms.CharField(
        label=_("What happened to them"),
        required=False,
        widget=forms.Textarea(attrs={"dir": "auto", "rows": 2}),
    )

    def __init__(self, members: Sequence[Choice], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("person", [("", gettext("nobody of the list")), *members])
        self.offer("relation", [("", gettext("not said")), *self._related()])
        self.offer("sex", [(sex, gettext(sex)) for sex in SEXES])

    def _related(self) -> list[Choice]:
        told = (self.initial.get("relation"), self.data.get(self.add_prefix("relation")))
        offered = (*RELATED, *(one for one in AS_LISTED if one in told))
        return [(one, gettext(one)) for one in offered]

    @property
    def blank(self) -> bool:
        """Whether nothing was written about anybody here."""
        return not any(str(self.data.get(self.add_prefix(name), "")).strip() for name in _TOLD)

    def clean_age(self) -> Age:
        """The age as evidence; nothing typed is nothing known, two numbers are the ends."""
        text = western_digits(self.cleaned_data["age"])
        if not text:
            return Age(basis="refused")
        between = _BETWEEN.fullmatch(text)
        if between is not None:
            return _age_between(int(between[1]), int(between[2]))
        found = ages.read(text, today())
        if isinstance(found, Refusal):
            raise forms.ValidationError(gettext(found.sentence) % found.facts)
        return found

    def clean_last_seen_on(self) -> Any:
        """The day, which cannot lie ahead."""
        day = self.cleaned_data["last_seen_on"]
        refusal = last_seen_refusal(day.isoformat() if day else "", today())
        if refusal is not None:
            raise forms.ValidationError(gettext(refusal.sentence))
        return day

    def clean(self) -> dict[str, Any]:
        """Somebody has at least one name by which people call them."""
        given = super().clean() or self.cleaned_data
        if not any(given.get(part) for part in ("own", "family", "kunya")):
            self.add_error("own", gettext("Write at least one name of whoever is missing."))
        return given

    def sought(self, number: int) -> SoughtPerson:
        """What to write."""
        given = self.cleaned_data
        day = given["last_seen_on"]
        return SoughtPerson(
            number=number,
            names=Names(**{part: given[part] for part in NAME_PARTS}),
            relation=given["relation"],
            sex=given["sex"],
            age=given["age"],
            origin=given["origin"],
            last_seen_place=given["last_seen_place"],
            last_seen_on=day.isoformat() if day else "",
            last_seen_with=given["last_seen_with"],
            circumstances=given["circumstances"],
            marks=given["marks"],
            person=given["person"],
        )


class RequestForm(Form):
    """Who asks, and what holds for everybody they look for."""

    inquirer = forms.ChoiceField(label=_("Who asks"), required=False)
    name = NameField(label=_("Name of whoever asks"), required=False)
    contact = forms.CharField(
        label=_("How to reach them"),
        required=False,
        help_text=_("Phone, radio, or through whom"),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    where = forms.CharField(
        label=_("Where they are"),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "list": "places", "autocomplete": "off"}),
    )
    circumstances = forms.CharField(
        label=_("What happened"),
        required=False,
        widget=forms.Textarea(attrs={"dir": "auto", "rows": 3}),
    )
    not_to_be_told = forms.CharField(
        label=_("Who must not hear of this"),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    may_share = forms.BooleanField(
        label=_("The family agrees that other tracing organisations are asked"), required=False
    )

    def __init__(self, members: Sequence[Choice], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("inquirer", [("", gettext("not said")), *members])
        if members:
            del self.fields["name"]

    def draft(self, household: str, sought: Sequence[SoughtForm]) -> RequestDraft:
        """What to write."""
        given = self.cleaned_data
        asks = Inquirer(
            name=given.get("name", ""),
            contact=given["contact"],
            where=given["where"],
            person=given["inquirer"],
            household=household,
        )
        return RequestDraft(
            inquirer=asks,
            sought=tuple(one.sought(number) for number, one in enumerate(sought, 1)),
            circumstances=given["circumstances"],
            not_to_be_told=given["not_to_be_told"],
            may_share=given["may_share"],
        )


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


def sought_forms(
    members: Sequence[Choice], sent: QueryDict | None, initial: Mapping[str, object]
) -> list[SoughtForm]:
    """The rows of a request: as many as were sent, and one more when that was asked for."""
    if sent is None:
        return [SoughtForm(members, initial=initial, prefix="sought-0")]
    typed = sent.get("rows", "1")
    count = min(int(typed) if typed.isascii() and typed.isdigit() else 1, SOUGHT_MAX)
    found = [SoughtForm(members, sent, prefix=f"sought-{at}") for at in range(max(count, 1))]
    if "more" in sent and len(found) < SOUGHT_MAX:
        family = str(sent.get("sought-0-family", ""))
        fresh = SoughtForm(members, initial={"family": family}, prefix=f"sought-{len(found)}")
        fresh.fields["own"].widget.attrs["autofocus"] = True
        found.append(fresh)
    return found


def _age_between(one: int, other: int) -> Age:
    first, last = sorted((one, other))
    if last > AGE_YEARS_MAX:
        raise forms.ValidationError(gettext(ages.TOO_OLD) % {"years": last, "most": AGE_YEARS_MAX})
    months = (first + last + 1) * MONTHS // 2
    within = (last - first + 1) * MONTHS // 2
    return Age(basis="estimated", months=months, within_months=within, noted_on=today().isoformat())
