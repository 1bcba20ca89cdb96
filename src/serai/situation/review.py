"""The review queue: one figure a screen, one key a verdict, and figures put side by side."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from serai.access.rooms import RoomRequest, room
from serai.core.events import ClaimsJudged
from serai.core.refusal import Refusal
from serai.core.reports.proposals import Proposal, Told, proposals
from serai.journal.reading import event_by_id
from serai.situation import claim_words as words
from serai.situation import commands
from serai.situation.marked import sentence
from serai.situation.models import Claim, Compared, Report
from serai.situation.report_forms import FigureForm
from serai.situation.reported import CLAIMS_MAX, REJECTED, a_day, compared
from serai.web.answers import done, refused, undone
from serai.web.forms import operation_of

QUEUE_MAX = 5_000
COMING_SHOWN = 8
ROWS_A_PAGE = 25
PROPOSED_SHOWN = 3
OPEN = ("waiting", "disputed")


@room("situation")
@require_GET
def waiting(request: RoomRequest) -> HttpResponse:
    """The next figure to judge, in its sentence, with what was read from it."""
    return render(request, "situation/waiting.html", _queue(request.GET.get("at", "")))


@room("situation")
@require_POST
def judgement(request: RoomRequest, report: str) -> HttpResponse:
    """Accepts or rejects figures of a report; on to the next."""
    verdict = request.POST.get("verdict", "")
    claims = request.POST.getlist("claim") or _open_claims(report)
    seen = request.POST.get("seen")
    unseen = None
    if seen is not None and len(claims) == 1:
        unseen = commands.judged_meanwhile(claims[0], verdict, seen)
    outcome = unseen or commands.judge(
        report, claims, verdict, request.author, operation_of(request)
    )
    if isinstance(outcome, Refusal):
        context = _queue(claims[0] if claims else "")
        return refused(request, "situation/waiting.html", context, outcome)
    undo = reverse("situation:judgement-undo", args=[report, outcome])
    return done(request, _judged_words(verdict, claims), _onward(request), undo_url=undo)


@room("situation")
@require_POST
def judgement_undo(request: RoomRequest, report: str, event: str) -> HttpResponse:
    """The figures wait again."""
    found = event_by_id(event)
    if found is None or not isinstance(found.body, ClaimsJudged) or found.body.report != report:
        raise Http404
    claims = found.body.claims
    outcome = commands.judge(report, claims, "waiting", request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return refused(request, "situation/waiting.html", _queue(claims[0]), outcome)
    back = f"{reverse('situation:waiting')}?at={claims[0]}"
    return done(request, _("The figure waits again."), back)


@room("situation")
@require_http_methods(["GET", "POST"])
def claim(request: RoomRequest, report: str, claim: str) -> HttpResponse:
    """One figure in its sentence; what was read from it can be corrected."""
    held = _claim(report, claim)
    form = FigureForm(held, request.POST or None)
    context = _shown(held) | {"form": form, "onward": _onward(request)}
    if request.method != "POST":
        return render(request, "situation/claim.html", context)
    if not form.is_valid():
        return refused(request, "situation/claim.html", context, form)
    outcome = commands.judge(
        report, [claim], "corrected", request.author, form.operation, form.figure()
    )
    if isinstance(outcome, Refusal):
        return refused(request, "situation/claim.html", context, outcome)
    undo = reverse("situation:judgement-undo", args=[report, outcome])
    return done(
        request,
        _("Corrected; the words of the report stay."),
        _onward(request),
        undo_url=undo,
    )


@room("situation")
@require_GET
def comparisons(request: RoomRequest) -> HttpResponse:
    """What may belong together, and what people said of it."""
    return render(request, "situation/comparisons.html", _sides(request))


@room("situation")
@require_POST
def comparison(request: RoomRequest) -> HttpResponse:
    """People say how figures belong together."""
    relation = request.POST.get("relation", "")
    claims = request.POST.getlist("claim")
    outcome = commands.compare(claims, relation, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return refused(request, "situation/comparisons.html", _sides(request), outcome)
    undo = reverse("situation:comparison-undo", args=[outcome])
    told = _("Written down: %(what)s.") % {"what": words.relation_words(relation)}
    return done(request, told, _onward(request), undo_url=undo)


@room("situation")
@require_POST
def comparison_undo(request: RoomRequest, comparison: str) -> HttpResponse:
    """What was said about figures side by side is taken back."""
    outcome = commands.part(comparison, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return refused(request, "situation/comparisons.html", _sides(request), outcome)
    return undone(request, _("Taken back."), "situation:comparisons")


def told_of(claims: Sequence[Claim]) -> list[Told]:
    """Claims as far as proposals look at them."""
    return [
        Told(
            claim=one.claim, report=one.report, kind=one.kind, unit=one.unit,
            low=one.low, high=one.high, what=one.what, place_key=one.place_key,
            from_key=one.from_key, first_on=a_day(one.first_on), last_on=a_day(one.last_on),
            source=one.source,
        )
        for one in claims
    ]  # fmt: skip


def _queue(at: str) -> dict[str, Any]:
    rows = Claim.objects.filter(standing=True, state__in=OPEN)
    order = list(
        rows.order_by("-reported_on", "report", "number").values_list("report", "claim")[:QUEUE_MAX]
    )
    if not order:
        return {"current": None, "many": 0}
    names = [claim for _, claim in order]
    index = names.index(at) if at in names else 0
    near = list(Claim.objects.filter(claim__in=names[index : index + 1 + COMING_SHOWN]))
    held = next(one for one in near if (one.report, one.claim) == order[index])
    coming = [one for one in near if one is not held]
    return {
        **_shown(held),
        "many": len(order),
        "number": index + 1,
        "before": names[index - 1] if index else "",
        "after": names[index + 1] if index + 1 < len(names) else "",
        "coming": [
            (one, words.said_words(one), words.kind_words(one.kind))
            for one in sorted(coming, key=lambda one: names.index(one.claim))
        ],
        "proposed": _proposed_for(held),
    }


def _shown(held: Claim) -> dict[str, Any]:
    """A claim with its sentence and its report."""
    report = Report.objects.filter(id=held.report).first()
    assert report is not None
    look, state = words.state_words(held.state)
    return {
        "current": held,
        "report": report,
        "sentence": sentence(report.text, held),
        "said": words.said_words(held),
        "kind": words.kind_words(held.kind),
        "days": words.days_words(held.first_on, held.last_on),
        "certainty": words.certainty_words(held.certainty),
        "look": look,
        "state": state,
    }


def _proposed_for(held: Claim) -> list[dict[str, Any]]:
    """What this figure may belong together with, asked of those about the same place alone."""
    keys = [key for key in (held.place_key, held.from_key) if key]
    rows = Claim.objects.filter(standing=True, place_key__in=keys).exclude(state=REJECTED)
    newest = list(rows.order_by("-reported_on", "id")[:CLAIMS_MAX])
    found = proposals(told_of(newest), _said_already())
    by_claim = {row.claim: row for row in newest}
    mine = [one for one in found if held.claim in one.claims][:PROPOSED_SHOWN]
    return [_proposal_shown(one, by_claim) for one in mine]


def _said_already() -> list[frozenset[str]]:
    return [frozenset(row.claim for row in rows) for rows in compared().values()]


def _proposal_shown(one: Proposal, rows: dict[str, Claim]) -> dict[str, Any]:
    return {
        "relation": one.relation,
        "words": words.relation_words(one.relation),
        "claims": [_side(rows[claim]) for claim in one.claims if claim in rows],
    }


def _side(row: Claim) -> dict[str, Any]:
    return {
        "claim": row,
        "said": words.said_words(row),
        "kind": words.kind_words(row.kind),
        "days": words.days_words(row.first_on, row.last_on),
    }


def _sides(request: RoomRequest) -> dict[str, Any]:
    rows = Claim.objects.filter(standing=True).exclude(state=REJECTED)
    claims = {row.claim: row for row in rows.order_by("-reported_on", "id")[:CLAIMS_MAX]}
    said = compared()
    known = [frozenset(row.claim for row in members) for members in said.values()]
    found = proposals(told_of(list(claims.values())), known)
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    return {
        "page": page,
        "proposed": [_proposal_shown(one, claims) for one in page],
        "said": [_said(members, claims) for members in list(said.values())[:ROWS_A_PAGE]],
    }


def _said(members: Sequence[Compared], claims: dict[str, Claim]) -> dict[str, Any]:
    return {
        "first": members[0],
        "words": words.relation_words(members[0].relation),
        "claims": [_side(claims[one.claim]) for one in members if one.claim in claims],
    }


def _claim(report: str, claim: str) -> Claim:
    held = Claim.objects.filter(report=report, claim=claim).first()
    if held is None:
        raise Http404(_("This figure is not in the report."))
    return held


def _open_claims(report: str) -> list[str]:
    """Every figure of a report that still waits."""
    rows = Claim.objects.filter(report=report, standing=True, state__in=OPEN)
    return list(rows.order_by("number").values_list("claim", flat=True))


def _judged_words(verdict: str, claims: Sequence[str]) -> str:
    if len(claims) > 1:
        return _("%(n)s figures accepted.") % {"n": len(claims)}
    return {"accepted": _("Accepted."), "rejected": _("Rejected.")}.get(
        verdict, _("It waits again.")
    )


def _onward(request: RoomRequest) -> str:
    """Where the form came from asks to go on to; else the queue."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure())
    if safe and asked.startswith("/"):
        return asked
    return reverse("situation:waiting")
