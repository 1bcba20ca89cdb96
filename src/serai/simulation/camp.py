"""The camp: names for those who came without, relief, shelter, illness, deaths and births."""

from collections import deque
from heapq import heapify, heappop, heappush

import msgspec

from serai.core.clock import DAY_MS, HOUR_MS
from serai.core.events import MemberAdded, ShelterAllotted, SheltersOpened, Unit
from serai.core.ledger import resolved
from serai.simulation.days import END_MS, by_daylight, date_of, minutes, moment
from serai.simulation.desk import newborn, register
from serai.simulation.fates import FROM_CAMP_SHARE, camp_death_at
from serai.simulation.goods import AT_CAMP, hand_out
from serai.simulation.hospital import die, refer, triage
from serai.simulation.population import Family
from serai.simulation.story import Group, Story, Trip

# Section, day of opening, family units: about 14,500 plots by the end (Shelter Cluster), too few.
SECTIONS = (
    ("Phase 1", "P1", 0, 1_000), ("Phase 2", "P2", 0, 1_500), ("Phase 3", "P3", 16, 1_700),
    ("Phase 4", "P4", 38, 2_000), ("Phase 5", "P5", 50, 2_300), ("Phase 6", "P6", 70, 2_000),
    ("Annex", "AX", 59, 1_500), ("Phase 7", "P7", 88, 1_900), ("Phase 8", "P8", 99, 900),
)  # fmt: skip
COMMUNAL = (("Reception tents", "RT", 80, 209, 50), ("Rub halls", "RH", 83, 9, 200))
ANNEX = "Annex"  # for those who are neither Syrian nor Iraqi
UNIT_SIZES = ((5, 0.78), (7, 0.93), (10, 1.0))
ACCESSIBLE_EVERY = 20
UNITS_A_BLOCK = 100
SHARED_REASON = "No family tent is free"
LATE_SHARE = 0.02
UNSHELTERED_DAYS = 3  # of the last arrivals some have no tent yet
UNSHELTERED_SHARE = 0.3
CAMP_DESKS = 8

Slot = tuple[int, str, str]  # day of opening, section, unit


class Free(msgspec.Struct):
    """Units nobody sleeps in yet: family units by size, communal ones by the room left."""

    phases: dict[int, deque[Slot]]
    annex: dict[int, deque[Slot]]
    communal: list[tuple[Slot, int]]


def settle(story: Story, trip: Trip) -> None:
    """What happens to the families of a trip once they are in the camp."""
    reached_at = trip.rides[-1].arrives_at + minutes(40)
    for group in trip.groups:
        for family in group.families:
            if any(not one.apart and one.fate != "reception" for one in family.humans):
                _settle_family(story, group, family, reached_at)


def settle_walk_ins(story: Story, group: Group) -> None:
    """People who reached a gate by themselves are written at the camp's desk, if they are there."""
    if group.place == "al-hol":
        for family in group.families:
            _settle_family(story, group, family, group.at + minutes(20))


def open_shelters(story: Story) -> Free:
    """Sections open with their units; tents for many families come when plots run out."""
    free = Free(
        {size: deque() for size, _ in UNIT_SIZES}, {size: deque() for size, _ in UNIT_SIZES}, []
    )
    for section, mark, day, count in SECTIONS:
        units = _units(story, mark, max(8, round(count * story.scale)))
        _open(story, section, day, units)
        pool = free.annex if section == ANNEX else free.phases
        for unit in units:
            pool[unit.capacity].append((moment(day, 6), section, unit.unit))
    for section, mark, day, count, sleeps in COMMUNAL:
        many = max(2, round(count * story.scale))
        units = [Unit(f"{mark}-{number + 1}", sleeps, True) for number in range(many)]
        _open(story, section, day, units)
        free.communal.extend(((moment(day, 6), section, one.unit), sleeps) for one in units)
    return free


def allot(story: Story, free: Free) -> None:
    """Tents in the order in which families came to the camp desk; who gets none asks tomorrow."""
    queue = [(at, number, family) for number, (at, family) in enumerate(story.to_shelter)]
    heapify(queue)
    while queue:
        at, number, family = heappop(queue)
        people = [
            one.person for one in family.humans
            if not one.apart and one.fate != "reception" and one.stands(at)
        ]  # fmt: skip
        slot = _slot(free, family, len(people), at) if people else None
        if slot is None:
            if people and at < END_MS:
                heappush(queue, (at + DAY_MS, number, family))
            continue
        body = ShelterAllotted(
            at=at, household=family.household, place="al-hol", section=slot[1], unit=slot[2],
            people=tuple(people), reason=SHARED_REASON if family.sleeps > 10 else "",
        )  # fmt: skip
        story.log.add(body, story.worker("al-hol-desk", CAMP_DESKS), "camp", (family.registered,))


def bear_children(story: Story, count: int) -> None:
    """As many births in the camp as its reported population needs."""
    mothers = [family for family in story.named_at_camp if _can_bear(family)]
    story.rng.shuffle(mothers)
    for family in mothers[: max(0, count)]:
        since = max(family.arrived_at, family.registered_at) + 6 * HOUR_MS
        at = since + int((END_MS - HOUR_MS - since) * story.rng.random())
        identity = story.log.new_id(at)
        child = newborn(story.rng, family, identity, date_of(at), story.rng.random() < 0.49)
        body = MemberAdded(
            at=at, household=family.household, place="al-hol", member=child, reason="newborn",
            legs=resolved("al-hol", [(identity, "birth")]),
        )  # fmt: skip
        story.log.add(
            body, story.worker("al-hol-desk", CAMP_DESKS), "registration", (family.registered,)
        )


def _settle_family(story: Story, group: Group, family: Family, reached_at: int) -> None:
    if not family.bound():  # all of them come by way of the hospital
        reached_at = family.back_at
    family.arrived_at = reached_at
    ready_at = reached_at
    if not family.household:
        after = max(reached_at + int(story.between(2, 30) * HOUR_MS), family.not_before)
        ready_at = by_daylight(after)
        register(story, family, group, "al-hol", ready_at)
    if not _anybody(family):
        return
    _fall_ill(story, family, reached_at)
    fed_at = by_daylight(ready_at + minutes(story.between(20, 200)))
    hand_out(story, family, "al-hol", fed_at, AT_CAMP)
    _queue_for_shelter(story, family, ready_at)
    story.named_at_camp.append(family)


def _anybody(family: Family) -> bool:
    return any(not one.apart and one.fate in ("", "camp", "tonight") for one in family.humans)


def _queue_for_shelter(story: Story, family: Family, ready_at: int) -> None:
    at = by_daylight(ready_at + minutes(story.between(40, 300)))
    if story.rng.random() < LATE_SHARE:
        at += int(story.between(1, 4)) * DAY_MS
    late = at > END_MS - UNSHELTERED_DAYS * DAY_MS
    if not (late and story.rng.random() < UNSHELTERED_SHARE):
        story.to_shelter.append((at, family))


def _fall_ill(story: Story, family: Family, reached_at: int) -> None:
    fated = False
    for human in family.bound():
        if human.fate == "tonight":
            triage(story, human, "al-hol", reached_at + minutes(story.between(2, 12)))
            die(story, family, human, "al-hol", reached_at + minutes(story.between(20, 60)))
        elif human.fate == "camp":
            die(story, family, human, "al-hol", camp_death_at(story.rng, reached_at))
        fated = fated or bool(human.fate)
    chance = FROM_CAMP_SHARE * len(family.bound())
    if family.hurt:
        _send_to_hospital(story, family, reached_at + minutes(story.between(5, 60)))
    elif not fated and not family.back_at and story.rng.random() < chance:
        since = max(reached_at, family.registered_at)
        _send_to_hospital(story, family, since + int(story.between(3, 60) * HOUR_MS))


def _send_to_hospital(story: Story, family: Family, at: int) -> None:
    """The youngest, with somebody grown where another one stays."""
    here = [one for one in family.bound() if one.fate != "road"]
    patient = min(here, key=lambda one: one.months)
    carers = [one for one in here if one.adult and one is not patient]
    went = [patient, carers[0]] if len(carers) > 1 or (len(here) == 2 and carers) else [patient]
    patient.word = patient.word or "delayed"
    triage(story, patient, "al-hol", at)
    family.back_at = _return_at(story, at)
    family.hurt = True
    for one in went:
        one.sent = True
    refer(story, family, went, "al-hol", at + minutes(15))


def _return_at(story: Story, at: int) -> int:
    return by_daylight(at + int(story.between(2, 9) * DAY_MS))


def _units(story: Story, mark: str, count: int) -> list[Unit]:
    units = []
    for number in range(count):
        luck = story.rng.random()
        sleeps = next(size for size, limit in UNIT_SIZES if luck < limit)
        block, place = divmod(number, UNITS_A_BLOCK)
        name = f"{mark}-B{block + 1}-{place + 1:02}"
        units.append(Unit(name, sleeps, number % ACCESSIBLE_EVERY == 0))
    return units


def _open(story: Story, section: str, day: int, units: list[Unit]) -> None:
    for first in range(0, len(units), 500):
        at = moment(day, 5.6) + first
        some = tuple(units[first : first + 500])
        body = SheltersOpened(at=at, place="al-hol", section=section, units=some)
        story.log.add(body, "al-hol-desk-1", "camp")


def _slot(free: Free, family: Family, size: int, at: int) -> Slot | None:
    """The smallest free family unit; a place in a communal tent when none is left."""
    foreign = family.nationality not in ("SYR", "IRQ")
    for pool in (free.annex, free.phases) if foreign else (free.phases,):
        slot = _family_unit(pool, family, size, at)
        if slot:
            return slot
    for number, (one, left) in enumerate(free.communal):
        if left >= size and one[0] <= at:
            free.communal[number] = (one, left - size)
            family.sleeps = left
            return one
    return None


def _family_unit(pool: dict[int, deque[Slot]], family: Family, size: int, at: int) -> Slot | None:
    for sleeps, units in pool.items():
        if sleeps >= size and units and units[0][0] <= at:
            family.sleeps = sleeps
            return units.popleft()
    return None


def _can_bear(family: Family) -> bool:
    if family.hurt or family.back_at or family.arrived_at > END_MS - DAY_MS:
        return False
    if family.registered_at > END_MS - DAY_MS or len(family.bound()) >= max(family.sleeps, 1):
        return False
    return any(
        one.sex == "female" and one.adult and one.months < 46 * 12 and not one.fate
        for one in family.bound()
    )
