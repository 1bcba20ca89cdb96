"""Takes a report's date and place from its dateline; a copyright year or a counter is no date."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from datetime import date

from serai.core.reports.dates import phrases

TOP = 900  # letters in which a dateline stands
LINE = 110  # letters of a line of the head
RANGES = frozenset(["days-month", "month-days", "day-to-day", "month-to-month"])
COVERS = re.compile(
    r"\b(?:reporting period|covers? the period|period covered|period:)", re.IGNORECASE
)
PLACE = re.compile(
    r"(?:^|\n)\s*(?:NEAR\s+)?(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'. -]{2,30}|[A-Z][\w'-]+(?:[ -][A-Z][\w'-]+){0,2})(?:/[A-Z][\w'. /-]{2,40}?)?(?:,\s*(?P<land>[A-Z][\w .'-]{2,30}))?"
    r"(?:,?\s*(?P<day>[A-Z]?[\w.]+ \d{1,2},? \d{4}|\d{1,2} [A-Z]\w+,? \d{4}|[A-Z]\w+\.? \d{1,2}|\d{1,2} [A-Z]\w+))?\s*(?:\([^)]{2,40}\))?[ ]*-{1,2}\s(?=[\"A-Z0-9][^\n]{30})"
)
# Aug 20 (Reuters) -: a dateline without a place
DAY_ALONE = re.compile(
    r"(?:^|\n)\s*(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+\.?)(?:,? \d{4})? \([A-Z][^)\n]{1,40}\)[ ]*-{1,2}\s"
)
ALONE = re.compile(r"^(?:[A-Z][\w'-]+(?:[ -][A-Z][\w'-]+){0,2},\s)?(?:(?:[A-Z]\w+day,?\s)?\d{1,2}(?:st|nd|rd|th)? [A-Z]\w+,? \d{4}|(?:[A-Z]\w+day,?\s)?[A-Z]\w+\.? \d{1,2},? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{4}|(?:report(?:ing)? date|date|issued|as of)\s*:?\s.{6,30})$", re.IGNORECASE)  # fmt: skip
APOSTROPHE = re.compile(r"'[A-Z]\b")
SENTENCES = re.compile(r"\.\s+[A-Z]")
LINE_END = re.compile(
    r"(?:^|[,|·•:]\s*|-\s)(?P<day>(?:[A-Z]\w+day,?\s)?(?:\d{1,2} [A-Z][a-z]+\.?,? \d{4}|[A-Z][a-z]+\.? \d{1,2}, \d{4}))"
    r"(?:(?:,| at|\s[|-])?\s\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s\w{2,5})?)?$"
)
NO_PLACE = re.compile(
    r"\b(?:report|update|sitrep|bulletin|summary|news|snapshot|overview)\b", re.IGNORECASE
)
SITREP = re.compile(r"\b(?:situation report|flash update|sitrep|update|bulletin|snapshot)\b[^\n]{0,80}?(?P<day>\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4})|\b(?:as of|report(?:ing)? date|date of (?:report|issue|publication)|published(?: on)?|reporting period|issued(?: on)?|covers? the period)[^\n]{0,40}?(?P<day2>\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4})", re.IGNORECASE)  # fmt: skip


def dateline_of(even: str, known: date | None) -> tuple[date | None, str]:
    """The report's date and where it was found; metadata comes first, a guess never."""
    if known:
        return known, "metadata"
    top = even[:TOP]
    for words in _candidates(top):
        days = [
            phrase.last
            for phrase in phrases(words, None)
            if phrase.last
            and phrase.rule
            in ("day-month", "month-day", "iso", "numeric", "days-month", "day-to-day")
        ]
        if days:
            return days[-1], "dateline"
    return None, "unknown"


def period_of(even: str, report: date | None) -> tuple[date, date] | None:
    """The days a report says it covers, from a line of its head."""
    for line in even[:TOP].split("\n")[:8]:
        if len(line) > LINE and not COVERS.search(line):
            continue
        for phrase in phrases(line, report):
            if (
                phrase.rule in RANGES
                and phrase.first
                and phrase.last
                and phrase.first < phrase.last
            ):
                return phrase.first, phrase.last
    return None


def _candidates(top: str) -> list[str]:
    found = [line.strip() for line in top.split("\n")[:12] if ALONE.match(line.strip())]
    found += _line_ends(top)
    if place := PLACE.search(top):
        found.append(place.group("day") or "")
    if sitrep := SITREP.search(top):
        found.append(sitrep["day"] or sitrep["day2"])
    return found


def _line_ends(top: str) -> list[str]:
    """The day at the end of a short line below the title: Office, Town, 18 September 2017."""
    lines = [line.strip() for line in top.split("\n") if line.strip()][1:6]
    ends = [
        LINE_END.search(line) for line in lines if len(line) <= LINE and not SENTENCES.search(line)
    ]
    return [end["day"] for end in ends if end]


def _dateline(even: str) -> re.Match[str] | None:
    found = PLACE.search(even[:TOP])
    return None if not found or NO_PLACE.search(found["place"]) else found


def place_of_dateline(even: str) -> str | None:
    """The place a dateline names: MOSUL, Iraq (Reuters) -."""
    found = _dateline(even)
    if not found:
        return None
    name = found["place"].strip()
    return APOSTROPHE.sub(lambda end: end.group().lower(), name.title()) if name.isupper() else name


def without_dateline(even: str) -> str:
    """The text with its dateline blanked out, as long as before."""
    found = _dateline(even) or DAY_ALONE.search(even[:TOP])
    if not found:
        return even
    blank = "".join("\n" if sign == "\n" else " " for sign in found.group())
    return even[: found.start()] + blank + even[found.end() :]
