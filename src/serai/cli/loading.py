"""Loading the training operation: the station's own first event, then everything that was told."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

import msgspec

from serai.cli.progress import bar, step

if TYPE_CHECKING:
    from serai.core.events import Body
    from serai.simulation.draft import Draft

PLACEHOLDER = "@"
PLACEHOLDER_FIELDS = ("discrepancy", "event")


def load_operation(name: str, seed: int, scale: float) -> int:
    """Seals the operation into this station's empty journal; answers when its story ends (ms)."""
    from serai.core.ids import station_mark
    from serai.journal.identity import this_station
    from serai.journal.load import load
    from serai.simulation.operation import operation

    with step("Living through the operation, 118 days"):
        mark = station_mark(this_station())
        told = operation(seed, station_mark=mark, scale=scale).drafts
    total = len(told) + 1
    with bar("Sealing events, then filling the tables", total) as progress:
        load(cast(Any, _after_opening(name, told)), progress)
    return told[-1].at_ms


def _after_opening(name: str, told: "list[Draft]") -> "Iterator[Draft]":
    """The opening first, because a journal begins with its station; all positions move by one."""
    from serai.cli.opening import opening_event
    from serai.simulation.draft import Draft

    first_ms = told[0].at_ms
    yield Draft(first_ms, "serai demo", "station", opening_event(name, first_ms))
    for draft in told:
        refs = tuple(number + 1 for number in draft.refs)
        yield Draft(draft.at_ms, draft.actor, draft.purpose, _shifted(draft.body), refs)


def _shifted(body: "Body") -> "Body":
    changes = {}
    for field in PLACEHOLDER_FIELDS:
        head, mark, number = getattr(body, field, "").rpartition(PLACEHOLDER)
        if mark and number.isdigit():
            changes[field] = f"{head}{mark}{int(number) + 1}"
    return msgspec.structs.replace(body, **changes) if changes else body
