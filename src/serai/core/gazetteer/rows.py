"""One line a place, as the world's towns are packed and as a station keeps what it has loaded.

A line is: keys to look up by | name | Arabic | ISO-3 | kind | latitude,longitude | P-code. A name
that only differs from its first key by capitals is left out, and so is Arabic that is a key.
"""

import pkgutil
import re
from collections.abc import Iterable

import msgspec

from serai.core.gazetteer.keys import key_of

FILE = "world.tsv"
ARABIC = re.compile("[\u0621-\u064a]")


class Place(msgspec.Struct, frozen=True):
    """A place a report may name."""

    id: str
    name: str
    name_ar: str
    country: str  # ISO 3166-1 alpha-3
    kind: str  # town, village, camp, site, region, admin1, admin2, ..., country, river
    at: tuple[float, float] | None = None  # latitude, longitude
    precision: str = ""
    pcode: str = ""
    source: str = ""
    also: tuple[str, ...] = ()

    @property
    def is_camp(self) -> bool:
        """Whether people are sheltered here rather than at home."""
        return self.kind == "camp"

    @property
    def is_wide(self) -> bool:
        """Whether the place is too large to say where something happened."""
        return self.kind in ("region", "admin1", "country", "river")

    @property
    def is_far(self) -> bool:
        """Whether only the list of the world's towns knows it; such a name may be a plain word."""
        return self.source == "GeoNames world"


def packed() -> str:
    """The lines of the world's towns and first-level areas, as this package carries them."""
    return (pkgutil.get_data(__package__ or "", FILE) or b"").decode("utf-8")


def by_key(text: str) -> dict[str, list[str]]:
    """Lines by each key they can be looked up by."""
    table: dict[str, list[str]] = {}
    for line in text.split("\n"):
        for key in line[: line.find("|")].split(";"):
            if key in table:
                table[key].append(line)
            else:
                table[key] = [line]
    table.pop("", None)
    return table


def place_of(line: str, source: str) -> Place:
    """The place of a line.

    >>> place_of("goma;غوما|||COD||-1.67,29.23|", "").id
    'cod-goma-167-2923'
    """
    names, name, arabic, country, kind, at, pcode = line.split("|")
    keys = names.split(";")
    latitude, _, longitude = at.partition(",")
    position = (float(latitude), float(longitude)) if at else None
    name = name or keys[0].title()
    written = arabic or next((key for key in keys if ARABIC.search(key)), "")
    mark = re.sub(r"[^\d-]", "", at.replace(",-", ",").replace(",", "-")).strip("-") if at else kind
    ident = pcode or "-".join(filter(None, (country.casefold(), keys[0].replace(" ", "-"), mark)))
    return Place(ident, name, written, country, kind or "town", position, "~1 km" if at else "",
                 pcode, source, tuple(keys))  # fmt: skip


def line_of(place: Place) -> str:
    """The line of a place; the bars and line breaks of a name give way to spaces."""
    names = [name for name in (place.name, *place.also, place.name_ar) if name]
    keys = [key for key in dict.fromkeys(map(_key, names)) if key]
    at = f"{place.at[0]:.4f},{place.at[1]:.4f}" if place.at else ""
    kind = "" if place.kind == "town" else place.kind
    parts = (";".join(keys), _clean(place.name), _clean(place.name_ar), place.country, kind, at)
    return "|".join((*parts, _clean(place.pcode)))


def lines_of(places: Iterable[Place]) -> str:
    """The lines of many places."""
    return "".join(f"{line_of(place)}\n" for place in places)


def _key(name: str) -> str:
    return key_of(_clean(name.replace(";", " ")))


def _clean(name: str) -> str:
    return " ".join(re.sub(r"[|\s]+", " ", name).split())
