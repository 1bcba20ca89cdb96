"""Who was written down although the books very likely know them: a pair waits for a person.

Nothing is held up by it and nothing is decided: the queue of pairs is one row longer.
"""

from collections.abc import Iterator, Sequence

from serai.core.events import Proposed
from serai.core.people import Person
from serai.journal.store import Author
from serai.registry.known import very_likely
from serai.registry.pairs import propose_pairs
from serai.registry.told import sons_of, told_as_written

ENGINE = "desk"
LOOKED_AT_MAX = 3  # of the books, for each new person
MEMBERS_MAX = 15  # of one registration; more are left to a linkage of the whole registry


def propose_known(members: Sequence[Person], household: str, author: Author) -> int:
    """Puts every new person beside whom they very likely are; answers how many pairs are new."""
    found = [
        pair for one in members[:MEMBERS_MAX] for pair in _very_likely(one, members, household)
    ]
    return propose_pairs(ENGINE, tuple(found), author) if found else 0


def _very_likely(one: Person, members: Sequence[Person], household: str) -> Iterator[Proposed]:
    for known in very_likely(told_as_written(one, sons_of(one, members)), LOOKED_AT_MAX):
        fit = known.comparison
        if known.person.household != household:
            reasons = tuple(reason.text() for reason in fit.reasons)
            yield Proposed(one.person, known.person.id, round(fit.bits, 2), reasons)
