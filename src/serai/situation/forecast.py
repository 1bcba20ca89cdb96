"""The page of the forecast: the coming days as bands, what was said lately, and a scenario."""

from typing import Any

import msgspec
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from serai.access.places import house
from serai.access.rooms import RoomRequest, room
from serai.charts.line import LineWords, Series, lines
from serai.core.forecast import COUNTS_MIN, Scenario, scenario
from serai.situation.moment import Moment, moment_of
from serai.situation.outlook import SUMS, Outlook, outlook_at
from serai.situation.pictures import day_words
from serai.situation.reported import figures
from serai.situation.reported_lines import Line, Named, line_of
from serai.web.letters import western_digits

LOW_USUAL, HIGH_USUAL = 2_000, 6_000  # a day like the largest of the operation serai was made for
PEOPLE_MAX = 1_000_000
SLIDER_MAX = 10_000
DAYS_DRAWN = 21
REMAINING_SHOWN = 5


class Asked(msgspec.Struct, frozen=True):
    """The scenario as typed; `problem` says what was odd, and the usual one stands in."""

    low: int
    high: int
    problem: str = ""


@room("situation")
@require_GET
def forecast_page(request: RoomRequest) -> HttpResponse:
    """Tomorrow, three and seven days; what came of the last forecasts; what if the way opens."""
    moment = moment_of(request)
    found = outlook_at(moment)
    asked = asked_of(request.GET.get("low", ""), request.GET.get("high", ""))
    opened = scenario(found.counts, asked.low, asked.high)
    context = {
        "moment": moment,
        "found": found,
        "last": found.coming.last,
        "too_few": None if found.coming.is_enough else COUNTS_MIN,
        "bands": [(span_words(days), band) for days, band in found.sums()],
        "open_percent": round(100 * found.coming.open_chance),
        "picture": _picture(found),
        "past": [(found.on(one.day), one) for one in reversed(found.past)],
        "asked": asked,
        "slider_max": max(SLIDER_MAX, asked.high),
        "people_max": PEOPLE_MAX,
        "opened": _opened(opened),
        "remaining": _remaining(moment, house(request).name_of),
    }
    status = 422 if asked.problem else 200
    return render(request, "situation/forecast.html", context, status=status)


def span_words(days: int) -> str:
    """Tomorrow, or the days together."""
    if days == 1:
        return _("the next 24 hours")
    return _("%(n)s days together") % {"n": days}


def asked_of(low: str, high: str) -> Asked:
    """The scenario of two typed numbers, digits of any script."""
    if not low.strip() and not high.strip():
        return Asked(LOW_USUAL, HIGH_USUAL)
    typed = [western_digits(one).strip().replace(",", "") for one in (low, high)]
    if not all(one.isascii() and one.isdecimal() and len(one) <= 9 for one in typed):
        return Asked(LOW_USUAL, HIGH_USUAL, _("Write two whole numbers, the lower one first."))
    first, last = (int(one) for one in typed)
    if not first <= last <= PEOPLE_MAX:
        return Asked(LOW_USUAL, HIGH_USUAL, _("Write the lower number first; a million at most."))
    return Asked(first, last)


def _opened(opened: Scenario) -> list[tuple[str, Any]]:
    bands = [(1, opened.tomorrow), *((days, opened.sum(days)) for days in SUMS)]
    return [(span_words(days), band) for days, band in bands]


def _remaining(moment: Moment, name_of: Named) -> list[Line]:
    """What others said remains, the newest first; shown beside the forecast, never used in it."""
    held = [
        one
        for one in figures(moment).held
        if one.beside.measure == "remaining" and one.counted is not None
    ]
    held.sort(key=lambda one: (one.beside.last_on, one.claim.reported_on), reverse=True)
    return [line_of(one, name_of) for one in held[:REMAINING_SHOWN]]


def _picture(found: Outlook) -> str:
    counts, bands = found.counts[-DAYS_DRAWN:], found.coming.days
    if not counts:
        return ""
    before, ahead = len(counts), len(bands)
    first = len(found.counts) - before
    labels = [day_words(found.on(first + at)) for at in range(before + ahead)]
    series = [Series(_("counted"), (*counts, *(None,) * ahead))]
    if bands:
        start = (None,) * before
        series.append(
            Series(
                _("middle"),
                (*start, *(band.median for band in bands)),
                low=(*start, *(band.low for band in bands)),
                high=(*start, *(band.high for band in bands)),
            )
        )
    words = LineWords(title=_("Counted in, and what may come"), nothing=_("Nobody was counted in."))
    drawn = lines(labels, series, words, name="outlook", rtl=get_language_bidi())
    return mark_safe(drawn)  # noqa: S308 - the charts escape every text
