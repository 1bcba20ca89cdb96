"""Rows of counted groups and of the tokens given to them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from serai.core import ids
from serai.core.events import (
    ArrivalCounted,
    HouseholdRegistered,
    MemberAdded,
    PostingBody,
    PostingReversed,
)
from serai.core.ledger import UNNAMED_BANDS, split_account
from serai.journal.projection import Derived, Row, as_json
from serai.journal.recorded import Recorded
from serai.registry.models import Arrival, Token

TOKENS_PER_GROUP_MAX = 500


class ArrivalRows(Derived):
    """One row a group: counted by band, and named by band."""

    model = Arrival
    prefix = "arrival"
    reads = (ArrivalCounted, HouseholdRegistered, MemberAdded, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The group's row; none when its counting has not reached this station yet."""
        counting = _counting(events)
        if counting is None or not isinstance(counting.body, ArrivalCounted):
            return
        body = counting.body
        named = _drawn(events)
        yield {
            "id": identity,
            "code": body.code,
            "place": body.place,
            "at": body.at,
            "came_from": body.came_from,
            "came_by": body.came_by,
            "conditions": as_json(body.conditions),
            "counts": as_json(body.counts),
            "named": as_json({band: count for band, count in named.items() if count}),
            "total": sum(body.counts.values()),
            "total_named": sum(named.values()),
            "token_first": _code(body, body.token_first),
            "token_last": _code(body, body.token_last),
            "actor": counting.actor,
            "event": counting.id,
            "reversed": counting.id in _taken_back(events),
        }


class TokenRows(Derived):
    """One row a token of a group, with the household that was registered with it."""

    model = Token
    prefix = "arrival"
    reads = (ArrivalCounted, HouseholdRegistered, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The group's tokens; a token used twice shows its first household here."""
        counting = _counting(events)
        if counting is None or not isinstance(counting.body, ArrivalCounted):
            return
        body, undone = counting.body, _taken_back(events)
        withdrawn = counting.id in undone
        households = {
            event.body.token: event.body.household
            for event in reversed(events)
            if isinstance(event.body, HouseholdRegistered) and event.id not in undone
        }
        for number in _numbers(body):
            code = ids.token_code(body.station_mark, number)
            yield {
                "id": f"{code}|{identity}",
                "code": code,
                "number": number,
                "arrival": identity,
                "household": households.get(code, ""),
                "issued_at": body.at,
                "withdrawn": withdrawn,
            }


def _counting(events: Sequence[Recorded]) -> Recorded | None:
    return next((event for event in events if isinstance(event.body, ArrivalCounted)), None)


def _taken_back(events: Sequence[Recorded]) -> set[str]:
    return {event.body.event for event in events if isinstance(event.body, PostingReversed)}


def _drawn(events: Sequence[Recorded]) -> Counter[str]:
    """How many people of each unnamed band were given names, reversals taken off."""
    drawn: Counter[str] = Counter()
    for event in events:
        if isinstance(event.body, ArrivalCounted) or not isinstance(event.body, PostingBody):
            continue
        for leg in event.body.legs:
            for account, sign in ((leg.source, 1), (leg.target, -1)):
                band = split_account(account)[1]
                if band in UNNAMED_BANDS and leg.people:
                    drawn[band] += sign * leg.count
    return drawn


def _numbers(body: ArrivalCounted) -> range:
    first = max(0, body.token_first)
    last = min(body.token_last, first + TOKENS_PER_GROUP_MAX - 1, ids.TOKENS_PER_STATION - 1)
    return range(first, last + 1) if _sound(body) else range(0)


def _code(body: ArrivalCounted, number: int) -> str:
    inside = _sound(body) and body.token_first <= number <= body.token_last
    return ids.token_code(body.station_mark, number) if inside and number >= 0 else ""


def _sound(body: ArrivalCounted) -> bool:
    letters = body.station_mark
    return len(letters) == ids.STATION_MARK_DIGITS and all(one in ids.ALPHABET for one in letters)
