"""Where and when a person was last seen: the greatest of all sightings, whatever their order.

Most events about a person are sightings: a meal, a lane, a scan. The greatest of a set can be
kept without knowing the set, so a sighting asks for nobody's past and touches two columns.
"""

from collections.abc import Iterable

from serai.core.events import (
    Body,
    PeopleCheckedOff,
    PersonSeen,
    ReliefHanded,
    ScreeningRecorded,
    TriageRecorded,
)
from serai.journal import sql
from serai.journal.recorded import Recorded
from serai.journal.rows import KEYS_A_STATEMENT

SIGHTINGS: tuple[type[Body], ...] = (
    PeopleCheckedOff, PersonSeen, ReliefHanded, ScreeningRecorded, TriageRecorded,
)  # fmt: skip
_PERSON = "person:"
_CHANGE = "UPDATE registry_person SET seen_at = %s, seen_place = %s WHERE id"
_SEEN_TOGETHER_MAX = 64

Sighting = tuple[int, str]  # when (milliseconds) and where; of two at one moment the later place
NEVER: Sighting = (0, "")


def last_seen(events: Iterable[Recorded]) -> Sighting:
    """The greatest sighting among events about one person."""
    return max(
        ((event.body.at, event.seen_place) for event in events if event.seen_place), default=NEVER
    )


def note(events: Iterable[Recorded]) -> None:
    """Raises what the table holds to the sightings in these events; unknown people have no row."""
    greatest: dict[str, Sighting] = {}
    for event in events:
        if event.seen_place and type(event.body) in _SIGHTINGS:
            sighting = (event.body.at, event.seen_place)
            for subject in event.subjects:
                if subject.startswith(_PERSON):
                    person = subject[len(_PERSON) :]
                    greatest[person] = max(sighting, greatest.get(person, NEVER))
    people = list(greatest)
    if _raise_together(people, greatest):
        return
    for start in range(0, len(people), KEYS_A_STATEMENT):
        _raise(people[start : start + KEYS_A_STATEMENT], greatest)


def _raise_together(people: list[str], greatest: dict[str, Sighting]) -> bool:
    """Raises one family's sighting without looking; whether that was all there was to do."""
    sightings = set(greatest.values())
    if len(sightings) != 1 or len(people) > _SEEN_TOGETHER_MAX:
        return not people
    at, place = sightings.pop()
    keys = sql.padded(people)
    statement = f"{_CHANGE} IN ({sql.marks(len(keys))}) AND seen_at < %s"
    raised: int = sql.run(statement, (at, place, *keys, at)).rowcount
    return raised == len(people)


def _raise(people: list[str], greatest: dict[str, Sighting]) -> None:
    keys = sql.padded(people)
    held = sql.every(
        f"SELECT id, seen_at, seen_place FROM registry_person WHERE id IN ({sql.marks(len(keys))})",  # noqa: S608
        keys,
    )
    later = [(*greatest[row[0]], row[0]) for row in held if greatest[row[0]] > (row[1], row[2])]
    if later:
        sql.run_many(f"{_CHANGE} = %s", later)


_SIGHTINGS = frozenset(SIGHTINGS)
