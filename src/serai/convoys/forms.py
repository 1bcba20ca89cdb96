"""What the marshal types: the vehicles of a convoy, a code, a list of ticks."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from serai.convoys.commands import ConvoyDraft
from serai.core.events.convoys import VEHICLES_PER_CONVOY_MAX
from serai.core.script import name_in
from serai.registry.queries import places
from serai.web.forms import CountField, Form, LocalTimeField

# What drives the road. A vehicle's label is its kind in English and a number; pages translate it.
VEHICLE_KINDS: tuple[tuple[str, str, Any], ...] = (
    ("trucks", "truck", _("Truck")),
    ("minibuses", "minibus", _("Minibus")),
    ("buses", "bus", _("Bus")),
    ("ambulances", "ambulance", _("Ambulance")),
)
SEATS_FIELD_MAX = 999


class OpeningForm(Form):
    """Where to, and rows like “15 trucks × 40”."""

    target = forms.ChoiceField(
        label=_("Where to"), error_messages={"required": _("Choose where the convoy goes.")}
    )
    trucks = CountField(label=_("Trucks"), max_value=VEHICLES_PER_CONVOY_MAX)
    truck_seats = CountField(label=_("Seats each"), max_value=SEATS_FIELD_MAX, initial=40)
    minibuses = CountField(label=_("Minibuses"), max_value=VEHICLES_PER_CONVOY_MAX)
    minibus_seats = CountField(label=_("Seats each"), max_value=SEATS_FIELD_MAX, initial=12)
    buses = CountField(label=_("Buses"), max_value=VEHICLES_PER_CONVOY_MAX)
    bus_seats = CountField(label=_("Seats each"), max_value=SEATS_FIELD_MAX, initial=50)
    ambulances = CountField(label=_("Ambulances"), max_value=VEHICLES_PER_CONVOY_MAX)
    ambulance_seats = CountField(label=_("Seats each"), max_value=SEATS_FIELD_MAX, initial=4)
    leaves_at = LocalTimeField(label=_("Leaves at"), required=False, help_text=_("If it is known."))

    def __init__(self, *args: Any, source: str, arabic: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for _counts, name, word in VEHICLE_KINDS:
            seats = gettext("Seats in each: %(kind)s") % {"kind": word}
            self.fields[f"{name}_seats"].widget.attrs["aria-label"] = seats
        target = self.fields["target"]
        assert isinstance(target, forms.ChoiceField)
        others = [place for place in places() if place.id != source]
        target.choices = [
            (place.id, name_in(place.name, place.name_ar, arabic)) for place in others
        ]
        self.fields["target"].initial = others[-1].id if others else ""

    def rows(self) -> list[tuple[str, Any, Any]]:
        """The kinds of vehicles with the fields for how many and how many seats."""
        return [
            (name, self[counts], self[f"{name}_seats"]) for counts, name, _word in VEHICLE_KINDS
        ]

    def draft(self, source: str) -> ConvoyDraft:
        """The convoy as it was typed."""
        typed = self.cleaned_data
        return ConvoyDraft(
            source=source,
            target=typed["target"],
            rows=tuple(
                (name.capitalize(), typed[counts], typed[f"{name}_seats"])
                for counts, name, _word in VEHICLE_KINDS
            ),
            leaves_at=typed["leaves_at"] or 0,
        )


class BoardingForm(Form):
    """One household for one vehicle: by token, or picked from a list."""

    code = forms.CharField(
        label=_("Token"),
        required=False,
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "dir": "ltr",
                "autocomplete": "off",
                "autocapitalize": "characters",
                "data-scan": True,
            }
        ),
    )
    household = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    vehicle = forms.ChoiceField(label=_("Vehicle"), required=False)

    def __init__(self, *args: Any, vehicles: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("vehicle", [("", _("The first with enough seats")), *vehicles])
