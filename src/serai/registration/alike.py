"""Who was written down although the books very likely know them: a pair waits for a person.

Nothing is held up by it and nothing is decided: the queue of pairs is one row longer.
"""

from collections.abc import Sequence

from serai.core.people import Person
from serai.journal.store import Author
from serai.registry.known import very_likely
from serai.registry.pairs import propose_pairs
from serai.registry.taking_in import proposed
from serai.registry.told import number_of, sons_of, told_as_written

ENGINE = "desk"
LOOKED_AT_MAX = 3  # of the books, for each new person
MEMBERS_MAX = 15  # of one registration; more are left to a linkage of the whole registry


def propose_known(members: Sequence[Person], household: str, author: Author) -> int:
    """Puts every new person beside whom they very likely are; answers how many pairs are new."""
    looked_for = members[:MEMBERS_MAX]
    told = [told_as_written(one, sons_of(one, members)) for one in looked_for]
    themselves = {number_of(one.person) for one in members}
    likely = very_likely(told, LOOKED_AT_MAX, themselves)
    found = tuple(
        proposed(one.person, known)
        for one, some in zip(looked_for, likely, strict=True)
        for known in some
        if known.person.household != household
    )
    return propose_pairs(ENGINE, found, author) if found else 0
