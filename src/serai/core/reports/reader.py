"""Reads one report into claims and hazards by grammar alone; the same text gives the same claims.

No date is guessed: a figure's days come from the report's own date, a visible dateline, or the
words; without these they stay unknown.
"""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Iterator

import msgspec

from serai.core.reports import arabic, boilerplate, hazards, traps
from serai.core.reports.arabic_letters import ARABIC, without_arabic
from serai.core.reports.claims import claim_of
from serai.core.reports.datelines import (
    dateline_of,
    period_of,
    place_of_dateline,
    without_dateline,
)
from serai.core.reports.dates import Phrase, phrases
from serai.core.reports.elided import Figure
from serai.core.reports.figures import NAMED_LINE, figures_in, kind_asked
from serai.core.reports.groups import grouped
from serai.core.reports.labels import entries, heading, section
from serai.core.reports.measures import Kind
from serai.core.reports.numbers import LONGEST, holds_number
from serai.core.reports.places import Mention, mentions, names_of
from serai.core.reports.reading import Claim, Hazard, Meta, Reading
from serai.core.reports.remembered import Remembered
from serai.core.reports.sentences import Sentence, sentences
from serai.core.reports.setting import Setting
from serai.core.reports.speakers import Speaker
from serai.core.reports.spelling import evened
from serai.core.reports.tables import rows_of
from serai.core.reports.unseen_signs import in_place, without_signs
from serai.core.reports.voices import speakers_by_sentence
from serai.core.reports.whereabouts import main_place

OVERLONG = re.compile(rf"(?<![\w/=.-])\d{{{LONGEST + 1},}}(?!\w)")  # no address, no identifier
LONGEST_TEXT = 2_000_000  # letters; a longer paste is read up to here and says so
THE_CAMP = re.compile(r"\b(?:[Tt]he|[Tt]his) camp\b")
LOCAL = re.compile(r"\b(?:Council|Municipality|Administration|Mayor|Governor|Hospital|Camp)\b")
OPENING = 40  # letters into a sentence; a day named there stands over what follows
BUREAUS = frozenset(["Beirut", "Geneva", "Nairobi", "Amman", "Istanbul", "Cairo", "Dubai", "New York", "United Nations", "Washington", "London", "Paris", "Dakar", "Brussels", "Bangkok", "New Delhi", "Johannesburg", "Rome"])  # fmt: skip
NAMED_AGAIN = 2
COMPARED = ("than ", "compared with ", "compared to ")  # words before a day that only measures
CARRIED = 1  # paragraphs a day holds for
SHORT = 120  # letters of a line of a diary or a notice
LISTED = 80  # letters of a line of a list
LEDE = 0  # paragraphs at the head, which a wire goes on from
HEAD = 3  # lines of a report's head
MEASURED = re.compile(r"\b(?:km|kilomet\w+|miles?)\b[^,.;]{0,30}\b(?:of|from)\s$", re.IGNORECASE)
ACTING = re.compile(
    r"\s(?:has |had |also |later |itself |now )*(?:said|says|den(?:ied|ies)|puts?|claim(?:s|ed)|accus\w+|blam\w+|gave|gives|insist\w+|vow\w+|announced|speaks?|spoke|admit\w+|demand\w+|refus\w+|agreed|warned|condemned|rejected)\b|\sof \d"
)
TAKING_IN = re.compile(
    r"\s(?:said|says|claims|claimed|reports|reported) (?:that )?(?:it|its \w+) (?:(?:has|had|have|was|were|is|now|already|also) )*(?:received|taken in|took in|host\w*|shelter\w*|admitted|registered|hold\w*|accommodat\w+|welcomed|let in|sheltering|housing)\b"
)
SENDING = re.compile(
    r"\s(?:has |had |also )?(?:flew|flown|evacuat\w+|airlift\w+|ferried|brought|sent|rescued|deployed|launched|bombed|shelled|struck|pledged|donated|released|freed)\b"
)
OF_MOST = re.compile(
    r"\b(?:most|many|some|half|all|few|none|several) of (?:them|whom)\b[^,;.\d]{0,40}$"
)
HEARD = re.compile(
    r"\b(?:told|speaking to|reporters|briefing|news conference|statement|interview)\b[^,.;]{0,30}"
    r"\b(?:in|from|at)\s$"
)


def read(text: str, meta: Meta | None = None) -> Reading:
    """Reads every figure of a report, with its source and exact words.

    >>> [c.quote for c in read("About 400 people fled Hajin.").claims]
    ['About 400 people']
    """
    meta = meta or Meta()
    if (bare := without_signs(text)) != text:
        return in_place(read(bare, meta), text)
    problems = _problems(text)
    text = text[:LONGEST_TEXT]
    even = boilerplate.masked(evened(text))
    report_date, _ = dateline_of(even, meta.report_date)
    if report_date is None and ARABIC.search(even):
        report_date = arabic.own_day(even)
    home = _not_a_bureau(place_of_dateline(even), even) or _place_in(meta.title)
    if not home and LOCAL.search(meta.source):
        home = _place_in(meta.source)
    even = without_dateline(even)
    setting = Setting(meta, report_date, home, Remembered(), text, home)
    setting.period = period_of(even, report_date)
    in_arabic: list[Claim] = []
    dangers: list[Hazard] = []
    if ARABIC.search(even):
        in_arabic, dangers = arabic.found_in(text, even, meta, report_date)
        even = without_arabic(even)
    claims, found_hazards = _read_english(text, even, setting)
    claims = sorted(claims + in_arabic, key=lambda claim: claim.start)
    found_hazards = sorted(found_hazards + dangers, key=lambda danger: danger.start)
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
    setting.entries = entries(found, setting.report_date)
    for sentence in found:
        before = setting.lengths.get(sentence.paragraph, 0)
        setting.lengths[sentence.paragraph] = before + len(sentence.text)
    if title := _title_place(found, named, setting):
        setting.home = title
    setting.remembered.head = _headed(found, named)
    setting.remembered.dateline = setting.dateline
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
        _begin_paragraph(sentence, setting)
    found_dates = phrases(words, setting.report_date, setting.day or setting.anchor)
    found_places = [
        mention
        for mention in setting.named.get(sentence.start, ())
        if (not _inside(mention, speakers) or TAKING_IN.match(words, mention.end))
        and not any(d.start < mention.end and mention.start < d.end for d in found_dates)
    ]
    setting.section = section(words) or (setting.section if NAMED_LINE.match(words) else None)
    setting.heading = heading(words) or setting.heading or setting.section
    figures = _figures(words, found_dates, setting.kind, setting.heading)
    claims = [
        claim_of(sentence, figure, figures, found_dates, found_places, speakers, setting)
        for figure in figures
    ]
    around = hazards.Around(
        setting.meta, setting.report_date, setting.home, setting.remembered, setting.day
    )
    dangers = hazards.hazards_in(text, sentence, found_places, found_dates, speakers, around)
    reached = [one for one in found_places if not OF_MOST.search(words[: one.start])]
    setting.remembered.note(reached, sentence.paragraph)
    _note_days(sentence, found_dates, setting)
    if figures:
        people = [one.kind for one in figures if one.kind.unit.startswith(("person", "family"))]
        setting.kind = people[-1] if people else figures[-1].kind
    elif asked := kind_asked(words):
        setting.kind = asked
    return claims, dangers


def _begin_paragraph(sentence: Sentence, setting: Setting) -> None:
    """Lets go of what held only for the paragraph before; a diary's entry brings its own day."""
    setting.paragraph, setting.voice = sentence.paragraph, None
    span = setting.day and setting.day.first != setting.day.last
    setting.heading = None
    if entry := setting.entries.get(sentence.paragraph):
        setting.report_date, setting.period = entry.last, None
    if span or sentence.paragraph - setting.dated > CARRIED * setting.holds:
        setting.day = None
    listed = setting.lengths.get(sentence.paragraph, 0) < LISTED
    setting.under = setting.under if listed and sentence.text[-1:] not in ".!?" else None
    if setting.under:
        setting.day, setting.dated = setting.under, sentence.paragraph
    if setting.entries and setting.report_date:
        setting.day, setting.dated = entry or setting.day, sentence.paragraph
        setting.remembered.last = setting.home or setting.remembered.last


def _note_days(sentence: Sentence, found_dates: list[Phrase], setting: Setting) -> None:
    """Keeps the day a sentence names for the sentences after it."""
    words = sentence.text
    setting.under = _headed_days(words, found_dates, setting) or setting.under
    own_days = [
        phrase
        for phrase in found_dates
        if not phrase.said
        and phrase.last
        and not phrase.since
        and not _only_until(phrase)
        and not words[: phrase.start].endswith(COMPARED)
    ]
    if own_days and own_days[0].rule not in ("year", "recent"):
        setting.day, setting.dated = own_days[-1], sentence.paragraph
        setting.anchor = setting.day
        brief = setting.lengths.get(sentence.paragraph, 0) < SHORT or sentence.paragraph <= LEDE
        setting.holds = own_days[-1].rule == "today" or brief


def _headed_days(words: str, found: list[Phrase], setting: Setting) -> Phrase | None:
    """Casualties since 8 October (as of 28 November), over a list: the days of every line."""
    since = next((phrase for phrase in found if phrase.since and phrase.first), None)
    if since is None or len(words) > SHORT or words[-1:] in '.;!?"':
        return None
    last = next((one.last for one in found if one.rule == "as-of"), None) or setting.report_date
    return msgspec.structs.replace(since, last=last, since=False)


def _only_until(phrase: Phrase) -> bool:
    """By 4 April, inside a sentence: the end of one count, not the day of the next."""
    return phrase.rule == "as-of" and phrase.start > OPENING


def _figures(
    words: str, found: list[Phrase], before: Kind | None, headed: Kind | None
) -> list[Figure]:
    if not holds_number(words):
        return []
    return figures_in(words, traps.blanked(_without(words, found)), before, headed)


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
    if not mention.role and before.endswith(" by "):
        return True  # a deal brokered by Moscow
    spoken = mention.name in BUREAUS and before.endswith(("said in ", "says in "))
    if mention.land and SENDING.match(words, mention.end):
        return True  # France flew out 388
    actor = not mention.role or before.endswith((", ", "; "))
    if actor and TAKING_IN.match(words, mention.end):
        return False  # Rwanda says it has received 1,165
    if actor and ACTING.match(words, mention.end):
        return True  # Moscow denied it
    return bool(spoken or HEARD.search(before) or MEASURED.search(before))


def _headed(found: list[Sentence], named: dict[int, list[Mention]]) -> str | None:
    """The place the head of a report names, however wide: North-west Syria, flash update."""
    for sentence in found[:HEAD]:
        if places := named[sentence.start]:
            inner = next((mention for mention in places if not mention.land), places[0])
            return inner.name if places[0].land and places[0].start == 0 else places[0].name
    return None


def _title_place(
    found: list[Sentence], named: dict[int, list[Mention]], setting: Setting
) -> str | None:
    """The town of the headline, where no sentence names the one the dateline was written in."""
    if not found or setting.home != setting.dateline:
        return None
    if any(one.name == setting.home for every in named.values() for one in every):
        return None
    return next((one.name for one in named[found[0].start] if not one.wide), None)


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
    if OVERLONG.search(text):
        found.append("a number is too long to be a count; it was left out")
    return found


def spans(reading: Reading) -> Iterator[tuple[int, int]]:
    """Every span of a reading that cites the text, second printings too."""
    for claim in reading.claims:
        yield claim.start, claim.end
        yield from claim.repeats
