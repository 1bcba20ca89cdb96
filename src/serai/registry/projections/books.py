"""Rows of the books: every leg as posted, every account's balance, its flow by hour and day."""

from collections.abc import Iterable
from typing import Any

from serai.core.clock import DAY_MS, HOUR_MS
from serai.core.events import PostingBody
from serai.core.ledger import split_account
from serai.journal.projection import Listed, Row, Summed, Term
from serai.journal.recorded import Recorded
from serai.registry.models import Balance, DailyChange, HourlyFlow, PostingLeg


class LegRows(Listed):
    """One row a leg."""

    model = PostingLeg
    reads = (PostingBody,)

    def rows_of(self, event: Recorded) -> Iterable[Row]:
        """The legs of one event."""
        for number, leg in enumerate(event.body.posting()):
            source_place, source_band = split_account(leg.source)
            target_place, target_band = split_account(leg.target)
            yield {
                "id": f"{event.id}#{number}",
                "at": event.body.at,
                "kind": event.kind,
                "source_place": source_place,
                "source_band": source_band,
                "target_place": target_place,
                "target_band": target_band,
                "count": leg.count,
            }


class BalanceSums(Summed):
    """One row an account: everything that came in, less everything that went out."""

    model = Balance
    reads = (PostingBody,)
    sums = ("count",)

    def terms(self, event: Recorded) -> Iterable[Term]:
        """Minus on the source, plus on the target; the two are equal, so nobody is made or lost."""
        for leg in event.body.posting():
            yield (leg.source,), (-leg.count,)
            yield (leg.target,), (leg.count,)

    def group(self, account: str) -> dict[str, Any]:
        """The account."""
        place, band = split_account(account)
        return {"id": account, "place": place, "band": band}


class FlowSums(Summed):
    """One row an account and hour."""

    model = HourlyFlow
    reads = (PostingBody,)
    sums = ("came", "went", "renamed")

    def terms(self, event: Recorded) -> Iterable[Term]:
        """Came and went between places; renamed within one place."""
        hour = event.body.at // HOUR_MS
        for leg in event.body.posting():
            stays = split_account(leg.source)[0] == split_account(leg.target)[0]
            if stays:
                yield (leg.source, hour), (0, 0, -leg.count)
                yield (leg.target, hour), (0, 0, leg.count)
            else:
                yield (leg.source, hour), (0, leg.count, 0)
                yield (leg.target, hour), (leg.count, 0, 0)

    def group(self, account: str, hour: int) -> dict[str, Any]:
        """The account and the hour."""
        place, band = split_account(account)
        return {"id": f"{account}/{hour}", "place": place, "band": band, "hour": hour}


class DaySums(Summed):
    """One row an account and day."""

    model = DailyChange
    reads = (PostingBody,)
    sums = ("change",)

    def terms(self, event: Recorded) -> Iterable[Term]:
        """Minus on the source, plus on the target, as in the balance."""
        day = event.body.at // DAY_MS
        for leg in event.body.posting():
            yield (leg.source, day), (-leg.count,)
            yield (leg.target, day), (leg.count,)

    def group(self, account: str, day: int) -> dict[str, Any]:
        """The account and the day."""
        place, band = split_account(account)
        return {"id": f"{day}/{account}", "place": place, "band": band, "day": day}
