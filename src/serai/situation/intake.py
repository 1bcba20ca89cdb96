"""What somebody hands in, pasted or as files, one document after the other into the books."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from serai.core.refusal import Refusal, gettext_noop
from serai.documents.papers import Document, read_documents
from serai.journal.store import Author
from serai.situation.commands import ReportDraft, Taken, take_in
from serai.situation.report_forms import ReportForm
from serai.web.letters import plain

NAME_LETTERS_MAX = 120
BARE = gettext_noop("%(name)s holds no words of this report. Choose the file with its text.")


class Outcome(msgspec.Struct, frozen=True):
    """What became of one document."""

    name: str
    answer: Taken | Refusal


def taken_in(form: ReportForm, author: Author) -> list[Outcome]:
    """Takes in every document of the form; one that is refused stops none of the others."""
    typed = form.cleaned_data
    outcomes = []
    for number, (name, found) in enumerate(_documents(typed)):
        if isinstance(found, Refusal):
            outcomes.append(Outcome(name, found))
            continue
        if name and not found.text.strip():
            outcomes.append(Outcome(found.title or name, Refusal(BARE, {"name": name})))
            continue
        draft = _draft(found, name, typed)
        operation = f"{form.operation}-{number}" if number and form.operation else form.operation
        outcomes.append(Outcome(draft.title or name, take_in(draft, author, operation)))
    return outcomes


def _documents(typed: dict[str, Any]) -> Iterator[tuple[str, Document | Refusal]]:
    text = typed["text"]
    if text.strip() or not typed["papers"]:
        yield "", _pasted(text)
    for file in typed["papers"]:
        name = plain(file.name)[:NAME_LETTERS_MAX]
        for found in read_documents(file.read(), name):
            yield name, found


def _pasted(text: str) -> Document | Refusal:
    """Pasted words stay as they are; a pasted page is read as a page."""
    if not text.strip():
        return Document("")
    return read_documents(text.encode(), "")[0]


def _draft(found: Document, name: str, typed: dict[str, Any]) -> ReportDraft:
    day: date | None = typed["reported_on"]
    return ReportDraft(
        text=plain(found.text),
        source=typed["source"].strip() or plain(found.source),
        title=typed["title"].strip() or plain(found.title),
        address=typed["address"].strip(),
        file=name,
        reported_on=day,
        document_on=found.report_date,
        supersedes=typed["supersedes"],
    )
