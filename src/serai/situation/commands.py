"""Taking reports in, judging their claims, comparing them: the only writer of these events."""

from collections.abc import Sequence
from datetime import date
from typing import cast
from urllib.parse import urlsplit

import msgspec
from django.utils.timezone import localdate

from serai.core import clock
from serai.core.events import (
    BODY_BYTES_MAX,
    RELATIONS,
    VERDICTS,
    ClaimsCompared,
    ClaimsJudged,
    Figure,
    ReportTaken,
    ReportWithdrawn,
    encode,
)
from serai.core.events.reports import DatedBy, Relation
from serai.core.events.standards import StandardSet
from serai.core.refusal import Refusal, gettext_noop
from serai.core.reports import Meta, Reading, read
from serai.core.reports.written import digest_of, written
from serai.core.standards import BY_ID
from serai.core.standards import FIGURE_MAX as NEED_MAX
from serai.journal.store import Author, Pen, writing
from serai.situation.models import Claim, Compared, Report, StandardSetting
from serai.situation.rules import GONE, OVER, figure_refusal, standing_report

REPORT_LETTERS_MAX = 200_000  # the longest situation report seen has a third of it
CLAIMS_JUDGED_MAX = 1_000
CLAIMS_COMPARED_MAX = 200
CAUSE_LETTERS_MAX = 400
FIRST_YEAR = 1900

WORDLESS = gettext_noop("There is nothing to read. Paste the words of the report, or choose files.")


class ReportDraft(msgspec.Struct, frozen=True):
    """A report as somebody hands it in. `document_on` is the date the document itself carries."""

    text: str
    source: str
    title: str = ""
    address: str = ""
    file: str = ""
    reported_on: date | None = None
    document_on: date | None = None
    supersedes: str = ""


class Taken(msgspec.Struct, frozen=True):
    """A report that is in: its id and how many figures and dangers were read."""

    report: str
    figures: int
    hazards: int


def take_in(draft: ReportDraft, author: Author, operation: str = "") -> Taken | Refusal:
    """Takes a report in word for word and writes down what the reader finds in it."""
    refusal = _draft_refusal(draft)
    if refusal is not None:
        return refusal
    reading = _read(draft)  # before the writer lock: a long report takes half a second
    with writing(author, operation) as pen:
        refusal = _date_refusal(reading.report_date, pen.now_ms) or _twice_refusal(draft)
        if refusal is not None:
            return refusal
        return _take(draft, reading, pen)


def withdraw(report: str, cause: str, author: Author, operation: str = "") -> str | Refusal:
    """A report no longer stands; its words and claims stay to be read."""
    words = cause.strip()[:CAUSE_LETTERS_MAX]
    with writing(author, operation) as pen:
        held = standing_report(report)
        if isinstance(held, Refusal):
            return held
        if not words:
            sentence = gettext_noop("Write in a few words why the report no longer stands.")
            return Refusal(sentence, field="cause")
        return pen.append(ReportWithdrawn(at=pen.now_ms, report=report, cause=words))


def restore(report: str, author: Author, operation: str = "") -> str | Refusal:
    """A withdrawn report stands again."""
    with writing(author, operation) as pen:
        held = Report.objects.filter(id=report).first()
        if held is None:
            return Refusal(GONE)
        if held.standing or held.replaced_by:
            return Refusal(gettext_noop("This report was not withdrawn, or another replaced it."))
        return pen.append(ReportWithdrawn(at=pen.now_ms, report=report, restored=True))


def judge(
    report: str,
    claims: Sequence[str],
    verdict: str,
    author: Author,
    operation: str = "",
    corrected: Figure | None = None,
    note: str = "",
) -> str | Refusal:
    """Accepts, rejects or corrects claims of one report, or takes that back (`waiting`)."""
    if verdict not in VERDICTS:
        return Refusal(gettext_noop("Choose accept, reject or correct."), field="verdict")
    with writing(author, operation) as pen:
        rows = list(Claim.objects.filter(report=report, claim__in=claims[:CLAIMS_JUDGED_MAX]))
        if not rows or len(rows) != len(set(claims)):
            return Refusal(gettext_noop("This figure is not in the report."))
        if not rows[0].standing:
            return Refusal(OVER)
        refusal = figure_refusal(corrected) if verdict == "corrected" else _again(rows, verdict)
        if refusal is not None:
            return refusal
        body = ClaimsJudged(
            at=pen.now_ms,
            report=report,
            claims=tuple(row.claim for row in rows),
            verdict=verdict,
            corrected=corrected if verdict == "corrected" else None,
            note=note.strip()[:CAUSE_LETTERS_MAX],
        )
        seen = dict.fromkeys(one for row in rows for one in row.judgements.split())
        return pen.append(body, refs=tuple(seen))


def judged_meanwhile(claim: str, verdict: str, seen: str) -> Refusal | None:
    """What somebody decided in another window is not turned round unseen.

    `seen` are the judgements of the claim that the page showed.
    """
    row = Claim.objects.filter(claim=claim, standing=True).first()
    if row is None or row.state == verdict or seen == row.judgements:
        return None
    sentence = gettext_noop(
        "%(who)s judged this figure in the meantime; nothing was written. Its report shows how."
    )
    return Refusal(sentence, {"who": row.judged_by})


def compare(
    claims: Sequence[str], relation: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Says how claims belong together; answers the comparison."""
    wanted = tuple(dict.fromkeys(claims))[:CLAIMS_COMPARED_MAX]
    if relation not in RELATIONS or relation == "undone":
        return Refusal(gettext_noop("Choose how they belong together."), field="relation")
    with writing(author, operation) as pen:
        held = Claim.objects.filter(claim__in=wanted, standing=True).values_list("claim", flat=True)
        if len(wanted) < 2 or set(held) != set(wanted):
            return Refusal(gettext_noop("Choose at least two figures of reports that stand."))
        comparison = pen.new_id()
        pen.append(
            ClaimsCompared(
                at=pen.now_ms,
                comparison=comparison,
                claims=wanted,
                relation=cast(Relation, relation),
            )
        )
        return comparison


def part(comparison: str, author: Author, operation: str = "") -> str | Refusal:
    """Takes a comparison back."""
    with writing(author, operation) as pen:
        held = Compared.objects.filter(comparison=comparison).order_by("id")
        claims = tuple(held.values_list("claim", flat=True))
        if not claims:
            return Refusal(gettext_noop("This comparison was taken back already."))
        body = ClaimsCompared(
            at=pen.now_ms, comparison=comparison, claims=claims, relation="undone"
        )
        return pen.append(body)


def set_standard(
    standard: str, figure: float, source: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Sets what a person needs, with its source; the figure before is kept in the past."""
    if standard not in BY_ID:
        return Refusal(gettext_noop("There is no such standard."))
    if not 0 < figure <= NEED_MAX:
        return Refusal(gettext_noop("Write a number above zero."), field="figure")
    if not source.strip():
        return Refusal(gettext_noop("Write where the figure is from."), field="source")
    with writing(author, operation) as pen:
        rows = StandardSetting.objects.filter(standard=standard, replaced=False).order_by("id")
        seen = tuple(rows.values_list("id", flat=True))
        body = StandardSet(
            at=pen.now_ms, standard=standard, figure=figure,
            source=source.strip()[:CAUSE_LETTERS_MAX],
        )  # fmt: skip
        return pen.append(body, refs=seen)


def _draft_refusal(draft: ReportDraft) -> Refusal | None:
    if not draft.text.strip():
        return Refusal(WORDLESS, field="text")
    if len(draft.text) > REPORT_LETTERS_MAX:
        sentence = gettext_noop(
            "This report has %(letters)s letters; up to %(most)s are taken in. Cut it into parts."
        )
        return Refusal(sentence, {"letters": len(draft.text), "most": REPORT_LETTERS_MAX}, "text")
    if not draft.source.strip():
        return Refusal(gettext_noop("Write who published the report."), field="source")
    if draft.address and urlsplit(draft.address).scheme not in ("http", "https"):
        sentence = gettext_noop("An address on the web begins with https:// or http://.")
        return Refusal(sentence, field="address")
    return None


def _read(draft: ReportDraft) -> Reading:
    known = draft.reported_on or draft.document_on
    meta = Meta(title=draft.title, source=draft.source.strip(), report_date=known)
    return read(draft.text, meta)


def _date_refusal(day: date | None, now_ms: int) -> Refusal | None:
    if day is None:
        sentence = gettext_noop(
            "The report does not say its own day. Write the day it was published; it is never "
            "guessed."
        )
        return Refusal(sentence, field="reported_on")
    if day > localdate(clock.from_ms(now_ms)):
        sentence = gettext_noop(
            "The report would be of %(day)s, a day still to come. Look at its date."
        )
        return Refusal(sentence, {"day": day.isoformat()}, "reported_on")
    if day.year < FIRST_YEAR:
        sentence = gettext_noop("The report would be of %(day)s. Look at its date.")
        return Refusal(sentence, {"day": day.isoformat()}, "reported_on")
    return None


def _twice_refusal(draft: ReportDraft) -> Refusal | None:
    """The same words are in once: where they are is said, with who took them in."""
    held = Report.objects.filter(digest=digest_of(draft.text)).exclude(id=draft.supersedes)
    twin = held.defer("text").order_by("-standing", "taken_at", "id").first()
    if twin is None:
        return None
    sentence = gettext_noop(
        "This text is in already: %(title)s, %(source)s, report of %(day)s, taken in by %(who)s."
    )
    facts: dict[str, str | int] = {
        "title": twin.title or twin.file or "-",
        "source": twin.source,
        "day": twin.reported_on,
        "who": twin.actor,
        "report": twin.id,
    }
    return Refusal(sentence, facts, "text")


def _take(draft: ReportDraft, reading: Reading, pen: Pen) -> Taken | Refusal:
    assert reading.report_date is not None
    identity = pen.new_id()
    body = ReportTaken(
        at=pen.now_ms,
        report=identity,
        text=draft.text,
        digest=digest_of(draft.text),
        source=draft.source.strip(),
        reported_on=reading.report_date.isoformat(),
        dated_by=_dated_by(draft),
        title=draft.title.strip(),
        address=draft.address.strip(),
        file=draft.file,
        supersedes=draft.supersedes,
    )
    if len(encode(body)) > BODY_BYTES_MAX:
        sentence = gettext_noop("This report is too long to be kept in one piece. Cut it into two.")
        return Refusal(sentence, field="text")
    told = written(reading, identity, pen.now_ms, pen.new_id)
    taking = pen.append(body)
    pen.append(told, refs=(taking,))
    return Taken(identity, len(told.claims), len(told.hazards))


def _dated_by(draft: ReportDraft) -> DatedBy:
    if draft.reported_on:
        return "typed"
    return "document" if draft.document_on else "dateline"


def _again(rows: Sequence[Claim], verdict: str) -> Refusal | None:
    """The same verdict twice is one verdict, and the second person reads whose the first was."""
    if any(row.state != verdict for row in rows):
        return None
    return Refusal(
        gettext_noop("%(who)s did this already; nothing was written twice."),
        {"who": rows[0].judged_by},
    )
