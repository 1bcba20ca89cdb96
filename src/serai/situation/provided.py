"""Rows of what was provided and what is needed: goods by the hour, roofs, figures of standards."""

from collections.abc import Iterable, Sequence
from typing import Any

from serai.core.clock import HOUR_MS
from serai.core.events import ReliefHanded, ReliefReturned, ShelterAllotted, ShelterLeft
from serai.core.events.standards import StandardSet
from serai.core.registers import Write, live
from serai.journal.projection import Derived, Summed, Term
from serai.journal.recorded import Recorded
from serai.situation.models import Given, Roofed, StandardSetting

SOURCE_LETTERS_MAX = 200


class GivenHours(Summed):
    """Goods handed out, by hour and item."""

    model = Given
    reads = (ReliefHanded, ReliefReturned)
    sums = ("quantity",)

    def terms(self, event: Recorded) -> Iterable[Term]:
        """What this hand-out adds; a return takes it away at its own hour."""
        body = event.body
        assert isinstance(body, ReliefHanded | ReliefReturned)
        way = 1 if isinstance(body, ReliefHanded) else -1
        hour = body.at // HOUR_MS
        for leg in body.legs:
            yield (hour, leg.item), (way * leg.quantity,)

    def group(self, hour: int, item: str) -> dict[str, Any]:
        """The hour and the item."""
        return {"id": f"{hour}|{item}", "hour": hour, "item": item}


class RoofedRows(Derived):
    """Every stay of a household under a roof, one after the other."""

    model = Roofed
    prefix = "household"
    reads = (ShelterAllotted, ShelterLeft)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[dict[str, Any]]:
        """A stay ends where the next one begins, or when the unit is given up."""
        told = sorted(events, key=lambda one: (one.body.at, one.order))
        ends = [*(one.body.at for one in told[1:]), 0]
        for event, until in zip(told, ends, strict=True):
            body = event.body
            if isinstance(body, ShelterAllotted):
                yield {
                    "id": event.id,
                    "household": identity,
                    "place": body.place,
                    "people": len(body.people),
                    "since": body.at,
                    "until": until,
                }


class StandardRows(Derived):
    """Every figure that was ever set for a standard."""

    model = StandardSetting
    prefix = "standard"
    reads = (StandardSet,)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[dict[str, Any]]:
        """Those that a later one replaced say so; two that do not know each other both stand."""
        alive = {
            write.event
            for write in live([Write(one.id, one.order, one.refs, one.body) for one in events])
        }
        for event in events:
            body = event.body
            assert isinstance(body, StandardSet)
            yield {
                "id": event.id,
                "standard": identity,
                "figure": body.figure,
                "source": body.source[:SOURCE_LETTERS_MAX],
                "at": body.at,
                "actor": event.actor,
                "replaced": event.id not in alive,
            }
