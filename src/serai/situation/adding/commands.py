"""A figure that the reader missed, added by a person who shows the words it stands in."""

import msgspec

from serai.core.events import ClaimAdded, Figure, ReadClaim
from serai.core.refusal import Refusal, gettext_noop
from serai.core.reports.citation import held_in
from serai.core.reports.quotes import nearest, spans
from serai.core.reports.written import WORDS_MAX
from serai.journal.reading import event_by_id
from serai.journal.store import Author, writing
from serai.registry.undo import take_back
from serai.situation.models import Claim
from serai.situation.rules import figure_refusal, standing_report

RULE = "added by a person"


class Quoted(msgspec.Struct, frozen=True):
    """Words of a report, and about where they were chosen; −1 when they were typed."""

    words: str
    at: int = -1


class Added(msgspec.Struct, frozen=True):
    """A figure that was added: its claim and the event."""

    claim: str
    event: str


def add(
    report: str,
    quoted: Quoted,
    figure: Figure,
    author: Author,
    operation: str = "",
    witness: bool = False,
) -> Added | Refusal:
    """Writes down a figure with the exact words that hold it."""
    with writing(author, operation) as pen:
        held = standing_report(report)
        if isinstance(held, Refusal):
            return held
        span = span_of(held.text, quoted)
        if isinstance(span, Refusal):
            return span
        quote = held.text[span[0] : span[1]]
        refusal = _numbers_refusal(quote, figure) or figure_refusal(figure)
        refusal = refusal or _twice_refusal(report, span, figure)
        if refusal is not None:
            return refusal
        claim = ReadClaim(
            claim=pen.new_id(), start=span[0], end=span[1], quote=quote, figure=figure,
            rules=(RULE,), witness=witness,
        )  # fmt: skip
        return Added(claim.claim, pen.append(ClaimAdded(at=pen.now_ms, report=report, claim=claim)))


def take_off(event: str, author: Author, operation: str = "") -> str | Refusal:
    """Undo: the figure was added by mistake. One that somebody judged is rejected instead."""
    judged = Claim.objects.filter(claim__in=_claims_of(event)).exclude(judged_by="").first()
    if judged is not None:
        sentence = gettext_noop("%(who)s judged this figure already. Reject it instead.")
        return Refusal(sentence, {"who": judged.judged_by})
    return take_back([event], (ClaimAdded,), author, operation)


def span_of(text: str, quoted: Quoted) -> tuple[int, int] | Refusal:
    """Where the words stand in the report, or why that cannot be said."""
    if not quoted.words.strip():
        sentence = gettext_noop("Choose the words in the report, or type them exactly.")
        return Refusal(sentence, field="quote")
    if len(quoted.words) > WORDS_MAX:
        sentence = gettext_noop("These are more than %(most)s letters. Choose fewer words.")
        return Refusal(sentence, {"most": WORDS_MAX}, "quote")
    found = list(spans(text, quoted.words))
    if not found:
        sentence = gettext_noop("These words do not stand in the report. Copy them exactly.")
        return Refusal(sentence, field="quote")
    if len(found) > 1 and quoted.at < 0:
        sentence = gettext_noop(
            "These words stand %(times)s times in the report. Write more of the words around them."
        )
        return Refusal(sentence, {"times": len(found)}, "quote")
    return nearest(text, quoted.words, quoted.at) or found[0]


def _numbers_refusal(quote: str, figure: Figure) -> Refusal | None:
    """Whether the numbers are read again in the words."""
    held = held_in(quote)
    if not held:
        return Refusal(gettext_noop("No number stands in these words."), field="quote")
    for field, claimed in (("low", figure.low), ("high", figure.high)):
        if claimed is not None and claimed not in held:
            sentence = gettext_noop("The words hold %(held)s, not %(number)s.")
            read = ", ".join(f"{one:g}" for one in sorted(held))
            return Refusal(sentence, {"held": read, "number": f"{claimed:g}"}, field)
    return None


def _twice_refusal(report: str, span: tuple[int, int], figure: Figure) -> Refusal | None:
    """The same figure out of the same words is in once."""
    twin = Claim.objects.filter(
        report=report, kind=figure.kind, low=figure.low, high=figure.high, place=figure.place,
        start__lt=span[1], end__gt=span[0],
    ).first()  # fmt: skip
    if twin is None:
        return None
    return Refusal(gettext_noop("This figure is in already: “%(quote)s”."), {"quote": twin.quote})


def _claims_of(event: str) -> list[str]:
    found = event_by_id(event)
    return [found.body.claim.claim] if found and isinstance(found.body, ClaimAdded) else []
