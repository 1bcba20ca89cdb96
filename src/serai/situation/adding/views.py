"""The page that adds a figure the reader missed: choose its words, say what they say."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from serai.access.rooms import RoomRequest, room
from serai.core.refusal import Refusal
from serai.core.reports.citation import told_in
from serai.core.reports.written import WORDS_MAX
from serai.situation.adding import commands
from serai.situation.adding.forms import AddedFigureForm
from serai.situation.marked import pieces
from serai.situation.models import Claim, Report
from serai.situation.report_forms import plain_number
from serai.situation.report_views import held_report, report_context
from serai.web.answers import done, refused
from serai.web.forms import operation_of
from serai.web.letters import plain

PAGE = "situation/claim_new.html"


@room("situation")
@require_http_methods(["GET", "POST"])
def claim_new(request: RoomRequest, report: str) -> HttpResponse:
    """A figure by hand. Words chosen on the report's page come with the address."""
    held = held_report(report)
    form = AddedFigureForm(request.POST or None, initial=_chosen(held, request))
    context = {"report": held, "form": form, "pieces": _pieces(held)}
    if request.method != "POST":
        return render(request, PAGE, context)
    if not form.is_valid():
        return refused(request, PAGE, context, form)
    outcome = commands.add(
        report, form.quoted(), form.figure(), request.author, form.operation,
        form.cleaned_data["witness"],
    )  # fmt: skip
    if isinstance(outcome, Refusal):
        return refused(request, PAGE, context, outcome)
    undo = reverse("situation:claim-undo", args=[report, outcome.event])
    sentence = _("The figure is in and waits to be judged.")
    return done(request, sentence, "situation:report", report, undo_url=undo)


@room("situation")
@require_POST
def claim_undo(request: RoomRequest, report: str, event: str) -> HttpResponse:
    """The figure was added by mistake."""
    held = held_report(report)
    outcome = commands.take_off(event, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return refused(request, "situation/report.html", report_context(held), outcome)
    return done(request, _("The figure is taken off again."), "situation:report", report)


def _pieces(held: Report) -> list[Any]:
    return pieces(held.text, list(Claim.objects.filter(report=held.id).order_by("number")))


def _chosen(held: Report, request: RoomRequest) -> dict[str, Any]:
    """What the form shows of words that were chosen: they, and the numbers read in them."""
    words = plain(request.GET.get("words", "")).strip()[:WORDS_MAX]
    at = request.GET.get("at", "")
    low, high = told_in(words)
    return {
        "quote": words,
        "at": int(at) if at.isdecimal() and len(at) < len("1000000000") else None,
        "low": plain_number(low),
        "high": plain_number(high),
        "unit": "person",
        "attributed_to": "",
    }
