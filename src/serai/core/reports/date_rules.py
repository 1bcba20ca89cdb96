"""The phrases that name days, each with the grammar that reads its days against a report's own."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}
MONTHS["sept"] = 9
WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
SMALL = {word: number for number, word in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])} | {"a": 1, "an": 1, "couple of": 2, "few": 3, "24": 24, "48": 48, "72": 72}  # fmt: skip
DAYS_A = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365, "fortnight": 14}
COMING = 45  # days: from 3 April, said on 27 March, is a week away and not last year
EARLIEST, LATEST = 1900, 2100

_month = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_month2 = _month.replace("month>", "month2>")
_day = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d,]*\d)"
_day2 = _day.replace("day>", "day2>")
_year = r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)"
_weekday = r"(?P<weekday>" + "|".join(WEEKDAYS) + ")"
COUNT = r"(?P<count>\d{1,3}|" + "|".join(k for k in SMALL if k.isalpha() or " " in k) + ")"
UNIT = r"(?P<unit>hour|day|week|month|year|fortnight)"


PARTS = {
    "first": (1, 7),
    "second": (8, 14),
    "third": (15, 21),
    "fourth": (22, 28),
    "last": (0, 0),
    "final": (0, 0),
}
FORWARD = re.compile(
    r"\b(?:planned|scheduled|due|expected|set)(?: to \w+)? (?:for|on) $|\bnext $|\bcoming $",
    re.IGNORECASE,
)
Reader = Callable[[re.Match[str], date | None], tuple[date | None, date | None]]


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _dated(day: int, month: int, year: str | None, report: date | None) -> date | None:
    """The day, in the year given or else the nearest one not after the report."""
    if year:
        return _made(int(year), month, day)
    if report is None:
        return None
    made = _made(report.year, month, day)
    if made and made > report + timedelta(days=COMING):
        made = _made(report.year - 1, month, day)
    return made


def _one_day(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    day = _dated(int(match["day"]), MONTHS[match["month"].casefold()], match["year"], report)
    return day, day


def _two_days(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    month = MONTHS[match["month"].casefold()]
    other = match.groupdict().get("month2")
    month2 = MONTHS[other.casefold()] if other else month
    last = _dated(int(match["day2"]), month2, match["year"], report)
    year = last.year if last else None
    first = _made(year, month, int(match["day"])) if year else None
    if first and last and first > last:
        first = _made(last.year - 1, month, int(match["day"]))
    return first, last


def _numeric(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    day = _made(int(match["year"]), int(match["m"]), int(match["day"]))
    return day, day


def _whole_month(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    month = MONTHS[match["month"].casefold()]
    first = _dated(1, month, match["year"], report)
    if first is None:
        return None, None
    last = first.replace(day=calendar.monthrange(first.year, month)[1])
    part = (match.groupdict().get("part") or "").casefold()
    if part.startswith("early") or part.endswith(("beginning of", "start of")):
        last = first.replace(day=10)
    elif part.startswith(("mid", "the mid")):
        first, last = first.replace(day=10), first.replace(day=20)
    elif part.startswith(("late", "end", "the end")):
        first = first.replace(day=20)
    return first, min(last, report) if report and report >= first else last


def _months(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    """Between April and June: from the first day of one to the last of the other."""
    last = _dated(1, MONTHS[match["month2"].casefold()], match["year"], report)
    if last is None:
        return None, None
    month = MONTHS[match["month"].casefold()]
    year = int(match["year2"] or last.year - (month > last.month))
    end = last.replace(day=calendar.monthrange(last.year, last.month)[1])
    return _made(year, month, 1), min(end, report) if report and report >= last else end


def _ordinal(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    """Since the 20th: the nearest such day not after the report."""
    if report is None:
        return None, None
    day = _made(report.year, report.month, int(match["day"]))
    if day is None or day > report:
        before = report.replace(day=1) - timedelta(days=1)
        day = _made(before.year, before.month, int(match["day"]))
    return day, day


def _whole_year(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    year = int(match["year"])
    last = date(year, 12, 31)
    return date(year, 1, 1), min(last, report) if report and report.year == year else last


def _on_weekday(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    if report is None:
        return None, None
    if FORWARD.search(match.string[max(0, match.start() - 24) : match.start()]):
        ahead = (WEEKDAYS[match["weekday"].casefold()] - report.weekday()) % 7 or 7
        return report + timedelta(days=ahead), report + timedelta(days=ahead)
    back = (report.weekday() - WEEKDAYS[match["weekday"].casefold()]) % 7
    if back == 0 and match.group().casefold().startswith("last"):
        back = 7
    day = report - timedelta(days=back)
    return day, day


def _between_weekdays(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    if report is None:
        return None, None
    last = report - timedelta(days=(report.weekday() - WEEKDAYS[match["weekday2"].casefold()]) % 7)
    back = (last.weekday() - WEEKDAYS[match["weekday"].casefold()]) % 7
    return last - timedelta(days=back), last


def _weekend(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    if report is None:
        return None, None
    sunday = report - timedelta(days=(report.weekday() + 1) % 7)
    return sunday - timedelta(days=1), sunday


def _past(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    if report is None:
        return None, None
    named = match.groupdict()
    unit = named.get("unit") or named.get("unit2") or "day"
    days = length(named.get("count") or named.get("count2") or "one", unit)
    return report - timedelta(days=days), report


def _ago(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    if report is None or match["unit"] in ("year", "month"):
        return None, None
    day = report - timedelta(days=length(match["count"], match["unit"]))
    return day, day


def length(count: str, unit: str) -> int:
    lowered = count.casefold()
    amount = int(lowered) if lowered.isdigit() else SMALL.get(lowered, 1)
    return max(1, round(amount * DAYS_A[unit.casefold()]))


def _offset(first: int, last: int) -> Reader:
    def read(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
        if report is None:
            return None, None
        return report + timedelta(days=first), report + timedelta(days=last)

    return read


def _week(weeks_back: int) -> Reader:
    def read(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
        if report is None:
            return None, None
        monday = report - timedelta(days=report.weekday() + 7 * weeks_back)
        return monday, min(monday + timedelta(days=6), report)

    return read


def _month_back(months: int) -> Reader:
    def read(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
        if report is None:
            return None, None
        last = report if not months else report.replace(day=1) - timedelta(days=1)
        return last.replace(day=1), last

    return read


def _year_back(years: int) -> Reader:
    def read(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
        if report is None:
            return None, None
        last = report if not years else date(report.year - years, 12, 31)
        return date(last.year, 1, 1), last

    return read


def _years(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    """The war of 1994-96: from the first day of one year to the last of the other."""
    first, end = match["year"], match["year2"]
    last = int(end) if len(end) > len("96") else int(first[: -len(end)] + end)
    if not EARLIEST <= int(first) < last <= (report.year if report else LATEST):
        return None, None
    ended = date(last, 12, 31)
    return date(int(first), 1, 1), min(ended, report) if report else ended


def _part_of_month(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    """The first half or the last week of a month, named or the report's own."""
    named = match["month"]
    if named:
        first = _dated(1, MONTHS[named.casefold()], match["year"], report)
    else:
        first = report.replace(day=1) if report else None
        if first and match["which"] and match["which"].casefold() == "last":
            first = (first - timedelta(days=1)).replace(day=1)
    if first is None:
        return None, None
    length = calendar.monthrange(first.year, first.month)[1]
    begin, end = PARTS[match["part"].casefold()]
    if match["piece"].casefold() == "half":
        begin, end = (1, 15) if begin == 1 else (16, length)
    start, last = (
        first.replace(day=min(begin or length - 6, length)),
        first.replace(day=min(end or length, length)),
    )
    return start, min(last, report) if report and start <= report else last


def _first_days(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    """The first ten days of May, the first three weeks of March."""
    first = _dated(1, MONTHS[match["month"].casefold()], match["year"], report)
    if first is None:
        return None, None
    last = first + timedelta(days=length(match["count"], match["unit"]) - 1)
    return first, min(last, report) if report and report >= first else last


def _months_of_year(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    if report is None and not match["year"]:
        return None, None
    year = int(match["year"]) if match["year"] else report.year if report else EARLIEST
    named = match["months"].casefold()
    month = {"half": 6, "quarter": 3}.get(named) or SMALL[named]
    return date(year, 1, 1), date(year, month, calendar.monthrange(year, month)[1])


def _day_after(days: int) -> Reader:
    """The next day, the same day, the day before: said of the day named last."""

    def read(match: re.Match[str], named: date | None) -> tuple[date | None, date | None]:
        day = named + timedelta(days=days) if named else None
        return day, day

    return read


def _first_of_month(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    first = report.replace(day=1) if report else None
    return first, first


def _until_weekday(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    """Between 21 May and Wednesday."""
    if report is None:
        return None, None
    day, month = (match["day"] or match["day2"]), (match["month"] or match["month2"])
    first = _dated(int(day), MONTHS[month.casefold()], None, report)
    back = (report.weekday() - WEEKDAYS[match["weekday"].casefold()]) % 7 if match["weekday"] else 0
    return first, report - timedelta(days=1 if match["yesterday"] else back)


def _until_report(match: re.Match[str], report: date | None) -> tuple[date | None, date | None]:
    return None, report


# Phrases read against the day named last, not against the report's own.
ANCHORED: tuple[tuple[str, str, Reader], ...] = (
    ("next-day", r"\b(?:the|on the) (?:next|following) (?:day|morning|night|evening|afternoon)\b|\bthe day after(?= ?(?:[.,;]|$))|\ba day later\b|\bone day later\b", _day_after(1)),
    ("same-day", r"\b(?:on |later )?(?:the same|that(?: very| same)?) (?:day|night|evening|morning|afternoon)\b(?! and age)|\bat (?:the|that) time\b|\bthen(?=\.)", _day_after(0)),
    ("day-before", r"\bthe (?:day before|previous day|night before|previous night|previous evening)\b|\ba day earlier\b", _day_after(-1)),
)  # fmt: skip
RULES: tuple[tuple[str, str, Reader], ...] = (
    ("iso", r"(?P<year>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<day>[0-3]\d)", _numeric),
    ("numeric", r"(?P<day>[0-3]?\d)[./-](?P<m>[01]?\d)[./-](?P<year>(?:19|20)\d\d)", _numeric),
    ("days-month", rf"(?:between |from |on )?{_day}\s*(?:-|to|and|&|until|through)\s*{_day2}(?:\s+of)?\s+{_month}{_year}?", _two_days),
    ("month-days", rf"(?:between |from |on )?{_month}\s+{_day}\s*(?:-|to|and|until|through)\s*{_day2}{_year}?", _two_days),
    ("day-to-day", rf"(?:between |from )?{_day}\s+{_month}\s*(?:-|to|and|until|through)\s*{_day2}\s+{_month2}{_year}?", _two_days),
    ("month-to-month", rf"(?:between |from )?{_month}\s+{_day}\s*(?:-|to|and|until|through)\s*{_month2}\s+{_day2}{_year}?", _two_days),
    ("day-to-weekday", rf"(?:between|from)\s+(?:{_day}\s+{_month}|{_month.replace('month>', 'month2>')}\s+{_day2})\s+(?:and|to|until|through)\s+(?:{_weekday}|(?P<yesterday>yesterday)|today)\b", _until_weekday),
    ("first-of-month", r"\b(?:on|since|from|by|until|before) the first (?:day )?of (?:the|this) month\b", _first_of_month),
    ("day-month", rf"(?:{_weekday},? )?{_day}(?:\s+of)?\s+{_month}{_year}?", _one_day),
    ("month-day", rf"(?<!\bin )(?:{_weekday},? )?{_month}\s+{_day}{_year}?", _one_day),
    ("months-of-year", r"(?:in |during |over |for )?\bthe first (?P<months>two|three|four|five|six|seven|eight|nine|ten|half|quarter)(?: months)? of (?:(?P<year>(?:19|20)\d\d)|this year|the year)\b", _months_of_year),
    ("part-of-month", rf"(?:in |during |over |for )?\bthe (?P<part>first|second|third|fourth|last|final) (?P<piece>half|week) of (?:{_month}{_year}?|(?:this|the|(?P<which>last)) month\b)", _part_of_month),
    ("part-of-month", rf"(?:in |during |over |for )?\bthe first {COUNT} {UNIT}s? of {_month}{_year}?", _first_days),
    ("months", rf"\b(?:between|from) {_month}(?:{_year.replace('year>', 'year2>')})? (?:and|to|until|through) {_month2}{_year}?(?! \d)", _months),
    ("months", rf"\b(?:in|during|over|of|throughout)\s+(?:both )?{_month}\s+and\s+{_month2}{_year}?(?P<year2>\b)(?! \d{{1,2}}\b)", _months),
    ("years", r"\b(?:in|between|from|of|the|during)\s+(?P<year>(?:19|20)\d\d)\s?(?:-|to|and|until)\s?(?P<year2>(?:19|20)?\d\d)\b(?![,.]?\d|-)(?! (?:people|persons|civilians|refugees|famil|men\b|women|children|households|displaced|fighters|troops|individuals|of\b))", _years),
    ("ordinal", r"\b(?:on|since|by|until|from) the (?P<day>[0-3]?\d)(?:st|nd|rd|th)(?=[,.;]| (?:when|and|about|some|the|of this month)\b|$)", _ordinal),
    ("month", rf"(?:(?P<part>early|mid|late|the end of|end of|end|the middle of|the beginning of|the start of)[- ]?(?:in )?)?(?<![A-Za-z]){_month}{_year}", _whole_month),
    ("month-bare", rf"\b(?:in|since|during|by|until|of|last)\s+(?:(?P<part>early|mid|late|the end of|end of|the middle of|the beginning of|the start of)[- ]?)?{_month}(?P<year>\b)", _whole_month),
    ("year", r"\b(?:in|since|during|by|throughout|of|from|until|early|late|mid-?)\s+(?P<year>(?:19|20)\d\d)\b(?![,.]?\d)(?!-\d)", _whole_year),
    ("weekday-to-weekday", rf"(?:between|from|on) {_weekday} (?:and|to|until|through) {_weekday.replace('weekday>', 'weekday2>')}\b", _between_weekdays),
    ("weekday", rf"(?:last |this |this past |late |early )?\b{_weekday}(?:\s+(?:morning|night|afternoon|evening|alone))?\b", _on_weekday),
    ("weekend", r"\b(?:over|at|during|on) the (?:past |last )?weekend\b|\b(?:last|this) weekend\b", _weekend),
    ("last-night", r"\b(?:last|yesterday) (?:night|evening)\b|\byesterday\b", _offset(-1, -1)),
    ("overnight", r"\bovernight\b", _offset(-1, 0)),
    ("today", r"\b(?:today|tonight|this (?:morning|afternoon|evening)|right now|at present|currently|at the moment)\b", _offset(0, 0)),
    ("by-hour", r"\bsince (?:dawn|midnight|sunrise|noon|this morning|early morning|daybreak)\b|\bby (?:midday|noon|mid-morning|mid-afternoon|nightfall|late afternoon|sunset|dusk|evening|dawn)\b", _offset(0, 0)),
    ("past", rf"\b(?:in|over|within|during|for|throughout)?\s*(?:the )?(?:past|last|previous|preceding)\s+{COUNT}\s+{UNIT}s?\b", _past),
    ("past-of", rf"\b(?:after|in|during|over) {COUNT}\s+{UNIT}s? of (?:\w+ )?(?:fighting|battles?|clashes|violence|bombardments?|bombing|shelling|air ?strikes|strikes|unrest|rioting|rain|flooding|floods|combat)\b", _past),
    ("past-one", r"\b(?:(?:in|over|within|during|for) )?the (?:past|last|previous|preceding)(?P<count>) (?P<unit>week|month|day|year|fortnight)\b|\bpast(?P<count2>) (?P<unit2>week)\b", _past),
    ("for-days", rf"\bfor\s+{COUNT}\s+(?P<unit>day|week)s?\b(?=,? (?:we|they|now|the ))|\b(?:within|in) (?P<count2>\d+|two|three|four|five|six|seven|ten) (?P<unit2>hour|day|week)s?\b", _past),
    ("ago", rf"\b(?!(?:a|one) day earlier){COUNT}\s+{UNIT}s? (?:ago|earlier)\b", _ago),
    ("this-week", r"\b(?:earlier )?this week\b|\bso far this week\b|\bthe (?:start|beginning) of (?:the|this) week\b", _week(0)),
    ("last-week", r"\blast week\b", _week(1)),
    ("this-month", r"\b(?:earlier )?this month\b|\bthe (?:start|beginning) of (?:the|this) month\b", _month_back(0)),
    ("last-month", r"\blast month\b", _month_back(1)),
    ("this-year", r"\b(?:so far |earlier )?this year\b|\bthe (?:start|beginning) of (?:the|this) year\b", _year_back(0)),
    ("last-year", r"\blast year\b", _year_back(1)),
    ("recent", r"\b(?:in|over) (?:the )?(?:past few|last few|recent) (?:days|weeks|months)\b|\bin recent (?:days|weeks|months)\b|\bso far\b|\bto date\b|\brecently\b", _until_report),
)  # fmt: skip
