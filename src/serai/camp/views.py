"""The pages of the camp: what is due, who waits for shelter, how full the sections are."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from serai.access.rooms import RoomRequest, room
from serai.access.searches import people_called
from serai.camp import queries
from serai.camp.commands import mark_seen, open_shelters
from serai.camp.forms import UnitsForm
from serai.camp.rules import SEEN_PER_EVENT_MAX
from serai.core.refusal import Refusal
from serai.journal.wall import now_ms
from serai.registry.described import is_token
from serai.registry.finding import household_with
from serai.registry.manifests import due
from serai.web.answers import done, refused
from serai.web.forms import operation_of

UNSEEN_DAYS = (3, 7, 14)
FIND_LETTERS_MAX = 80


@room("camp")
def camp(request: RoomRequest) -> HttpResponse:
    """Convoys due here, households that wait, sections and how full they are; or what was found."""
    find = request.GET.get("find", "").strip()[:FIND_LETTERS_MAX]
    if find:
        return _found(request, find)
    sections = queries.sections(request.place)
    people, waiting = queries.crowd(request.place)
    context = {
        "due": [one for one in due() if one.target == request.place],
        "waiting": waiting,
        "people": people,
        "page": Paginator(sections, queries.ROWS_A_PAGE).get_page(request.GET.get("page", "1")),
        "free": sum(one.free for one in sections),
        "units": sum(one.units for one in sections),
    }
    return render(request, "camp/camp.html", context)


@room("camp")
def waiting(request: RoomRequest) -> HttpResponse:
    """Households in the camp without a unit, who came first first."""
    page = queries.waiting_page(request.place, request.GET.get("page", "1"))
    return render(request, "camp/waiting.html", {"page": page})


@room("camp")
def units(request: RoomRequest) -> HttpResponse:
    """Opens a run of units."""
    form = UnitsForm(request.POST or None, initial={"section": request.GET.get("section", "")})
    context = {"form": form}
    if request.method != "POST":
        return render(request, "camp/units.html", context)
    if not form.is_valid():
        return refused(request, "camp/units.html", context, form)
    outcome = open_shelters(form.draft(request.place), request.author, form.operation)
    if isinstance(outcome, Refusal):
        return refused(request, "camp/units.html", context, outcome)
    sentence = ngettext(
        "%(count)s unit opened in %(section)s.",
        "%(count)s units opened in %(section)s.",
        len(outcome.units),
    ) % {"count": len(outcome.units), "section": outcome.section}
    return done(request, sentence, "camp:section", outcome.section)


@room("camp")
def section(request: RoomRequest, section: str) -> HttpResponse:
    """Who sleeps in a section and when they were last seen; ticks mark them seen today."""
    context = _section_context(request, section)
    if request.method != "POST":
        return render(request, "camp/section.html", context)
    homes = request.POST.getlist("households")[:SEEN_PER_EVENT_MAX]
    whole = queries.standing_of(homes, request.place) if homes else []
    people = [*whole, *request.POST.getlist("people")][: SEEN_PER_EVENT_MAX + 1]
    outcome = mark_seen(people, request.place, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return refused(request, "camp/section.html", context, outcome)
    sentence = ngettext(
        "%(count)s person marked as seen.", "%(count)s people marked as seen.", len(outcome.people)
    ) % {"count": len(outcome.people)}
    return done(request, sentence, request.get_full_path())


@room("camp")
def section_units(request: RoomRequest, section: str) -> HttpResponse:
    """The units of a section: how many each sleeps, and how many sleep there."""
    found = queries.section_of(request.place, section)
    if found is None:
        raise Http404(gettext("There is no such section here."))
    page = queries.units_page(request.place, section, request.GET.get("page", "1"))
    return render(request, "camp/section_units.html", {"section": found, "page": page})


def _found(request: RoomRequest, find: str) -> HttpResponse:
    """A token leads straight to its household, or says why not; a name to everybody it fits."""
    if is_token(find):
        household = household_with(find, "find")
        if isinstance(household, Refusal):
            return refused(request, "camp/found.html", {"find": find}, household)
        return redirect("camp:shelter", household)
    found = people_called(find, request.author, "find")
    if isinstance(found, Refusal):
        return refused(request, "camp/found.html", {"find": find}, found)
    return render(request, "camp/found.html", {"find": find, "found": found})


def _section_context(request: RoomRequest, section: str) -> dict[str, Any]:
    found = queries.section_of(request.place, section)
    if found is None:
        raise Http404(gettext("There is no such section here."))
    asked = request.GET.get("unseen", "")
    unseen = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 0
    number = request.GET.get("page", "1")
    return {
        "section": found,
        "page": queries.sleepers_page(request.place, section, number, unseen, now_ms()),
        "unseen": unseen,
        "unseen_days": UNSEEN_DAYS,
        "units_url": reverse("camp:section-units", args=[section]),
    }
