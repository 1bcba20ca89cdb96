"""Reads one report into claims and hazards by grammar alone; the same text gives the same claims.

No date is guessed: a figure's days come from the report's own date, a visible dateline, or the
words; without these they stay unknown.
"""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from serai.core.reports import arabic, boilerplate, hazards, hedges, traps
from serai.core.reports.arabic_letters import ARABIC, without_arabic
from serai.core.reports.datelines import (
    dateline_of,
    period_of,
    place_of_dateline,
    without_dateline,
)
from serai.core.reports.dates import Phrase, phrases
from serai.core.reports.days import Known, days_of
from serai.core.reports.exports import described
from serai.core.reports.figures import Figure, figures_in, kind_asked
from serai.core.reports.groups import grouped
from serai.core.reports.kinds import Kind
from serai.core.reports.numbers import holds_number
from serai.core.reports.places import Mention, mentions, names_of, place_within
from serai.core.reports.public_voices import public_names
from serai.core.reports.reading import Claim, Hazard, Meta, Reading
from serai.core.reports.sentences import Sentence, sentences
from serai.core.reports.speakers import Speaker, looks_like_a_person, speakers_by_sentence
from serai.core.reports.spelling import evened
from serai.core.reports.tables import rows_of
from serai.core.reports.whereabouts import Remembered, Stand, main_place, place_of

LONGEST_TEXT = 2_000_000  # letters; a longer paste is read up to here and says so
THE_CAMP = re.compile(r"\b(?:[Tt]he|[Tt]his) camp\b")
OWN_CLAUSE = re.compile(
    r"(?:,|;)\s(?:and|but|while|whereas|although)\s(?:the |a |an |its )?$",
    re.IGNORECASE,
)
CITED = re.compile(r"\b(?:citing|quoting)\s(?:the\s)?$", re.IGNORECASE)
AND = re.compile(r"(?:and|but|while|whereas|although)\s", re.IGNORECASE)
AFTER_CLAUSE = re.compile(r";|,|\s(?:and(?! (?:their|its|his|her)\b)|but|while)\s")
BRACKETED = re.compile(r"(?:\s?\(|\s-\s|,\s(?=or ))(?:or |i\.e\. )?")
OPENING = 40  # letters into a sentence; a day named there stands over what follows
BUREAUS = frozenset(["Beirut", "Geneva", "Nairobi", "Amman", "Istanbul", "Cairo", "Dubai", "New York", "United Nations", "Washington", "London", "Paris", "Dakar", "Brussels", "Bangkok", "New Delhi", "Johannesburg", "Rome"])  # fmt: skip
NAMED_AGAIN = 2
CARRIED = 1  # paragraphs a day holds for
HEAD = 3  # lines of a report's head
HABIT = re.compile(r"\b(?:every|each|per|sometimes|usually|often) ?(?:day)?\b", re.IGNORECASE)
MEASURED = re.compile(r"\b(?:km|kilomet\w+|miles?)\b[^,.;]{0,30}\b(?:of|from)\s$", re.IGNORECASE)
HEARD = re.compile(
    r"\b(?:told|speaking to|reporters|briefing|news conference|statement|interview)\b[^,.;]{0,30}"
    r"\b(?:in|from|at)\s$"
)


class Setting(msgspec.Struct):
    """What the reader carries from sentence to sentence."""

    meta: Meta
    report_date: date | None
    home: str | None
    remembered: Remembered
    text: str = ""
    dateline: str | None = None
    period: tuple[date, date] | None = None
    named: dict[int, list[Mention]] = msgspec.field(default_factory=dict)
    day: Phrase | None = None
    days: tuple[date | None, date | None] | None = None  # of the figure before
    kind: Kind | None = None
    voice: Speaker | None = None
    paragraph: int = -1
    dated: int = -1  # paragraph that named the day
    public: frozenset[str] = frozenset()  # the names of those who speak in public


def read(text: str, meta: Meta | None = None) -> Reading:
    """Reads every figure of a report, with its source and exact words.

    >>> [c.quote for c in read("About 400 people fled Hajin.").claims]
    ['About 400 people']
    """
    meta = meta or Meta()
    problems = _problems(text)
    text = text[:LONGEST_TEXT]
    even = boilerplate.masked(evened(text))
    report_date, _ = dateline_of(even, meta.report_date)
    home = _not_a_bureau(place_of_dateline(even), even) or _place_in(meta.title)
    even = without_dateline(even)
    setting = Setting(meta, report_date, home, Remembered(), text, home)
    setting.period = period_of(even, report_date)
    setting.public = public_names(text)
    in_arabic: list[Claim] = []
    if ARABIC.search(even):
        in_arabic = arabic.claims_of(text, even, meta, report_date)
        even = without_arabic(even)
    claims, found_hazards = _read_english(text, even, setting)
    claims = sorted(claims + in_arabic, key=lambda claim: claim.start)
    if report_date is None and claims:
        problems.append("no report date: days that need one stay unknown")
    return Reading(text, meta, report_date, grouped(claims), tuple(found_hazards), tuple(problems))


def _not_a_bureau(place: str | None, even: str) -> str | None:
    """The place of the dateline, but for a city agencies write from that the text says no more of."""
    return None if place in BUREAUS and even.count(place) < NAMED_AGAIN else place


def _read_english(text: str, even: str, setting: Setting) -> tuple[list[Claim], list[Hazard]]:
    found = sentences(even)
    voices = speakers_by_sentence(found)
    named = {sentence.start: _heard(sentence.text, mentions(sentence.text)) for sentence in found}
    if told := names_of(mention for every in named.values() for mention in every):
        named |= {
            sentence.start: _heard(sentence.text, mentions(sentence.text, told))
            for sentence in found
            if any(name in sentence.text for name in told)
        }
    setting.home = (
        main_place(list(named.values()), len(THE_CAMP.findall(even)), setting.home)
        or setting.home
        or _headed(found, named)
    )
    setting.named = named
    setting.remembered.head = _headed(found, named)
    setting.remembered.named = frozenset({setting.dateline} if setting.dateline else ())
    printed: dict[str, list[int]] = {}
    claims: list[Claim] = list(rows_of(text, even, setting.meta, setting.report_date, setting.home))
    tables = [(claim.start, claim.end) for claim in claims]
    dangers: list[Hazard] = []
    for sentence, speakers in zip(found, voices, strict=True):
        if any(sentence.start <= start < sentence.end for start, _ in tables):
            continue
        key = " ".join(sentence.text.split()).casefold()
        if len(key) > 20 and key in printed:
            claims = [_again(claim, printed[key], sentence) for claim in claims]
            continue
        printed[key] = [sentence.start, sentence.end]
        new, dangerous = _of_sentence(text, sentence, speakers, setting)
        claims += new
        dangers += dangerous
    return sorted(claims, key=lambda claim: claim.start), hazards.with_days_shared(dangers)


def _again(claim: Claim, first: list[int], sentence: Sentence) -> Claim:
    """Notes the second printing of the sentence a claim stands in."""
    if not first[0] <= claim.start < first[1]:
        return claim
    start = sentence.start + claim.start - first[0]
    span = (start, start + claim.end - claim.start)
    return msgspec.structs.replace(claim, repeats=(*claim.repeats, span))


def _of_sentence(
    text: str, sentence: Sentence, speakers: list[Speaker], setting: Setting
) -> tuple[list[Claim], list[Hazard]]:
    words = sentence.text
    setting.remembered.now = sentence.paragraph
    if sentence.paragraph != setting.paragraph:
        setting.paragraph, setting.voice = sentence.paragraph, None
        span = setting.day and setting.day.first != setting.day.last
        if span or sentence.paragraph - setting.dated > CARRIED:
            setting.day = None
    found_dates = phrases(words, setting.report_date, setting.day)
    found_places = [
        mention
        for mention in setting.named.get(sentence.start, ())
        if not _inside(mention, speakers)
        and not any(d.start < mention.end and mention.start < d.end for d in found_dates)
    ]
    figures = _figures(words, found_dates, setting.kind)
    claims = [
        _claim(sentence, figure, figures, found_dates, found_places, speakers, setting)
        for figure in figures
    ]
    around = hazards.Around(
        setting.meta, setting.report_date, setting.home, setting.remembered, setting.day
    )
    dangers = hazards.hazards_in(text, sentence, found_places, found_dates, speakers, around)
    setting.remembered.note(found_places, sentence.paragraph)
    own_days = [
        phrase
        for phrase in found_dates
        if not phrase.said and phrase.last and not phrase.since and not _only_until(phrase)
    ]
    if own_days and own_days[0].rule not in ("year", "recent"):
        setting.day, setting.dated = own_days[-1], sentence.paragraph
    if figures:
        setting.kind = figures[-1].kind
    elif asked := kind_asked(words):
        setting.kind = asked
    return claims, dangers


def _only_until(phrase: Phrase) -> bool:
    """By 4 April, inside a sentence: the end of one count, not the day of the next."""
    return phrase.rule == "as-of" and phrase.start > OPENING


def _figures(words: str, found: list[Phrase], before: Kind | None) -> list[Figure]:
    if not holds_number(words):
        return []
    return figures_in(words, traps.blanked(_without(words, found)), before)


def _without(words: str, found: list[Phrase]) -> str:
    for phrase in found:
        words = words[: phrase.start] + " " * (phrase.end - phrase.start) + words[phrase.end :]
    return words


def _inside(mention: Mention, speakers: list[Speaker]) -> bool:
    """Whether a place is only part of a speaker's name or office."""
    return any(s.start <= mention.start and mention.end <= s.end for s in speakers if s.start >= 0)


def _heard(words: str, found: list[Mention]) -> list[Mention]:
    return [mention for mention in found if not _heard_at(words, mention)]


def _heard_at(words: str, mention: Mention) -> bool:
    """Whether the place is only where somebody spoke to reporters."""
    before = words[: mention.start]
    spoken = mention.name in BUREAUS and before.endswith(("said in ", "says in "))
    return bool(spoken or HEARD.search(before) or MEASURED.search(before))


def _claim(
    sentence: Sentence,
    figure: Figure,
    figures: list[Figure],
    dates: list[Phrase],
    places: list[Mention],
    speakers: list[Speaker],
    setting: Setting,
) -> Claim:
    words = sentence.text
    others = tuple(other.number.start for other in figures if _is_between(words, figure, other))
    stand = Stand(words, figure.start, figure.end, others)
    speaker = _speaker_of(words, figure, speakers)
    near = place_within(_office_of(speaker)) if speaker else None
    place, origin, place_rule = place_of(
        stand, figure.kind.name, places, setting.remembered, setting.home, near
    )
    (first, last), date_rule = days_of(
        stand,
        "occupancy" if figure.kind.rule == "noun:displaced" else figure.kind.name,
        dates,
        Known(setting.report_date, setting.day, setting.period, setting.days),
        habitual="/day" in figure.kind.unit and bool(HABIT.search(words)),
    )
    setting.days = (first, last)
    start, end = sentence.start + figure.start, sentence.start + figure.end
    own = words[figure.start : figure.end]
    hedge, low, high = _peaked(words, figure)
    return Claim(
        doc=setting.meta.id, start=start, end=end, quote=setting.text[start:end], low=low, high=high,
        unit=figure.kind.unit, kind=figure.kind.name, what=figure.what,
        attributed_to=speaker.name if speaker else None,
        chain=_chain(speaker, setting), place=place, place_from=origin, date_from=first, date_to=last,
        hedge=hedge, certainty=hedges.certainty(_clause(words, figure), words[max(0, figure.start - 14) : figure.end]),
        factors=_factors(figure, figures), product=_product(figure, figures),
        rules=(figure.kind.rule, date_rule, place_rule, f"speaker:{speaker.rule}" if speaker else "speaker:none", f"words:{len(own)}")[:4],
        witness=_is_private(speaker, setting.public),
        described=described(speaker.words, speaker.name) if speaker else "",
    )  # fmt: skip


def _is_between(words: str, figure: Figure, other: Figure) -> bool:
    """Whether another figure can part this one from its place; the same in brackets cannot."""
    if other is figure:
        return False
    return not (figure.end <= other.start and BRACKETED.fullmatch(words, figure.end, other.start))


def _office_of(speaker: Speaker) -> str:
    """The words of a speaker without the person's own name, which may be a place's name too."""
    if speaker.organisation or not looks_like_a_person(speaker.name):
        return speaker.words
    return speaker.words.replace(speaker.name, " ")


def _is_private(speaker: Speaker | None, public: frozenset[str]) -> bool:
    """Whether a person speaks who holds no office and publishes nothing."""
    if speaker is None or speaker.organisation or speaker.office:
        return False
    return not public.intersection(speaker.name.split())


def _peaked(words: str, figure: Figure) -> tuple[str, float | None, float | None]:
    """Sometimes it reaches 400 in a day: the number is the most, not the usual."""
    peak = re.search(
        r"\b(?:sometimes|at times|peak\w*|as many as|can)\b[^,;]{0,30}\b(?:reach\w*|rise|peak\w*)\s*$",
        words[: figure.start],
        re.IGNORECASE,
    )
    if peak and figure.hedge == "exact":
        return "upto", None, figure.high
    return figure.hedge, figure.low, figure.high


def _clause(words: str, figure: Figure) -> str:
    """The words around a figure that say how sure it is, without other clauses."""
    before = re.split(r";|,\s(?:and|but|while)\s", words[: figure.start])[-1]
    after = AFTER_CLAUSE.split(words[figure.end :])[0]
    return f"{before} {words[figure.start : figure.end]} {after}"


def _speaker_of(words: str, figure: Figure, speakers: list[Speaker]) -> Speaker | None:
    """The speaker nearest to the figure, one outside the figure's own words."""
    near = [
        s
        for s in speakers
        if not (s.start >= 0 and s.start <= figure.start < s.end)
        and not (s.start > figure.end and _opens_clause(words, s))
    ]
    told = [s for s in near if not CITED.search(words[: max(s.start, 0)])] or near
    return min(told, key=lambda s: (_distance(s, figure), s.start), default=None)


def _opens_clause(words: str, speaker: Speaker) -> bool:
    """Whether a speaker stands in a clause of its own: ..., and the government says that ..."""
    before = words[: speaker.start]
    return bool(
        OWN_CLAUSE.search(before)
        or (AND.match(speaker.words) and before.rstrip().endswith((",", ";")))
    )


def _distance(speaker: Speaker, figure: Figure) -> int:
    if speaker.start < 0:
        return 0
    return speaker.start - figure.end if speaker.start >= figure.end else figure.start - speaker.end


def _chain(speaker: Speaker | None, setting: Setting) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(filter(None, (speaker.name if speaker else "", setting.meta.source)))
    )


def _factors(figure: Figure, figures: list[Figure]) -> tuple[float, ...]:
    """The vehicles and the load of "15 trucks with 40 people each"."""
    if figure.kind.name != "load" or figure.low is None or figure.low != figure.high:
        return ()
    for vehicles in figures:
        if (
            vehicles.kind.name == "vehicles"
            and vehicles.low is not None
            and vehicles.end <= figure.start
        ):
            return (vehicles.low, figure.low)
    return ()


def _product(figure: Figure, figures: list[Figure]) -> float | None:
    factors = _factors(figure, figures)
    return factors[0] * factors[1] if factors else None


def _headed(found: list[Sentence], named: dict[int, list[Mention]]) -> str | None:
    """The place the head of a report names, however wide: North-west Syria, flash update."""
    for sentence in found[:HEAD]:
        for mention in named[sentence.start]:
            return mention.name
    return None


def _place_in(title: str) -> str | None:
    found = mentions(evened(title))
    return found[0].name if found else None


def _problems(text: str) -> list[str]:
    found: list[str] = []
    if not text.strip():
        found.append("the report is empty")
    if len(text) > LONGEST_TEXT:
        found.append(f"only the first {LONGEST_TEXT:,} letters were read")
    if text.count("\ufffd") > 3 or text.count("Ã") + text.count("â€") > 5:
        found.append("the text looks wrongly decoded")
    return found


def spans(reading: Reading) -> Iterator[tuple[int, int]]:
    """Every span of a reading that cites the text, second printings too."""
    for claim in reading.claims:
        yield claim.start, claim.end
        yield from claim.repeats
