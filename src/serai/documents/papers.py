"""Turns what people bring (pasted words, saved pages, PDF, JSON Lines) into documents to read.

Bytes come in, words come out; nothing is fetched and nothing is written. What cannot be read is
refused with a sentence that says what to do.
"""

import email
import email.policy
import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

import msgspec

from serai.core.refusal import Refusal, gettext_noop
from serai.core.reports.datelines import dateline_of
from serai.core.reports.encodings import decoded, is_text
from serai.core.reports.pages import Page, cleaned_page, looks_like_html
from serai.core.reports.spelling import evened

Kind = Literal["text", "page", "pdf"]
Cleaner = Literal["own", "trafilatura"]

WORDS_BYTES_MAX = 16 * 2**20  # a text or page; the longest situation reports have a tenth of it
PDF_BYTES_MAX = 64 * 2**20  # photographs make a PDF heavy
REPUBLISHED_DAYS = 7  # a dateline this much older than its page: the page prints an old report

EMPTY = gettext_noop("%(name)s is empty; there is nothing to read.")
TOO_BIG = gettext_noop(
    "%(name)s has %(size)s MB; reports up to %(limit)s MB are read. Cut it into parts."
)
NO_WORDS = gettext_noop("%(name)s is no text, page or PDF. Save it as one of these, or paste it.")
OFFICE = gettext_noop("%(name)s is an office file or archive. Save it as PDF or as plain text.")
TORN_PDF = gettext_noop("%(name)s is a torn PDF; it cannot be opened. Fetch it once more.")
LOCKED_PDF = gettext_noop("%(name)s is locked with a password. Save it without one.")
SCANNED_PDF = gettext_noop(
    "%(name)s has pictures of pages but no text. Run text recognition on it, or type its words."
)
BARE_PAGE = gettext_noop("%(name)s is a page without words to read. Paste the report's words.")
BROKEN_ROW = gettext_noop("%(name)s, line %(line)s: this is no JSON row.")
NO_CLEANER = gettext_noop(
    "trafilatura is not installed. Install it (pip install 'serai[reading]') or leave it out."
)


class Document(msgspec.Struct, frozen=True):
    """A report as words, with what is known of it beside them."""

    text: str
    title: str = ""
    kind: Kind = "text"
    source: str = ""
    report_date: date | None = None
    id: str = ""
    file: str = ""  # where a row without words says they are
    problems: tuple[str, ...] = ()


def read_document(content: bytes, name: str, cleaner: Cleaner = "own") -> Document | Refusal:
    """The document in a file's bytes; `name` is only spoken of, the bytes say what they are."""
    facts: dict[str, str | int] = {"name": name}
    head = content[:1024].lstrip()
    is_pdf = b"%PDF-" in head
    limit = PDF_BYTES_MAX if is_pdf else WORDS_BYTES_MAX
    if not head and not content.strip():
        return Refusal(EMPTY, facts)
    if len(content) > limit:
        facts |= {"size": len(content) // 2**20, "limit": limit // 2**20}
        return Refusal(TOO_BIG, facts)
    if is_pdf:
        return _of_pdf(content, name)
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"Rar!", b"\x1f\x8b")):
        return Refusal(OFFICE, facts)
    return _of_words(_unwrapped(content), name, cleaner)


def read_documents(content: bytes, name: str, cleaner: Cleaner = "own") -> list[Document | Refusal]:
    """Every document of a file: one, or as many as a file of JSON Lines has rows."""
    if not name.casefold().endswith((".jsonl", ".ndjson", ".json")):
        return [read_document(content, name, cleaner)]
    if not content.strip():
        return [Refusal(EMPTY, {"name": name})]
    return list(_of_rows(decoded(content), name))


def _of_words(content: bytes, name: str, cleaner: Cleaner) -> Document | Refusal:
    text = decoded(content)
    if not is_text(text):
        return Refusal(NO_WORDS, {"name": name})
    if not looks_like_html(text):
        return _made(Page(_tidy(text)), "text", name)
    page = cleaned_page(text)
    if cleaner == "trafilatura":
        cleaned = _by_trafilatura(text)
        if isinstance(cleaned, Refusal):
            return cleaned
        page = msgspec.structs.replace(page, text=cleaned or page.text)
    if not page.text:
        return Refusal(BARE_PAGE, {"name": name})
    return _made(page, "page", name)


def _made(page: Page, kind: Kind, name: str, problems: tuple[str, ...] = ()) -> Document:
    day = _own_day(page.text, day_of(page.day))
    return Document(page.text, page.title, kind, page.source, day, name, problems=problems)


def _own_day(text: str, page_day: date | None) -> date | None:
    """A page that prints an old report again is dated by the report's own dateline."""
    if page_day is None:
        return None  # the reader itself sees a dateline
    written, _ = dateline_of(evened(text), None)
    if written and (page_day - written).days > REPUBLISHED_DAYS:
        return written
    return page_day


def day_of(written: Any) -> date | None:
    """A day from the beginning of an ISO date; anything else is unknown.

    >>> day_of("2019-02-20T10:00:00Z"), day_of("yesterday")
    (datetime.date(2019, 2, 20), None)
    """
    try:
        return date.fromisoformat(str(written)[:10])
    except ValueError:
        return None


def _by_trafilatura(page: str) -> str | Refusal:
    """The same page cleaned by an optional library; its guess of a date is not asked for."""
    try:
        import trafilatura  # noqa: PLC0415 - an extra that few stations have
    except ImportError:
        return Refusal(NO_CLEANER)
    return str(trafilatura.extract(page, include_comments=False, include_tables=True) or "")


def _unwrapped(content: bytes) -> bytes:
    """The page inside a web archive (.mhtml); any other content as it is."""
    top = content[:2000].lower()
    if b"mime-version:" not in top or b"multipart/related" not in top:
        return content
    letter = email.message_from_bytes(content, policy=email.policy.default)
    for part in letter.walk():
        if part.get_content_type() == "text/html":
            inner = part.get_payload(decode=True)
            return inner if isinstance(inner, bytes) else content
    return content


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\ufeff")


def _of_pdf(content: bytes, name: str) -> Document | Refusal:
    from serai.documents import pdf_words  # noqa: PLC0415 - slow to import, seldom needed

    try:
        found = pdf_words.words_of(content)
    except pdf_words.Locked:
        return Refusal(LOCKED_PDF, {"name": name})
    except pdf_words.Torn:
        return Refusal(TORN_PDF, {"name": name})
    if not found.text:
        return Refusal(SCANNED_PDF, {"name": name})
    return _made(Page(found.text, found.title), "pdf", name, found.problems)


def _of_rows(text: str, name: str) -> Iterator[Document | Refusal]:
    for number, row in rows_of(text):
        facts: dict[str, str | int] = {"name": name, "line": number}
        yield Refusal(BROKEN_ROW, facts) if row is None else document_of(row, f"{name}:{number}")


def document_of(row: dict[str, Any], name: str) -> Document:
    """The document in a row of JSON Lines: its id, text, title, source and report_date."""
    words = row.get("text")
    return Document(
        text=words if isinstance(words, str) else "",
        title=str(row.get("title") or ""),
        source=str(row.get("source") or row.get("publisher") or ""),
        report_date=day_of(row.get("report_date")),
        id=str(row.get("id") or name),
        file=str(row.get("file") or ""),
    )


def rows_of(text: str) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """The rows of JSON Lines, or of one JSON list, by number; None for what is no row."""
    listed = _parsed(text) if text.lstrip().startswith("[") else None
    if isinstance(listed, list):
        yield from ((n, row if isinstance(row, dict) else None) for n, row in enumerate(listed, 1))
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            row = _parsed(line)
            yield number, row if isinstance(row, dict) else None


def _parsed(words: str) -> Any:
    try:
        return json.loads(words)
    except (ValueError, RecursionError):
        return None
