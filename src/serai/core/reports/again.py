"""Knows a figure told a second time: the same count by somebody else, or another lot of the same."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Iterable

from serai.core.reports.elided import Figure, Seen
from serai.core.reports.measures import Kind

# At least 51 were killed; residents say 64. The UN uses a lower number, 81,000.
SAID_AS = re.compile(
    r"\b(?:says?|said|saying|thinks?|believes?|estimates?|reckons?|claims?|fears?|insists?|counts|counted|talks? of|talked of|speaks? of|spoke of|put(?:s|ting)? (?:it|this|that|them|the (?:number|figure|total|toll|count)|their (?:number|total)) at|"
    r"(?:an?|the) (?:much |far |slightly )?(?:lower|higher|smaller|larger|bigger|different|similar|official|real|true|actual) (?:number|figure|count|total|estimate|toll)(?: of|,| is| was|:)|(?:an?|the|its|their|own) (?:number|figure|count|total|estimate|tally)(?: of|,| is| was|:)|the true (?:number|figure) (?:is|was|may be))"
    r"\s(?:it (?:is|was) |the (?:number|figure|total|toll) (?:is|was) |that )?[\"']?$",
    re.IGNORECASE,
)
# Thinks there are 50,000: only of those who are somewhere.
THERE_ARE = re.compile(r"\bthere (?:are|were|may be|might be|could be)\s$", re.IGNORECASE)
STAYING = frozenset(["remaining", "occupancy", "strength", "held", "displaced", "missing", "need"])
ENDS = re.compile(r"(?:\s(?:in all|in total|altogether|people|or so))?[\"']?\s*(?:[.,;:)\"]|$)")
OTHERS = frozenset(["others", "other people", "more people", "more"])
AND = re.compile(r"[^.;:\d]{0,70},? (?:and|plus|with)\s", re.IGNORECASE)
BY_THEIR_OWN = re.compile(
    r"(?:[^.,;]{0,30}\s(?:from|in|at|near|on|since|during|outside|around|of)\b|\s*[.,;\"]|$)"
)
FEWEST = 2


def again(
    text: str, one: Seen, last: Figure | None, kind: Kind | None, before: Kind | None
) -> Kind | None:
    """The kind of the figure before, where this one only tells it again or adds to it."""
    others = _others_too(text, one, last, kind) if last else None
    return others or _told_again(text, one, [last.kind if last else None, before])


def _told_again(text: str, one: Seen, told: Iterable[Kind | None]) -> Kind | None:
    """The kind of a bare number that is the same count by somebody else; `told` nearest first."""
    people = [kind for kind in told if kind and kind.unit.split("/")[0] in ("person", "family")]
    if not people or one.noun.unit or one.number.low < FEWEST or one.number.share:
        return None
    if not ENDS.match(text, max(one.number.end, one.hedged.end)):
        return None
    if THERE_ARE.search(text, 0, one.hedged.start):
        people = [kind for kind in people if kind.name in STAYING]
    elif not SAID_AS.search(text, 0, one.hedged.start):
        return None
    return Kind(people[0].name, people[0].unit.split("/")[0], "told-again") if people else None


def _others_too(text: str, one: Seen, last: Figure, kind: Kind | None) -> Kind | None:
    """Three of my sons are dead, and 27 others from our street: the word of happening said once."""
    if one.noun.words not in OTHERS or not last.kind.unit.startswith(("person", "family")):
        return None
    untold = kind is None or kind.name in ("occupancy", "strength")
    between = text[last.end : one.hedged.start]
    if not untold or not AND.fullmatch(between) or not BY_THEIR_OWN.match(text, one.noun.end):
        return None
    return Kind(last.kind.name, one.noun.unit, "others-too")
