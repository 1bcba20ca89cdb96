"""Pages of expected people: bring a list, say what its columns hold, tick who is at the truck."""

from datetime import date
from typing import Any

import msgspec
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from serai.access.rooms import RoomRequest, room
from serai.access.searches import note_search
from serai.core.expected import HEAD_ROWS_MAX, Said
from serai.core.refusal import Refusal
from serai.documents.sheets import FILE_BYTES_MAX, read_sheet
from serai.reception import queries
from serai.reception.commands import (
    set_columns,
    take_expected_list,
    tick_expected,
    withdraw_expected_list,
)
from serai.reception.forms import ExpectedListForm
from serai.reception.models import ExpectedList, ExpectedPerson, ExpectedTick
from serai.reception.words import COLUMN_WORDS
from serai.registry import known
from serai.registry.lists import isolated
from serai.registry.members import age_in_words, today
from serai.web.answers import done, not_done, refused, undone
from serai.web.forms import operation_of

EXAMPLES = 5


@room("reception")
def expected_lists(request: RoomRequest) -> HttpResponse:
    """The lists of this place, and bringing a new one."""
    form = ExpectedListForm(request.POST or None, request.FILES or None)
    context = {"form": form, "lists": queries.expected_lists(request.place)}
    if request.method != "POST":
        return render(request, "reception/expected_lists.html", context)
    if not form.is_valid():
        return refused(request, "reception/expected_lists.html", context, form)
    file = form.cleaned_data["file"]
    sheet = read_sheet(file.read(FILE_BYTES_MAX + 1), file.name)
    if not isinstance(sheet, Refusal):
        title = form.cleaned_data["title"] or file.name
        sheet = take_expected_list(sheet.rows, title, request.place, request.author, form.operation)  # type: ignore[assignment]
    if isinstance(sheet, Refusal):
        return refused(request, "reception/expected_lists.html", context, sheet)
    said = _("The list is in. Look whether the columns were understood.")
    undo_url = reverse("reception:expected-list-reversal", args=[sheet])
    return done(request, said, "reception:expected-columns", str(sheet), undo_url=undo_url)


@require_POST
@room("reception")
def expected_list_reversal(request: RoomRequest, expected: str) -> HttpResponse:
    """The wrong list came in: it goes, as long as nobody of it was ticked."""
    outcome = withdraw_expected_list(expected, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return not_done(request, outcome, "reception:expected-lists")
    return done(request, _("The list was taken back."), "reception:expected-lists")


@room("reception")
def expected_columns(request: RoomRequest, expected: str) -> HttpResponse:
    """What each column holds, with examples from the file beside the guess."""
    row = _list(expected)
    rows = queries.first_rows(expected, EXAMPLES, row)
    context = {
        "list": row,
        "columns": _columns(row, rows),
        "choices": list(COLUMN_WORDS.items()),
        "heads_choices": range(HEAD_ROWS_MAX + 1),
    }
    if request.method != "POST":
        return render(request, "reception/expected_columns.html", context)
    told = [request.POST.get(f"column-{number}", "") for number in range(len(context["columns"]))]  # type: ignore[arg-type]
    heads = request.POST.get("heads", "")
    outcome = set_columns(
        expected, tuple(told), int(heads) if heads.isdecimal() else row.heads, request.author,
        operation_of(request),
    )  # fmt: skip
    if isinstance(outcome, Refusal):
        return refused(request, "reception/expected_columns.html", context, outcome)
    said = _("Read like this now. You can change it at any time.")
    return done(request, said, "reception:expected-list", expected)


@room("reception")
def expected_list(request: RoomRequest, expected: str) -> HttpResponse:
    """Who is expected, who came, and a sentence for every row that was not understood."""
    row = _list(expected)
    text, state = request.GET.get("q", "")[:80], request.GET.get("state", "")
    paper = "paper" in request.GET
    page = queries.expected_people(expected, text, state, request.GET.get("page"), paper)
    ticks = queries.ticks_of(one.id for one in page.object_list)
    day = today()
    rows = [_shown(one, ticks.get(one.id), day) for one in page.object_list]
    context = {
        "list": row,
        "page": page,
        "paper": paper,
        "rows": rows,
        "first": next((one for one in rows if not one["came"]), None) if text else None,
        "came": queries.came(expected),
        "q": text,
        "state": state,
        "states": [("", _("everybody")), ("waited", _("not here yet")), ("came", _("came"))],
    }
    return render(request, "reception/expected_list.html", context)


@room("reception")
def expected_person(request: RoomRequest, expected: str, row: int) -> HttpResponse:
    """One row: what the file says, who in the books it may be, and the tick."""
    one = queries.expected_person(expected, row)
    if one is None:
        raise Http404(_("There is no such list. Look among the lists of your place."))
    likely = queries.who_may_be_here(one)
    asked = " ".join(filter(None, (one.own, one.father, one.grandfather, one.family)))
    refusal = note_search(request.author, asked, len(likely))
    context = {
        "list": {"id": expected, "title": getattr(one, "title", "")},
        "row": _shown(one, queries.tick_of(one), today()),
        "known": [known.in_words(found) for found in likely],
    }
    if refusal is not None:
        return refused(request, "reception/expected_person.html", {**context, "known": []}, refusal)
    return render(request, "reception/expected_person.html", context)


@require_POST
@room("reception")
def expected_tick(request: RoomRequest, expected: str, row: int) -> HttpResponse:
    """Somebody of the list stands at the truck, or the tick was a mistake."""
    came = request.POST.get("came", "1") == "1"
    outcome = tick_expected(
        expected, row, came, request.place, request.author, operation_of(request)
    )
    here = reverse("reception:expected-list", args=[expected])
    onward = here + (f"?{request.POST['back']}" if request.POST.get("back") else "")
    if isinstance(outcome, Refusal):
        return not_done(request, outcome, onward)
    undo = reverse("reception:expected-tick-reversal", args=[expected, row]) if came else ""
    return done(request, _ticked(expected, row, came), onward, undo_url=undo)


@require_POST
@room("reception")
def expected_tick_reversal(request: RoomRequest, expected: str, row: int) -> HttpResponse:
    """Undo of a tick."""
    outcome = tick_expected(
        expected, row, False, request.place, request.author, operation_of(request)
    )
    if isinstance(outcome, Refusal):
        return not_done(request, outcome, "reception:expected-list", expected)
    return undone(request, _ticked(expected, row, False), "reception:expected-list", expected)


def _list(identity: str) -> ExpectedList:
    row = queries.expected_list(identity)
    if row is None:
        raise Http404(_("There is no such list. Look among the lists of your place."))
    return row


def _shown(one: ExpectedPerson, tick: ExpectedTick | None, day: date) -> dict[str, Any]:
    return {
        "person": one,
        "called": _called(one),
        "age": age_in_words(one.age, day),
        "tick": tick,
        "came": bool(tick and tick.came),
        "said": _sentences(one),
        "cells": " · ".join(filter(None, msgspec.json.decode(one.cells))),
    }


def _called(one: ExpectedPerson) -> str:
    parts = (one.own or one.kunya, one.father, one.family)
    return " ".join(filter(None, parts)) or _("row %(n)s") % {"n": one.row}


def _ticked(identity: str, row: int, came: bool) -> str:
    one = queries.expected_person(identity, row)
    name = isolated(_called(one)) if one else str(row)
    return (_("%(name)s is here.") if came else _("%(name)s is not here yet.")) % {"name": name}


def _columns(row: ExpectedList, rows: list[tuple[str, ...]]) -> list[dict[str, Any]]:
    chosen = msgspec.json.decode(row.columns, type=list[str])
    rows = [one for one in rows if len(set(one)) > 1 or len(one) < 2]  # a title tells no column
    wide = max((len(one) for one in rows), default=len(chosen))
    return [
        {
            "number": number,
            "column": chosen[number] if number < len(chosen) else "",
            "examples": dict.fromkeys(one[number] for one in rows if one[number:][:1] > ("",)),
        }
        for number in range(wide)
    ]


def _sentences(one: ExpectedPerson) -> list[str]:
    said = msgspec.json.decode(one.said, type=list[Said])
    return [_(each.sentence) % each.facts for each in said]
