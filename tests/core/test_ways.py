"""The way of a convoy is the shortest open one; a closed one only where every way is closed."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from serai.core.road import Road, Segment, SegmentStatus, segment_between
from serai.core.ways import chosen, places_on

PLACES = "abcde"
NOW_MS = 1_000
_pairs = [(one, other) for one in PLACES for other in PLACES if one < other]
_segments = st.lists(
    st.tuples(st.sampled_from(_pairs), st.integers(1, 9), st.sampled_from((0, 1, 5))),
    max_size=8,
    unique_by=lambda one: one[0],
).map(lambda rows: tuple(Segment(*ends, float(km), float(hours)) for ends, km, hours in rows))
_statuses = st.dictionaries(
    st.sampled_from([segment_between(*one) for one in _pairs]),
    st.lists(
        st.tuples(
            st.sampled_from(("open", "caution", "closed")),
            st.sampled_from((0, NOW_MS - 1, NOW_MS + 1)),
        ),
        min_size=1,
        max_size=2,
    ),
).map(
    lambda said: {
        segment: [
            SegmentStatus(f"e{number}", segment, status, "", "", until, 0, "karim")
            for number, (status, until) in enumerate(rows)
        ]
        for segment, rows in said.items()
    }
)
_ends = st.sampled_from([(one, other) for one in PLACES for other in PLACES if one != other])


def every_way(
    segments: tuple[Segment, ...], source: str, target: str, behind: tuple[Segment, ...] = ()
) -> Iterator[tuple[Segment, ...]]:
    """All ways that reach no place twice."""
    if source == target:
        yield behind
        return
    reached = {end for one in behind for end in (one.source, one.target)}
    for one in segments:
        for here, there in ((one.source, one.target), (one.target, one.source)):
            if here == source and there not in reached:
                yield from every_way(segments, there, target, (*behind, one))


def kilometres(way: tuple[Segment, ...]) -> float:
    return sum(one.kilometres for one in way)


def is_shut(said: dict[str, list[SegmentStatus]], one: Segment) -> bool:
    return any(
        status.status == "closed" and not 0 < status.until <= NOW_MS
        for status in said.get(one.segment, ())
    )


@given(segments=_segments, said=_statuses, ends=_ends)
def test_the_way_is_the_shortest_open_one_and_closed_only_where_all_are(
    segments: tuple[Segment, ...], said: dict[str, list[SegmentStatus]], ends: tuple[str, str]
) -> None:
    ways = list(every_way(segments, *ends))
    free = [way for way in ways if not any(is_shut(said, one) for one in way)]
    choice = chosen(Road(segments), said, *ends, NOW_MS)
    shut = [one.segment for one in choice.way if is_shut(said, one)]
    assert kilometres(choice.way) == min(map(kilometres, free or ways), default=0)
    assert bool(choice.way) == bool(ways)
    assert [one.segment for one in choice.closed] == shut
    assert bool(shut) == bool(ways and not free)
    if choice.way:
        assert places_on(choice.segments, ends[0])[-1] == ends[1]


@given(segments=_segments, said=_statuses, ends=_ends)
def test_another_way_than_the_usual_one_has_its_reason(
    segments: tuple[Segment, ...], said: dict[str, list[SegmentStatus]], ends: tuple[str, str]
) -> None:
    choice = chosen(Road(segments), said, *ends, NOW_MS)
    usual = [one.segment for one in choice.usual]
    assert bool(choice.avoided) == (list(choice.segments) != usual)
    assert all(one.segment in usual for one in choice.avoided)
    assert not choice.has_others or choice.closed


@given(segments=_segments, ends=_ends)
def test_of_ways_as_long_as_each_other_the_quicker_one_is_driven(
    segments: tuple[Segment, ...], ends: tuple[str, str]
) -> None:
    ways = list(every_way(segments, *ends))
    least = min(map(kilometres, ways), default=0)
    hours = [sum(one.by_day for one in way) for way in ways if kilometres(way) == least]
    taken = sum(one.by_day for one in Road(segments).way(*ends))
    assert abs(taken - min(hours, default=0)) < 1e-9
