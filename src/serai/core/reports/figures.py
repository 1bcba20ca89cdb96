"""Reads the figures of one sentence: number, hedge, noun, kind; nothing about who, where, when."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

import msgspec

from serai.core.reports import hedges, traps
from serai.core.reports.again import again
from serai.core.reports.carried import (
    HUNDRED,
    IT_WAS,
    TOTAL,
    elided,
    number_of,
    of_last,
    of_the_number,
    who_they_were,
)
from serai.core.reports.counting import OF_THESE, OPENS, SMALL, counts
from serai.core.reports.cues import cues_in
from serai.core.reports.elided import (
    SPOKE_OF,
    WHO_THEY_ARE,
    Figure,
    Seen,
    given_too,
    inherited,
    joined_kind,
    told_after,
)
from serai.core.reports.kinds import kind_of
from serai.core.reports.likeness import likely
from serai.core.reports.measures import Kind
from serai.core.reports.nouns import NO_NOUN, NOUNS, Noun, noun_after
from serai.core.reports.numbers import OUT_OF, Number, numbers
from serai.core.reports.spots import Spot

# Cases rose to 1,314; trucks, 18 in all: the noun stands in front of its number.
RISEN = re.compile(
    r"\b(?P<noun>cases|incidents|attacks|prices|births|visits|consultations|violations|houses|schools|trucks|beds|sites|patients|fatalities|deaths)"
    r" (?:has |have |had )?(?:rose|risen|increased|grew|grown|fell|fallen|dropped|stood|stands?|reached|climbed|jumped|surged)(?: (?:to|at|from))?\s*$",
    re.IGNORECASE,
)
HARMING = re.compile(
    r"\b(?:kill|wound|injur|arrest|detain|kidnapp|abduct|execut|rescu|behead|murder)(?:ed|ing)\s(?:at least |some |about |around |another |up to )?$"
)
PLURAL = re.compile(r"\s(?:[a-z]+ )?[a-z]{4,}(?<![isu])s\b")
IN_ALL = re.compile(r"\s(?:in all|in total|altogether|in number|strong)\b")
APPOSED = re.compile(r"(?P<noun>[A-Za-z]+),\s$")
LABEL = re.compile(
    r"(?P<noun>[A-Za-z]+)(?:(?: \([^)]*\))?\s?[:=]\s*| (?:now |already |still )?number(?:ed|s)?\s)$"
)
TOLD_TO = re.compile(r"\b(?:told|to|by|with)(?: [a-z]+)? $")
TURNED_BACK = re.compile(
    r"\s(?:were|was|had been|have been|are) (?:turned (?:back|around|away)|looted|burned|torched|hit|stopped|empty|stuck|let through|allowed through|unloaded)\b"
)
DRIVEN = re.compile(
    r"\s(?:more |others? )?(?:have |had |has )?(?:since |now |already |so far )?(?:arrived|entered|crossed|left|passed|reached|got through|made it|pulled (?:up|in|out)|gone|come|set (?:off|out)|returned|went|came)\b"
)
HOLDING = ("O:holds", "O:still holds", "O:held", "O:hold")
BROUGHT = ("O:brought", "O:carried", "O:bringing")  # 5,000 arrived: a train brought 1,800 of them
DEAD = ("L:the dead", "S:among the dead", "O:lost", "S:dead", "L:dead")
OF_THESE_SAID = re.compile(r"\W*(?:Of|of) (?:these|them),? ")
HURT = re.compile(r"\b(?:kill|wound|injur|shot|arrest|detain|hit)\w*\s$")
NAMED_LINE = re.compile(r"\W*[A-Z][\w'/ -]{1,40}(?: \([^)]{1,30}\))?\s?[:-]\s*")
# In the stadium, mostly: 15,000 people.
SHELTERED_AT = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ii]nside) (?:the |a |one |this |our )?(?:[\w'-]+ ){0,3}?(?:stadium|camps?|shelters?|cent(?:re|er)s?|sites?|schools?|tents?|halls?|gyms?|church|mosque|basement|cellar|hangar)\b[^:.;\d]{0,40}[:,] $"
)
SHELTERED = re.compile(
    r"\s(?:are |were |is )?(?:in|at|under|inside) (?:the |its |our |this )?(?:[\w,]+ ){0,3}?(?:camps?|shelters?|cent(?:re|er)s?|sites?|schools?|tents?|settlements?|care area|hangars?|halls?|gyms?|churches|mosques)\b"
)
# 2,300 soldiers are on the ground, and it expects a further 1,200.
FURTHER = re.compile(r"\b(?:another|an?(?:ny)? (?:further|additional|extra)|further|additional)\s$")
HOW_MANY = re.compile(r"\bhow many", re.IGNORECASE)


def figures_in(
    text: str, masked: str, before: Kind | None = None, headed: Kind | None = None
) -> list[Figure]:
    """The figures of an evened sentence; `masked` is the same with dates blanked out."""
    seen = seen_in(masked)
    if not seen:
        return []
    spots = [
        Spot(
            one.hedged.start,
            one.number.end if one.hedged.end < one.number.end else one.hedged.end,
            one.noun,
            one.number.low,
        )
        for one in seen
    ]
    cues = cues_in(masked)
    found: list[Figure] = []
    carried: Kind | None = None
    for index, one in enumerate(seen):
        kind = _of_vehicles(masked, one, index, before) or kind_of(
            masked, spots, index, cues, carried or of_last(masked, one, before)
        )
        counted = _counted(found)
        if counted and (joined := joined_kind(masked, seen[index - 1], one, counted)):
            kind = joined
        kind = _repeated(masked, one, found, kind, before) or kind
        kind = _told_as_before(one, kind, carried or before)
        if found or not index:
            kind = of_the_number(masked, one, kind, carried or before) or kind
        if headed and headed.rule == "section" and _labels(masked, one):
            kind = _under(headed, one, []) or kind
        kind = kind or _untold(masked, one, found, before) or _under(headed, one, found)
        kind = kind or likely(masked, one, found[-1].kind if found else None, before)
        if kind is None or not counts(masked, one, kind):
            continue
        if found and kind.rule == found[-1].kind.rule:
            kind = msgspec.structs.replace(kind, far=min(kind.far, found[-1].kind.far))
        kind = kind if index else _as_before(masked, one, kind, before)
        carried = kind
        found.append(_figure(one, kind))
    return found


def seen_in(masked: str) -> list[Seen]:
    """The numbers of a sentence that may count anything, each with its hedge and its noun."""
    return inherited(masked, [one for number in _told(masked) if (one := _seen(masked, number))])


def _repeated(
    masked: str, one: Seen, found: list[Figure], kind: Kind | None, before: Kind | None
) -> Kind | None:
    """The kind of a number told again by somebody else, unless the sentence asks for another."""
    told = again(masked, one, _counted(found), kind, before)
    return _asked(masked, one, found) or told if told and told.rule == "told-again" else told


def _counted(found: list[Figure]) -> Figure | None:
    """The last figure of people, else of vehicles, which a bare number can go on from."""
    people = [figure for figure in found if figure.kind.unit.startswith(("person", "family"))]
    vehicles = [figure for figure in found if figure.kind.name == "vehicles"]
    counted = people or vehicles
    return counted[-1] if counted else None


def _labels(text: str, one: Seen) -> bool:
    """Kunduz: 5,600 people, in a list under a heading."""
    return bool(NAMED_LINE.fullmatch(text, 0, one.hedged.start))


def _untold(masked: str, one: Seen, found: list[Figure], before: Kind | None) -> Kind | None:
    """The kind of a figure with no word of happening: from its subject or the figure before."""
    asked = None if one.noun.unit else number_of(masked, one) or _asked(masked, one, found)
    if told := asked or _of_those_before(masked, one, found[-1].kind if found else None, before):
        return told
    if (
        one.number.low > SMALL
        and one.noun.unit in ("", "person", "family")
        and (
            SHELTERED.match(masked, max(one.noun.end, one.number.end))
            or (one.noun.unit and SHELTERED_AT.search(masked[: one.hedged.start]))
        )
    ):
        return Kind("occupancy", one.noun.unit or "person", "sheltered")
    if not found:
        bare = not one.noun.unit or any(words.search(masked) for words in (TOTAL, SPOKE_OF, IT_WAS))
        return elided(masked, one, before) if bare else None
    if one.noun.unit in ("person", "family") and given_too(masked, one, found[-1]):
        return Kind(found[-1].kind.name, one.noun.unit, "given-too")
    bare = not one.noun.unit and (not one.number.written or one.number.low >= HUNDRED)
    chained = found[-1].kind.rule in ("elided", "told-again")
    same = bare and (chained or told_after(masked, one, found[-1]))
    return found[-1].kind if same else None  # 83 on Friday, 611 on Sunday


def _of_those_before(masked: str, one: Seen, last: Kind | None, before: Kind | None) -> Kind | None:
    """62 were children; a further 1,200 are expected: of those told of before."""
    further = last and not one.noun.unit and FURTHER.search(masked, 0, one.number.start)
    if last and further:
        return msgspec.structs.replace(last, rule="another")
    return who_they_were(masked, one, last or before)


def _under(headed: Kind | None, one: Seen, found: list[Figure]) -> Kind | None:
    """Reception area: 2,900 in 30 tents: what the heading of the line says of people."""
    if headed is None or one.noun.unit not in (
        ("person", "family") if found else ("", "person", "family")
    ):
        return None
    return Kind(headed.name, one.noun.unit or "person", headed.rule)


def _asked(masked: str, one: Seen, found: list[Figure]) -> Kind | None:
    """Asked how many were still inside, he said 800."""
    before = masked[: one.hedged.start]
    asked = kind_asked(before) if not found and HOW_MANY.search(before) else None
    return asked and msgspec.structs.replace(asked, rule="told-again")


def kind_asked(masked: str) -> Kind | None:
    """What a question asks the number of: how many people are still inside?"""
    if not HOW_MANY.search(masked):
        return None
    found = figures_in(HOW_MANY.sub("9000    ", masked), HOW_MANY.sub("9000    ", masked))
    return found[0].kind if found else None


def _told(masked: str) -> list[Number]:
    """The numbers of a sentence without the whole of a part: 10 of 37 wells is ten wells."""
    found = numbers(masked)
    wholes = {
        whole.end()
        for number in found
        if number.low > 1 and (whole := OUT_OF.match(masked, number.end))
    }
    return [number for number in found if number.end not in wholes]


def _of_vehicles(text: str, one: Seen, index: int, before: Kind | None) -> Kind | None:
    """65 of them carried food, six were turned back: of the trucks of the sentence before."""
    if index or before is None or (before.unit != "vehicle" and before.name != "load"):
        return None
    if one.number.low == 1 or HURT.search(text[: one.hedged.start]):
        return None
    subject = not one.noun.unit and OPENS.fullmatch(text, 0, one.hedged.start)
    driven = subject and (
        TURNED_BACK.match(text, one.number.end) or DRIVEN.match(text, one.number.end)
    )
    of_them = one.noun.words in OF_THESE
    return Kind("vehicles", "vehicle", "part-of") if driven or of_them else None


def _told_as_before(one: Seen, kind: Kind | None, before: Kind | None) -> Kind | None:
    """Among the dead are 114 children, of hunger, when those told of before had died."""
    dead = kind and kind.name == "killed" and kind.rule in DEAD
    if kind and dead and before and before.name == "died":
        return msgspec.structs.replace(kind, name="died")
    came = kind and kind.rule in BROUGHT and one.noun.words in OF_THESE
    if kind and before and came and before.name == "arrived":
        return msgspec.structs.replace(kind, name="arrived")
    same = one.noun.words in OF_THESE or not one.noun.unit
    if kind and before and same and kind.rule in HOLDING and before.name in ("held", "freed"):
        return msgspec.structs.replace(kind, name="held")  # it still holds seven of them
    return kind


def _as_before(text: str, one: Seen, kind: Kind, before: Kind | None) -> Kind:
    """Four families left; only two reached the soldiers: two families."""
    of_them = one.noun.words == "of them" and not WHO_THEY_ARE.match(text, one.noun.end)
    left_out = before and before.unit == "family" and kind.unit == "person"
    if left_out and of_them:
        return Kind(kind.name, "family", kind.rule)
    left_out = left_out and not one.noun.unit
    if left_out and OF_THESE_SAID.match(text):
        return Kind(kind.name, "family", kind.rule)
    if left_out and one.number.written and OPENS.fullmatch(text, 0, one.hedged.start):
        return Kind(kind.name, "family", kind.rule)
    return kind


def _seen(text: str, number: Number) -> Seen | None:
    if traps.is_trap(text, number.start, number.end):
        return None
    hedged = hedges.hedged(text, number.start, number.end, number.ranged, number.high is None)
    noun = _noun_of(text, number, hedged)
    return Seen(number, hedged, noun)


def _noun_of(text: str, number: Number, hedged: hedges.Hedged) -> Noun:
    end = max(hedged.end, number.end)
    if number.share:
        return Noun(end, "percent", "share", "")
    noun = noun_after(text, end)
    return (
        noun
        if noun.unit
        else _harmed(text, hedged.start, end) or _labelled(text, hedged.start, end)
    )


def _harmed(text: str, start: int, end: int) -> Noun | None:
    """Wounding 11 mechanics: whoever is killed, wounded or arrested is a person."""
    named = PLURAL.match(text, end) if HARMING.search(text[max(0, start - 30) : start]) else None
    return Noun(named.end(), "person", "people", named.group().strip()) if named else None


def _labelled(text: str, start: int, end: int) -> Noun:
    """Families: 7,235: the noun a label in front of the number names."""
    before = text[max(0, start - 50) : start]
    label = LABEL.search(before) or RISEN.search(before)
    if not label and IN_ALL.match(text, end):
        label = APPOSED.search(before)
    if label and TOLD_TO.search(before[: label.start("noun")]):
        return NO_NOUN
    entry = NOUNS.get(label["noun"].casefold()) if label else None
    return Noun(end, *entry, label["noun"]) if label and entry else NO_NOUN


def _figure(one: Seen, kind: Kind) -> Figure:
    low, high = hedges.bounds(one.number.low, one.number.high, one.hedged.hedge)
    if (
        kind.rule.startswith(("arrived", "B:", "S:"))
        and one.hedged.hedge == "exact"
        and "/" in kind.unit
    ):
        low, high = one.number.low, one.number.high
    return Figure(
        one.hedged.start,
        max(one.noun.end, one.hedged.end, one.number.end),
        one.number,
        low,
        high,
        one.hedged.hedge,
        one.noun,
        kind,
    )
