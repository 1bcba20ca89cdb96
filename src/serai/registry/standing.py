"""Which events about one thing still stand: replaced by no other, taken back by nobody."""

from collections.abc import Sequence

from serai.core.events import PostingReversed
from serai.core.events.body import Body
from serai.core.manifest import taken_back
from serai.core.registers import Write, live
from serai.journal.recorded import Recorded


def standing(events: Sequence[Recorded], kinds: tuple[type[Body], ...]) -> list[Recorded]:
    """The events of these kinds that no other replaced and no reversal took back, oldest first."""
    undone = taken_back([one for one in events if isinstance(one.body, PostingReversed)])
    writes = [
        Write(one.id, one.order, one.refs, one)
        for one in events
        if isinstance(one.body, kinds) and one.id not in undone
    ]
    return [one.value for one in live(writes)]
