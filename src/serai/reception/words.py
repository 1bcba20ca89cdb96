"""The gate's words: bands, ways of coming, conditions, and the names of places people come from."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from serai.access.places import Open
from serai.core.expected import COLUMNS
from serai.core.operation import TOWNS, town

Words = tuple[tuple[str, Promise], ...]

BANDS: Words = (
    ("man", _("Men")),
    ("woman", _("Women")),
    ("boy", _("Boys")),
    ("girl", _("Girls")),
    ("unknown", _("Not told apart")),
)
CAME_BY: Words = (
    ("truck", _("Truck")),
    ("minibus", _("Minibus")),
    ("bus", _("Bus")),
    ("car", _("Car")),
    ("ambulance", _("Ambulance")),
    ("on foot", _("On foot")),
)
CONDITIONS: Words = (
    ("wounded", _("Wounded")),
    ("exhausted", _("Exhausted")),
    ("newborn", _("Newborn")),
    ("pregnant", _("Pregnant")),
    ("child alone", _("Child alone")),
    ("needs stretcher", _("Needs a stretcher")),
)
ORIGINS_MAX = 5
FIRST_ORIGINS = ("baghuz", "susah", "hajin")  # before this gate has counted anybody
TOWN_OPTIONS = format_html_join(
    "", '<option value="{}">{}</option>', ((one.name, one.name_ar) for one in TOWNS)
)

_BY_KEY = dict((*BANDS, *CAME_BY, *CONDITIONS))
# What a column of a list may hold.
COLUMN_WORDS = {
    "": _("not used"),
    "name": _("full name"),
    "own": _("own name"),
    "father": _("father"),
    "grandfather": _("grandfather"),
    "family": _("family name"),
    "mother": _("mother"),
    "sex": _("sex"),
    "age": _("age or birth"),
    "origin": _("origin"),
    "household": _("household number"),
    "phone": _("telephone"),
}
assert set(COLUMN_WORDS) == set(COLUMNS)


def word(key: str) -> str:
    """A band, way of coming or condition in the reader's language; unknown keys as they stand."""
    return str(_BY_KEY.get(key, key))


def origin_name(key: str, places: Mapping[str, Open]) -> str:
    """Where a group came from, in the reader's language: a place, a town, or the words used."""
    if key in places:
        return places[key].shown
    known = town(key)
    if known is None:
        return key
    arabic = (get_language() or "").startswith("ar")
    return known.name_ar if arabic and known.name_ar else known.name


def origins(
    recent: Iterable[str], places: Mapping[str, Open], chosen: str = ""
) -> list[tuple[str, str]]:
    """The few origins worth a button: those of this gate's last groups, then the front."""
    front = [place.id for place in places.values() if place.kind == "front"]
    keys = [chosen, *recent, *front, *FIRST_ORIGINS]
    return [(key, origin_name(key, places)) for key in _first(keys, ORIGINS_MAX)]


def _first(keys: Iterable[str], most: int) -> list[str]:
    return [key for key in dict.fromkeys(keys) if key][:most]
