"""Pages of the screening room: the next token, the lane, separations and their reviews."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from serai.access.rooms import RoomRequest, room
from serai.core.refusal import Refusal
from serai.core.screening import LANES, OUTCOMES, SEPARATE_SITE
from serai.registry.finding import find_family
from serai.registry.members import in_words, today
from serai.registry.undo import take_back
from serai.screening import commands, queries
from serai.screening.forms import (
    LaneForm,
)
from serai.web.answers import SEE_OTHER, UNPROCESSABLE, done, refused
from serai.web.answers import in_words as refusal_words
from serai.web.letters import plain, western_digits

REASONS_WALL = "separation reasons"
SEPARATOR = ","


@room("screening")
@require_GET
def lane(request: RoomRequest) -> HttpResponse:
    """The next token, and who has not passed a lane here yet."""
    text = western_digits(plain(request.GET.get("q", ""))).strip()
    if not text:
        page = Paginator(queries.waiting(request.place), queries.PAGE_ROWS).get_page(
            request.GET.get("page")
        )
        return render(request, "screening/lane.html", {"page": page})
    found = find_family(text)
    if isinstance(found, str):
        return redirect("screening:household", found)
    if isinstance(found, Refusal):
        context = {"q": text, "refusal": refusal_words(found)}
        return render(request, "screening/lane.html", context, status=UNPROCESSABLE)
    day = today()
    people = [(one, in_words(one, day)) for one in found]
    return render(request, "screening/lane.html", {"q": text, "people": people})


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
        undo_url=_undo([outcome]),
    )


@room("screening")
@require_POST
def undo(request: RoomRequest, events: str) -> HttpResponse:
    """Takes back what was just written."""
    outcome = take_back(
        events.split(SEPARATOR), commands.OURS, request.author, request.POST.get("operation", "")
    )
    if isinstance(outcome, Refusal):
        context = {"refusal": refusal_words(outcome)}
        return render(request, "screening/lane.html", context, status=UNPROCESSABLE)
    return done(request, _("Taken back."), "screening:lane")


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


def _undo(events: Sequence[str]) -> str:
    return reverse("screening:undo", args=[SEPARATOR.join(events)])
