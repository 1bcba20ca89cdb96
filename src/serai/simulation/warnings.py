"""What was known of the road: dated dangers of the real route, and segments closed because of them.

Every hazard with a publisher as its source was published (docs/data.md); those that a driver or
a marshal tells are ours. No segment is closed while a convoy of the story wants to drive it.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from serai.core.clock import HOUR_MS
from serai.core.events import HazardLifted, HazardNoted, SegmentStatusSet
from serai.core.hazards import ToldHazard, located
from serai.core.operation import PLACES, ROUTE
from serai.core.road import CAUTION, CLOSED, OPEN, Road, segment_between
from serai.simulation.days import END_MS, day_number, minutes, moment
from serai.simulation.story import Story
from serai.simulation.trips import Plan

BEFORE_A_CONVOY_MS = minutes(20)  # a closed segment opens so long before the next convoy
CLOSED_MS_MIN = HOUR_MS
MARSHAL = "marshal-1"
BAGHUZ_ROAD = segment_between("front", "reception")
DESERT = segment_between("reception", "busayrah")
KHABUR = segment_between("suwar", "shaddadah")
CAMP_ROAD = segment_between("shaddadah", "al-hol")
ROAD = Road(ROUTE)


class Danger(msgspec.Struct, frozen=True):
    """A hazard of the story: noted on a day of the operation, at an hour; perhaps lifted later."""

    noted_on: date
    hour: float
    told: ToldHazard
    lifted_on: date | None = None


class Change(msgspec.Struct, frozen=True):
    """A segment's status of the story. A closure holds until `hours` later at the latest."""

    on: date
    hour: float
    segment: str
    status: str
    reason: str
    authority: str = ""
    hours: float = 0


DANGERS: tuple[Danger, ...] = (
    Danger(date(2019, 1, 20), 9.0, ToldHazard(
           "ied", "Ash Shafah", precision="area", from_on="2019-01-05",
           until_on="2019-01-19", source="Operation Inherent Resolve, press release",
           words="planted bombs around Al-Kashmah and Ash Shafah on the left bank")),
    Danger(date(2019, 1, 20), 9.1, ToldHazard(
           "strike", "As Susah", precision="area", until_on="2019-01-19",
           source="Operation Inherent Resolve, press release",
           words="air strikes near Al-Marashidah and As Susah")),
    Danger(date(2019, 1, 21), 10.2, ToldHazard(
           "attack", "Ash Shaddadi", from_on="2019-01-21",
           until_on="2019-01-21", source="MECRA, report of January 2019",
           words="car bomb under a bridge, at a checkpoint on the road to Shaddadah")),
    Danger(date(2019, 1, 21), 18.0, ToldHazard(
           "checkpoint", segment=KHABUR, from_on="2019-01-21",
           source="MECRA, report of January 2019", words="many checkpoints before Shaddadah")),
    Danger(date(2019, 1, 21), 18.2, ToldHazard(
           "attack", "Ash Shaddadi", precision="area",
           from_on="2019-01-21", source="MECRA, report of January 2019",
           words="open desert: an attack can come from any side")),
    Danger(date(2019, 2, 20), 16.0, ToldHazard(
           "mine", "Al-Baghuz Fawqani", from_on="2019-02-20",
           source="Rudaw, 20 February 2019, a man who came out",
           words="mines on every way out of the village; people lost their legs on them")),
    Danger(date(2019, 2, 20), 16.3, ToldHazard(
           "strike", "Al-Baghuz Fawqani", from_on="2019-02-20",
           until_on="2019-02-20", source="Rudaw, 20 February 2019",
           words="shelled from the ground and from the air")),
    Danger(date(2019, 3, 2), 11.0, ToldHazard(
           "mine", "Al-Baghuz Fawqani", precision="area",
           source="Rudaw, page without a date",
           words="explosives planted all over the area slow everybody down")),
    Danger(date(2019, 3, 12), 7.5, ToldHazard(
           "mine", "reception", precision="spot", from_on="2019-03-12",
           source="a driver", words="one beside the track, marked with stones"),
           lifted_on=date(2019, 3, 13)),
    Danger(date(2019, 3, 29), 18.4, ToldHazard(
           "mine", "Busayrah", precision="spot", from_on="2019-03-29",
           source="a driver", words="two beside the ford before the first houses, flagged")),
    Danger(date(2019, 3, 30), 8.0, ToldHazard(
           "checkpoint", segment=CAMP_ROAD, from_on="2019-03-30",
           source="a driver", words="every vehicle emptied and searched, up to two hours")),
)  # fmt: skip
CHANGES: tuple[Change, ...] = (
    Change(date(2019, 1, 21), 10.5, KHABUR, CLOSED, "car bomb at the checkpoint before Shaddadah",
           "Asayish, Shaddadah", hours=30),
    Change(date(2019, 1, 22), 16.5, KHABUR, CAUTION, "searched; drive together, by day"),
    Change(date(2019, 2, 23), 6.0, BAGHUZ_ROAD, CLOSED, "nobody comes out this weekend",
           "Front command", hours=48),
    Change(date(2019, 2, 25), 7.0, BAGHUZ_ROAD, OPEN, "people come out again", "Front command"),
    Change(date(2019, 3, 7), 17.0, DESERT, CAUTION, "convoys by night", hours=14),
    Change(date(2019, 3, 20), 9.0, KHABUR, OPEN, "quiet for two weeks"),
    Change(date(2019, 3, 29), 18.6, DESERT, CAUTION, "mines flagged before Busayrah", hours=72),
    Change(date(2019, 3, 31), 9.0, CAMP_ROAD, OPEN, "", "Camp registrar"),
)  # fmt: skip


def warn(story: Story, plan: Plan) -> None:
    """Notes every danger and every change of the road on its day."""
    for number, danger in enumerate(DANGERS, start=1):
        _note(story, f"hazard-{number}", danger)
    leaving = _departures(plan)
    last: dict[str, int] = {}
    for change in CHANGES:
        serial = _set(story, change, leaving[change.segment], last.get(change.segment))
        if serial is not None:
            last[change.segment] = serial


def _note(story: Story, hazard: str, danger: Danger) -> None:
    told = danger.told
    at, _ = located(told.place, _POSITIONS) if told.place else (None, False)
    body = HazardNoted(
        at=moment(day_number(danger.noted_on), danger.hour), hazard=hazard,
        latitude=at[0] if at else None, longitude=at[1] if at else None,
        **msgspec.structs.asdict(told),
    )  # fmt: skip
    serial = story.log.add(body, MARSHAL, "convoys")
    if danger.lifted_on is not None:
        lifted_at = moment(day_number(danger.lifted_on), 9.0)
        lifted = HazardLifted(at=lifted_at, hazard=hazard, reason="taken out")
        story.log.add(lifted, MARSHAL, "convoys", (serial,))


def _set(story: Story, change: Change, leaving: Iterable[int], before: int | None) -> int | None:
    """Writes the change; a closure ends before the next convoy, and is left out when it is due."""
    at = moment(day_number(change.on), change.hour)
    until = at + int(change.hours * HOUR_MS) if change.hours else 0
    if change.status == CLOSED:
        coming = [one for one in leaving if one >= at]
        until = min([until, *(one - BEFORE_A_CONVOY_MS for one in coming)])
        if until - at < CLOSED_MS_MIN:
            return None
    assert at <= END_MS, change
    body = SegmentStatusSet(
        at=at, segment=change.segment, status=change.status, reason=change.reason,
        authority=change.authority, until=until,
    )  # fmt: skip
    refs = () if before is None else (before,)
    return story.log.add(body, MARSHAL, "convoys", refs)


def _departures(plan: Plan) -> dict[str, list[int]]:
    """For every segment, when convoys of the story set out to drive it."""
    found: dict[str, list[int]] = {one: [] for one in (BAGHUZ_ROAD, DESERT, KHABUR, CAMP_ROAD)}
    for trip in plan.trips:
        for ride in trip.rides:
            for one in ROAD.way(ride.source, ride.target):
                found.setdefault(one.segment, []).append(ride.departs_at)
    return found


_POSITIONS = {
    name: (one.latitude, one.longitude)
    for one in PLACES
    if one.latitude is not None and one.longitude is not None
    for name in (one.place, one.name)
}
