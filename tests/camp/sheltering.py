"""Units in a camp and families that wait for one, for the tests of the camp."""

from serai.camp.commands import UnitsDraft, allot, open_shelters
from serai.core.events import ShelterAllotted
from serai.core.refusal import Refusal
from serai.journal.store import Author

REGISTRAR = Author("rania", "camp")
OTHER_REGISTRAR = Author("yusuf", "camp")


def open_units(
    count: int = 3, capacity: int = 6, section: str = "A", accessible: bool = False
) -> None:
    """Units `<section>-1` to `<section>-<count>`."""
    draft = UnitsDraft("al-hol", section, 1, count, capacity, accessible)
    assert not isinstance(open_shelters(draft, REGISTRAR), Refusal)


def settle(household: str, unit: str, reason: str = "") -> tuple[ShelterAllotted, str]:
    """A household that sleeps in a unit; the allotment and its event."""
    outcome = allot(household, unit, "al-hol", REGISTRAR, reason=reason)
    assert not isinstance(outcome, Refusal), str(outcome)
    return outcome
