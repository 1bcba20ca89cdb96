"""Baghuz to Al-Hol, 4 Dec 2018 to 31 Mar 2019, as a stream of events: seeded, always the same.

`Operation.drafts` are the events in the order of time, without a station: whoever loads them
opens the station first, gives each draft an id, and turns `refs` (positions of earlier drafts)
and every `@n` inside a body ("headcount:@12") into the id of that draft.
`planted` lists the mistakes put in, one for each headcount that must not fit.
"""

import gc
from collections.abc import Iterator

import msgspec

from serai.simulation.arrivals import CAMP_PEOPLE
from serai.simulation.camp import allot, bear_children, open_shelters, settle, settle_walk_ins
from serai.simulation.days import END_MS
from serai.simulation.draft import Draft, Log, write_jsonl
from serai.simulation.goods import fill_stores, hand_out_again
from serai.simulation.mistakes import Truth, books_at, plant, take_headcounts
from serai.simulation.opening import open_operation
from serai.simulation.parting import review_all
from serai.simulation.reception import blur_by_night, count_group, receive
from serai.simulation.reported import bring_reports
from serai.simulation.road import travel
from serai.simulation.story import Planted, Story
from serai.simulation.telling import ask_and_correct
from serai.simulation.trips import Plan, Planner
from serai.simulation.warnings import warn

__all__ = ["Draft", "Operation", "Planted", "baghuz_2019", "operation", "write_jsonl"]


class Operation(msgspec.Struct, frozen=True):
    """A whole run: its events, the mistakes in it, and who was really where every morning."""

    drafts: list[Draft]
    planted: list[Planted]
    truth: Truth


def baghuz_2019(seed: int, *, station_mark: str = "7K", scale: float = 1.0) -> Iterator[Draft]:
    """The events of the operation; `scale` 0.01 tells it with a hundredth of the people."""
    return iter(operation(seed, station_mark=station_mark, scale=scale).drafts)


def operation(seed: int, *, station_mark: str = "7K", scale: float = 1.0) -> Operation:
    """The operation with what its author knows about it."""
    collecting = gc.isenabled()
    gc.disable()  # nothing here is a ring, and looking for rings takes a third of the time
    try:
        return _operation(seed, station_mark, scale)
    finally:
        if collecting:
            gc.enable()


def _operation(seed: int, station_mark: str, scale: float) -> Operation:
    story = Story(Log(seed), station_mark, scale)
    open_operation(story)
    free = open_shelters(story)
    plan = Planner(story.log, scale).plan()
    _number(plan)
    for trip in plan.trips:
        for group in trip.groups:
            blur_by_night(story, group)
    mistakes = plant(story, plan)
    _tell(story, plan)
    allot(story, free)
    review_all(story)
    ask_and_correct(story)
    hand_out_again(story)
    fill_stores(story)
    wrong = sum(one.group.miscount[1] for one in mistakes if one.group.place == "al-hol")
    bear_children(story, round(CAMP_PEOPLE * scale) - books_at(story, "al-hol", END_MS) + wrong)
    planted, truth = take_headcounts(story, mistakes)
    bring_reports(story)
    warn(story, plan)
    return Operation(story.log.drafts(END_MS), planted, truth)


def _number(plan: Plan) -> None:
    """Groups, tokens and convoys get their numbers in the order of time."""
    groups = [group for trip in plan.trips for group in trip.groups]
    token = 1
    for number, group in enumerate(sorted([*groups, *plan.walk_ins], key=lambda one: one.at)):
        group.code, group.token_first = f"G-{number + 1}", token
        token += len(group.families)
    rides = sorted((ride for trip in plan.trips for ride in trip.rides), key=lambda r: r.departs_at)
    for number, ride in enumerate(rides):
        ride.code = f"C-{number + 1}"


def _tell(story: Story, plan: Plan) -> None:
    for trip in plan.trips:
        for group in trip.groups:
            count_group(story, group)
            receive(story, group)
        travel(story, trip)
        settle(story, trip)
    for group in plan.walk_ins:
        count_group(story, group)
        settle_walk_ins(story, group)
