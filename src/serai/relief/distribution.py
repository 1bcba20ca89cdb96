"""The distribution list: every household of a page, and what it is due of each thing now."""

from collections.abc import Sequence

import msgspec

from serai.core import relief
from serai.registry.models import Household
from serai.relief.models import Entitlement
from serai.relief.queries import as_value, granted_to


class ListRow(msgspec.Struct, frozen=True):
    """One household of the list: quantities in the order of the entitlements; 0 was given."""

    household: Household
    quantities: list[int]

    @property
    def anything(self) -> bool:
        """Whether anything is still due."""
        return any(self.quantities)


def list_rows(
    households: Sequence[Household], things: Sequence[Entitlement], at_ms: int
) -> list[ListRow]:
    """The households with what each is still due."""
    values = [as_value(one) for one in things]
    grants = [relief.grant_of(one.entitlement, at_ms, one.period_days) for one in values]
    used = granted_to([one.id for one in households], grants)
    return [
        ListRow(
            one,
            [
                0 if (one.id, due.grant) in used else due.quantity
                for due in relief.due(values, one.size, (), at_ms)
            ],
        )
        for one in households
    ]
