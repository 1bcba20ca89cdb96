"""The rule of the camp: a unit that fits, step-free for who needs it, never over its size."""

from hypothesis import given
from hypothesis import strategies as st

from serai.core.shelter import Room, needs_reason, suggestions

rooms = st.lists(
    st.builds(
        Room,
        unit=st.integers(1, 50).map(lambda number: f"A-{number}"),
        section=st.just("A"),
        capacity=st.integers(1, 80),
        people=st.integers(0, 90),
        accessible=st.booleans(),
    ),
    max_size=30,
)


@given(rooms, st.integers(1, 12), st.booleans())
def test_every_suggestion_takes_the_whole_household(
    units: list[Room], size: int, step_free: bool
) -> None:
    for room in suggestions(units, size, step_free):
        assert room.people + size <= room.capacity
        assert not needs_reason(room, size)


@given(rooms, st.integers(1, 12))
def test_who_needs_a_step_free_unit_gets_one_while_there_is_one(
    units: list[Room], size: int
) -> None:
    first = suggestions(units, size, step_free=True)[:1]
    fits = [room for room in units if room.accessible and not needs_reason(room, size)]
    assert not fits or first[0].accessible


@given(rooms, st.integers(1, 12))
def test_the_others_take_no_step_free_unit_while_another_fits(units: list[Room], size: int) -> None:
    first = suggestions(units, size, step_free=False)[:1]
    fits = [room for room in units if not room.accessible and not needs_reason(room, size)]
    assert not fits or not first[0].accessible
