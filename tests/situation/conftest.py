"""A small operation with people at its places, for looking at it from the situation room."""

from collections.abc import Callable, Sequence

import pytest

from serai.core import ledger
from serai.core.clock import DAY_MS, HOUR_MS
from serai.core.events import (
    ArrivalCounted,
    ConvoyDeparted,
    ConvoyReceived,
    HouseholdRegistered,
    MovementRecorded,
    SeparationRecorded,
)
from serai.core.people import Age, Names, Person
from serai.core.places import convoy_place
from serai.journal.store import Author, Pen, writing

AUTHOR = Author("karim", "reception")


class Operation:
    """Writes what happened in few words. Hours count back from now."""

    def __init__(self, now_ms: int) -> None:
        self.now_ms = now_ms
        self.number = 0

    def hours_ago(self, hours: float) -> int:
        return self.now_ms - int(hours * HOUR_MS)

    def days_ago(self, days: float) -> int:
        return self.now_ms - int(days * DAY_MS)

    def arrived(self, place: str, hours: float = 1, **counts: int) -> str:
        """A group counted in from outside."""
        self.number += 1
        return self._write(
            lambda pen: ArrivalCounted(
                at=self.hours_ago(hours),
                arrival=f"a{self.number}",
                code=f"G-{self.number}",
                place=place,
                counts=counts,
                legs=ledger.counted_in("outside", place, counts),
            )
        )

    def registered(
        self, place: str, people: Sequence[tuple[str, int | None, str]], hours: float = 1
    ) -> list[str]:
        """A household whose members come from the people counted as unknown at the place.

        `people` holds sex, age in years and nationality.
        """
        self.number += 1
        at = self.hours_ago(hours)
        members = tuple(
            Person(
                person=f"p{self.number}-{index}",
                names=Names(own=f"Own{self.number}{index}", father="Hasan", family="Jubouri"),
                sex=sex,
                age=_age(years, "2026-01-01"),
                relation="head" if index == 0 else "child",
                nationality=(nationality,) if nationality else (),
            )
            for index, (sex, years, nationality) in enumerate(people)
        )
        ids = [one.person for one in members]
        self._write(
            lambda pen: HouseholdRegistered(
                at=at,
                household=f"h{self.number}",
                place=place,
                members=members,
                legs=ledger.resolved(place, [(one, "unknown") for one in ids]),
            )
        )
        return ids

    def left(self, convoy: str, place: str, people: Sequence[str], hours: float = 1) -> str:
        """A convoy departed."""
        return self._write(
            lambda pen: ConvoyDeparted(
                at=self.hours_ago(hours),
                convoy=convoy,
                place=place,
                legs=ledger.moved(place, convoy_place(convoy), people),
            )
        )

    def came(self, convoy: str, place: str, people: Sequence[str], hours: float = 1) -> str:
        """A convoy was received."""
        return self._write(
            lambda pen: ConvoyReceived(
                at=self.hours_ago(hours),
                convoy=convoy,
                place=place,
                legs=ledger.moved(convoy_place(convoy), place, people),
            )
        )

    def went(self, source: str, target: str, people: Sequence[str], hours: float = 1) -> str:
        """Named people moved without a convoy."""
        return self._write(
            lambda pen: MovementRecorded(
                at=self.hours_ago(hours), legs=ledger.moved(source, target, people)
            )
        )

    def parted(self, person: str, household: str, kin: Sequence[str], review_on: str) -> str:
        """A person was taken from their family."""
        return self._write(
            lambda pen: SeparationRecorded(
                at=self.days_ago(20),
                separation=f"s-{person}",
                person=person,
                kin=tuple(kin),
                household=household,
                reason="questions",
                authority="the authority",
                place="reception",
                target="screening",
                review_on=review_on,
            )
        )

    def _write(self, body: Callable[[Pen], object]) -> str:
        with writing(AUTHOR) as pen:
            return pen.append(body(pen))


@pytest.fixture
def operation(station: str, now_ms: int) -> Operation:
    """An operation in which nothing happened yet."""
    return Operation(now_ms)


def _age(years: int | None, noted_on: str) -> Age:
    if years is None:
        return Age(basis="refused")
    return Age(months=years * 12 + 6, noted_on=noted_on)
