"""The two ends of the road: check-off and departure, arrival and the closing of the receipt."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from serai.access.places import house
from serai.access.rooms import RoomRequest, room
from serai.convoys.commands import Allowance, check_off, depart, undo_check_off
from serai.convoys.models import Convoy
from serai.convoys.road.forms import AllowanceForm
from serai.convoys.road.legs import because, road_context
from serai.convoys.rules import departing
from serai.core.refusal import Refusal
from serai.registry.manifests import manifest_of, names_of, vehicle_lists
from serai.registry.receipts import Already
from serai.registry.ticks import ticked
from serai.web import receiving
from serai.web.answers import UNPROCESSABLE, done, in_words, refused, undone
from serai.web.forms import operation_of

STAYING_SHOWN_MAX = 100
DESTINATION = receiving.Desk(
    "convoys/arrival.html", "convoys/closing.html", "convoys:arrival", "convoys:arrival-reversal"
)


@room("convoys")
def check_off_list(request: RoomRequest, identity: str) -> HttpResponse:
    """Walk along the vehicles and tick who is aboard, by code or list."""
    context = _check_off_context(request, identity)
    if request.method != "POST":
        return render(request, "convoys/check_off.html", context)
    told = context["told"]
    homes = {person: one.household for person, one in told.boarded.items()}
    of_vehicle = [one for one in told.boarded if told.vehicle_of(one) == context["vehicle"]]
    people = ticked(request.POST, homes, of_vehicle)
    if isinstance(people, Refusal):
        return refused(request, "convoys/check_off.html", context, people)
    outcome = check_off(identity, people, request.place, request.author, operation_of(request))
    if isinstance(outcome, Already):
        again = {**context, "again": in_words(outcome)}
        return render(request, "convoys/check_off.html", again, status=UNPROCESSABLE)
    if isinstance(outcome, Refusal):
        return refused(request, "convoys/check_off.html", context, outcome)
    sentence = ngettext("%(names)s is on board.", "%(names)s are on board.", len(outcome.people))
    undo = reverse("convoys:check-off-reversal", args=[identity, outcome.event])
    facts = {"names": names_of(outcome.people)}
    return done(request, sentence % facts, request.get_full_path(), undo_url=undo)


@room("convoys")
@require_POST
def check_off_reversal(request: RoomRequest, identity: str, event: str) -> HttpResponse:
    """Undo: takes the last tick back."""
    outcome = undo_check_off(identity, event, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        context = _check_off_context(request, identity)
        return refused(request, "convoys/check_off.html", context, outcome)
    return undone(request, gettext("The tick was taken back."), "convoys:check-off", identity)


@room("convoys")
def departure(request: RoomRequest, identity: str) -> HttpResponse:
    """Shows who leaves and who stays, then sends the convoy off."""
    row = _row(identity)
    form = AllowanceForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return render(request, "convoys/departure.html", _departure_context(request, row, form))
    if not form.is_valid():
        context = _departure_context(request, row, form)
        return refused(request, "convoys/departure.html", context, form)
    typed = form.cleaned_data
    allowance = Allowance(typed["allowed_by"], typed["allowed_reason"])
    outcome = depart(identity, request.author, form.operation, allowance)
    if isinstance(outcome, Refusal):
        context = _departure_context(request, _row(identity), form)
        return refused(request, "convoys/departure.html", context, outcome)
    sentence = gettext("%(code)s left with %(count)s people.")
    told = [sentence % {"code": row.code, "count": outcome.count}]
    told += filter(None, [because(outcome.choice, row, house(request))])
    return done(request, " ".join(told), "convoys:convoy", identity)


@room("convoys")
def arrival(request: RoomRequest, identity: str) -> HttpResponse:
    """Checks people off at the destination, in parts, by code or list."""
    return receiving.receive(request, DESTINATION, identity)


@room("convoys")
@require_POST
def arrival_reversal(request: RoomRequest, identity: str, event: str) -> HttpResponse:
    """Undo: puts people back on the road who were received by mistake."""
    return receiving.take_back(request, DESTINATION, identity, event)


@room("convoys")
def closing(request: RoomRequest, identity: str) -> HttpResponse:
    """Nobody more is expected: shows who is missing, then closes the receipt."""
    return receiving.close(request, DESTINATION, identity, "convoys:convoy", identity)


def _row(identity: str) -> Convoy:
    row = Convoy.objects.filter(id=identity).first()
    if row is None:
        raise Http404(gettext("There is no such convoy."))
    return row


def _check_off_context(request: RoomRequest, identity: str) -> dict[str, Any]:
    row = _row(identity)
    told = manifest_of(identity)
    plan = departing(row, told)
    counts = vehicle_lists(told, told.boarded, told.checked, "", plan.people)
    unfinished = [one.vehicle for one in counts if one.ticked < one.people]
    first = unfinished[0] if unfinished else (counts[0].vehicle if counts else "")
    vehicle = request.GET.get("vehicle", first)
    torn = [person for people in plan.torn.values() for person in people] if told.checked else []
    return {
        "convoy": row,
        "told": told,
        "vehicles": vehicle_lists(told, told.boarded, told.checked, vehicle, plan.people),
        "vehicle": vehicle,
        "torn": names_of(torn, plan.people) if torn else "",
    }


def _departure_context(request: RoomRequest, row: Convoy, form: AllowanceForm) -> dict[str, Any]:
    told = manifest_of(row.id)
    plan = departing(row, told)
    staying = plan.staying[:STAYING_SHOWN_MAX]
    return {
        "convoy": row,
        "plan": plan,
        "going": len(plan.going),
        "checked": bool(told.checked),
        "vehicles": vehicle_lists(told, plan.going, told.checked, "", plan.people),
        "staying": [plan.people[one] for one in staying if one in plan.people],
        "staying_more": max(0, len(plan.staying) - STAYING_SHOWN_MAX),
        "hindered": in_words(plan.refusal) if plan.refusal else "",
        "form": form,
        **(road_context(request, row) if row.status == "loading" else {}),
    }
