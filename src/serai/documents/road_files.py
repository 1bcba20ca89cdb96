"""Reads the road of an operation from a file a person brings: a table as CSV, or lines as GeoJSON.

A table has a row a segment, with the columns from, to, km, hours, kind; hours and kind may be
missing. A GeoJSON line joins the places its properties name, else those at its two ends; where it
says no kilometres, its own length counts.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import cos, hypot, radians
from typing import Any, Protocol

from serai.core.refusal import Refusal, gettext_noop
from serai.core.reports.encodings import decoded
from serai.core.road import Segment

SEGMENTS_MAX = 5_000
END_KM_MAX = 5  # so near to a line's end a place is the one it leads to
KILOMETRES_A_DEGREE = 111.2
COLUMNS = {
    "source": ("from", "source", "start", "من"),
    "target": ("to", "target", "end", "إلى", "الى"),
    "kilometres": ("km", "kilometres", "kilometers", "length_km", "distance", "كم"),
    "hours": ("hours", "usual_hours", "h", "ساعات"),
    "surface": ("kind", "surface", "road", "نوع"),
}
NOT_A_ROAD = gettext_noop(
    "%(name)s holds no road that can be read: neither a table with the columns from, to, km nor "
    "GeoJSON lines."
)
NO_PLACE = gettext_noop(
    "%(name)s, segment %(row)s: no place is called “%(place)s”. Open it first: serai places open"
)
NO_END = gettext_noop(
    "%(name)s, segment %(row)s: the line says not which places it joins, and none lies at its end."
)
NO_NUMBER = gettext_noop("%(name)s, segment %(row)s: “%(words)s” is no number.")
TOO_MANY = gettext_noop("%(name)s holds more than %(most)s segments.")


class Spot(Protocol):
    """What is known of an open place."""

    id: str
    name: str
    name_ar: str
    latitude: float | None
    longitude: float | None


class _Unread(ValueError):
    def __init__(self, sentence: str, **facts: str | int) -> None:
        super().__init__(sentence)
        self.sentence, self.facts = sentence, facts


def road_in(content: bytes, name: str, places: Sequence[Spot]) -> list[Segment] | Refusal:
    """The segments of a file; one that cannot be read refuses them all."""
    try:
        text = decoded(content)
        lines = _lines(text) if text.lstrip().startswith("{") else _rows(text)
        rows = [_row(number, told, places) for number, told in enumerate(lines, start=1)]
    except _Unread as stopped:
        return Refusal(stopped.sentence, {"name": name, **stopped.facts})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, csv.Error):
        return Refusal(NOT_A_ROAD, {"name": name})
    return rows or Refusal(NOT_A_ROAD, {"name": name})


def _rows(text: str) -> Iterator[Mapping[str, Any]]:
    head = text.split("\n", 1)[0]
    mark = max(",;\t", key=head.count)
    for row in csv.DictReader(io.StringIO(text), delimiter=mark):
        told = _known_columns(row)
        if not {"source", "target", "kilometres"} <= told.keys():
            raise ValueError(head)
        if any(told.values()):
            yield told


def _lines(text: str) -> Iterator[Mapping[str, Any]]:
    for feature in json.loads(text)["features"]:
        shape = feature.get("geometry") or {}
        if shape.get("type") in ("LineString", "MultiLineString"):
            points = shape["coordinates"]
            if shape["type"] == "MultiLineString":
                points = [point for part in points for point in part]
            path = [(float(point[1]), float(point[0])) for point in points]
            yield {**_known_columns(feature.get("properties") or {}), "path": path}


def _known_columns(row: Mapping[Any, Any]) -> dict[str, Any]:
    """The cells of the columns that are understood, whatever their case."""
    cells = {str(name).strip().casefold(): value for name, value in row.items() if name}
    return {
        ours: str(cells[theirs] if cells[theirs] is not None else "").strip()
        for ours, names in COLUMNS.items()
        for theirs in names
        if theirs in cells
    }


def _row(number: int, told: Mapping[str, Any], places: Sequence[Spot]) -> Segment:
    if number > SEGMENTS_MAX:
        raise _Unread(TOO_MANY, most=SEGMENTS_MAX)
    path = told.get("path", [])
    ends = (path[0], path[-1]) if path else (None, None)
    source, target = (
        _end(number, told.get(name, ""), at, places)
        for name, at in zip(("source", "target"), ends, strict=True)
    )
    kilometres = _number(number, told.get("kilometres", "")) or round(_length(path), 1)
    hours = _number(number, told.get("hours", ""))
    return Segment(source, target, kilometres, hours, told.get("surface", "").casefold())


def _end(number: int, said: str, at: tuple[float, float] | None, places: Sequence[Spot]) -> str:
    """The place that a file names, else the one at the end of its line."""
    if said:
        wanted = said.casefold()
        for one in places:
            if wanted in (one.id, one.name.casefold(), one.name_ar):
                return one.id
        raise _Unread(NO_PLACE, row=number, place=said)
    near = [
        (_length([at, (one.latitude, one.longitude)]), one.id)
        for one in places
        if at is not None and one.latitude is not None and one.longitude is not None
    ]
    found = min(near, default=(END_KM_MAX + 1.0, ""))
    if found[0] > END_KM_MAX:
        raise _Unread(NO_END, row=number)
    return found[1]


def _number(number: int, words: str) -> float:
    try:
        return float(words.replace(",", ".")) if words else 0.0
    except ValueError:
        raise _Unread(NO_NUMBER, row=number, words=words) from None


def _length(path: Iterable[tuple[float, float]]) -> float:
    """Kilometres along points; good enough for a road of a few hundred of them."""
    return sum(
        hypot((x2 - x1) * cos(radians((y1 + y2) / 2)), y2 - y1) * KILOMETRES_A_DEGREE
        for (y1, x1), (y2, x2) in pairwise(path)
    )
