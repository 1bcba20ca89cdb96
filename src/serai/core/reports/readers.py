"""The one shape every reader has, and the gate every claim of a plug-in reader passes."""

from typing import Protocol

import msgspec

from serai.core.reports.citation import faults
from serai.core.reports.reading import Claim, Meta, Reading


class Reader(Protocol):
    """A grammar, a parser or a local model: text and what is known of it in, a reading out."""

    name: str
    version: str

    def read(self, text: str, meta: Meta) -> Reading:
        """Reads one report."""
        ...


class Admitted(msgspec.Struct, frozen=True):
    """What became of a plug-in's claims: taken, sent to a person, or refused with the reason."""

    taken: tuple[Claim, ...]
    to_review: tuple[Claim, ...]
    refused: tuple[tuple[Claim, str], ...]


def admitted(offered: Reading, grammar: Reading) -> Admitted:
    """Takes what the grammar agrees with; what it reads otherwise goes to a person.

    A claim whose words or numbers are not in the text is refused; so is one whose speaker or
    place the text never names.
    """
    taken: list[Claim] = []
    to_review: list[Claim] = []
    refused: list[tuple[Claim, str]] = []
    for claim in offered.claims:
        why = faults(grammar.text, claim) + _strangers(grammar.text, claim)
        if why:
            refused.append((claim, why[0]))
        elif any(_agree(claim, own) for own in grammar.claims):
            taken.append(claim)
        else:
            to_review.append(claim)
    return Admitted(tuple(taken), tuple(to_review), tuple(refused))


def _strangers(text: str, claim: Claim) -> list[str]:
    lowered = text.casefold()
    names = (claim.attributed_to, claim.place, claim.place_from)
    return [
        f"the text never names {name}" for name in names if name and name.casefold() not in lowered
    ]


def _agree(claim: Claim, own: Claim) -> bool:
    overlap = claim.start < own.end and own.start < claim.end
    same = (claim.low, claim.high, claim.kind) == (own.low, own.high, own.kind)
    return (
        overlap and same and claim.place == own.place and claim.attributed_to == own.attributed_to
    )
