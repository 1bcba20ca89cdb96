"""The rules of the truck side: who may board, which vehicle has the seats, who may leave."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from serai.convoys.models import Boarding, Convoy, Vehicle
from serai.core.convoys import (
    Standing,
    first_fit,
    free_seats,
    left_behind,
    torn,
    travellers,
)
from serai.core.events.convoys import VEHICLES_PER_CONVOY_MAX
from serai.core.manifest import Manifest
from serai.core.places import convoy_place
from serai.core.refusal import Refusal, gettext_noop
from serai.journal import sql
from serai.registry.manifests import (
    full_name,
    names_of,
    place_words,
    time_words,
    vehicle_words,
)
from serai.registry.models import Person, Place, Separation
from serai.registry.receipts import already, not_on

SEATS_MAX = 200
LOADING = "loading"
_ON_LIST = (
    "SELECT one.*, EXISTS (SELECT 1 FROM registry_separation apart"
    " WHERE apart.person = one.id AND apart.ended_at = 0) AS parted"
    " FROM registry_person one WHERE one.id IN ({marks})"
)


class Plan(msgspec.Struct, frozen=True):
    """Who would leave now, who would stay, and what stands in the way."""

    going: tuple[str, ...]
    staying: tuple[str, ...]
    torn: dict[str, tuple[str, ...]]
    elsewhere: tuple[str, ...]
    refusal: Refusal | None
    people: dict[str, Person]  # everybody on the list


def opening_refusal(
    source: str, target: str, rows: Sequence[tuple[str, int, int]]
) -> Refusal | None:
    """What is wrong with a convoy that is to be opened."""
    known = set(Place.objects.filter(id__in=[source, target]).values_list("id", flat=True))
    if source not in known:
        return Refusal(gettext_noop("Choose first at which place you work."), field="target")
    if target not in known or target == source:
        return Refusal(
            gettext_noop("Choose another place as the destination of the convoy."), field="target"
        )
    count = sum(count for _, count, _ in rows)
    if not 0 < count <= VEHICLES_PER_CONVOY_MAX:
        return Refusal(
            gettext_noop("A convoy has from 1 to %(most)s vehicles. Write how many."),
            {"most": VEHICLES_PER_CONVOY_MAX},
            field="trucks",
        )
    if any(not 0 < seats <= SEATS_MAX for _, count, seats in rows if count):
        return Refusal(
            gettext_noop("A vehicle has from 1 to %(most)s seats."),
            {"most": SEATS_MAX},
            field="truck_seats",
        )
    return None


def not_loading(row: Convoy | None) -> Refusal | None:
    """Why the list of a convoy can no longer be changed."""
    if row is None:
        return Refusal(gettext_noop("There is no such convoy."))
    if row.status != LOADING:
        return Refusal(
            gettext_noop("%(code)s left at %(time)s: its list can no longer be changed."),
            {"code": row.code, "time": time_words(row.departed_at or row.received_at)},
        )
    return None


def party_of(household: str, row: Convoy) -> tuple[str, ...] | Refusal:
    """Who of a household boards here, or why it may not."""
    members = list(Person.objects.filter(household=household, alive=True).order_by("id"))
    if not members:
        return Refusal(gettext_noop("This token has no household yet."), field="code")
    party = travellers(_standing(household, members), row.source)
    if not party:
        return Refusal(
            gettext_noop("%(name)s cannot board here: the books have them at %(place)s."),
            {"name": full_name(members[0]), "place": place_words(members[0].place)},
            field="code",
        )
    listed = _listed_on(party)
    if listed is not None:
        return listed
    behind = left_behind(_standing(household, members), party, _ahead(row))
    if behind:
        places = {one.id: one.place for one in members}
        return Refusal(
            gettext_noop(
                "This would leave %(names)s behind (%(place)s). "
                "A family travels whole, or a separation is recorded first."
            ),
            {"names": names_of(behind), "place": place_words(places[behind[0]])},
            field="code",
        )
    return party


def boarding_refusal(party: Sequence[str], free: Mapping[str, int], vehicle: str) -> str | Refusal:
    """The vehicle that takes the party, or how many seats are left."""
    if vehicle and vehicle not in free:
        return Refusal(gettext_noop("This convoy has no such vehicle."), field="vehicle")
    chosen = first_fit(len(party), {vehicle: free[vehicle]} if vehicle else free)
    if chosen:
        return chosen
    left = free[vehicle] if vehicle else max(free.values(), default=0)
    facts: dict[str, str | int] = {"size": len(party), "left": left}
    if vehicle:
        sentence = gettext_noop(
            "The family is %(size)s people; this vehicle has %(left)s seats left."
        )
    else:
        sentence = gettext_noop(
            "The family is %(size)s people; no vehicle has more than %(left)s seats left."
        )
    return Refusal(sentence, facts, field="vehicle")


def check_off_refusal(told: Manifest, person: str, convoy: str) -> Refusal | None:
    """Why somebody cannot be ticked at departure: ticked before, or not on this list."""
    mark = told.checked.get(person)
    if person in told.boarded and mark is None:
        return None
    row = Person.objects.filter(id=person).first()
    if row is None:
        return Refusal(gettext_noop("This person is not in the books."), field="code")
    if mark is not None:
        return already(row, mark)
    listed = Boarding.objects.filter(person=person, state="listed").exclude(convoy=convoy).first()
    if listed is None:
        return not_on_list(row, convoy)
    return on_other_list(row, listed)


def on_other_list(person: Person, listed: Boarding) -> Refusal:
    """Somebody stands on the list of another convoy: which, and which vehicle."""
    other = Convoy.objects.filter(id=listed.convoy).first()
    vehicle = Vehicle.objects.filter(convoy=listed.convoy, vehicle=listed.vehicle).first()
    return Refusal(
        gettext_noop("%(name)s is not on this convoy (on %(code)s, %(vehicle)s)."),
        {
            "name": full_name(person),
            "code": other.code if other else "?",
            "vehicle": vehicle_words(vehicle.label) if vehicle else "?",
        },
        field="code",
    )


def not_on_list(person: Person, convoy: str) -> Refusal:
    """Somebody is on no list: waiting here, on the road, or somewhere else."""
    row = Convoy.objects.filter(id=convoy).first()
    if row is not None and person.place == row.source:
        return Refusal(
            gettext_noop("%(name)s is not on this convoy: the family is still waiting."),
            {"name": full_name(person)},
            field="code",
        )
    return not_on(person, convoy)


def departing(row: Convoy, told: Manifest) -> Plan:
    """Who would leave now. With check-off in use only those ticked go; a family goes whole."""
    ticked = [one for one in told.boarded if one in told.checked]
    wanted = ticked or list(told.boarded)
    rows = _on_list(list(told.boarded))
    here = {one for one in told.boarded if one in rows and rows[one].place == row.source}
    elsewhere = tuple(one for one in wanted if one not in here)
    going = tuple(one for one in wanted if one in here)
    homes = {one: listed.household for one, listed in told.boarded.items()}
    split = torn(homes, set(going), {one for one, row in rows.items() if row.parted})
    staying = tuple(one for one in told.boarded if one not in set(going))
    refusal = _departure_refusal(going, split, rows, row)
    return Plan(going, staying, split, elsewhere, refusal, rows)


def free_seats_of(convoy: str) -> dict[str, int]:
    """The free seats of every vehicle, in the order of the list."""
    rows = list(Vehicle.objects.filter(convoy=convoy).order_by("position"))
    return free_seats(
        {row.vehicle: row.seats for row in rows}, {row.vehicle: row.taken for row in rows}
    )


def _departure_refusal(
    going: Sequence[str],
    split: Mapping[str, Sequence[str]],
    rows: Mapping[str, Person],
    row: Convoy,
) -> Refusal | None:
    if split:
        stay = [person for people in split.values() for person in people]
        away = next((one for one in stay if one in rows and rows[one].place != row.source), "")
        if away:
            return Refusal(
                gettext_noop(
                    "This would split a family: the books have %(names)s at %(place)s. "
                    "Take the family off, or record a separation."
                ),
                {"names": full_name(rows[away]), "place": place_words(rows[away].place)},
            )
        return Refusal(
            gettext_noop(
                "This would split a family: %(names)s not checked off. "
                "Check them off, take the family off, or record a separation."
            ),
            {"names": names_of(stay, rows)},
        )
    if not going:
        return Refusal(gettext_noop("Nobody is on this convoy. Put households on it first."))
    return None


def _on_list(people: Sequence[str]) -> dict[str, Any]:
    """The people with these ids, and whether each is parted from the family (`parted`)."""
    if not people:
        return {}
    keys = sql.padded(people)
    rows = Person.objects.raw(_ON_LIST.format(marks=sql.marks(len(keys))), keys)
    return {row.id: row for row in rows}


def _standing(household: str, members: Sequence[Person]) -> list[Standing]:
    parted = _parted({household})
    return [Standing(one.id, one.place, one.id in parted) for one in members]


def _parted(households: set[str]) -> set[str]:
    rows = Separation.objects.filter(household__in=households, ended_at=0)
    return set(rows.values_list("person", flat=True))


def _listed_on(party: Sequence[str]) -> Refusal | None:
    """Whether somebody of the party is on a list that has not left."""
    listed = Boarding.objects.filter(person__in=party, state="listed").first()
    if listed is None:
        return None
    convoy = Convoy.objects.filter(id=listed.convoy).first()
    vehicle = Vehicle.objects.filter(convoy=listed.convoy, vehicle=listed.vehicle).first()
    return Refusal(
        gettext_noop("This family is already on %(code)s, %(vehicle)s (%(actor)s, %(time)s)."),
        {
            "code": convoy.code if convoy else "?",
            "vehicle": vehicle_words(vehicle.label) if vehicle else "?",
            "actor": listed.boarded_by,
            "time": time_words(listed.boarded_at),
        },
        field="code",
    )


def _ahead(row: Convoy) -> set[str]:
    """The destination, and the road accounts of convoys bound for it."""
    others = Convoy.objects.filter(target=row.target, status="road").values_list("id", flat=True)
    return {row.target, *(convoy_place(one) for one in others)}
