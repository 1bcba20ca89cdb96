"""Rows that follow from rows of other projected tables, so that a page need not count them.

Two kinds, and like the tables they follow from neither depends on the order of delivery:

* `Gathered`: the rows of one group are asked anew by one statement when a row of it changes.
* `Tallied`: a row holds sums over a group; what a changed row adds or takes is added or taken.

Both come after the projections they follow from.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import itemgetter
from typing import Any, ClassVar

from django.db.models import Model

from serai.journal import rows as table
from serai.journal import sql
from serai.journal.projection import Batch, Projection

Numbers = tuple[int, ...]


class Gathered(Projection):
    """Rows of one table, a group at a time, from a statement over other projected tables.

    `model.about` names the column with the group. `sources` says which tables the statement reads:
    where each names the group, and which columns matter. `statement` answers the columns of the
    model in their order and holds `{groups}`, which stands for nothing or for ` AND … IN (…)` on
    `group`.
    """

    model: ClassVar[type[Model]]
    sources: ClassVar[Mapping[type[Model], tuple[str, tuple[str, ...]]]]
    statement: ClassVar[str]
    group: ClassVar[str]

    @property
    def models(self) -> tuple[type[Model], ...]:  # type: ignore[override]
        return (self.model,)

    def apply(self, batch: Batch) -> None:
        """Asks the touched groups anew; all of them when the batch is the whole journal."""
        shape = table.shape_of(self.model)
        if batch.complete:
            names = ", ".join(f'"{column}"' for column in shape.columns)
            everything = self.statement.format(groups="")
            sql.run(f'INSERT INTO "{shape.table}" ({names}) {everything}')
            return
        if self.sources.keys().isdisjoint(batch.changes):
            return
        touched = list(self._touched(batch))
        for start in range(0, len(touched), table.KEYS_A_STATEMENT):
            groups = touched[start : start + table.KEYS_A_STATEMENT]
            fresh = self._asked(groups, shape.columns)
            batch.changes[self.model].extend(table.renew(self.model, groups, fresh))

    def _asked(self, groups: list[str], columns: tuple[str, ...]) -> Iterable[table.About]:
        keys = sql.padded(groups)
        chosen = f" AND {self.group} IN ({sql.marks(len(keys))})"
        for row in sql.every(self.statement.format(groups=chosen), keys):
            yield "", dict(zip(columns, row, strict=True))

    def _touched(self, batch: Batch) -> Iterable[str]:
        found: dict[str, None] = {}
        for source, (group, watched) in self._places.items():
            for before, after in batch.changes.get(source, ()):
                if before is None or after is None or watched(before) != watched(after):
                    found.update((row[group], None) for row in (before, after) if row)
        return found

    @cached_property
    def _places(self) -> dict[type[Model], tuple[int, Any]]:
        """Where the sources' rows hold the group and what matters."""
        found = {}
        for source, (group, columns) in self.sources.items():
            held = table.shape_of(source).columns
            watched = itemgetter(held.index(group), *(held.index(one) for one in columns))
            found[source] = (held.index(group), watched)
        return found


class Tallied(Projection):
    """Sums over the rows of one projected table; a group of no rows has no row.

    `sums` names the columns that add up; the first of them counts the rows.
    """

    model: ClassVar[type[Model]]
    source: ClassVar[type[Model]]
    sums: ClassVar[tuple[str, ...]]

    def terms(self, row: table.Row) -> tuple[table.Row, Numbers]:
        """The group of a source row (every other column of the model), and what it adds."""
        raise NotImplementedError

    @property
    def models(self) -> tuple[type[Model], ...]:  # type: ignore[override]
        return (self.model,)

    def apply(self, batch: Batch) -> None:
        """Adds what came and takes what went."""
        total: dict[Any, tuple[table.Row, list[int]]] = {}
        if not batch.complete and self.source not in batch.changes:
            return
        if batch.complete:
            for held in table.rows_of(self.source):
                self._add(total, held, 1)
        for before, after in batch.changes.get(self.source, ()):
            self._add(total, before, -1)
            self._add(total, after, 1)
        changed = [(group, added) for group, added in total.values() if any(added)]
        table.add(
            self.model,
            self.sums,
            ({**group, **dict(zip(self.sums, added, strict=True))} for group, added in changed),
        )
        if any(added[0] < 0 for _, added in changed):
            table.remove_where_zero(self.model, self.sums[0])

    def _add(self, total: dict[Any, tuple[table.Row, list[int]]], values: Any, sign: int) -> None:
        if values is None:
            return
        group, numbers = self.terms(dict(zip(self._columns, values, strict=True)))
        key = group[self.model._meta.pk.attname]
        added = total.setdefault(key, (group, [0] * len(self.sums)))[1]
        for place, number in enumerate(numbers):
            added[place] += sign * number

    @cached_property
    def _columns(self) -> tuple[str, ...]:
        return table.shape_of(self.source).columns
