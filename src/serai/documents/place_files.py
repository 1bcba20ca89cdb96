"""Reads the places of a country from a file a person brings: GeoNames, or OCHA's admin areas.

GeoNames: the tab files of its download page (SY.txt, cities15000.txt, allCountries.txt). OCHA and
HDX: tables (CSV, XLSX) or GeoJSON with P-codes, whatever their columns are called.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from openpyxl import load_workbook

from serai.core.gazetteer.iso import ISO3
from serai.core.gazetteer.rows import Place
from serai.core.refusal import Refusal, gettext_noop
from serai.core.reports.encodings import decoded

PLACES_MAX = 150_000
GEONAMES_COLUMNS = 19
NAMES_MAX = 12  # spellings kept of a place
CAMPS = frozenset(("CMP", "CMPRF", "CMPLA", "CMPL"))
ADMIN = re.compile(r"ADM([1-4])$")
WRITTEN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ\u0621-\u064a\u064b-\u0652\u0670 '’`ʿʾ()-]{3,60}$")
ARABIC = re.compile("[\u0621-\u064a]")
LEVEL = re.compile(r"^(?:adm|admin)_?(\d)", re.IGNORECASE)
LATITUDE = re.compile(
    r"^(?:lat|latitude|y|center_lat|point_y|lat_dd|latitude_y|centroid_lat)$", re.I
)
LONGITUDE = re.compile(
    r"^(?:lon|long|lng|longitude|x|center_lon|point_x|lon_dd|longitude_x|centroid_lon)$", re.I
)
KINDS = {0: "country", 1: "admin1", 2: "admin2", 3: "town", 4: "village"}

NOT_PLACES = gettext_noop(
    "%(name)s holds no places that can be read: neither GeoNames' tab file nor a table, workbook "
    "or GeoJSON with P-codes."
)
TOO_MANY = gettext_noop(
    "%(name)s holds more than %(limit)s places. Choose countries with --country."
)


def places_in(
    content: Iterable[bytes], name: str, countries: frozenset[str] = frozenset()
) -> list[Place] | Refusal:
    """The places of a file given line by line; only those of `countries` (ISO-3) when named."""
    kept: dict[str, Place] = {}
    try:
        for place in _found_in(iter(content), countries):
            kept.setdefault(place.id, place)
            if len(kept) > PLACES_MAX:
                return Refusal(TOO_MANY, {"name": name, "limit": PLACES_MAX})
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        zipfile.BadZipFile,
        OSError,
        RecursionError,
        csv.Error,
    ):
        return Refusal(NOT_PLACES, {"name": name})
    return list(kept.values()) or Refusal(NOT_PLACES, {"name": name})


def _found_in(lines: Iterator[bytes], countries: frozenset[str]) -> Iterator[Place]:
    first = next(lines, b"")
    if first.count(b"\t") == GEONAMES_COLUMNS - 1:
        yield from _of_geonames(_chained(first, lines), countries)
    else:
        yield from _of_areas(first + b"".join(lines), countries)


def _chained(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


# GeoNames


def _of_geonames(lines: Iterable[bytes], countries: frozenset[str]) -> Iterator[Place]:
    for line in lines:
        cells = line.decode("utf-8", errors="replace").rstrip("\r\n").split("\t")
        if len(cells) != GEONAMES_COLUMNS:
            continue
        land = ISO3.get(cells[8], "")
        kind = _kind(cells[6], cells[7])
        if kind and land and (not countries or land in countries):
            place = _from_cells(cells, land, kind)
            if place:
                yield place


def _kind(feature: str, code: str) -> str:
    if code in CAMPS:
        return "camp"
    if feature == "A" and (level := ADMIN.match(code)):
        return KINDS[min(2, int(level.group(1)))]
    return "town" if feature == "P" and code not in ("PPLH", "PPLQ", "PPLW") else ""


def _from_cells(cells: list[str], land: str, kind: str) -> Place | None:
    at = _position(cells[4], cells[5])
    names = [name for name in (cells[2], *cells[3].split(",")) if WRITTEN.match(name)]
    arabic = next((name for name in names if ARABIC.search(name)), "")
    others = tuple(dict.fromkeys(name for name in names if name != cells[1]))[:NAMES_MAX]
    if not cells[1].strip() or at is None:
        return None
    source = f"gn{cells[0]}" if cells[0].isdigit() else ""
    return Place(source, cells[1], arabic, land, kind, at, "~1 km", source, "GeoNames", others)


# OCHA, HDX


def _of_areas(content: bytes, countries: frozenset[str]) -> Iterator[Place]:
    for row in _rows(content):
        for place in _of_row(row):
            if not countries or place.country in countries:
                yield place


def _rows(content: bytes) -> Iterator[dict[str, Any]]:
    """The rows of a table, whatever file it came in, by the names of their columns."""
    if content[:4] == b"PK\x03\x04":
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for sheet in book.worksheets:
            yield from _by_head(list(row) for row in sheet.iter_rows(values_only=True))
        return
    text = decoded(content).lstrip()
    if text.startswith("{"):
        for feature in json.loads(text).get("features") or ():
            yield {**(feature.get("properties") or {}), **_middle(feature.get("geometry"))}
        return
    separator = max(",;\t", key=text.partition("\n")[0].count)
    yield from _by_head(csv.reader(io.StringIO(text), delimiter=separator))


def _by_head(rows: Iterable[list[Any]]) -> Iterator[dict[str, Any]]:
    head: list[str] = []
    for row in rows:
        if not head:
            named = [str(cell or "").strip() for cell in row]
            head = named if any(_is_code(name) for name in named) else []
        elif not str(row[0] or "").startswith("#"):  # a row of HXL tags
            yield dict(zip(head, row, strict=False))


def _is_code(column: str) -> bool:
    return bool(re.search(r"p_?code", column, re.IGNORECASE))


def _of_row(row: dict[str, Any]) -> Iterator[Place]:
    """The area of each level that a row names; the position belongs to the smallest of them."""
    codes: dict[int, str] = {}
    names: dict[int, dict[str, str]] = {}
    for column, cell in row.items():
        level = _level(column)
        if level is None or cell in (None, ""):
            continue
        if _is_code(column):
            codes[level] = str(cell).strip()
        elif part := _language(column):
            names.setdefault(level, {})[part] = str(cell).strip()
    smallest = max(codes, default=0)
    land = _land(codes)
    for level, code in codes.items():
        known = names.get(level, {})
        latin = known.get("en") or known.get("name") or known.get("other") or ""
        if level and land and latin:
            at = _position_of(row) if level == smallest else None
            others = tuple({name for name in known.values() if name != latin})
            yield Place(
                code, latin, known.get("ar", ""), land, KINDS.get(level, "village"), at,
                "centroid" if at else "", code, "OCHA", others,
            )  # fmt: skip


def _level(column: str) -> int | None:
    if found := LEVEL.match(column.strip()):
        return int(found.group(1))
    return (
        4
        if re.match(r"(?i)(?:ppl|place|community|village|town|name|pcode|p_code)", column)
        else None
    )


def _language(column: str) -> str:
    lowered = column.casefold()
    if re.search(r"type|alt[0-9]?name_|ref|date|valid|cod$|iso|_id$|area|shape", lowered):
        return ""
    if lowered.endswith(("_ar", "ar", "arabic")) and not lowered.endswith("far"):
        return "ar"
    if lowered.endswith(("_en", "en", "english")):
        return "en"
    return "name" if lowered.endswith("name") else "other" if "name" in lowered else ""


def _land(codes: dict[int, str]) -> str:
    """The country of P-codes: they begin with its two or three letters."""
    code = next((codes[level] for level in sorted(codes)), "").upper()
    if code[:3] in ISO3.values() and not code[2:3].isdigit():
        return code[:3]
    return ISO3.get(code[:2], "")


def _position_of(row: dict[str, Any]) -> tuple[float, float] | None:
    latitude = next((cell for name, cell in row.items() if LATITUDE.match(str(name))), None)
    longitude = next((cell for name, cell in row.items() if LONGITUDE.match(str(name))), None)
    return _position(latitude, longitude)


def _position(latitude: Any, longitude: Any) -> tuple[float, float] | None:
    try:
        at = (float(latitude), float(longitude))
    except (TypeError, ValueError):
        return None
    return at if -90 <= at[0] <= 90 and -180 <= at[1] <= 180 else None


def _middle(geometry: Any) -> dict[str, float]:
    """About the middle of a shape: the middle of its outline's corners."""
    corners: list[Any] = []
    waiting = [(geometry or {}).get("coordinates")]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list) and part and isinstance(part[0], int | float):
            corners.append(part)
        elif isinstance(part, list):
            waiting += part
    if not corners:
        return {}
    count = len(corners)
    return {
        "longitude": sum(corner[0] for corner in corners) / count,
        "latitude": sum(corner[1] for corner in corners) / count,
    }


class Loaded(msgspec.Struct, frozen=True):
    """What a file brought: how many places of which countries."""

    places: int
    countries: tuple[str, ...]


def loaded(places: list[Place]) -> Loaded:
    """How many places, of which countries."""
    return Loaded(len(places), tuple(sorted({place.country for place in places})))
