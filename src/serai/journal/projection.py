"""How events become rows: every projected table is a function of the set of events.

Four kinds of projection are enough, and none of them can depend on the order of delivery:

* `Derived`: the rows about one subject are a pure function of all events about it.
* `Summed`: a row is a sum over events, and sums do not mind the order.
* `Listed`: every event adds its own rows, which never change.
* `Projection`: the base, for the one table that compares two others (headcounts).

A batch may be one new event or the whole journal; both give the same bytes.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar

import msgspec
from django.db.models import Model

from serai.core.events import KINDS, Body
from serai.journal import rows as table
from serai.journal.recorded import Recorded

Row = Mapping[str, Any]
_TEXT = msgspec.json.Encoder(order="deterministic")


def as_json(value: Any) -> str:
    """A value as JSON text, the same bytes wherever it is made."""
    return _TEXT.encode(value).decode()


class Batch:
    """Events to project together. `complete` says they are the whole journal, tables empty."""

    def __init__(
        self,
        events: Sequence[Recorded],
        complete: bool,
        history: Callable[[Iterable[str]], dict[str, list[Recorded]]],
    ) -> None:
        self.events = events
        self.complete = complete
        self._load = history
        self._loaded: dict[str, list[Recorded]] = {}

    @cached_property
    def by_subject(self) -> dict[str, dict[str, list[Recorded]]]:
        """The batch's events by prefix and subject, in order of display."""
        found: dict[str, dict[str, list[Recorded]]] = defaultdict(lambda: defaultdict(list))
        for event in in_order(self.events):
            for subject in event.body.subjects():
                found[subject.partition(":")[0]][subject].append(event)
        return found

    def about(self, prefix: str, kinds: frozenset[type[Body]]) -> dict[str, list[Recorded]]:
        """Every subject that an event of these kinds here touches, with all its such events."""
        touched = _only(kinds, self.by_subject.get(prefix, {}))
        if self.complete:
            return touched
        missing = [subject for subject in touched if subject not in self._loaded]
        if missing:
            self._loaded.update(self._load(missing))
        return _only(kinds, {subject: self._loaded[subject] for subject in touched})


class Projection:
    """Something that writes projected tables from a batch of events."""

    models: tuple[type[Model], ...] = ()

    def apply(self, batch: Batch) -> None:
        """Brings the tables up to date with the batch."""
        raise NotImplementedError


class _OneModel(Projection):
    model: ClassVar[type[Model]]
    reads: ClassVar[tuple[type[Body], ...]]

    @property
    def models(self) -> tuple[type[Model], ...]:  # type: ignore[override]
        return (self.model,)

    @cached_property
    def kinds(self) -> frozenset[type[Body]]:
        """Every registered body class that `reads` names, directly or as a base class."""
        return frozenset(body for body in KINDS.values() if issubclass(body, self.reads))


class Derived(_OneModel):
    """Rows that are a pure function of all events about one subject, in order of display."""

    prefix: ClassVar[str]
    slot: ClassVar[str] = ""  # keeps rows of several projections apart in one table

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The rows about `prefix:identity`; every column except `subject`."""
        raise NotImplementedError

    def apply(self, batch: Batch) -> None:
        """Derives the rows of every touched subject anew."""
        about = batch.about(self.prefix, self.kinds)
        if not about:
            return
        if not batch.complete:
            table.delete(self.model, [self._stored(subject) for subject in about])
        start = len(self.prefix) + 1
        table.insert(
            self.model,
            (
                {"subject": self._stored(subject), **row}
                for subject, events in about.items()
                for row in self.rows(subject[start:], events)
            ),
        )

    def _stored(self, subject: str) -> str:
        return f"{self.slot}|{subject}" if self.slot else subject


class Summed(_OneModel):
    """Rows that are sums over events. `sums` names the columns that add up."""

    sums: ClassVar[tuple[str, ...]]

    def terms(self, event: Recorded) -> Iterable[Row]:
        """What this event adds: rows with every column, the `sums` columns as differences."""
        raise NotImplementedError

    def apply(self, batch: Batch) -> None:
        """Adds the batch's terms, merged by primary key first."""
        key = self.model._meta.pk.attname
        total: dict[Any, dict[str, Any]] = {}
        for event in batch.events:
            if type(event.body) not in self.kinds:
                continue
            for term in self.terms(event):
                held = total.get(term[key])
                if held is None:
                    total[term[key]] = dict(term)
                    continue
                for column in self.sums:
                    held[column] += term[column]
        table.add(self.model, self.sums, total.values())


class Listed(_OneModel):
    """Rows that each event adds by itself and that never change."""

    def rows_of(self, event: Recorded) -> Iterable[Row]:
        """The rows of one event; every column, `subject` included."""
        raise NotImplementedError

    def apply(self, batch: Batch) -> None:
        """Adds the rows of the batch's events."""
        events = (event for event in batch.events if type(event.body) in self.kinds)
        table.insert(self.model, (row for event in events for row in self.rows_of(event)))


def in_order(events: Iterable[Recorded]) -> list[Recorded]:
    """Events in order of display: by clock, then by station, so that equal clocks never tie."""
    return sorted(events, key=lambda event: event.order)


def _only(
    kinds: frozenset[type[Body]], about: Mapping[str, list[Recorded]]
) -> dict[str, list[Recorded]]:
    found = {}
    for subject, events in about.items():
        read = [event for event in events if type(event.body) in kinds]
        if read:
            found[subject] = read
    return found
