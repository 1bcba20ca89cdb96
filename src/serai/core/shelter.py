"""Which household sleeps in which unit, and which free unit suits a household that waits."""

from collections.abc import Iterable, Sequence

import msgspec

from serai.core.events.camp import ShelterAllotted, ShelterLeft
from serai.core.manifest import Written
from serai.core.registers import Write, live

# A unit up to this size is one family's tent; whoever shares it does so knowingly, with a reason.
FAMILY_UNIT_CAPACITY_MAX = 10
SUGGESTIONS_MAX = 5
_STAYS = (ShelterAllotted, ShelterLeft)
NEEDS_STEP_FREE = "DS"  # UNHCR's specific-needs code for disability; sub-codes begin with it


class Stay(msgspec.Struct, frozen=True):
    """A household in a unit: who, since when, by which event and whose hand."""

    household: str
    unit: str
    place: str
    section: str
    people: tuple[str, ...]
    since: int
    reason: str
    actor: str
    event: str


class Room(msgspec.Struct, frozen=True):
    """A shelter unit as the registrar sees it: how many it sleeps and how many sleep there."""

    unit: str
    section: str
    capacity: int
    people: int = 0
    accessible: bool = False

    @property
    def free(self) -> int:
        """How many more it sleeps."""
        return max(0, self.capacity - self.people)


def stays(events: Sequence[Written]) -> list[Stay]:
    """The live allotments among these events, oldest first: one for each household, or a conflict.

    The events are all those about one household, or all those about one unit.
    """
    told = [one for one in events if isinstance(one.body, _STAYS)]
    if len(told) == 1:  # as of nearly every household: nothing to replace
        only = _stay(told[0])
        return [] if only is None else [only]
    alive: list[Stay] = []
    writes: dict[str, list[Write[Stay | None]]] = {}
    for one in told:
        written = writes.setdefault(one.body.household, [])  # type: ignore[attr-defined]
        written.append(Write(one.id, one.order, _replaced(one, written), _stay(one)))
    for written in writes.values():
        alive.extend(write.value for write in live(written) if write.value is not None)
    return alive


def staying_in(unit: str, events: Sequence[Written]) -> list[Stay]:
    """Who sleeps in a unit by all events about it, those that left it for another one included."""
    return sorted(
        (stay for stay in stays(events) if stay.unit == unit),
        key=lambda one: (one.since, one.event),
    )


def is_crowded(capacity: int, there: Sequence[Stay]) -> bool:
    """Whether a unit holds more people than it sleeps, or two families who did not know it.

    >>> one = Stay("h1", "A-1", "camp", "A", ("p1",), 0, "", "karim", "e1")
    >>> is_crowded(5, [one]), is_crowded(5, [one, one]), is_crowded(40, [one, one])
    (False, True, False)
    """
    if sum(len(stay.people) for stay in there) > capacity:
        return True
    unknowing = [stay for stay in there if not stay.reason]
    return capacity <= FAMILY_UNIT_CAPACITY_MAX and len(unknowing) > 1


def needs_reason(room: Room, size: int) -> bool:
    """Whether a household of this size may move in only when somebody says why.

    >>> needs_reason(Room("A-1", "A", 6), 6), needs_reason(Room("A-1", "A", 6), 7)
    (False, True)
    >>> needs_reason(Room("A-1", "A", 6, people=2), 3), needs_reason(Room("H", "A", 80, 60), 20)
    (True, False)
    """
    shared = room.people > 0 and room.capacity <= FAMILY_UNIT_CAPACITY_MAX
    return shared or size > room.free


def places_left(capacity: int, people: int) -> int:
    """How many more a unit takes without anybody being asked: a family's tent is theirs.

    >>> places_left(5, 0), places_left(5, 2), places_left(80, 60), places_left(80, 90)
    (5, 0, 20, 0)
    """
    if people and capacity <= FAMILY_UNIT_CAPACITY_MAX:
        return 0
    return max(0, capacity - people)


def suggestions(rooms: Iterable[Room], size: int, step_free: bool) -> list[Room]:
    """The units to offer first: where everybody fits, the smallest such, empty before shared.

    Whoever needs a step-free unit gets one while there is one; nobody else takes it from them.

    >>> rooms = [Room("A-1", "A", 8), Room("A-2", "A", 5), Room("A-3", "A", 5, accessible=True)]
    >>> [room.unit for room in suggestions(rooms, 4, step_free=False)]
    ['A-2', 'A-1', 'A-3']
    >>> [room.unit for room in suggestions(rooms, 4, step_free=True)]
    ['A-3', 'A-2', 'A-1']
    """
    fitting = [room for room in rooms if not needs_reason(room, size)]
    fitting.sort(key=lambda room: (room.accessible != step_free, room.people > 0, *_by_size(room)))
    return fitting[:SUGGESTIONS_MAX]


def unit_number(unit: str) -> int:
    """The number a unit's id ends in, for sorting as people count.

    >>> unit_number("P4-B2-17"), unit_number("hall")
    (17, 0)
    """
    last = unit.rpartition("-")[2]
    return int(last) if last.isascii() and last.isdigit() else 0


def is_step_free_needed(needs: Iterable[str]) -> bool:
    """Whether a household holds somebody who needs a unit a wheelchair gets into.

    >>> is_step_free_needed(["", "SP PG", "ER DS-PS"]), is_step_free_needed(["SP"])
    (True, False)
    """
    return any(code.startswith(NEEDS_STEP_FREE) for codes in needs for code in codes.split())


def _by_size(room: Room) -> tuple[int, str, int, str]:
    return room.capacity, room.section, unit_number(room.unit), room.unit


def _replaced(one: Written, earlier: Sequence[Write[Stay | None]]) -> tuple[str, ...]:
    """What a write takes the place of; leaving without refs ends what came before it."""
    if one.refs or isinstance(one.body, ShelterAllotted):
        return tuple(one.refs)
    return tuple(write.event for write in earlier)


def _stay(one: Written) -> Stay | None:
    body = one.body
    if not isinstance(body, ShelterAllotted):
        return None
    return Stay(
        body.household, body.unit, body.place, body.section, tuple(dict.fromkeys(body.people)),
        body.at, body.reason, one.actor, one.id,
    )  # fmt: skip
