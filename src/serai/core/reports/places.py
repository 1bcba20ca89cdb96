"""Finds the places a sentence names, and their role: where, from where, to where."""

# ruff: noqa: E501 - a row of words reads best on one line

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from serai.core.gazetteer import find
from serai.core.gazetteer.places import LONGEST
from serai.core.reports.nouns import NOUNS
from serai.core.reports.place_words import (
    AMBIGUOUS,
    AREAS,
    AT_HEAD,
    BESIDE,
    BORDERS,
    DEMONYM,
    DESCRIBED,
    FRONTIERS,
    FUNCTION_WORDS,
    HEADING,
    HOLDING,
    HOUSED,
    LABELS,
    LEAD,
    LEAD_ENDS,
    LEADING_WORDS,
    LED_BY,
    MOVED_TO,
    NOT_PLACES,
    ORG_AFTER,
    PERSON_BEFORE,
    PREPOSITION,
    ROAD,
    ROAD_TO,
    SITE,
    STRICT,
    SUFFIX,
)
from serai.core.reports.word_index import SENTENCES, words_in

_cap = r"(?:[A-ZÀ-ÖØ-Þ][\w'À-ɏ]*(?:-[A-Za-z][\w'À-ɏ]*)*|ez-Zor|al-[A-Z][\w'-]*|el-[A-Z][\w'-]*)"
_inner = r"(?:al|el|ez|as|ash|ad|de|du|del|la|bin|of the|of)"
NAME = re.compile(rf"(?<![\w-])(?:(?:al|el)-)?{_cap}(?:(?:\s(?:{_inner}\s)?|/){_cap})*")
PARTICLE = re.compile(
    r"\b(?:[Aa][lsd]|[Ee][lz]|[Aa]sh|[Uu]m|[Aa]bu)$"
)  # al-Rashid road, not al to Rashid
AT_END = re.compile(rf"(?:^|(?<=\W))(?:{PREPOSITION.pattern})\s*$", re.IGNORECASE)
WHERE_ONE_SPEAKS = re.compile(rf"\b(?:in|at|from)\s(?P<name>{NAME.pattern})$")


PART = re.compile(r"[^\s/]+")
# Drama Theatre, Sadar Hospital; the Hakari bridge
SITE_NAME = re.compile(
    r"\w (?:Hospital|Theat(?:re|er)|Bridge|Airport|Airfield|Stadium|Church|Mosque|Market|Prison|Station|Crossing|Square|Clinic|Dam|Steelworks|Monastery|Barracks)$"
)
SITE_AFTER = re.compile(
    r" (?:bridge|hospital|airport|theat(?:re|er)|mosque|church|stadium|crossing|dam|steelworks|monastery|prison|border post|checkpoint)\b"
)
SITE_LED = re.compile(
    r"\b(?:at|in|inside|near|over|across|cross(?:ed|ing|es)?|of|to|on|outside|reach(?:ed|ing)|hit|struck|bombed|shelled) (?:the )?$"
)
CAMP_NAME = re.compile(r"\w (?:IDP |Refugee |Transit )?(?:Camp|Settlement)$")
# Hema and Lendu groups: who they are, not where.
PEOPLES = re.compile(
    r"(?: and [A-Z]\w+)? (?:groups?|militias?|communit(?:y|ies)|tribes?|tribesmen|clans?|herders|ethnic)\b"
)
# Dikwa received 402 individuals, Bama 311 and Mafa 98.
COUNTED_TOO = re.compile(
    r"\b(?:received|hosts?|hosted|has|had|in|at|to|from|[A-Z][a-z]+) [^.;]{0,20}\d[^.;]{0,40}(?:, | and |, and )$"
)
NUMBER_NEXT = re.compile(r" \d")
ORG_TAILS = frozenset(["Control", "Network", "Committee", "Council", "Agency", "Group", "Fund", "Relief", "Desk", "Post", "News", "Foundation", "Force", "Forces", "Brigade", "Authority", "Commission", "Association", "Organization", "Organisation", "Observatory", "Ministry", "University", "Times", "Front", "Army", "Watch", "International", "Rights"])  # fmt: skip
NEAR = (" near ", " outside ", " close to ", " camp near ", " mega-camp near ", " camp outside ")
ALONG = re.compile(r"\b(?:along|down|up) (?:the )?$")  # along Salah al-Din road
STREET = re.compile(r" (?:[Rr]oad|[Ss]treet|[Hh]ighway|[Aa]venue|[Bb]oulevard)\b")
OWNED = re.compile(r"'s (?:[a-z]+ ){0,2}[A-Z]")  # Ethiopia's Tigray region


class Mention(msgspec.Struct, frozen=True):
    """A place named in a sentence, as it is spelt there."""

    start: int
    end: int
    name: str
    role: str  # here, from, to, or "" when no preposition says it
    known: bool
    wide: bool = False
    camp: bool = False
    land: bool = False  # a country
    site: bool = False  # a hospital, a school, a bridge: inside a place rather than one
    beside: bool = False  # south of Mosul: told to say where another place lies


def mentions(text: str, told: frozenset[str] = frozenset()) -> list[Mention]:
    """The places named in an evened sentence, in order; `told` are names the report used as places.

    >>> [(m.name, m.role) for m in mentions("They fled from Hajin to Al-Hol camp.")]
    [('Hajin', 'from'), ('Al-Hol camp', 'to')]
    """
    found: list[Mention] = []
    for run in NAME.finditer(text):
        found += _within(text, run.start(), run.end(), found[-1] if found else None, told)
    held = [
        one
        for one in _described(text)
        if not any(one.start < m.end and m.start < one.end for m in found)
    ]
    return sorted((*found, *held), key=lambda mention: mention.start) if held else found


def _described(text: str) -> list[Mention]:
    """Places told by who holds them, when people come there: arrived SDF areas."""
    if words_in(text).isdisjoint((*AREAS, *FRONTIERS)):
        return []
    borders = [
        Mention(
            one.start("area"), one.end("area"), one["area"], "here", False, wide=True, beside=True
        )
        for one in BORDERS.finditer(text)
    ]
    return borders + [
        Mention(
            found.start("area"),
            found.end("area"),
            found["area"],
            "to",
            False,
            beside=True,
        )
        for found in DESCRIBED.finditer(text)
    ]


def names_of(found: Iterable[Mention]) -> frozenset[str]:
    """Names no gazetteer holds that a report uses as places."""
    return frozenset(mention.name for mention in found if not mention.known and mention.role)


def _within(
    text: str, start: int, end: int, last: Mention | None, told: frozenset[str]
) -> list[Mention]:
    """The places inside one run of capitalised words: the longest known names first."""
    words = [word.span() for word in PART.finditer(text, start, end)]
    while words and text[words[0][0] : words[0][1]] in FUNCTION_WORDS and len(words) > 1:
        words.pop(0)
    if len(words) > 1 and text[words[-1][0] : words[-1][1]] in ORG_TAILS:
        return []
    return _ends_of_road(text, words) or _in_run(text, words, last, told) if words else []


def _in_run(
    text: str, words: list[tuple[int, int]], last: Mention | None, told: frozenset[str]
) -> list[Mention]:
    found: list[Mention] = []
    at = 0
    while at < len(words):
        size = _longest_known(text, words, at)
        if size:
            before = found[-1] if found else last
            mention = _mention(text, words[at][0], words[at + size - 1][1], True, before)
            if mention:
                found.append(mention)
        at += max(size, 1)
    if len(found) == 1 and (owned := _owned(text, words, found[0])):
        found.append(owned)
    if not found and (unknown := _unknown(text, words, last, told)):
        found.append(unknown)
    return found


def _owned(text: str, words: list[tuple[int, int]], owner: Mention) -> Mention | None:
    """Yemen's Hodeida: the name behind a country that owns it is a place in it."""
    left = [word for word in words if word[0] > owner.end]
    if not (owner.land and left and text.startswith("'s ", owner.end)):
        return None
    name = text[left[0][0] : left[-1][1]]
    if NOT_PLACES.match(name) or DEMONYM.search(name) or ORG_AFTER.match(text[left[-1][1] :]):
        return None
    if name.endswith("s") or not owner.role:
        return None
    return Mention(left[0][0], left[-1][1], name, owner.role, False)


def _ends_of_road(text: str, words: list[tuple[int, int]]) -> list[Mention]:
    """Both ends of the Kombolcha-Mekelle road."""
    start, end = words[0][0], words[-1][1]
    first, dash, second = text[start:end].partition("-")
    towns = first[:1].isupper() and second[:1].isupper() and not PARTICLE.search(first)
    if not dash or not towns or not ROAD.match(text, end):
        return []
    middle = start + len(first)
    return [
        Mention(start, middle, first, "here", bool(find(first)), site=True),
        Mention(middle + 1, end, second, "here", bool(find(second)), site=True),
    ]


def _longest_known(text: str, words: list[tuple[int, int]], at: int) -> int:
    for size in range(min(LONGEST, len(words) - at), 0, -1):
        name = text[words[at][0] : words[at + size - 1][1]].removesuffix("'s")
        if find(name):
            return size
    return 0


def _unknown(
    text: str, words: list[tuple[int, int]], last: Mention | None, told: frozenset[str]
) -> Mention | None:
    """A name no gazetteer holds is a place when the grammar around it says so."""
    start, end = words[0][0], words[-1][1]
    name = text[start:end]
    if _is_no_place(name):
        return None
    if name.casefold() in NOUNS or PEOPLES.match(text, end):
        return None
    before = text[max(0, start - 20) : start]
    if PERSON_BEFORE.search(before) or before.endswith((" a ", " an ")):
        return None
    if COUNTED_TOO.search(text[:start]) and NUMBER_NEXT.match(text, end):
        return Mention(start, end, name, "", False)
    suffix = SUFFIX.match(text, end)
    heads = (
        AT_HEAD.match(text[:start])
        and HEADING.match(text, end)
        and not LABELS & set(name.casefold().split())
    )
    holds = HOLDING.match(text, end) and not text.startswith(name)
    if (
        not suffix
        and name not in told
        and not heads
        and not holds
        and not CAMP_NAME.search(name)
        and not _is_site(text, start, end)
        and (
            (name.isupper() and not HOUSED.search(text[max(0, start - 24) : start]))
            or not _led_to(text[max(0, start - 90) : start])
        )
    ):
        return None
    return _mention(text, start, end, False, last)


def _is_site(text: str, start: int, end: int) -> bool:
    """A hospital or a bridge with a name of its own, where something leads to it."""
    named = SITE_NAME.search(text[start:end]) or SITE_AFTER.match(text, end)
    return bool(named and SITE_LED.search(text[max(0, start - 24) : start]))


@lru_cache(maxsize=10_000)
def _is_no_place(name: str) -> bool:
    return bool(name.endswith("'s") or NOT_PLACES.match(name) or DEMONYM.search(name))


def _led_to(before: str) -> bool:
    """Whether the words before a name say that a place comes now."""
    lead = _lead(before)
    led = lead.group() if lead else ""
    if led and LED_BY.search(led):
        return True
    if led.endswith((" in ", " at ", " near ")):
        return True  # its camps in West Timor
    rest = (before if led[:3].casefold() == "of " else before[: len(before) - len(led)])[-45:]
    if rest.endswith(("to ", "of ", "To ", "Of ")):
        return bool(MOVED_TO.search(rest))
    return bool(STRICT.search(rest))


def _mention(text: str, start: int, end: int, known: bool, last: Mention | None) -> Mention | None:
    owner = text[start:end].endswith("'s")
    if owner:
        end -= 2
    name = text[start:end]
    suffix = SUFFIX.match(text, end)
    role = _role(text, start, last)
    place = find(name)
    unsure = known and not role and (folded_is_ambiguous(name) or (place and place.is_far))
    if unsure and not (NUMBER_NEXT.match(text, end) and COUNTED_TOO.search(text[:start])):
        return None
    if text.startswith("$", end):
        return None  # US$77 million
    if ALONG.search(text[max(0, start - 12) : start]) and STREET.match(text, end):
        return None
    if known and ORG_AFTER.match(text[end : end + 60]) and not (suffix and suffix["camp"]):
        return None
    camp = bool(suffix and suffix["camp"]) or bool(place and place.is_camp)
    camp = camp or bool(CAMP_NAME.search(name))
    wide = bool(suffix and suffix["wide"]) or bool(place and place.is_wide and not camp)
    if camp and suffix and suffix["camp"]:
        end = suffix.end()
    site = bool(SITE.match(text, end)) and not camp
    if not role and AT_HEAD.match(text[:start]) and HEADING.match(text, end):
        role = "here"
    beside = bool(
        last and (text[last.end : start] in NEAR or BESIDE.search(text[max(0, start - 24) : start]))
    )
    beside = beside or bool(ROAD_TO.search(text[max(0, start - 24) : start]))
    beside = beside or (owner and OWNED.match(text, end) is not None)
    land = bool(place and place.kind == "country")
    return Mention(start, end, text[start:end], role, known, wide, camp, land, site, beside)


def place_within(words: str) -> str | None:
    """The place inside a speaker's words: Gaza health ministry, a nurse at Dikwa."""
    known = _known_within(words)
    if known:
        return known
    led = WHERE_ONE_SPEAKS.search(words)
    return led["name"] if led and not NOT_PLACES.match(led["name"]) else None


def _known_within(words: str) -> str | None:
    if " camp" in words and not any(part[0].isupper() for part in words.split()):
        return "camp"
    parts = words.replace(",", " ").replace("'s ", " ").split()
    for size in (3, 2, 1):
        for at in range(len(parts) - size + 1):
            name = " ".join(parts[at : at + size])
            tail = parts[at + size] if at + size < len(parts) else ""
            if tail in ORG_TAILS or not name[0].isupper() or folded_is_ambiguous(name):
                continue
            if place := find(name):
                return None if place.kind == "country" and "ealth" not in words else name
    return None


def folded_is_ambiguous(name: str) -> bool:
    """Whether the name is also a common word or a first name."""
    return name.casefold() in AMBIGUOUS


def _role(text: str, start: int, last: Mention | None) -> str:
    before = text[max(0, start - 90) : start]
    lead = _lead(before)
    before = before[-60:] if lead else before
    if lead and lead.group()[:3] == "of " and before[: lead.start()].endswith("out "):
        return "from"
    before = before[: lead.start()] if lead else before
    if (
        last
        and start - last.end < 30
        and re.fullmatch(r"[\s,]*(?:and|or|,|/)?\s*(?:the |nearby |in )*", text[last.end : start])
    ):
        return last.role
    words = before[-45:].rsplit(None, 1)
    if not words or (
        words[-1].casefold().lstrip("(\"'-") not in LEADING_WORDS and words[-1][-1] != ","
    ):
        return ""
    found = AT_END.search(before[-45:])
    role = found.lastgroup or "" if found else ""
    return _for_here(role, before)


def _lead(before: str) -> re.Match[str] | None:
    """The articles and adjectives right before a name, when its last word can be one."""
    return _lead_of(before[-60:])


@lru_cache(maxsize=SENTENCES)
def _lead_of(before: str) -> re.Match[str] | None:
    words = before.rsplit(None, 1)
    if not words:
        return None
    last = words[-1].casefold().lstrip("(\"'-")
    return LEAD.search(before) if last in LEAD_ENDS or "-" in last else None


def _for_here(role: str, before: str) -> str:
    if role == "to" and re.search(
        r"\b(?:said|told|according|due|thanks|close|next|damage|access|aid|assistance|relief|for)\s+(?:to\s+)?$",
        before,
        re.IGNORECASE,
    ):
        return "here"
    return role
