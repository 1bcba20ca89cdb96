"""The road of the told operation: dangers with day and source, closures that stop no convoy."""

from serai.core.events import ConvoyDeparted, ConvoyOpened, HazardNoted, SegmentStatusSet
from serai.core.hazards import KINDS, Whereabouts, as_date, day_of, touched
from serai.core.operation import PLACES
from serai.core.road import STATUSES, Road, SegmentStatus, segment_between, worst
from serai.simulation.days import END_MS
from serai.simulation.operation import operation
from serai.simulation.warnings import CHANGES, DANGERS, ROAD


def status_of(body: SegmentStatusSet) -> SegmentStatus:
    return SegmentStatus("", body.segment, body.status, "", "", body.until, body.at, "")


def convoys_held_back(drafts):
    """Convoys that left over a segment that was closed at that minute."""
    held, targets, refused = {}, {}, []
    for draft in drafts:
        body = draft.body
        if isinstance(body, SegmentStatusSet):
            held[body.segment] = status_of(body)
        if isinstance(body, ConvoyOpened):
            targets[body.convoy] = body.target
        if isinstance(body, ConvoyDeparted):
            ahead = [held[one.segment] for one in ROAD.way(body.place, targets[body.convoy])
                     if one.segment in held]  # fmt: skip
            found = worst(ahead, body.at)
            if found is not None and found.status == "closed":
                refused.append(body.convoy)
    return refused


def test_no_convoy_of_the_story_is_held_back_by_the_road(whole):
    assert convoys_held_back(whole.drafts) == []


def test_nor_in_smaller_operations_with_other_seeds(small):
    assert convoys_held_back(small.drafts) == []


def test_the_road_was_closed_after_the_bomb_and_over_the_weekend_without_convoys(whole):
    closed = {
        (draft.body.segment, day_of(draft.at_ms).isoformat())
        for draft in whole.drafts
        if isinstance(draft.body, SegmentStatusSet) and draft.body.status == "closed"
    }
    assert (segment_between("front", "reception"), "2019-02-23") in closed
    assert (segment_between("suwar", "shaddadah"), "2019-01-21") in closed


def test_nothing_is_closed_when_the_story_ends(whole):
    """Whoever trains on it sends the convoy that is being loaded."""
    last = {}
    for draft in whole.drafts:
        if isinstance(draft.body, SegmentStatusSet):
            last[draft.body.segment] = status_of(draft.body)
    assert last
    assert all(one.status != "closed" or one.lapsed(END_MS) for one in last.values())


def test_every_danger_of_the_story_is_dated_placed_and_said_by_somebody(whole):
    notes = [draft for draft in whole.drafts if isinstance(draft.body, HazardNoted)]
    assert len(notes) == len(DANGERS)
    for draft in notes:
        body = draft.body
        assert body.what in KINDS
        assert body.source
        assert body.segment in ROAD.by_id or body.latitude is not None, body
        day = as_date(body.until_on) or as_date(body.from_on)
        assert day is None or day <= day_of(draft.at_ms), body


def test_dangers_warn_the_road_they_were_told_of():
    told = {one.told.place: one.told for one in DANGERS if one.told.place}
    at = Whereabouts("", (36.0576, 40.7348), told["Ash Shaddadi"].precision)
    positions = {one.place: (one.latitude, one.longitude) for one in PLACES}
    assert segment_between("suwar", "shaddadah") in touched(at, Road(ROAD.segments, positions))
    assert all(one.segment in ROAD.by_id and one.status in STATUSES for one in CHANGES)


def test_the_story_is_told_the_same_way_twice():
    once, again = (
        [draft.body for draft in operation(7, scale=0.01).drafts
         if isinstance(draft.body, SegmentStatusSet | HazardNoted)]
        for _ in range(2)
    )  # fmt: skip
    assert once == again


def test_no_convoy_of_the_story_comes_in_overdue(whole):
    """Leg times fit the hours that the story's convoys take."""
    left, late = {}, []
    for draft in whole.drafts:
        body = draft.body
        if isinstance(body, ConvoyDeparted):
            left[body.convoy] = body
        elif draft.body.kind == "convoy_received" and body.convoy in left:
            departed = left.pop(body.convoy)
            if body.at > ROAD.due_at(departed.place, body.place, departed.at):
                late.append(body.convoy)
    assert late == []
