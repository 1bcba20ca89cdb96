"""Reads figures in Arabic reports: both sets of digits, numbers in words, duals, hedges, verbs."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from datetime import date

import msgspec

from serai.core.gazetteer import find
from serai.core.reports.arabic_days import Phrase, phrases
from serai.core.reports.arabic_kinds import Noun, cues_in, duals_in, kind_of, noun_after
from serai.core.reports.arabic_letters import Plain, only_arabic, plain_of, with_unseen
from serai.core.reports.arabic_numbers import BETWEEN, FROM, Number, numbers
from serai.core.reports.arabic_places import Mention, mentions
from serai.core.reports.arabic_speakers import Speaker, Voices, speaker_of
from serai.core.reports.arabic_words import AGE, CERTAINTY, HEDGES, HEDGES_AFTER, NUMBERED, OLD
from serai.core.reports.hedges import bounds
from serai.core.reports.reading import Claim, Meta

SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\d)|(?<=\s\w)\.|(?<=\sد)\.)+[.!?]?")
BULLETS = ("-", "*", "•", "·", "▪", "●")
DATELINE_LETTERS = 60
STATE_NEAR = 70  # letters and breaks between a state and a day of its own
LONGEST = 1200  # letters of a sentence
CODE = re.compile(
    r"\d+(?:[-:/]\d+){1,}|\+?\d{3,}-\d+|[A-Za-z]+-?\d+|\d+[A-Za-z]+|\d{1,2}\s?:\s?\d\d"
)
MOVING = frozenset(
    ("arrived", "fled", "displaced", "moved", "departed", "returned", "vehicles", "load")
)
STATES = frozenset(
    (
        "occupancy",
        "remaining",
        "strength",
        "share",
        "area",
        "need",
        "capacity",
        "population",
        "held",
        "missing",
        "distance",
        "facilities",
    )
)
TOLL = re.compile(
    r"(?:تجاوز|تخط|تعد|فاق|يفوق|يتجاوز|تتجاوز|يزيد|تزيد)\w*\s(?:ال)?(?:حصيله|عدد)\w*\s[^,.]{0,70}$"
)
UP_TO = re.compile(r"(?:قد|ربما)\s(?:ي|ت)?(?:صل|بلغ|رتفع)\w*\s(?:\w+\s){0,4}(?:الي\s)?$")
TOWN_OF = re.compile(r"(?:عدد|تعداد)\s(?:سكان|سكانها|سكانه)\s?\w*\s[^,.]{0,40}$")
PERFECT = re.compile(r"(?<!\w)(?:اجمالي|مجموع|المجموع|بلغ\sعدد|حتي\sالان|بلغت\sحصيله|حصيله)(?!\w)")


class Setting(msgspec.Struct):
    """What is carried from sentence to sentence."""

    meta: Meta
    report: date | None
    home: str | None
    voices: Voices
    camp: str | None = None
    town: str | None = None
    wide: str | None = None
    land: str | None = None  # the first wide place named, which "the country" goes back to
    last: str | None = None
    day: Phrase | None = None
    kind: str | None = None


class Figure(msgspec.Struct):
    """A counted figure of a plain sentence."""

    start: int
    end: int
    number: Number
    noun: Noun
    hedge: str
    kind: str = ""


class Spot(msgspec.Struct, frozen=True):
    """A sentence with what was found in it."""

    text: str
    base: int
    figures: list[Figure]
    places: list[Mention]
    days: list[Phrase]
    speakers: list[Speaker]


def claims_of(text: str, even: str, meta: Meta, report: date | None) -> list[Claim]:
    """The claims of the Arabic lines of a report."""
    letters = plain_of(only_arabic(with_unseen(text, even)))
    setting = Setting(meta, report or _own_day(letters), _home(letters), Voices([]))
    printed: dict[str, tuple[int, int]] = {}
    found: list[Claim] = []
    for sentence in _sentences(letters.text):
        start, end = sentence.span()
        words = letters.text[start:end]
        key = " ".join(words.split())
        if len(key) > 20 and key in printed:
            found = [_again(claim, letters, printed[key], start) for claim in found]
            continue
        printed[key] = (start, end)
        found += _of_sentence(text, letters, words, start, setting)
    return found


def _sentences(text: str) -> list[re.Match[str]]:
    return [found for found in SENTENCE.finditer(text) if found.group().strip()]


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
TOP = 300  # letters in which a dateline stands


def _own_day(letters: Plain) -> date | None:
    """The day of a visible dateline: a line that holds a whole date and little else."""
    for line in letters.text[:TOP].split("\n")[:6]:
        found = [day for day in phrases(line, None) if day.first and day.first == day.last]
        if found and len(line.strip()) < DATELINE_LETTERS:
            return found[0].last
    return None


def _home(letters: Plain) -> str | None:
    """The place of the dateline, or the one named most often that is no country."""
    dateline = DATELINE.match(letters.text)
    if dateline and find(dateline["place"].strip()):
        return dateline["place"].strip()
    counts: dict[str, int] = {}
    camp = ""
    for one in mentions(letters.text[: LONGEST * 4]):
        name = camp if one.back else letters.text[one.start : one.end]
        camp = name if one.kind == "camp" else camp
        if one.kind == "camp" or (one.kind == "town" and not one.back):
            counts[name] = counts.get(name, 0) + 1
    counts.pop("", None)
    best = max(counts, key=lambda name: counts[name], default=None)
    return best if best and counts[best] > 1 else None


def _of_sentence(text: str, letters: Plain, words: str, base: int, setting: Setting) -> list[Claim]:
    speakers = setting.voices.speakers(words, base)
    days = phrases(words, setting.report)
    found = _figures(words[:LONGEST], days, setting.kind)
    places = [one for one in mentions(words) if not _inside(one, speakers)]
    spot = Spot(words, base, found, places, days, speakers)
    claims = [_claim(text, letters, spot, figure, setting) for figure in found]
    _remember(setting, spot)
    return claims


def _inside(one: Mention, speakers: list[Speaker]) -> bool:
    return any(s.start <= one.start and one.end <= s.end for s in speakers if s.start >= 0)


def _remember(setting: Setting, spot: Spot) -> None:
    if not spot.places and not setting.last:
        setting.last = _by_speaker(spot, setting)
    for one in spot.places:
        if one.back:
            continue
        name = spot.text[one.start : one.end]
        if one.kind == "camp":
            setting.camp = name
        elif one.kind == "wide":
            setting.wide = name
            setting.land = setting.land or name
        else:
            setting.town = name
        if one.kind != "wide" or not setting.last or not setting.town:
            setting.last = name
    own = [day for day in spot.days if day.last and not day.since and not day.said]
    setting.day = own[0] if own else setting.day if "\n" not in spot.text[:1] else None
    if spot.figures:
        setting.kind = spot.figures[-1].kind


# Figures


def _figures(words: str, days: list[Phrase], before: str | None) -> list[Figure]:
    masked = _masked(words, days)
    seen = [figure for number in numbers(masked) if (figure := _seen(masked, number))]
    taken = [(one.number.start, one.end) for one in seen]
    for start, end, noun in duals_in(masked):
        if not any(first <= start < last for first, last in taken):
            seen.append(Figure(start, end, Number(start, end, 2, 2, False, True), noun, "exact"))
    seen.sort(key=lambda one: one.number.start)
    cues = cues_in(masked)
    found: list[Figure] = []
    for one in seen:
        others = [other.number.start for other in seen if other is not one]
        last = found[-1].kind if found else None
        kind = kind_of(masked, one.number, one.noun, cues, others, last)
        if kind is None or (one.noun.sort in ("duration", "other")):
            continue
        one.kind = _settled(masked, one, kind)
        found.append(one)
    return found


def _settled(words: str, one: Figure, kind: str) -> str:
    if (
        kind == "occupancy"
        and TOWN_OF.search(words[: one.start])
        and "مخيم" not in words[: one.start]
    ):
        return "population"
    return kind


def _masked(words: str, days: list[Phrase]) -> str:
    for phrase in days:
        words = words[: phrase.start] + " " * (phrase.end - phrase.start) + words[phrase.end :]
    return CODE.sub(
        lambda code: " " * len(code.group()) if not RANGE.fullmatch(code.group()) else code.group(),
        words,
    )


RANGE = re.compile(r"\d{1,3}(?:[,.]?\d{3})*-\d{1,3}(?:[,.]?\d{3})*")


def _seen(words: str, number: Number) -> Figure | None:
    before = words[: number.start]
    if OLD.match(words, number.end) or AGE.search(before[-30:]) or NUMBERED.search(before[-24:]):
        return None
    noun = noun_after(words, number.end)
    if not noun.sort and re.search(r"[^\W\d]\sال$", before[-12:]):
        return None  # his three children: a number behind its noun
    hedge, start, end = _hedged(words, number, max(noun.end, number.end))
    return Figure(start, end, number, noun, hedge)


def _hedged(words: str, number: Number, end: int) -> tuple[str, int, int]:
    """The hedge, and where the words of the figure with it begin and end."""
    before = words[: number.start]
    if number.high is None:
        return "vague", number.start, end
    if number.ranged:
        opening = BETWEEN.search(before) or FROM.search(before)
        return "range", opening.start() if opening else number.start, end
    for name, pattern in HEDGES_AFTER:
        if after := pattern.match(words, end):
            return name, number.start, after.end() if "," not in after.group() else end
    for name, pattern in HEDGES:
        if found := pattern.search(before[-40:]):
            start = number.start - len(before[-40:]) + found.start()
            return name, start + (words[start] in "وفبلك" and words[start : start + 2] != "لا"), end
    if TOLL.search(before):
        return "over", number.start, end
    return ("upto" if UP_TO.search(before) else "exact"), number.start, end


# Claims


def _claim(text: str, letters: Plain, spot: Spot, figure: Figure, setting: Setting) -> Claim:
    speaker = speaker_of(figure.start, spot.speakers)
    place, origin, rule = _where(spot, figure, setting)
    first, last = _days(spot, figure, setting)
    low, high = bounds(figure.number.low, figure.number.high, figure.hedge)
    start, end = letters.span(spot.base + figure.start, spot.base + figure.end)
    name = _name(text, letters, speaker) if speaker else None
    unit = figure.noun.unit or "person"
    return Claim(
        doc=setting.meta.id, start=start, end=end, quote=text[start:end], low=low, high=high,
        unit=f"{unit}/vehicle" if figure.kind == "load" else unit, kind=figure.kind, what=figure.noun.word or None,
        attributed_to=name, chain=tuple(dict.fromkeys(filter(None, (name, setting.meta.source)))),
        place=_original(text, letters, place), place_from=_original(text, letters, origin),
        date_from=first, date_to=last, hedge=figure.hedge, certainty=_certainty(spot, figure),
        rules=(f"arabic:{figure.kind}", rule), witness=bool(speaker and speaker.witness),
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
    return " ".join(text[start:end].split())


def _certainty(spot: Spot, figure: Figure) -> str:
    before = re.split(r"[,;:]", spot.text[: figure.start])[-1]
    around = before[-60:] + spot.text[figure.start : figure.end]
    return next((name for name, words in CERTAINTY if words.search(around)), "stated")


def _where(spot: Spot, figure: Figure, setting: Setting) -> tuple[str | None, str | None, str]:
    """Place, place of origin, and the rule that found them."""
    moving = figure.kind in MOVING
    origin = _best(spot, figure, [m for m in spot.places if m.role == "from"]) if moving else None
    goal = _best(spot, figure, [m for m in spot.places if m.role == "to"]) if moving else None
    goal = None if goal and _crossed(spot, figure, goal) else goal
    rest = [m for m in spot.places if m.role != "from"] if moving else spot.places
    chosen = goal or _best(spot, figure, rest)
    if chosen and origin and not goal and _is_rather(origin, chosen, spot, figure):
        chosen = None
    source = _meant(spot, origin, setting) if origin else None
    if chosen:
        return _meant(spot, chosen, setting), source, f"place:{chosen.role or 'named'}"
    if origin:
        return source, source, "place:origin"
    if near := _by_speaker(spot, setting):
        return near, None, "place:speaker"
    bullet = spot.text.lstrip()[:1] in BULLETS
    carried = (setting.home or setting.last) if bullet else (setting.last or setting.home)
    return carried, None, "place:carried"


def _is_rather(origin: Mention, chosen: Mention, spot: Spot, figure: Figure) -> bool:
    """Whether people who left are told of where they left, not of a place named in passing."""
    if figure.kind in ("arrived", "returned"):
        return False
    if chosen.kind == "wide" and origin.kind != "wide":
        return True
    return _cost(spot, figure, chosen) > _cost(spot, figure, origin)


def _by_speaker(spot: Spot, setting: Setting) -> str | None:
    """The place in a speaker's name: the health ministry in Gaza."""
    for one in mentions(spot.text):
        if _inside(one, spot.speakers) and not one.back:
            return spot.text[one.start : one.end]
    return None


def _meant(spot: Spot, one: Mention, setting: Setting) -> str:
    """The camp, the town: the one named before."""
    name = spot.text[one.start : one.end]
    if not one.back:
        return name
    if name.removeprefix("ال") == "بلاد":
        return setting.land or setting.wide or name
    known = {"camp": setting.camp, "town": setting.town, "wide": setting.wide}[one.kind]
    return known or setting.last or name


def _best(spot: Spot, figure: Figure, found: list[Mention]) -> Mention | None:
    return min(found, key=lambda one: _cost(spot, figure, one), default=None)


def _cost(spot: Spot, figure: Figure, one: Mention) -> float:
    low, high = (figure.end, one.start) if one.start >= figure.end else (one.end, figure.start)
    between = spot.text[low:high]
    crossed = _crossed(spot, figure, one)
    sides = (
        8 * (one.start < figure.start)
        + 25 * (one.kind == "wide")
        + 30 * (not one.role)
        + 12 * one.joined
    )
    return len(between) + 15 * between.count(",") + 40 * crossed + sides


def _crossed(spot: Spot, figure: Figure, one: Mention) -> int:
    """How many other figures stand between a figure and a place."""
    low, high = (figure.end, one.start) if one.start >= figure.end else (one.end, figure.start)
    return sum(low <= other.start < high for other in spot.figures if other is not figure)


def _days(spot: Spot, figure: Figure, setting: Setting) -> tuple[date | None, date | None]:
    near = min(
        (day for day in spot.days if not day.said),
        key=lambda day: _far(spot, figure, day),
        default=None,
    )
    state = figure.kind in STATES
    if near and not (state and _far(spot, figure, near) > STATE_NEAR):
        if near.until:
            return (near.last, near.last) if state else (None, near.last)
        return near.first, near.last
    report = setting.report
    said = next((day.last for day in spot.days if day.said and day.last), None)
    if said:
        return (said, said) if state else (None, said)
    if report is None:
        return None, None
    if not state and not PERFECT.search(spot.text) and setting.day and setting.day.last:
        return setting.day.first, setting.day.last
    return (report, report) if state else (None, report)


def _far(spot: Spot, figure: Figure, day: Phrase) -> float:
    low, high = (figure.end, day.start) if day.start >= figure.end else (day.end, figure.start)
    between = spot.text[low:high]
    opening = day.start < 14
    crossed = sum(low <= other.start < high for other in spot.figures if other is not figure)
    return (
        len(between) * (0.5 if opening else 1)
        + 10 * between.count(",")
        + (10 if opening else 45) * crossed
    )
