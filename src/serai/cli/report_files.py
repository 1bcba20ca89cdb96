"""Finds the reports a command is given: files of any kind, folders, pasted words on stdin."""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import typer

from serai.cli.answers import Code, Stop, existing

if TYPE_CHECKING:
    from serai.core.refusal import Refusal
    from serai.core.reports import Meta, Reading
    from serai.documents.papers import Document

READ_AT_ONCE = frozenset(
    (".txt", ".md", ".html", ".htm", ".mhtml", ".mht", ".pdf", ".jsonl", ".ndjson", ".json")
)
ROWS = (".jsonl", ".ndjson", ".json")
PASTED = "-"
NOT_BESIDE = "%(name)s: the file %(file)s is not beside it."
NO_REPORTS = "%(name)s holds no text, page, PDF or JSON Lines of documents."


class Told(msgspec.Struct, frozen=True):
    """What the person says of the reports beside giving them."""

    cleaner: str = "own"
    report_date: date | None = None
    source: str = ""
    reader: str = "grammar"
    model: str = ""
    endpoint: str = ""
    wait_seconds: float = 120.0


class Found(msgspec.Struct):
    """The documents that can be read, and how many could not."""

    documents: "list[Document]" = []
    refused: int = 0


def found_in(files: list[Path], told: Told) -> Found:
    """Every document of the files; what cannot be read is said on stderr, the rest is kept."""
    from serai.core.refusal import Refusal

    found = Found()
    for each in _documents(files, told):
        if isinstance(each, Refusal):
            typer.echo(str(each), err=True)
            found.refused += 1
        else:
            found.documents.append(each)
    return found


def meta_of(document: "Document", told: Told) -> "Meta":
    """What is known of a document; what the person says comes first."""
    from serai.core.reports import Meta

    day = told.report_date or document.report_date
    return Meta(document.id, document.title, told.source or document.source, day)


def readings_of(files: list[Path]) -> "list[Reading]":
    """The readings of all documents of the files by the grammar, grouped across them."""
    told = Told()
    return readings_of_documents(found_in(files, told).documents, told)


def readings_of_documents(documents: "list[Document]", told: Told) -> "list[Reading]":
    """The documents read, each with what its file had to say, grouped across them."""
    from serai.core.refusal import Refusal
    from serai.core.reports.future import without_future
    from serai.core.reports.groups import grouped_across
    from serai.documents.plugin_readers import Wanted, opened, read_with

    reader = opened(Wanted(told.reader, told.model, told.endpoint, told.wait_seconds))
    if isinstance(reader, Refusal):
        raise Stop(str(reader))
    today = datetime.now(UTC).date()
    found = []
    for one in documents:
        reading = without_future(read_with(reader, one.text, meta_of(one, told)), today)
        problems = (*one.problems, *reading.problems)
        found.append(msgspec.structs.replace(reading, problems=problems))
    return grouped_across(found)


class ClaimRow(msgspec.Struct):
    """What a row needs to be scored as a claim; the rest may be missing."""

    doc: str
    start: int
    end: int
    kind: str
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    quote: str = ""


class HazardRow(msgspec.Struct):
    """What a row needs to be scored as a danger; the rest may be missing."""

    doc: str
    start: int
    end: int
    hazard: str
    quote: str = ""
    place: str | None = None
    date_from: str | None = None
    date_to: str | None = None


def rows_as(file: Path, needed: type[ClaimRow | HazardRow]) -> list[dict[str, Any]]:
    """The rows of a file that holds nothing else, each with what scoring asks for."""
    from serai.core.reports.encodings import decoded
    from serai.documents.papers import rows_of

    rows = []
    for number, row in rows_of(decoded(existing(file).read_bytes())):
        if row is None:
            raise Stop(f"{file}, line {number}: this is no JSON row.", Code.REFUSED)
        try:
            told = msgspec.convert(row, needed)
        except msgspec.ValidationError as error:
            raise Stop(f"{file}, line {number}: {error}.", Code.REFUSED) from error
        rows.append({**msgspec.structs.asdict(told), **row})
    return rows


def _documents(files: list[Path], told: Told) -> "Iterator[Document | Refusal]":
    from serai.core.refusal import Refusal

    for file in files:
        if file.is_dir():
            listed = (one for one in file.iterdir() if one.suffix.casefold() in READ_AT_ONCE)
            found = sorted(listed)
            yield from (
                _documents(found, told) if found else [Refusal(NO_REPORTS, {"name": str(file)})]
            )
        else:
            yield from _of_file(file, told)


def _of_file(file: Path, told: Told) -> "Iterator[Document | Refusal]":
    from serai.documents import papers

    if file.suffix.casefold() in ROWS:
        yield from (_beside(each, file) for each in papers.read_documents(*_named(file)))
    else:
        yield papers.read_document(*_named(file), told.cleaner)  # type: ignore[arg-type]


def _beside(each: "Document | Refusal", file: Path) -> "Document | Refusal":
    """A row that only names its file gets the words from beside it."""
    from serai.core.refusal import Refusal
    from serai.core.reports.encodings import decoded

    if isinstance(each, Refusal) or each.text or not each.file:
        return each
    beside = (file.parent / each.file).resolve()
    if not beside.is_relative_to(file.parent.resolve()) or not beside.is_file():
        return Refusal(NOT_BESIDE, {"name": file.name, "file": each.file})
    return msgspec.structs.replace(each, text=decoded(beside.read_bytes()))


def _named(file: Path) -> tuple[bytes, str]:
    return _bytes_of(file), "pasted" if str(file) == PASTED else file.name


def _bytes_of(file: Path) -> bytes:
    if str(file) == PASTED:
        return sys.stdin.buffer.read()
    return file.read_bytes()
