"""Pages of public reports: taking them in, the list, one report with every figure marked."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from serai.access.rooms import RoomRequest, room
from serai.core.refusal import Refusal
from serai.situation import claim_words as words
from serai.situation import commands
from serai.situation.intake import Outcome, taken_in
from serai.situation.marked import pieces
from serai.situation.models import Claim, Compared, Report
from serai.situation.report_forms import ReportForm, WithdrawalForm
from serai.web.answers import UNPROCESSABLE, done, refused
from serai.web.forms import operation_of

ROWS_A_PAGE = 25
COMPARED_SHOWN = 3


@room("situation")
@require_GET
def reports(request: RoomRequest) -> HttpResponse:
    """Every report, the newest first, with how many figures wait to be judged."""
    rows = Report.objects.defer("text", "hazards").order_by("-reported_on", "-taken_at", "id")
    page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    found = Claim.objects.filter(report__in=[one.id for one in page], standing=True)
    waiting = dict(
        found.filter(state__in=("waiting", "disputed"))
        .values_list("report")
        .annotate(Count("id"))
        .order_by()
    )
    context = {"page": page, "rows": [(one, waiting.get(one.id, 0)) for one in page]}
    return render(request, "situation/reports.html", context)


@room("situation")
@require_http_methods(["GET", "POST"])
def new(request: RoomRequest) -> HttpResponse:
    """Takes in a report: pasted words, or files, or both."""
    replaced = Report.objects.filter(id=request.GET.get("replaces", "")).first()
    if request.method != "POST":
        form = ReportForm(initial=_of(replaced) if replaced else None)
        return render(request, "situation/report_new.html", {"form": form, "replaced": replaced})
    form = ReportForm(request.POST, request.FILES)
    context: dict[str, Any] = {"form": form, "replaced": replaced}
    if not form.is_valid():
        return refused(request, "situation/report_new.html", context, form)
    outcomes = taken_in(form, request.author)
    return _answered(request, outcomes, context)


@room("situation")
@require_GET
def report(request: RoomRequest, report: str) -> HttpResponse:
    """One report: its words with every figure marked, and what was read from each beside them."""
    return render(request, "situation/report.html", report_context(held_report(report)))


@room("situation")
@require_POST
def withdrawal(request: RoomRequest, report: str) -> HttpResponse:
    """The report no longer stands."""
    held = held_report(report)
    form = WithdrawalForm(request.POST)
    context = report_context(held) | {"form": form}
    if not form.is_valid():
        return refused(request, "situation/report.html", context, form)
    cause = form.cleaned_data["cause"]
    outcome = commands.withdraw(held.id, cause, request.author, form.operation)
    if isinstance(outcome, Refusal):
        return refused(request, "situation/report.html", context, outcome)
    undo = reverse("situation:withdrawal-undo", args=[held.id])
    sentence = _("The report no longer stands; its figures left every comparison.")
    return done(request, sentence, "situation:report", held.id, undo_url=undo)


@room("situation")
@require_POST
def withdrawal_undo(request: RoomRequest, report: str) -> HttpResponse:
    """The report stands again."""
    held = held_report(report)
    outcome = commands.restore(held.id, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return refused(request, "situation/report.html", report_context(held), outcome)
    return done(request, _("The report stands again."), "situation:report", held.id)


def held_report(report: str) -> Report:
    """The report of this address."""
    held = Report.objects.filter(id=report).first()
    if held is None:
        raise Http404(_("This report is not in the books of this station."))
    return held


def _of(report: Report) -> dict[str, Any]:
    return {
        "text": report.text,
        "source": report.source,
        "title": report.title,
        "reported_on": report.reported_on,
        "address": report.address,
        "supersedes": report.id,
    }


def _answered(
    request: RoomRequest, outcomes: Sequence[Outcome], context: dict[str, Any]
) -> HttpResponse:
    """To the report when one came in; else what became of every document, in its words."""
    if len(outcomes) == 1:
        only = outcomes[0]
        if isinstance(only.answer, Refusal):
            context["twin"] = only.answer.facts.get("report", "")
            return refused(request, "situation/report_new.html", context, only.answer)
        return done(request, _read_words(only.answer), "situation:report", only.answer.report)
    taken = sum(isinstance(one.answer, commands.Taken) for one in outcomes)
    context["outcomes"] = [_told(one) for one in outcomes]
    context["taken"] = taken
    if taken == len(outcomes):
        context["form"] = ReportForm()
    status = 200 if taken == len(outcomes) else UNPROCESSABLE
    return render(request, "situation/report_new.html", context, status=status)


def _told(one: Outcome) -> dict[str, Any]:
    if isinstance(one.answer, Refusal):
        sentence = _(one.answer.sentence) % one.answer.facts
        return {"name": one.name, "refused": sentence, "report": one.answer.facts.get("report")}
    return {"name": one.name, "told": _read_words(one.answer), "report": one.answer.report}


def _read_words(taken: commands.Taken) -> str:
    if not taken.figures:
        return _("The report is in. No figure was found in it.")
    return ngettext(
        "The report is in: one figure was read and waits to be judged.",
        "The report is in: %(n)s figures were read and wait to be judged.",
        taken.figures,
    ) % {"n": taken.figures}


def report_context(held: Report) -> dict[str, Any]:
    """A report's page: its words marked, what was read from them, what waits."""
    claims = list(Claim.objects.filter(report=held.id).order_by("number"))
    together = _together([one.claim for one in claims])
    open_ones = [one for one in claims if one.state in ("waiting", "disputed")]
    return {
        "report": held,
        "pieces": pieces(held.text, claims),
        "readings": [_reading(one, together.get(one.claim, [])) for one in claims],
        "waiting": len(open_ones) if held.standing else 0,
        "hazards": [_hazard(held, one) for one in json.loads(held.hazards)],
        "problems": [words.problem_words(one) for one in json.loads(held.problems)],
        "form": WithdrawalForm(),
    }


def _reading(claim: Claim, together: Sequence[Compared]) -> dict[str, Any]:
    look, state = words.state_words(claim.state)
    return {
        "claim": claim,
        "said": words.said_words(claim),
        "kind": words.kind_words(claim.kind),
        "days": words.days_words(claim.first_on, claim.last_on),
        "certainty": words.certainty_words(claim.certainty),
        "look": look,
        "state": state,
        "together": [
            {"relation": words.relation_words(one.relation), "row": one}
            for one in together[:COMPARED_SHOWN]
        ],
    }


def _together(claims: Sequence[str]) -> dict[str, list[Compared]]:
    found: dict[str, list[Compared]] = defaultdict(list)
    for row in Compared.objects.filter(Q(claim__in=claims)).order_by("-at", "id"):
        found[row.claim].append(row)
    return found


def _hazard(held: Report, hazard: dict[str, Any]) -> dict[str, Any]:
    """A danger the report names, and the address at which the road room can note it."""
    handed = {
        "kind": hazard.get("hazard", ""),
        "place": hazard.get("place", ""),
        "on": hazard.get("first_on", ""),
        "until": hazard.get("last_on", ""),
        "source": hazard.get("attributed_to") or held.source,
        "words": hazard.get("quote", ""),
        "report": held.id,
    }
    return {
        "hazard": hazard,
        "what": words.hazard_words(hazard.get("hazard", "")),
        "days": words.days_words(hazard.get("first_on", ""), hazard.get("last_on", "")),
        "handed": urlencode({name: value for name, value in handed.items() if value}),
    }
