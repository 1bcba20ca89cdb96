"""Reads the days a phrase names, against the day of the report; no day is ever guessed.

A phrase without a year needs the report's own date; without one, nothing is read from it.
"""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from datetime import date, timedelta

import msgspec

from serai.core.reports.date_rules import ANCHORED, COUNT, MONTHS, RULES, UNIT, Reader, length
from serai.core.reports.word_index import WordIndex, words_in


class Phrase(msgspec.Struct, frozen=True):
    """A date phrase in a sentence and the days it covers; None where they cannot be known."""

    start: int
    end: int
    first: date | None
    last: date | None
    rule: str
    since: bool = False  # the figure has run from `first` until now
    said: bool = False  # the day somebody spoke, not the day it happened


_anchored = tuple((name, re.compile(words, re.IGNORECASE), read) for name, words, read in ANCHORED)
# One of these words stands in every phrase that is told from a day before it.
ANCHOR_WORDS = frozenset(
    ["day", "night", "evening", "morning", "afternoon", "then", "time", "daytime"]
)
DAYTIME = re.compile(r"\b(?:in the |during the )?daytime\b", re.IGNORECASE)
_index = WordIndex([words for _, words, _ in RULES])
_hint = re.compile(
    r"\d|day|week|month|year|night|today|yesterday|morning|recent|date|present|current|so far|now|moment|"
    + "|".join(MONTHS),
    re.IGNORECASE,
)
SINCE_THEN = re.compile(
    r"\b(?:since|from) (?:then|that (?:day|time))(?: on)?\b|(?<=ha[sd] )since(?= [a-z]+(?:ed|n|t)\b)|(?<=have )since(?= [a-z]+(?:ed|n|t)\b)",
    re.IGNORECASE,
)
# In the 24 hours to Monday morning, in the four days up to 7 August.
LENGTH_UP_TO = re.compile(
    rf"\b(?:in|over|during) the {COUNT.replace('count>', 'count3>')} {UNIT.replace('unit>', 'unit3>')}s? (?:up )?(?:to|until|before) (?:(?:noon|midday|midnight|dawn|dusk|nightfall|early|late|the morning of|the evening of)(?: on)? )?$",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"\b(?:since|starting|as from)(?: (?!mid-|(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\w+day\b))[\w'.-]+){0,16}?\s*$|\bfollowing [^,.;]{3,60}\bon\s*$|\b(?:after|began|beginning)(?: (?:the|late|early|mid|start of|beginning of|around|about|last|on|in)\b)*\s*$|\bfrom\s*$",
    re.IGNORECASE,
)
# The largest exodus since 18 February: how it compares, not when it was.
SUPERLATIVE = re.compile(
    r"\b(?:(?:the|its|their) (?:\w+ )?(?:first|last|second|third|largest|biggest|worst|deadliest|highest|most|heaviest|fastest|longest|lowest|bloodiest|only)|more \w+ than at any time)\b[^,;.]{0,60}\bsince(?: \w+){0,5}\s$",
    re.IGNORECASE,
)
# The batch, the fourth this year: how it counts, not when it was.
ORDINAL = re.compile(
    r"\bthe (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) (?:(?:such|of its kind|attack|group|batch|convoy|one|time) )?$"
)
AS_OF = re.compile(
    r"\b(?:as of|as at|as on|by|until|up to|till|cut-?off(?: date| time)?(?: at| of| on|:)?)(?: (?:late|early|the (?:end|evening|morning|night|afternoon|close) of|(?:noon|midday|dawn|dusk|midnight) on|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)? on))?\s*$",
    re.IGNORECASE,
)
SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|statement|estimated|warned|added|according to|press release|tweeted|wrote|update|briefing|report|published)\b(?:\s+(?!\d|(?:had|have|has|were|was|are|is|that|they|he|she)\b)[\w.'()-]+){0,5}?\s*(?:,? ?(?:on|late|early|in a))?\s*$",
    re.IGNORECASE,
)
SAID_AFTER = re.compile(
    r"^\s*(?:press release|statement|report|briefing|update|interview|news conference|tweet|release)\b|^,? (?:he|she|it|they|[\w]+ (?:officials?|authorities)) (?:said|told|announced)",
    re.IGNORECASE,
)


def phrases(text: str, report: date | None, named: Phrase | None = None) -> list[Phrase]:
    """All date phrases of an evened sentence, in order; `named` is the phrase of a day before it.

    >>> [(p.first, p.last) for p in phrases("On Nov. 1 to 3", None)]
    [(None, None)]
    """
    matches = sorted(_index.found(text), key=lambda one: (one[0], one[1].start()))
    anchored = not ANCHOR_WORDS.isdisjoint(words_in(text))
    if not (matches or anchored) or not _hint.search(text):
        return []
    taken: list[Phrase] = []
    for number, match in matches:
        name, _, read = RULES[number]
        if text[match.start() - 1 : match.start()] == "$":
            continue
        if any(match.start() < other.end and other.start < match.end() for other in taken):
            continue
        if made := _phrase(text, name, match, read, report):
            taken.append(made)
    taken.sort(key=lambda phrase: phrase.start)
    taken = [_on_its_day(phrase, taken, named) for phrase in taken]
    if anchored:
        taken = _with_anchored(text, taken, report, named)
    return sorted(_up_to(text, taken), key=lambda phrase: phrase.start)


def _on_its_day(phrase: Phrase, taken: list[Phrase], named: Phrase | None) -> Phrase:
    """By nightfall: of the day named before it, else of the report's own."""
    if phrase.rule != "by-hour":
        return phrase
    before = [one for one in taken if one.end <= phrase.start and one.last]
    behind = [one for one in taken if 0 <= one.start - phrase.end <= len(" on ") and one.last]
    day = behind[0] if behind else before[-1] if before else named
    if day is None or day.last is None:
        return phrase
    return msgspec.structs.replace(phrase, first=day.last, last=day.last)


def _with_anchored(
    text: str, taken: list[Phrase], report: date | None, named: Phrase | None
) -> list[Phrase]:
    """The next day, the day before: told from the phrase in front of them."""
    for name, words, read in _anchored:
        for match in words.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in taken):
                continue
            before = [other for other in taken if other.end <= match.start() and other.last]
            from_day = before[-1] if before else named
            first, last = read(match, from_day.last if from_day else None)
            if last or name != "day-before":
                taken.append(Phrase(match.start(), match.end(), first, last, name))
    taken += _since_then(text, taken, report, named)
    daytime = DAYTIME.search(text)
    if daytime and report and named and named.rule == "last-night":
        taken.append(Phrase(daytime.start(), daytime.end(), report, report, "daytime"))
    return taken


def _since_then(
    text: str, taken: list[Phrase], report: date | None, named: Phrase | None
) -> list[Phrase]:
    found = SINCE_THEN.search(text)
    if not found:
        return []
    before = [other for other in taken if other.end <= found.start() and other.first]
    day = before[-1] if before else named
    first = day.first if day else None
    return [Phrase(found.start(), found.end(), first, report, "since-then", since=True)]


def _up_to(text: str, taken: list[Phrase]) -> list[Phrase]:
    """A length of days that ends on the day named after it."""
    for index, phrase in enumerate(taken):
        found = LENGTH_UP_TO.search(text[max(0, phrase.start - 50) : phrase.start])
        if found and phrase.last:
            days = timedelta(days=length(found["count3"], found["unit3"]))
            start = phrase.start - len(found.group())
            taken[index] = Phrase(start, phrase.end, phrase.last - days, phrase.last, "days-to")
    return taken


def _phrase(
    text: str, name: str, match: re.Match[str], read: Reader, report: date | None
) -> Phrase | None:
    if (
        name == "month-bare"
        and match["month"].casefold() in ("may", "mar", "march")
        and not match["month"][0].isupper()
    ):
        return None
    try:
        first, last = read(match, report)
    except (ValueError, OverflowError, TypeError, KeyError):
        first, last = None, None
    before, after = (
        text[max(0, match.start() - 120) : match.start()],
        text[match.end() : match.end() + 40],
    )
    if name == "by-hour":
        return Phrase(match.start(), match.end(), first, last, name)
    own = match.group().casefold()
    said = bool(SAID.search(before) or SAID_AFTER.match(after))
    if SUPERLATIVE.search(before) or (name.startswith("this-") and ORDINAL.search(before)):
        return Phrase(match.start(), match.end(), None, None, name, said=True)
    if (
        SINCE.search(before)
        or own.startswith("since")
        or "start of" in own
        or "beginning of" in own
    ) and name != "part-of-month":
        return Phrase(match.start(), match.end(), first, report, name, since=True)
    if AS_OF.search(before) or (own.startswith(("by ", "until ")) and name != "today"):
        return Phrase(match.start(), match.end(), None, last, "as-of")
    return Phrase(
        match.start(),
        match.end(),
        first,
        last,
        name,
        said=said and name not in ("past", "past-of", "recent"),
    )
