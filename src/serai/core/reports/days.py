"""Chooses the days a figure covers: by the phrase of its clause, the paragraph, or its tense."""

import re
from datetime import date

from serai.core.reports.dates import Phrase

STATES = frozenset(["occupancy", "remaining", "strength", "share", "area", "need", "capacity", "population", "held", "missing", "load", "distance", "facilities"])  # fmt: skip
PRESENT = re.compile(
    r"\b(?:is|are|remains?|hosts?|shelters?|has|have|there's|'re|now|currently|still|holds?|houses|estimates?|live|lives|need|needs|faces?|lack)\b",
    re.IGNORECASE,
)
PERFECT = re.compile(
    r"\b(?:has|have|'ve)\s+(?:\w+\s+){0,3}?(?:been|\w+ed|fled|left|come|gone|risen|taken|lost|crossed|sought|made|freed|fallen)\b|\bso far\b|\bin total\b|\bto date\b|\btotal(?:s|led)?\b",
    re.IGNORECASE,
)

Days = tuple[date | None, date | None]


def days_of(
    text: str,
    at: int,
    end: int,
    kind: str,
    found: list[Phrase],
    report: date | None,
    carried: Phrase | None,
) -> tuple[Days, str]:
    """The first and last day of a figure at `at`..`end`, and the rule that said so."""
    near = _nearest(text, at, end, [phrase for phrase in found if not phrase.said])
    if near:
        return _of_phrase(near, kind, text), f"date:{near.rule}"
    spoken = [phrase for phrase in found if phrase.said and phrase.last]
    if spoken:
        day = spoken[0].last
        return ((day, day) if kind in STATES else (None, day)), "date:said"
    if report is None:
        return (None, None), "date:unknown"
    if kind in STATES and not re.search(r"\b(?:was|were|had)\b", text):
        return (report, report), "date:now"
    if PERFECT.search(text):
        return (None, report), "date:perfect"
    if carried and carried.last:
        return (carried.first, carried.last), "date:carried"
    return ((report, report) if kind in STATES else (None, report)), "date:until-report"


def _of_phrase(phrase: Phrase, kind: str, text: str) -> Days:
    if phrase.rule == "as-of" and kind in STATES:
        return phrase.last, phrase.last
    if phrase.since and phrase.first is None:
        return None, phrase.last
    return phrase.first, phrase.last


def _nearest(text: str, at: int, end: int, found: list[Phrase]) -> Phrase | None:
    """The phrase of the figure's own clause, else the nearest of the sentence."""
    if not found:
        return None

    def far(phrase: Phrase) -> float:
        between = text[end : phrase.start] if phrase.start >= end else text[phrase.end : at]
        opening = phrase.start < 12 and phrase.start < at  # on Monday, ...
        breaks = between.count(",") * 12 + between.count(";") * 60
        breaks += 40 * len(
            re.findall(r"\b(?:while|but|compared|from|who|which|where|when|since)\b", between)
        )
        return len(between) * (0.4 if opening else 1) + breaks

    return min(found, key=far)
