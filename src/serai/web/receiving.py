"""Receiving a convoy, undo, closing the receipt: alike on the truck side and in the camp."""

from typing import Any

import msgspec
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from serai.access.rooms import RoomRequest
from serai.core.refusal import Refusal
from serai.registry.receipts import Already, close_receipt, take_receipt_back
from serai.registry.receiving import arrival_context, receipt_words, receive_ticked
from serai.web.answers import UNPROCESSABLE, done, in_words, refused, undone
from serai.web.forms import operation_of


class Desk(msgspec.Struct, frozen=True):
    """Where a convoy is received: the templates, and the names of the addresses."""

    page: str
    closing_page: str
    address: str
    reversal: str


def receive(request: RoomRequest, desk: Desk, convoy: str) -> HttpResponse:
    """Receives all of it, all but the marked, the marked, or a family by its token; in parts."""
    vehicle = request.GET.get("vehicle")
    context = _context(request, convoy, vehicle)
    if request.method != "POST":
        return render(request, desk.page, context)
    outcome = receive_ticked(request.POST, convoy, vehicle, request.place, request.author)
    if isinstance(outcome, Refusal):
        return _not_received(request, desk, convoy, outcome)
    undo = reverse(desk.reversal, args=[convoy, outcome.event])
    to = reverse(desk.address, args=[convoy])
    return done(request, receipt_words(outcome), to, undo_url=undo)


def take_back(request: RoomRequest, desk: Desk, convoy: str, event: str) -> HttpResponse:
    """Undo: puts people back on the road who were received by mistake."""
    outcome = take_receipt_back(convoy, event, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return _not_received(request, desk, convoy, outcome)
    return undone(request, gettext("They are on the road again."), desk.address, convoy)


def close(request: RoomRequest, desk: Desk, convoy: str, to: str, *names: str) -> HttpResponse:
    """Nobody more is expected: shows who is missing, then closes the receipt."""
    context = _context(request, convoy, "")
    if request.method != "POST":
        return render(request, desk.closing_page, context)
    outcome = close_receipt(convoy, request.place, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return refused(request, desk.closing_page, context, outcome)
    sentence = gettext("The receipt of %(code)s is closed.")
    return done(request, sentence % {"code": context["opened"].code}, to, *names)


def _context(request: RoomRequest, convoy: str, vehicle: str | None) -> dict[str, Any]:
    context = arrival_context(convoy, request.place, vehicle)
    if context["opened"] is None:
        raise Http404(gettext("There is no such convoy."))
    return {"convoy": convoy, **context}


def _not_received(request: RoomRequest, desk: Desk, convoy: str, outcome: Refusal) -> HttpResponse:
    """The page again: amber when it was done before, red when it is wrong."""
    context = _context(request, convoy, request.GET.get("vehicle"))
    if isinstance(outcome, Already):
        again = {**context, "again": in_words(outcome)}
        return render(request, desk.page, again, status=UNPROCESSABLE)
    return refused(request, desk.page, context, outcome)
