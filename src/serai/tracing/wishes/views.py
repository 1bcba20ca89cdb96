"""The page of wishes: any officer writes down that somebody does not want to be found."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from serai.access.rooms import wall
from serai.core.refusal import Refusal
from serai.journal.store import Author
from serai.registry.finding import household_with
from serai.registry.members import in_words, today
from serai.registry.queries import people_of
from serai.tracing.models import Wish
from serai.tracing.wishes.commands import record_wish
from serai.web.answers import done, refused
from serai.web.forms import operation_of
from serai.web.letters import plain, western_digits

PAGE = "tracing/wish.html"
WITHDRAWN = "withdrawn"


@wall("wishes")
def wish(request: HttpRequest) -> HttpResponse:
    """By the token on a person's slip: who of the household says so, and what."""
    token = western_digits(plain(request.POST.get("token", request.GET.get("token", "")))).strip()
    if not token:
        return render(request, PAGE, {})
    household = household_with(token, "token")
    if isinstance(household, Refusal):
        return refused(request, PAGE, {"token": token}, household)
    context = _context(token, household)
    if request.method != "POST":
        return render(request, PAGE, context)
    person = request.POST.get("person", "")
    if person not in {one.id for one, _words, _held in context["members"]}:
        return refused(request, PAGE, context, Refusal(_("Choose whose wish it is.")))
    hidden = request.POST.get("wish") != WITHDRAWN
    author = Author(actor=request.user.get_username(), purpose="tracing")
    note = plain(request.POST.get("note", ""))
    outcome = record_wish(person, hidden, note, author, operation_of(request))
    if isinstance(outcome, Refusal):
        return refused(request, PAGE, context, outcome)
    sentence = (
        _("Written down. Nobody is told about them unless they agree.")
        if hidden
        else _("Written down: the wish is withdrawn.")
    )
    return done(request, sentence, reverse("tracing:wish"))


def _context(token: str, household: str) -> dict[str, Any]:
    people = people_of(household)
    held = Wish.objects.filter(id__in=[one.id for one in people], hidden=True)
    hidden = {one.id for one in held}
    day = today()
    return {
        "token": token,
        "members": [(one, in_words(one, day), one.id in hidden) for one in people if one.alive],
    }
