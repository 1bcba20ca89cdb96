"""Reads the figures of one sentence: number, hedge, noun, kind; nothing about who, where, when."""

import re

import msgspec

from serai.core.reports import hedges, traps
from serai.core.reports.cues import cues_in
from serai.core.reports.kinds import Kind, Spot, kind_of
from serai.core.reports.nouns import Noun, noun_after
from serai.core.reports.numbers import Number, numbers

SMALL = 12  # words for numbers this small need a word of happening close by
NO_KIND = ("", "other")


class Figure(msgspec.Struct, frozen=True):
    """A counted figure of a sentence, with offsets into the sentence."""

    start: int
    end: int
    number: Number
    low: float | None
    high: float | None
    hedge: str
    noun: Noun
    kind: Kind

    @property
    def what(self) -> str | None:
        """The words that say what is counted."""
        return self.noun.words or None


class Seen(msgspec.Struct, frozen=True):
    """A number with its hedge and noun, before its kind is known."""

    number: Number
    hedged: hedges.Hedged
    noun: Noun


def figures_in(text: str, masked: str, before: Kind | None = None) -> list[Figure]:
    """The figures of an evened sentence; `masked` is the same with dates blanked out."""
    seen = [one for number in numbers(masked) if (one := _seen(masked, number))]
    if not seen:
        return []
    spots = [
        Spot(
            one.hedged.start,
            one.number.end if one.hedged.end < one.number.end else one.hedged.end,
            one.noun,
        )
        for one in seen
    ]
    cues = cues_in(masked)
    found: list[Figure] = []
    carried: Kind | None = None
    for index, one in enumerate(seen):
        kind = kind_of(masked, spots, index, cues, carried)
        if kind is None and not one.noun.unit and not found:
            kind = _elided(masked, one, before)
        if kind is None or not _counts(masked, one, kind):
            continue
        carried = kind
        found.append(_figure(one, kind))
    return found


def _seen(text: str, number: Number) -> Seen | None:
    if traps.is_trap(text, number.start, number.end):
        return None
    hedged = hedges.hedged(text, number.start, number.end, number.ranged, number.high is None)
    noun = noun_after(text, max(hedged.end, number.end))
    return Seen(number, hedged, noun)


def _figure(one: Seen, kind: Kind) -> Figure:
    low, high = hedges.bounds(one.number.low, one.number.high, one.hedged.hedge)
    if (
        kind.rule.startswith(("arrived", "B:", "S:"))
        and one.hedged.hedge == "exact"
        and "/" in kind.unit
    ):
        low, high = one.number.low, one.number.high
    return Figure(
        one.hedged.start,
        max(one.noun.end, one.hedged.end, one.number.end),
        one.number,
        low,
        high,
        one.hedged.hedge,
        one.noun,
        kind,
    )


def _counts(text: str, one: Seen, kind: Kind) -> bool:
    """Whether a number with a kind is a figure at all, and not two residents who spoke."""
    number, end = one.number, max(one.noun.end, one.number.end)
    persons = kind.unit.startswith(("person", "family"))
    if persons and traps.SAYING.match(text[end : end + 60]) and number.low <= SMALL:
        return False
    if not one.noun.unit:
        return _stands_alone(text, one, kind)
    if number.written and number.low == 1:
        return _one_counts(text, one, kind)
    if (
        re.match(r"\s+(?:of the|of its|of his|of her)\b", text[number.end : number.end + 8])
        and number.low <= 3
        and number.written
    ):
        return kind.rule.split(":")[0] in ("B", "O") and persons
    return True


def _one_counts(text: str, one: Seen, kind: Kind) -> bool:
    if re.match(
        r"\s+(?:of|such|another|side|day|in)\b", text[one.number.end : one.number.end + 10]
    ):
        return False
    return kind.name in (
        "killed",
        "died",
        "injured",
        "missing",
        "ordnance",
        "freed",
        "held",
        "surrendered",
    )


def _stands_alone(text: str, one: Seen, kind: Kind) -> bool:
    """A number without a noun counts people only close to the word that says what happened."""
    number = one.number
    after = text[number.end : number.end + 24]
    if (number.written and number.low == 1) or re.match(r"\s*(?:[A-Z]{2,4}\b|[.,]?\d|/)", after):
        return False
    if number.written and number.low < SMALL:
        return bool(
            re.match(
                r"\s+(?:were |was |have been |are |others? )?(?:\w+ly )?(?:killed|injured|wounded|died|dead|missing|arrested|others?)",
                after,
            )
        ) or bool(
            re.search(
                r"\b(?:kill(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing))\s+(?:\w+ ){0,3}$",
                text[max(0, number.start - 40) : number.start],
            )
        )
    return kind.rule != "elided" or number.low >= 2


def _elided(text: str, one: Seen, before: Kind | None) -> Kind | None:
    """Maybe 2,000 or more: a bare number that continues the figure of the sentence before."""
    if before is None or not before.unit.startswith(("person", "family")) or one.number.written:
        return None
    words = re.sub(r"\W+", " ", text[: one.hedged.start] + " " + text[one.hedged.end :]).split()
    if len(words) > 8 and not re.search(r"\bnumbers?\b|\bfigure\b|\btotal\b", text):
        return None
    if one.number.low < 10:
        return None
    return Kind(before.name, before.unit.split("/")[0], "elided")
