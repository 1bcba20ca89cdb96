"""Events of the books: headcounts, corrections, and the people who look after what does not fit."""

from collections.abc import Iterable

from serai.core.counts import Count
from serai.core.events.body import Body, PostingBody, event, person


@event("headcount_taken")
class HeadcountTaken(Body, frozen=True, omit_defaults=True, kw_only=True):
    """Everybody at a place was counted. An assertion, never a posting: it changes no balance."""

    place: str
    counted: Count

    def subjects(self) -> Iterable[str]:
        return (f"place:{self.place}",)


@event("movement_recorded")
class MovementRecorded(PostingBody, frozen=True, omit_defaults=True, kw_only=True):
    """People went from one place to another without a convoy: to hospital, back, or away."""

    reason: str = ""

    def subjects(self) -> Iterable[str]:
        return [*(person(moved) for moved in self.people_moved()), *self.roads()]

    def seen(self) -> tuple[str, Iterable[str]]:
        target = self.legs[0].target.rpartition("/")[0] if self.legs else ""
        return target, list(self.people_moved())


@event("posting_reversed")
class PostingReversed(PostingBody, frozen=True, omit_defaults=True, kw_only=True):
    """An event is taken back: `event` is its id, `about` its subjects, `legs` its mirror."""

    event: str
    cause: str
    about: tuple[str, ...] = ()

    def subjects(self) -> Iterable[str]:
        return self.about


@event("books_adjusted")
class BooksAdjusted(PostingBody, frozen=True, omit_defaults=True, kw_only=True):
    """The books were corrected to a headcount: unnamed people from or to the `unknown` account."""

    discrepancy: str
    cause: str

    def subjects(self) -> Iterable[str]:
        return (f"discrepancy:{self.discrepancy}", *self.roads())


@event("discrepancy_assigned")
class DiscrepancyAssigned(Body, frozen=True, omit_defaults=True, kw_only=True):
    """Somebody looks after a discrepancy from now on."""

    discrepancy: str
    owner: str

    def subjects(self) -> Iterable[str]:
        return (f"discrepancy:{self.discrepancy}",)


@event("discrepancy_settled")
class DiscrepancySettled(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A discrepancy was explained in words; the row stays, with its explanation."""

    discrepancy: str
    explanation: str

    def subjects(self) -> Iterable[str]:
        return (f"discrepancy:{self.discrepancy}",)
