"""Forms of the room: a headcount, an explanation, a correction of the books."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from serai.core.ledger import BANDS
from serai.registry.commands import EXPLANATION_LETTERS_MAX, HEADCOUNT_MAX
from serai.registry.discrepancies import Listed
from serai.situation.sentences import band_name
from serai.web.forms import Form, LocalTimeField


class HeadcountForm(Form):
    """How many people were counted at a place, and when."""

    place = forms.ChoiceField(label=_("Place"))
    counted = forms.IntegerField(
        label=_("People counted"), min_value=0, max_value=HEADCOUNT_MAX,
        widget=forms.NumberInput(attrs={"autofocus": True}),
    )  # fmt: skip
    at = LocalTimeField(
        label=_("Counted at"), required=False, help_text=_("Leave empty for this minute.")
    )

    def __init__(self, places: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = places  # type: ignore[attr-defined]


class ExplanationForm(Form):
    """What happened, in words; the books stay as they are."""

    explanation = forms.CharField(
        label=_("What happened"), max_length=EXPLANATION_LETTERS_MAX,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )  # fmt: skip


class CorrectionForm(Form):
    """Why the books are changed to what was counted, and which people without a name."""

    band = forms.ChoiceField(label=_("Which people"))
    explanation = forms.CharField(
        label=_("Why the books are corrected"), max_length=EXPLANATION_LETTERS_MAX,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )  # fmt: skip

    def __init__(self, listed: Listed, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bands = [band for band in reversed(BANDS) if band != "named"]
        choices = [(band, band_name(band)) for band in bands]
        self.fields["band"].choices = choices  # type: ignore[attr-defined]
