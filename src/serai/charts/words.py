"""The words that every map carries, in the language of the page."""

from django.utils.translation import gettext as _

from serai.charts.map import MapWords


def map_words(title: str) -> MapWords:
    """The words of a map with this title."""
    return MapWords(
        title=title,
        nothing=_("No place on this map is open yet."),
        on_the_road=_("{count} on the road"),
        euphrates=_("Euphrates"),
        khabur=_("Khabur"),
        syria=_("Syria"),
        iraq=_("Iraq"),
    )
