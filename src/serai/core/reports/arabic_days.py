"""Reads days as Arabic reports write them: months of the Levant, Egypt and the Maghreb, yesterday,
since last week; a day that needs the report's own date stays unknown without it.
"""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from serai.core.reports.arabic_letters import plain
from serai.core.reports.arabic_numbers import ONES, value

_MONTHS = (
    "كانون الثاني|يناير|جانفي|جانفييه", "شباط|فبراير|فيفري", "آذار|اذار|مارس", "نيسان|أبريل|إبريل|أفريل", "أيار|مايو|ماي", "حزيران|يونيو|يونية|جوان",
    "تموز|يوليو|يولية|جويلية", "آب|أغسطس|أوت|غشت", "أيلول|سبتمبر|شتنبر", "تشرين الأول|أكتوبر|اوكتوبر", "تشرين الثاني|نوفمبر|نونبر", "كانون الأول|ديسمبر|دجنبر",
)  # fmt: skip
MONTHS = {
    plain(name): number for number, names in enumerate(_MONTHS, 1) for name in names.split("|")
}
WEEKDAYS = {
    name: day
    for day, name in enumerate(plain("الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد").split())
}
ORDINALS = {word: number for number, word in enumerate(plain(
    "الأول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر|الحادي عشر|الثاني عشر|الثالث عشر|الرابع عشر|الخامس عشر|السادس عشر|السابع عشر|الثامن عشر|التاسع عشر|العشرين|"
    "الحادي والعشرين|الثاني والعشرين|الثالث والعشرين|الرابع والعشرين|الخامس والعشرين|السادس والعشرين|السابع والعشرين|الثامن والعشرين|التاسع والعشرين|الثلاثين|الحادي والثلاثين").split("|"), 1)}  # fmt: skip
DAYS_A = {
    "يوم": 1,
    "ايام": 1,
    "اسبوع": 7,
    "اسابيع": 7,
    "شهر": 30,
    "اشهر": 30,
    "شهور": 30,
    "سنه": 365,
    "سنوات": 365,
    "عام": 365,
    "اعوام": 365,
    "ساعه": 1 / 24,
    "ساعات": 1 / 24,
}
PAIRS = {"يومين": 2, "اسبوعين": 14, "شهرين": 60, "سنتين": 730, "عامين": 730, "ساعتين": 0}
HOURS = {"اربع والعشرين": 1, "24": 1, "ثماني والاربعين": 2, "ثمان والاربعين": 2, "48": 2, "اثنتين والسبعين": 3, "72": 3, "ست والثلاثين": 2, "اثنتي عشره": 1}  # fmt: skip
AHEAD = timedelta(days=2)


class Phrase(msgspec.Struct, frozen=True):
    """A date phrase in plain letters and the days it covers; None where they cannot be known."""

    start: int
    end: int
    first: date | None
    last: date | None
    since: bool = False
    until: bool = False
    said: bool = False  # the day somebody spoke


Days = tuple[date | None, date | None]
Reader = Callable[[re.Match[str], date | None], Days]


def _any(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


_month = rf"(?:شهر\s)?(?P<month>{_any(MONTHS)})(?:\s?[/(]\s?(?:{_any(MONTHS)})\)?)?(?!\w)"
_day = rf"(?P<day>[0-3]?\d(?!\d)|{_any(ORDINALS)})(?:\s(?:من|شهر))*"
_day2 = rf"(?P<day2>[0-3]?\d(?!\d)|{_any(ORDINALS)})(?:\s(?:من|شهر))*"
_year = r"(?:,?\s(?:عام\s|سنه\s|من\sالعام\s)?(?P<year>(?:19|20)\d\d)(?!\d)|\s(?P<gone>الماضي|المنصرم|الفايت))?"
_weekday = rf"(?P<weekday>{_any(WEEKDAYS)})(?!\w)"
_count = rf"(?P<count>\d{{1,3}}|{_any(ONES)})"
_units = r"(?P<unit>" + _any(DAYS_A) + r")(?:ا|ه)?(?!\w)"
_gone = r"(?:ال)?(?:ماضي\w*|منصرم\w*|اخير\w*|فايت\w*|سابق\w*)"


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(words: str) -> int:
    return int(words) if words.isdigit() else ORDINALS.get(words) or int(value(words))


def _dated(day: int, month: int, year: str | None, report: date | None) -> date | None:
    """The day, in the year given or else the nearest one not after the report."""
    if year:
        return _made(int(year), month, day)
    if report is None:
        return None
    made = _made(report.year, month, day)
    return _made(report.year - 1, month, day) if made and made > report + AHEAD else made


def _one_day(match: re.Match[str], report: date | None) -> Days:
    day = _dated(_number(match["day"]), MONTHS[match["month"]], match["year"], report)
    return day, day


def _two_days(match: re.Match[str], report: date | None) -> Days:
    month = MONTHS[match["month"]]
    last = _dated(_number(match["day2"]), month, match["year"], report)
    other = match.groupdict().get("month1")
    first = (
        _made(last.year, MONTHS[other] if other else month, _number(match["day"])) if last else None
    )
    return first, last


def _numeric(match: re.Match[str], report: date | None) -> Days:
    day = _made(int(match["year"]), int(match["m"]), int(match["day"]))
    return day, day


def _whole_month(match: re.Match[str], report: date | None) -> Days:
    first = _dated(1, MONTHS[match["month"]], match["year"], report)
    if first is None:
        return None, None
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    part = match.groupdict().get("part") or ""
    if part.startswith(("مطلع", "بدايه", "اوايل", "مستهل")):
        last = first.replace(day=10) if part.startswith("اوايل") else first
    elif part.startswith("منتصف"):
        first, last = first.replace(day=10), first.replace(day=20)
    elif part:
        first = first.replace(day=20)
    return first, min(last, report) if report and report >= first else last


def _two_months(match: re.Match[str], report: date | None) -> Days:
    """During April and May."""
    first, last = _whole_month(match, report)
    if first is None:
        return None, None
    month = MONTHS[match["month1"]]
    return first.replace(year=first.year - (month > first.month), month=month), last


def _opening(match: re.Match[str], report: date | None) -> Days:
    """The beginning of the month, of the week that the report is of."""
    if report is None:
        return None, None
    week = "اسبوع" in match.group()
    first = report - timedelta(days=report.weekday()) if week else report.replace(day=1)
    return first, first


def _whole_year(match: re.Match[str], report: date | None) -> Days:
    year = int(match["year"])
    last = date(year, 12, 31)
    return date(year, 1, 1), min(last, report) if report and report.year == year else last


def _on_weekday(match: re.Match[str], report: date | None) -> Days:
    if report is None:
        return None, None
    back = (report.weekday() - WEEKDAYS[match["weekday"]]) % 7
    day = report - timedelta(days=back or (7 if match["gone"] else 0))
    return day, day


def _two_weekdays(match: re.Match[str], report: date | None) -> Days:
    if report is None:
        return None, None
    back = (report.weekday() - WEEKDAYS[match["weekday2"]]) % 7
    last = report - timedelta(days=back or (7 if match["gone"] else 0))
    first = last - timedelta(days=(last.weekday() - WEEKDAYS[match["weekday"]]) % 7)
    return first, last


def _day_of_month(match: re.Match[str], report: date | None) -> Days:
    if report is None:
        return None, None
    now = match["gone"] in ("الجاري", "الحالي")
    month = report if now else report.replace(day=1) - timedelta(days=1)
    day = _made(month.year, month.month, int(match["day"]))
    return day, day


def _offset(first: int, last: int) -> Reader:
    def read(_: re.Match[str], report: date | None) -> Days:
        return (
            (None, None)
            if report is None
            else (report + timedelta(days=first), report + timedelta(days=last))
        )

    return read


def _past(match: re.Match[str], report: date | None) -> Days:
    return (None, None) if report is None else (report - timedelta(days=_length(match)), report)


def _hours(match: re.Match[str], report: date | None) -> Days:
    return (
        (None, None) if report is None else (report - timedelta(days=HOURS[match["hours"]]), report)
    )


def _ago(match: re.Match[str], report: date | None) -> Days:
    if report is None:
        return None, None
    day = report - timedelta(days=_length(match))
    return day, day


def _length(match: re.Match[str]) -> int:
    named = match.groupdict()
    if named.get("pair"):
        return PAIRS[named["pair"]]
    return max(1, round(_number(named.get("count") or "1") * DAYS_A[named["unit"]]))


def _week(back: int) -> Reader:
    def read(_: re.Match[str], report: date | None) -> Days:
        if report is None:
            return None, None
        monday = report - timedelta(days=report.weekday() + 7 * back)
        return monday, monday + timedelta(days=6) if back else report

    return read


def _month_back(back: int) -> Reader:
    def read(_: re.Match[str], report: date | None) -> Days:
        if report is None:
            return None, None
        first = report.replace(day=1)
        return (
            ((first - timedelta(days=1)).replace(day=1), first - timedelta(days=1))
            if back
            else (first, report)
        )

    return read


def _year_back(back: int) -> Reader:
    def read(_: re.Match[str], report: date | None) -> Days:
        if report is None:
            return None, None
        year = report.year - back
        return date(year, 1, 1), date(year, 12, 31) if back else report

    return read


def _until_report(_: re.Match[str], report: date | None) -> Days:
    return None, report


_RULES: tuple[tuple[str, Reader], ...] = (
    (r"(?P<year>(?:19|20)\d\d)[-/.](?P<m>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)", _numeric),
    (r"(?P<day>[0-3]?\d)[-/.](?P<m>[01]?\d)[-/.](?P<year>(?:19|20)\d\d)(?!\d)", _numeric),
    (rf"(?:ما\s)?(?:بين|من)?\s?{_day}\s?(?:و|-|–|الي|حتي|و\s)\s?{_day2}\s?{_month}{_year}", _two_days),
    (rf"(?:ما\s)?(?:بين|من)?\s?{_day}\s(?P<month1>{_any(MONTHS)})(?:/\w+)?\s?(?:و|-|الي|حتي)\s?{_day2}\s?{_month}{_year}", _two_days),
    (rf"{_day}\s?{_month}{_year}", _one_day),
    (r"(?P<day>[0-3]?\d)\s(?:من\s)?(?:ال)?شهر\s(?P<gone>الماضي|المنصرم|الفايت|الجاري|الحالي)", _day_of_month),
    (rf"(?:يومي\s|بين\s|من\s)(?:يومي?\s)?{_weekday}\s(?:و|الي\s|وحتي\s|حتي\s)(?:يوم\s)?(?P<weekday2>{_any(WEEKDAYS)})(?!\w)(?P<gone>\s{_gone})?", _two_weekdays),
    (rf"(?:في|خلال)\s(?:شهري\s)?(?P<month1>{_any(MONTHS)})(?:/\w+)?\s?و\s?{_month}{_year}", _two_months),
    (rf"(?P<part>مطلع|بدايه|اوايل|مستهل|منتصف|اواخر|نهايه|اخر)\s{_month}{_year}", _whole_month),
    (rf"(?:في|خلال|منذ|حتي|طوال|نهايه|عن)\s(?P<part>){_month}{_year}", _whole_month),
    (rf"{_month}(?P<part>){_year.removesuffix('?')}", _whole_month),
    (r"(?:في|منذ|خلال|قبل|حتي)\s(?:ال)?(?:عام|سنه)\s(?P<year>(?:19|20)\d\d)(?!\d)", _whole_year),
    (r"(?:ال)?(?:عام|سنه)\s(?P<year>(?:19|20)\d\d)(?!\d)", _whole_year),
    (r"(?:اول\s(?:من\s)?امس|امس\sالاول|اول\sامس)(?!\w)(?:\s(?:الاثنين|الاحد|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت))?", _offset(-2, -2)),
    (rf"(?:(?:يوم|ليل|ليله|مساء|صباح|فجر)\s)*(?:امس|البارحه)(?:\s{_weekday})?(?!\w)", _offset(-1, -1)),
    (r"(?:ال)?ليله\sالماضيه|ليل\sامس|الليل\sالماضي", _offset(-1, -1)),
    (rf"(?:(?:صباح|ظهر|فجر|مساء|ليل|عصر)\s)?(?:هذا\s)?(?<!في\s)اليوم(?:\s{_weekday})?(?!\w)(?!\s(?:العالمي|الدولي|الوطني|الاول|الثاني|الثالث|الرابع|التالي|نفسه|ذاته|السابق|الماضي))", _offset(0, 0)),
    (r"(?:حاليا|الان|في\sالوقت\s(?:الحالي|الراهن)|راهنا|حتي\sالان|هذا\sالصباح|هذه\sالليله)(?!\w)", _offset(0, 0)),
    (rf"(?:(?:منذ|في|خلال)\s)?(?:(?:يوم|ليل|ليله|مساء|صباح|فجر|ظهر|عصر)\s)*(?:يومي?\s)?{_weekday}(?P<gone>\s{_gone})?", _on_weekday),
    (rf"(?:خلال|في|علي\sمدي|طوال|غضون|طيله)\s(?:ال)?(?:ـ|-|\s)?{_count}\s(?:ال)?{_units}(?:\s{_gone})?", _past),
    (rf"(?:(?:خلال|في|علي\sمدي|طوال|غضون|طيله)\s)?(?:ال)?ساعات\s(?:ال)?(?:ـ|\s)?(?P<hours>{_any(HOURS)})(?!\w)(?:\s{_gone})?", _hours),
    (rf"(?:خلال|في|علي\sمدي|طوال|غضون|طيله)?\s?(?:ال)?{_units}\s(?:ال)?(?:ـ|\s)?{_count}(?!\w)(?:\s{_gone})", _past),
    (rf"(?:خلال|في|علي\sمدي|طوال|غضون|طيله)\s(?:ال)?(?P<pair>{_any(PAIRS)})(?:\s{_gone})?", _past),
    (rf"(?:خلال|في)\s(?:ال)?(?:ايام|اسابيع|اشهر|ساعات|فتره|اونه)(?:\sال(?:قليله|معدوده))?\s{_gone}|مؤخرا|موخرا|في\sالاونه\sالاخيره|خلال\sايام", _until_report),
    (rf"(?:قبل|منذ)\s(?:نحو\s|حوالي\s)?(?:{_count}\s{_units}|(?P<pair>{_any(PAIRS)})(?!\w))", _ago),
    (r"(?:خلال|في\sغضون|علي\sمدي)\s(?P<unit>اسبوع|شهر|يوم|عام)(?:\s(?:واحد|كامل))?(?!\w)", _past),
    (r"(?:قبل|منذ)\s(?P<unit>اسبوع|شهر|عام|سنه|يوم)(?!\w)", _ago),
    (rf"خلال\sال(?P<unit>اسبوع)\s{_gone}", _past), (rf"(?:ال)?اسبوع\s{_gone}", _week(1)), (r"هذا\sالاسبوع|الاسبوع\s(?:الحالي|الجاري)", _week(0)),
    (rf"(?:ال)?شهر\s{_gone}", _month_back(1)), (r"هذا\sالشهر|الشهر\s(?:الحالي|الجاري)", _month_back(0)),
    (rf"(?:ال)?(?:عام|سنه)\s{_gone}", _year_back(1)),
    (r"(?:بدايه|مطلع|اول)\s(?:هذا\s)?ال(?:شهر|اسبوع)(?:\s(?:الحالي|الجاري))?", _opening),
    (r"(?:هذا\sالعام|هذه\sالسنه|(?:بدايه|مطلع)\s(?:هذا\s)?ال(?:عام|سنه)(?:\s(?:الحالي|الجاري)\w*)?|ال(?:عام|سنه)\s(?:الحالي|الجاري)\w*)", _year_back(0)),
)  # fmt: skip


def _need(words: str) -> str:
    """What a sentence must hold for a rule to be tried."""
    sure = words.replace(rf"(?:\s{_weekday})?", "")
    needs = (("month", "(?P<month>"), ("weekday", "(?P<weekday>"), ("year", "(?P<year>"))
    return next((name for name, group in needs if group in sure), "")


_hints = "يوم|امس|ليل|اسبوع|شهر|عام|سنه|ساع|ايام|حالي|الان|راهن|موخر|بارح|صباح|منذ|قبل|خلال"
HINT = re.compile(rf"{_any((*MONTHS, *WEEKDAYS))}|{_hints}|(?:19|20)\d\d")
MONTH, WEEKDAY, DIGIT = re.compile(_any(MONTHS)), re.compile(_any(WEEKDAYS)), re.compile(r"\d")
RULES = tuple(
    (re.compile(rf"(?<![\w/.])(?:و|ف|ل|ب)?(?:{words})"), read, _need(words))
    for words, read in _RULES
)
SINCE = re.compile(
    r"منذ(?:\s\w+){1,4}\s(?:في|يوم)\s*$|(?:منذ|ابتداء\sمن|اعتبارا\sمن|بدءا\sمن)(?:\s(?:نحو|حوالي|يوم|تاريخ|بدايه|مطلع|بدء))*\s*$"
)
UNTIL = re.compile(r"(?:حتي|لغايه|بحلول|الي\sغايه|حتي\sيوم|حتي\sتاريخ|حتي\sنهايه)\s*$")
SAID_AFTER = re.compile(r"[^,.]{0,40}?\s?,?\s(?:ب|و)?ان(?:ه|ها|هم)?(?!\w)|\s?[:|]|\s?-\s|\s*$")
ASIDE = 90  # letters before a day in which its verb of speech stands
DAY_WORDS = 24  # letters of a day alone
SAID_ASIDE = re.compile(
    r"(?<!\w)(?:و|ف|كما\s)?(?:قال|اعلن|افاد|ذكر|اكد|صرح|كشف|اوضح|اشار|حذر|نشر|اصدر|وثق|رصد|احصي)ت?\s(?:[\w()-]+\s){0,8}[\w()-]+\s?,\s*$"
)
CLOSED = re.compile(r"\s?,")
SAID = re.compile(
    r"(?:قال|قالت|اعلن|اعلنت|افاد|افادت|ذكر|ذكرت|اكد|اكدت|صرح|نشر|نشرت|بيان|تقرير|صدر|صدرت)(?:\s\w+){0,4}\s*,?\s*$"
)


AS_SAID = re.compile(
    r"(?:علي\sما|كما|حسبما|حسب\sما|بحسب\sما|وفق\sما|وفقا\sلما)\s(?:قال|اعلن|افاد|ذكر|اكد|اوضح|صرح)ت?(?:\s\w+){1,5}\s$"
)


def phrases(text: str, report: date | None) -> list[Phrase]:
    """All date phrases of a plain sentence, in order.

    >>> [p.first for p in phrases(plain("في 13 آذار/مارس 2019"), None)]
    [datetime.date(2019, 3, 13)]
    """
    taken: list[Phrase] = []
    if not HINT.search(text):
        return taken
    lacking = _lacking(text)
    for words, read, need in RULES:
        if need in lacking:
            continue
        for match in words.finditer(text):
            if not any(match.start() < one.end and one.start < match.end() for one in taken):
                taken.append(_phrase(text, match, read, report))
    return _without_asides(text, sorted(taken, key=lambda phrase: phrase.start))


def _lacking(text: str) -> frozenset[str]:
    """What no rule needs to be tried for: a sentence without a month has no day of one."""
    needs = (("month", MONTH), ("weekday", WEEKDAY), ("year", DIGIT))
    return frozenset(name for name, words in needs if not words.search(text))


def _without_asides(text: str, found: list[Phrase]) -> list[Phrase]:
    """The ministry announced, on Tuesday, that yesterday: the first day is only the speech's."""
    asides = [phrase for phrase in found if _aside(text, phrase)]
    if not any(phrase.last and not phrase.said for phrase in found if phrase not in asides):
        return found
    return [
        msgspec.structs.replace(phrase, said=True) if phrase in asides else phrase
        for phrase in found
    ]


def _aside(text: str, phrase: Phrase) -> bool:
    """Whether a day stands between commas behind the words that name a speaker."""
    before = text[max(0, phrase.start - ASIDE) : phrase.start]
    short = phrase.end - phrase.start < DAY_WORDS and not phrase.since
    return short and bool(SAID_ASIDE.search(before)) and bool(CLOSED.match(text, phrase.end))


def _phrase(text: str, match: re.Match[str], read: Reader, report: date | None) -> Phrase:
    try:
        first, last = read(match, report)
    except (ValueError, OverflowError, KeyError, TypeError):
        first, last = None, None
    before = text[max(0, match.start() - 40) : match.start()]
    own = match.group()
    since = bool(SINCE.search(before)) or own.startswith(("منذ", "بدايه العام", "مطلع العام"))
    until = bool(UNTIL.search(before)) or own.startswith("حتي")
    said = bool(SAID.search(before) and SAID_AFTER.match(text, match.end()))
    said = said or bool(AS_SAID.search(before))
    if since:
        return Phrase(match.start(), match.end(), first, report, True)
    return Phrase(match.start(), match.end(), first, last, until=until, said=said)
