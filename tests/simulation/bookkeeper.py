"""Keeps the books of a told operation by hand: what every test of its figures leans on."""

from collections import Counter

from serai.core.ledger import NAMED, faults, split_account
from serai.core.places import is_outside


def check_books(drafts):
    """Replays every leg: faultless, never below zero, everybody named in one place only."""
    balance, stands = Counter(), {}
    for draft in drafts:
        legs = draft.body.posting()
        assert faults(legs) == [], draft
        for leg in legs:
            balance[leg.source] -= leg.count
            balance[leg.target] += leg.count
            assert is_outside(split_account(leg.source)[0]) or balance[leg.source] >= 0, draft
            source, target = split_account(leg.source), split_account(leg.target)
            for person in leg.people:
                before = stands.get(person)
                assert before == (
                    source[0] if source[1] == NAMED and source[0] != "birth" else None
                )
                if target[1] == NAMED:
                    stands[person] = target[0]
    assert sum(balance.values()) == 0
    return balance, stands
