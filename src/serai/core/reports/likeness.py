"""Says what a figure most likely counts, by all the words around it, where no grammar knows.

An unknown verb seldom comes alone: militia, village and dozens tell of the killed, coupons and
distribution of the helped. Each word weighs for some kinds and against others; the weights stand
in a file that `tools/learn_likeness.py` learns from our own texts. Such a figure is only possible.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from serai.core.reports.elided import Seen
from serai.core.reports.kinds import RATED
from serai.core.reports.measures import Kind, rate_of
from serai.core.reports.spots import Spot

FILE = "likeness.tsv"
NONE = "none"  # a number that counts nobody
SURE = 0.3  # share of all likeness from which a kind is said at all
TENTH = 10.0  # weights stand in the file as whole tenths
COUNTED = ("person", "family", "")
BEFORE, AFTER = 8, 10  # words of the figure's own clause that weigh by their side
NEXT = 2  # words on either side that weigh by their exact form too
WORD = re.compile(r"[a-z][a-z'-]+")
CLAUSES = re.compile(r"[;:]|, (?:and|but|while) ")
UNDONE = re.compile(r"[^,;.]{0,24}\b(?:not|never|nor)\b|[^,;.]{0,24}n't\b")  # 300 have not returned
UNPARTED = re.compile(r"\d{5,}")
FEWEST_WORDS = 3  # of a sentence that says anything
ENDINGS = ("ing", "ied", "ies", "ed", "es", "s", "e")
STEM, SHORTEST = 7, 3  # letters that are left of a word
_small = (
    "the a an of and in to at on for by with from their its his her that which who this these"
    " those it they he she as"
)
SMALL_WORDS = frozenset(_small.split())


def likely(text: str, one: Seen, last: Kind | None, before: Kind | None) -> Kind | None:
    """The likeliest kind of a figure of people; `last` and `before` are of the figures before."""
    if one.noun.unit not in COUNTED or UNDONE.match(text, max(one.noun.end, one.number.end)):
        return None
    if len(WORD.findall(text.lower())) < FEWEST_WORDS or _is_a_code(text, one):
        return None
    shares = shares_of(signs(text, one, last.name if last else "", before.name if before else ""))
    name = max(shares, key=lambda kind: shares[kind])
    if name == NONE or shares[name] < SURE:
        return None
    unit = one.noun.unit or "person"
    end = max(one.hedged.end, one.number.end)
    spot = Spot(one.hedged.start, end, one.noun, one.number.low)
    rate = rate_of(text, spot) if name in RATED else None
    return Kind(name, f"{unit}/{rate}" if rate else unit, "likely")


def _is_a_code(text: str, one: Seen) -> bool:
    """A long number without commas and without a noun: a telephone's, not a crowd's."""
    return not one.noun.unit and bool(UNPARTED.fullmatch(text, one.number.start, one.number.end))


def signs(text: str, one: Seen, last: str, before: str) -> Iterator[str]:
    """What weighs for a figure: words by their side, its noun and size, the figures before."""
    left = WORD.findall(CLAUSES.split(text[: one.hedged.start].lower())[-1])[-BEFORE:]
    right = CLAUSES.split(text[max(one.noun.end, one.number.end) :].lower())[0]
    for side, words in (("L", left[::-1]), ("R", WORD.findall(right)[:AFTER])):
        yield from (side + stem(word) for word in words)
        yield from (f"{side}{at}{word}" for at, word in enumerate(words[:NEXT]))
    yield from ("W" + stem(one) for one in set(WORD.findall(text.lower())) - SMALL_WORDS)
    yield from ("n" + stem(word) for word in WORD.findall(one.noun.words.lower()))
    yield from ("N" + one.noun.sort, "U" + one.noun.unit, "P" + last, "B" + before)
    yield f"M{len(str(int(one.number.low)))}"


def stem(word: str) -> str:
    """The beginning of a word without its ending.

    >>> stem("fleeing"), stem("crossed")
    ('flee', 'cross')
    """
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)][:STEM]
    return word[:STEM]


def shares_of(found: Iterator[str]) -> dict[str, float]:
    """How likely each kind is, all together one."""
    table = _weights()
    sums = dict(table[""])
    for sign in set(found):
        for kind, weight in table.get(sign, {}).items():
            sums[kind] += weight
    shares = {kind: 2.718281828 ** (weight / TENTH) for kind, weight in sums.items()}
    whole = sum(shares.values())
    return {kind: share / whole for kind, share in shares.items()}


@cache
def _weights() -> dict[str, dict[str, int]]:
    """The weights of every sign; those of no sign are what each kind begins with."""
    lines = files(__package__).joinpath(FILE).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {
        row[0]: {kind: int(weight) for kind, _, weight in (one.partition(" ") for one in row[1:])}
        for row in rows
    }
