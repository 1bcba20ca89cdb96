"""Reads figures with a spaCy pipeline: number, its noun, the verb above it, what hangs below.

An extra; the pipeline is the user's own. Numbers, hedges and names of places are the grammar's.
"""

from typing import Any

from serai.core.gazetteer import find
from serai.core.refusal import Refusal, gettext_noop
from serai.core.reports.cues import cues_in
from serai.core.reports.datelines import dateline_of
from serai.core.reports.dates import phrases
from serai.core.reports.hedges import bounds, hedged
from serai.core.reports.nouns import NOUNS
from serai.core.reports.numbers import Number, numbers
from serai.core.reports.reading import Claim, Meta, Reading
from serai.core.reports.spelling import evened
from serai.documents.plugin_readers import Failed

NO_SPACY = gettext_noop("spaCy is not installed. Install it: pip install 'serai[reading]'.")
NO_PIPELINE = gettext_noop(
    "The spaCy model %(model)s is not installed. Install it (python -m spacy download %(model)s) "
    "or name the folder that holds it."
)
NO_PARSER = gettext_noop("The spaCy model %(model)s has no parser. Name one that has.")
SAYING = frozenset(("said", "says", "say", "told", "reported", "announced", "added", "estimates"))
COUNTS = frozenset(("nummod", "quantmod", "compound", "amod", "advmod", "det"))
TO = frozenset(("to", "into", "towards", "toward", "reached"))
PARTS = frozenset(("compound", "nmod", "punct"))
TEXT_LETTERS_MAX = 500_000


def opened(model: str) -> "ParserReader | Refusal":
    """The pipeline of that name or in that folder."""
    try:
        import spacy  # noqa: PLC0415 - an extra
    except ImportError:
        return Refusal(NO_SPACY)
    try:
        pipeline = spacy.load(model)
    except (OSError, ValueError, ImportError):
        return Refusal(NO_PIPELINE, {"model": model})
    if not pipeline("Four people fled.").has_annotation("DEP"):
        return Refusal(NO_PARSER, {"model": model})
    return ParserReader(pipeline)


class ParserReader:
    """A reader over a pipeline that parses."""

    name = "spacy"
    version = "1"

    def __init__(self, pipeline: Any) -> None:
        self.pipeline = pipeline

    def read(self, text: str, meta: Meta) -> Reading:
        """Reads one report."""
        even = evened(text[:TEXT_LETTERS_MAX])
        try:
            parsed = self.pipeline(even)
        except Exception as error:  # a pipeline is somebody else's program
            raise Failed(f"stumbled over the report ({type(error).__name__})") from error
        report_date, _ = dateline_of(even, meta.report_date)
        known = Meta(meta.id, meta.title, meta.source, report_date)
        claims = tuple(
            claim
            for number in numbers(even)
            if (claim := _claim(text, even, parsed, number, known)) is not None
        )
        return Reading(text, meta, report_date, claims)


def _claim(text: str, even: str, parsed: Any, number: Number, meta: Meta) -> Claim | None:
    span = parsed.char_span(number.start, number.end, alignment_mode="expand")
    noun = _noun(span.root) if span is not None else None
    found = NOUNS.get(noun.text.casefold()) if noun is not None else None
    verb = _verb(noun) if noun is not None else None
    if noun is None or found is None or verb is None:
        return None
    kind = "vehicles" if found[0] == "vehicle" else _kind(verb)
    if not kind:
        return None
    words = hedged(even, number.start, number.end, number.ranged, number.high is None)
    low, high = bounds(number.low, number.high, words.hedge)
    start, end = words.start, max(words.end, noun.idx + len(noun.text))
    place, origin = _places(verb)
    first, last = _days(even, verb, meta)
    return Claim(
        doc=meta.id, start=start, end=end, quote=text[start:end], low=low, high=high,
        unit=found[0].partition("!")[0], kind=kind, what=noun.text, attributed_to=_speaker(verb),
        place=place or origin, place_from=origin, date_from=first, date_to=last,
        hedge=words.hedge, rules=("spacy", f"verb:{verb.text}"),
    )  # fmt: skip


def _noun(token: Any) -> Any:
    """What a number counts: the word it hangs on."""
    while token.dep_ in COUNTS and token.head is not token:
        token = token.head
    return token


def _verb(token: Any) -> Any:
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX") or cues_in(above.text):
            return above
    return None


def _kind(verb: Any) -> str:
    """What the verb says, by the words of happening that hold it in its sentence."""
    at = verb.idx - verb.sent.start_char
    return next((cue.kind for cue in cues_in(verb.sent.text) if cue.start <= at < cue.end), "")


def _speaker(verb: Any) -> str | None:
    for above in verb.ancestors:
        if above.text.casefold() in SAYING:
            for child in above.children:
                if child.dep_.startswith("nsubj"):
                    first = min(token.idx for token in child.subtree)
                    words = _as_written(child.doc, first, child.idx + len(child.text))
                    return words.removeprefix("the ").removeprefix("The ")
    return None


def _places(verb: Any) -> tuple[str | None, str | None]:
    """Where, and where from, by the prepositions that hang on the verb and its object."""
    place = origin = None
    for child in verb.children:
        if child.dep_ in ("dobj", "obj") and find(child.text):
            origin = child.text  # fled Hajin
        elif child.dep_ == "prep":
            for below in child.children:
                name = _name(below)
                if name and child.text.casefold() in ("from", "of"):
                    origin = origin or name
                elif name:
                    place = name if child.text.casefold() in TO else place or name
    return place, origin


def _name(token: Any) -> str | None:
    parts = [one for one in token.subtree if one.dep_ in PARTS or one is token]
    first = min(one.idx for one in parts)
    whole = _as_written(token.doc, first, max(one.idx + len(one.text) for one in parts))
    return next((name for name in (whole, token.text) if find(name)), None)


def _as_written(parsed: Any, start: int, end: int) -> str:
    """The words of the text itself: tokens put together again are not always in it."""
    return str(parsed.text[start:end]).strip()


def _days(even: str, verb: Any, meta: Meta) -> tuple[Any, Any]:
    sentence = verb.sent
    found = phrases(even[sentence.start_char : sentence.end_char], meta.report_date)
    near = next((phrase for phrase in found if not phrase.said), None)
    return (near.first, near.last) if near else (None, meta.report_date)
