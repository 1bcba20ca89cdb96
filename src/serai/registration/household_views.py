"""The page of one household, and what life asks for: births, deaths, moves, corrections."""

import json

from django.forms import BaseForm
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from serai.access.places import house
from serai.access.rooms import RoomRequest, room
from serai.core.ids import station_mark
from serai.core.people import Person as Told
from serai.core.refusal import Refusal
from serai.journal import straight
from serai.journal.identity import this_station
from serai.registration import queries, reading, words
from serai.registration.commands import (
    add_member,
    change_head,
    correct_person,
    decide,
    move_member,
    refs_of,
    reverse_last,
)
from serai.registration.corrections import changes_in, shown_values
from serai.registration.drawing import ARRIVED_LATER, NEWBORN
from serai.registration.forms import (
    CorrectionForm,
    DeathForm,
    HeadForm,
    MoveForm,
    NewMemberForm,
)
from serai.registration.household_page import called, disputes, page_of
from serai.registration.rules import NO_HOUSEHOLD
from serai.registry.deaths import record_death
from serai.registry.lists import isolated
from serai.registry.models import Household, Person
from serai.registry.queries import household_of_token, people_of
from serai.web.answers import done, not_done, refused, stands_on
from serai.web.forms import operation_of
from serai.web.templatetags.serai import person_choice

NEWBORN_AGE = "0"
PAGE = "registration:household-page"


def home_of(person: str, **_others: str) -> str:
    """The page of the household a person lives in."""
    row = straight.first(Person, "WHERE id = %s", (person,))
    return reverse(PAGE, args=[row.household]) if row else ""


def page_of_household(household: str) -> str:
    """The page of a household."""
    return reverse(PAGE, args=[household])


@room("registration")
def household_page(request: RoomRequest, household: str) -> HttpResponse:
    """Members, where each is now, what is disputed, and everything that happened."""
    return render(
        request, "registration/household_page.html", page_of(_household(household), house(request))
    )


@stands_on(page_of_household)
@room("registration")
def newborn(request: RoomRequest, household: str) -> HttpResponse:
    """A child was born."""
    start = {"age": NEWBORN_AGE, "relation": "child"}
    return _new_member(request, household, NEWBORN, start)


@stands_on(page_of_household)
@room("registration")
def late_arrival(request: RoomRequest, household: str) -> HttpResponse:
    """A member arrived later than the others."""
    return _new_member(request, household, ARRIVED_LATER, {})


@stands_on(page_of_household)
@room("registration")
def head(request: RoomRequest, household: str) -> HttpResponse:
    """Somebody else heads the household from now on."""
    row = _household(household)
    people = [one for one in people_of(household) if one.alive and one.relation != "head"]
    choices = [(one.id, person_choice(one, words.age_of_json(one.age))) for one in people]
    form = HeadForm(_sent(request), people=choices)
    context = {"form": form, "household": row, "title": _("New head of the household")}
    if request.method != "POST":
        return render(request, "registration/act.html", context)
    if not form.is_valid():
        return refused(request, "registration/act.html", context, form)
    typed = form.cleaned_data
    outcome = change_head(
        household, typed["person"], typed["former_is"], request.author, form.operation
    )
    if isinstance(outcome, Refusal):
        return refused(request, "registration/act.html", context, outcome)
    return done(request, _("The household has a new head."), PAGE, household)


@stands_on(home_of)
@room("registration")
def correction(request: RoomRequest, person: str) -> HttpResponse:
    """A person's facts, to be written anew."""
    row = _person(person)
    values = shown_values(row)
    start = {**values, "shown": json.dumps(values), "seen": " ".join(_seen(row))}
    form = CorrectionForm(_sent(request), initial=start)
    del form.fields["relation"]
    context = {"form": form, "person": row, "household": row.household, "disputes": disputes(row)}
    template = "registration/correction.html"
    if request.method != "POST":
        return render(request, template, context)
    if not form.is_valid():
        return refused(request, template, context, form)
    outcome = correct_person(
        person,
        changes_in(form, row),
        form.cleaned_data["seen"].split(),
        request.author,
        form.cleaned_data["reason"],
        form.operation,
    )
    if isinstance(outcome, Refusal):
        return refused(request, template, context, outcome)
    said = _("Corrected. The old value stays in the history.")
    if disputes(_person(person)):
        said = _("Saved. Somebody else wrote another value meanwhile: choose which one holds.")
    undo_url = _undo(person, "person_corrected")
    return done(request, said, PAGE, row.household, undo_url=undo_url)


@stands_on(home_of)
@room("registration")
@require_POST
def decision(request: RoomRequest, person: str) -> HttpResponse:
    """Of several values that stations wrote, this one holds."""
    row = _person(person)
    number = request.POST.get("number", "")
    outcome = decide(
        person,
        request.POST.get("field", ""),
        int(number) if number.isdecimal() else -1,
        request.author,
        operation_of(request),
    )
    if isinstance(outcome, Refusal):
        return not_done(request, outcome, PAGE, row.household)
    return done(request, _("Decided."), PAGE, row.household)


@stands_on(home_of)
@room("registration")
def death(request: RoomRequest, person: str) -> HttpResponse:
    """A person died."""
    row = _person(person)
    form = DeathForm(_sent(request))
    title = _("Death of %(name)s") % {"name": called(row)}
    context = {"form": form, "household": _household(row.household), "title": title}
    if request.method != "POST":
        return render(request, "registration/act.html", context)
    if not form.is_valid():
        return refused(request, "registration/act.html", context, form)
    typed = form.cleaned_data
    outcome = record_death(
        person,
        request.place,
        typed["circumstances"],
        typed["told_by"],
        request.author,
        typed["at"] or 0,
        form.operation,
    )
    if isinstance(outcome, Refusal):
        return refused(request, "registration/act.html", context, outcome)
    undo_url = _undo(person, "death_recorded")
    return done(request, _("The death is written down."), PAGE, row.household, undo_url=undo_url)


@stands_on(home_of)
@room("registration")
def move(request: RoomRequest, person: str) -> HttpResponse:
    """A person goes over to another household, or starts a new one."""
    row = _person(person)
    form = MoveForm(_sent(request))
    title = _("%(name)s changes household") % {"name": called(row)}
    context = {"form": form, "household": _household(row.household), "title": title}
    if request.method != "POST":
        return render(request, "registration/act.html", context)
    if not form.is_valid():
        return refused(request, "registration/act.html", context, form)
    target = _target(form)
    if isinstance(target, Refusal):
        return refused(request, "registration/act.html", context, target)
    relation = form.cleaned_data["relation"]
    outcome = move_member(person, target, relation, request.author, form.operation)
    if isinstance(outcome, Refusal):
        return refused(request, "registration/act.html", context, outcome)
    undo_url = _undo(person, "member_moved")
    return done(request, _("Moved."), PAGE, outcome.target, undo_url=undo_url)


@stands_on(home_of)
@room("registration")
@require_POST
def reversal(request: RoomRequest, person: str, event: str) -> HttpResponse:
    """Undo of a birth, a late arrival, a death, a move or a correction written by mistake."""
    home = _person(person).household
    outcome = reverse_last(person, event, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return not_done(request, outcome, PAGE, home)
    back = Person.objects.filter(id=person).first()
    return done(request, _("Taken back."), PAGE, back.household if back else home)


def _new_member(
    request: RoomRequest, household: str, reason: str, start: dict[str, str]
) -> HttpResponse:
    row = _household(household)
    form = NewMemberForm(_sent(request), initial={**_of_the_family(household), **start})
    title = _("A child was born") if reason == NEWBORN else _("A member arrived later")
    context = {"form": form, "household": row, "title": title, "reason": reason}
    if request.method != "POST":
        return render(request, "registration/member.html", context)
    if not form.is_valid():
        return refused(request, "registration/member.html", context, form)
    member = form.member()
    outcome = add_member(household, request.place, member, reason, request.author, form.operation)
    if isinstance(outcome, Refusal):
        return refused(request, "registration/member.html", context, outcome)
    undo_url = _undo(outcome.member.person, "member_added")
    said = _("%(name)s belongs to the household now.") % {"name": isolated(_called(member))}
    return done(request, said, PAGE, household, undo_url=undo_url)


def _of_the_family(household: str) -> dict[str, str]:
    """What a new child most likely shares with the household."""
    members = people_of(household)
    couple = [one for one in members if one.relation in ("head", "spouse")]
    father = next((one for one in couple if one.sex == "male"), None)
    first = members[0] if members else None
    if first is None:
        return {}
    shared = {"nationality": first.nationality, "origin": words.origin(first.origin)}
    if father is None:
        return {**shared, "family": first.family}
    chain = {"father": father.own, "grandfather": father.father, "family": father.family}
    return {**shared, **chain}


def _seen(row: Person) -> tuple[str, ...]:
    return refs_of(row, *words.CORRECTABLE)


def _target(form: BaseForm) -> str | Refusal:
    """The household a clerk named by its token; empty for a new one."""
    typed = form.cleaned_data
    if typed["into"] == MoveForm.NEW:
        return ""
    code = reading.token(typed["target"], station_mark(this_station()))
    found = household_of_token(code) or Household.objects.filter(id=typed["target"]).first()
    return found.id if found else Refusal(NO_HOUSEHOLD, field="target")


def _sent(request: RoomRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _undo(person: str, kind: str) -> str:
    latest = [one for one in queries.history("", [person]) if one.kind == kind]
    return reverse("registration:reversal", args=[person, latest[0].id]) if latest else ""


def _household(identity: str) -> Household:
    row = straight.first(Household, "WHERE id = %s", (identity,))
    if row is None:
        raise Http404(_("There is no such household. Search by token or name."))
    return row


def _person(identity: str) -> Person:
    row = straight.first(Person, "WHERE id = %s", (identity,))
    if row is None:
        raise Http404(_("No person in the books has this number."))
    return row


def _called(member: Told) -> str:
    return member.names.full() or _("The child")
