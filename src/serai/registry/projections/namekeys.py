"""Rows by which people are found by the sound of their names: keys, and how common each sound is.

Both are sums over people of a pure function of the events about each, so the order of delivery
makes no difference; a person who changes is taken out as they were and put in as they are.
"""

from array import array
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from django.db.models import Model

from serai.core.events import Body, HouseholdRegistered, kinds_of
from serai.core.matching import Told, keys
from serai.core.matching.columns import KeyColumns
from serai.core.matching.scoring import PLACE_MARK
from serai.journal import rows as table
from serai.journal import sql
from serai.journal.projection import About, Batch, Projection
from serai.journal.recorded import Recorded
from serai.registry.keyranges import BEGINNING_BITS, KEY_BITS, Keys, beginning, held
from serai.registry.models import NameKey, NameSound
from serai.registry.projections.people import PERSON_KINDS, fields_of
from serai.registry.told import number_of, sons_of, told_as_written

EVERYBODY = ""
_PREFIX = "person"
_KEEP = (
    "INSERT INTO registry_namekey (id, keys) VALUES (%s, %s)"
    " ON CONFLICT (id) DO UPDATE SET keys = excluded.keys"
)
_SOUNDS_GONE = "DELETE FROM registry_namesound WHERE id = %s AND people = 0"
_KEYS_GONE = "DELETE FROM registry_namekey WHERE id = %s"


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
            before = [event for event in events if event.id not in new]
            for told, sign in ((_told(identity, events), 1), (_told(identity, before), -1)):
                if told is None:
                    continue
                for key in keys.rows_of(told, number_of(identity), singles=True):
                    found[key] += sign
                for sound in _heard(told):
                    sounds[sound] += sign
        _change_keys(found)
        _change_sounds(sounds)


class _Everybody:
    """Everybody at once: words read once, keys made in columns and sorted together."""

    def __init__(self) -> None:
        self.numbers = array("Q")
        self.sounds: list[str] = []
        self._columns = KeyColumns()
        self._words: dict[str, int] = {"": 0}  # 0 stands for no word
        self._held: set[int] = set()
        self._more: list[int] = []

    def add(self, person: Told, number: int) -> None:
        """One person more."""
        self.sounds += _heard(person)
        if number in self._held:  # of somebody else: columns would take both for one
            self._more += keys.rows_of(person, number, singles=True)
            return
        self._held.add(number)
        self.numbers.append(number)
        word = self._word
        for parent, eldest in (*person.kunyas, *((person.sex, son) for son in person.sons)):
            self._columns.call(len(self._columns), parent, word(eldest))
        chains = [(int(given), *map(word, words)) for words, given, _ in person.chains]
        place = word(PLACE_MARK + person.place) if person.place else 0
        self._columns.take(person.sex, person.year, place, chains)

    def keys(self) -> Keys:
        """The keys of everybody, in order."""
        codes = np.zeros((2, len(self._words)), np.uint64)
        for word, number in list(self._words.items())[1:]:
            place = word.removeprefix(PLACE_MARK)
            of_word = keys.codes(word) if place == word else (keys.code(place),)
            codes[: len(of_word), number] = of_word
        numbers = np.frombuffer(self.numbers, np.uint64)
        found = self._columns.rows(codes[0], codes[1], numbers, singles=True)
        more = np.array(self._more, np.int64)
        return np.sort(np.concatenate((found, more))) if self._more else found

    def _word(self, word: str) -> int:
        return self._words.setdefault(word, len(self._words))


def _fill(about: About) -> None:
    everybody = _Everybody()
    for subject, events in about.items():
        identity = subject[len(_PREFIX) + 1 :]
        told = _told(identity, events)
        if told is not None:
            everybody.add(told, number_of(identity))
    table.fill_with(NameKey, _packed(everybody.keys()))
    table.fill_with(NameSound, Counter(everybody.sounds).items())


def _packed(found: Keys) -> Iterator[tuple[int, bytes]]:
    numbers, starts = np.unique(found >> KEY_BITS - BEGINNING_BITS, return_index=True)
    parts = np.split(found, starts[1:])
    return ((number, part.tobytes()) for number, part in zip(numbers.tolist(), parts, strict=False))


def _told(identity: str, events: Sequence[Recorded]) -> Told | None:
    """A person as the events write them; none while nobody wrote them."""
    fields = fields_of(identity, events)
    written = fields.told
    if written is None:
        return None
    sons: tuple[str, ...] = ()
    for event in events:
        if isinstance(event.body, HouseholdRegistered):
            sons = sons_of(written, event.body.members)
    return told_as_written(written, sons, fields.former)


def _heard(person: Told) -> list[str]:
    """The sounds a person is counted under."""
    place = [PLACE_MARK + person.place] if person.place else []
    return [EVERYBODY, *keys.sounds_of(person), *place]


def _change_keys(counted: Counter[int]) -> None:
    """Puts keys in where they stand in order, and takes keys out."""
    touched: dict[int, list[int]] = defaultdict(list)
    for key, count in counted.items():
        if count:
            touched[beginning(key)].append(key)
    rows = held(touched)
    kept, gone = [], []
    for number, changed in touched.items():
        row = array("q")
        row.frombytes(rows.get(number, b""))
        for key in changed:
            for _ in range(counted[key]):
                insort(row, key)
            for _ in range(-counted[key]):
                del row[bisect_left(row, key)]
        if row:
            kept.append((number, row.tobytes()))
        else:
            gone.append((number,))
    sql.run_many(_KEEP, kept)
    sql.run_many(_KEYS_GONE, gone)


def _change_sounds(counted: Counter[str]) -> None:
    rows = ({"id": sound, "people": count} for sound, count in counted.items() if count)
    table.add(NameSound, ("people",), rows)
    sql.run_many(_SOUNDS_GONE, [(sound,) for sound, count in counted.items() if count < 0])
