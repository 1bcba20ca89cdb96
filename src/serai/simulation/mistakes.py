"""Mistakes put into the story on purpose, and the headcounts that find them.

A clerk counts one to three people too many or too few in one group. The headcount of the next
quiet hour at that place differs by exactly that, on that day and on no other: in the morning
the books are corrected, but for the last few, which stay on the worklist.
"""

from collections import Counter

import msgspec

from serai.core.clock import HOUR_MS
from serai.core.events import Body, BooksAdjusted, DiscrepancyAssigned, HeadcountTaken
from serai.core.ledger import Leg, account, split_account
from serai.simulation.days import (
    DAYS,
    QUIET_HOUR,
    date_of,
    day_of,
    headcount_after,
    minutes,
    moment,
)
from serai.simulation.draft import PLACEHOLDER
from serai.simulation.story import Group, Planted, Story
from serai.simulation.timetable import CLOSED_DAYS, TRANSIT_OPENS
from serai.simulation.trips import Plan

MISTAKES = 40
MOST_WRONG = 3
COUNTED_FROM = {"reception": 1, "suwar": TRANSIT_OPENS, "al-hol": 1}  # day of the first headcount
CORRECTED_AFTER_MS = int(2.6 * HOUR_MS)
ASSIGNED_SHARE = 0.4
NEVER = 1 << 62

Truth = dict[tuple[str, str], int]  # place and ISO date → people really there at the quiet hour


class Mistake(msgspec.Struct):
    """A miscounted group, and the headcount that shows it."""

    group: Group
    headcount_at: int
    corrected_at: int  # `NEVER` when it is still open at the end


def plant(story: Story, plan: Plan) -> list[Mistake]:
    """Chooses the groups a clerk will miscount: at most one a headcount, all seen by one."""
    found = [_plant_last(story, group) for group in plan.walk_ins[-2:]]
    walk_ins = [one for one in plan.walk_ins[:-2] if one.place == "al-hol"]
    groups = [group for trip in plan.trips for group in trip.groups]
    candidates = [one for one in (*groups, *walk_ins) if _can_be_miscounted(one)]
    story.rng.shuffle(candidates)
    taken = {(one.group.place, one.headcount_at) for one in found}
    last = _left_open(candidates)
    wanted = max(4, round(MISTAKES * min(1.0, story.scale * 3)))
    for group in (*last, *candidates):
        key = (group.place, headcount_after(group.at))
        if key in taken or len(found) >= wanted:
            continue
        taken.add(key)
        found.append(_plant(story, group, key[1], group in last))
    return found


def take_headcounts(story: Story, mistakes: list[Mistake]) -> tuple[list[Planted], Truth]:
    """Counts everybody every day at the quiet hour, truly, and corrects the books after."""
    shown = {(one.group.place, one.headcount_at): one for one in mistakes}
    surplus: Counter[str] = Counter()
    planted, truth = [], {}
    for at, place, in_books in _quiet_hours(story):
        mistake = shown.get((place, at))
        if mistake is not None:
            surplus[place] += mistake.group.miscount[1]
        there = truth[place, date_of(at).isoformat()] = in_books - surplus[place]
        body = HeadcountTaken(at=at, place=place, counted=there)
        serial = story.log.add(body, f"{place}-night-watch", "situation")
        if mistake is not None:
            planted.append(_follow_up(story, mistake, serial))
    return planted, truth


def books_at(story: Story, place: str, at_ms: int) -> int:
    """How many people stand at a place by the books at a moment."""
    total = 0
    for entry in story.log.entries:
        if entry.at_ms <= at_ms:
            total += _change(entry.body, place)
    return total


def _can_be_miscounted(group: Group) -> bool:
    at = headcount_after(group.at)
    if day_of(group.at) in CLOSED_DAYS or day_of(at) < 2 or day_of(at) >= DAYS:
        return False
    if group.place == "al-hol":
        return day_of(at) < DAYS - 1
    return group.leaves_at > at + 6 * HOUR_MS and at - group.at > HOUR_MS // 2


def _left_open(candidates: list[Group]) -> list[Group]:
    """One group of the last day whose mistake nobody has corrected yet."""
    last = moment(DAYS - 1, QUIET_HOUR)
    return [one for one in candidates if headcount_after(one.at) == last][:1]


def _plant(story: Story, group: Group, at: int, stays_open: bool) -> Mistake:
    corrected_at = NEVER if stays_open else at + CORRECTED_AFTER_MS
    family = group.families[int(story.rng.random() * len(group.families))]
    band = family.humans[0].band
    short = sum(one.band == band for one in family.humans)
    if stays_open or short > MOST_WRONG or story.rng.random() < 0.5:
        group.miscount = (band, 1 + int(story.rng.random() * MOST_WRONG))
    else:  # the family nobody counted can be written only after the books are corrected
        group.miscount = (band, -short)
        family.not_before = corrected_at + minutes(6)
    return Mistake(group, at, corrected_at)


def _plant_last(story: Story, group: Group) -> Mistake:
    """The groups at the camp and the transit site that nobody has looked into at the end."""
    family = group.families[0]
    band = family.humans[0].band
    short = sum(one.band == band for one in family.humans)
    if group.place == "suwar" and short <= MOST_WRONG:
        group.miscount = (band, -short)
        family.not_before = NEVER
    else:
        group.miscount = (band, 1 + int(story.rng.random() * MOST_WRONG))
    return Mistake(group, headcount_after(group.at), NEVER)


def _quiet_hours(story: Story) -> list[tuple[int, str, int]]:
    """Time, place and the number in the books at every quiet hour, in the order of time."""
    entries = sorted(story.log.entries, key=lambda entry: entry.at_ms)
    totals: Counter[str] = Counter()
    found: list[tuple[int, str, int]] = []
    position = 0
    for day in range(1, DAYS):
        at = moment(day, QUIET_HOUR)
        while position < len(entries) and entries[position].at_ms <= at:
            for leg in entries[position].body.posting():
                totals[split_account(leg.source)[0]] -= leg.count
                totals[split_account(leg.target)[0]] += leg.count
            position += 1
        found.extend(
            (at, place, totals[place]) for place, since in COUNTED_FROM.items() if day >= since
        )
    return found


def _follow_up(story: Story, mistake: Mistake, headcount: int) -> Planted:
    at, group = mistake.headcount_at, mistake.group
    if story.rng.random() < ASSIGNED_SHARE:
        assigned = DiscrepancyAssigned(at=at + HOUR_MS, discrepancy="", owner="registrar-1")
        _add_about(story, assigned, headcount)
    band, wrong = group.miscount
    settled = mistake.corrected_at != NEVER
    if settled:
        source, target = (group.place, "unknown") if wrong > 0 else ("unknown", group.place)
        leg = Leg(account(source, band), account(target, band), abs(wrong))
        cause = f"Group {group.code} was miscounted at the gate"
        body = BooksAdjusted(at=mistake.corrected_at, discrepancy="", cause=cause, legs=(leg,))
        _add_about(story, body, headcount)
    day = date_of(at).isoformat()
    return Planted(group.place, day, -wrong, at, group.code, settled)


def _add_about(story: Story, body: Body, headcount: int) -> None:
    """Writes something about the discrepancy of a headcount, whose id nobody knows yet."""

    def completed(unfinished: Body, position: list[int]) -> Body:
        name = f"headcount:{PLACEHOLDER}{position[headcount]}"
        return msgspec.structs.replace(unfinished, discrepancy=name)

    serial = story.log.add(body, "registrar-1", "situation", (headcount,))
    story.log.entries[serial].completed = completed


def _change(body: Body, place: str) -> int:
    change = 0
    for leg in body.posting():
        change += (split_account(leg.target)[0] == place) * leg.count
        change -= (split_account(leg.source)[0] == place) * leg.count
    return change
