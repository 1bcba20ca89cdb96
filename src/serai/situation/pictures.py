"""The pictures of the room, in the language of the page."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import msgspec
from django.utils import formats
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from serai.charts.bars import BarWords, Day, bars
from serai.charts.flow import FlowPlace, FlowRibbon, FlowWords, flow
from serai.charts.map import MapPlace, route_map
from serai.charts.pyramid import AgeBand, PyramidWords, pyramid
from serai.charts.svg import WIDTH
from serai.charts.words import map_words
from serai.core.road import Segment
from serai.situation.moment import Moment
from serai.situation.population import PeopleTable, by_age_and_sex, people_lately
from serai.situation.queries import Situation, situation_at
from serai.situation.remembered import drawn_from
from serai.situation.road import known_road

ACROSS = 1000  # of a picture 250 high, so that it fills the width of a sheet
DAYS_KEPT = 2_000


class Pictures(msgspec.Struct, frozen=True):
    """The four pictures of one moment, as markup."""

    flow: SafeString
    map: SafeString
    arrivals: SafeString
    ages: SafeString


def pictures_of(moment: Moment) -> Pictures:
    """The pictures, drawn once for each language while what they show stays."""
    found, (table, _as_of) = situation_at(moment), people_lately(moment)
    language, rtl = get_language() or "en", get_language_bidi()
    key = (moment.at_or_now, moment.day, language)
    segments = known_road(moment).segments
    flow, road, arrivals = drawn_from(
        ("books", segments, *key),
        found,
        lambda: (
            _safe(_flow(found, language, rtl)),
            _safe(_map(found, segments, language, rtl)),
            _safe(_arrivals(found.days, moment, rtl)),
        ),
    )
    ages = drawn_from(("ages", *key), table, lambda: _safe(_ages(table, rtl)))
    return Pictures(flow, road, arrivals, ages)


def arrivals_across(moment: Moment) -> SafeString:
    """The arrivals by day as wide as a printed page."""
    days = situation_at(moment).days
    return _safe(_arrivals(days, moment, get_language_bidi(), ACROSS))


def band_words(band: str) -> str:
    """An age band as people read it."""
    return _("unknown") if band == "unknown" else band.replace("-", "–")


def day_words(day: date) -> str:
    """A day as short as it can be said."""
    return _day(day, get_language())


@lru_cache(maxsize=DAYS_KEPT)
def _day(day: date, language: str | None) -> str:
    return str(formats.date_format(day, "j M"))


def _safe(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308 - the charts escape every text


def _flow(found: Situation, language: str, rtl: bool) -> str:
    places = [
        FlowPlace(
            one.id, one.named_in(language), one.people, one.unnamed, one.capacity, one.on_the_road
        )
        for one in found.standings
    ]
    ribbons = [FlowRibbon(*ribbon) for ribbon in found.ribbons]
    words = FlowWords(
        title=_("Where everybody is"),
        nobody=_("No place is open yet."),
        unnamed=_("{count} without a name"),
        capacity=_("room for {count}"),
        over=_("{count} more than {room}"),
        on_the_road=_("{count} on the road"),
        moved=_("{count} in 24 hours"),
    )
    return flow(places, ribbons, words, rtl=rtl)


def _map(found: Situation, segments: Sequence[Segment], language: str, rtl: bool) -> str:
    places = [
        MapPlace(
            place=one.id,
            name=one.named_in(language),
            latitude=one.latitude,
            longitude=one.longitude,
            people=one.people,
            on_the_road=one.on_the_road,
            over=one.over,
        )
        for one in found.standings
        if one.latitude is not None and one.longitude is not None
    ]
    joined = [(one.source, one.target) for one in segments]
    return route_map(places, joined, map_words(_("The route")), rtl=rtl)


def _arrivals(
    days: Sequence[tuple[date, int]], moment: Moment, rtl: bool, width: float = WIDTH
) -> str:
    last = days[-1][0]
    shown = [Day(day_words(day), people, so_far=day == last) for day, people in days]
    words = BarWords(
        title=_("Counted in by day"),
        nobody=_("Nobody was counted in during these four weeks."),
        mean=_("mean of 7 days"),
        gap=_("nobody arrived"),
        so_far=_("so far"),
    )
    return bars(shown, words, name="arrivals", width=width, rtl=rtl)


def _ages(table: PeopleTable, rtl: bool) -> str:
    bands = [
        AgeBand(band_words(band), female, male)
        for band, female, male in by_age_and_sex(table)
        if band != "unknown" or female or male
    ]
    words = PyramidWords(
        title=_("Age and sex"),
        nobody=_("Nobody has been registered yet."),
        female=_("Women and girls"),
        male=_("Men and boys"),
        unknown=_("Sex not known"),
    )
    return pyramid(bands, words, unknown=table.sums[-1], name="ages", rtl=rtl)
