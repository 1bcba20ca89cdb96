"""Families beside each other: whoever is told together with others is found together with them.

Two members of a family that fit two of one household lift both. What the household shares cannot
tell a brother from a brother, so that the lift counts against strangers alone.
"""

from collections.abc import Iterable, Sequence

from serai.core.matching import weights
from serai.core.matching.scoring import Fit, Scorer
from serai.core.matching.told import Told


def another_is_there(scorer: Scorer, others: Sequence[Told], members: Iterable[Told]) -> bool:
    """Whether one of the others of a family is among the members of a household.

    Their given names, sexes and ages have to agree: fathers' names all of a household share.
    """
    return any(
        scorer.fit(one, member).kin >= weights.MEMBER_FITS for member in members for one in others
    )


def lifted(fit: Fit) -> Fit:
    """A fit that another member of the family speaks for.

    >>> from serai.core.matching.scoring import NO_CHAIN
    >>> lifted(Fit(-1.0, -1.0, 5.0, NO_CHAIN, 0, 0, 0, 0, 0)).bits
    3.0
    >>> lifted(Fit(-9.0, 2.0, -9.0, NO_CHAIN, 0, 0, 0, 0, 0)).bits  # a brother stays one
    -9.0
    """
    stranger = fit.stranger + weights.FAMILY_LIFT
    return fit._replace(stranger=stranger, bits=min(stranger, fit.kin), family=weights.FAMILY_LIFT)
