"""What every desk does alike: find a family by token or name, and take the last tap back."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from serai.access.rooms import RoomRequest
from serai.access.searches import family_called
from serai.core.events import Body
from serai.core.refusal import Refusal
from serai.registry.members import in_words, today
from serai.registry.undo import take_back
from serai.web.answers import UNPROCESSABLE, not_done, page_of_the_act, undone
from serai.web.answers import in_words as refusal_words
from serai.web.forms import operation_of
from serai.web.letters import plain, western_digits

SEPARATOR = ","


def sought(request: RoomRequest) -> str:
    """The token or name in the search box of a desk."""
    return western_digits(plain(request.GET.get("q", ""))).strip()


def found(text: str, request: RoomRequest, template: str, to: str) -> HttpResponse:
    """A token leads straight to the household's page `to`, a name to the people it fits."""
    family = family_called(text, request.author)
    if isinstance(family, str):
        return redirect(to, family)
    if isinstance(family, Refusal):
        context = {"q": text, "refusal": refusal_words(family)}
        return render(request, template, context, status=UNPROCESSABLE)
    day = today()
    people = [(one, in_words(one, day)) for one in family]
    return render(request, template, {"q": text, "people": people})


def undo_address(name: str, events: Sequence[str]) -> str:
    """Where the Undo button of these events posts to."""
    return reverse(name, args=[SEPARATOR.join(events)])


def taken_back(
    request: RoomRequest, events: str, ours: tuple[type[Body], ...], to: str
) -> HttpResponse:
    """Takes back what was just written, as far as this room wrote it."""
    outcome = take_back(events.split(SEPARATOR), ours, request.author, operation_of(request))
    if isinstance(outcome, Refusal):
        return not_done(request, outcome, page_of_the_act(request) or to)
    return undone(request, _("Taken back."), to)
