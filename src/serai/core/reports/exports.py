"""Writes claims for others: one row a claim, in the shape the gold rows have, witnesses masked."""

import re
from collections.abc import Collection
from typing import Any

from serai.core.gazetteer import find
from serai.core.reports.arabic_letters import ARABIC
from serai.core.reports.reading import Claim, Hazard

WITNESS = "witness"
LETTERS_MIN = 3
LEADING = re.compile(r"^(?:(?:the|a|an|who|who is|and|one)\s)+|,$", re.IGNORECASE)
# Two capitalised words may be the rest of a name; an acronym is none.
A_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’À-ɏ.-]*|(?:al|el|bin|bint|ibn|abu|umm?|de|van|von)\b-?\S*)(?:[\s,]+(?:[A-ZÀ-Þ][\w'’À-ɏ.-]*|(?:al|el|bin|bint|ibn|abu|umm?|de|van|von)\b-?\S*))*$"
)
NAMED = re.compile(r"\b[A-Z][a-z'-]+(?:\s[A-Z][a-z'-]+)+|^[A-Z][a-z'-]+$")


def row(claim: Claim) -> dict[str, Any]:
    """A claim as one row of JSON Lines."""
    return {
        "doc": claim.doc,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "low": claim.low,
        "high": claim.high,
        "unit": claim.unit,
        "kind": claim.kind,
        "what": claim.what,
        "attributed_to": claim.attributed_to,
        "place": claim.place,
        "place_from": claim.place_from,
        "date_from": claim.date_from.isoformat() if claim.date_from else None,
        "date_to": claim.date_to.isoformat() if claim.date_to else None,
        "hedge": claim.hedge,
        "certainty": claim.certainty,
        "group": claim.group,
        "factors": list(claim.factors) or None,
        "product": claim.product,
        "repeats": [list(span) for span in claim.repeats] or None,
        "chain": list(claim.chain),
        "rules": list(claim.rules),
    }


def masked_row(claim: Claim) -> dict[str, Any]:
    """The row without the name of a private witness; officials and organisations keep theirs.

    What the report calls the witness takes the place of the name: a nurse, a mother of three.
    """
    made = row(claim)
    if claim.witness and claim.attributed_to and _is_a_name(claim.attributed_to):
        shown = claim.described or WITNESS
        made["attributed_to"] = shown
        made["chain"] = [shown if name == claim.attributed_to else name for name in claim.chain]
        made["quote"] = _without(claim.quote, claim.attributed_to)
    return made


def masked_hazard(hazard: Hazard, witnesses: Collection[str]) -> dict[str, Any]:
    """A danger as a row, without the name of a witness of the same report."""
    made = {name: getattr(hazard, name) for name in hazard.__struct_fields__}
    if hazard.attributed_to in witnesses:
        made["attributed_to"] = WITNESS
        made["quote"] = _without(hazard.quote, hazard.attributed_to or "")
    return made


def described(words: str, name: str) -> str:
    """What a speaker's words say beside the name.

    >>> described("Farida, a mother of three", "Farida"), described("AP reporter Omar", "Omar")
    ('mother of three', 'AP reporter')
    """
    rest = LEADING.sub("", words.replace(name, " ").strip(" ,"))
    rest = " ".join(rest.split())
    return rest if len(rest) > LETTERS_MIN and not NAMED.search(rest) else ""


def _without(quote: str, name: str) -> str:
    for part in (name, *name.split()):
        if len(part) > 2 and part[0].isupper():
            quote = quote.replace(part, WITNESS)
    return quote


def _is_a_name(words: str) -> bool:
    """A person's name: "Local volunteers", "Damascus" and "U.N." name nobody."""
    named = A_NAME.match(words) and not words.isupper() and not find(words)
    return bool(ARABIC.match(words)) or bool(named)
