"""The desert reception: groups counted off trucks, written at desks, fed, screened, sorted."""

from collections import Counter

from serai.core import screening
from serai.core.clock import HOUR_MS
from serai.core.events import ArrivalCounted, ScreeningRecorded
from serai.core.ledger import UNNAMED_BANDS, counted_in
from serai.simulation.days import by_daylight, day_of, hour_of, minutes, moment
from serai.simulation.desk import register
from serai.simulation.goods import AT_RECEPTION, ON_THE_WAY, hand_out
from serai.simulation.hospital import die, refer, triage
from serai.simulation.parting import take_apart, take_apart_group
from serai.simulation.population import Family
from serai.simulation.story import Group, Story

GATES, LANES = 3, 4
DESK_CLOSES_MS = minutes(100)  # before departure: nobody is written in the last hour and a half
UNSEEN_SHARE = 0.3  # families of a night group whose people are counted as "unknown"
SLEEP_FIRST_SHARE = 0.65
FED_AGAIN_SHARE = 0.25
FAMILIES_A_LANE = 5


def blur_by_night(story: Story, group: Group) -> None:
    """By night the gate sees people, not who they are."""
    if group.place == "reception" and not 6 <= hour_of(group.at) < 19:
        for family in group.families:
            if story.rng.random() < UNSEEN_SHARE:
                for one in family.humans:
                    one.band = "unknown"


def count_group(story: Story, group: Group) -> None:
    """A clerk counts a group at a gate and gives out tokens."""
    counts: Counter[str] = Counter(one.band for family in group.families for one in family.humans)
    band, wrong = group.miscount
    if wrong:
        counts[band] += wrong
    ordered: dict[str, int] = {band: counts[band] for band in UNNAMED_BANDS if counts[band]}
    group.arrival = story.log.new_id(group.at)
    body = ArrivalCounted(
        at=group.at, arrival=group.arrival, code=group.code, place=group.place, counts=ordered,
        came_from=group.came_from, came_by=group.came_by, conditions=_conditions(story, group),
        station_mark=story.mark, token_first=group.token_first,
        token_last=group.token_first + len(group.families) - 1,
        legs=counted_in("outside", group.place, ordered),
    )  # fmt: skip
    gate = "gate" if group.place == "reception" else f"{group.place}-gate"
    group.counted = story.log.add(body, story.worker(gate, GATES), "reception")


def receive(story: Story, group: Group) -> None:
    """Everything that happens to a group between the gate and the trucks."""
    closing = group.leaves_at - DESK_CLOSES_MS
    written: list[tuple[int, Family]] = []
    turn = group.at + minutes(story.between(8, 18))
    sleeping = story.rng.random() < SLEEP_FIRST_SHARE
    for family in group.families:
        turn += minutes(story.between(1.2, 4.5))
        if not family.named:
            continue
        at = by_daylight(turn) + minutes(story.between(0, 50)) if sleeping else turn
        at = max(at, family.not_before)
        if at > closing:
            at = group.at + int((closing - group.at) * story.between(0.1, 0.98))
            at = max(at, family.not_before)
        register(story, family, group, "reception", at)
        written.append((at, family))
    written.sort(key=lambda pair: pair[0])
    _screen_all(story, group, written)
    for at, family in written:
        _feed(story, group, family, at)
        _care(story, group, family, at)


def _conditions(story: Story, group: Group) -> tuple[str, ...]:
    humans = [one for family in group.families for one in family.humans]
    found = []
    if any(one.word == "immediate" for one in humans):
        found.append("wounded")
    if story.rng.random() < 0.35:
        found.append("exhausted")
    if any(one.months < 1 for one in humans):
        found.append("newborn")
    if group.came_by == "on foot" and story.rng.random() < 0.4:
        found.append("no water")
    return tuple(found)


def _screen_all(story: Story, group: Group, written: list[tuple[int, Family]]) -> None:
    lone = [pair for pair in written if pair[1].humans[0].apart and len(pair[1].humans) == 1]
    families = [pair for pair in written if pair not in lone] if lone else written
    if lone:
        at = _lane_time(story, group, lone[-1][0])
        take_apart_group(story, [family for _, family in lone], at)
    for first in range(0, len(families), FAMILIES_A_LANE):
        together = families[first : first + FAMILIES_A_LANE]
        at = _lane_time(story, group, together[-1][0])
        _screen(story, [family for _, family in together], at)


def _lane_time(story: Story, group: Group, ready_at: int) -> int:
    """After the last of them was written, with time left for what follows before departure."""
    latest = group.leaves_at - minutes(78)
    return min(ready_at + minutes(story.between(5, 45)), max(latest, ready_at + minutes(1)))


def _screen(story: Story, families: list[Family], at: int) -> None:
    lanes: dict[str, list[str]] = {}
    for family in families:
        lane = _lane(family)
        people = [one.person for one in family.bound()]
        lanes.setdefault(lane, []).extend(people)
        for man in family.humans:
            if man.apart:
                take_apart(story, family, man, at + minutes(story.between(0.5, 4)))
    for lane, persons in lanes.items():
        if persons:
            outcome = "protection" if lane == "child alone" else screening.GO_ON
            body = ScreeningRecorded(
                at=at, people=tuple(persons), place="reception", lane=lane, outcome=outcome
            )
            story.log.add(body, story.worker("lane", LANES), "screening")


def _lane(family: Family) -> str:
    grown = [one for one in family.bound() if one.adult]
    if not grown:
        return "child alone" if not any(one.adult for one in family.humans) else "family"
    return "family" if any(one.sex == "male" for one in grown) else "women"


def _feed(story: Story, group: Group, family: Family, at: int) -> None:
    hand_out(story, family, "reception", at + minutes(story.between(3, 25)), AT_RECEPTION)
    if group.leaves_at - at > 20 * HOUR_MS and story.rng.random() < FED_AGAIN_SHARE:
        again = moment(day_of(at) + 1, story.between(8, 11))
        if again < group.leaves_at - HOUR_MS and family.bound():
            hand_out(story, family, "reception", again, ON_THE_WAY)


def _care(story: Story, group: Group, family: Family, at: int) -> None:
    for human in family.humans:
        if human.word and human.fate != "tonight" and not (family.hurt and not human.away):
            triage(story, human, "reception", at + minutes(story.between(2, 14)))
        if human.fate == "reception":
            left = group.leaves_at - minutes(50) - (at + minutes(20))
            die(
                story, family, human, "reception", at + minutes(20) + int(left * story.rng.random())
            )
    went = [one for one in family.humans if one.away]
    if went:
        refer(story, family, went, "reception", at + minutes(story.between(15, 36)))
