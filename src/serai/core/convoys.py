"""Who travels together, whom a departure would leave behind, and which vehicle has the seats."""

from collections.abc import Collection, Iterable, Mapping

import msgspec

from serai.core.places import is_outside


class Standing(msgspec.Struct, frozen=True):
    """A living member of a household: where the books have them, and whether they were parted."""

    person: str
    place: str
    parted: bool = False


def travellers(members: Iterable[Standing], source: str) -> tuple[str, ...]:
    """Who of a household goes when it boards at `source`: everyone there who was not parted.

    Somebody who was parted travels on their own list, not silently with the family.

    >>> travellers([Standing("a", "gate"), Standing("b", "gate", parted=True)], "gate")
    ('a',)
    >>> travellers([Standing("a", "camp"), Standing("b", "gate", parted=True)], "gate")
    ('b',)
    """
    here = [member for member in members if member.place == source]
    together = [member for member in here if not member.parted]
    return tuple(member.person for member in together or here)


def left_behind(
    members: Iterable[Standing], going: Collection[str], ahead: Collection[str]
) -> tuple[str, ...]:
    """Whom the household would leave behind, though nobody recorded a separation.

    Members who are `ahead` (at the destination, or on the road to it) are not left behind, nor
    are those who left the operation.

    >>> family = [Standing("a", "gate"), Standing("b", "hospital"), Standing("c", "camp")]
    >>> left_behind(family, ["a"], ["camp"])
    ('b',)
    >>> left_behind([Standing("a", "gate"), Standing("b", "hospital", parted=True)], ["a"], [])
    ()
    """
    everyone = list(members)
    if all(member.parted for member in everyone if member.person in going):
        return ()
    return tuple(
        member.person
        for member in everyone
        if member.person not in going
        and not member.parted
        and member.place not in ahead
        and not is_outside(member.place)
    )


def torn(
    households: Mapping[str, str], going: Collection[str], parted: Collection[str] = ()
) -> dict[str, tuple[str, ...]]:
    """The families of which some go and some stay: household → who would stay.

    `households` maps every person on the list to their household.

    >>> torn({"a": "h1", "b": "h1", "c": "h2"}, going=["a"])
    {'h1': ('b',)}
    >>> torn({"a": "h1", "b": "h1"}, going=["a"], parted=["b"])
    {}
    """
    leaving = {households[person] for person in going if person in households}
    stay: dict[str, list[str]] = {}
    for person, home in households.items():
        if home in leaving and person not in going and person not in parted:
            stay.setdefault(home, []).append(person)
    return {home: tuple(people) for home, people in stay.items()}


def free_seats(seats: Mapping[str, int], taken: Mapping[str, int]) -> dict[str, int]:
    """The free seats of every vehicle, never below zero.

    >>> free_seats({"1": 40, "2": 12}, {"1": 37})
    {'1': 3, '2': 12}
    """
    return {vehicle: max(0, seats[vehicle] - taken.get(vehicle, 0)) for vehicle in seats}


def first_fit(size: int, free: Mapping[str, int]) -> str:
    """The first vehicle that seats a whole family, or an empty string.

    >>> first_fit(5, {"1": 3, "2": 12}), first_fit(13, {"1": 3, "2": 12})
    ('2', '')
    """
    return next((vehicle for vehicle, left in free.items() if left >= size), "")


def filled(waiting: Iterable[tuple[str, int]], free: Mapping[str, int]) -> list[tuple[str, str]]:
    """Whom to put where from a waiting list, longest wait first, as (household, vehicle).

    A family that fits nowhere is passed over by smaller ones behind it: it loses nothing by that.

    >>> filled([("big", 9), ("a", 5), ("b", 3), ("c", 2)], {"1": 7})
    [('a', '1'), ('c', '1')]
    """
    left = dict(free)
    placed = []
    for home, size in waiting:
        vehicle = first_fit(size, left)
        if vehicle:
            left[vehicle] -= size
            placed.append((home, vehicle))
    return placed
