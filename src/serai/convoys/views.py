"""The pages of the truck side: the convoys, one convoy, loading it."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_POST

from serai.access.places import house
from serai.access.rooms import RoomRequest, room
from serai.access.searches import family_called
from serai.convoys import queries
from serai.convoys.commands import board, fill, open_convoy, withdraw
from serai.convoys.differences import differences_of
from serai.convoys.forms import BoardingForm, OpeningForm
from serai.convoys.models import Convoy
from serai.convoys.road.legs import left_context, road_context
from serai.convoys.rows import rows_of
from serai.convoys.words import state_words
from serai.core.refusal import Refusal, gettext_noop
from serai.journal.wall import now_ms
from serai.registry.backlog import Backlog, backlog, recent_convoys
from serai.registry.lists import listed
from serai.registry.manifests import full_name
from serai.registry.queries import balances
from serai.web.answers import done, not_done, refused, undone
from serai.web.forms import operation_of


@room("convoys")
def convoys(request: RoomRequest) -> HttpResponse:
    """The convoys of this place, by state."""
    state = request.GET.get("state", "")
    if state not in queries.STATES:
        state = ""
    now = now_ms()
    counts = queries.counts_by_state(request.place, now)
    page = queries.convoys_page(request.place, state, request.GET.get("page", "1"), now, counts)
    context = {
        "page": page,
        "rows": rows_of(page, now, house(request)),
        "counts": counts,
        "state": state,
        "states": queries.STATES,
        "backlog": _backlog(request, now),
        "waiting": queries.waiting_count(request.place),
    }
    return render(request, "convoys/convoys.html", context)


@room("convoys")
def opening(request: RoomRequest) -> HttpResponse:
    """Opens a convoy with rows of vehicles."""
    arabic = (get_language() or "").startswith(("ar", "ckb"))
    form = OpeningForm(request.POST or None, source=request.place, arabic=arabic)
    context = {"form": form}
    if request.method != "POST":
        return render(request, "convoys/opening.html", context)
    if not form.is_valid():
        return refused(request, "convoys/opening.html", context, form)
    outcome = open_convoy(form.draft(request.place), request.author, form.operation)
    if isinstance(outcome, Refusal):
        return refused(request, "convoys/opening.html", context, outcome)
    seats = sum(vehicle.seats for vehicle in outcome.vehicles)
    sentence = gettext("Convoy %(code)s is open. Vehicles: %(vehicles)s, seats: %(seats)s.")
    facts = {"code": outcome.code, "vehicles": len(outcome.vehicles), "seats": seats}
    return done(request, sentence % facts, "convoys:convoy", outcome.convoy)


@room("convoys")
def convoy(request: RoomRequest, identity: str) -> HttpResponse:
    """One convoy: its seats, its list, and who waits for a seat."""
    return render(request, "convoys/convoy.html", _convoy_context(request, identity))


@room("convoys")
@require_POST
def boarding(request: RoomRequest, identity: str) -> HttpResponse:
    """Puts one household on, by token or from the waiting list."""
    context = _convoy_context(request, identity, request.POST)
    form = context["form"]
    if not form.is_valid():
        return refused(request, "convoys/convoy.html", context, form)
    household = form.cleaned_data["household"]
    if not household:
        found = _household_of(request, form.cleaned_data["code"])
        if isinstance(found, Refusal):
            return refused(request, "convoys/convoy.html", context, found)
        household = found
    vehicle = form.cleaned_data["vehicle"]
    outcome = board(identity, household, request.author, form.operation, vehicle)
    if isinstance(outcome, Refusal):
        return refused(request, "convoys/convoy.html", context, outcome)
    labels = {one.vehicle: one.label for one in context["seats"]}
    sentence = ngettext(
        "%(count)s person put on %(vehicle)s.", "%(count)s people put on %(vehicle)s.",
        len(outcome.people),
    ) % {"count": len(outcome.people), "vehicle": labels.get(outcome.vehicle, "")}  # fmt: skip
    undo = reverse("convoys:boarding-reversal", args=[identity, outcome.at])
    return done(request, sentence, "convoys:convoy", identity, undo_url=undo)


@room("convoys")
@require_POST
def filling(request: RoomRequest, identity: str) -> HttpResponse:
    """Fills the free seats from the waiting list, longest wait first."""
    row = _row(identity)
    most = max((one.free for one in queries.seats_of(identity)), default=0)
    waiting = queries.waiting_sizes(row.source, most) if most else []
    outcome = fill(identity, waiting, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        context = _convoy_context(request, identity)
        return refused(request, "convoys/convoy.html", context, outcome)
    people = sum(len(one.people) for one in outcome)
    sentence = gettext("%(households)s households put on, %(people)s people.")
    facts = {"households": len(outcome), "people": people}
    undo = reverse("convoys:boarding-reversal", args=[identity, outcome[0].at])
    return done(request, sentence % facts, "convoys:convoy", identity, undo_url=undo)


@room("convoys")
@require_POST
def boarding_reversal(request: RoomRequest, identity: str, at: int) -> HttpResponse:
    """Undo: takes off whom one submit had put on."""
    homes = queries.households_boarded_at(identity, at)
    return _taken_off(request, identity, homes, "undone")


@room("convoys")
@require_POST
def withdrawal(request: RoomRequest, identity: str, household: str) -> HttpResponse:
    """Takes one household off the list."""
    vehicle = queries.vehicle_of(identity, household)
    names = [identity, household, vehicle]
    undo = reverse("convoys:withdrawal-reversal", args=names) if vehicle else ""
    return _taken_off(request, identity, [household], "", undo)


@room("convoys")
@require_POST
def withdrawal_reversal(
    request: RoomRequest, identity: str, household: str, vehicle: str
) -> HttpResponse:
    """Undo: the household sits on its vehicle again, if the seats are still free."""
    outcome = board(identity, household, request.author, operation_of(request), vehicle)
    if isinstance(outcome, Refusal):
        return not_done(request, outcome, "convoys:convoy", identity)
    return undone(request, gettext("The family is on the list again."), "convoys:convoy", identity)


def _backlog(request: RoomRequest, at_ms: int) -> list[Backlog]:
    """Who waits where for a seat; the place of the marshal first."""
    held = balances()
    standing = [
        (place.id, place.kind, sum(held.get(place.id, {}).values()))
        for place in house(request).places
    ]
    found = backlog(standing, recent_convoys(at_ms), at_ms)
    return sorted(found, key=lambda one: one.place != request.place)


def _taken_off(
    request: RoomRequest, identity: str, households: list[str], reason: str, undo: str = ""
) -> HttpResponse:
    outcome = withdraw(identity, households, request.author, operation_of(request), reason)
    if isinstance(outcome, Refusal):
        context = _convoy_context(request, identity)
        return refused(request, "convoys/convoy.html", context, outcome)
    sentence = ngettext(
        "%(count)s household taken off.", "%(count)s households taken off.", len(outcome)
    )
    told = sentence % {"count": len(outcome)}
    return done(request, told, "convoys:convoy", identity, undo_url=undo)


def _household_of(request: RoomRequest, code: str) -> str | Refusal:
    """The household of a token, or the only one with a person of that name."""
    found = family_called(code, request.author, "code")
    if not isinstance(found, list):
        return found
    homes = {person.household: person for person in found}
    if len(homes) == 1:
        return next(iter(homes))
    names = listed(full_name(person) for person in homes.values())
    return Refusal(
        gettext_noop("Several families fit: %(names)s. Type the token, or more of the name."),
        {"names": names},
        field="code",
    )


def _row(identity: str) -> Convoy:
    row = Convoy.objects.filter(id=identity).first()
    if row is None:
        raise Http404(gettext("There is no such convoy."))
    return row


def _convoy_context(request: RoomRequest, identity: str, typed: Any = None) -> dict[str, Any]:
    row, seats = queries.with_seats(identity)
    if row is None:
        raise Http404(gettext("There is no such convoy."))
    free = sum(one.free for one in seats)
    loading = row.status == "loading"
    shade, words = state_words(row, now_ms())
    choices = [(one.vehicle, f"{one.label} ({one.free})") for one in seats if one.free]
    most = max((one.free for one in seats), default=0)
    number = request.GET.get("page", "1")
    page, waiting = queries.listed_and_waiting(row, number, most) if loading else (None, [])
    return {
        **(road_context(request, row, warned=False) if loading else left_context(request, row)),
        "shade": shade,
        "state_words": words,
        "differences": [] if loading else differences_of(identity),
        "convoy": row,
        "seats": seats,
        "free": free,
        "page": page,
        "waiting": waiting,
        "form": BoardingForm(typed, vehicles=choices),
        "missing": row.departed - row.received - row.gone,
    }
