"""The forms of the desk: one household with a row for every person, and each later act."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from serai.core import ages
from serai.core.ids import is_token_code, station_mark
from serai.core.people import Names, Person
from serai.core.refusal import Refusal
from serai.journal.identity import this_station
from serai.registration import reading, words
from serai.registry.finding import why_no_token
from serai.web.answers import in_words
from serai.web.forms import Form, LocalTimeField, NameField
from serai.web.letters import western_digits

PHONE_LETTERS_MAX = 40
SHORT = {"autocomplete": "off", "spellcheck": "false", "dir": "auto"}
NAME_PARTS = ("own", "father", "grandfather", "family")
RELATION_CHOICES = list(words.RELATION_WORDS.items())
Groups = Callable[[], list[tuple[str, str]]]
PAPER_CHOICES = list(words.PAPER_WORDS.items())


class HouseholdForm(Form):
    """What is asked once for the whole household."""

    token = forms.CharField(
        label=_("Token"), required=False, max_length=40,
        widget=forms.TextInput(
            attrs={**SHORT, "dir": "ltr", "class": "code", "autocapitalize": "characters",
                   "autofocus": True}
        ),
    )  # fmt: skip
    arrival = forms.ChoiceField(label=_("Group (no token)"), required=False)
    phone = forms.CharField(
        label=_("Telephone"), required=False, max_length=PHONE_LETTERS_MAX,
        widget=forms.TextInput(attrs={**SHORT, "dir": "ltr", "inputmode": "tel"}),
    )  # fmt: skip
    note = forms.CharField(
        label=_("Note"), required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )

    def __init__(self, *args: Any, groups: Groups = list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        arrival = self.fields["arrival"]
        assert isinstance(arrival, forms.ChoiceField)
        # asked for when somebody looks at the list or chose from it, and then once
        arrival.choices = cache(lambda: [("", _("nobody counted them before")), *groups()])

    def clean_token(self) -> str:
        """The code as printed; the last letters are enough for a slip of this station."""
        typed = western_digits(self.cleaned_data["token"])
        code = reading.token(typed, station_mark(this_station()))
        if code and not is_token_code(code):
            raise forms.ValidationError(in_words(why_no_token(typed, code, "token")))
        return code


class PersonForm(Form):
    """One person in one row of the household, or alone when a person is corrected."""

    relation = forms.ChoiceField(
        label=_("Relation"), required=False, choices=[("", "—"), *RELATION_CHOICES]
    )
    own = NameField(label=_("Own name"), required=False)
    father = NameField(label=_("Father"), required=False)
    grandfather = NameField(label=_("Grandfather"), required=False)
    family = NameField(label=_("Family name"), required=False)
    sex = forms.CharField(
        label=_("Sex f/m"), required=False, max_length=10, widget=forms.TextInput(attrs=SHORT)
    )
    age = forms.CharField(
        label=_("Age"), required=False, max_length=ages.AGE_TEXT_LETTERS_MAX,
        widget=forms.TextInput(attrs=SHORT),
    )  # fmt: skip
    needs = forms.CharField(
        label=_("Needs"), required=False, max_length=120, widget=forms.TextInput(attrs=SHORT)
    )
    nationality = forms.CharField(
        label=_("Nationality"), required=False, max_length=80, widget=forms.TextInput(attrs=SHORT)
    )
    origin = forms.CharField(
        label=_("Origin"), required=False, max_length=reading.ORIGIN_LETTERS_MAX,
        widget=forms.TextInput(attrs=SHORT),
    )  # fmt: skip
    papers = forms.ChoiceField(
        label=_("Papers"), required=False, choices=PAPER_CHOICES, initial="none"
    )
    mother = NameField(label=_("Mother"), required=False)
    kunya = NameField(label=_("Kunya"), required=False)
    other_own = NameField(label=_("Own name, other script"), required=False)
    other_father = NameField(label=_("Father, other script"), required=False)
    other_grandfather = NameField(label=_("Grandfather, other script"), required=False)
    other_family = NameField(label=_("Family name, other script"), required=False)

    def clean(self) -> dict[str, Any]:
        """Reads the short fields; every wrong one gets its own sentence."""
        typed = self.cleaned_data
        for part in (*NAME_PARTS, "mother", "kunya", *(f"other_{part}" for part in NAME_PARTS)):
            self._read(part, reading.name(typed.get(part, "")))
        self._read("sex", reading.sex(typed.get("sex", "")))
        self._read("nationality", reading.nationality(typed.get("nationality", "")))
        self._read("needs", reading.need_codes(typed.get("needs", "")))
        self._read("origin", reading.origin(typed.get("origin", "")))
        self._read("relation", reading.relation(typed.get("relation", "")))
        if typed.get("age"):
            self._read("age", ages.read(typed["age"], words.today()))
        return typed

    def _read(self, field: str, value: object) -> None:
        if field in self.errors:
            return
        if isinstance(value, Refusal):
            self.add_error(field, in_words(value))
        else:
            self.cleaned_data[field] = value

    def names(self) -> Names:
        """The parts of the name as written."""
        parts = {part: self.cleaned_data.get(part, "") for part in Names.__struct_fields__}
        return Names(**parts)

    def other_names(self) -> Names | None:
        """The name in the other script, when somebody wrote it."""
        parts = {part: self.cleaned_data.get(f"other_{part}", "") for part in NAME_PARTS}
        return Names(**parts) if any(parts.values()) else None


class NewMemberForm(PersonForm):
    """A newborn or a late arrival: the same fields, the needed ones first."""

    def clean(self) -> dict[str, Any]:
        """A new member has at least a name or `-`, a sex and an age."""
        typed = super().clean()
        if not typed.get("own") and "own" not in self.errors:
            self.add_error("own", _("Type the own name, or - when there is none yet."))
        if typed.get("sex") is None and "sex" not in self.errors:
            self.add_error("sex", in_words(Refusal(reading.NO_SEX)))
        if not typed.get("age") and "age" not in self.errors:
            self.add_error("age", in_words(Refusal(ages.NOTHING)))
        return typed

    def member(self) -> Person:
        """The person as written, still without an id."""
        typed = self.cleaned_data
        return Person(
            person="",
            names=Names(**{k: "" if v == "-" else v for k, v in _parts(self.names()).items()}),
            other_names=self.other_names(),
            sex=typed["sex"],
            age=typed["age"],
            relation=typed["relation"] or "child",
            nationality=tuple(code for code in typed["nationality"] if code != "-"),
            papers=typed["papers"] or "none",
            needs=typed["needs"],
            origin="" if typed["origin"] == "-" else typed["origin"],
        )


class CorrectionForm(PersonForm):
    """A person's facts to write anew; what was shown travels along, so that only changes count."""

    seen = forms.CharField(required=False, max_length=4000, widget=forms.HiddenInput)
    shown = forms.CharField(required=False, max_length=8000, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why, in a few words"),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )


class DeathForm(Form):
    """A death, as told at the desk."""

    at = LocalTimeField(label=_("When"), required=False, help_text=_("Empty means now."))
    circumstances = forms.CharField(
        label=_("Circumstances, as told"), required=False, widget=forms.TextInput(attrs=SHORT)
    )
    told_by = forms.CharField(
        label=_("Told by"), required=False, widget=forms.TextInput(attrs=SHORT)
    )


class MoveForm(Form):
    """Into which household somebody goes, and as what."""

    NEW, KNOWN = "new", "known"
    into = forms.ChoiceField(
        label=_("Into"), choices=[(NEW, _("a new household")), (KNOWN, _("another household"))],
        widget=forms.RadioSelect, initial=NEW,
    )  # fmt: skip
    target = forms.CharField(
        label=_("Its token"), required=False, max_length=60,
        help_text=_("Only when they go into another household."),
        widget=forms.TextInput(attrs={**SHORT, "dir": "ltr", "class": "code"}),
    )  # fmt: skip
    relation = forms.ChoiceField(
        label=_("Relation to the head there"),
        choices=RELATION_CHOICES[1:],
        initial="other relative",
    )


class HeadForm(Form):
    """Who heads the household from now on."""

    person = forms.ChoiceField(label=_("New head"), widget=forms.RadioSelect)
    former_is = forms.ChoiceField(
        label=_("The former head is, to the new one"),
        choices=RELATION_CHOICES[1:],
        initial="spouse",
    )

    def __init__(self, *args: Any, people: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person = self.fields["person"]
        assert isinstance(person, forms.ChoiceField)
        person.choices = list(people)


def _parts(names: Names) -> Mapping[str, str]:
    return {part: getattr(names, part) for part in Names.__struct_fields__}
