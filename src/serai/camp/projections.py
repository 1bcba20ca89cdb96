"""Events about shelter become rows: the units, who sleeps where, and what does not fit."""

from collections.abc import Iterable, Sequence

from serai.camp.models import Allotment, Roofless, Section, Shelter
from serai.core.events.camp import ShelterAllotted, ShelterLeft, SheltersOpened, Unit
from serai.core.shelter import Stay, is_crowded, places_left, staying_in, stays, unit_number
from serai.journal.gathered import Gathered, Numbers, Tallied
from serai.journal.projection import Derived, Row, as_json
from serai.journal.recorded import Recorded
from serai.registry.models import Discrepancy, Presence

_REASON_LETTERS = 200


class ShelterRows(Derived):
    """One row a unit that was opened."""

    model = Shelter
    prefix = "unit"
    reads = (SheltersOpened, ShelterAllotted, ShelterLeft)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The unit by its latest opening, and who sleeps there."""
        opened, unit = _opening(identity, events)
        if opened is None or unit is None:
            return
        there = staying_in(identity, events)
        yield {
            "unit": identity,
            "place": opened.place,
            "section": opened.section,
            "number": unit_number(identity),
            "capacity": unit.capacity,
            "accessible": unit.accessible,
            "people": sum(len(stay.people) for stay in there),
            "households": len(there),
        }


class AllotmentRows(Derived):
    """One row a household that sleeps in a unit."""

    model = Allotment
    prefix = "household"
    reads = (ShelterAllotted, ShelterLeft)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The newest live allotment, with the ids of all of them."""
        alive = stays(events)
        if not alive:
            return
        shown = alive[-1]
        yield {
            "household": identity,
            "place": shown.place,
            "section": shown.section,
            "unit": shown.unit,
            "number": unit_number(shown.unit),
            "people": len(shown.people),
            "since": shown.since,
            "reason": shown.reason[:_REASON_LETTERS],
            "actor": shown.actor,
            "event": shown.event,
            "live": as_json({stay.event: stay.unit for stay in alive}),
        }


class CrowdedUnits(Derived):
    """A unit that holds more people than it sleeps, or two families who did not know it."""

    model = Discrepancy
    prefix = "unit"
    slot = "shelter"
    reads = (SheltersOpened, ShelterAllotted, ShelterLeft)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """One row with every household that sleeps there, while it does not fit."""
        _, unit = _opening(identity, events)
        there = staying_in(identity, events)
        if unit is None or not is_crowded(unit.capacity, there):
            return
        yield _discrepancy(f"shelter|{identity}", there, unit.capacity)


class TwiceHoused(Derived):
    """A household that two stations put into two units."""

    model = Discrepancy
    prefix = "household"
    slot = "shelter"
    reads = (ShelterAllotted, ShelterLeft)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """One row with both units, until somebody says which."""
        alive = stays(events)
        if len({stay.unit for stay in alive}) > 1:
            yield _discrepancy(f"shelter|household|{identity}", alive, len(alive[-1].people))


class Sections(Tallied):
    """One row a section: the sums of its units."""

    model = Section
    source = Shelter
    sums = ("units", "capacity", "people", "free", "full")

    def terms(self, row: Row) -> tuple[Row, Numbers]:
        """One unit more, the people it sleeps and those who sleep there."""
        place, section = row["place"], row["section"]
        group = {"id": f"{place}|{section}", "place": place, "section": section}
        free = places_left(row["capacity"], row["people"])
        full = int(free == 0)
        return group, (1, row["capacity"], row["people"], free, full)


class RooflessRows(Gathered):
    """One row a household where it stands and has no unit."""

    model = Roofless
    sources = {
        Presence: ("household", ("place", "people", "since")),
        Allotment: ("household", ("place",)),
    }
    group = "here.household"
    statement = (
        "SELECT here.id, here.household, here.place, here.people, here.since"
        " FROM registry_presence here WHERE NOT EXISTS (SELECT 1 FROM camp_allotment roof"
        " WHERE roof.household = here.household AND roof.place = here.place){groups}"
    )


PROJECTIONS = (
    ShelterRows(), AllotmentRows(), CrowdedUnits(), TwiceHoused(), Sections(), RooflessRows(),
)  # fmt: skip


def _opening(
    identity: str, events: Sequence[Recorded]
) -> tuple[SheltersOpened | None, Unit | None]:
    """The latest opening of a unit, and the unit in it."""
    for event in reversed(events):
        if isinstance(event.body, SheltersOpened):
            return event.body, _units(event.body).get(identity)
    return None, None


def _units(opened: SheltersOpened) -> dict[str, Unit]:
    """The units of an opening by id. Kept for the last one: a thousand rows ask for it in turn."""
    global _LAST  # noqa: PLW0603
    if _LAST[0] is not opened:
        _LAST = (opened, {unit.unit: unit for unit in opened.units})
    return _LAST[1]


_LAST: tuple[SheltersOpened | None, dict[str, Unit]] = (None, {})


def _discrepancy(identity: str, there: Sequence[Stay], expected: int) -> Row:
    latest = there[-1]
    people = list(dict.fromkeys(person for stay in there for person in stay.people))
    return {
        "id": identity,
        "kind": "shelter",
        "place": latest.place,
        "at": latest.since,
        "amount": sum(len(stay.people) for stay in there) - expected,
        "people": as_json(people),
        "facts": as_json(
            {
                "unit": latest.unit,
                "units": [stay.unit for stay in there],
                "sleeps": expected,
                "households": [
                    {
                        "household": stay.household,
                        "people": len(stay.people),
                        "unit": stay.unit,
                        "reason": stay.reason,
                        "actor": stay.actor,
                        "at": stay.since,
                    }
                    for stay in there
                ],
            }
        ),
    }
