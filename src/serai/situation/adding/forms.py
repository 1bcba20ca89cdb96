"""What is typed about a figure that the reader missed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from serai.situation.adding.commands import Quoted
from serai.situation.claim_words import kinds
from serai.situation.models import Claim
from serai.situation.report_forms import UNITS, FigureForm
from serai.web.forms import LINES_LETTERS_MAX


class AddedFigureForm(FigureForm):
    """A figure that the reader missed, with the words of the report that hold it."""

    quote = forms.CharField(
        label=_("Words of the report"), required=False, max_length=LINES_LETTERS_MAX,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("Exactly as they stand there, with the number in them."),
    )  # fmt: skip
    at = forms.IntegerField(required=False, widget=forms.HiddenInput)
    witness = forms.BooleanField(
        label=_("A private person said it; the name is masked in files."), required=False
    )
    field_order = (
        "quote", "low", "high", "unit", "kind", "place", "place_from", "first_on", "last_on",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(Claim(unit=UNITS[0]), *args, **kwargs)
        self.offer("kind", [("", "—"), *kinds()])
        self.fields["kind"].error_messages["required"] = _("Choose what the figure counts.")
        self.fields["low"].widget.attrs.pop("autofocus", None)

    def quoted(self) -> Quoted:
        """The words and about where they were chosen."""
        at = self.cleaned_data["at"]
        return Quoted(self.cleaned_data["quote"], -1 if at is None else at)
