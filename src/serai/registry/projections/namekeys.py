"""Rows by which people are found by the sound of their names: keys, and how common each sound is.

Both are sums over people of a pure function of the events about each, so the order of delivery
makes no difference; a person who changes is taken out as they were and put in as they are.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from django.db.models import Model

from serai.core.events import Body, HouseholdRegistered, kinds_of
from serai.core.matching import keys
from serai.core.matching.scoring import PLACE_MARK
from serai.journal import rows as table
from serai.journal import sql
from serai.journal.projection import About, Batch, Projection
from serai.journal.recorded import Recorded
from serai.registry.models import NameKey, NameSound
from serai.registry.projections.people import PERSON_KINDS, fields_of
from serai.registry.told import number_of, sons_of, told_as_written

EVERYBODY = ""
_PREFIX = "person"


class NameKeys(Projection):
    """Writes `NameKey` and `NameSound`."""

    models: tuple[type[Model], ...] = (NameKey, NameSound)
    prefix = _PREFIX
    kinds: frozenset[type[Body]] = kinds_of(*PERSON_KINDS)

    def apply(self, batch: Batch) -> None:
        """Takes everybody whom the batch touches out as they were, and puts them in as they are."""
        about = batch.about(_PREFIX, self.kinds)
        if not about:
            return
        if batch.complete:
            _fill(about)
            return
        found: Counter[int] = Counter()
        sounds: Counter[str] = Counter()
        new = {event.id for event in batch.events}
        for subject, events in about.items():
            identity = subject[len(_PREFIX) + 1 :]
            rows, heard = _told(identity, events)
            found.update(rows)
            sounds.update(heard)
            before = [event for event in events if event.id not in new]
            if before:
                rows, heard = _told(identity, before)
                found.subtract(rows)
                sounds.subtract(heard)
        _write(NameKey, found)
        _write(NameSound, sounds)


def _fill(about: About) -> None:
    """Everybody at once: a million keys, sorted and counted together."""
    found = array("q")
    sounds: Counter[str] = Counter()
    for subject, events in about.items():
        rows, heard = _told(subject[len(_PREFIX) + 1 :], events)
        found.extend(rows)
        sounds.update(heard)
    held, people = np.unique(np.array(found, dtype=np.int64), return_counts=True)
    table.fill_with(NameKey, zip(held.tolist(), people.tolist(), strict=True))
    table.fill_with(NameSound, sounds.items())


def _told(identity: str, events: Sequence[Recorded]) -> tuple[list[int], list[str]]:
    """The keys of a person, and the sounds they are counted under; none while nobody wrote them."""
    written = fields_of(identity, events).told
    if written is None:
        return [], []
    sons: tuple[str, ...] = ()
    for event in events:
        if isinstance(event.body, HouseholdRegistered):
            sons = sons_of(written, event.body.members)
    person = told_as_written(written, sons)
    heard = [EVERYBODY, *keys.sounds_of(person)]
    if person.place:
        heard.append(PLACE_MARK + person.place)
    return keys.rows_of(person, number_of(identity), singles=True), heard


def _write(model: type[Model], counted: Counter[int] | Counter[str]) -> None:
    rows = ({"id": key, "people": count} for key, count in counted.items() if count)
    table.add(model, ("people",), rows)
    gone = [key for key, count in counted.items() if count < 0]
    _remove_empty(model, gone)


def _remove_empty(model: type[Model], gone: Iterable[object]) -> None:
    statement = f'DELETE FROM "{model._meta.db_table}" WHERE id = %s AND people = 0'  # noqa: S608
    sql.run_many(statement, [(key,) for key in gone])
