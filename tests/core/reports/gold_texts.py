"""Reports in our own words with the claims they hold, for scoring the reader.

A line `> quote|kind;also|low|high|unit|place;also|speaker;also|from|to|hedge` is one claim of the
text above it, with its certainty as an eleventh field where it is held to one; `*` means any,
`-` none, an empty field unknown. A line `! quote|hazard|place;also|from|to` is one hazard.
"""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from serai.core.reports import Meta, read
from serai.core.reports.group_score import GroupScore, score_groups
from serai.core.reports.groups import grouped_across
from serai.core.reports.reading import CONTEXT_KINDS, Claim

FOLDER = Path(__file__).parent
SHARED = Path(os.environ.get("SERAI_SHARED", Path(__file__).parents[4] / "shared" / "data"))
SEEDS = SHARED / "situation"
Row = dict[str, Any]

read_once = lru_cache(maxsize=1_000)(read)  # several tests score the same gold


class Document(msgspec.Struct):
    """A text with what is known of it and its gold rows."""

    meta: Meta
    text: str
    rows: list[dict[str, Any]]
    hazards: list[dict[str, Any]]


def documents(pattern: str = "gold*.txt") -> Iterator[Document]:
    """All texts of the gold files beside this one."""
    for file in sorted(FOLDER.glob(pattern)):
        for part in file.read_text(encoding="utf-8").split("## ")[1:]:
            yield _document(part)


def seed_articles() -> dict[str, list[Document]]:
    """Articles of others that are no part of the project, where they are at hand."""
    if not SEEDS.is_dir():
        print(f"only own texts are read: no articles of others at {SEEDS}")
        return {}
    claims, dangers = _seed_rows("seed-claims.jsonl"), _seed_rows("seed-hazards.jsonl")
    return {"seeds": [_seed(known, claims, dangers) for known in _seed_rows("reports.jsonl")]}


def group_sets() -> Iterator[tuple[str, list[Document]]]:
    """Reports of different publishers on one event; a document's name begins with its set's."""
    found: dict[str, list[Document]] = {}
    for document in documents("groups-gold*.txt"):
        found.setdefault(document.meta.id.split("-")[0], []).append(document)
    yield from found.items()


def group_rows() -> list[Row]:
    """Which figures of these reports are one, and which only look alike."""
    lines = [
        line
        for file in sorted(FOLDER.glob("groups-gold*.jsonl"))
        for line in file.read_text(encoding="utf-8").split("\n")
    ]
    return [msgspec.json.decode(line) for line in lines if line]


def groups_scored() -> GroupScore:
    """What the reader puts together of the group sets, held against what is one there."""
    labels = []
    for name, reports in group_sets():
        readings = grouped_across([read(one.text, one.meta) for one in reports])
        for report, reading in zip(reports, readings, strict=True):
            for figure, claim in gold_names(report, reading.claims):
                labels.append((figure, f"{name} {claim.group}" if claim.group else None))
    return score_groups(group_rows(), labels)


def gold_names(document: Document, claims: Sequence[Claim]) -> Iterator[tuple[str, Claim]]:
    """The figures that were read, each by its name in the gold."""
    left = list(claims)
    for row in document.rows:
        met = [
            one
            for one in left
            if row["start"] < one.end
            and one.start < row["end"]
            and (row["low"], row["high"]) == (one.low, one.high)
        ]
        if met:
            left.remove(met[0])
            yield row["id"], met[0]


def _seed(known: Row, claims: list[Row], dangers: list[Row]) -> Document:
    text = (SEEDS / known["file"]).read_text(encoding="utf-8")
    day = date.fromisoformat(known["report_date"]) if known["report_date"] else None
    meta = Meta(known["id"], known["title"], known["publisher"], day)
    return Document(
        meta, text, [one for one in claims if one["doc"] == meta.id],
        [one for one in dangers if one["doc"] == meta.id],
    )  # fmt: skip


def _seed_rows(name: str) -> list[Row]:
    lines = (SEEDS / name).read_text(encoding="utf-8").split("\n")
    return [msgspec.json.decode(line) for line in lines if line]


def _document(part: str) -> Document:
    head, _, rest = part.partition("\n")
    name, day, source = (field.strip() for field in head.split("|"))
    lines = rest.rstrip().split("\n")
    text = "\n".join(line for line in lines if not line.startswith(("> ", "! ")))
    meta = Meta(name, "", source, date.fromisoformat(day) if day else None)
    rows, at = [], 0
    for number, line in enumerate(one for one in lines if one.startswith("> ")):
        made = _row(meta, text, line[2:], number, at)
        at = made["start"]
        rows.append(made)
    dangers = [_hazard(meta, text, line[2:]) for line in lines if line.startswith("! ")]
    return Document(meta, text, rows, dangers)


def _hazard(meta: Meta, text: str, line: str) -> dict[str, Any]:
    quote, hazard, places, first, last = line.split("|")
    start = text.index(quote)
    return {
        "doc": meta.id, "start": start, "end": start + len(quote), "quote": quote,
        "hazard": hazard, **_names("place", places), "date_from": first or None,
        "date_to": last or None,
    }  # fmt: skip


def _row(meta: Meta, text: str, line: str, number: int, at: int) -> dict[str, Any]:
    quote, kinds, low, high, units, places, speakers, first, last, hedge, *sure = line.split("|")
    start = text.find(quote, at)
    if start < 0:
        start = text.index(quote)
    return {
        "id": f"{meta.id}#{number}", "doc": meta.id, "start": start, "end": start + len(quote),
        "quote": quote, "kinds": kinds, **_kinds(kinds), "low": _number(low), "high": _number(high),
        "unit": units if units not in ("", "*") and ";" not in units else None,
        **_names("place", places),
        **_names("attributed", speakers), "days": (first, last), **_days(first, last),
        "hedge": hedge.strip() or None, "certainty": sure[0].strip() if sure else None,
    }  # fmt: skip


def _kinds(kinds: str) -> dict[str, Any]:
    first, *others = kinds.split(";")
    return {"kind": first, "kind_alt": others, "optional": first in CONTEXT_KINDS or first == "*"}


def _number(words: str) -> float | None:
    return float(words) if words else None


def _names(field: str, words: str) -> dict[str, Any]:
    names = ["." if name == "-" else name for name in words.split(";")]
    key = "attributed_to" if field == "attributed" else field
    return {
        key: None if names[0] == "." else names[0],
        f"{field}_alt": [*names[1:], *(["."] if {"*", "."} & set(names) else [])],
        f"{field}_any": "*" in names,
    }


def _days(first: str, last: str) -> dict[str, Any]:
    return {
        "date_from": first.split(";", maxsplit=1)[0] or None,
        "date_to": last.split(";", maxsplit=1)[0] or None,
        "date_any": [first == "*", last == "*"],
    }
