"""Daily counts as people write them down: a CSV file of days and counts, read with its mistakes.

A day that is missing from the file is a day nobody counted; it is never taken as nobody came.
"""

import csv
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from serai.core.forecast.arrivals import COUNT_MAX

DAY_HEADS = ("date",)
COUNT_HEADS = ("count", "arrivals")
SEPARATORS = ",;\t"
DAYS_MAX = 20_000  # half a century; more is a slip in one of the years
LAST_ON = date(9000, 1, 1)  # so that the days ahead have dates too


class Series(msgspec.Struct, frozen=True):
    """Counts of one day after the other, from the first day on; None where nobody counted."""

    first_on: date
    counts: tuple[int | None, ...]

    @property
    def last_on(self) -> date:
        """The last day of the file."""
        return self.on(len(self.counts) - 1)

    def on(self, day: int) -> date:
        """The date of the n-th day, also beyond the last one."""
        return self.first_on + timedelta(days=day)

    @property
    def only_grows(self) -> bool:
        """Whether it looks like a running total rather than what each day brought."""
        known = [count for count in self.counts if count is not None]
        steps = list(pairwise(known))
        return len(steps) > 5 and known[-1] > 2 * known[0] and all(a <= b for a, b in steps)


class Fault(ValueError):
    """What is wrong with the file, and in which line."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(f"line {line}: {sentence}")
        self.line = line


def series_of(dated: Iterable[tuple[date, int]]) -> Series:
    """The counts in order, with the days between them that nobody counted."""
    counted = dict(dated)
    first, last = min(counted), max(counted)
    days = (last - first).days + 1
    return Series(first, tuple(counted.get(first + timedelta(days=n)) for n in range(days)))


def read_csv(text: str) -> Series:
    """Reads `date,count` rows in any order; raises a Fault that names the line.

    >>> read_csv("date,count\\n2019-02-01,40\\n2019-02-03,٧").counts
    (40, None, 7)
    """
    lines = text.removeprefix("\ufeff").splitlines()
    head = lines[0] if lines else ""
    if not head.strip():
        raise Fault(1, "the file is empty; the first line must be: date,count")
    separator = next((mark for mark in SEPARATORS if mark in head), ",")
    heads = tuple(cell.strip().lower() for cell in head.replace('"', "").split(separator))
    if len(heads) != 2 or heads[0] not in DAY_HEADS or heads[1] not in COUNT_HEADS:
        raise Fault(1, f"the first line must be: date,count (it is: {head.strip()[:60]})")
    lines_of: dict[date, int] = {}
    dated: dict[date, int] = {}
    for line, cells in _rows(lines[1:], separator):
        day = _day(cells[0], line)
        if day in lines_of:
            raise Fault(line, f"{day} was already given in line {lines_of[day]}.")
        lines_of[day] = line
        if cells[1]:
            dated[day] = _count(cells[1], line)
    if not dated:
        raise Fault(len(lines), "no day has a count.")
    first, last = min(dated), max(dated)
    if (last - first).days > DAYS_MAX or last > LAST_ON:
        raise Fault(lines_of[first], f"{first} to {last} is too long; look at the years.")
    return series_of(dated.items())


def _rows(lines: list[str], separator: str) -> Iterator[tuple[int, list[str]]]:
    """The two cells of every row that is not empty, with its line in the file."""
    reader = csv.reader(lines, delimiter=separator)
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if len(cells) != 2 and any(cells):
                raise Fault(reader.line_num + 1, f"a row is date,count, not {len(cells)} cells.")
            if any(cells):
                yield reader.line_num + 1, cells
    except csv.Error as error:
        raise Fault(reader.line_num + 1, f"this cannot be read as CSV ({error}).") from None


def _day(written: str, line: int) -> date:
    try:
        return date.fromisoformat(_western(written))
    except ValueError:
        raise Fault(line, f"{written[:40]!r} is no day; write it as 2019-03-31.") from None


def _count(written: str, line: int) -> int:
    """A whole number of people; digits of any script."""
    digits = _western(written)
    if digits.startswith(("-", "\N{MINUS SIGN}")) and digits[1:].isdecimal():
        raise Fault(line, f"{written[:40]} people cannot arrive; a count is 0 or more.")
    if not digits.isdecimal():
        raise Fault(line, f"{written[:40]!r} is no count; write a whole number, or leave it empty.")
    if int(digits[:20]) > COUNT_MAX:
        raise Fault(line, f"{written[:40]} is more than {COUNT_MAX:,} people.")
    return int(digits)


def _western(written: str) -> str:
    """Digits of other scripts, such as \N{ARABIC-INDIC DIGIT FOUR}, as 0 to 9."""
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in written
    )
