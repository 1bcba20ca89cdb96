"""The distribution list: every household of a page, and what it is due of each thing now."""

from collections.abc import Sequence
from functools import lru_cache

import msgspec
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from serai.core import relief
from serai.registry.models import Household
from serai.relief.models import Entitlement
from serai.relief.queries import as_value, granted_to
from serai.relief.words import name_of
from serai.web.templatetags.serai import number

_GIVEN = (
    '<td class="number" data-label="{}"><span>✓ <span class="visually-hidden">{}</span></span></td>'
)


class ListRow(msgspec.Struct, frozen=True):
    """One household of the list, with what it is due of each thing; 0 was given already."""

    household: Household
    quantities: list[tuple[str, int]]  # name of the thing, how much

    @property
    def cells(self) -> SafeString:
        """The quantities as cells of a table: the same few in hundreds of rows."""
        given = gettext("given")
        return SafeString("".join(_cell(name, much, given) for name, much in self.quantities))


@lru_cache(maxsize=2_000)
def _cell(name: str, much: int, given: str) -> SafeString:
    if much:
        return format_html('<td class="number" data-label="{}">{}</td>', name, number(much))
    return format_html(_GIVEN, name, given)


def list_rows(
    households: Sequence[Household], things: Sequence[Entitlement], at_ms: int
) -> list[ListRow]:
    """The households with what each is still due."""
    values = [as_value(one) for one in things]
    grants = [relief.grant_of(one.entitlement, at_ms, one.period_days) for one in values]
    used = granted_to([one.id for one in households], grants)
    return [
        ListRow(
            household,
            [
                (name_of(thing), 0 if (household.id, one.grant) in used else one.quantity)
                for thing, one in zip(
                    things, relief.due(values, household.size, (), at_ms), strict=True
                )
            ],
        )
        for household in households
    ]
