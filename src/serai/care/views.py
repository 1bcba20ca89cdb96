"""Pages of the medical tent: find somebody, sort them, send them to hospital, bring them back."""

from datetime import timedelta
from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from serai.access.places import house
from serai.access.rooms import RoomRequest, room
from serai.care import commands, patients, queries
from serai.care.forms import DeathForm, ReferralForm, ReturnForm, TriageForm
from serai.care.models import Referral
from serai.care.rules import HOSPITAL
from serai.care.stays import shown
from serai.core.events import DeathRecorded
from serai.core.refusal import Refusal
from serai.core.triage import DEAD, REVIEW_DAYS_IN_HOSPITAL, START
from serai.journal.reading import events_about
from serai.registry.deaths import record_death
from serai.registry.members import in_words, today
from serai.registry.models import Person
from serai.registry.queries import people_of
from serai.web.answers import done, refused, stands_on
from serai.web.desk import found, sought, taken_back, undo_address
from serai.web.templatetags.serai import person_choice

_undo = partial(undo_address, "care:undo")


def _page_of(person: str) -> str:
    return reverse("care:person", args=[person])


@room("care")
@require_GET
def triage(request: RoomRequest) -> HttpResponse:
    """Find the next person; below, everybody sorted here by urgency."""
    text = sought(request)
    if not text:
        return _open_list(request)
    return found(text, request, "care/triage.html", "care:household")


@room("care")
@require_GET
def household(request: RoomRequest, household: str) -> HttpResponse:
    """Which member of the household."""
    members = people_of(household)
    if not members:
        raise Http404
    if len(members) == 1:
        return redirect("care:person", members[0].id)
    day = today()
    context = {
        "people": [(one, in_words(one, day)) for one in members],
        "token": next((one.token for one in members if one.token), ""),
    }
    return render(request, "care/household.html", context)


@room("care")
def person(request: RoomRequest, person: str) -> HttpResponse:
    """One tap sorts a person; the sortings before stay below."""
    patient = get_object_or_404(Person, id=person)
    form = TriageForm(request.POST or None)
    context = {**_about(request, patient), "form": form}
    if request.method != "POST":
        return render(request, "care/person.html", context)
    if not form.is_valid():
        return refused(request, "care/person.html", context, form)
    word = form.cleaned_data["word"]
    outcome = commands.record_triage(
        patient.id,
        request.place,
        word,
        form.cleaned_data["note"],
        request.author,
        form.operation,
    )
    if isinstance(outcome, Refusal):
        return refused(request, "care/person.html", context, outcome)
    shown = queries.shown(word)
    sentence = _("%(name)s: %(word)s") % {"name": patient.own, "word": shown.label if shown else ""}
    if word == DEAD:
        return done(
            request,
            sentence,
            "care:death",
            patient.id,
            undo_url=_undo([outcome]),
        )
    return done(request, sentence, "care:triage", undo_url=_undo([outcome]))


@stands_on(_page_of)
@room("care")
def referral(request: RoomRequest, person: str) -> HttpResponse:
    """Send somebody to hospital; who goes along, who stays, when somebody asks after them."""
    patient = get_object_or_404(Person, id=person)
    day = today()
    family = [one for one in people_of(patient.household) if one.alive and one.id != patient.id]
    hospitals = [(one.id, one.shown) for one in house(request).places if one.kind == HOSPITAL]
    form = ReferralForm(
        [(one.id, person_choice(one, in_words(one, day))) for one in family],
        hospitals,
        request.POST or None,
        initial={"review_on": (day + timedelta(days=REVIEW_DAYS_IN_HOSPITAL)).isoformat()},
    )
    context = {
        "person": patient,
        "words": in_words(patient, day),
        "form": form,
        "family": family,
        "hospitals": hospitals,
    }
    if request.method != "POST":
        return render(request, "care/referral.html", context)
    if not form.is_valid():
        return refused(request, "care/referral.html", context, form)
    draft = form.draft(patient.id, request.place)
    outcome = commands.refer(draft, request.author, form.operation)
    if isinstance(outcome, Refusal):
        return refused(request, "care/referral.html", context, outcome)
    sentence = _("%(name)s goes to %(hospital)s.") % {
        "name": patient.own,
        "hospital": house(request).name_of(draft.target),
    }
    return done(request, sentence, "care:hospital", undo_url=_undo(outcome))


@room("care")
@require_GET
def hospital(request: RoomRequest) -> HttpResponse:
    """Who is in hospital, the longest stay first."""
    context = _in_hospital(request, request.GET.get("page", "1"))
    return render(request, "care/hospital.html", context)


@stands_on(lambda referral: reverse("care:hospital"))
@room("care")
@require_POST
def back(request: RoomRequest, referral: str) -> HttpResponse:
    """Somebody came back from hospital to this place."""
    held = get_object_or_404(Referral, id=referral)
    stay = queries.with_people([held])[0]
    form = ReturnForm([one.id for one in stay.people], request.POST)
    outcome: tuple[str, ...] | Refusal
    if form.is_valid():
        outcome = commands.bring_back(
            form.cleaned_data["people"], request.place, request.author, form.operation
        )
    else:
        outcome = Refusal(commands.NOBODY_BACK, field="people")
    if isinstance(outcome, Refusal):
        context = {**_in_hospital(request, "1"), "form": form}
        return refused(request, "care/hospital.html", context, outcome)
    return done(
        request,
        _("Back from hospital."),
        "care:hospital",
        undo_url=_undo(outcome),
    )


@stands_on(_page_of)
@room("care")
def death(request: RoomRequest, person: str) -> HttpResponse:
    """Somebody died: when, how, who told it. Their record and their family stay."""
    dead = get_object_or_404(Person, id=person)
    form = DeathForm(request.POST or None)
    context = {"person": dead, "words": in_words(dead, today()), "form": form}
    if request.method != "POST":
        return render(request, "care/death.html", context)
    if not form.is_valid():
        return refused(request, "care/death.html", context, form)
    given = form.cleaned_data
    outcome = record_death(
        dead.id,
        request.place,
        given["circumstances"],
        given["told_by"],
        request.author,
        given["at"] or 0,
        form.operation,
    )
    if isinstance(outcome, Refusal):
        return refused(request, "care/death.html", context, outcome)
    sentence = _("The death of %(name)s is written down.") % {"name": dead.own}
    return done(request, sentence, "care:triage", undo_url=_undo(_deaths(dead.id)[-1:]))


@room("care")
@require_POST
def undo(request: RoomRequest, events: str) -> HttpResponse:
    """Takes back what was just written."""
    return taken_back(request, events, commands.OURS, "care:triage")


def _in_hospital(request: RoomRequest, number: str) -> dict[str, Any]:
    page = Paginator(queries.in_hospital(), queries.PAGE_ROWS).get_page(number)
    stays = queries.with_people(list(page.object_list))
    return {"page": page, "stays": shown(stays, house(request))}


def _open_list(request: RoomRequest) -> HttpResponse:
    word = request.GET.get("word", "")
    counts = queries.open_counts(request.place)
    pages = Paginator(queries.open_rows(request.place, word), queries.PAGE_ROWS)
    words = [word] if word in counts else queries.OPEN_WORDS
    pages.count = sum(counts.get(one, 0) for one in words)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "page": page,
        "patients": patients.rows_of(queries.patients(list(page.object_list), today())),
        "counts": [(one, counts.get(one.sorting.word, 0)) for one in queries.five_words()],
        "word": word,
    }
    return render(request, "care/triage.html", context)


def _about(request: RoomRequest, patient: Person) -> dict[str, object]:
    history = queries.history(patient.id)
    return {
        "person": patient,
        "words": in_words(patient, today()),
        "five": queries.five_words(),
        "start": [(_(question), queries.shown(word)) for question, word in START],
        "history": history,
        "stays": queries.stays(patient.id),
        "elsewhere": patient.alive and patient.place != request.place,
        "sorted_dead": bool(history and history[0][0].word == DEAD and patient.alive),
    }


def _deaths(person: str) -> list[str]:
    events = events_about(f"person:{person}")
    return [event.id for event in events if isinstance(event.body, DeathRecorded)]
