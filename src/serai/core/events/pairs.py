"""Events of pairs: two records that may be one human being, and what people decided about them."""

from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec

from serai.core.events.body import Body, PostingBody, event, person

Decision = Literal["same", "not", "unsure"]
DECISIONS: tuple[Decision, ...] = ("same", "not", "unsure")
PAIRS_PER_EVENT_MAX = 500
REASONS_MAX = 5
BITS_MAX = 1_000


class Proposed(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """Two records that look alike, how strongly, and why; the reasons are words of the matcher."""

    first: str
    second: str
    bits: Annotated[float, msgspec.Meta(ge=-BITS_MAX, le=BITS_MAX)]
    reasons: Annotated[tuple[str, ...], msgspec.Meta(max_length=REASONS_MAX)] = ()


@event("pairs_proposed")
class PairsProposed(Body, frozen=True, omit_defaults=True, kw_only=True):
    """Records were compared, and these pairs are for a person to look at. It decides nothing."""

    engine: str
    pairs: Annotated[tuple[Proposed, ...], msgspec.Meta(max_length=PAIRS_PER_EVENT_MAX)]

    def subjects(self) -> Iterable[str]:
        return dict.fromkeys(pair(one.first, one.second) for one in self.pairs)


@event("pair_decided")
class PairDecided(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A person decided about two records: the same human being, not, or unsure.

    `same` is one edge between two records, which both stay as they are; another decision, whose
    refs name this one, takes the edge away again.
    """

    first: str
    second: str
    decision: Decision
    note: str = ""

    def subjects(self) -> Iterable[str]:
        return (pair(self.first, self.second), person(self.first), person(self.second))


@event("double_count_reversed")
class DoubleCountReversed(PostingBody, frozen=True, omit_defaults=True, kw_only=True):
    """One human being stood in the books twice: this record goes out, the other one stays."""

    person: str
    kept: str
    cause: str

    def subjects(self) -> Iterable[str]:
        return (person(self.person), person(self.kept), *self.roads())


def pair(first: str, second: str) -> str:
    """The subject key of two records, whichever is named first.

    >>> pair("b", "a") == pair("a", "b")
    True
    """
    return f"pair:{pair_of(first, second)}"


def pair_of(first: str, second: str) -> str:
    """The id of the pair of two records.

    >>> pair_of("b", "a")
    'a|b'
    """
    return "|".join(sorted((first, second)))
