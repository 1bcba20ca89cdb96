"""Reads the dangers a report names for people and roads: mines, strikes, shelling, attacks."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Iterator

from serai.core.reports.dates import Phrase
from serai.core.reports.hedges import certainty
from serai.core.reports.places import Mention
from serai.core.reports.reading import Hazard, Meta
from serai.core.reports.sentences import Sentence
from serai.core.reports.speakers import Speaker

HAZARDS: tuple[tuple[str, str], ...] = (
    ("suicide car bomb", r"suicide (?:car|truck|vehicle)(?: bomb\w*)?|car bomb\w*|truck bomb\w*|vehicle-borne (?:ied|improvised)\w*|svbieds?|vbieds?"),
    ("suicide attack", r"suicide (?:bomb\w*|attack\w*|vest\w*)"),
    ("land mines", r"(?:land)?mines\b|landmine\w*|minefields?|mined roads?"),
    ("IEDs", r"\bieds?\b|improvised explosive\w*|roadside bomb\w*|booby[- ]?trap\w*"),
    ("unexploded ordnance", r"unexploded (?:ordnance|bombs?|shells?)|\buxos?\b|explosive remnants|cluster (?:bombs?|munitions?)"),
    ("planted explosives", r"planted explosives?|rigged with explosives?|explosives"),
    ("air strike", r"air ?-?strikes?|air raids?|aerial bombard\w*|barrel bombs?|bombed from the air|drone strikes?|warplanes?"),
    ("shelling", r"shell(?:ing|ed)|mortar (?:fire|rounds?|strikes?|attacks?)|artillery|rocket (?:fire|attacks?|barrages?)|bombardment|missile (?:strikes?|attacks?)|pounded"),
    ("ground fighting", r"clash(?:es|ed)|fierce fighting|heavy fighting|fighting|gunfire|sniper\w*|ground assault|offensive|ambush\w*"),
    ("attack", r"terror attack|attack(?:s|ed)? (?:on|against|by)|gunmen (?:attacked|stormed)|explosion|blast"),
    ("checkpoint", r"checkpoints?|roadblocks?"),
    ("road cut", r"(?:road|bridge|highway|crossing)s? (?:is|are|was|were|has been|have been|remains?) (?:\w+ )?(?:cut|closed|blocked|destroyed|impassable|washed away|damaged)|impassable"),
    ("flood", r"flash floods?|floodwaters?|floods?\b|landslides?|mudslides?"),
)  # fmt: skip
_each = tuple((name, re.compile(rf"\b(?:{words})", re.IGNORECASE)) for name, words in HAZARDS)
ANY = re.compile("|".join(rf"\b(?:{words})" for _, words in HAZARDS), re.IGNORECASE)
PAST_TALK = re.compile(
    r"\b(?:no|without|denied|fear of|threat of|feared)\s+(?:\w+\s)?$", re.IGNORECASE
)
REACH = 60


def hazards_in(
    text: str,
    sentence: Sentence,
    places: list[Mention],
    dates: list[Phrase],
    speakers: list[Speaker],
    meta: Meta,
    fallback: str | None,
) -> list[Hazard]:
    """The hazards one sentence names, each with the clause that says it."""
    found: list[Hazard] = []
    for name, start, end in _spans(sentence.text):
        place = min(places, key=lambda mention: abs(mention.start - start), default=None)
        day = next((phrase for phrase in dates if not phrase.said), None)
        first, last = sentence.start + start, sentence.start + end
        found.append(
            Hazard(
                meta.id, first, last, text[first:last], name,
                place.name if place else fallback,
                day.first if day else None, day.last if day else None,
                speakers[0].name if speakers else None,
                certainty(sentence.text, ""),
            )
        )  # fmt: skip
    return found


def _spans(words: str) -> Iterator[tuple[str, int, int]]:
    """Each hazard once a sentence, with the words of its clause around it."""
    if not ANY.search(words):
        return
    taken: list[tuple[int, int]] = []
    for name, pattern in _each:
        match = pattern.search(words)
        if not match or PAST_TALK.search(words[: match.start()]):
            continue
        if any(start <= match.start() < end for start, end in taken):
            continue
        taken.append((match.start(), match.end()))
        start, end = _clause(words, match.start(), match.end())
        yield name, start, end


def _clause(words: str, start: int, end: int) -> tuple[int, int]:
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
