"""Forms of the screening lanes."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from serai.core.screening import (
    END_OUTCOMES,
    LANES,
    OUTCOMES,
    REASONS,
    REVIEW_OUTCOMES,
    Word,
)
from serai.screening.rules import (
    NOBODY_TICKED,
    WHERE_TO,
    WHO_DECIDED,
    WHO_GOES,
    WHO_STAYS,
    WHY,
    SeparationDraft,
)
from serai.web.forms import Form, ReviewDayField

Choice = tuple[str, Any]
ELSEWHERE = ""  # the choice that asks for words


class LaneForm(Form):
    """Who of a household, which lane, what next: one tap each."""

    people = forms.MultipleChoiceField(error_messages={"required": _(NOBODY_TICKED)})
    lane = forms.ChoiceField(
        label=_("Lane"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a lane.")},
    )
    outcome = forms.ChoiceField(error_messages={"required": _("Choose what happens next.")})

    def __init__(self, people: Sequence[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("people", [(one, one) for one in people])
        self.offer("lane", choices(LANES))
        self.offer("outcome", choices(OUTCOMES))


class SeparationForm(Form):
    """Both ends of the link, the reason, the authority, the place, the review day."""

    people = forms.MultipleChoiceField(
        label=_("Who goes"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _(WHO_GOES)},
    )
    kin = forms.MultipleChoiceField(
        label=_("Who of the family stays, and is tied to them"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    target = forms.ChoiceField(label=_("Taken to"), required=False)
    target_words = forms.CharField(
        label=_("or to a place that keeps no books, in words"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("Only screening and tracing can read it."),
        error_messages={"required": _(WHY)},
        widget=forms.TextInput(attrs={"dir": "auto", "list": "reasons", "autocomplete": "off"}),
    )
    authority = forms.CharField(
        label=_("Who decided it"),
        error_messages={"required": _(WHO_DECIDED)},
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    review_on = ReviewDayField(label=_("Somebody looks at it again on"))
    lane = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, members: Sequence[Choice], places: Sequence[Choice], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offer("people", members)
        self.offer("kin", members)
        self.offer("target", [(ELSEWHERE, gettext("Choose a place")), *places])
        self.only_member = len(members) == 1

    def clean(self) -> dict[str, Any]:
        """Missing ends of the link and a missing place are told at once, with the rest."""
        given = super().clean() or {}
        goers, kin = set(given.get("people", ())), set(given.get("kin", ()))
        if goers and not kin and not self.only_member:
            self.add_error("kin", gettext(WHO_STAYS))
        if goers & kin:
            self.add_error("kin", gettext("The same person cannot go and stay."))
        if not given.get("target") and not given.get("target_words", "").strip():
            self.add_error("target", gettext(WHERE_TO))
        return given

    def draft(self, household: str, place: str) -> SeparationDraft:
        """What to write; a chosen place goes before words."""
        given = self.cleaned_data
        return SeparationDraft(
            household=household,
            people=tuple(given["people"]),
            kin=tuple(given["kin"]),
            reason=given["reason"],
            authority=given["authority"],
            place=place,
            target=given["target"] or given["target_words"].strip(),
            review_on=given["review_on"].isoformat(),
            lane=given["lane"],
        )


class ReviewForm(Form):
    """What the review came to, and the day of the next."""

    outcome = forms.ChoiceField(
        label=_("What the review came to"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the review came to.")},
    )
    review_on = ReviewDayField(label=_("Next review on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("outcome", choices(REVIEW_OUTCOMES))


class EndForm(Form):
    """How the separation ended."""

    ended = forms.ChoiceField(
        label=_("How it ended"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it ended.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("ended", choices(END_OUTCOMES))


def choices(words: Sequence[Word]) -> list[Choice]:
    """Words as choices, in the language of the page."""
    return [(word.key, gettext(word.label)) for word in words]


def reasons() -> list[str]:
    """Usual reasons to pick from, in the language of the page; any other words do too."""
    return [gettext(reason) for reason in REASONS]
