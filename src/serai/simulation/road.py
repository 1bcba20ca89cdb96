"""The road: convoys opened, boarded family by family, departed, received in parts, closed."""

import msgspec

from serai.core.clock import HOUR_MS
from serai.core.events import (
    ConvoyDeparted,
    ConvoyOpened,
    ConvoyReceived,
    HouseholdBoarded,
    PeopleCheckedOff,
    ReceiptClosed,
    Vehicle,
)
from serai.core.ledger import UNNAMED_BANDS, Leg, account, moved
from serai.core.places import convoy_place
from serai.simulation.days import DAYS, END_MS, minutes, moment
from serai.simulation.goods import ON_THE_WAY, hand_out
from serai.simulation.hospital import die_on_the_road
from serai.simulation.population import Family
from serai.simulation.story import Ride, Story, Trip

TRUCKS, TRUCK_SEATS = 15, 40
MINIBUSES, MINIBUS_SEATS = 10, 12
SMALL_CONVOY = 36  # people; up to here minibuses are enough
PART_PEOPLE = 260  # a larger convoy is received in two parts
CHECKED_OFF_FROM = moment(DAYS - 9, 0)  # check-offs on departure are told for the last days only
MARSHALS = 4


class Load(msgspec.Struct):
    """A vehicle and the families on it."""

    vehicle: Vehicle
    families: list[Family]
    free: int


def travel(story: Story, trip: Trip) -> None:
    """All rides of a trip, one after the other."""
    for number, ride in enumerate(trip.rides):
        families = [family for family in trip.families() if _aboard(family, number)]
        _ride(story, ride, families, number == 0)
        if ride.target != "al-hol":
            _rest(story, ride, trip.rides[number + 1], families)


def loaded(families: list[Family], first_ride: bool) -> list[Load]:
    """Families on vehicles, each whole on one; as many vehicles as it takes.

    >>> loaded([], True)
    []
    """
    people = sum(_size(family, first_ride) for family in families)
    fleet = _fleet(people)
    loads: list[Load] = []
    for family in families:
        size = _size(family, first_ride)
        load = next((one for one in loads[-4:] if one.free >= size), None)
        if load is None:
            vehicle = fleet[len(loads)] if len(loads) < len(fleet) else _extra(len(loads))
            load = Load(vehicle, [], vehicle.seats)
            loads.append(load)
        load.families.append(family)
        load.free -= size
    return loads


def _fleet(people: int) -> list[Vehicle]:
    trucks = [Vehicle(f"T{n + 1}", f"Truck {n + 1}", TRUCK_SEATS) for n in range(TRUCKS)]
    buses = [Vehicle(f"M{n + 1}", f"Minibus {n + 1}", MINIBUS_SEATS) for n in range(MINIBUSES)]
    return buses if people <= SMALL_CONVOY else [*trucks, *buses]


def _extra(number: int) -> Vehicle:
    return Vehicle(f"H{number + 1}", f"Hired truck {number + 1}", TRUCK_SEATS)


def _aboard(family: Family, ride_number: int) -> bool:
    return _size(family, ride_number == 0) > 0


def _size(family: Family, first_ride: bool) -> int:
    return len(_riders(family, first_ride))


def _riders(family: Family, first_ride: bool) -> list[str]:
    return [one.person for one in family.bound() if first_ride or one.fate != "road"]


def _ride(story: Story, ride: Ride, families: list[Family], first: bool) -> None:
    loads = loaded(families, first)
    if not loads:
        return
    opens_at = ride.departs_at - (2 * HOUR_MS if first else HOUR_MS)
    convoy = story.log.new_id(opens_at)
    body = ConvoyOpened(
        at=opens_at, convoy=convoy, code=ride.code, source=ride.source, target=ride.target,
        vehicles=tuple(load.vehicle for load in loads), leaves_at=ride.departs_at,
    )  # fmt: skip
    marshal = story.worker("marshal", MARSHALS)
    opened = story.log.add(body, marshal, "convoys")
    _board(story, ride, convoy, loads, first)
    legs = _legs(loads, ride.source, convoy_place(convoy), first, False)
    left = ConvoyDeparted(at=ride.departs_at, convoy=convoy, place=ride.source, legs=legs)
    departed = story.log.add(left, marshal, "convoys", (opened,))
    for family in families:
        if first:
            die_on_the_road(story, family, convoy, ride.arrives_at)
    _receive(story, ride, convoy, loads, departed)


def _board(story: Story, ride: Ride, convoy: str, loads: list[Load], first: bool) -> None:
    """Household by household; on the last evening boarding begins before the story stops."""
    early = 2 * HOUR_MS - minutes(4) if ride.departs_at > END_MS else minutes(46)
    begin, marshal = ride.departs_at - early, story.worker("marshal", MARSHALS)
    span = early - minutes(6)
    for number, load in enumerate(loads):
        checked: list[str] = []
        for family in load.families:
            if not family.household or family.registered_at > ride.departs_at:
                continue
            at = begin + int(span * (number + story.rng.random()) / len(loads))
            riders = tuple(_riders(family, first))
            checked.extend(riders)
            body = HouseholdBoarded(
                at=at, convoy=convoy, vehicle=load.vehicle.vehicle,
                household=family.household, people=riders,
            )  # fmt: skip
            story.log.add(body, marshal, "convoys", (family.registered,))
        if checked and ride.departs_at >= CHECKED_OFF_FROM:
            tick = PeopleCheckedOff(
                at=ride.departs_at - minutes(4), convoy=convoy, end="departure",
                place=ride.source, people=tuple(checked),
            )  # fmt: skip
            story.log.add(tick, marshal, "convoys")


def _receive(story: Story, ride: Ride, convoy: str, loads: list[Load], departed: int) -> None:
    people = sum(_size(family, False) for load in loads for family in load.families)
    parts = [loads]
    if people > PART_PEOPLE:
        parts = [loads[: len(loads) // 2], loads[len(loads) // 2 :]]
    gate, at, serial = story.worker(f"{ride.target}-gate", 3), ride.arrives_at, departed
    for part in parts:
        legs = _legs(part, convoy_place(convoy), ride.target, False, True)
        if legs:
            body = ConvoyReceived(at=at, convoy=convoy, place=ride.target, legs=legs)
            serial = story.log.add(body, gate, "convoys", (departed,))
        at += minutes(story.between(15, 28))
    closed = ReceiptClosed(at=at, convoy=convoy, place=ride.target)
    story.log.add(closed, gate, "convoys", (serial,))


def _legs(
    loads: list[Load], source: str, target: str, with_dying: bool, off: bool
) -> tuple[Leg, ...]:
    """One leg for everybody with a name, one for each band of people without."""
    named: list[str] = []
    unnamed: dict[str, int] = {}
    for load in loads:
        for family in load.families:
            if family.household:
                named.extend(_riders(family, with_dying and not off))
            else:
                for one in family.bound():
                    unnamed[one.band] = unnamed.get(one.band, 0) + 1
    bands = [band for band in UNNAMED_BANDS if unnamed.get(band)]
    extra = [Leg(account(source, one), account(target, one), unnamed[one]) for one in bands]
    return (*moved(source, target, named), *extra)


def _rest(story: Story, ride: Ride, onward: Ride, families: list[Family]) -> None:
    """Something to eat and drink at the transit site, for those who stay a while."""
    if onward.departs_at - ride.arrives_at < 3 * HOUR_MS:
        return
    for family in families:
        if family.household:
            at = ride.arrives_at + minutes(story.between(32, 80))
            hand_out(story, family, ride.target, at, ON_THE_WAY)
