"""Writes claims for others: one row a claim, in the shape the gold rows have, witnesses masked."""

from typing import Any

from serai.core.reports.reading import Claim

WITNESS = "witness"


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
    """The row without the name of a private witness; officials and organisations keep theirs."""
    made = row(claim)
    if claim.witness and claim.attributed_to and _is_a_name(claim.attributed_to):
        made["attributed_to"] = WITNESS
        made["chain"] = [WITNESS if name == claim.attributed_to else name for name in claim.chain]
        made["quote"] = claim.quote.replace(claim.attributed_to, WITNESS)
    return made


def _is_a_name(words: str) -> bool:
    return words[:1].isupper()
