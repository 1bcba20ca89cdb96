"""The camp's end of the road: receiving a convoy, undo, closing the receipt."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from serai.access.rooms import RoomRequest, room
from serai.core.refusal import Refusal
from serai.registry.receipts import Already, close_receipt, take_receipt_back
from serai.registry.receiving import arrival_context, receipt_words, receive_ticked
from serai.web.answers import UNPROCESSABLE, done, in_words, refused
from serai.web.forms import operation_of


@room("camp")
def receipt(request: RoomRequest, convoy: str) -> HttpResponse:
    """Receives a convoy: all of it, all but the marked, the marked, or a family by its token."""
    vehicle = request.GET.get("vehicle")
    if request.method != "POST":
        return render(request, "camp/receipt.html", _context(request, convoy, vehicle))
    outcome = receive_ticked(request.POST, convoy, vehicle, request.place, request.author)
    if isinstance(outcome, Refusal):
        return _not_received(request, convoy, outcome)
    undo = reverse("camp:receipt-reversal", args=[convoy, outcome.event])
    to = reverse("camp:receipt", args=[convoy])
    return done(request, receipt_words(outcome), to, undo_url=undo)


@room("camp")
@require_POST
def receipt_reversal(request: RoomRequest, convoy: str, event: str) -> HttpResponse:
    """Undo: puts people back on the road who were received by mistake."""
    outcome = take_receipt_back(convoy, event, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return _not_received(request, convoy, outcome)
    return done(request, gettext("They are on the road again."), "camp:receipt", convoy)


@room("camp")
def closing(request: RoomRequest, convoy: str) -> HttpResponse:
    """Nobody more is expected: shows who is missing, then closes the receipt."""
    context = _context(request, convoy, "")
    if request.method != "POST":
        return render(request, "camp/closing.html", context)
    outcome = close_receipt(convoy, request.place, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return refused(request, "camp/closing.html", context, outcome)
    sentence = gettext("The receipt of %(code)s is closed.")
    return done(request, sentence % {"code": context["opened"].code}, "camp:camp")


def _context(request: RoomRequest, convoy: str, vehicle: str | None) -> dict[str, Any]:
    context = arrival_context(convoy, request.place, vehicle)
    if context["opened"] is None:
        raise Http404(gettext("There is no such convoy."))
    return {"convoy": convoy, **context}


def _not_received(request: RoomRequest, convoy: str, outcome: Refusal) -> HttpResponse:
    """The page again: amber when it was done before, red when it is wrong."""
    context = _context(request, convoy, request.GET.get("vehicle"))
    if isinstance(outcome, Already):
        again = {**context, "again": in_words(outcome)}
        return render(request, "camp/receipt.html", again, status=UNPROCESSABLE)
    return refused(request, "camp/receipt.html", context, outcome)
