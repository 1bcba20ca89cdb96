"""Pages of pairs: two records side by side, and the queue of those that wait for a decision."""

from typing import Any

import msgspec
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from serai.access.rooms import RoomRequest, room
from serai.core.events import DECISIONS
from serai.core.events.pairs import pair_of
from serai.core.refusal import Refusal
from serai.registration import queries
from serai.registration.household_views import home_of
from serai.registration.sidebyside import side_by_side
from serai.registry import known
from serai.registry.models import Person
from serai.registry.pairs import decide_pair, reverse_double_count
from serai.registry.queries import people_by_id
from serai.web.answers import done, not_done, stands_on, undone
from serai.web.forms import operation_of
from serai.web.letters import plain

STATES = ("open", "unsure", "same", "not")


@room("registration")
def pairs(request: RoomRequest) -> HttpResponse:
    """Pairs by their state, most alike first; the open ones are the queue."""
    state = request.GET.get("state", STATES[0])
    state = state if state in STATES else STATES[0]
    page = queries.pairs_in(state, request.GET.get("after", ""))
    people = people_by_id([one for row in page.rows for one in (row.first, row.second)])
    rows = [
        (row, people.get(row.first), people.get(row.second), _reasons(row.reasons))
        for row in page.rows
    ]
    context = {"state": state, "rows": rows, "after": page.after, "states": _states()}
    return render(request, "registration/pairs.html", context)


@room("registration")
def pair(request: RoomRequest, first: str, second: str) -> HttpResponse:
    """Two records side by side, with what people decided and what follows."""
    one, other = _both(first, second)
    row = queries.pair_row(pair_of(first, second))
    context = {
        "first": one,
        "second": other,
        "row": row,
        "lines": side_by_side(one, other),
        "reasons": _reasons(row.reasons) if row else [],
        "twice": queries.counted_twice((first, second)),
        "queue": request.GET.get("queue", ""),
    }
    return render(request, "registration/pair.html", context)


@room("registration")
def others(request: RoomRequest, person: str) -> HttpResponse:
    """Other records that may be this person, each with the reasons, to be compared."""
    row = people_by_id((person,)).get(person)
    if row is None:
        raise Http404(_("No person in the books has this number."))
    rows = [known.in_words(one) for one in queries.records_like(row)]
    context = {"person": row, "rows": rows}
    return render(request, "registration/others.html", context)


@require_POST
@room("registration")
def decision(request: RoomRequest, first: str, second: str) -> HttpResponse:
    """What a person decided; from the queue, the next pair opens."""
    told = request.POST.get("decision", "")
    if told not in DECISIONS:
        raise Http404(_("Choose one of the three answers."))
    outcome = decide_pair(
        first, second, told, request.author,
        plain(request.POST.get("note", "")), operation_of(request),
    )  # fmt: skip
    here = reverse("registration:pair", args=[first, second])
    if isinstance(outcome, Refusal):
        return not_done(request, outcome, "registration:pairs")
    undo_url = reverse("registration:pair-reversal", args=[first, second])
    onward = _next_pair() if request.POST.get("queue") else here
    return done(request, _said(told), onward, undo_url=undo_url)


@require_POST
@room("registration")
def pair_reversal(request: RoomRequest, first: str, second: str) -> HttpResponse:
    """Undo: the pair waits for a decision again, among those that are unsure."""
    outcome = decide_pair(first, second, "unsure", request.author, "", operation_of(request))
    if isinstance(outcome, Refusal):
        return not_done(request, outcome, "registration:pair", first, second)
    return undone(request, _("Taken back: undecided again."), "registration:pair", first, second)


@stands_on(home_of)
@room("registration")
@require_POST
def double_count(request: RoomRequest, person: str) -> HttpResponse:
    """The further record of one human being goes out of the books."""
    cause = _("registered again under another record")
    outcome = reverse_double_count(person, cause, request.author, operation_of(request))
    home = Person.objects.filter(id=person).values_list("household", flat=True).first()
    if home is None:
        raise Http404(_("No person in the books has this number."))
    if isinstance(outcome, Refusal):
        return not_done(request, outcome, "registration:household-page", home)
    undo_url = reverse("registration:reversal", args=[person, outcome])
    said = _("Counted once now: this record is out of the books.")
    return done(request, said, "registration:household-page", home, undo_url=undo_url)


def _both(first: str, second: str) -> tuple[Person, Person]:
    found = people_by_id((first, second))
    if first not in found or second not in found or first == second:
        raise Http404(_("No person in the books has this number."))
    return found[first], found[second]


def _next_pair() -> str:
    row = queries.next_open_pair()
    if row is None:
        return reverse("registration:pairs")
    return reverse("registration:pair", args=[row.first, row.second]) + "?queue=1"


def _reasons(text: str) -> list[str]:
    return msgspec.json.decode(text, type=list[str])


def _states() -> list[tuple[str, str]]:
    words = (_("waiting"), _("unsure"), _("same person"), _("not the same"))
    return list(zip(STATES, words, strict=True))


def _said(told: str) -> str:
    said: dict[str, Any] = {
        "same": _("Written down: the same person. Both records stay."),
        "not": _("Written down: not the same person. Nobody will be asked again."),
        "unsure": _("Written down: unsure. It stays in the list for somebody who knows more."),
    }
    return str(said[told])
