"""Pages of the screening room: the next token, the lane, separations and their reviews."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from serai.access.rooms import RoomRequest, room
from serai.core.refusal import Refusal
from serai.core.screening import LANES, OUTCOMES, SEPARATE_SITE
from serai.registry.members import today
from serai.screening import commands, queries
from serai.screening.forms import LaneForm
from serai.web.answers import SEE_OTHER, done, refused
from serai.web.desk import found, sought, taken_back, undo_address


@room("screening")
@require_GET
def lane(request: RoomRequest) -> HttpResponse:
    """The next token, and who has not passed a lane here yet."""
    text = sought(request)
    if not text:
        page = Paginator(queries.Waiting(request.place), queries.PAGE_ROWS).get_page(
            request.GET.get("page")
        )
        return render(request, "screening/lane.html", {"page": page})
    return found(text, request, "screening/lane.html", "screening:household")


@room("screening")
def household(request: RoomRequest, household: str) -> HttpResponse:
    """A household before the lane: who, which lane, what next."""
    members = _members(household, request.place)
    here = [one.person.id for one in members if one.here]
    form = LaneForm(here, request.POST or None)
    only = request.GET.get("only", "")
    ticked = request.POST.getlist("people") if form.is_bound else [only] if only else here
    context = {
        "household": household,
        "token": next((one.person.token for one in members if one.person.token), ""),
        "members": members,
        "here": here,
        "ticked": ticked,
        "form": form,
        "lanes": [(word, _(word.label), _(word.hint)) for word in LANES],
        "outcomes": [(word, _(word.label), _(word.hint)) for word in OUTCOMES],
    }
    if request.method != "POST":
        return render(request, "screening/household.html", context)
    if not form.is_valid():
        return refused(request, "screening/household.html", context, form)
    given = form.cleaned_data
    if given["outcome"] == SEPARATE_SITE:
        return _to_separation(household, given["people"], given["lane"])
    outcome = commands.record_screening(
        given["people"],
        request.place,
        given["lane"],
        given["outcome"],
        request.author,
        form.operation,
    )
    if isinstance(outcome, Refusal):
        return refused(request, "screening/household.html", context, outcome)
    return done(
        request,
        _passed_sentence(len(given["people"]), given["lane"], given["outcome"]),
        "screening:lane",
        undo_url=undo_address("screening:undo", [outcome]),
    )


@room("screening")
@require_POST
def undo(request: RoomRequest, events: str) -> HttpResponse:
    """Takes back what was just written."""
    return taken_back(request, events, commands.OURS, "screening:lane")


def _members(household: str, place: str) -> list[queries.Member]:
    found = queries.members(household, place, today())
    if not found:
        raise Http404
    return found


def _to_separation(household: str, people: Sequence[str], lane: str) -> HttpResponse:
    asked = urlencode([*(("people", one) for one in people), ("lane", lane)])
    address = f"{reverse('screening:separation', args=[household])}?{asked}"
    return HttpResponseRedirect(address, status=SEE_OTHER)


def _passed_sentence(count: int, lane: str, outcome: str) -> str:
    people = ngettext("%(n)s person", "%(n)s people", count) % {"n": count}
    labels = {word.key: _(word.label) for word in (*LANES, *OUTCOMES)}
    return f"{people}: {labels[lane]} · {labels[outcome]}"
