"""Chooses the days a figure covers: by the phrase of its clause, the paragraph, or its tense."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from datetime import date

import msgspec

from serai.core.reports.dates import Phrase
from serai.core.reports.whereabouts import Stand

STATES = frozenset(["occupancy", "remaining", "strength", "share", "area", "need", "capacity", "population", "held", "missing", "load", "distance", "facilities"])  # fmt: skip
PRESENT = re.compile(
    r"\b(?:is|are|remains?|hosts?|shelters?|has|have|there's|'re|now|currently|still|holds?|houses|estimates?|live|lives|need|needs|faces?|lack|guards?|number(?=\s+(?:about|some|around|nearly|over|\d)))\b",
    re.IGNORECASE,
)
PERFECT = re.compile(
    r"\b(?:has|have|'ve)\s+(?:\w+\s+){0,3}?(?:been|\w+ed|fled|left|come|gone|risen|taken|lost|crossed|sought|made|freed|fallen)\b|\bso far\b|\bin total\b|\b(?:toll|tally)\b|\bputs? (?:the|its|it|that) [^,;.]{0,40}\bat\b|\bto date\b|\btotal(?:s|led)?\b",
    re.IGNORECASE,
)

BREAKS = re.compile(
    r"\b(?:and that|of whom|of which|of these|while|but|compared|from|who|which|where|when|since|as (?:agreed|planned|announced|promised|demanded))\b"
)

STUCK = re.compile(
    r"\s(?:remain|are|is)(?: still| now)? (?:stuck|stranded|waiting|backed up|queu\w+|parked|lined up|stopped)\b"
)
REPORTING = re.compile(
    r"\b(?:(?:in|during|over|throughout|within) (?:the|this) (?:reporting |reported |same )?(?:period|fortnight)|(?:in|during|over) the reporting (?:week|month)|the (?:reporting period|period under review|week under review))\b",
    re.IGNORECASE,
)
OF_ANOTHER = re.compile(r"\b(?:and|but|while|though|although)\b")
HOLDS = re.compile(
    r"\b(?:there (?:are|is)|hosts|shelters|houses|holds|has|home to)\s(?:now |still )?$"
)
STILL = re.compile(
    r"(?:\s(?:others?|more|people|of them))?\s(?:(?:are|is|were) still|still|are|is|remains?|continue)\b"
)
ADDED = re.compile(r"^\s+and (?:only |another |a further |about |some )?$")
HAVE = re.compile(r"\s(?:have|has)\s(?:since\s|already\s|so far\s|been\s)*\w+(?:ed|n|ne|me|t)\b")
SAME_PERIOD = re.compile(r"[^,;.]{0,60}?\b(?:in|over|during) the same period\b")
NOW_THERE = re.compile(r"\bnow\b[^,;]{0,20}$")
THAN = re.compile(
    r"\b(?:double|triple|quadruple|twice|(?:two|three|four|five|ten) times|compared (?:to|with)|as (?:many|much|high) as|up from|down from)\b"
)
EXACT = frozenset(
    [
        "day-month",
        "month-day",
        "days-month",
        "iso",
        "weekday",
        "last-night",
        "part-of-month",
    ]
)
CLAUSES = re.compile(
    r"[,;:]\s|\s(?:and(?! \w+ (?:are|is|were|have|has|remain)\b)|but|while|although)\s"
)
ASIDE = re.compile(
    r"^,(?:[^,;]|,(?=\d)){3,80},(?=\s(?:are|is|were|was|have|has|had|remain|live)\b)"
)
NOW = re.compile(r"\b(?:counts?|remains?|are still|is now|are now|now|currently)\b", re.IGNORECASE)
ARE_DISPLACED = re.compile(
    r"\b(?:is|are) (?:now |currently |still |internally |already )*(?:displaced|living|homeless)\b"
)
WHOLES = frozenset(["as-of", "this-year", "this-month", "this-week", "year", "months-of-year"])
SHORTEST = 3  # letters of a clause before a figure that is none of its own
FRAGMENT = 60  # letters of an answer such as "Maybe 5 percent", said a worker at a camp
OUT_OF_REACH = 260.0  # and between a flow and a day of another clause
WHEN = re.compile(r",? when\s[\w ]{0,12}$")  # since Thursday, when 34 soldiers died
NEARBY = 60.0
TOO_FAR = 130.0  # letters and breaks between a state and a day that is not its own

Days = tuple[date | None, date | None]


class Known(msgspec.Struct, frozen=True):
    """The days known before a figure is read: the report's, the last one named, its period."""

    report: date | None
    carried: Phrase | None = None
    period: Days | None = None
    before: Days | None = None  # the days of the figure before


def days_of(
    stand: Stand, kind: str, found: list[Phrase], known: Known, habitual: bool = False
) -> tuple[Days, str]:
    """The first and last day of a figure, and the rule that said so."""
    if kind == "displaced" and ARE_DISPLACED.search(_clause(stand)):
        kind = "occupancy"  # who are displaced now
    if kind == "vehicles" and STUCK.match(stand.text, stand.end):
        kind = "occupancy"  # they stand there now
    if habitual and not any(phrase.rule != "recent" for phrase in found):
        return (None, None), "date:habitual"
    if known.before and kind == "share" and not found and len(stand.text) < FRAGMENT:
        return known.before, "date:shared"
    return _by_phrase(stand, kind, found, known.period, known.before) or _by_rest(
        stand, kind, known
    )


def _by_phrase(
    stand: Stand,
    kind: str,
    found: list[Phrase],
    period: Days | None,
    known_before: Days | None,
) -> tuple[Days, str] | None:
    if known_before and SAME_PERIOD.match(stand.text, stand.end):
        return known_before, "date:same-period"
    near = _nearest(stand, [phrase for phrase in found if not phrase.said])
    if near and near.rule == "as-of" and near.first is None:
        began = next(
            (one for one in found if one.since and one.first and _is_near(stand, one)), None
        )
        if began and near.last:
            return (began.first, near.last), "date:since-as-of"
    if near and kind == "remaining" and near.since and near.end <= stand.start:
        return None  # 5,000 have left since Friday, and 2,000 are still inside
    if near and kind in STATES and _stays_on(stand, near):
        return None
    if near and (_own_perfect(stand, near) or _own_now(stand, near)):
        return None
    return _of_near(stand, kind, near, period) or _when_said(kind, found)


def _is_near(stand: Stand, phrase: Phrase) -> bool:
    return not BREAKS.search(stand.between(phrase.start, phrase.end).removesuffix("since "))


def _of_near(
    stand: Stand, kind: str, near: Phrase | None, period: Days | None
) -> tuple[Days, str] | None:
    exact = near and near.rule in EXACT and _far(stand, near) < NEARBY
    if period and not exact and REPORTING.search(stand.text):
        return period, "date:period"
    if near and _far(stand, near) <= (TOO_FAR if kind in STATES else OUT_OF_REACH):
        if near.since and WHEN.match(stand.text[near.end : stand.start]):
            return (near.first, near.first), f"date:{near.rule}"
        return _of_phrase(near, kind), f"date:{near.rule}"
    return None


def _when_said(kind: str, found: list[Phrase]) -> tuple[Days, str] | None:
    spoken = [phrase for phrase in found if phrase.said and phrase.last]
    if not spoken:
        return None
    day = spoken[0].last
    return ((day, day) if kind in STATES else (None, day)), "date:said"


def _own_perfect(stand: Stand, near: Phrase) -> bool:
    """Fled on Sunday, but only 5,000 have reached the town: the day of another clause."""
    apart = not near.since and near.rule not in WHOLES and near.end <= stand.start
    return bool(
        apart
        and HAVE.match(stand.text, stand.end)
        and re.search(r",.*\b(?:and|but|while)\b", stand.between(near.start, near.end))
    )


def _stays_on(stand: Stand, near: Phrase) -> bool:
    """6,900 crossed on Sunday and 3,000 are still waiting; remain there for 23 days now."""
    if near.rule == "for-days" and stand.text.startswith("for ", near.start):
        return True
    apart = OF_ANOTHER.search(stand.between(near.start, near.end))
    if near.end <= stand.start and apart and STILL.match(stand.text, stand.end):
        return True
    beyond = apart or stand.crossed(near.start, near.end)
    return bool(beyond and HOLDS.search(stand.text, 0, stand.start))


def _own_now(stand: Stand, near: Phrase) -> bool:
    """1,200 in March; now there are 150: now is a day of its own."""
    apart = near.end <= stand.start and any(
        sign in stand.between(near.start, near.end) for sign in ",;"
    )
    return apart and bool(NOW_THERE.search(stand.text[: stand.start]))


def _by_rest(stand: Stand, kind: str, known: Known) -> tuple[Days, str]:
    """By the period of the report where no day is carried, else by the tense of the clause."""
    if known.period and kind not in STATES and not (known.carried and known.carried.last):
        return known.period, "date:period"
    return _by_tense(stand.text, _clause(stand), kind, known.report, known.carried)


def _clause(stand: Stand) -> str:
    """The words around a figure up to the next comma on either side."""
    parts = CLAUSES.split(stand.text[: stand.start])
    before = " ".join(parts[-1 - (len(parts[-1]) < SHORTEST) :])  # a number of men, perhaps 4,000
    after = CLAUSES.split(ASIDE.sub("", stand.text[stand.end :]))[0]
    return f"{before} {stand.text[stand.start : stand.end]} {after}"


def _by_tense(
    text: str, clause: str, kind: str, report: date | None, carried: Phrase | None
) -> tuple[Days, str]:
    if report is None:
        return (None, None), "date:unknown"
    lasting = kind in STATES and (kind != "held" or bool(PRESENT.search(clause)))
    if lasting and not re.search(r"\b(?:was|were|had)\b", clause):
        return (report, report), "date:now"
    if PERFECT.search(text):
        return (None, report), "date:perfect"
    standing = kind == "displaced" and bool(NOW.search(clause) or ARE_DISPLACED.search(clause))
    if carried and carried.last and not standing:
        return (carried.first, carried.last), "date:carried"
    now = lasting or (standing and bool(ARE_DISPLACED.search(clause)))
    return ((report, report) if now else (None, report)), "date:until-report"


def _of_phrase(phrase: Phrase, kind: str) -> Days:
    if phrase.rule == "as-of" and kind in STATES:
        return phrase.last, phrase.last
    if phrase.since and phrase.first is None:
        return None, phrase.last
    return phrase.first, phrase.last


def _nearest(stand: Stand, found: list[Phrase]) -> Phrase | None:
    """The phrase of the figure's own clause, else the nearest of the sentence."""
    return min(found, key=lambda phrase: _far(stand, phrase), default=None)


def _far(stand: Stand, phrase: Phrase) -> float:
    between = stand.between(phrase.start, phrase.end)
    opening = phrase.start < 26 and phrase.start < stand.start  # on Monday, ...
    breaks = between.count(",") * (2 if opening else 18) + between.count(";") * (
        60 if phrase.start < stand.start else 200
    )
    breaks += 40 * (len(BREAKS.findall(between)) - (phrase.since and " since " in between))
    breaks -= 60 * between.endswith((" as of ", " as at "))
    breaks += 25 * bool(ADDED.search(stand.text, phrase.end, stand.start))
    breaks += 30 * (phrase.rule == "recent") + 300 * bool(THAN.search(between))
    breaks += (10 if opening else 60) * stand.crossed(phrase.start, phrase.end)
    own = 6 * (phrase.start >= stand.end)  # from 100 on Sunday to 200 on Tuesday
    return len(between) * (0.4 if opening else 1) + breaks - own
