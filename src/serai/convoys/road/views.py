"""The road page: what holds for every segment, what warns there, and writing both down."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from serai.access.places import house
from serai.access.rooms import RoomRequest, room
from serai.convoys.models import Hazard
from serai.convoys.road import commands, queries
from serai.convoys.road.forms import Choices, HazardForm, StatusForm, prefilled
from serai.convoys.road.pictures import road_map
from serai.convoys.road.words import kind_words, status_words
from serai.core.refusal import Refusal
from serai.core.road import Road
from serai.journal.wall import now_ms
from serai.registry.queries import balances
from serai.registry.roads import Route, road, route
from serai.web.answers import done, refused, undone
from serai.web.forms import operation_of

PAGE = "convoys/road.html"
NOTING, SETTING = "hazard-%s", "status-%s"  # two forms on one page
HAZARD_FIELDS = (
    "what", "place", "segment", "precision", "from_on", "until_on", "source", "words", "report",
)  # fmt: skip


@room("convoys")
def road_page(request: RoomRequest) -> HttpResponse:
    """Every segment with what holds and what warns; a report's page may fill the hazard form."""
    handed, known = prefilled(request.GET), route()
    choices = segment_choices(request, known.road)
    form = HazardForm(choices, initial=handed, auto_id=NOTING) if handed else None
    context = _context(request, hazard_form=form, writes=bool(handed), known=known)
    return render(request, PAGE, context)


@room("convoys")
@require_http_methods(["GET", "POST"])
def hazard(request: RoomRequest) -> HttpResponse:
    """Notes a danger; the way here from a report's page brings what it says about it."""
    if request.method == "GET":
        return road_page(request)
    known = route()
    form = HazardForm(segment_choices(request, known.road), request.POST, auto_id=NOTING)
    context = _context(request, hazard_form=form, writes=True, known=known)
    if not form.is_valid():
        return refused(request, PAGE, context, form)
    outcome = commands.note_hazard(form.draft(), request.author, form.operation)
    if isinstance(outcome, Refusal):
        return refused(request, PAGE, context, outcome)
    return _noted(request, outcome, form.draft().what)


@room("convoys")
@require_http_methods(["GET", "POST"])
def hazard_correction(request: RoomRequest, identity: str) -> HttpResponse:
    """Writes a danger anew: its place, its precision, its days."""
    row = Hazard.objects.filter(hazard=identity).order_by("noted_at", "id").last()
    if row is None:
        raise Http404(gettext("This hazard is not noted any more."))
    held = {name: getattr(row, name) for name in HAZARD_FIELDS}
    form = HazardForm(segment_choices(request, road()), request.POST or None, initial=held)
    context = {"form": form, "row": row, "what": kind_words(row.what)}
    if request.method != "POST":
        return render(request, "convoys/hazard.html", context)
    if not form.is_valid():
        return refused(request, "convoys/hazard.html", context, form)
    outcome = commands.note_hazard(form.draft(), request.author, form.operation, hazard=identity)
    if isinstance(outcome, Refusal):
        return refused(request, "convoys/hazard.html", context, outcome)
    return _noted(request, outcome, form.draft().what)


@room("convoys")
@require_POST
def lifting(request: RoomRequest, identity: str) -> HttpResponse:
    """The danger is over, or was none."""
    outcome = commands.lift_hazard(identity, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return refused(request, PAGE, _context(request), outcome)
    undo = reverse("convoys:road-reversal", args=[outcome])
    return done(request, gettext("The hazard is lifted."), "convoys:road", undo_url=undo)


@room("convoys")
@require_POST
def segment(request: RoomRequest) -> HttpResponse:
    """Opens or closes a segment, until an hour or until somebody changes it."""
    known = route()
    form = StatusForm(segment_choices(request, known.road), request.POST, auto_id=SETTING)
    context = _context(request, status_form=form, sets=True, known=known)
    if not form.is_valid():
        return refused(request, PAGE, context, form)
    draft = form.draft()
    outcome = commands.set_status(draft, request.author, form.operation)
    if isinstance(outcome, Refusal):
        return refused(request, PAGE, context, outcome)
    facts = {
        "segment": house(request).segment_name(draft.segment),
        "status": status_words(draft.status),
    }
    undo = reverse("convoys:road-reversal", args=[outcome])
    sentence = gettext("%(segment)s: %(status)s.") % facts
    return done(request, sentence, "convoys:road", undo_url=undo)


@room("convoys")
@require_POST
def reversal(request: RoomRequest, event: str) -> HttpResponse:
    """Undo: what held before holds again."""
    outcome = commands.undo(event, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return refused(request, PAGE, _context(request), outcome)
    return undone(request, gettext("It was taken back."), "convoys:road")


def segment_choices(request: RoomRequest, known: Road) -> Choices:
    """Every segment by its two ends."""
    name_of = house(request).segment_name
    return [(one.segment, name_of(one.segment)) for one in known.segments]


def _context(
    request: RoomRequest,
    hazard_form: HazardForm | None = None,
    status_form: StatusForm | None = None,
    writes: bool = False,
    sets: bool = False,
    known: Route | None = None,
) -> dict[str, Any]:
    now, known = now_ms(), known or route()
    found = queries.dangers(now, known.road)
    legs = queries.legs(known, found, now)
    choices = segment_choices(request, known.road)
    asked = request.GET.get("segment", "")
    return {
        "legs": [(leg, house(request).segment_name(leg.segment.segment)) for leg in legs],
        "picture": road_map(legs, found, _people(), house(request)),
        "page": queries.dangers_page(found, request.GET.get("page", "1")),
        "fresh": sum(one.fresh for one in found),
        "hazard_form": hazard_form or HazardForm(choices, auto_id=NOTING),
        "status_form": status_form
        or StatusForm(choices, auto_id=SETTING, initial={"segment": asked}),
        "form": hazard_form if writes else status_form,
        "writes": writes,
        "sets": sets,
        "now_ms": now,
    }


def _people() -> dict[str, int]:
    """How many people stand at every place."""
    return {place: sum(bands.values()) for place, bands in balances().items()}


def _noted(request: RoomRequest, noted: commands.Noted, what: str) -> HttpResponse:
    sentence = ngettext(
        "%(what)s noted: %(count)s segment of the road is warned.",
        "%(what)s noted: %(count)s segments of the road are warned.",
        len(noted.segments),
    ) % {"what": kind_words(what), "count": len(noted.segments)}
    undo = reverse("convoys:road-reversal", args=[noted.event])
    return done(request, sentence, "convoys:road", undo_url=undo)
