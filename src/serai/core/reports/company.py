"""What a word of happening says by the words in its company: ISIS holds men, a camp holds families."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from serai.core.reports.cues import Cue
from serai.core.reports.deaths import OF_ILLNESS_LATER, VIOLENCE, by_illness
from serai.core.reports.spots import Spot
from serai.core.reports.subjects import is_hit

# Have not received food, were not evacuated: what they are instead, where it can be said.
NOT = re.compile(r"\b(?:not|never|n't|cannot)(?: (?:yet|been|be|all|ever|even|so far))* $")
UNDONE: dict[str, str | None] = {
    "assisted": "need", "departed": "remaining", "fled": "remaining", "moved": "remaining",
    "arrived": None, "returned": None, "registered": None, "killed": None, "injured": None, "freed": None,
}  # fmt: skip
WERE = re.compile(r"\b(?:were|was|been|being|are|is)\b", re.IGNORECASE)
THERE = re.compile(r"\bthere (?:are|were|is|was|be|may be|might be)\b[^.;]{0,20}$", re.IGNORECASE)
ARMED = re.compile(
    r"\b(?:ISIS|ISIL|IS|Daesh|militants?|rebels?|army|police|forces|Taliban|Hamas|Hezbollah|M23|RSF|SDF|troops|gunmen|fighters?|group|captors|kidnappers|authorities|soldiers|junta|regime|militia|Boko Haram)\s+(?:still |now |also |currently )?$"
)
PASSIVE = re.compile(r"\b(?:were|was|be|been|being|are|is|get|got)\s$")
TOOK = ("took", "taken", "carried off", "claimed", "swallowed")
HIT = ("hit", "hits", "struck", "strikes")
HOME = re.compile(r"\bhome$")
LED = ("moved out", "pulled out", "taken out", "led out", "walked out", "moved on")
TAKEN_AWAY = re.compile(
    r"\s*(?:[.,;\"]|$)|\s(?:at|with them|as|for (?:questioning|interrogation|ransom))\b"
)
CARRIERS = re.compile(
    r"\b(?:bus(?:es)?|trucks?|boats?|ambulances?|planes?|flights?|ferry|ferries|trains?|helicopters?|ships?|convoys?)\b"
)
NEAR = 25  # letters between a verb and the people it is done to
IT_HOLDS = re.compile(
    r"\b(?:government|army|police|ministry|authorities|militia|military|group|rebels|coalition)\b[^.;]{0,40}\b(?:it|they)\s(?:still |now )?$"
)
SITED = re.compile(
    r"\b(?:it|camps?(?: (?:around|in|at|near|of|outside|on) [A-Z][\w-]+(?: [A-Z][\w-]+)?)?|sites?|cent(?:re|er)s?|shelters?|schools?|settlements?|tents?|hospitals?|clinics?|wards?|mosques?|church|hotels?|buildings?|hangars?|stadium|halls?|square|stadium|station|courtyard|port|airport|basement|theatre|theater|gym|park|field|which)\s(?:now |then |once |already |still |today )?$"
    r"|\b(?:built|designed|meant|capacity) (?:for|of) [\d,]+,? (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
HOUSE = re.compile(
    r"\b(?:camps?|house|building|hotel|centre|center|shelter|school|hospital|site)\b"
)
ARMED_ANY = re.compile(
    r"\b(?:ISIS|Daesh|militants?|rebels?|army|police|forces|Taliban|Hamas|RSF|SDF|gunmen|authorities|soldiers|militia|captors|group)\b"
)
MEDICAL = re.compile(
    r"\b(?:hospitals?|clinics?|wards?|health|malnourished|stabili[sz]ation|patients?|medical|treatment|cholera|surg\w+)\b",
    re.IGNORECASE,
)
TOLD_AFTER = re.compile(
    r"\b(?:and|who|that|,)\s(?:they |all |who |later |then )*(?:were|was|had been|have been|had|have)\s",
    re.IGNORECASE,
)
SHELTERING = re.compile(
    r"\bwhere there (?:are|were)\b|\b(?:here|left|still|inside|(?:in|at) (?:the |this |that |our |its )?(?:\w+ ){0,2}(?:camps?|sites?|cent(?:re|er)s?|shelters?|town|city|village|enclave|district|settlement|area|pocket|school|reception))\b",
    re.IGNORECASE,
)


def told_by(text: str, spot: Spot, cue: Cue, cues: list[Cue]) -> tuple[str | None, str]:
    """The kind a word of happening says, but for words that say another one by their company."""
    if cue.words.startswith("there "):
        return _existing(text, spot, cue, cues)
    if cue.start >= spot.end and cue.kind in UNDONE and NOT.search(text, spot.end, cue.start):
        return UNDONE[cue.kind], f"{cue.side}:not {cue.words}"
    return _of_ambiguous(text, spot, cue) or cue.kind, f"{cue.side}:{cue.words}"


def _of_ambiguous(text: str, spot: Spot, cue: Cue) -> str | None:
    """Of words with two meanings: left, took, hold, admitted, buried."""
    before = text[: cue.start]
    if cue.words in ("holds", "hold", "holding", "held"):
        return _of_holding(before, cue)
    if cue.words in ("deaths of", "death of") and OF_ILLNESS_LATER.match(text, spot.noun.end):
        return "died"
    if cue.words in ("buried", "admitted") or cue.words.endswith("as dead"):
        return _of_the_harmed(text, cue)
    if cue.words.startswith("receiv") and spot.noun.words.endswith("patients"):
        return "assisted"
    return _by_the_doer(before, cue) or _of_those_gone(text, spot, cue)


def _by_the_doer(before: str, cue: Cue) -> str | None:
    """Cold took seven, gunfire hit five: by what did it."""
    if (cue.kind == "killed" or cue.words in TOOK) and cue.side in "OB" and by_illness(before):
        return "died"
    return "injured" if cue.words in HIT and is_hit(before) else None


def _of_those_gone(text: str, spot: Spot, cue: Cue) -> str | None:
    """Of leaving, taking and sending home, by who went and how."""
    before = text[: cue.start]
    sent = cue.kind == "returned" and HOME.search(cue.words)
    if spot.noun.sort == "held" and (sent or cue.words == "reunited"):
        return "freed"  # 24 inmates were sent home
    near = spot.start - cue.end < NEAR
    taken = near and cue.kind != "killed" and cue.words in ("took", "taken", "seized")
    if taken and TAKEN_AWAY.match(text, spot.noun.end):
        return "held" if spot.noun.sort == "people" and not CARRIERS.search(before) else None
    if cue.kind == "departed" and cue.words in LED and PASSIVE.search(before):
        return "moved"
    return "remaining" if cue.words == "left" and _are_left(text, spot, cue) else None


def _of_the_harmed(text: str, cue: Cue) -> str | None:
    if cue.words == "admitted":
        return "assisted" if MEDICAL.search(text) else "arrived"
    return None if VIOLENCE.search(text) else "died"  # in January we buried 86 people


def _of_holding(before: str, cue: Cue) -> str | None:
    if cue.words == "held":
        sited = SITED.search(before) or (HOUSE.search(before) and not ARMED_ANY.search(before))
        return "occupancy" if cue.side == "O" and sited else None
    return "held" if ARMED.search(before) or IT_HOLDS.search(before) else None


def _are_left(text: str, spot: Spot, left: Cue) -> bool:
    return bool(
        THERE.search(text[max(0, spot.start - 30) : spot.start])
        or WERE.search(text[max(0, left.start - 5) : left.start])
    )


def _existing(text: str, spot: Spot, there: Cue, cues: list[Cue]) -> tuple[str | None, str]:
    """There were 100 men and they were taken away: what happened to them comes after."""
    if spot.noun.words == "of us":
        return "occupancy", "there were of us"
    told = TOLD_AFTER.search(text, spot.end)
    for cue in cues if told else ():
        if (
            told
            and told.end() - 8 <= cue.start <= told.end() + 12
            and cue.side in "BS"
            and cue.kind != "occupancy"
        ):
            return cue.kind, f"{cue.side}:{cue.words}"
    if there.words in ("there were", "there was") and not SHELTERING.search(text):
        return None, "there"
    return there.kind, f"{there.side}:{there.words}"
