"""Looks a place up by any of its spellings, Latin or Arabic; one place per row, camps apart."""

from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec

from serai.core.country_table import ISO_COUNTRIES
from serai.core.gazetteer import middle_euphrates, world
from serai.core.gazetteer.keys import folded, key_of

LONGEST = 5  # words in a place name
ARTICLES = ("al ", "el ", "ash ", "as ", "ar ", "an ", "ad ", "at ", "az ")
class Place(msgspec.Struct, frozen=True):
    """A place a report may name."""

    id: str
    name: str
    name_ar: str
    country: str
    kind: str  # town, village, camp, site, region, admin1, country, river
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


@lru_cache(maxsize=20_000)
def find(name: str) -> Place | None:
    """The place of that name, in any spelling kept here.

    >>> find("Baghouz").id, find("Al Hol").id, find("al-Hol camp").id
    ('al-baghuz-fawqani', 'gn173797', 'al-hawl-camp')
    """
    return _by_name().get(key_of(name))


def everything() -> tuple[Place, ...]:
    """Every place kept here."""
    return _all()


@cache
def _by_name() -> dict[str, Place]:
    """Nearer places win over a namesake far away: rows are in order of nearness."""
    table: dict[str, Place] = {}
    for place in _all():
        for name in (place.name, place.name_ar, *place.also):
            key = key_of(name)
            if key:
                table.setdefault(key, place)
                table.setdefault(_bare(key), place)
    return table


def _bare(key: str) -> str:
    if key.startswith("ال") and " " not in key and len(key) > 5:
        return key[2:]
    for article in ARTICLES:
        if key.startswith(article) and len(key) > len(article) + 3:
            return key[len(article) :]
    return key


@cache
def _all() -> tuple[Place, ...]:
    return (*_of_the_operation(), *_countries(), *_of_the_world())


def _of_the_operation() -> Iterator[Place]:
    for row in middle_euphrates.ROWS:
        ident, name, arabic, country, kind, at, precision, pcode, source, also = row.split("|")
        latitude, _, longitude = at.partition(",")
        position = (float(latitude), float(longitude)) if at else None
        others = tuple(filter(None, also.split(";")))
        yield Place(ident, name, arabic, country, kind, position, precision, pcode, source, others)


def _countries() -> Iterator[Place]:
    for code, name, arabic, also in ISO_COUNTRIES:
        yield Place(code, name, arabic, code, "country", also=(also,) if also else ())
    for row in world.COUNTRY_WORDS:
        code, _, names = row.partition("|")
        yield from _named(code, names, "country")


def _of_the_world() -> Iterator[Place]:
    for row in world.ROWS:
        country, _, names = row.partition("|")
        for entry in names.split(";"):
            yield from _named(country, entry, "town")


def _named(country: str, entry: str, kind: str) -> Iterator[Place]:
    names, _, rest = entry.partition("=")
    first, *others = names.split(",")
    arabic, *spellings = rest.split(",")
    kind = {"*": "camp", "+": "region"}.get(first[:1], kind)
    name = first.lstrip("*+")
    if name:
        yield Place(
            f"{country.casefold()}-{folded(name).replace(' ', '-')}", name, arabic, country, kind,
            also=tuple(filter(None, (*others, *spellings))),
        )  # fmt: skip
