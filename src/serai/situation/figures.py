"""Reported beside counted: for a place, every claim over the days with our own line under it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from serai.access.places import house
from serai.access.rooms import RoomRequest, room
from serai.charts.line import Interval, LineWords, Series, lines
from serai.core.reports.beside import MEASURES, Beside, Measure
from serai.core.script import in_script
from serai.situation import claim_words as words
from serai.situation.models import Compared
from serai.situation.moment import Moment, moment_of
from serai.situation.pictures import day_words
from serai.situation.reported import Figures, Held, compared, figures
from serai.situation.reported_lines import Named, line_of
from serai.web.letters import reads_arabic

DAYS_AROUND = 3
DAYS_MAX = 400
ROWS_MAX = 200
DRAWN_MAX = 40  # bars that can be told apart


@room("situation")
@require_GET
def figures_page(request: RoomRequest) -> HttpResponse:
    """Every claim of one place and sort beside our number of its days."""
    moment = moment_of(request)
    measure = _measure(request.GET.get("kind", ""))
    found = figures(moment)
    where = request.GET.get("where", "") or _usual(found, measure)
    held = [one for one in found.held if one.beside.measure == measure and one.where == where]
    held.sort(key=lambda one: (one.beside.last_on, one.claim.reported_on, one.claim.number))
    held = held[-ROWS_MAX:]
    context = {
        "moment": moment,
        "measure": measure,
        "where": where,
        "choices": _choices(request, found),
        "rows": _rows(held, house(request).name_of),
        "picture": _picture(found, held, measure, where, moment),
        "apart": [
            {"claim": claim, "said": words.said_words(claim),
             "kind": words.kind_words(claim.kind), "why": words.why_words(why)}
            for claim, why in found.apart[:ROWS_MAX]
        ],
    }  # fmt: skip
    return render(request, "situation/figures.html", context)


def _rows(held: Sequence[Held], name_of: Named) -> list[dict[str, Any]]:
    together: dict[str, list[Compared]] = {}
    for members in compared().values():
        for row in members:
            together.setdefault(row.claim, []).append(row)
    return [
        {
            "number": number,
            "line": line_of(one, name_of),
            "claim": one.claim,
            "certain": one.certain,
            "together": [
                (words.relation_words(row.relation), row)
                for row in together.get(one.claim.claim, ())
            ],
        }
        for number, one in enumerate(held, start=1)
    ]


def _measure(asked: str) -> Measure:
    return next((one for one in MEASURES if one == asked), "arrived")


def _usual(found: Figures, measure: Measure) -> str:
    """The place that most claims of this sort are about."""
    places = [one.where for one in found.held if one.beside.measure == measure]
    return max(sorted(set(places)), key=places.count, default="")


def _choices(request: RoomRequest, found: Figures) -> dict[str, list[tuple[str, str]]]:
    ours = [(one.id, one.shown) for one in house(request).places]
    known = {place for place, _ in ours}
    others = {
        one.where: in_script(one.claim.place or one.claim.place_from, reads_arabic())
        for one in found.held
        if one.where not in known
    }
    return {
        "where": [*ours, *sorted(others.items(), key=lambda one: one[1])],
        "kind": [(one, words.measure_words(one)) for one in MEASURES],
    }


def _picture(
    found: Figures, held: Sequence[Held], measure: Measure, where: str, moment: Moment
) -> str:
    days = _days(held, moment)
    if not days:
        return ""
    key = next((one.beside.key for one in held), where)
    running = measure in ("arrived", "left", "died", "registered")
    values = tuple(_counted(found, measure, key, day, running, moment) for day in days)
    drawn = [
        interval
        for number, one in enumerate(held, start=1)
        if (interval := _interval(found, one, number, days, running))
    ]
    told = LineWords(
        title=words.measure_words(measure),
        nothing=_("Nothing was counted or reported here in these days."),
    )
    svg = lines(
        [day_words(day) for day in days],
        [Series(_("counted"), values)],
        told,
        intervals=drawn[-DRAWN_MAX:],
        name="reported",
        rtl=get_language_bidi(),
    )
    return mark_safe(svg)  # noqa: S308 - the charts escape every text


def _days(held: Sequence[Held], moment: Moment) -> list[date]:
    if not held:
        return []
    ends = [date.fromisoformat(one.beside.last_on) for one in held]
    starts = [date.fromisoformat(one.beside.first_on) for one in held if one.beside.first_on]
    first = min(*ends, *starts, ends[0]) - timedelta(days=DAYS_AROUND)
    last = min(max(ends) + timedelta(days=DAYS_AROUND), moment.day)
    last = max(last, first)
    first = max(first, last - timedelta(days=DAYS_MAX))
    return [first + timedelta(days=day) for day in range((last - first).days + 1)]


def _counted(
    found: Figures, measure: Measure, key: str, day: date, running: bool, moment: Moment
) -> int | None:
    """Our number at the end of a day; for arrivals and deaths everybody since the beginning."""
    if measure == "remaining":
        return None
    if day > moment.day:
        return None
    on = day.isoformat()
    return found.counted.number(Beside(measure, key, "" if running else on, on))


def _interval(
    found: Figures, one: Held, number: int, days: Sequence[date], running: bool
) -> Interval | None:
    """A claim as a bar at its last day; one about a span of days begins at our line there."""
    last = date.fromisoformat(one.beside.last_on)
    if not days[0] <= last <= days[-1]:
        return None
    base, start = 0, None
    if running and one.beside.first_on:
        first = date.fromisoformat(one.beside.first_on)
        eve = (first - timedelta(days=1)).isoformat()
        base = found.counted.number(Beside(one.beside.measure, one.beside.key, "", eve)) or 0
        start = max(0, (first - timedelta(days=1) - days[0]).days)
    claim = one.claim
    low, high = claim.low, claim.high
    return Interval(
        at=(last - days[0]).days,
        low=None if low is None else base + low,
        high=None if high is None else base + high,
        name=claim.source,
        number=number,
        tip=f"{number}. {claim.source}: {words.number_words(low, high)}, "
        f"{words.days_words(one.beside.first_on, one.beside.last_on)}",
        start=start,
        base=base,
    )
