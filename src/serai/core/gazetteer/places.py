"""Looks a place up by any of its spellings, Latin or Arabic; one place per row, camps apart.

Places of the operation come first, then places named in many reports, then what the station has
loaded, then towns of the world. A word of several places is settled by the countries around it.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

import msgspec

from serai.core.country_table import ISO_COUNTRIES
from serai.core.gazetteer import middle_euphrates, rows, world
from serai.core.gazetteer.iso import ISO3
from serai.core.gazetteer.keys import folded, key_of
from serai.core.gazetteer.rows import Place

__all__ = ["LONGEST", "Place", "bring", "candidates", "countries_of", "everything", "find"]

LONGEST = 5  # words in a place name
ARTICLES = ("al ", "el ", "ash ", "as ", "ar ", "an ", "ad ", "at ", "az ")

_bringers: list[Callable[[], str]] = []


@lru_cache(maxsize=20_000)
def find(name: str, countries: tuple[str, ...] = ()) -> Place | None:
    """The place of that name, in any spelling kept here; of several, one in these countries.

    >>> find("Baghouz").id, find("Al Hol").id, find("al-Hol camp").id
    ('al-baghuz-fawqani', 'gn173797', 'al-hawl-camp')
    >>> find("Tripoli").country, find("Tripoli", ("LBY",)).country
    ('LBN', 'LBY')
    """
    key = key_of(name)
    own = _by_name().get(key)
    if own and not countries:
        return _placed(own[0])
    found = _all_of(key)
    near = (place for place in found if place.country in countries)
    return next(near, found[0] if found else None)


def candidates(name: str) -> list[Place]:
    """Every place of that name, the likeliest first."""
    return _all_of(key_of(name))


def countries_of(names: Iterable[str]) -> tuple[str, ...]:
    """The countries a report is about: those it names, then those of names that are one place's.

    >>> countries_of(["Deir ez-Zor", "Hol"])
    ('SYR',)
    """
    named: list[str] = []
    meant: list[str] = []
    for name in names:
        places = candidates(name)
        lands = {place.country for place in places} - {""}
        if places and places[0].kind == "country":
            named.append(places[0].country)
        elif len(lands) == 1:
            meant += lands
    often = sorted(dict.fromkeys(meant), key=lambda land: -meant.count(land))
    return tuple(dict.fromkeys((*named, *often)))


def everything() -> tuple[Place, ...]:
    """The places of the operation and those that many reports name, without towns of the world."""
    return _all()


def bring(read: Callable[[], str]) -> None:
    """Lets a station add places it has loaded: lines as of `rows`, asked for when first needed."""
    _bringers.append(read)
    _brought.cache_clear()
    find.cache_clear()


def _all_of(key: str) -> list[Place]:
    own = [_placed(place) for place in _by_name().get(key, ())]
    far = [rows.place_of(line, "station") for line in _lines(_brought(), key)]
    far += [_ours(rows.place_of(line, "GeoNames world")) for line in _lines(_world(), key)]
    known = {(place.country, place.kind in ("admin1", "region")) for place in own}
    return own + [one for one in far if (one.country, one.kind == "admin1") not in known]


@cache
def _by_name() -> dict[str, list[Place]]:
    """Nearer places come before a namesake far away: rows are in order of nearness."""
    table: dict[str, list[Place]] = {}
    for place in _all():
        keys = {key_of(name) for name in (place.name, place.name_ar, *place.also) if name}
        shortest = 2 if place.source else 3  # of places of the operation, Hol alone is a name
        for key in keys | {_bare(key, shortest) for key in keys}:
            if key and place not in table.setdefault(key, []):
                table[key].append(place)
    return table


def _bare(key: str, shortest: int = 3) -> str:
    if key.startswith("ال") and " " not in key and len(key) > 5:
        return key[2:]
    for article in ARTICLES:
        if key.startswith(article) and len(key) > len(article) + shortest:
            return key[len(article) :]
    return key


def _placed(place: Place) -> Place:
    """A town that many reports name takes its position and Arabic from the towns of the world."""
    if place.at or place.kind != "town":
        return place
    for line in _lines(_world(), key_of(place.name)):
        far = rows.place_of(line, place.source)
        if far.country == place.country and far.at:
            return msgspec.structs.replace(
                place, at=far.at, name_ar=place.name_ar or far.name_ar, precision="town"
            )
    return place


def _ours(far: Place) -> Place:
    """The place that reports name in Latin letters, found by its Arabic ones."""
    for key in far.also:
        for own in _by_name().get(key, ()):
            if own.country == far.country and own.kind == far.kind:
                return _placed(own)
    return far


def _lines(table: dict[str, list[str]], key: str) -> list[str]:
    return table.get(key) or table.get(_bare(key), [])


@cache
def _world() -> dict[str, list[str]]:
    return rows.by_key(rows.packed())


@cache
def _brought() -> dict[str, list[str]]:
    return rows.by_key("\n".join(read() for read in _bringers))


@cache
def _all() -> tuple[Place, ...]:
    return (*_of_the_operation(), *_countries(), *_of_many_reports())


def _of_the_operation() -> Iterator[Place]:
    for row in middle_euphrates.ROWS:
        ident, name, arabic, land, kind, at, precision, pcode, source, also = row.split("|")
        latitude, _, longitude = at.partition(",")
        position = (float(latitude), float(longitude)) if at else None
        others = tuple(filter(None, also.split(";")))
        yield Place(
            ident, name, arabic, ISO3[land], kind, position, precision, pcode, source, others
        )


def _countries() -> Iterator[Place]:
    for code, name, arabic, also in ISO_COUNTRIES:
        yield Place(code, name, arabic, code, "country", also=(also,) if also else ())
    for row in world.COUNTRY_WORDS:
        code, _, names = row.partition("|")
        yield from _named(code, names, "country")


def _of_many_reports() -> Iterator[Place]:
    for row in world.ROWS:
        country, _, names = row.partition("|")
        for entry in names.split(";"):
            yield from _named(country, entry, "town")


def _named(land: str, entry: str, kind: str) -> Iterator[Place]:
    names, _, rest = entry.partition("=")
    first, *others = names.split(",")
    arabic, *spellings = rest.split(",")
    kind = {"*": "camp", "+": "region"}.get(first[:1], kind)
    name = first.lstrip("*+")
    code = ISO3.get(land, land)
    if name:
        yield Place(
            f"{code.casefold()}-{folded(name).replace(' ', '-')}", name, arabic, code, kind,
            also=tuple(filter(None, (*others, *spellings))),
        )  # fmt: skip
