"""The page that describes a piece of road, decides where stations differ, or takes it off."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from serai.access.places import house
from serai.access.rooms import RoomRequest, room
from serai.convoys.road import describing
from serai.convoys.road.words import SURFACES, surface_words
from serai.core.counts import HOURS_MAX, KILOMETRES_MAX
from serai.core.refusal import Refusal
from serai.core.road import Segment
from serai.registry.roads import Route, route
from serai.web.answers import done, refused
from serai.web.forms import Form, MeasureField, operation_of

PAGE = "convoys/segment.html"
KILOMETRES_WRONG = _("Write the kilometres as a number above zero.")
HOURS_WRONG = _("Write the hours as a number, such as 2.5; or leave it empty.")


class SegmentForm(Form):
    """A segment: between which places, how long, how it is driven."""

    source = forms.ChoiceField(label=_("From"), error_messages={"required": _("Choose a place.")})
    target = forms.ChoiceField(label=_("To"), error_messages={"required": _("Choose a place.")})
    kilometres = MeasureField(
        label=_("Kilometres"), min_value=0.1, max_value=KILOMETRES_MAX,
        error_messages={
            "required": KILOMETRES_WRONG, "invalid": KILOMETRES_WRONG,
            "min_value": KILOMETRES_WRONG,
        },
    )  # fmt: skip
    hours = MeasureField(
        label=_("Usual hours by day"), min_value=0, max_value=HOURS_MAX, required=False,
        error_messages={"invalid": HOURS_WRONG, "min_value": HOURS_WRONG},
        help_text=_("As drivers need, checkpoints included. Empty: reckoned by the kind of road."),
    )  # fmt: skip
    surface = forms.ChoiceField(
        label=_("Kind of road"), required=False, choices=[("", _("Not known")), *SURFACES]
    )

    def __init__(self, places: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("source", "target"):
            self.offer(name, [("", "—"), *places])

    def draft(self) -> Segment:
        """The segment as it was typed."""
        typed = self.cleaned_data
        return Segment(
            typed["source"], typed["target"], round(typed["kilometres"], 1),
            round(typed["hours"] or 0, 2), typed["surface"],
        )  # fmt: skip


@room("convoys")
@require_http_methods(["GET", "POST"])
def description(request: RoomRequest) -> HttpResponse:
    """Describes a segment, or one of which somebody said something else, anew."""
    known = route()
    asked = request.GET.get("segment", "")
    places = [(one.id, one.shown) for one in house(request).places]
    form = SegmentForm(places, request.POST or None, initial=_held(known, asked))
    context = _context(request, form, known, asked)
    if request.method != "POST":
        return render(request, PAGE, context)
    if not form.is_valid():
        return refused(request, PAGE, context, form)
    outcome = describing.describe(form.draft(), request.author, form.operation)
    if isinstance(outcome, Refusal):
        return refused(request, PAGE, context, outcome)
    sentence = gettext("%(segment)s: %(km)s km.")
    name = house(request).segment_name(form.draft().segment)
    facts = {"segment": name, "km": f"{form.draft().kilometres:g}"}
    return _done(request, sentence % facts, outcome)


@room("convoys")
@require_POST
def dropping(request: RoomRequest, segment: str) -> HttpResponse:
    """The road no longer has this segment."""
    outcome = describing.drop(segment, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        places = [(one.id, one.shown) for one in house(request).places]
        context = _context(request, SegmentForm(places), route(), "")
        return refused(request, PAGE, context, outcome)
    facts = {"segment": house(request).segment_name(segment)}
    return _done(request, gettext("%(segment)s is taken off the road.") % facts, outcome)


def _done(request: RoomRequest, sentence: str, event: str) -> HttpResponse:
    undo = reverse("convoys:road-reversal", args=[event])
    return done(request, sentence, "convoys:road", undo_url=undo)


def _held(known: Route, segment: str) -> dict[str, Any]:
    """What is known of a segment, as the form shows it; nothing of one nobody described."""
    one = known.road.by_id.get(segment)
    if one is None:
        return {}
    return {
        "source": one.source,
        "target": one.target,
        "kilometres": f"{one.kilometres:g}",
        "hours": f"{one.hours:g}" if one.hours else "",
        "surface": one.surface,
    }


def _context(request: RoomRequest, form: SegmentForm, known: Route, segment: str) -> dict[str, Any]:
    held = segment if segment in known.road.by_id else ""
    return {
        "form": form,
        "segment": held,
        "name": house(request).segment_name(held) if held else "",
        "differing": [(one, surface_words(one.segment.surface)) for one in known.differing(held)],
        "few_places": len(known.places) < 2,
    }
