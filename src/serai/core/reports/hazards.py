"""Reads the dangers a report names for people and roads: mines, strikes, shelling, attacks."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

import msgspec

from serai.core.gazetteer import find
from serai.core.reports.dates import Phrase
from serai.core.reports.hazard_words import HAZARDS, TO_A_PARTY
from serai.core.reports.hedges import certainty
from serai.core.reports.no_danger import STANDING, is_no_danger
from serai.core.reports.place_words import NOT_PLACES
from serai.core.reports.places import Mention
from serai.core.reports.reading import Hazard, Meta
from serai.core.reports.remembered import Remembered
from serai.core.reports.sentences import Sentence
from serai.core.reports.speakers import Speaker
from serai.core.reports.stretches import ends_of
from serai.core.reports.whereabouts import Stand, place_of
from serai.core.reports.word_index import WordIndex

_index = WordIndex([words for _, words in HAZARDS])
CAPITAL = re.compile(
    r"(?: (?:the|most|all|parts) of)*(?: the)?(?: (?:border|strategic|key|main|nearby|mining|oil|port|northern|southern|eastern|western|district|provincial|regional))*(?: (?:towns?|cit(?:y|ies)|villages?|districts?|neighbou?rhoods?|capitals?|bases?|ports?|crossings?|airports?)(?: of| at| in)?)? [A-Z]"
)
TAKEN = re.compile(
    r"(?:re)?(?:taken|captured|overrun|seized|liberated|occupied|conquered)", re.IGNORECASE
)
NAMED_BEFORE = re.compile(
    r"(?P<name>[A-Z][\w'-]+(?: (?:al-)?[A-Z][\w'-]+)?),? (?:(?:has|have|had) been|was|were|is) (?:\w+ )?$"
)
PARTY = re.compile(TO_A_PARTY, re.IGNORECASE)
LASTING = frozenset(["land mines", "unexploded ordnance", "planted explosives"])
LABEL = re.compile(r"\W*[A-Z][^.:]{2,50}:\s")
PAST = re.compile(r"\b(?:was|were|had|\w+ed)\b")
GOING_ON = re.compile(
    r"\b(?:is|are|remains?|continues?|there's|can be|being|still)\b", re.IGNORECASE
)
STAYING = frozenset(["road cut", "checkpoint"])  # so still, where no day of its own is told
REACH = 60
APART = re.compile(r"[,;:]|\b(?:and|while|but)\b")
NEXT = 12  # letters between a mine and its explosion
BEING = re.compile(
    r"\b(?:is|are) (?:\w+ )?(?:being|closed|cut|blocked|shut|mined|flooded|damaged|destroyed|surrounded|besieged)\b|\bremains? \w+ed\b",
    re.IGNORECASE,
)
AT_ANY_TIME = re.compile(r"can (?:come|attack|strike)", re.IGNORECASE)
AGAIN = re.compile(
    r"(?:And |But )?(?:This|That|These|Those) (?:(?:suicide|car|terror|roadside|air|mine|drone|latest|second) ?){0,2}(?:bomb|attack|strike|explo|blast|ied|raid|mine|shell|car|truck|vehicle|offensive|assault|clash|fight|flood)",
    re.IGNORECASE,
)
LED_TO = re.compile(
    r"\b(?:(?:road|way|route|highway|axis|motorway|track)s? (?:to|from|towards|for)|in|at|near|of|around|along|between|outside|across) (?:the )?$",
    re.IGNORECASE,
)
_name = r"(?P<name>[A-Z][\w'-]+(?: (?:al-)?[A-Z][\w'-]+){0,2})"
NAMED_AFTER = re.compile(
    rf"\b(?:(?:road|way|route|highway|track|lane|path|street|trail|bridge|corridor)s? (?:to|at|near|towards)|near|at|off|in|over|outside|around|beside|(?:roofs?|gardens?|outskirts|edges?|fields?|streets?|suburbs?|hills?|heart|market|villages?|towns?|districts?|banks|orchards?|forests?|north|south|east|west) of) (?:the )?{_name}"
)
NAMED_SITE = re.compile(rf"\b[Tt]he {_name} (?:bridge|crossing|junction|pass|ferry|tunnel)\b")
WHO_CAME = re.compile(
    r"\bwho (?:have |had )?(?:reached|fled to|escaped to|arrived in|crossed into) $"
)
REPORTED = re.compile(r"\b(?:was|were) (?:also )?reported\b")
DONE = re.compile(
    r"\b(?:left|hit|struck|lay|stood|ran|put|set|found|held|said|told|took|fell|killed)\b"
)
AT_ONE = re.compile(
    r"\b(?:near|at|against|on|outside|behind|before|beside) (?:(?:the|a|an|one|two|their) )?(?:[\w'-]+ ){0,4}$",
    re.IGNORECASE,
)
FAMILIES: tuple[tuple[str, str], ...] = (
    ("mine", r"mine|planted|ordnance"),
    ("ied", r"\bied|explosi|bomb|improvised"),
    ("attack", r"attack|assault|fighting|ambush|bomb|explosion|clash|gunfire"),
    ("strike", r"strike|aircraft|\bair\b|drone|missile"),
    ("shelling", r"shell|artillery|rocket|mortar|strike"),
    ("checkpoint", r"checkpoint|roadblock|barricade"),
    ("control", r"control"),
    ("flood", r"flood|slide"),
    ("closed", r"closed|cut|blocked"),
)  # fmt: skip


class Around(msgspec.Struct, frozen=True):
    """What is known where a hazard stands: the report's day, places and days named so far."""

    meta: Meta
    report: date | None
    home: str | None
    remembered: Remembered
    day: Phrase | None


@lru_cache(maxsize=200)
def families(hazard: str) -> frozenset[str]:
    """The sorts of danger a hazard's words belong to.

    >>> sorted(families("suicide car bomb"))
    ['attack', 'ied']
    """
    return frozenset(name for name, words in FAMILIES if re.search(words, hazard, re.IGNORECASE))


def hazards_in(
    text: str,
    sentence: Sentence,
    places: list[Mention],
    dates: list[Phrase],
    speakers: list[Speaker],
    around: Around,
) -> list[Hazard]:
    """The hazards one sentence names, each with the clause that says it."""
    found: list[Hazard] = []
    told: set[tuple[str, str | None]] = set()
    for name, match in _told(sentence.text, dates, around.report):
        start, end = clause_of(sentence.text, match.start(), match.end())
        stand = Stand(sentence.text, start, end)
        days = _days(name, match, stand, dates, around)
        first, last = sentence.start + start, sentence.start + end
        for place in _ends(name, match, stand, places, around):
            if (name, place) in told:
                continue  # the same danger of the same place, told on in one sentence
            told.add((name, place))
            found.append(
                Hazard(
                    around.meta.id, first, last, text[first:last], name, place, *days,
                    speakers[0].name if speakers else None,
                    certainty(sentence.text, ""),
                )
            )  # fmt: skip
    return found


def with_days_shared(found: Iterable[Hazard]) -> list[Hazard]:
    """One attack told twice has one day: the undated telling takes it from the dated one."""
    every = _without_repeats(found)
    dated = {
        (family, hazard.place): (hazard.date_from, hazard.date_to)
        for hazard in reversed(every)
        if hazard.date_to and hazard.hazard not in STANDING
        for family in families(hazard.hazard)
    }
    return [
        hazard
        if hazard.date_to or hazard.date_from or not (days := _shared(hazard, dated))
        else msgspec.structs.replace(hazard, date_from=days[0], date_to=days[1])
        for hazard in every
    ]


def clause_of(words: str, start: int, end: int) -> tuple[int, int]:
    """The clause around the words `start`..`end`, cut at commas and quotes, no further than a reach."""
    cut = max(words.rfind(sign, max(0, start - REACH), start) for sign in ',;"')
    first = (
        cut + 1
        if cut >= 0
        else max(0, words.rfind(" ", 0, max(0, start - REACH)) + 1 if start > REACH else 0)
    )
    after = [at for sign in ',;"' if (at := words.find(sign, end, end + REACH)) >= 0]
    last = min(after, default=min(len(words), end + REACH))
    if last < len(words) and not after:
        last = max(end, words.rfind(" ", end, last))
    while first < start and words[first].isspace():
        first += 1
    return first, max(last, end)


def _shared(
    hazard: Hazard, dated: Mapping[tuple[str, str | None], tuple[date | None, date | None]]
) -> tuple[date | None, date | None] | None:
    keys = ((family, hazard.place) for family in sorted(families(hazard.hazard)))
    return next((dated[key] for key in keys if key in dated), None)


def _without_repeats(found: Iterable[Hazard]) -> list[Hazard]:
    """This car bomb came from a village: said of the one told before, not of another."""
    kept: list[Hazard] = []
    told: set[str] = set()
    for hazard in found:
        sorts = families(hazard.hazard)
        if not (AGAIN.match(hazard.quote) and sorts & told):
            kept.append(hazard)
        told |= sorts
    return kept


def _ends(
    name: str, match: re.Match[str], stand: Stand, places: list[Mention], around: Around
) -> Sequence[str | None]:
    """The place of a danger, or both ends of the stretch of road it lies on."""
    place = _place(name, match, stand, places, around)
    return ends_of(stand.text, place, places) if place else [None]


def _place(
    name: str, match: re.Match[str], stand: Stand, places: list[Mention], around: Around
) -> str | None:
    """The place right after the danger, then the nearest of its sentence, then one told before."""
    words = stand.text
    places = [one for one in places if not (_is_river(one) or WHO_CAME.search(words[: one.start]))]
    for mention in places:
        between = words[match.end() : mention.start] if mention.start >= match.end() else ";"
        led = mention.role == "here" or LED_TO.search(between)
        if led and ";" not in between and len(between) < REACH:
            return mention.name
    if named := _named_before(name, match) or _unknown(match, stand):
        return named
    return place_of(stand, name, places, around.remembered, around.home, None)[0]


def _named_before(name: str, match: re.Match[str]) -> str | None:
    """The town that was retaken."""
    if name != "change of control" or not TAKEN.match(match.group()):
        return None
    taken = NAMED_BEFORE.search(match.string, 0, match.start())
    return taken["name"] if taken else None


def _unknown(match: re.Match[str], stand: Stand) -> str | None:
    """A name no gazetteer holds, where only a place can stand: on the way to Bweremana."""
    found = NAMED_AFTER.search(stand.text, match.start(), min(stand.end, match.end() + REACH))
    found = found or NAMED_SITE.search(stand.text, stand.start, stand.end)
    return found["name"] if found and not NOT_PLACES.match(found["name"]) else None


def _is_river(mention: Mention) -> bool:
    place = find(mention.name) if mention.wide else None
    return bool(place and place.kind == "river")


def _days(
    name: str, match: re.Match[str], stand: Stand, dates: list[Phrase], around: Around
) -> tuple[date | None, date | None]:
    clause = stand.text[stand.start : stand.end]
    past = PAST.search(clause)
    now = bool(BEING.search(clause) or (GOING_ON.search(clause) and not past))
    if REPORTED.search(clause):
        dates = [msgspec.structs.replace(one, said=False) for one in dates]
    if name in STAYING:
        dates = [one for one in dates if one.said or one.end <= stand.end]
    near = _near(stand, dates, only_own=now and name in STANDING)
    if near:
        return near.first, near.last
    if name in LASTING or AT_ANY_TIME.match(match.group()):
        return around.report, None
    spoken = next((phrase for phrase in dates if phrase.said and phrase.last), None)
    if spoken:
        return None if past and not now else spoken.last, spoken.last
    titled = LABEL.match(stand.text, 0, stand.end) and not past
    if now or titled or (GOING_ON.search(stand.text) and not past):
        return around.report, around.report
    present = not past and not DONE.search(clause)
    if name in STANDING and (name in STAYING or present or not around.day):
        return around.report, around.report
    return (around.day.first, around.day.last) if around.day else (None, None)


def _near(stand: Stand, dates: list[Phrase], only_own: bool) -> Phrase | None:
    """The day nearest to the danger; of what is so now, only a day in its own clause."""
    own = [
        phrase
        for phrase in dates
        if not phrase.said
        and (not only_own or (phrase.start >= stand.start and phrase.end <= stand.end))
    ]
    return min(own, key=lambda one: len(stand.between(one.start, one.end)), default=None)


def _told(words: str, dates: list[Phrase], report: date | None) -> list[tuple[str, re.Match[str]]]:
    """Each danger once a clause, without those that another one of it says more exactly."""
    lasts: dict[int, re.Match[str]] = {}
    every: list[tuple[int, re.Match[str]]] = []
    for number, match in _index.found(words):
        name = HAZARDS[number][0]
        last = lasts.get(number)
        if last and not APART.search(words, last.end(), match.start()):
            continue
        if is_no_danger(name, words, match.start(), match.end(), dates, report):
            continue
        if name != "change of control" or _is_taken(match):
            every.append((number, match))
            lasts[number] = match
    told: list[tuple[str, re.Match[str]]] = []
    for number, match in sorted(every, key=lambda one: one[0]):
        if not any(_covers(other, HAZARDS[number][0], match) for _, other in told):
            told.append((HAZARDS[number][0], match))
    return told


def _is_taken(match: re.Match[str]) -> bool:
    """Whether a place follows words of taking, or those it fell to."""
    words, end = match.string, match.end()
    fell = match.group().lower().startswith("f") and PARTY.match(words, end)
    passive = TAKEN.match(match.group()) and NAMED_BEFORE.search(words[: match.start()])
    return bool(fell or passive or CAPITAL.match(words, end))


def _covers(other: re.Match[str], name: str, match: re.Match[str]) -> bool:
    """Whether a danger is another one's word: the explosion of a mine, a bomb at a checkpoint."""
    gap = max(other.start() - match.end(), match.start() - other.end())
    if name == "checkpoint":
        return match.start() > other.start() and bool(
            AT_ONE.search(match.string, other.end(), match.start())
        )
    return gap < (NEXT if name == "attack" else 0)
