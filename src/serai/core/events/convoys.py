"""Events of the convoy: opened, boarded, checked off, departed, received, closed."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from serai.core.counts import Count, Moment
from serai.core.events.body import Body, PostingBody, event, household, person

End = Literal["departure", "arrival"]
VEHICLES_PER_CONVOY_MAX = 100


class Vehicle(msgspec.Struct, frozen=True, omit_defaults=True):
    """A vehicle of a convoy: its id within the convoy, what it is, how many it seats."""

    vehicle: str
    label: str
    seats: Count


@event("convoy_opened")
class ConvoyOpened(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A convoy is being loaded at `source`, bound for `target`. `code` is its short name."""

    convoy: str
    code: str
    source: str
    target: str
    vehicles: tuple[Vehicle, ...]
    leaves_at: Moment = 0

    def subjects(self) -> Iterable[str]:
        return (f"convoy:{self.convoy}",)


@event("household_boarded")
class HouseholdBoarded(Body, frozen=True, omit_defaults=True, kw_only=True):
    """People of one household are on a vehicle's list. The books move at departure."""

    convoy: str
    vehicle: str
    household: str
    people: tuple[str, ...]

    def subjects(self) -> Iterable[str]:
        return (f"convoy:{self.convoy}", household(self.household))


@event("boarding_withdrawn")
class BoardingWithdrawn(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A household was taken off a convoy's list before departure."""

    convoy: str
    household: str
    reason: str = ""

    def subjects(self) -> Iterable[str]:
        return (f"convoy:{self.convoy}", household(self.household))


@event("people_checked_off")
class PeopleCheckedOff(Body, frozen=True, omit_defaults=True, kw_only=True):
    """People were ticked against the list, at the departure or the arrival end."""

    convoy: str
    end: End
    place: str
    people: tuple[str, ...]

    def subjects(self) -> Iterable[str]:
        return (f"convoy:{self.convoy}", *(person(one) for one in self.people))

    def seen(self) -> tuple[str, Iterable[str]]:
        return self.place, self.people


class _OnOrOff(PostingBody, frozen=True, omit_defaults=True, kw_only=True):
    """People whom a convoy takes along or brings, all of them seen at that place."""

    convoy: str
    place: str

    def subjects(self) -> Iterable[str]:
        return (f"convoy:{self.convoy}", *(person(one) for one in self.people_moved()))

    def seen(self) -> tuple[str, Iterable[str]]:
        return self.place, list(self.people_moved())


@event("convoy_departed")
class ConvoyDeparted(_OnOrOff, frozen=True, omit_defaults=True, kw_only=True):
    """The convoy left: everyone aboard moves from the place to the road, in one posting."""


@event("convoy_received")
class ConvoyReceived(_OnOrOff, frozen=True, omit_defaults=True, kw_only=True):
    """People came off the convoy at `place`. A convoy may be received in several parts."""


@event("receipt_closed")
class ReceiptClosed(Body, frozen=True, omit_defaults=True, kw_only=True):
    """Nobody more is expected off this convoy: who is still on its account is missing, by name."""

    convoy: str
    place: str

    def subjects(self) -> Iterable[str]:
        return (f"convoy:{self.convoy}",)
