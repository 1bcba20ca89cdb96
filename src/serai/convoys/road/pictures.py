"""The route as a map of its dangers, in the language of the page."""

from collections.abc import Sequence

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from serai.access.places import House
from serai.charts.hazards import MapHazard
from serai.charts.map import MapPlace, route_map
from serai.charts.words import map_words
from serai.convoys.road.queries import Danger, Leg
from serai.convoys.road.words import status_words
from serai.core.road import as_segment, ends
from serai.core.script import in_script
from serai.web.letters import reads_arabic

DRAWN_MAX = 15  # numbers on a map of this size that can still be told apart


def road_map(
    legs: Sequence[Leg], found: Sequence[Danger], people: dict[str, int], house: House
) -> SafeString:
    """The map: people at every place of the road, how each segment may be driven, what warns."""
    joined = {end for leg in legs for end in (leg.segment.source, leg.segment.target)}
    places = [
        MapPlace(one.id, house.name_of(one.id), one.latitude, one.longitude, people.get(one.id, 0))
        for one in house.opened
        if one.id in joined and one.latitude is not None and one.longitude is not None
    ]
    road = [(leg.segment.source, leg.segment.target) for leg in legs]
    svg = route_map(
        places, road, map_words(_("The road")), name="road", rtl=get_language_bidi(),
        states={
            (leg.segment.source, leg.segment.target): (leg.status, _said(leg, house))
            for leg in legs
        },
        hazards=[_drawn(one, house) for one in found if one.number and one.segments][:DRAWN_MAX],
    )  # fmt: skip
    return mark_safe(svg)  # noqa: S308 - the charts escape every text


def _said(leg: Leg, house: House) -> str:
    return f"{house.segment_name(leg.segment.segment)}: {status_words(leg.status)}"


def _drawn(one: Danger, house: House) -> MapHazard:
    where, stretch = one.whereabouts, ends(as_segment(one.row.segment))
    at = where.at or (None, None)
    place = house.name_of(one.row.place) if one.row.place else ""
    told = (one.what, in_script(place, reads_arabic()), one.age)
    words = " · ".join(part for part in told if part)
    return MapHazard(
        number=one.number,
        words=words,
        latitude=at[0],
        longitude=at[1],
        kilometres=where.kilometres,
        is_pin=where.is_pin,
        stretch=(stretch[0], stretch[1]) if len(stretch) == 2 else None,
    )
