"""The words of a report with its figures marked, cut so that a template can print them safely."""

import re
from collections.abc import Sequence

import msgspec

from serai.situation.models import Claim

AROUND = 260  # letters shown on either side when a sentence has no end in sight
_END_BEFORE = re.compile(r"(?:[.!?؟…][\"'”’)\]]*\s+|\n)(?=\S)")
_END_AFTER = re.compile(r"[.!?؟…][\"'”’)\]]*(?=\s|$)|\n")


class Piece(msgspec.Struct, frozen=True):
    """Some words of a report; `claims` are the figures that stand in them."""

    text: str
    claims: tuple[Claim, ...] = ()


class Sentence(msgspec.Struct, frozen=True):
    """A figure in the sentence it came from."""

    before: str
    quote: str
    after: str


def pieces(text: str, claims: Sequence[Claim]) -> list[Piece]:
    """The whole text; figures that overlap share one mark."""
    found: list[Piece] = []
    at = 0
    for start, end, inside in _spans(text, claims):
        found.append(Piece(text[at:start]))
        found.append(Piece(text[start:end], tuple(inside)))
        at = end
    return [*found, Piece(text[at:])]


def sentence(text: str, claim: Claim) -> Sentence:
    """The figure with the sentence around it."""
    start, end = _span(text, claim)
    ahead = text[max(0, start - AROUND) : start]
    breaks = [found.end() for found in _END_BEFORE.finditer(ahead)]
    behind = text[end : end + AROUND]
    stop = _END_AFTER.search(behind)
    return Sentence(
        before=ahead[breaks[-1] :] if breaks else _whole_words(ahead, start > AROUND),
        quote=text[start:end] or claim.quote,
        after=behind[: stop.end()] if stop else behind,
    )


def _spans(text: str, claims: Sequence[Claim]) -> list[tuple[int, int, list[Claim]]]:
    found: list[tuple[int, int, list[Claim]]] = []
    for claim in sorted(claims, key=lambda one: (one.start, one.end)):
        start, end = _span(text, claim)
        if start == end:
            continue
        if found and start < found[-1][1]:
            first, last, inside = found.pop()
            found.append((first, max(last, end), [*inside, claim]))
        else:
            found.append((start, end, [claim]))
    return found


def _span(text: str, claim: Claim) -> tuple[int, int]:
    """The span of the claim; another station may have written one that the text does not have."""
    start = min(max(0, claim.start), len(text))
    return start, min(max(start, claim.end), len(text))


def _whole_words(ahead: str, cut: bool) -> str:
    return "… " + ahead.partition(" ")[2] if cut else ahead
