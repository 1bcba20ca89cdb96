"""Pages of the tracing office: requests, a family with all its links, why members were parted."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from serai.access.places import house
from serai.access.rooms import RoomRequest, may, room, wall
from serai.core.refusal import Refusal
from serai.registry.members import in_words, today
from serai.registry.models import Person
from serai.registry.queries import people_of
from serai.tracing import commands, queries
from serai.tracing.forms import NAME_PARTS, ClosingForm, RequestForm
from serai.tracing.models import TracingRequest
from serai.web.answers import done, refused
from serai.web.desk import found, sought, taken_back

REASONS_WALL = "separation reasons"
CLOSED = "closed"


@room("tracing")
@require_GET
def requests(request: RoomRequest) -> HttpResponse:
    """Find a family; below, the requests."""
    text = sought(request)
    if text:
        return found(text, request, "tracing/requests.html", "tracing:family")
    closed = request.GET.get("state") == CLOSED
    page = Paginator(queries.requests(closed), queries.PAGE_ROWS).get_page(request.GET.get("page"))
    return render(request, "tracing/requests.html", {"page": page, "closed": closed})


@room("tracing")
@require_GET
def family(request: RoomRequest, household: str) -> HttpResponse:
    """A family with all its links, whole and broken."""
    told = queries.family(household, request.place, today())
    if told is None:
        raise Http404
    context = {
        "household": household,
        "token": next((one.person.token for one in told.members if one.person.token), ""),
        "family": told,
        "may_read": may(request.user, REASONS_WALL),
    }
    return render(request, "tracing/family.html", context)


@wall(REASONS_WALL)
@room("tracing")
@require_GET
def reasons(request: RoomRequest, household: str) -> HttpResponse:
    """Why members were parted, by whose decision."""
    context = {"household": household, "reasons": queries.reasons(household)}
    return render(request, "tracing/reasons.html", context)


@room("tracing")
def opening(request: RoomRequest, household: str) -> HttpResponse:
    """A family asks for a missing member."""
    members = people_of(household)
    if not members:
        raise Http404
    day = today()
    choices = [(one.id, _choice(one, in_words(one, day))) for one in members if one.alive]
    form = RequestForm(choices, request.POST or None, initial=_prefilled(request, members))
    context = {
        "household": household,
        "form": form,
        "places": house(request).places,
        "token": next((one.token for one in members if one.token), ""),
    }
    if request.method != "POST":
        return render(request, "tracing/opening.html", context)
    if not form.is_valid():
        return refused(request, "tracing/opening.html", context, form)
    outcome = commands.open_request(form.draft(household), request.author, form.operation)
    if isinstance(outcome, Refusal):
        return refused(request, "tracing/opening.html", context, outcome)
    sentence = _("Request %(code)s is open.") % {"code": outcome.code}
    undo_url = reverse("tracing:undo", args=[queries.opening_event(outcome.request)])
    return done(request, sentence, "tracing:request", outcome.request, undo_url=undo_url)


@room("tracing")
def request(request: RoomRequest, request_id: str) -> HttpResponse:
    """One request: whom they look for, who in the books has such a name, how it ended."""
    held = get_object_or_404(TracingRequest, id=request_id)
    form = ClosingForm(request.POST or None)
    day = today()
    context = {
        "held": held,
        "told": queries.told(held, day),
        "likely": queries.likely(held, day) if not held.closed_at else [],
        "inquirer": Person.objects.filter(id=held.inquirer).first() if held.inquirer else None,
        "form": form,
    }
    if request.method != "POST":
        return render(request, "tracing/request.html", context)
    if not form.is_valid():
        return refused(request, "tracing/request.html", context, form)
    outcome = commands.close_request(
        held.id, form.cleaned_data["outcome"], request.author, form.operation
    )
    if isinstance(outcome, Refusal):
        return refused(request, "tracing/request.html", context, outcome)
    sentence = _("Request %(code)s is closed.") % {"code": held.code}
    return done(
        request, sentence, "tracing:requests", undo_url=reverse("tracing:undo", args=[outcome])
    )


@room("tracing")
@require_POST
def undo(request: RoomRequest, event: str) -> HttpResponse:
    """Opens a request again that was closed by a slip of the finger."""
    return taken_back(request, event, commands.OURS, "tracing/requests.html", "tracing:requests")


def _prefilled(request: RoomRequest, members: list[Person]) -> dict[str, object]:
    """What the books know of a missing member the page was opened for."""
    missing = next((one for one in members if one.id == request.GET.get("person")), None)
    if missing is None:
        return {"family": members[0].family}
    names: dict[str, object] = {part: getattr(missing, part) for part in NAME_PARTS}
    return {
        **names,
        "person": missing.id,
        "sex": missing.sex,
        "relation": missing.relation,
        "last_seen_place": house(request).name_of(missing.seen_place) if missing.seen_place else "",
    }


def _choice(person: Person, words: str) -> str:
    return f"{person.own} {person.father or person.family} · {words}"
