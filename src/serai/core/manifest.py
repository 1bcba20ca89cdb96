"""A convoy as its events tell it: who is on the list, ticked, gone, received, still missing.

Every station that holds the same events sees the same list.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec

from serai.core.events.body import Body
from serai.core.events.books import PostingReversed
from serai.core.events.convoys import (
    BoardingWithdrawn,
    ConvoyDeparted,
    ConvoyOpened,
    ConvoyReceived,
    HouseholdBoarded,
    PeopleCheckedOff,
    ReceiptClosed,
)
from serai.core.events.road import DepartureAllowed, WayTaken
from serai.core.ledger import split_account
from serai.core.places import convoy_place

Order = tuple[int, str, int, int]


class Written(Protocol):
    """An event as the journal hands it out: its id, its place in the order, author and content."""

    @property
    def id(self) -> str: ...
    @property
    def order(self) -> Order: ...
    @property
    def refs(self) -> Sequence[str]: ...
    @property
    def actor(self) -> str: ...
    @property
    def body(self) -> Body: ...


class Mark(msgspec.Struct, frozen=True):
    """When, where and by whom something was noted about a person, and in which event."""

    at: int
    actor: str
    place: str
    event: str


class Boarded(msgspec.Struct, frozen=True):
    """A person on the list: with which household, on which vehicle, written by whom."""

    household: str
    vehicle: str
    mark: Mark


class Manifest(msgspec.Struct, frozen=True):
    """A convoy as its events tell it. Every mapping goes from a person's id.

    `checked` is the departure end. `gone` left the road otherwise: to a hospital, by death.
    People who travel without a name yet are counted in the two `unnamed` numbers.
    """

    opened: ConvoyOpened | None
    opening: Mark
    boarded: dict[str, Boarded]
    checked: dict[str, Mark]
    departed: dict[str, Mark]
    received: dict[str, Mark]
    gone: dict[str, Mark]
    departure: Mark | None
    unnamed_left: int
    unnamed_off: int
    closed: Mark | None
    allowed: DepartureAllowed | None = None  # who let it leave over a closed segment
    way: tuple[str, ...] = ()  # the segments it drives

    def missing(self) -> list[str]:
        """Who left with the convoy and has not come off it, in the order of the list."""
        off = self.received.keys() | self.gone.keys()
        return [person for person in self.departed if person not in off]

    def never_left(self) -> list[str]:
        """Who came off the convoy though no departure names them."""
        return [person for person in self.received if person not in self.departed]

    def stayed(self) -> list[str]:
        """Who was on the list and did not leave, once the convoy has left."""
        if self.departure is None:
            return []
        return [person for person in self.boarded if person not in self.departed]

    def status(self) -> str:
        """`loading`, `road` or `arrived`: the latter when closed, or when nobody is left on it."""
        if self.departure is None and not self.received and not self.unnamed_off:
            return "loading"
        return "arrived" if self.closed or not self.expected() else "road"

    def left(self) -> int:
        """How many people left with the convoy, with names or without."""
        return len(self.departed) + self.unnamed_left

    def expected(self) -> int:
        """How many of them have not come off it yet."""
        return len(self.missing()) + self.unnamed_missing()

    def unnamed_missing(self) -> int:
        """How many people without names have not come off it yet."""
        return max(0, self.unnamed_left - self.unnamed_off)

    def vehicle_of(self, person: str) -> str:
        """The vehicle a person is on by the list, or an empty string."""
        return self.boarded[person].vehicle if person in self.boarded else ""


NOBODY = Mark(0, "", "", "")


def manifest(convoy: str, events: Sequence[Written]) -> Manifest:
    """The list of a convoy from all events about it, in their order."""
    reversals = [one for one in events if isinstance(one.body, PostingReversed)]
    undone = taken_back(reversals)
    valid = [one for one in events if one.id not in undone]
    boarded, ticks_from = _boarded(valid)
    road = convoy_place(convoy)
    departed, received, gone = _travelled(road, valid)
    unnamed_left, unnamed_off = _unnamed(road, valid)
    departures = [one for one in valid if isinstance(one.body, ConvoyDeparted)]
    openings = [one for one in valid if isinstance(one.body, ConvoyOpened)]
    closings = [one for one in valid if isinstance(one.body, ReceiptClosed)]
    opened = openings[0].body if openings else None
    ways = [one.body for one in valid if isinstance(one.body, WayTaken)]
    allowances = [one.body for one in valid if isinstance(one.body, DepartureAllowed)]
    return Manifest(
        opened=opened if isinstance(opened, ConvoyOpened) else None,
        opening=_mark(openings[0], "") if openings else NOBODY,
        boarded=boarded,
        checked=_checked(valid, boarded, ticks_from),
        departed=departed,
        received=received,
        gone=gone,
        departure=_mark(departures[0], getattr(departures[0].body, "place", ""))
        if departures
        else None,
        unnamed_left=unnamed_left,
        unnamed_off=unnamed_off,
        closed=_mark(closings[0], getattr(closings[0].body, "place", "")) if closings else None,
        allowed=allowances[-1] if allowances else None,
        way=ways[-1].segments if ways else (),
    )


def taken_back(reversals: Sequence[Written]) -> set[str]:
    """The ids of events that were reversed, unless the reversal itself was."""
    targets = {getattr(one.body, "event", "") for one in reversals}
    return {getattr(one.body, "event", "") for one in reversals if one.id not in targets}


def _boarded(events: Sequence[Written]) -> tuple[dict[str, Boarded], dict[str, Order]]:
    """The people on the list, and for each household the order from which check-offs count."""
    withdrawals = [one for one in events if isinstance(one.body, BoardingWithdrawn)]
    ticks_from: dict[str, Order] = {}
    for one in withdrawals:
        home = getattr(one.body, "household", "")
        ticks_from[home] = max(one.order, ticks_from.get(home, one.order))
    boarded: dict[str, Boarded] = {}
    for one in events:
        body = one.body
        if isinstance(body, HouseholdBoarded) and not _is_withdrawn(one, withdrawals):
            row = Boarded(body.household, body.vehicle, _mark(one, ""))
            boarded.update(dict.fromkeys(body.people, row))
    return boarded, ticks_from


def _is_withdrawn(boarding: Written, withdrawals: Sequence[Written]) -> bool:
    """A withdrawal takes back the boardings it saw; one without refs, all that came before it."""
    home = getattr(boarding.body, "household", "")
    return any(
        getattr(one.body, "household", "") == home
        and (boarding.id in one.refs if one.refs else boarding.order < one.order)
        for one in withdrawals
    )


def _checked(
    events: Sequence[Written], boarded: Mapping[str, Boarded], ticks_from: Mapping[str, Order]
) -> dict[str, Mark]:
    checked: dict[str, Mark] = {}
    for one in events:
        body = one.body
        if not isinstance(body, PeopleCheckedOff) or body.end != "departure":
            continue
        mark = _mark(one, body.place)
        for person in body.people:
            home = boarded[person].household if person in boarded else ""
            if person in boarded and one.order > ticks_from.get(home, (-1, "", 0, 0)):
                checked.setdefault(person, mark)
    return checked


def _travelled(
    road: str, events: Sequence[Written]
) -> tuple[dict[str, Mark], dict[str, Mark], dict[str, Mark]]:
    """Who came onto the road account, who was received off it, who left it another way."""
    departed: dict[str, Mark] = {}
    received: dict[str, Mark] = {}
    gone: dict[str, Mark] = {}
    for one in events:
        if isinstance(one.body, PostingReversed):
            continue
        for leg in one.body.posting():
            source, target = split_account(leg.source)[0], split_account(leg.target)[0]
            off = received if isinstance(one.body, ConvoyReceived) else gone
            for here, place, there in ((target, source, departed), (source, target, off)):
                if here == road and leg.people:
                    mark = _mark(one, place)
                    for person in leg.people:
                        there.setdefault(person, mark)
    return departed, received, gone


def _unnamed(road: str, events: Sequence[Written]) -> tuple[int, int]:
    """How many people without names came onto the road account, and how many came off it."""
    left = off = 0
    for one in events:
        if isinstance(one.body, PostingReversed):
            continue
        for leg in one.body.posting():
            if leg.people:
                continue
            left += leg.count * (split_account(leg.target)[0] == road)
            off += leg.count * (split_account(leg.source)[0] == road)
    return left, off


def _mark(one: Written, place: str) -> Mark:
    return Mark(one.body.at, one.actor, place, one.id)
