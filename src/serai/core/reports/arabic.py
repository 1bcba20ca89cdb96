"""Reads figures in Arabic reports: both sets of digits, numbers in words, duals, hedges, verbs."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from serai.core.gazetteer import find
from serai.core.reports.arabic_choices import (
    Setting,
    Spot,
    by_speaker,
    is_inside,
    place_of,
)
from serai.core.reports.arabic_days import phrases
from serai.core.reports.arabic_figures import Figure, figures_in
from serai.core.reports.arabic_hazards import Told, told_in
from serai.core.reports.arabic_letters import Plain, only_arabic, plain, plain_of, with_unseen
from serai.core.reports.arabic_places import Mention, mentions, names_told
from serai.core.reports.arabic_roads import road_mentions
from serai.core.reports.arabic_speakers import Speaker, Voices, speaker_of
from serai.core.reports.arabic_when import days_of
from serai.core.reports.arabic_words import CERTAINTY
from serai.core.reports.hazards import with_days_shared
from serai.core.reports.hedges import bounds
from serai.core.reports.reading import CONTEXT_KINDS, Claim, Hazard, Meta
from serai.core.reports.tables import rows_of

SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\d)|(?<=\s\w)\.|(?<=\sد)\.)+[.!?]?")
DATELINE_LETTERS = 60
CITY = plain("مدينة")
SMALL = frozenset(plain("قرية ناحية بلدة حي مخيم معبر مستشفى مطار").split())
INDENT = 8  # blanks before the first word of a line
LONGEST = 1200  # letters of a sentence


class Sentence(msgspec.Struct, frozen=True):
    """A sentence in plain letters: where it begins, and the places it names."""

    start: int
    text: str
    places: Sequence[Mention]
    opens: bool = False  # a line


def found_in(
    text: str, even: str, meta: Meta, report: date | None
) -> tuple[list[Claim], list[Hazard]]:
    """The claims and the dangers of the Arabic lines of a report."""
    letters = plain_of(only_arabic(with_unseen(text, even)))
    sentences = _with_names_told(list(_sentences(letters.text)))
    setting = Setting(meta, report, _home(letters, sentences), Voices([]))
    printed: dict[str, tuple[int, int]] = {}
    found = list(rows_of(text, only_arabic(even), meta, report, setting.home))
    rows = [letters.back(claim.start) for claim in found]
    dangers: list[Hazard] = []
    for sentence in sentences:
        start, key = sentence.start, " ".join(sentence.text.split())
        if any(start <= row < start + len(sentence.text) for row in rows):
            continue
        if len(key) > 20 and key in printed:
            found = [_again(claim, letters, printed[key], start) for claim in found]
            continue
        printed[key] = (start, start + len(sentence.text))
        claims, told = _of_sentence(text, letters, sentence, setting)
        found += claims
        dangers += told
    return found, with_days_shared(dangers)


def _sentences(text: str) -> Iterator[Sentence]:
    """All sentences; one without end, such as a list run together, is taken in lengths."""
    for found in SENTENCE.finditer(text):
        start, end = found.span()
        while start < end:
            cut = (
                text.rfind(" ", start + LONGEST // 2, start + LONGEST)
                if end - start > LONGEST
                else end
            )
            last = cut if cut > 0 else start + LONGEST
            words = text[start:last]
            if words.strip():
                yield Sentence(
                    start,
                    words,
                    mentions(words),
                    text[max(0, start - INDENT) : start].rstrip(" ").endswith("\n"),
                )
            start = last


def _with_names_told(sentences: list[Sentence]) -> list[Sentence]:
    """The sentences with the names that only this report knows found wherever they stand."""
    told: set[str] = set()
    for one in sentences:
        told.update(names_told(one.text, [*one.places, *road_mentions(one.text)]))
    names = frozenset(told)
    return [
        msgspec.structs.replace(one, places=mentions(one.text, names))
        if any(name in one.text for name in names)
        else one
        for one in sentences
    ]


def _again(claim: Claim, letters: Plain, first: tuple[int, int], start: int) -> Claim:
    """Notes the second printing of the sentence a claim stands in."""
    begin = letters.back(claim.start)
    if not first[0] <= begin < first[1]:
        return claim
    finish = letters.back(claim.end - 1) + 1
    span = letters.span(start + begin - first[0], start + finish - first[0])
    return msgspec.structs.replace(claim, repeats=(*claim.repeats, span))


DATELINE = re.compile(
    r"^\s*(?P<place>[^\W\d][\w ]{2,24}?)(?:\s?\([^)\n]{2,30}\)|\s?[,/]\s?[\w ]{2,20})*\s?[-:]\s"
)
# One of them, a girl taken in Sinjar: a place of hers alone.
ONE_OF_THEM = re.compile(
    r",\s(?:احداهن|احدهم|احدهما|احداهما)(?!\w)[^,]{0,60}$"
    r"|(?:معظم|غالبيت|اغلب|جميع|كل|بعض|اكثر)(?:هم|هن|ها)\sمن\s(?:\w+\s){0,2}و?$"
)
NOT_PEOPLE = CONTEXT_KINDS | {"share", "vehicles", "load", "area", "ordnance"}
TOP = 400  # letters in which a dateline stands
HEAD = 8  # lines of a report's head


def own_day(even: str) -> date | None:
    """The day of a visible dateline in Arabic: a line that holds a whole date and little else."""
    lines = plain(only_arabic(even[:TOP])).split("\n")
    for line in [line for line in lines if line.strip()][:HEAD]:
        found = [day for day in phrases(line, None) if day.first and day.first == day.last]
        if found and len(line.strip()) < DATELINE_LETTERS:
            return found[0].last
    return None


def _home(letters: Plain, sentences: list[Sentence]) -> str | None:
    """The place of the dateline, or the one named most often that is no country."""
    dateline = DATELINE.match(letters.text)
    if dateline and find(dateline["place"].strip()):
        return dateline["place"].strip()
    counts: dict[str, int] = {}
    camp = ""
    for sentence in sentences:
        for one in sentence.places:
            name = camp if one.back else sentence.text[one.start : one.end]
            camp = name if one.kind == "camp" else camp
            if one.kind == "camp" or (one.kind == "town" and not one.back):
                counts[name] = counts.get(name, 0) + 1
    counts.pop("", None)
    best = max(counts, key=lambda name: counts[name], default=None)
    return best if best and counts[best] > 1 else None


def _of_sentence(
    text: str, letters: Plain, sentence: Sentence, setting: Setting
) -> tuple[list[Claim], list[Hazard]]:
    words = sentence.text
    setting.day = None if sentence.opens else setting.day
    speakers = setting.voices.speakers(words, sentence.start)
    days = phrases(words, setting.report)
    found = figures_in(words, days, setting.kind)
    places = [
        one
        for one in sentence.places
        if not is_inside(one, speakers) and not ONE_OF_THEM.search(words[: one.start])
    ]
    spot = Spot(words, sentence.start, found, places or road_mentions(words), days, speakers)
    claims = [_claim(text, letters, spot, figure, setting) for figure in found]
    dangers = [_hazard(text, letters, spot, told, setting) for told in told_in(spot, setting)]
    _remember(setting, spot)
    return claims, dangers


def _remember(setting: Setting, spot: Spot) -> None:
    if not spot.places and not setting.last:
        setting.last = by_speaker(spot, setting)
    for one in spot.places:
        if one.back or one.kind == "site":
            continue
        name = spot.text[one.start : one.end]
        if one.kind == "camp":
            setting.camp = name
        elif one.kind == "wide":
            setting.wide = name
            setting.land = setting.land or name
        else:
            setting.town = name
            first = name.split()[0]
            if first == CITY or not (first in SMALL or (setting.city or "").startswith(CITY)):
                setting.city = name
        if one.kind != "wide" or not setting.last or not setting.town:
            setting.last = name
    own = [day for day in spot.days if day.last and not day.since and not day.said]
    setting.day = own[0] if own else setting.day
    counted = [one.kind for one in spot.figures if one.kind not in NOT_PEOPLE]
    setting.kind = counted[-1] if counted else setting.kind


def _claim(text: str, letters: Plain, spot: Spot, figure: Figure, setting: Setting) -> Claim:
    speaker = speaker_of(figure.start, spot.speakers)
    place, origin, rule = place_of(spot, figure, setting)
    first, last = days_of(spot, figure, setting)
    low, high = bounds(figure.number.low, figure.number.high, figure.hedge)
    start, end = letters.span(spot.base + figure.start, spot.base + figure.end)
    name = _name(text, letters, speaker) if speaker else None
    unit = figure.noun.unit or "person"
    return Claim(
        doc=setting.meta.id, start=start, end=end, quote=text[start:end], low=low, high=high,
        unit=f"{unit}/vehicle" if figure.kind == "load" else unit, kind=figure.kind, what=figure.noun.word or None,
        attributed_to=name, chain=tuple(dict.fromkeys(filter(None, (name, setting.meta.source)))),
        place=_original(text, letters, place), place_from=_original(text, letters, origin),
        date_from=first, date_to=last, hedge=figure.hedge, certainty=_certain(spot.text, figure.start, figure.end),
        rules=(f"arabic:{figure.kind}", rule), witness=bool(speaker and speaker.witness),
    )  # fmt: skip


def _hazard(text: str, letters: Plain, spot: Spot, told: Told, setting: Setting) -> Hazard:
    start, end = letters.span(spot.base + told.start, spot.base + told.end)
    speaker = speaker_of(told.start, spot.speakers)
    return Hazard(
        setting.meta.id, start, end, text[start:end], told.name,
        _original(text, letters, told.place), *told.days,
        _name(text, letters, speaker) if speaker else None, _certain(spot.text, told.start, told.end),
    )  # fmt: skip


def _name(text: str, letters: Plain, speaker: Speaker) -> str:
    start, end = letters.span(*speaker.span)
    words = " ".join(text[start:end].split())
    return "ا" + words if words.startswith("ل") and text[start - 1 : start] == "ل" else words


def _original(text: str, letters: Plain, name: str | None) -> str | None:
    """A place as the report spells it, from its plain letters."""
    if not name:
        return None
    at = letters.text.find(name)
    if at < 0:
        return name
    start, end = letters.span(at, at + len(name))
    words = " ".join(text[start:end].split())
    return "ا" + words[1:] if words.startswith("لل") else words


def _certain(words: str, start: int, end: int) -> str:
    """How sure the words before a figure or a danger are of it."""
    before = re.split(r"[,;:]", words[:start])[-1]
    around = before[-60:] + words[start:end]
    return next((name for name, words in CERTAINTY if words.search(around)), "stated")
