"""The one shape every reader has, and the gate every claim of a plug-in reader passes."""

from typing import Protocol

import msgspec

from serai.core.gazetteer import find
from serai.core.reports.citation import faults
from serai.core.reports.reading import CONTEXT_KINDS, CORE_KINDS, Claim, Meta, Reading
from serai.core.reports.speakers import OFFICES, ORG_WORD

KINDS = CORE_KINDS | CONTEXT_KINDS
HEDGES = frozenset(
    ("exact", "about", "nearly", "over", "atleast", "upto", "under", "range", "vague")
)
CERTAINTIES = frozenset(("stated", "estimate", "reported", "possible", "expected"))
REVIEW = "review:"
SHORT = 60  # letters of a stranger's words that a sentence repeats


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
    place the text never names. A claim to review says by its rules in what it differs.
    """
    taken: list[Claim] = []
    to_review: list[Claim] = []
    refused: list[tuple[Claim, str]] = []
    for claim in offered.claims:
        why = _strange_words(claim) + faults(grammar.text, claim) + _strangers(grammar.text, claim)
        if why:
            refused.append((claim, why[0]))
            continue
        differences = _differences(claim, grammar)
        if differences:
            rules = (*claim.rules, *(REVIEW + what for what in differences))
            to_review.append(msgspec.structs.replace(claim, rules=rules))
        else:
            taken.append(claim)
    return Admitted(tuple(taken), tuple(to_review), tuple(refused))


def checked(offered: Reading, grammar: Reading) -> Reading:
    """The plug-in's reading with only what passed the gate; it says what was refused and why."""
    answer = admitted(offered, grammar)
    said = [f"refused “{_short(claim.quote)}”: {why}" for claim, why in answer.refused]
    if answer.to_review:
        said.append(f"{len(answer.to_review)} claims differ from the grammar and wait for a person")
    every = [_with_privacy(claim) for claim in (*answer.taken, *answer.to_review)]
    kept = sorted(every, key=lambda claim: claim.start)
    return msgspec.structs.replace(
        grammar, claims=tuple(kept), problems=(*grammar.problems, *offered.problems, *said)
    )


def for_review(claim: Claim) -> tuple[str, ...]:
    """In what a plug-in's claim differs from the grammar: kind, place, speaker, or unread there."""
    return tuple(rule.removeprefix(REVIEW) for rule in claim.rules if rule.startswith(REVIEW))


def _with_privacy(claim: Claim) -> Claim:
    """A speaker who is no organisation and holds no office is a private person."""
    who = claim.attributed_to or ""
    public = bool(ORG_WORD.search(who) or OFFICES.search(who))
    return msgspec.structs.replace(claim, witness=bool(who) and not public)


def _strange_words(claim: Claim) -> list[str]:
    """Words of the format that a reader made up."""
    found = []
    if claim.kind not in KINDS:
        found.append(f"there is no kind {_short(claim.kind)}")
    if claim.hedge not in HEDGES:
        found.append(f"there is no hedge {_short(claim.hedge)}")
    if claim.certainty not in CERTAINTIES:
        found.append(f"there is no certainty {_short(claim.certainty)}")
    return found


def _strangers(text: str, claim: Claim) -> list[str]:
    lowered = text.casefold()
    names = (claim.attributed_to, claim.place, claim.place_from)
    return [
        f"the text never names {_short(name)}"
        for name in names
        if name and name.casefold() not in lowered
    ]


def _differences(claim: Claim, grammar: Reading) -> list[str]:
    """In what no claim of the grammar over the same words agrees."""
    same = [
        own
        for own in grammar.claims
        if claim.start < own.end
        and own.start < claim.end
        and (claim.low, claim.high) == (own.low, own.high)
    ]
    if not same:
        return ["unread"]
    found = [_between(claim, own) for own in same]
    return min(found, key=len)


def _between(claim: Claim, own: Claim) -> list[str]:
    differences = []
    if claim.kind != own.kind:
        differences.append("kind")
    if not _same_place(claim.place, own.place):
        differences.append("place")
    if (claim.attributed_to or "").casefold() != (own.attributed_to or "").casefold():
        differences.append("speaker")
    return differences


def _same_place(one: str | None, other: str | None) -> bool:
    if (one or "").casefold() == (other or "").casefold():
        return True
    first, second = find(one or ""), find(other or "")
    return bool(first and second and first.id == second.id)


def _short(words: str) -> str:
    return words if len(words) <= SHORT else words[: SHORT - 1] + "…"
