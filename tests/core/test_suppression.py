"""Nobody can be picked out of a table that leaves the station."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from serai.core.suppression import SMALL_MAX, Guarded, Shown, guarded, guarded_list

COUNTS = st.one_of(st.integers(0, 6), st.integers(0, 40), st.sampled_from([0, 1, 1, 2, 4, 5]))
TABLES = st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
    lambda size: st.lists(
        st.lists(COUNTS, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)
Cell = tuple[int, int]
Range = tuple[float, float]
ROUNDS = 60


def with_totals(table: Sequence[Sequence[int]]) -> list[list[int]]:
    lines = [[*row, sum(row)] for row in table]
    return [*lines, [sum(column) for column in zip(*lines, strict=True)]]


def shown_lines(shown: Guarded) -> list[list[int | None]]:
    lines = [[*row, total] for row, total in zip(shown.cells, shown.rows, strict=True)]
    return [*lines, [*shown.columns, shown.total]]


def possible(lines: list[list[int | None]], least: int, most: int) -> list[set[int]]:
    """What an attacker finds each hidden count can be, who tries every believable table.

    Lines hold the totals as last row and column; every hidden count is at least `least`.
    """
    found: dict[Cell, set[int]] = {
        (row, column): set()
        for row, line in enumerate(lines)
        for column, count in enumerate(line)
        if count is None
    }
    for cell, values in found.items():
        for value in range(least, most + 1):
            if believable(lines, {cell: value}, least):
                values.add(value)
            if len(values) > 1:
                break
    return list(found.values())


def believable(lines: list[list[int | None]], fixed: dict[Cell, int], least: int) -> bool:
    """Whether some whole numbers fit: narrows ranges, then tries the narrowest unknown."""
    ranges: dict[Cell, Range] = {}
    for row, line in enumerate(lines):
        for column, count in enumerate(line):
            known = fixed.get((row, column), count)
            ranges[row, column] = (known, known) if known is not None else (least, float("inf"))
    return solved(ranges, len(lines), len(lines[0]))


def solved(ranges: dict[Cell, Range], height: int, width: int) -> bool:
    narrowed_ranges = narrowed(ranges, height, width)
    if narrowed_ranges is None:
        return False
    loose = {cell: ends for cell, ends in narrowed_ranges.items() if ends[0] < ends[1]}
    if not loose:
        return True
    cell, (low, high) = min(loose.items(), key=lambda one: one[1][1] - one[1][0])
    tried = range(int(low), int(min(high, low + 8)) + 1)
    return any(solved({**narrowed_ranges, cell: (value, value)}, height, width) for value in tried)


def narrowed(ranges: dict[Cell, Range], height: int, width: int) -> dict[Cell, Range] | None:
    ranges = dict(ranges)
    sums = [[*((row, column) for column in range(width))] for row in range(height)]
    sums += [[*((row, column) for row in range(height))] for column in range(width)]
    for _ in range(ROUNDS):
        before = dict(ranges)
        for *parts, total in sums:
            low = sum(ranges[part][0] for part in parts)
            high = sum(ranges[part][1] for part in parts)
            ranges[total] = (max(ranges[total][0], low), min(ranges[total][1], high))
            for part in parts:
                others_low = low - ranges[part][0]
                others_high = sum(ranges[other][1] for other in parts if other != part)
                ranges[part] = (
                    max(ranges[part][0], ranges[total][0] - others_high),
                    min(ranges[part][1], ranges[total][1] - others_low),
                )
                low = others_low + ranges[part][0]
        if any(low > high for low, high in ranges.values()):
            return None
        if ranges == before:
            break
    return ranges


def is_whole(shown: Guarded) -> bool:
    return all(count is None for row in shown.cells for count in row)


@settings(max_examples=250, deadline=None)
@given(TABLES)
def test_no_hidden_count_follows_from_what_is_shown(table: list[list[int]]) -> None:
    shown = guarded(table)
    least = 0 if is_whole(shown) else 1  # zeros are shown, and the attacker knows that
    most = with_totals(table)[-1][-1] + 2
    for values in possible(shown_lines(shown), least, most):
        assert len(values) != 1
    for values in possible(shown_lines(shown), 0, most):
        assert len(values) > 1


@given(TABLES)
def test_no_small_count_is_shown_and_what_is_shown_is_true(table: list[list[int]]) -> None:
    shown = shown_lines(guarded(table))
    for line, full in zip(shown, with_totals(table), strict=True):
        for count, true in zip(line, full, strict=True):
            assert count is None or count == true
            assert count is None or count == 0 or count > SMALL_MAX


def test_a_table_without_small_counts_hides_nothing() -> None:
    assert guarded([[5, 0], [12, 700]]).hidden == 0


def test_hiding_one_count_alone_would_not_do() -> None:
    """The attacker of these tests finds it out."""
    naked: list[list[int | None]] = [[None, 9, 12], [20, 30, 50], [23, 39, 62]]
    assert possible(naked, 0, 70) == [{3}]


def test_few_counts_are_hidden_besides_the_small_ones() -> None:
    table = [[220, 180, 3], [310, 305, 40], [90, 44, 25], [800, 120, 31], [60, 75, 6]]
    assert guarded(table).hidden == 4


@given(st.lists(COUNTS, min_size=1, max_size=7))
def test_no_hidden_count_of_a_list_follows_from_the_others(counts: list[int]) -> None:
    shown, total = guarded_list(counts)
    assert total is None or total == sum(counts)
    left = None if total is None else total - sum(count or 0 for count in shown)
    for at, count in enumerate(shown):
        assert count is None or count == 0 or count > SMALL_MAX
        if count is None:
            assert len(values_in_a_list(shown, at, left)) > 1


def values_in_a_list(shown: Shown, at: int, left: int | None) -> range:
    """What a hidden count of a list can be, when all are at least one and sum to `left`."""
    others = sum(count is None for count in shown) - 1
    if left is None:
        return range(1, 3)
    return range(1, left - others + 1) if others else range(left, left + 1)
