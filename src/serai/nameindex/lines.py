"""Reading people and searches from lines of JSON: a sentence for every line that cannot be read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from serai.core.matching.told import SEXES, Record, years

SHOWN_MAX = 40  # letters of what was not understood
# A line may also be nested deeper than any reader follows.
UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
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
    except (*UNREADABLE, ValueError):
        try:
            record, doubt = _loosely(_any.decode(raw.decode("utf-8-sig", "strict")))
        except UNREADABLE:
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
    identity = _text(row.get("id"))
    if not identity:
        raise ValueError("the id is missing." if identity == "" else "the id is no text.")
    names, doubt = _names(row.get("names", row.get("name")))
    fields: dict[str, Any] = {"id": identity, "names": names}
    doubts = [doubt]
    for name in _TEXTS:
        fields[name] = _text(row.get(name))
        doubts += [f"{name} is no text and was left out."] if fields[name] is None else []
    for name in _YEARS:
        fields[name], doubt = _year(name, row.get(name))
        doubts.append(doubt)
    return Record(**fields), " ".join(filter(None, doubts))


def _names(told: Any) -> tuple[tuple[str, ...], str]:
    if told is None or isinstance(told, str):
        return ((told,) if told else ()), ""
    if not isinstance(told, list):
        return (), "the names are no list of texts and were left out."
    texts = tuple(one for one in told if isinstance(one, str))
    left_out = any(one is not None and not isinstance(one, str) for one in told)
    return texts, "a name that is no text was left out." if left_out else ""


def _text(told: Any) -> str | None:
    """A text, or a number as one; None where it is neither."""
    if told is None:
        return ""
    plain = isinstance(told, str | int | float) and not isinstance(told, bool)
    return str(told) if plain else None


def _year(name: str, told: Any) -> tuple[int | None, str]:
    if told in (None, ""):
        return None, ""
    try:
        if isinstance(told, bool):
            raise TypeError
        return int(told), ""
    except (TypeError, ValueError, OverflowError):
        return None, f"{name} “{str(told)[:SHOWN_MAX]}” is no year and was left out."


def _doubt(record: Record) -> str:
    sex = (record.sex or "").lower()
    if sex and sex not in SEXES and sex != "unknown":
        return f"sex “{(record.sex or '')[:SHOWN_MAX]}” is not known here and was left out."
    told = record.birth_year_from or record.birth_year_to
    if told and years(record.birth_year_from, record.birth_year_to) is None:
        return f"nobody is born in {str(told)[:SHOWN_MAX]}; the year was left out."
    if not "".join(record.names).strip():
        return "there is no name; kept, and found by no search."
    return ""
