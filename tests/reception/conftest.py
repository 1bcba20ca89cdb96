"""A station with a gate, a clerk there, and their phone."""

from collections.abc import Callable

import pytest
from django.test import Client

from serai.core.events import HouseholdRegistered
from serai.core.ledger import resolved
from serai.core.people import Names, Person
from serai.journal.store import Author, writing
from serai.reception.commands import ArrivalDraft, count_arrival
from serai.registry.models import Arrival


@pytest.fixture
def clerk() -> Author:
    """The author at the gate."""
    return Author("gate-clerk", "reception")


@pytest.fixture
def signed_in(signed_in: Callable[..., Client]) -> Callable[..., Client]:
    """A browser of a gate clerk at the reception, or of another role and place."""
    return lambda role="gate-clerk", place="reception": signed_in("reception", role, place)


@pytest.fixture
def count_in(station: str, clerk: Author) -> Callable[..., Arrival]:
    """Counts a group in and answers its row."""

    def count(**counts: int) -> Arrival:
        body = count_arrival(ArrivalDraft(place="reception", counts=counts), clerk)
        return Arrival.objects.get(id=body.arrival)

    return count


@pytest.fixture
def name_somebody(clerk: Author) -> Callable[..., None]:
    """Registers a household of one out of a group."""

    def name(group: Arrival, band: str, token: str = "") -> None:
        with writing(clerk) as pen:
            person = Person(person=pen.new_id(), names=Names(own="Salma"), sex="female")
            body = HouseholdRegistered(
                at=pen.now_ms,
                household=pen.new_id(),
                place="reception",
                members=(person,),
                token=token,
                arrival=group.id,
                legs=resolved("reception", [(person.person, band)]),
            )
            pen.append(body)

    return name
