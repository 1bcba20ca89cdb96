"""From where new names are drawn: the counted group, still unnamed, or from outside."""

import json
from collections.abc import Iterable, Sequence

from serai.core.clock import from_ms
from serai.core.household import NOBODY_COUNTED, band_of, draw
from serai.core.ledger import NAMED, UNNAMED_BANDS, Leg, account
from serai.core.people import Person
from serai.registry.models import Arrival, Household
from serai.registry.queries import unnamed_at

BIRTH = "birth"
NEWBORN, ARRIVED_LATER = "newborn", "arrived later"


def joining(
    now_ms: int, household: Household, place: str, member: Person, reason: str
) -> tuple[Leg, ...]:
    """Legs of a member who comes later: from `birth`, or from the group of the household."""
    if reason == NEWBORN:
        source = account(BIRTH, NAMED)
        return (Leg(source, account(place, NAMED), 1, (member.person,)),)
    arrival = Arrival.objects.filter(id=household.arrival).first()
    return drawn(now_ms, arrival, place, (member,))


def drawn(
    now_ms: int, arrival: Arrival | None, place: str, members: Sequence[Person]
) -> tuple[Leg, ...]:
    """Legs from where the group's unnamed people stand: here, or still where they were counted."""
    today = from_ms(now_ms).date()
    waiting = [(one.person, band_of(one.sex, one.age.years_on(today))) for one in members]
    remaining = _remaining(arrival) if arrival else {}
    sources: dict[str, str] = {}
    for source in dict.fromkeys((place, arrival.place)) if arrival else ():
        here = unnamed_at(source)
        held: dict[str, int] = {
            band: min(remaining[band], here.get(band, 0)) for band in UNNAMED_BANDS
        }
        for person, band in draw(held, waiting):
            if band != NOBODY_COUNTED:
                sources[person] = account(source, band)
                remaining[band] -= 1
        waiting = [pair for pair in waiting if pair[0] not in sources]
    sources.update({person: account(NOBODY_COUNTED, NAMED) for person, _ in waiting})
    return _named_at(place, [(one.person, sources[one.person]) for one in members])


def _remaining(arrival: Arrival) -> dict[str, int]:
    counts, named = json.loads(arrival.counts), json.loads(arrival.named)
    return {band: max(0, counts.get(band, 0) - named.get(band, 0)) for band in UNNAMED_BANDS}


def _named_at(place: str, drawn: Iterable[tuple[str, str]]) -> tuple[Leg, ...]:
    groups: dict[str, list[str]] = {}
    for person, source in drawn:
        groups.setdefault(source, []).append(person)
    target = account(place, NAMED)
    return tuple(
        Leg(source, target, len(people), tuple(people)) for source, people in groups.items()
    )
