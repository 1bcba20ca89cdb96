"""Pages of separations: somebody is taken aside, the reviews, the end."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from serai.access.places import house
from serai.access.rooms import RoomRequest, may, room
from serai.core.refusal import Refusal
from serai.core.screening import REVIEW_DAYS_USUAL
from serai.registry.lists import listed
from serai.registry.members import day_in_words, in_words, today
from serai.registry.models import Person, Separation
from serai.registry.queries import people_of
from serai.screening import commands, queries
from serai.screening.forms import EndForm, ReviewForm, SeparationForm, reasons
from serai.screening.rows import rows_of
from serai.web.answers import done, refused, stands_on
from serai.web.desk import undo_address
from serai.web.forms import operation_of
from serai.web.templatetags.serai import person_choice

REASONS_WALL = "separation reasons"
_undo = partial(undo_address, "screening:undo")


def _review_of(separation: str) -> str:
    return reverse("screening:review", args=[separation])


def _family_of(household: str) -> str:
    return reverse("screening:household", args=[household])


@stands_on(_family_of)
@room("screening")
def separation(request: RoomRequest, household: str) -> HttpResponse:
    """Somebody is taken aside: both ends of the link, why, by whom, where to, until when."""
    living = [one for one in people_of(household) if one.alive]
    if not living:
        raise Http404
    day = today()
    form = SeparationForm(
        [(one.id, person_choice(one, in_words(one, day))) for one in living],
        [(place.id, place.shown) for place in house(request).places if place.id != request.place],
        request.POST or None,
        initial=_prefilled(request, living),
    )
    context = {
        "form": form,
        "household": household,
        "token": next((one.token for one in living if one.token), ""),
        "reasons": reasons(),
        "only_member": form.only_member,
    }
    if request.method != "POST":
        return render(request, "screening/separation.html", context)
    if not form.is_valid():
        return refused(request, "screening/separation.html", context, form)
    draft = form.draft(household, request.place)
    outcome = commands.separate(draft, request.author, form.operation)
    if isinstance(outcome, Refusal):
        return refused(request, "screening/separation.html", context, outcome)
    sentence = _("On record: %(name)s apart from the family, to be reviewed on %(day)s.") % {
        "name": listed(one.own for one in living if one.id in draft.people),
        "day": day_in_words(draft.review_on),
    }
    return done(request, sentence, "screening:lane", undo_url=_undo(outcome))


@room("screening")
@require_GET
def reviews(request: RoomRequest) -> HttpResponse:
    """Every separation that lasts, the most overdue first."""
    page = Paginator(queries.open_separations(), queries.PAGE_ROWS).get_page(
        request.GET.get("page")
    )
    rows = rows_of(queries.reviews(list(page.object_list), today()), house(request))
    return render(request, "screening/reviews.html", {"page": page, "rows": rows})


@room("screening")
def review(request: RoomRequest, separation: str) -> HttpResponse:
    """One separation: look at it again."""
    held = get_object_or_404(Separation, id=separation)
    form = ReviewForm(request.POST or None, initial={"review_on": _usual_review()})
    context = {**_separation_context(request, held), "form": form, "end_form": EndForm()}
    if request.method != "POST":
        return render(request, "screening/review.html", context)
    if not form.is_valid():
        return refused(request, "screening/review.html", context, form)
    given = form.cleaned_data
    outcome = commands.review_separation(
        held.id,
        given["outcome"],
        given["review_on"].isoformat(),
        request.author,
        form.operation,
    )
    if isinstance(outcome, Refusal):
        return refused(request, "screening/review.html", context, outcome)
    sentence = _("Reviewed. The next review is on %(day)s.") % {
        "day": day_in_words(given["review_on"].isoformat())
    }
    return done(request, sentence, "screening:reviews", undo_url=_undo([outcome]))


@stands_on(_review_of)
@room("screening")
@require_POST
def end(request: RoomRequest, separation: str) -> HttpResponse:
    """One separation: it ended."""
    held = get_object_or_404(Separation, id=separation)
    form = EndForm(request.POST)
    context = {
        **_separation_context(request, held),
        "form": ReviewForm(initial={"review_on": _usual_review()}),
        "end_form": form,
    }
    if not form.is_valid():
        return refused(request, "screening/review.html", context, form)
    outcome = commands.end_separation(
        held.id, form.cleaned_data["ended"], request.place, request.author, form.operation
    )
    if isinstance(outcome, Refusal):
        return refused(request, "screening/review.html", context, outcome)
    return done(
        request, _("The separation has ended."), "screening:reviews", undo_url=_undo([outcome])
    )


@stands_on(_review_of)
@room("screening")
@require_POST
def back(request: RoomRequest, separation: str) -> HttpResponse:
    """Somebody came back here, the family is elsewhere: the link stays open."""
    held = get_object_or_404(Separation, id=separation)
    outcome = commands.bring_back(held.id, request.place, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        context = {
            **_separation_context(request, held),
            "form": ReviewForm(initial={"review_on": _usual_review()}),
            "end_form": EndForm(),
        }
        return refused(request, "screening/review.html", context, outcome)
    return done(
        request,
        _("Back here. The separation lasts until the family is together."),
        "screening:review",
        held.id,
        undo_url=_undo([outcome]),
    )


def _prefilled(request: RoomRequest, living: Sequence[Person]) -> dict[str, object]:
    """Who goes comes from the lane; everybody else of the family stays."""
    goers = request.GET.getlist("people")
    return {
        "people": goers,
        "kin": [one.id for one in living if one.id not in goers],
        "lane": request.GET.get("lane", ""),
        "review_on": _usual_review(),
    }


def _usual_review() -> str:
    return (today() + timedelta(days=REVIEW_DAYS_USUAL)).isoformat()


def _separation_context(request: RoomRequest, held: Separation) -> dict[str, object]:
    person, kin = queries.ends_of(held)
    open_reason = may(request.user, REASONS_WALL)
    return {
        "held": held,
        "person": person,
        "words": in_words(person, today()) if person else "",
        "kin": kin,
        "row": queries.review_of(held, person, today()),
        "walled": queries.walled(held.id) if open_reason else None,
        "may_read": open_reason,
        "target": house(request).name_of(held.target),
        "standing": house(request).name_of(person.place) if person else "",
        "elsewhere": bool(person and person.alive and person.place != request.place),
    }
