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
from itertools import chain
from operator import attrgetter
from typing import Any, ClassVar

import msgspec
from django.db.models import Model

from serai.core.events import Body, kinds_of
from serai.journal import rows as table
from serai.journal.recorded import Recorded

Row = table.Row
Term = tuple[tuple[Any, ...], tuple[int, ...]]  # a group, and what is added to it
About = dict[str, list[Recorded]]
Beside = tuple[str, Recorded]  # a subject and an event about it
Asked = Mapping[str, frozenset[type[Body]]]  # prefix of subjects, kinds of events
FEW = 3  # putting parts in order takes so many times as long as passing over the others
_TEXT = msgspec.json.Encoder(order="deterministic")
_BY_ORDER = attrgetter("order")
_NONE: frozenset[type[Body]] = frozenset()


def as_json(value: Any) -> str:
    """A value as JSON text, the same bytes wherever it is made."""
    return _TEXT.encode(value).decode()


class Batch:
    """Events to project together. `complete` says they are the whole journal, tables empty.

    `history` answers all events about subjects; `asked` says of which kinds, by their prefixes.
    """

    def __init__(
        self,
        events: Sequence[Recorded],
        complete: bool,
        history: Callable[[Iterable[str], Sequence[Recorded], frozenset[type[Body]]], About],
        asked: Asked,
    ) -> None:
        self.events = events
        self.complete = complete
        self._load = history
        self._asked = asked
        self._found: dict[tuple[str, frozenset[type[Body]], frozenset[type[Body]]], About] = {}
        self._news = frozenset(event.local for event in events)
        self._touching = _by_prefix(events)
        self._parts: dict[str, dict[type[Body], list[Beside]]] = {}
        self._of_kind: dict[type[Body], list[Recorded]] = defaultdict(list)
        for event in events:
            self._of_kind[type(event.body)].append(event)
        self._history: About | None = None
        # the rows that differ by now, for projections that follow from rows; none if complete
        self.changes: dict[type[Model], list[table.Change]] = defaultdict(list)

    def of(self, kinds: Iterable[type[Body]]) -> Iterable[Recorded]:
        """The events of these kinds in the batch itself, in no order that matters."""
        return (event for kind in kinds for event in self._of_kind.get(kind, ()))

    def about(
        self,
        prefix: str,
        kinds: frozenset[type[Body]],
        renewing: frozenset[type[Body]] | None = None,
    ) -> About:
        """Every subject that a `renewing` event here touches, with all its events of `kinds`."""
        key = (prefix, kinds, kinds if self.complete else renewing or kinds)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._about(*key)
        return found

    def _about(
        self, prefix: str, kinds: frozenset[type[Body]], renewing: frozenset[type[Body]]
    ) -> About:
        touched = self.touching(prefix, renewing)
        if self.complete or not touched:
            return touched
        if not kinds <= self._asked.get(prefix, _NONE):
            return self._load(touched, self.events, kinds)
        history = self._loaded()
        return {
            subject: [event for event in history[subject] if type(event.body) in kinds]
            for subject in touched
        }

    def touching(self, prefix: str, kinds: frozenset[type[Body]]) -> About:
        """The events of these kinds in the batch itself, by subject, in order of display."""
        touched: About = defaultdict(list)
        for subject, event in self._beside(prefix, kinds):
            touched[subject].append(event)
        return touched

    def _beside(self, prefix: str, kinds: frozenset[type[Body]]) -> Iterable[Beside]:
        """Subjects and the events of these kinds beside them; few of many without a look at all."""
        everything = self._touching.get(prefix, [])
        if self.complete:
            by_kind = self._by_kind(prefix)
            parts = [by_kind[kind] for kind in kinds & by_kind.keys()]
            if len(parts) < 2:
                return parts[0] if parts else ()
            if sum(map(len, parts)) * FEW < len(everything):
                return sorted(chain.from_iterable(parts), key=lambda beside: beside[1].order)
        return (beside for beside in everything if type(beside[1].body) in kinds)

    def _by_kind(self, prefix: str) -> dict[type[Body], list[Beside]]:
        found = self._parts.get(prefix)
        if found is None:
            found = self._parts[prefix] = defaultdict(list)
            for beside in self._touching.get(prefix, ()):
                found[type(beside[1].body)].append(beside)
        return found

    def _loaded(self) -> About:
        """The whole history of every touched subject, in one question for all projections."""
        if self._history is not None:
            return self._history
        touched = (
            subject for prefix in self._asked for subject, _ in self._touching.get(prefix, ())
        )
        kinds = frozenset().union(*self._asked.values())
        self._history = self._load(dict.fromkeys(touched), self.events, kinds)
        return self._history

    def is_older(self, events: Sequence[Recorded]) -> bool:
        """Whether any of these stood in the journal before: else no table holds rows from them."""
        news = self._news
        return any(event.local not in news for event in events)


class Projection:
    """Something that writes projected tables from a batch of events."""

    models: tuple[type[Model], ...] = ()

    def apply(self, batch: Batch) -> None:
        """Brings the tables up to date with the batch."""
        raise NotImplementedError

    def asking(self, kinds: frozenset[type[Body]]) -> frozenset[type[Body]]:
        """The kinds whose past a batch of events of `kinds` makes it ask for."""
        return getattr(self, "kinds", _NONE)


class _OneModel(Projection):
    model: ClassVar[type[Model]]
    reads: ClassVar[tuple[type[Body], ...]]

    @property
    def models(self) -> tuple[type[Model], ...]:  # type: ignore[override]
        return (self.model,)

    @cached_property
    def kinds(self) -> frozenset[type[Body]]:
        """Every registered body class that `reads` names, directly or as a base class."""
        return kinds_of(*self.reads)


class Derived(_OneModel):
    """Rows that are a pure function of all events about one subject, in order of display."""

    prefix: ClassVar[str]
    slot: ClassVar[str] = ""  # keeps rows of several projections apart in one table

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The rows about `prefix:identity`; every column except `subject`."""
        raise NotImplementedError

    @cached_property
    def renewing(self) -> frozenset[type[Body]]:
        """The kinds that make a subject's rows anew; all it reads, unless a table knows better."""
        return self.kinds

    def asking(self, kinds: frozenset[type[Body]]) -> frozenset[type[Body]]:
        """Everything it reads, once something makes rows anew."""
        return _NONE if kinds.isdisjoint(self.renewing) else self.kinds

    def apply(self, batch: Batch) -> None:
        """Derives the rows of every touched subject anew."""
        about = batch.about(self.prefix, self.kinds, self.renewing)
        if not about:
            return
        if batch.complete:
            table.fill(self.model, self._rows(about))
        else:
            held = [self._stored(one) for one, told in about.items() if batch.is_older(told)]
            changed = table.renew(self.model, held, self._rows(about))
            if changed:
                batch.changes[self.model].extend(changed)

    def _rows(self, about: About) -> Iterable[table.About]:
        start = len(self.prefix) + 1
        before = self._before_subject
        for subject, events in about.items():
            identity = subject[start:]
            stored = identity if before is None else before + subject
            for row in self.rows(identity, events):
                yield stored, row

    def _stored(self, subject: str) -> str:
        """How the table names what a row is about: by the id alone where it has no subjects."""
        before = self._before_subject
        return subject[len(self.prefix) + 1 :] if before is None else before + subject

    @cached_property
    def _before_subject(self) -> str | None:
        """What stands before the subject in the table; None where it has no subjects."""
        if table.shape_of(self.model).about != table.SUBJECT:
            return None
        return f"{self.slot}|" if self.slot else ""


class Parted(Derived):
    """Derived rows of which each follows from the events that bring its own key.

    An event that brings new keys only adds rows, so nothing is asked of the past but the events of
    `changing` kinds, which may change what others brought.
    """

    changing: ClassVar[tuple[type[Body], ...]]

    def asking(self, kinds: frozenset[type[Body]]) -> frozenset[type[Body]]:
        """Everything, once something may change what others brought."""
        return _NONE if kinds.isdisjoint(self._changing) else self.kinds

    def apply(self, batch: Batch) -> None:
        """Adds rows under new keys; derives a subject anew where a key was held."""
        if batch.complete or batch.touching(self.prefix, self._changing):
            super().apply(batch)
            return
        past = batch.about(self.prefix, self._changing, self.kinds)
        brought = {
            subject: in_order([*past.get(subject, ()), *events])
            for subject, events in batch.touching(self.prefix, self.kinds).items()
        }
        changes = table.insert_new(self.model, self._rows(brought)) if brought else []
        if changes is None:
            super().apply(batch)
        elif changes:
            batch.changes[self.model].extend(changes)

    @cached_property
    def _changing(self) -> frozenset[type[Body]]:
        return kinds_of(*self.changing)


class Summed(_OneModel):
    """Rows that are sums over events. `sums` names the columns that add up.

    A row is about a group: whatever tells it from the others.
    """

    sums: ClassVar[tuple[str, ...]]

    def terms(self, event: Recorded) -> Iterable[Term]:
        """What this event adds, and to which groups; a number for each of the `sums`."""
        raise NotImplementedError

    def group(self, *group: Any) -> dict[str, Any]:
        """The columns of a group's row that are no sums."""
        raise NotImplementedError

    def apply(self, batch: Batch) -> None:
        """Adds the batch's terms, merged by group first."""
        terms = chain.from_iterable(map(self.terms, batch.of(self.kinds)))
        total = _summed_one(terms) if len(self.sums) == 1 else _summed(terms)
        rows = (
            self.group(*group) | dict(zip(self.sums, numbers, strict=True))
            for group, numbers in total.items()
        )
        if batch.complete:
            table.fill(self.model, (("", row) for row in rows))
        else:
            table.add(self.model, self.sums, rows)


class Listed(_OneModel):
    """Rows that each event adds by itself and that never change."""

    def rows_of(self, event: Recorded) -> Iterable[Row]:
        """The rows of one event; every column, `subject` included."""
        raise NotImplementedError

    def apply(self, batch: Batch) -> None:
        """Adds the rows of the batch's events."""
        rows = (row for event in batch.of(self.kinds) for row in self.rows_of(event))
        if batch.complete:
            table.fill(self.model, ((row.get(table.SUBJECT, ""), row) for row in rows))
        else:
            table.insert(self.model, rows)


def _summed(terms: Iterable[Term]) -> dict[tuple[Any, ...], Sequence[int]]:
    total: dict[tuple[Any, ...], list[int]] = {}
    for group, numbers in terms:
        held = total.get(group)
        if held is None:
            total[group] = [*numbers]
            continue
        for place, number in enumerate(numbers):
            held[place] += number
    return {**total}


def _summed_one(terms: Iterable[Term]) -> dict[tuple[Any, ...], Sequence[int]]:
    """The same where one column adds up, as in most tables: half the time."""
    total: dict[tuple[Any, ...], int] = defaultdict(int)
    for group, (number,) in terms:
        total[group] += number
    return {group: (number,) for group, number in total.items()}


def in_order(events: Iterable[Recorded]) -> list[Recorded]:
    """Events in order of display: by clock, then by station, so that equal clocks never tie."""
    return sorted(events, key=_BY_ORDER)


def _by_prefix(events: Iterable[Recorded]) -> dict[str, list[Beside]]:
    """Events in order of display, each beside every subject, by the prefixes of these."""
    found: dict[str, list[Beside]] = defaultdict(list)
    for event in in_order(events):
        for subject in event.subjects:
            found[subject[: subject.find(":")]].append((subject, event))
    return found
