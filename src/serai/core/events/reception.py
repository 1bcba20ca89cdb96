"""Events of the gate: a group is counted off a truck and given a range of tokens."""

from collections.abc import Iterable

from serai.core.counts import Count
from serai.core.events.body import PostingBody, event


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
