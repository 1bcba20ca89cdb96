"""Reads the figures of one Arabic sentence: number, hedge, noun, kind; not who, where, when."""

import re
from collections.abc import Iterator

import msgspec

from serai.core.reports.arabic_cues import Cue, cues_in
from serai.core.reports.arabic_days import Phrase
from serai.core.reports.arabic_kinds import THE_NUMBER, kind_of
from serai.core.reports.arabic_letters import plain
from serai.core.reports.arabic_nouns import Noun, duals_in, noun_after
from serai.core.reports.arabic_numbers import BETWEEN, FROM, Number, numbers
from serai.core.reports.arabic_shares import PERCENT, shares_in
from serai.core.reports.arabic_words import AGE, HEDGES, HEDGES_AFTER, NUMBERED, OLD

FAMILY = plain("أسرة")
FEW, MANY = 3, 10  # so many are followed by a plural: a singular that looks like it is another word
# 93 trucks crossed into the Strip: no number of the Strip.
COLLECTIVE = re.compile(r"(?:القطاع|المجموعه|الطريق|الدفعه|غرفه|العدد)")
COUNTED_UNITS = ("person", "family", "vehicle", "item")
YEAR = re.compile(r"(?:19|20)\d\d")
OF_IT = re.compile(r"\s(?:منها|بينها)(?!\w)")
AND = re.compile(r"\s(?:من\s)?(?:[^\d،.]{2,40}\s)?و\s?")
AND_AS_MANY = re.compile(r"(?<!\w)و\s?$")
TWO = 2  # two foreign women: noun and adjective both say it
CODE = re.compile(
    r"\d+(?:[-:/]\d+){1,}|\+?\d{3,}-\d+|[A-Za-z]+-?\d+|\d+[A-Za-z]+|(?<!\d)\d{1,2}\s?:\s?\d\d(?!\d)"
)
TOLL = re.compile(
    r"(?:تجاوز|تخط|تعد|فاق|يفوق|يتجاوز|تتجاوز|يزيد|تزيد)\w*\s(?:ال)?(?:حصيله|عدد)\w*\s[^,.]{0,70}$"
)
UP_TO = re.compile(r"(?:قد|ربما)\s(?:ي|ت)?(?:صل|بلغ|رتفع)\w*\s(?:\w+\s){0,4}(?:الي\s)?$")
TOWN_OF = re.compile(r"(?:عدد|تعداد)\s(?:سكان|سكانها|سكانه)\s?\w*\s[^,.]{0,40}$")


CARRIES = re.compile(r"(?<!\w)لا\s[يت](?:حمل|تسع|سع|ستوعب|تحمل)\s(?:ل)?$")
NOT_PEOPLE = frozenset(("vehicles", "load", "share"))
PER_DAY = re.compile(r"\s(?:في\sاليوم(?:\sالواحد)?|كل\sيوم|يوميا)(?!\w)")


class Figure(msgspec.Struct):
    """A counted figure of a plain sentence."""

    start: int
    end: int
    number: Number
    noun: Noun
    hedge: str
    kind: str = ""


def figures_in(words: str, days: list[Phrase], before: str | None) -> list[Figure]:
    """The figures of a plain sentence with their kinds; `before` is the kind of the one before."""
    masked = _masked(words, days)
    seen = _counted(masked)
    cues = cues_in(masked)
    found: list[Figure] = []
    untold: Figure | None = None
    for one in seen:
        others = [other.number.start for other in seen if other is not one and not _is_share(other)]
        people = [other.kind for other in found if other.kind not in NOT_PEOPLE]
        last = people[-1] if people else _told_before(masked, one, before)
        if whole := _part_of(masked, one, found):
            one.noun = msgspec.structs.replace(whole.noun, end=one.noun.end)
        kind = kind_of(masked, one.number, one.noun, cues, others, last)
        if kind is None or (one.noun.sort in ("duration", "other")):
            untold = one if kind is None else None
            continue
        one.kind = _settled(masked, one, kind)
        if untold and _are_joined(masked, untold, one, cues):
            untold.kind = one.kind
            found.append(untold)
        untold = None
        found.append(one)
    return found


def _are_joined(words: str, first: Figure, second: Figure, cues: list[Cue]) -> bool:
    """47 fighters and 11 soldiers were killed: both, by the one word behind them."""
    people = first.noun.unit == "person" == second.noun.unit
    told = any(cue.start >= second.end and cue.kind == second.kind for cue in cues)
    before = any(cue.end <= first.start and cue.kind == second.kind for cue in cues)
    return people and told and not before and bool(AND.fullmatch(words, first.end, second.start))


def _counted(words: str) -> list[Figure]:
    """Numbers, shares and duals with what they count, in order."""
    shares = _shares(words)
    seen: list[Figure] = []
    for number in numbers(words):
        if any(one.start < number.end and number.start < one.end for one in shares):
            continue  # three quarters are no three
        inside = seen and number.start < seen[-1].noun.end  # the hundred of "in the hundred"
        if not inside and (figure := _seen(words, number)):
            seen.append(figure)
    seen = sorted([*seen, *shares], key=lambda one: one.number.start)
    return sorted([*seen, *_duals(words, seen)], key=lambda one: one.number.start)


def _duals(words: str, seen: list[Figure]) -> Iterator[Figure]:
    """Nouns that say two, unless a number before them says it."""
    taken = [(one.number.start, one.end) for one in seen]
    twos = [one.end for one in seen if one.number.low == TWO]
    for start, end, noun in duals_in(words):
        twice = any(two <= start and not words[two:start].strip() for two in twos)
        if not twice and not any(first <= start < last for first, last in taken):
            twos.append(end)
            yield Figure(start, end, Number(start, end, 2, 2, False, True), noun, "exact")


def _is_share(figure: Figure) -> bool:
    return figure.noun.sort == PERCENT


def _shares(words: str) -> list[Figure]:
    found = []
    for one in shares_in(words):
        number = Number(one.start, one.end, one.share, one.share, False, True)
        hedge, start, _ = _hedged(words, number, one.end)
        noun = Noun(one.end, PERCENT, PERCENT, one.whom)
        found.append(Figure(start, one.end, number, noun, hedge))
    return found


def _part_of(words: str, one: Figure, found: list[Figure]) -> Figure | None:
    """93 trucks, 31 of them with drugs and 28 with water: the whole whose part a figure is."""
    whole = found[-1] if found else None
    if whole is None or one.noun.sort or whole.noun.unit not in ("vehicle", "item"):
        return None
    of_it = OF_IT.match(words, one.number.end)
    joined = AND_AS_MANY.search(words[: one.number.start]) and OF_IT.search(words, whole.end)
    return whole if of_it or joined else None


def _told_before(words: str, one: Figure, before: str | None) -> str | None:
    """The kind of the sentence before, for "their number" alone."""
    return before if THE_NUMBER.search(words[: one.number.start]) else None


def _settled(words: str, one: Figure, kind: str) -> str:
    if (
        kind == "occupancy"
        and TOWN_OF.search(words[: one.start])
        and "مخيم" not in words[: one.start]
    ):
        return "population"
    if kind == "vehicles" and CARRIES.search(words[: one.start]):
        return "capacity"
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
    if OLD.match(words, number.end) or AGE.search(before[-30:]):
        return None
    noun = noun_after(words, number.end)
    label = NUMBERED.search(before[-24:])
    if label and not (COLLECTIVE.match(label.group()) and noun.unit in COUNTED_UNITS):
        return None
    if not noun.sort and YEAR.fullmatch(words[number.start : number.end]):
        return None
    if number.high is not None and not noun.sort and re.search(r"[^\W\d]\sال$", before[-12:]):
        return None  # his three children: a number behind its noun
    if noun.word == FAMILY and FEW <= number.low <= MANY:
        noun = msgspec.structs.replace(noun, sort="capacity", unit="item")
    hedge, start, end = _hedged(words, number, max(noun.end, number.end))
    if (rate := PER_DAY.match(words, end)) and noun.unit in ("person", "family"):
        noun = msgspec.structs.replace(noun, unit=f"{noun.unit}/day", end=rate.end())
        end = rate.end()
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
