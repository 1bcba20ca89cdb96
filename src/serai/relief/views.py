"""The relief desk: a household's card, hand-outs and their undo, the list, what people are due."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from serai.access.accounts import role_of
from serai.access.rooms import RoomRequest, room
from serai.access.searches import people_called
from serai.core.events import EntitlementSet
from serai.core.refusal import Refusal
from serai.journal.wall import now_ms
from serai.registry.described import is_token
from serai.registry.lists import listed
from serai.registry.models import Household
from serai.relief import queries, words
from serai.relief.commands import hand_out, set_entitlement, take_back
from serai.relief.distribution import list_rows
from serai.relief.forms import EntitlementForm, HandoutForm
from serai.relief.models import Entitlement, Handout
from serai.relief.sphere import FIGURES, figure_for
from serai.web.answers import done, refused, stands_on
from serai.web.forms import operation_of
from serai.web.letters import reads_arabic

ROWS_PER_PAGE = 25
MAY_REPEAT = ("storekeeper", "administrator")  # who may give a thing twice, with a reason
DESK = "relief/handout.html"


@room("relief")
def handout(request: RoomRequest) -> HttpResponse:
    """From a token to a household's card to goods in hands."""
    if request.method == "POST":
        return _hand_out(request)
    text = request.GET.get("token", "")[:80]
    if request.GET.get("household"):
        return _desk(request, queries.household(request.GET["household"]))
    if not text.strip():
        return _desk(request, None)
    by_token = is_token(text)
    found = (
        queries.household_for(text) if by_token else people_called(text, request.author, "token")
    )
    if isinstance(found, Refusal):
        return refused(request, DESK, _desk_context(request, None, {"text": text}), found)
    if isinstance(found, list):
        return _desk(request, None, {"text": text, "found": found, "by_name": True})
    return _desk(request, found)


def _card_of(handout: str) -> str:
    row = Handout.objects.filter(id=handout).first()
    return _card_address(row.household) if row else ""


@stands_on(_card_of)
@room("relief")
@require_POST
def handout_return(request: RoomRequest, handout: str) -> HttpResponse:
    """Takes a hand-out back: the goods stand in the store again."""
    row = Handout.objects.filter(id=handout).first()
    operation = operation_of(request)
    outcome = take_back(handout, _("Undone at the desk"), request.author, operation)
    if isinstance(outcome, Refusal):
        household = queries.household(row.household) if row else None
        return refused(request, DESK, _desk_context(request, household), outcome)
    assert row is not None
    sentence = _("The hand-out was taken back; the household may get it again.")
    return done(request, sentence, _card_address(row.household))


@room("relief")
def distribution(request: RoomRequest) -> HttpResponse:
    """Who is here and what they are due: on paper when the battery dies."""
    page = Paginator(queries.HouseholdsAt(request.place), ROWS_PER_PAGE).get_page(
        request.GET.get("page")
    )
    things = queries.entitlements()
    rows = list_rows(list(page.object_list), things, now_ms())
    context = {"page": page, "rows": rows, "names": [words.name_of(one) for one in things]}
    return render(request, "relief/distribution.html", context)


@room("relief")
def entitlements(request: RoomRequest) -> HttpResponse:
    """What everybody is due, and what the standards say about it."""
    page = Paginator(queries.all_entitlements(), ROWS_PER_PAGE).get_page(request.GET.get("page"))
    rows = [(row, words.name_of(row), figure_for(row.item)) for row in page.object_list]
    known = set(Entitlement.objects.values_list("item", flat=True))
    context = {
        "page": page,
        "rows": rows,
        "suggestions": [one for one in FIGURES if one.item not in known],
    }
    return render(request, "relief/entitlements.html", context)


@room("relief")
def entitlement(request: RoomRequest, entitlement: str = "") -> HttpResponse:
    """Sets one entitlement anew; `?like=` fills a new one with a standard's figure."""
    row = Entitlement.objects.filter(id=entitlement).first()
    if entitlement and row is None:
        raise Http404(_("This entitlement is not in the books."))
    like = figure_for(row.item if row else request.GET.get("like", ""))
    form = EntitlementForm(request.POST or None, initial=_first_values(row, like))
    context = {"form": form, "row": row, "figure": like}
    if request.method != "POST":
        return render(request, "relief/entitlement.html", context)
    if not form.is_valid():
        return refused(request, "relief/entitlement.html", context, form)
    draft = form.draft(row, like.item if like else "")
    outcome = set_entitlement(draft, request.author, form.operation)
    if isinstance(outcome, Refusal):
        return refused(request, "relief/entitlement.html", context, outcome)
    return done(request, _set(outcome), "relief:entitlements")


def _hand_out(request: RoomRequest) -> HttpResponse:
    known = [(row.id, row.name) for row in queries.entitlements()]
    form = HandoutForm(request.POST, given=known)
    if not form.is_valid():
        household = queries.household(request.POST.get("household", ""))
        return refused(request, DESK, _desk_context(request, household, {"form": form}), form)
    draft = form.draft(request.place, role_of(request.user) in MAY_REPEAT)
    outcome = hand_out(draft, request.author, form.operation)
    if isinstance(outcome, Refusal):
        household = queries.household(draft.household)
        context = _desk_context(request, household, {"chosen": draft.entitlements, "form": form})
        return refused(request, DESK, context, outcome)
    undo_url = reverse("relief:return", args=[outcome])
    return done(request, _handed(outcome), "relief:handout", undo_url=undo_url)


def _desk(
    request: RoomRequest, household: Household | None, more: dict[str, Any] | None = None
) -> HttpResponse:
    return render(request, DESK, _desk_context(request, household, more))


def _desk_context(
    request: RoomRequest, household: Household | None, more: dict[str, Any] | None = None
) -> dict[str, Any]:
    context: dict[str, Any] = {"form": HandoutForm(), "text": "", **(more or {})}
    if household is None:
        return context
    members = queries.members_of(household.id)
    lines = queries.card_of(household, request.place, now_ms(), members)
    goods = {line.entitlement.item: line.entitlement for line in lines}
    return context | {
        "household": household,
        "members": members,
        "elsewhere": sorted({one.place for one in members} - {request.place}),
        "due": [(line, words.name_of(line.entitlement)) for line in lines if not line.given],
        "given": [(line, words.name_of(line.entitlement)) for line in lines if line.given],
        "handouts": [
            (row, [(words.name_or_key(goods, item), much) for item, much in queries.goods_of(row)])
            for row in queries.handouts_to(household.id)
        ],
        "may_repeat": role_of(request.user) in MAY_REPEAT,
        "any_due": any(not line.given and not line.short for line in lines),
    }


def _card_address(household: str) -> str:
    return f"{reverse('relief:handout')}?{urlencode({'household': household})}"


def _first_values(row: Entitlement | None, like: Any) -> dict[str, Any]:
    shown = row or like
    if shown is None:
        return {}
    names = ("name", "name_ar", "unit", "quantity", "per", "period_days")
    return {name: getattr(shown, name) for name in names}


def _handed(event: str) -> str:
    row = queries.handout(event)
    assert row is not None
    goods = listed(f"{words.item_name(item)} {much}" for item, much in queries.goods_of(row))
    return _("Handed out to %(token)s: %(goods)s.") % {"token": row.token or "–", "goods": goods}


def _set(body: EntitlementSet) -> str:
    name = body.name_ar if reads_arabic() and body.name_ar else body.name
    if body.quantity == 0:
        return _("%(name)s is no longer given.") % {"name": name}
    return _("%(name)s is set.") % {"name": name}
