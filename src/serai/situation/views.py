"""Pages of the room: who is where, the age–sex table with its files, headcounts."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from serai.access.places import house
from serai.access.rooms import RoomRequest, room
from serai.core.refusal import Refusal
from serai.documents.tables import CSV, XLSX
from serai.journal import sql
from serai.registry.commands import take_headcount
from serai.registry.models import Headcount
from serai.situation import files, population, queries
from serai.situation.forms import HeadcountForm
from serai.situation.late import overdue
from serai.situation.moment import Moment, moment_of, replay_of
from serai.situation.pictures import band_words, pictures_of
from serai.situation.reported import reports_asked
from serai.situation.reported_lines import panel_of
from serai.situation.road import road_asked, road_news
from serai.situation.road_lines import road_lines
from serai.situation.worklist_rows import told
from serai.web.answers import done, refused

ROWS_A_PAGE = 25
NATIONALITIES_SHOWN = 8


@room("situation")
@require_GET
def situation(request: RoomRequest) -> HttpResponse:
    """Where everybody is, now or at a past hour, and what does not fit."""
    moment = moment_of(request)
    asked = (*queries.lists_asked(moment), *road_asked(moment), *reports_asked(moment))
    with sql.together(asked):
        return render(request, "situation/situation.html", _shown(request, moment))


def _shown(request: RoomRequest, moment: Moment) -> dict[str, Any]:
    found, known = queries.situation_at(moment), house(request)
    table, people_as_of = population.people_lately(moment)
    worklist, still_open = queries.worklist(moment)
    reviews, reviews_late = queries.overdue_reviews(moment)
    road = road_news(moment, found)
    alarms, reported = panel_of(moment, found.standings, known.name_of)
    return {
        "moment": moment,
        "replay": replay_of(moment, found.first_ms),
        "found": found,
        "pictures": pictures_of(moment),
        "nationalities": [_nationality(row, table) for row in table.rows[:NATIONALITIES_SHOWN]],
        "nationalities_more": max(0, len(table.rows) - NATIONALITIES_SHOWN),
        "people": table.total,
        "people_as_of": people_as_of,
        "worklist": told(worklist, moment.at_ms, known),
        "still_open": still_open,
        "overdue": overdue(road, reviews, reviews_late, found.at_ms, known),
        "road": road,
        "alarms": alarms,
        "reported": reported,
        "road_card": road_lines(road, known),
    }


@room("situation")
@require_GET
def table(request: RoomRequest) -> HttpResponse:
    """Age and sex by nationality, with its files."""
    moment, place = _asked(request)
    found = population.people_table(moment, place)
    context = {
        "moment": moment,
        "where": place,
        "table": found,
        "rows": [(files.nationality_words(row.nationality), row) for row in found.rows],
        "sexes": [files.sex_words(sex) for sex in ("female", "male")],
        "bands": [band_words(band) for band in population.BANDS],
        "places": _places(request),
    }
    return render(request, "situation/table.html", context)


@room("situation")
@require_GET
def table_xlsx(request: RoomRequest) -> HttpResponse:
    """The table as a workbook."""
    moment, place = _asked(request)
    found = population.people_table(moment, place)
    return _file(files.people_as_xlsx(found, moment, place), XLSX, moment, "xlsx")


@room("situation")
@require_GET
def table_csv(request: RoomRequest) -> HttpResponse:
    """The table as CSV."""
    moment, place = _asked(request)
    found = population.people_table(moment, place)
    return _file(files.people_as_csv(found), CSV, moment, "csv")


@room("situation")
@require_http_methods(["GET", "POST"])
def headcounts(request: RoomRequest) -> HttpResponse:
    """Everybody at a place was counted: write it down, and see earlier ones."""
    places = [(one.id, one.shown) for one in house(request).places]
    form = HeadcountForm(places, request.POST or None, initial={"place": request.place})
    rows = Paginator(Headcount.objects.order_by("-at", "id"), ROWS_A_PAGE)
    context = {"form": form, "page": rows.get_page(request.GET.get("page"))}
    if request.method != "POST":
        return render(request, "situation/headcounts.html", context)
    if not form.is_valid():
        return refused(request, "situation/headcounts.html", context, form)
    typed = form.cleaned_data
    outcome = take_headcount(
        typed["place"], typed["counted"], request.author, form.operation, typed["at"] or 0
    )
    if isinstance(outcome, Refusal):
        return refused(request, "situation/headcounts.html", context, outcome)
    return done(request, _sentence(outcome, typed["counted"]), "situation:headcounts")


def _asked(request: RoomRequest) -> tuple[Moment, str]:
    """The hour and the place of the table; a past hour is told for all places together."""
    moment = moment_of(request)
    return moment, request.GET.get("where", "") if moment.present else ""


def _nationality(row: population.Row, table: population.PeopleTable) -> dict[str, Any]:
    return {
        "name": files.nationality_words(row.nationality),
        "people": row.total,
        "percent": round(100 * row.total / table.total),
    }


def _places(request: RoomRequest) -> list[tuple[str, str]]:
    places = [(one.id, one.shown) for one in house(request).places]
    return [("", _("everywhere")), *places, (population.ROAD, _("on the road"))]


def _file(content: bytes, kind: str, moment: Moment, ending: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    name = f"people-{moment.local:%Y-%m-%d-%H%M}.{ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _sentence(event: str, counted: int) -> str:
    """What was written, and at once whether it fits the books."""
    row = Headcount.objects.filter(id=event).first()
    if row is None or row.counted == row.expected:
        return _("Counted %(n)s people: the same as in the books.") % {"n": counted}
    facts = {"n": counted, "expected": row.expected}
    return (
        _("Counted %(n)s people; the books have %(expected)s. See what does not balance.") % facts
    )
