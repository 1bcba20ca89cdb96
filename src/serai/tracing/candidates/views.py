"""Pages of candidates: one beside what was told, judged with one key, then checked by another."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from serai.access.places import house
from serai.access.rooms import RoomRequest, room
from serai.access.searches import note_search
from serai.core.operation import town
from serai.core.refusal import Refusal, gettext_noop
from serai.core.tracing import (
    CONFIRMED,
    LIKELY,
    NOT,
    REFUTED,
    TELLINGS,
    WAYS,
    closing_label,
    label_of,
)
from serai.registry.members import age_in_words, day_in_words, today
from serai.registry.models import Person
from serai.tracing.candidates import commands, queries
from serai.tracing.candidates.forms import (
    JudgementForm,
    TellingForm,
    VerificationForm,
    WithdrawalForm,
)
from serai.tracing.candidates.nearest import nearest
from serai.tracing.candidates.rules import Target
from serai.tracing.candidates.sides import sides
from serai.tracing.models import BETWEEN_REASONS, Candidate, SoughtPerson, TracingRequest
from serai.tracing.wishes.queries import must_be_asked, wishes_among
from serai.web.answers import done, in_words, not_done, refused, undone
from serai.web.forms import operation_of

WAITING_ROWS = 25
REQUEST = "tracing/request.html"
CHECKING = "tracing/verifications.html"


@room("tracing", queries.asked_together)
@require_GET
def request(request: RoomRequest, request_id: str) -> HttpResponse:
    """One request: whom they look for, and who in the books may be each of them."""
    held = queries.request_of(request_id)
    if held is None:
        raise Http404
    return render(request, REQUEST, _request_context(request, held, request.GET.get("sought", "")))


@room("tracing")
@require_POST
def look(request: RoomRequest, request_id: str) -> HttpResponse:
    """An officer has gone through the candidates: who comes later is new."""
    held = get_object_or_404(TracingRequest, id=request_id)
    state = house(request).state
    sought = queries.sought_of(held.id)
    seen = [near.person for one in sought for near in nearest(one, state, sought)[0]]
    outcome = commands.note_look(held.id, tuple(seen), request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return not_done(request, outcome, "tracing:request", held.id)
    sentence = _("Looked through. Whoever comes from now on is shown as new.")
    return done(request, sentence, "tracing:requests", undo_url=_undo(outcome))


@room("tracing")
@require_POST
def judgement(request: RoomRequest, request_id: str, number: int, person: str) -> HttpResponse:
    """What one officer thinks of a candidate; the next one opens."""
    held = get_object_or_404(TracingRequest, id=request_id)
    form = JudgementForm(request.POST)
    reason = request.POST.get("why", "")
    if form.is_valid():
        reason = form.cleaned_data["reason"] or reason
    target = Target(held.id, number, person)
    outcome = commands.judge(
        target, request.POST.get("verdict", ""), reason, request.author, form.operation
    )
    if isinstance(outcome, Refusal):
        context = {**_request_context(request, held, str(number), person), "judgement_form": form}
        return refused(request, REQUEST, context, outcome)
    to = reverse("tracing:request", args=[held.id]) + f"?sought={number}"
    return done(request, _judged_words(request.POST["verdict"]), to, undo_url=_undo(outcome))


@room("tracing")
@require_POST
def consent(request: RoomRequest, request_id: str, number: int) -> HttpResponse:
    """What somebody answered who must be asked first."""
    held = get_object_or_404(TracingRequest, id=request_id)
    wanted = request.POST.get("who", "")
    context = _request_context(request, held, str(number))
    hidden = {one.handle: one for one in context["candidates"] if one.person is None}
    if wanted not in hidden:
        raise Http404
    one = hidden[wanted]
    person = one.near.person if one.near else one.row.person
    agreed = request.POST.get("answer") == "agreed"
    target = Target(held.id, number, person)
    outcome = commands.record_consent(target, agreed, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return refused(request, REQUEST, context, outcome)
    sentence = (
        _("Written down: they agree. They can be judged like everybody else now.")
        if agreed
        else _("Written down: they do not want it. Nothing is said.")
    )
    to = reverse("tracing:request", args=[held.id]) + f"?sought={number}"
    return done(request, sentence, to, undo_url=_undo(outcome))


@room("tracing")
@require_POST
def telling(request: RoomRequest, request_id: str, number: int, person: str) -> HttpResponse:
    """What the inquirer was told, by whom, when and how."""
    held = get_object_or_404(TracingRequest, id=request_id)
    form = TellingForm(request.POST)
    context = {
        **_request_context(request, held, str(number), person), "form": form, "telling_form": form,
    }  # fmt: skip
    if not form.is_valid():
        return refused(request, REQUEST, context, form)
    target = Target(held.id, number, person)
    outcome = commands.tell(target, form.telling(), request.author, form.operation)
    if isinstance(outcome, Refusal):
        return refused(request, REQUEST, context, outcome)
    to = reverse("tracing:request", args=[held.id]) + f"?sought={number}"
    sentence = _("Written down: the inquirer knows.")
    return done(request, sentence, to, undo_url=_undo(outcome))


@room("tracing")
@require_GET
def verifications(request: RoomRequest) -> HttpResponse:
    """Likely candidates that wait for a second person; the oldest that you may check is open."""
    context = _waiting_context(request, request.GET.get("at", ""))
    return render(request, CHECKING, context)


@room("tracing")
@require_POST
def verification(request: RoomRequest, request_id: str, number: int, person: str) -> HttpResponse:
    """What the second person found; the next one opens."""
    target = Target(request_id, number, person)
    form = VerificationForm(request.POST)
    context = {**_waiting_context(request, target.id), "form": form}
    if not form.is_valid():
        return refused(request, CHECKING, context, form)
    verdict = request.POST.get("verdict", "")
    outcome = commands.verify(
        target, verdict, form.cleaned_data["how"], request.author, form.operation
    )
    if isinstance(outcome, Refusal):
        return refused(request, CHECKING, context, outcome)
    sentence = (
        _("Verified. The inquirer may be told now.")
        if verdict == CONFIRMED
        else _("Written down: it is not the person.")
    )
    undo_url = reverse("tracing:withdrawal", args=[target.request, number, person])
    return done(request, sentence, "tracing:verifications", undo_url=undo_url)


@room("tracing")
@require_POST
def withdrawal(request: RoomRequest, request_id: str, number: int, person: str) -> HttpResponse:
    """A verification is taken back: the candidate waits for a second person again."""
    held = get_object_or_404(TracingRequest, id=request_id)
    form = WithdrawalForm(request.POST)
    target = Target(held.id, number, person)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    outcome = commands.withdraw_verification(target, reason, request.author, form.operation)
    if isinstance(outcome, Refusal):
        context = _request_context(request, held, str(number), person)
        context |= {"form": form, "withdrawal_form": form}
        return refused(request, REQUEST, context, outcome)
    to = reverse("tracing:request", args=[held.id]) + f"?sought={number}&at={person}"
    return undone(request, _("Taken back. A second person must check it again."), to)


def _request_context(
    request: RoomRequest, held: TracingRequest, wanted: str, opened: str = ""
) -> dict[str, Any]:
    everybody = queries.sought_of(held.id)
    if not everybody:
        raise Http404
    sought = next((one for one in everybody if str(one.number) == wanted), everybody[0])
    found = queries.candidates(held, sought, everybody, house(request).state)
    refusal = note_search(request.author, held.code, len(found.shown)) if found.asked else None
    if refusal is not None:
        found.shown = []
    opened = opened or request.GET.get("at", "")
    at = next((one for one in found.shown if one.handle == opened or _is(one, opened)), None)
    at = at or next((one for one in found.shown if not one.state), None)
    day = today()
    return {
        **({"refusal": in_words(refusal)} if refusal else {}),
        "held": held,
        "everybody": everybody,
        "sought": sought,
        "sought_age": age_in_words(sought.age, day),
        "sought_seen": day_in_words(sought.last_seen_on),
        "candidates": found.shown,
        "at": at,
        "lines": _lines(request, sought, at.person) if at and at.person else [],
        "why": BETWEEN_REASONS.join(at.reasons) if at else "",
        "told_words": _told_words(at.row) if at and at.row else "",
        "inquirer": found.inquirer,
        "judgement_form": JudgementForm(),
        "telling_form": TellingForm() if at and at.state == CONFIRMED else None,
        "withdrawal_form": WithdrawalForm() if at and at.state in (CONFIRMED, REFUTED) else None,
        "ending": _(closing_label(held.outcome)) if held.outcome else "",
        "mine": bool(at and at.row and queries.mine(at.row, request.author.actor)),
    }


def _is(one: queries.Shown, person: str) -> bool:
    return bool(one.person and one.person.id == person)


def _lines(request: RoomRequest, sought: SoughtPerson, person: Person) -> Any:
    def named(place: str) -> str:
        known, origin = house(request).name_of(place), town(place)
        if known != place or origin is None:
            return known
        return (origin.name_ar or origin.name) if get_language() == "ar" else origin.name

    return sides(sought, person, today(), named)


def _told_words(row: Candidate) -> str:
    if not row.told_at:
        return ""
    return " · ".join((_(label_of(TELLINGS, row.told)), _(label_of(WAYS, row.told_how))))


def _waiting_context(request: RoomRequest, wanted: str) -> dict[str, Any]:
    page = Paginator(queries.waiting(), WAITING_ROWS).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    actor = request.author.actor
    people = Person.objects.in_bulk([one.person for one in rows])
    wishes = wishes_among(people)
    sought = SoughtPerson.objects.in_bulk([f"{one.request}|{one.number}" for one in rows])
    lines = [
        (
            row,
            sought.get(f"{row.request}|{row.number}"),
            None if must_be_asked(wishes.get(row.person, []), row) else people.get(row.person),
            queries.mine(row, actor),
        )
        for row in rows
    ]
    open_to_me = [one for one in lines if one[1] and one[2] and not one[3]]
    at = next((one for one in open_to_me if one[0].id == wanted), None)
    at = at or next(iter(open_to_me), None)
    return {
        "page": page,
        "rows": lines,
        "at": at,
        "lines": _lines(request, at[1], at[2]) if at and at[1] and at[2] else [],
        "form": VerificationForm(),
    }


def _judged_words(verdict: str) -> str:
    sentences = {
        LIKELY: gettext_noop("Likely. A second person must check it before anybody is told."),
        NOT: gettext_noop("Written down: not the person."),
    }
    return _(sentences.get(verdict, gettext_noop("Written down: needs checking.")))


def _undo(event: str) -> str:
    return reverse("tracing:undo", args=[event])
