"""Pages of the sitrep: one page at a chosen hour, its files, and the standards it measures by."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from serai.access.places import house
from serai.access.rooms import RoomRequest, room
from serai.core.refusal import Refusal
from serai.core.standards import BY_ID, FIGURE_MAX
from serai.documents.onepage import Block, numbers_in, printed
from serai.situation.commands import set_standard
from serai.situation.models import StandardSetting
from serai.situation.moment import moment_of
from serai.situation.pictures import pictures_of
from serai.situation.reported import Held
from serai.situation.sitrep import sitrep_at, standards_at
from serai.situation.sitrep_blocks import (
    blocks_of,
    change_words,
    headline_words,
    hidden_words,
    moment_words,
)
from serai.situation.sitrep_files import FORMS
from serai.web.answers import done, refused
from serai.web.forms import Form

HISTORY_SHOWN = 20
SOURCE_LETTERS_MAX = 200


class StandardForm(Form):
    """A figure of what a person needs, and where it is from."""

    figure = forms.FloatField(label=_("Figure"), min_value=0, max_value=FIGURE_MAX)
    source = forms.CharField(label=_("Source"), max_length=SOURCE_LETTERS_MAX)


@room("situation")
@require_GET
def sitrep(request: RoomRequest) -> HttpResponse:
    """The page to read, print or carry away."""
    moment = moment_of(request)
    found = sitrep_at(moment)
    links = {"reported": [_sentence_of(one) for one in found.reported]}
    context = {
        "moment": moment,
        "found": found,
        "when": moment_words(found),
        "headlines": [(one, headline_words(one.key), change_words(one)) for one in found.headlines],
        "blocks": [_printed(one, links.get(one.id, ())) for one in blocks_of(found)],
        "hidden": hidden_words(),
        "picture": pictures_of(moment).arrivals,
    }
    return render(request, "situation/sitrep.html", context)


@room("situation")
@require_GET
def sitrep_file(request: RoomRequest, form: str) -> HttpResponse:
    """The same figures as a file."""
    if form not in FORMS:
        raise Http404(gettext("The sitrep has no such form."))
    moment = moment_of(request)
    kind, made = FORMS[form]
    content = made(sitrep_at(moment), house(request).station_name)
    answer = HttpResponse(content, content_type=kind)
    name = f"sitrep-{moment.local:%Y-%m-%d-%H%M}.{form}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@room("situation")
@require_GET
def standards(request: RoomRequest) -> HttpResponse:
    """What a person needs by the standards, and who set which figure when."""
    moment = moment_of(request)
    context = {
        "moment": moment,
        "rows": [(gettext(one.name), gettext(one.unit), one) for one in standards_at(moment.at_ms)],
        "history": [
            (gettext(BY_ID[one.standard].name) if one.standard in BY_ID else one.standard, one)
            for one in StandardSetting.objects.order_by("-at", "id")[:HISTORY_SHOWN]
        ],
    }
    return render(request, "situation/standards.html", context)


@room("situation")
def standard(request: RoomRequest, standard: str) -> HttpResponse:
    """Sets one figure."""
    moment = moment_of(request)
    held = next((one for one in standards_at(moment.at_ms) if one.id == standard), None)
    if held is None:
        raise Http404(gettext("There is no such standard."))
    start: dict[str, Any] = {"figure": f"{held.figure:g}", "source": gettext(held.source)}
    form = StandardForm(request.POST or None, initial=start)
    context = {
        "moment": moment, "form": form, "held": held,
        "name": gettext(held.name), "unit": gettext(held.unit),
    }  # fmt: skip
    if request.method != "POST":
        return render(request, "situation/standard.html", context)
    if not form.is_valid():
        return refused(request, "situation/standard.html", context, form)
    typed = form.cleaned_data
    outcome = set_standard(
        standard, typed["figure"], typed["source"], request.author, form.operation
    )
    if isinstance(outcome, Refusal):
        return refused(request, "situation/standard.html", context, outcome)
    return done(request, gettext("The figure holds from now on."), "situation:standards")


def _sentence_of(one: Held) -> str:
    """The address of the sentence a reported figure came from."""
    return f"{reverse('situation:report', args=[one.claim.report])}#figure-{one.claim.number}"


def _printed(block: Block, links: Sequence[str]) -> dict[str, Any]:
    """A block with its cells as printed, which columns hold numbers, and where its rows lead."""
    numbers = numbers_in(block)
    return {
        "block": block,
        "head": list(zip(block.head, numbers, strict=True)),
        "rows": [
            (list(zip(map(printed, row), numbers, strict=True)), link)
            for row, link in zip_longest(block.rows, links, fillvalue="")
        ],
    }
