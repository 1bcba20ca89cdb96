"""Small numbers hidden in what leaves the station, so that nobody can be picked out of a table.

Counts of one to four are hidden. Where a hidden count would follow from its row, its column or a
total, further counts are hidden until it does not: every hidden count lies on a ring of hidden
ones along which people could be moved, one more here and one fewer there, without changing
anything that is shown. Hidden counts look alike, whether small or hidden to shield another.

Zeros are shown: that nobody of a sort is there names nobody. So a reader knows that a hidden count
is at least one, and rings hold for that reader too. Two tables of different hours can be
subtracted; a difference of totals shows how many came and went, never who.
"""

import heapq
from collections.abc import Iterator, Sequence

import msgspec

SMALL_MAX = 4
HOP = 0.001  # of two ways that hide as much, the shorter one
Cell = tuple[int, int]  # row and column; the last of each is the total
Shown = tuple[int | None, ...]


class Guarded(msgspec.Struct, frozen=True):
    """A table as it may be shown; None where a count is hidden."""

    cells: tuple[Shown, ...]
    rows: Shown  # totals
    columns: Shown
    total: int | None

    @property
    def hidden(self) -> int:
        """How many counts are hidden."""
        shown = (*(count for row in self.cells for count in row), *self.rows, *self.columns)
        return sum(count is None for count in (*shown, self.total))


def guarded(cells: Sequence[Sequence[int]]) -> Guarded:
    """A table with its totals, small counts and what would betray them hidden.

    >>> guarded([[12, 3, 9], [20, 30, 40], [7, 8, 9]]).cells
    ((12, None, None), (20, 30, 40), (7, None, None))
    """
    table = _Table(cells)
    if table.whole():
        total = table.count((table.height, table.width))
        hidden = tuple((None,) * table.width for _ in range(table.height))
        return Guarded(hidden, (None,) * table.height, (None,) * table.width, _if_large(total))
    shown = [[table.shown((row, column)) for column in range(table.width + 1)]
             for row in range(table.height + 1)]  # fmt: skip
    return Guarded(
        tuple(tuple(row[:-1]) for row in shown[:-1]),
        tuple(row[-1] for row in shown[:-1]),
        tuple(shown[-1][:-1]),
        shown[-1][-1],
    )


def guarded_list(counts: Sequence[int]) -> tuple[Shown, int | None]:
    """Counts with their sum, small ones and what would betray them hidden.

    >>> guarded_list([3, 0, 60, 25]), guarded_list([1, 1, 0])
    (((None, 0, 60, None), 88), ((None, None, 0), None))
    """
    total = sum(counts)
    hidden = {at for at, count in enumerate(counts) if 0 < count <= SMALL_MAX}
    others = sorted((count, at) for at, count in enumerate(counts) if count > SMALL_MAX)
    if hidden and others and (len(hidden) < 2 or max(counts[at] for at in hidden) < 2):
        hidden.add(others[0][1])
    loose = len(hidden) != 1 and (not hidden or max(counts[at] for at in hidden) > 1)
    shown = tuple(None if at in hidden else count for at, count in enumerate(counts))
    return shown, _if_large(total) if loose else None


def _if_large(count: int) -> int | None:
    return None if 0 < count <= SMALL_MAX else count


class _Table:
    """A table with its totals as last row and column, and which of its counts are hidden."""

    def __init__(self, cells: Sequence[Sequence[int]]) -> None:
        body: list[list[int]] = [[*row, sum(row)] for row in cells]
        sums: list[int] = [sum(column) for column in zip(*body, strict=True)]
        self.counts: list[list[int]] = [*body, sums]
        self.height, self.width = len(body), len(sums) - 1
        self.hidden: set[Cell] = set()

    def count(self, cell: Cell) -> int:
        return self.counts[cell[0]][cell[1]]

    def shown(self, cell: Cell) -> int | None:
        return None if cell in self.hidden else self.count(cell)

    def whole(self) -> bool:
        """Hides what must be; true when that does not help and all of it must go."""
        small = [
            (row, column)
            for row in range(self.height + 1)
            for column in range(self.width + 1)
            if 0 < self.counts[row][column] <= SMALL_MAX
        ]
        if (self.height, self.width) in small:
            return True
        for cell in small:
            rings = [ring for step in (1, -1) if (ring := self._ring(cell, step)) is not None]
            if not rings:
                return True
            self.hidden.update(min(rings)[1])
        return False

    def _ring(self, start: Cell, step: int) -> tuple[float, list[Cell]] | None:
        """The ring through a cell that hides the fewest people, when the cell moves by `step`."""
        if not self._may(start, step):
            return None
        goal = start[1]
        ways: list[tuple[float, bool, int, list[Cell]]] = [(0.0, True, start[0], [start])]
        seen: set[tuple[bool, int]] = set()
        while ways:
            cost, on_row, line, cells = heapq.heappop(ways)
            if (on_row, line) in seen:
                continue
            seen.add((on_row, line))
            if not on_row and line == goal:
                return cost, cells
            for cell in self._along(on_row, line):
                if cell not in cells and self._may(cell, -step if on_row else step):
                    price = 0 if cell in self.hidden else self.count(cell)
                    further = cell[1] if on_row else cell[0]
                    heapq.heappush(ways, (cost + price + HOP, not on_row, further, [*cells, cell]))
        return None

    def _along(self, on_row: bool, line: int) -> Iterator[Cell]:
        if on_row:
            yield from ((line, column) for column in range(self.width + 1))
        else:
            yield from ((row, line) for row in range(self.height + 1))

    def _may(self, cell: Cell, step: int) -> bool:
        """Whether one more or one fewer there stays believable. Totals move the other way."""
        if cell == (self.height, self.width):
            return False  # how many people there are is said on every page
        count = self.count(cell)
        is_total = cell[0] == self.height or cell[1] == self.width
        return count > 0 and (count > 1 or (step < 0 if is_total else step > 0))
