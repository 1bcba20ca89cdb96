"""The route as a map of its dangers, in the language of the page."""

from collections.abc import Callable, Sequence

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from serai.charts.hazards import MapHazard
from serai.charts.map import MapPlace, MapWords, route_map
from serai.convoys.road.queries import Danger, Leg
from serai.convoys.road.words import end_words, status_words
from serai.core.operation import PLACES
from serai.core.road import BY_ID

DRAWN_MAX = 15  # numbers on a map of this size that can still be told apart
NameOf = Callable[[str], str]


def road_map(
    legs: Sequence[Leg], found: Sequence[Danger], people: dict[str, int], name_of: NameOf
) -> SafeString:
    """The map: people at every place of the road, how each segment may be driven, what warns."""
    ends = {end for leg in legs for end in (leg.segment.source, leg.segment.target)}
    places = [
        MapPlace(one.place, end_words(one.place, name_of), one.latitude, one.longitude,
                 people.get(one.place, 0))
        for one in PLACES
        if one.place in ends and one.latitude is not None and one.longitude is not None
    ]  # fmt: skip
    road = [(leg.segment.source, leg.segment.target) for leg in legs]
    svg = route_map(
        places, road, _words(), name="road", rtl=get_language_bidi(),
        states={
            (leg.segment.source, leg.segment.target): (leg.status, _said(leg, name_of))
            for leg in legs
        },
        hazards=[_drawn(one) for one in found if one.number and one.segments][:DRAWN_MAX],
    )  # fmt: skip
    return mark_safe(svg)  # noqa: S308 - the charts escape every text


def _said(leg: Leg, name_of: NameOf) -> str:
    ends = [end_words(one, name_of) for one in (leg.segment.source, leg.segment.target)]
    return f"{' – '.join(ends)}: {status_words(leg.status)}"


def _drawn(one: Danger) -> MapHazard:
    where, segment = one.whereabouts, BY_ID.get(one.row.segment)
    at = where.at or (None, None)
    words = " · ".join(part for part in (one.what, one.row.place, one.age) if part)
    return MapHazard(
        number=one.number,
        words=words,
        latitude=at[0],
        longitude=at[1],
        kilometres=where.kilometres,
        is_pin=where.is_pin,
        stretch=(segment.source, segment.target) if segment else None,
    )


def _words() -> MapWords:
    return MapWords(
        title=_("The road"),
        nothing=_("No place on this map is open yet."),
        on_the_road=_("{count} on the road"),
        euphrates=_("Euphrates"),
        khabur=_("Khabur"),
        syria=_("Syria"),
        iraq=_("Iraq"),
    )
