"""Values that several stations may write at once: nothing is overwritten, everything is kept.

Every write names the writes it saw (`refs`). A write that nobody saw and replaced is *live*.
One live value is the value; two are a conflict for a person to decide. Which write came first
in time never decides anything (Shapiro and others, "Conflict-free replicated data types", 2011).
"""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

import msgspec

Value = TypeVar("Value")


class Write(msgspec.Struct, Generic[Value], frozen=True):
    """One value somebody wrote: the event's id, its display order, what it replaces, the value."""

    event: str
    order: tuple[int, str, int, int]
    replaces: tuple[str, ...]
    value: Value


def live(writes: Iterable[Write[Value]]) -> list[Write[Value]]:
    """The writes that no other write replaced, oldest first.

    >>> first = Write("a", (1, "s", 1, 1), (), "Hasan")
    >>> seen = Write("b", (2, "s", 1, 2), ("a",), "Hassan")
    >>> blind = Write("c", (3, "t", 1, 1), ("a",), "Husein")
    >>> [write.value for write in live([blind, first, seen])]
    ['Hassan', 'Husein']
    """
    everything = list(writes)
    replaced = {event for write in everything for event in write.replaces if event != write.event}
    alive = [write for write in everything if write.event not in replaced]
    return sorted(alive or everything, key=lambda write: write.order)  # a forged ring kills nobody


def shown(alive: Sequence[Write[Value]]) -> Value:
    """The value to print while people decide: the newest live one, the same at every station."""
    return alive[-1].value


def disputed(alive: Sequence[Write[Value]]) -> bool:
    """Whether live writes hold different values."""
    return any(write.value != alive[0].value for write in alive)
