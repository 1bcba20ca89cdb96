"""Reading people and searches from lines of JSON: a sentence for every line that cannot be read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from serai.core.matching.told import SEXES, Record, years

_TEXTS = ("sex", "place", "mother", "household", "role")
_YEARS = ("birth_year_from", "birth_year_to")


class Line(NamedTuple):
    """One line: the record, or why there is none; and what of it was not understood."""

    number: int
    record: Record | None
    sentence: str = ""


_strict = msgspec.json.Decoder(Record)
_any = msgspec.json.Decoder()


def lines(path: Path) -> Iterator[Line]:
    """Every line of a file but the empty ones."""
    with path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            if raw.strip():
                yield line(number, raw)


def line(number: int, raw: bytes) -> Line:
    """One line, read as kindly as can be."""
    try:
        record, doubt = _strict.decode(raw), ""
        if not record.names:
            record, doubt = _loosely(_any.decode(raw))
    except (msgspec.DecodeError, UnicodeDecodeError):
        try:
            record, doubt = _loosely(_any.decode(raw.decode("utf-8-sig", "strict")))
        except (msgspec.DecodeError, UnicodeDecodeError):
            return Line(number, None, f"line {number}: this is no JSON object in UTF-8.")
        except ValueError as error:
            return Line(number, None, f"line {number}: {error}")
    if not record.id:
        return Line(number, None, f"line {number}: the id is missing.")
    doubt = doubt or _doubt(record)
    return Line(number, record, f"line {number}: {doubt}" if doubt else "")


def _loosely(row: Any) -> tuple[Record, str]:
    """A record whose fields have other shapes: a number as id, one name instead of a list."""
    if not isinstance(row, dict):
        raise ValueError("a line must hold one JSON object.")
    if row.get("id") in (None, ""):
        raise ValueError("the id is missing.")
    doubts = []
    names = row.get("names", row.get("name", ()))
    names = [names] if isinstance(names, str) else names
    if not isinstance(names, list | tuple):
        names = []
        doubts.append("the names are no list of texts and were left out.")
    fields: dict[str, Any] = {
        "id": str(row["id"]), "names": tuple(str(one) for one in names if one is not None),
    }  # fmt: skip
    for name in _TEXTS:
        fields[name] = str(row.get(name) or "")
    for name in _YEARS:
        fields[name], doubt = _year(name, row.get(name))
        doubts += [doubt] if doubt else []
    return Record(**fields), " ".join(doubts)


def _year(name: str, told: Any) -> tuple[int | None, str]:
    if told in (None, ""):
        return None, ""
    try:
        return int(told), ""
    except (TypeError, ValueError):
        return None, f"{name} “{told}” is no year and was left out."


def _doubt(record: Record) -> str:
    sex = (record.sex or "").lower()
    if sex and sex not in SEXES and sex != "unknown":
        return f"sex “{record.sex}” is not known here and was left out."
    told = record.birth_year_from or record.birth_year_to
    if told and years(record.birth_year_from, record.birth_year_to) is None:
        return f"nobody is born in {told}; the year was left out."
    if not "".join(record.names).strip():
        return "there is no name; kept, and found by no search."
    return ""
