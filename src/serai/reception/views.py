"""The gate's pages: count a group in, see its tokens, take a count back, look groups up."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from serai.access.places import Open, house
from serai.access.rooms import RoomRequest, room
from serai.core.clock import from_ms, to_ms
from serai.core.events import ArrivalCounted
from serai.core.refusal import Refusal
from serai.documents.tokens import payload
from serai.journal.wall import now_ms
from serai.reception import queries, words
from serai.reception.commands import count_arrival, reverse_arrival
from serai.reception.forms import ArrivalForm, ReversalForm
from serai.reception.rows import rows_of
from serai.reception.tally import PEOPLE_PER_GROUP_MAX, PEOPLE_PER_HOUSEHOLD
from serai.registry.models import Arrival, Token
from serai.web.answers import done, refused

ROWS_PER_PAGE = 25
TOKENS_PER_PAGE = 24  # fills rows of two, three and four
PAPERS = ("a4", "label")
ALL_STEPS = (1, 5, 10, 40)  # a truck holds 40
BAND_STEPS = (1, 5, 10)
COUNTING = "reception/arrival.html"


@room("reception")
def arrival(request: RoomRequest) -> HttpResponse:
    """Counts a truck or a group on foot in."""
    if request.method != "POST":
        return render(request, COUNTING, _counting_page(request, None))
    chosen = request.POST.get("came_from", "")
    form = ArrivalForm(request.POST, origins=words.origins((), _places(request), chosen))
    if not form.is_valid():
        return refused(request, COUNTING, _counting_page(request, form), form)
    outcome = count_arrival(form.draft(request.place), request.author, form.operation)
    if isinstance(outcome, Refusal):
        return refused(request, COUNTING, _counting_page(request, form), outcome)
    undo_url = reverse("reception:reversal", args=[outcome.arrival])
    return done(request, _counted(outcome), "reception:group", outcome.arrival, undo_url=undo_url)


@room("reception")
def groups(request: RoomRequest) -> HttpResponse:
    """Groups counted here today, or those a code or token leads to."""
    text = request.GET.get("q", "")[:40]
    found = queries.groups(request.place, _midnight_ms(), text)
    page = Paginator(found, ROWS_PER_PAGE).get_page(request.GET.get("page"))
    places = _places(request)
    context = {"page": page, "rows": rows_of(page.object_list, places), "q": text}
    return render(request, "reception/groups.html", context)


@room("reception")
def group(request: RoomRequest, arrival: str) -> HttpResponse:
    """One group: what was counted, who has a name by now, its tokens, its history."""
    return render(request, "reception/group.html", _group_page(request, _found(arrival)))


@room("reception")
def slip(request: RoomRequest, arrival: str) -> HttpResponse:
    """One token after the other, big on the screen, to be photographed or copied by hand."""
    found = _found(arrival)
    page = Paginator(queries.tokens_of(found), 1).get_page(request.GET.get("page"))
    context = {"group": found, "page": page, "slips": _slips(page.object_list)}
    return render(request, "reception/slip.html", context)


@room("reception")
def sheet(request: RoomRequest, arrival: str) -> HttpResponse:
    """All tokens of a group to print: many on an A4 sheet, or one on every label."""
    found = _found(arrival)
    paper = request.GET.get("paper", "")
    context = {
        "group": found,
        "slips": _slips(queries.tokens_of(found)),
        "paper": paper if paper in PAPERS else PAPERS[0],
    }
    return render(request, "reception/sheet.html", context)


@require_POST
@room("reception")
def reversal(request: RoomRequest, arrival: str) -> HttpResponse:
    """Takes a count back, while nobody of the group has a name."""
    found = _found(arrival)
    form = ReversalForm(request.POST)
    outcome: object = form
    if form.is_valid():
        cause = form.cleaned_data["cause"] or _("Undone at the gate")
        outcome = reverse_arrival(arrival, cause, request.author, form.operation)
    if isinstance(outcome, str):
        sentence = _("The count of %(code)s was taken back.") % {"code": found.code}
        return done(request, sentence, "reception:arrival")
    context = _group_page(request, found)
    problem = outcome if isinstance(outcome, Refusal) else form
    return refused(request, "reception/group.html", context, problem)


def _counting_page(request: RoomRequest, form: ArrivalForm | None) -> dict[str, Any]:
    """The page with the form that was sent, or with a blank one like the last group."""
    recent, places = queries.recent_groups(request.place), _places(request)
    if form is None:
        last = {"came_from": recent[0].came_from, "came_by": recent[0].came_by} if recent else {}
        form = ArrivalForm(initial=last)
    came_from = [one.came_from for one in recent]
    form.offer("came_from", words.origins(came_from, places, form.data.get("came_from", "")))
    return {
        "form": form,
        "recent": rows_of(recent[: queries.RECENT_MAX], places),
        "towns": words.TOWN_OPTIONS,
        "people_per_household": str(PEOPLE_PER_HOUSEHOLD),  # for the browser, in no language
        "most": PEOPLE_PER_GROUP_MAX,
        "all_steps": ALL_STEPS,
        "band_steps": BAND_STEPS,
    }


def _found(arrival: str) -> Arrival:
    row = queries.arrival_of(arrival)
    if row is None:
        raise Http404(_("No group has this number. Look it up in the list."))
    return row


def _midnight_ms() -> int:
    """When today began here, on the station's clock (a training may run in the past)."""
    now = timezone.localtime(from_ms(now_ms()))
    return to_ms(now.replace(hour=0, minute=0, second=0, microsecond=0))


def _places(request: RoomRequest) -> dict[str, Open]:
    return {place.id: place for place in house(request).places}


def _group_page(request: RoomRequest, row: Arrival) -> dict[str, Any]:
    tokens = Paginator(queries.tokens_of(row), TOKENS_PER_PAGE)
    page = tokens.get_page(request.GET.get("page"))
    lines = queries.band_lines(row)
    return {
        "group": row,
        "came_from": words.origin_name(row.came_from, _places(request)),
        "came_by": words.word(row.came_by),
        "conditions": [words.word(one) for one in queries.conditions_of(row)],
        "bands": [(words.word(line.band), line) for line in lines],
        "page": page,
        "slips": _slips(page.object_list),
        "households": queries.households_of(row),
        "reversal": ReversalForm(),
        "reversed_by": queries.reversal_of(row) if row.reversed else None,
    }


def _slips(tokens: Any) -> list[tuple[Token, str]]:
    return [(token, payload(token.code)) for token in tokens]


def _counted(body: ArrivalCounted) -> str:
    people = sum(body.counts.values())
    sentence = ngettext(
        "Counted %(people)s person in: group %(code)s.",
        "Counted %(people)s people in: group %(code)s.",
        people,
    )
    return sentence % {"people": people, "code": body.code}
