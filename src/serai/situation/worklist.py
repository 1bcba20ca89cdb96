"""Pages of the books: accounts at any hour, and each thing that does not balance until it does."""

from typing import Any

import msgspec
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from serai.access.places import House, house
from serai.access.rooms import RoomRequest, room
from serai.core.ledger import BANDS
from serai.core.refusal import Refusal
from serai.journal.wall import now_ms
from serai.registry import commands
from serai.registry import discrepancies as listing
from serai.registry.discrepancies import Listed
from serai.registry.pairs import reverse_double_count
from serai.situation.forms import CorrectionForm, ExplanationForm
from serai.situation.moment import moment_of
from serai.situation.sentences import band_name, duration, kind_words, sentence
from serai.situation.statement import rows_of, statement_at
from serai.situation.worklist_rows import told
from serai.web.answers import done, refused
from serai.web.forms import operation_of
from serai.web.printed import printed

ROWS_A_PAGE = 25
LISTED_MAX = 2_000
SEEN_AT_FIRST = 10  # the others stand folded below them
KINDS = ("headcount", "negative", "elsewhere", "convoy", "handout", "shelter", "disputed", "twice")
EXPLAINING, CORRECTING = "explaining-%s", "correcting-%s"  # two forms on one page
STATES = (listing.OPEN, listing.EXPLAINED, listing.CORRECTED)


class Choices(msgspec.Struct, frozen=True):
    """The name, the value and the options of each choice above the list."""

    selects: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]


@room("situation")
@require_GET
def books(request: RoomRequest) -> HttpResponse:
    """Every account at any hour, and the list of what does not balance."""
    moment = moment_of(request)
    asked = {name: request.GET.get(name, "") for name in ("where", "kind", "state")}
    found = listing.discrepancies(
        place=asked["where"],
        kind=asked["kind"],
        until_ms=moment.at_or_now,
        limit=LISTED_MAX,
    )
    state = asked["state"] or listing.OPEN
    page = Paginator([one for one in found if state in (one.status, "all")], ROWS_A_PAGE)
    shown = page.get_page(request.GET.get("page"))
    asked["state"] = state
    statement = statement_at(moment)
    context = {
        "moment": moment,
        "statement": statement,
        "accounts": rows_of(statement.accounts, house(request)),
        "bands": [band_name(band) for band in BANDS],
        "page": shown,
        "listed": told(shown.object_list, moment.at_ms, house(request)),
        "choices": _choices(house(request), asked),
    }
    return render(request, "situation/books.html", context)


@room("situation")
@require_GET
def discrepancy(request: RoomRequest, discrepancy: str) -> HttpResponse:
    """One thing that does not balance, who was last seen there, and what can be done."""
    return render(request, "situation/discrepancy.html", _context(_listed(discrepancy)))


@room("situation")
@require_POST
def owner(request: RoomRequest, discrepancy: str) -> HttpResponse:
    """The signed-in person looks after it from now on."""
    outcome = commands.assign_discrepancy(
        discrepancy, request.author.actor, request.author, operation_of(request)
    )
    if isinstance(outcome, Refusal):
        return _refused(request, discrepancy, outcome)
    return done(request, _("You look after this now."), "situation:discrepancy", discrepancy)


@room("situation")
@require_POST
def explanation(request: RoomRequest, discrepancy: str) -> HttpResponse:
    """It is explained in words; the books do not change."""
    form = ExplanationForm(request.POST, auto_id=EXPLAINING)
    listed = _listed(discrepancy)
    if not form.is_valid():
        return _refused_form(request, listed, "explaining", form)
    text = form.cleaned_data["explanation"]
    outcome = commands.explain_discrepancy(discrepancy, text, request.author, form.operation)
    if isinstance(outcome, Refusal):
        return _refused_form(request, listed, "explaining", form, outcome)
    return done(request, _("The explanation is written down."), "situation:books")


@room("situation")
@require_POST
def correction(request: RoomRequest, discrepancy: str) -> HttpResponse:
    """The books of the place are corrected to what was counted."""
    listed = _listed(discrepancy)
    form = CorrectionForm(listed, request.POST, auto_id=CORRECTING)
    if not form.is_valid():
        return _refused_form(request, listed, "correcting", form)
    typed = form.cleaned_data
    outcome = commands.adjust_books(
        discrepancy, typed["explanation"], request.author, typed["band"], form.operation
    )
    if isinstance(outcome, Refusal):
        return _refused_form(request, listed, "correcting", form, outcome)
    return done(request, _("The books were corrected to the headcount."), "situation:books")


@room("situation")
@require_POST
def double_count(request: RoomRequest, discrepancy: str) -> HttpResponse:
    """One person stood in the books under two records: the later one goes out."""
    person = str(_listed(discrepancy).facts.get("further", ""))
    cause = _("registered again under another record")
    outcome = reverse_double_count(person, cause, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return _refused(request, discrepancy, outcome)
    return done(request, _("Counted once now: this record is out of the books."), "situation:books")


def _listed(identity: str) -> Listed:
    found = listing.discrepancy(identity)
    if found is None:
        raise Http404(_("The books fit again here: there is nothing left to settle."))
    return found


def _context(listed: Listed) -> dict[str, Any]:
    seen = listing.last_seen_there(listed)
    may_correct = listed.kind == "headcount" and listed.status == listing.OPEN
    return {
        "listed": listed,
        "size": abs(listed.amount),
        "sentence": sentence(listed),
        "age": duration(listed.age_hours(now_ms())),
        "kind": kind_words(listed.kind),
        "seen_first": seen[:SEEN_AT_FIRST],
        "seen_more": seen[SEEN_AT_FIRST:],
        "last_seen_max": listing.LAST_SEEN_SHOWN_MAX,
        "explaining": ExplanationForm(auto_id=EXPLAINING),
        "counted_twice": listed.kind == "twice",
        "correcting": CorrectionForm(listed, auto_id=CORRECTING) if may_correct else None,
    }


def _refused(request: RoomRequest, identity: str, refusal: Refusal) -> HttpResponse:
    context = _context(_listed(identity))
    return refused(request, "situation/discrepancy.html", context, refusal)


def _refused_form(
    request: RoomRequest,
    listed: Listed,
    name: str,
    form: ExplanationForm | CorrectionForm,
    refusal: Refusal | None = None,
) -> HttpResponse:
    context = _context(listed) | {name: form, "form": form}
    return refused(request, "situation/discrepancy.html", context, refusal or form)


def _choices(known: House, asked: dict[str, str]) -> SafeString:
    """The three choices above the list, printed with what is chosen."""
    words = {"open": _("open"), "explained": _("explained"), "corrected": _("corrected")}
    options = {
        "where": (("", _("everywhere")), *((one.id, one.shown) for one in known.places)),
        "kind": (("", _("every kind")), *((kind, kind_words(kind)) for kind in KINDS)),
        "state": (*((state, words[state]) for state in STATES), ("all", _("all"))),
    }
    selects = tuple((name, asked[name], offered) for name, offered in options.items())
    return printed("situation/book_choices.html", Choices(selects))
