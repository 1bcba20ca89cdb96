"""The page of one household's shelter: suggestions, a move, leaving, undo."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from serai.access.rooms import RoomRequest, room
from serai.camp import queries
from serai.camp.commands import UNDONE, allot, leave_shelter, undo_allotment
from serai.camp.forms import AllotmentForm
from serai.camp.models import Allotment
from serai.core.refusal import Refusal
from serai.core.shelter import is_step_free_needed
from serai.registry.queries import people_of
from serai.web.answers import done, not_done, refused, undone
from serai.web.forms import operation_of


@room("camp")
def shelter(request: RoomRequest, household: str) -> HttpResponse:
    """Gives a household a unit, or another one."""
    form = AllotmentForm(request.POST or None)
    context = _context(request, household, form)
    if request.method != "POST":
        return render(request, "camp/shelter.html", context)
    if not form.is_valid():
        return refused(request, "camp/shelter.html", context, form)
    typed = form.cleaned_data
    outcome = allot(
        household, typed["unit"], request.place, request.author, form.operation, typed["reason"]
    )
    if isinstance(outcome, Refusal):
        return refused(request, "camp/shelter.html", context, outcome)
    body, event = outcome
    sentence = gettext("%(count)s people sleep in %(unit)s from now on.")
    facts = {"count": len(body.people), "unit": body.unit}
    undo = reverse("camp:shelter-reversal", args=[household, event])
    return done(request, sentence % facts, "camp:shelter", household, undo_url=undo)


@room("camp")
@require_POST
def leaving(request: RoomRequest, household: str) -> HttpResponse:
    """A household gives its unit up."""
    outcome = leave_shelter(household, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return refused(request, "camp/shelter.html", _context(request, household), outcome)
    unit = outcome[0].unit
    undo = reverse("camp:leaving-reversal", args=[household, unit]) if len(outcome) == 1 else ""
    sentence = gettext("%(unit)s was left.") % {"unit": unit}
    return done(request, sentence, "camp:shelter", household, undo_url=undo)


@room("camp")
@require_POST
def leaving_reversal(request: RoomRequest, household: str, unit: str) -> HttpResponse:
    """Undo: the household sleeps in the unit again that it was said to have left."""
    outcome = allot(household, unit, request.place, request.author, operation_of(request), UNDONE)
    if isinstance(outcome, Refusal):
        return not_done(request, outcome, "camp:shelter", household)
    sentence = gettext("The household is in %(unit)s again.") % {"unit": unit}
    return undone(request, sentence, "camp:shelter", household)


@room("camp")
@require_POST
def shelter_reversal(request: RoomRequest, household: str, event: str) -> HttpResponse:
    """Undo: the household is back where it was before the allotment."""
    outcome = undo_allotment(household, event, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return refused(request, "camp/shelter.html", _context(request, household), outcome)
    return done(request, gettext("The allotment was taken back."), "camp:shelter", household)


def _context(
    request: RoomRequest, household: str, form: AllotmentForm | None = None
) -> dict[str, Any]:
    people = people_of(household)
    if not people:
        raise Http404(gettext("This household is not in the books."))
    here = [one for one in people if one.place == request.place and one.alive]
    return {
        "form": form or AllotmentForm(),
        "household": household,
        "people": people,
        "here": here,
        "allotment": Allotment.objects.filter(household=household).first(),
        "suggested": queries.suggested(request.place, here) if here else [],
        "step_free": is_step_free_needed(one.needs for one in here),
    }
