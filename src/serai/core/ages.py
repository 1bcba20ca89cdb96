"""Reading an age the way clerks write it, in one field: years, about, months, days, a birth date.

An age is evidence, not a number: "27" allows a year of birth dates, "~27" allows five. What was
read is told back in words, so that a slip of the finger is seen at once.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from serai.core.people import AGE_YEARS_MAX, DAYS_A_YEAR, Age, AgeBasis
from serai.core.refusal import Refusal, gettext_noop

NOT_GIVEN = "-"
MONTHS_A_YEAR = 12
HALF_YEAR_MONTHS = 6
WITHIN_YEARS_MAX = 40
INFANT_MONTHS_MAX = 24  # told in months until the second birthday
INFANT_DAYS_MAX = 60  # told in days until two months
AGE_TEXT_LETTERS_MAX = 30

# How far off an estimate usually is, by the age estimated: last year of the step, years either way.
ESTIMATES: tuple[tuple[int, int], ...] = ((11, 1), (39, 2), (AGE_YEARS_MAX, 5))

UNREADABLE = gettext_noop(
    "The age “%(text)s” was not understood. Type years (27), about (~27), months (8m), days (3d), "
    "a birth year or birth date (12.3.1992), or - when it is not given."
)
TOO_OLD = gettext_noop(
    "Nobody is %(years)s years old. Type an age up to %(most)s, or a birth date."
)
IN_FUTURE = gettext_noop("The birth date %(day)s lies in the future. Type a day up to today.")
NO_SUCH_DAY = gettext_noop("There is no day %(text)s. Type a birth date as 12.3.1992.")
NOTHING = gettext_noop("Type an age, or - when it is not given.")

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_DAYS = {"d": 1, "ي": 1, "ی": 1, "w": 7, "ا": 7}
_DAY, _MONTH, _YEAR = r"(?P<day>[0-9]{1,2})", r"(?P<month>[0-9]{1,2})", r"(?P<year>[0-9]{4})"
_MONTHS = ("m", "ش")
# What people write around the number, without blanks; months and days keep their first letter.
_ABOUT = re.compile(
    r"^(?:about|around|approx(?:imately|\.)?|circa|ca\.|environ|yaklaşık|≈"
    r"|حوالي|حوالى|نحو|تقريبا|قرابة)(?=[0-9])"
)
_YEARS_OLD = re.compile(
    r"(?<=[0-9?؟~])(?:(?:years?|yrs?|y)(?:\.|-?old)?|ans|yaş"
    r"|سنة|سنه|سنوات|سنين|عاما|عام|أعوام|اعوام)$"
)


def read(text: str, today: date) -> Age | Refusal:
    """The age that was written, as evidence noted today; or the sentence that says what to type.

    >>> noted = date(2019, 3, 1)
    >>> read("27", noted).years_on(noted), read("٢٧", noted).years_on(noted)
    (27, 27)
    >>> read("~27", noted).basis, read("27?", noted).within_months
    ('estimated', 24)
    >>> read("about 27 years", noted) == read("حوالي ٢٧ سنة", noted) == read("~27", noted)
    True
    >>> read("8m", noted).months, read("3d", noted).born_on, read("0", noted).born_on
    (8, '2019-02-26', '2019-03-01')
    >>> read("12.3.1992", noted).born_on, read("-", noted).basis
    ('1992-03-12', 'refused')
    """
    plain = "".join(text.translate(_DIGITS).lower().split())
    plain = _YEARS_OLD.sub("", _ABOUT.sub("~", plain.replace("\N{ARABIC FATHATAN}", "")))
    if not plain:
        return Refusal(NOTHING)
    if plain in {NOT_GIVEN, "–", "—"}:
        return Age(basis="refused")
    for pattern, reader in _READERS:
        if found := pattern.fullmatch(plain):
            return reader(found, today)
    return Refusal(UNREADABLE, {"text": text[:AGE_TEXT_LETTERS_MAX]})


def told(age: Age, today: date) -> tuple[str, dict[str, str | int]]:
    """An age in words: the English sentence, key of its translations, and what fills its places.

    >>> sentence, facts = told(read("~27", date(2019, 3, 1)), date(2019, 3, 1))
    >>> sentence % facts
    'about 27, born 1989–1993'
    """
    between = age.born_between()
    if between is None:
        return gettext_noop("age not given"), {}
    facts: dict[str, str | int] = {
        "years": age.years_on(today) or 0, "first": between[0].year, "last": between[1].year,
        "day": age.born_on,
    }  # fmt: skip
    if age.born_on:
        return _told_exactly((today - between[0]).days, facts)
    if age.months < INFANT_MONTHS_MAX and age.basis != "estimated":
        if age.months == 1:
            return gettext_noop("1 month old"), {}
        return gettext_noop("%(months)s months old"), {"months": max(age.months, 0)}
    if age.basis == "estimated":
        return gettext_noop("about %(years)s, born %(first)s–%(last)s"), facts
    return gettext_noop("%(years)s, born %(first)s–%(last)s"), facts


def typed(age: Age) -> str:
    """An age as a clerk would type it, to fill a form for correction.

    >>> [typed(read(text, date(2019, 3, 1))) for text in ("27", "~27", "8m", "1992", "-")]
    ['27', '27±2', '8m', '26', '-']
    """
    if not age.born_on and age.months < 0:
        return NOT_GIVEN if age.basis == "refused" else ""
    if age.born_on:
        return age.born_on
    if age.basis == "estimated":
        return f"{age.months // MONTHS_A_YEAR}±{max(1, age.within_months // MONTHS_A_YEAR)}"
    if age.within_months < HALF_YEAR_MONTHS:
        return f"{age.months}m"
    return str(age.months // MONTHS_A_YEAR)


def _told_exactly(days: int, facts: dict[str, str | int]) -> tuple[str, dict[str, str | int]]:
    if days <= 0:
        return gettext_noop("born today"), facts
    if days == 1:
        return gettext_noop("1 day old, born %(day)s"), facts
    if days < INFANT_DAYS_MAX:
        return gettext_noop("%(days)s days old, born %(day)s"), {**facts, "days": days}
    return gettext_noop("%(years)s, born %(day)s"), facts


def _years(found: re.Match[str], today: date) -> Age | Refusal:
    years = int(found["years"])
    if years == 0 and not found["about"] and not found["doubt"]:
        return Age(born_on=today.isoformat())
    estimated = bool(found["about"] or found["doubt"])
    within = _usual_doubt(years) * MONTHS_A_YEAR if estimated else HALF_YEAR_MONTHS
    return _in_years(years, within, "estimated" if estimated else "stated", today)


def _give_or_take(found: re.Match[str], today: date) -> Age | Refusal:
    years, within = int(found["years"]), int(found["within"])
    if within > WITHIN_YEARS_MAX:
        return Refusal(UNREADABLE, {"text": found[0]})
    return _in_years(years, max(within * MONTHS_A_YEAR, HALF_YEAR_MONTHS), "estimated", today)


def _in_years(years: int, within: int, basis: AgeBasis, today: date) -> Age | Refusal:
    if years > AGE_YEARS_MAX:
        return _too_old(years)
    months = years * MONTHS_A_YEAR + HALF_YEAR_MONTHS  # the middle of the year of age
    return Age(basis=basis, months=months, within_months=within, noted_on=today.isoformat())


def _birth_year(found: re.Match[str], today: date) -> Age | Refusal:
    year = int(found["year"])
    if year > today.year:
        return Refusal(IN_FUTURE, {"day": year})
    if today.year - year > AGE_YEARS_MAX:
        return _too_old(today.year - year)
    middle = min(date(year, 7, 1), today)
    months = max(0, round((today - middle).days * MONTHS_A_YEAR / DAYS_A_YEAR))
    return Age(months=months, within_months=HALF_YEAR_MONTHS, noted_on=today.isoformat())


def _in_months(found: re.Match[str], today: date) -> Age | Refusal:
    months = int(found["count"])
    if months > AGE_YEARS_MAX * MONTHS_A_YEAR:
        return _too_old(months // MONTHS_A_YEAR)
    return Age(months=months, within_months=1, noted_on=today.isoformat())


def _in_days(found: re.Match[str], today: date) -> Age | Refusal:
    days = int(found["count"]) * _DAYS[found["unit"]]
    if days > AGE_YEARS_MAX * DAYS_A_YEAR:
        return _too_old(int(days / DAYS_A_YEAR))
    return Age(born_on=(today - timedelta(days=days)).isoformat())


def _birth_date(found: re.Match[str], today: date) -> Age | Refusal:
    try:
        born = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return Refusal(NO_SUCH_DAY, {"text": found[0]})
    if born > today:
        return Refusal(IN_FUTURE, {"day": born.isoformat()})
    if today.year - born.year > AGE_YEARS_MAX:
        return _too_old(today.year - born.year)
    return Age(born_on=born.isoformat())


def _usual_doubt(years: int) -> int:
    return next((within for last, within in ESTIMATES if years <= last), ESTIMATES[-1][1])


def _too_old(years: int) -> Refusal:
    return Refusal(TOO_OLD, {"years": years, "most": AGE_YEARS_MAX})


# Tried in this order; the first that fits the whole text reads it.
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Age | Refusal]], ...] = (
    (re.compile(r"(?P<about>~?)(?P<years>[0-9]{1,3})(?P<doubt>[?؟~]?)"), _years),
    (re.compile(r"~?(?P<years>[0-9]{1,3})(?:±|\+/?-)(?P<within>[0-9]{1,3})"), _give_or_take),
    (re.compile(r"(?P<year>[0-9]{4})"), _birth_year),
    (re.compile(rf"~?(?P<count>[0-9]{{1,4}})(?:{'|'.join(_MONTHS)})\w*"), _in_months),
    (re.compile(rf"(?P<count>[0-9]{{1,5}})(?P<unit>{'|'.join(_DAYS)})\w*"), _in_days),
    (
        re.compile(r"(?P<day>[0-9]{1,2})[./-](?P<month>[0-9]{1,2})[./-](?P<year>[0-9]{4})"),
        _birth_date,
    ),
    (
        re.compile(r"(?P<year>[0-9]{4})[./-](?P<month>[0-9]{1,2})[./-](?P<day>[0-9]{1,2})"),
        _birth_date,
    ),
)
