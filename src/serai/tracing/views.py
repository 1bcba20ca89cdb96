"""Pages of the tracing office: requests, a family with all its links, why members were parted."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from serai.access.places import house
from serai.access.rooms import RoomRequest, may, room, wall
from serai.access.searches import family_called
from serai.core.refusal import Refusal
from serai.core.tracing import closing_label
from serai.registry.members import age_in_words, day_in_words, in_words, today
from serai.registry.models import Person
from serai.registry.queries import people_of
from serai.tracing import commands, queries
from serai.tracing.candidates.queries import new_among, sought_of
from serai.tracing.forms import NAME_PARTS, ClosingForm, RequestForm, sought_forms
from serai.tracing.models import Candidate, TracingRequest
from serai.tracing.rows import rows_of
from serai.tracing.wishes.queries import wishes_among
from serai.web.answers import done, not_done, page_of_the_act, refused
from serai.web.desk import sought, taken_back

REASONS_WALL = "separation reasons"
CLOSED = "closed"
LIST = "tracing/requests.html"


@room("tracing")
@require_GET
def requests(request: RoomRequest) -> HttpResponse:
    """Find a family; below, the requests, and on asking how many new candidates each has."""
    text = sought(request)
    if text:
        return _found(request, text)
    closed = request.GET.get("state") == CLOSED
    pages = Paginator(queries.requests(closed), queries.PAGE_ROWS)
    pages.count, waiting = queries.counts(closed)
    page = pages.get_page(request.GET.get("page"))
    rows = queries.with_sought(list(page.object_list))
    counted = "new" in request.GET and not closed
    new = _new_candidates(request, rows) if counted else {}
    context = {
        "page": page,
        "rows": rows_of(rows, new, counted, house(request)),
        "closed": closed,
        "counted": counted,
        "waiting": waiting,
    }
    return render(request, LIST, context)


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
def opening(request: RoomRequest, household: str = "") -> HttpResponse:
    """Somebody asks for missing people: a family in the books, or somebody outside."""
    members = people_of(household) if household else []
    if household and not members:
        raise Http404
    day = today()
    choices = [(one.id, _choice(one, in_words(one, day))) for one in members if one.alive]
    sent = request.POST if request.method == "POST" else None
    rows = sought_forms(choices, sent, _prefilled(request, members))
    adding = sent is not None and "more" in sent
    form = RequestForm(choices, sent)
    context = {
        "household": household,
        "form": form,
        "rows": rows,
        "places": house(request).places,
        "token": next((one.token for one in members if one.token), ""),
    }
    if sent is None or adding:
        return render(request, "tracing/opening.html", context)
    written = [one for one in rows if not one.blank] or rows[:1]
    if not all([form.is_valid(), *(one.is_valid() for one in written)]):
        return refused(request, "tracing/opening.html", context, [form, *written])
    outcome = commands.open_request(form.draft(household, written), request.author, form.operation)
    if isinstance(outcome, Refusal):
        return refused(request, "tracing/opening.html", context, outcome)
    sentence = _("Request %(code)s is open.") % {"code": outcome.code}
    undo_url = reverse("tracing:undo", args=[queries.opening_event(outcome.request)])
    return done(request, sentence, "tracing:request", outcome.request, undo_url=undo_url)


@room("tracing")
def closing(request: RoomRequest, request_id: str) -> HttpResponse:
    """How a request ended."""
    held = get_object_or_404(TracingRequest, id=request_id)
    form = ClosingForm(request.POST or None)
    context = {"held": held, "form": form, "sought": sought_of(held.id)}
    if request.method != "POST":
        return render(request, "tracing/closing.html", context)
    if not form.is_valid():
        return refused(request, "tracing/closing.html", context, form)
    outcome = commands.close_request(
        held.id, form.cleaned_data["outcome"], request.author, form.operation
    )
    if isinstance(outcome, Refusal):
        return refused(request, "tracing/closing.html", context, outcome)
    sentence = _("Request %(code)s is closed.") % {"code": held.code}
    return done(
        request, sentence, "tracing:requests", undo_url=reverse("tracing:undo", args=[outcome])
    )


@room("tracing")
@require_GET
def summary(request: RoomRequest, request_id: str) -> HttpResponse:
    """A request on one sheet of paper, without any address and without any candidate's place."""
    held = get_object_or_404(TracingRequest, id=request_id)
    day = today()
    told = Candidate.objects.filter(request=held.id, told_at__gt=0).order_by("told_at")
    asks = Person.objects.filter(id=held.inquirer).first() if held.inquirer else None
    context = {
        "held": held,
        "sought": [
            (one, age_in_words(one.age, day), day_in_words(one.last_seen_on),
             [row for row in told if row.number == one.number])
            for one in sought_of(held.id)
        ],
        "inquirer": asks,
        "ending": _(closing_label(held.outcome)) if held.outcome else "",
    }  # fmt: skip
    return render(request, "tracing/summary.html", context)


@room("tracing")
@require_POST
def undo(request: RoomRequest, event: str) -> HttpResponse:
    """Takes back what was written by a slip of the finger, unless others built on it."""
    refusal = commands.undo_refusal(event)
    if refusal is not None:
        return not_done(request, refusal, page_of_the_act(request) or "tracing:requests")
    return taken_back(request, event, commands.OURS, "tracing:requests")


def _found(request: RoomRequest, text: str) -> HttpResponse:
    """A token leads to its family; a name to people, without those who must be asked first."""
    answer = family_called(text, request.author)
    if isinstance(answer, str):
        return redirect("tracing:family", answer)
    if isinstance(answer, Refusal):
        return refused(request, LIST, {"q": text}, answer)
    hidden = wishes_among(one.id for one in answer)
    day = today()
    context = {
        "q": text,
        "people": [(one, in_words(one, day)) for one in answer if one.id not in hidden],
        "hidden": len(hidden),
    }
    return render(request, LIST, context)


def _new_candidates(request: RoomRequest, rows: list[queries.Asked]) -> dict[str, int]:
    sought_by = {one.request.id: one.sought for one in rows}
    return new_among([one.request for one in rows], sought_by, house(request).state)


def _prefilled(request: RoomRequest, members: list[Person]) -> dict[str, Any]:
    """What the books know of a missing member the page was opened for."""
    if not members:
        return {}
    missing = next((one for one in members if one.id == request.GET.get("person")), None)
    if missing is None:
        return {"family": members[0].family}
    seen = missing.seen_place and not wishes_among([missing.id])
    return {
        **{part: getattr(missing, part) for part in NAME_PARTS},
        "person": missing.id,
        "sex": missing.sex,
        "relation": missing.relation,
        "last_seen_place": house(request).name_of(missing.seen_place) if seen else "",
    }


def _choice(person: Person, words: str) -> str:
    return f"{person.own} {person.father or person.family} · {words}"
