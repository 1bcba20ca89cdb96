"""Events of the gate: a group is counted off a truck and given a range of tokens."""

from collections.abc import Iterable
from typing import Annotated

import msgspec

from serai.core.counts import Count
from serai.core.events.body import Body, PostingBody, event

ROWS_PER_EVENT_MAX = 250
COLUMNS_MAX = 40
Cell = Annotated[str, msgspec.Meta(max_length=200)]
Cells = Annotated[tuple[Cell, ...], msgspec.Meta(max_length=COLUMNS_MAX)]
ExpectedRows = Annotated[tuple[Cells, ...], msgspec.Meta(max_length=ROWS_PER_EVENT_MAX)]
ExpectedColumns = Annotated[tuple[Cell, ...], msgspec.Meta(max_length=COLUMNS_MAX)]


@event("arrival_counted")
class ArrivalCounted(PostingBody, frozen=True, omit_defaults=True, kw_only=True):
    """A truck or group was counted at a gate.

    `arrival` is its id and `code` the short name people use ("G-17"). `counts` holds people by
    unnamed band. `came_from` is a place id or the words used; `came_by` how ("truck", "on foot",
    "minibus"). `conditions` are flags the clerk saw ("wounded", "exhausted", "newborn", ...).
    `token_first` and `token_last` are the numbers of the tokens given out, one a household or
    person; `station_mark` begins their codes.
    """

    arrival: str
    code: str
    place: str
    counts: dict[str, Count]
    came_from: str = ""
    came_by: str = ""
    conditions: tuple[str, ...] = ()
    station_mark: str = ""
    token_first: Count = 0
    token_last: Count = -1

    def subjects(self) -> Iterable[str]:
        return (f"arrival:{self.arrival}",)


@event("expected_list_taken")
class ExpectedListTaken(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A list of people who are expected at a place came in: the rows of its file as they are.

    `heads` rows at the top are heads; `columns` says what each column holds. Longer lists go on
    in `expected_rows_added`.
    """

    list: str
    title: str
    place: str
    rows: ExpectedRows
    heads: Count = 0
    columns: ExpectedColumns = ()

    def subjects(self) -> Iterable[str]:
        return (f"expected:{self.list}",)


@event("expected_rows_added")
class ExpectedRowsAdded(Body, frozen=True, omit_defaults=True, kw_only=True):
    """The next rows of a list; `start` is how many stand before them."""

    list: str
    start: Count
    rows: ExpectedRows

    def subjects(self) -> Iterable[str]:
        return (f"expected:{self.list}",)


@event("expected_columns_set")
class ExpectedColumnsSet(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A person said what the columns of a list hold. The refs name what was said before."""

    list: str
    columns: ExpectedColumns
    heads: Count = 0

    def subjects(self) -> Iterable[str]:
        return (f"expected:{self.list}",)


@event("expected_person_ticked")
class ExpectedPersonTicked(Body, frozen=True, omit_defaults=True, kw_only=True):
    """Somebody of a list stands at the truck, or the tick was a mistake (`taken_back`).

    The refs name the ticks this one saw and replaces.
    """

    list: str
    row: Count
    taken_back: bool = False
    place: str = ""

    def subjects(self) -> Iterable[str]:
        return (f"expectedrow:{self.list}/{self.row}",)
