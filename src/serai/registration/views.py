"""The desk's pages: write a household, see who may be known already, search the list."""

from typing import Any

from django.http import HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from serai.access.places import house
from serai.access.rooms import RoomRequest, room
from serai.access.searches import note_typing, people_called
from serai.core.events import HouseholdRegistered
from serai.core.household import MEMBERS_MAX, completed
from serai.core.ids import is_token_code, station_mark
from serai.core.refusal import Refusal
from serai.journal.identity import this_station
from serai.registration import queries, reading, rows
from serai.registration.alike import propose_known
from serai.registration.blank import blank_row, blank_rows
from serai.registration.commands import (
    not_counted,
    register_household,
    reverse_registration,
)
from serai.registration.forms import HouseholdForm
from serai.registration.likely import likely_people
from serai.registration.rules import NOBODY, HouseholdDraft
from serai.registration.sheet import ROWS_ADDED, Sheet
from serai.registry.described import is_token
from serai.registry.finding import household_with
from serai.registry.lists import isolated
from serai.registry.models import Household, Person
from serai.registry.queries import find_token, people_of
from serai.web.answers import done, in_words, not_done, refused
from serai.web.forms import operation_of

PAGE = "registration/household.html"
SEARCH_LETTERS_MAX = 80


@room("registration")
def household(request: RoomRequest) -> HttpResponse:
    """The form of one household; saving it opens the next blank one."""
    sent = request.POST if request.method == "POST" else None
    added = ROWS_ADDED if sent is not None and "more" in sent else 0
    sheet = Sheet(sent, added)
    form = HouseholdForm(sent, groups=lambda: _groups(request.place))
    context = {"form": form, "sheet": sheet, "most": MEMBERS_MAX, "blank_row": blank_row()}
    if not sheet.bound:
        context["blank_rows"] = blank_rows(sheet.count)
    if sent is None:
        return render(request, PAGE, context)
    if "more" in sent:
        sheet.show_said()
        found, _typed = _found(sheet, sent)
        return render(request, PAGE, {**context, "found": found, "looked": True})
    if not (form.is_valid() & sheet.is_valid()):
        sheet.show_said()
        return refused(request, PAGE, context, [form, *sheet.written()])
    outcome = register_household(_draft(request, form, sheet), request.author, form.operation)
    if isinstance(outcome, Refusal):
        sheet.show_said()
        if outcome.sentence == NOBODY:
            sheet.forms[0].fields["own"].widget.attrs["autofocus"] = True
        return refused(request, PAGE, context, outcome)
    propose_known(outcome.members, outcome.household, request.author)
    undo_url = reverse("registration:registration-reversal", args=[outcome.household])
    return done(request, _registered(outcome), "registration:household", undo_url=undo_url)


@require_POST
@room("registration")
def likely(request: RoomRequest) -> HttpResponse:
    """While typing: who may be known already, the token's group, and what was understood."""
    sheet = Sheet(request.POST)
    said = sheet.say()
    found, typed = _found(sheet, request.POST)
    refusal = note_typing(request.author, typed, len(found)) if typed else None
    context = {"stopped": in_words(refusal)} if refusal else {"found": found, "looked": True}
    panel = render_to_string("registration/likely.html", context, request)
    group = _group_panel(request.POST.get("token", ""), request)
    return JsonResponse({"panel": panel, "group": group, "rows": said})


@require_POST
@room("registration")
def registration_reversal(request: RoomRequest, household: str) -> HttpResponse:
    """Undo: the people of this household are unnamed again."""
    outcome = reverse_registration(household, request.author, operation_of(request))
    if isinstance(outcome, Refusal) and Household.objects.filter(id=household).exists():
        return not_done(request, outcome, "registration:household-page", household)
    if isinstance(outcome, Refusal):
        return not_done(request, outcome, "registration:household")
    return done(request, _("The registration was taken back."), "registration:household")


@room("registration")
def search(request: RoomRequest) -> HttpResponse:
    """People by token or by parts of a name; without a question the latest households."""
    text = request.GET.get("q", "")[:SEARCH_LETTERS_MAX]
    typing = "HX-Request" in request.headers
    if text.strip():
        found, token = _answers(request, text, typing)
        if isinstance(found, Refusal) and typing:
            said = {"q": text, "refusal": in_words(found), "typing": True}
            return render(request, "registration/search.html", said)
        if isinstance(found, Refusal):
            return refused(request, "registration/search.html", {"q": text}, found)
        people = rows.rows_of(found, house(request))
        context = {"q": text, "people": people, "found": found, "token": token}
        return render(request, "registration/search.html", context)
    latest = queries.latest_households(request.place)
    heads = queries.heads_of([row.id for row in latest])
    context = {"rows": [(row, heads.get(row.id)) for row in latest]}
    return render(request, "registration/search.html", context)


def _answers(request: RoomRequest, text: str, typing: bool) -> tuple[list[Person] | Refusal, Any]:
    code = reading.token(text, station_mark(this_station()))
    token = find_token(code) if is_token_code(code) else None
    if token is not None:
        members = Person.objects.filter(household=token.household) if token.household else []
        return list(members), token
    if is_token(text):
        asked = household_with(text, "q")
        return (asked if isinstance(asked, Refusal) else people_of(asked)), None
    return people_called(text, request.author, typing=typing), None


def _draft(request: RoomRequest, form: HouseholdForm, sheet: Sheet) -> HouseholdDraft:
    typed = form.cleaned_data
    return HouseholdDraft(
        place=request.place,
        members=sheet.members(),
        token=typed["token"],
        arrival=typed["arrival"],
        phone=typed["phone"],
        note=typed["note"],
    )


def _groups(place: str) -> list[tuple[str, str]]:
    said = _("%(code)s: %(named)s of %(total)s named")
    return [
        (one.id, said % {"code": one.code, "named": one.total_named, "total": one.total})
        for one in queries.open_groups(place)
    ]


def _found(sheet: Sheet, sent: QueryDict) -> tuple[list[dict[str, Any]], str]:
    """Who may be the person in the row that is being written, else in the last; and its words."""
    written = sheet.written()
    form = next((one for one in written if one.prefix == sent.get("row")), None)
    form = form or (written[-1] if written else None)
    if form is None:
        return [], ""
    names = form.names()
    typed = " ".join(filter(None, (names.full(), names.kunya)))
    rows = [one.names for one in completed([one.row() for one in written])]
    own = rows.pop(written.index(form))
    return likely_people(form, own, rows), typed


def _group_panel(typed: str, request: RoomRequest) -> str:
    code = reading.token(typed, station_mark(this_station()))
    if not code:
        return ""
    token, group = queries.group_of_token(code) if is_token_code(code) else (None, None)
    taken = token.household if token else ""
    context = {
        "code": code,
        "complete": is_token_code(code),
        "token": token,
        "group": group,
        "left": queries.bands_left(group).items() if group else (),
        "taken": Household.objects.filter(id=taken).first() if taken else None,
    }
    return render_to_string("registration/group.html", context, request)


def _registered(body: HouseholdRegistered) -> str:
    count = len(body.members)
    head = body.members[0].names.full() or body.token or "–"
    said = ngettext(
        "Registered %(name)s, %(count)s person.",
        "Registered %(name)s, %(count)s people.",
        count,
    ) % {"name": isolated(head), "count": count}
    missing = not_counted(body)
    if not missing:
        return said
    more = ngettext(
        "%(count)s of them had not been counted before.",
        "%(count)s of them had not been counted before.",
        missing,
    ) % {"count": missing}
    return f"{said} {more}"
