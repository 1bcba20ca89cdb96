"""What the registrar types: new units, a unit for a household, who was seen."""

from django import forms
from django.utils.translation import gettext_lazy as _

from serai.camp.commands import REASON_LETTERS_MAX, UnitsDraft
from serai.camp.rules import CAPACITY_MAX, UNIT_NUMBER_MAX
from serai.web.forms import Form

FAMILY_TENT_SLEEPS = 6


class UnitsForm(Form):
    """Units of one section: “P4-B2, 1 to 40, six people each”."""

    section = forms.CharField(
        label=_("Section"),
        help_text=_("As on the sign, like P4-B2."),
        max_length=40,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocapitalize": "characters"}),
        error_messages={"required": _("Write the section, like P4-B2.")},
    )
    first = forms.IntegerField(
        label=_("First number"), min_value=1, max_value=UNIT_NUMBER_MAX, initial=1
    )
    last = forms.IntegerField(label=_("Last number"), min_value=1, max_value=UNIT_NUMBER_MAX)
    capacity = forms.IntegerField(
        label=_("People in each"), min_value=1, max_value=CAPACITY_MAX, initial=FAMILY_TENT_SLEEPS
    )
    accessible = forms.BooleanField(
        label=_("A wheelchair gets in"), required=False, help_text=_("All of these units.")
    )

    def draft(self, place: str) -> UnitsDraft:
        """The units as typed."""
        typed = self.cleaned_data
        return UnitsDraft(
            place=place, section=typed["section"], first=typed["first"], last=typed["last"],
            capacity=typed["capacity"], accessible=typed["accessible"],
        )  # fmt: skip


class AllotmentForm(Form):
    """A unit for a household, and a reason where it is taken or too small."""

    unit = forms.CharField(
        label=_("Unit"),
        max_length=60,
        help_text=_("As on the tent, like P4-B2-17."),
        widget=forms.TextInput(
            attrs={"dir": "ltr", "autocapitalize": "characters", "autocomplete": "off"}
        ),
        error_messages={"required": _("Write the unit, like P4-B2-17.")},
    )
    reason = forms.CharField(
        label=_("Why, if it is full or taken"),
        required=False,
        max_length=REASON_LETTERS_MAX,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
