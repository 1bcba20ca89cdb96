"""A household in the books for tests of what life does to it."""

from serai.core.people import Age, Names, Person
from serai.journal.store import Author
from serai.registration.commands import HouseholdDraft, register_household
from serai.registry.models import Person as Row

DESK = Author("karim", "registration")


def family(token: str = "") -> str:
    """Hasan, his wife Layla, their son Omar; the household's id."""
    members = (
        _one("Hasan", "male", "1985-01-01", "head"),
        _one("Layla", "female", "1988-01-01", "spouse"),
        _one("Omar", "male", "2012-01-01", "child"),
    )
    body = register_household(HouseholdDraft("reception", members, token=token), DESK)
    return body.household  # type: ignore[union-attr]


def row(own: str) -> Row:
    """The row of a member by own name."""
    return Row.objects.get(own=own)


def _one(own: str, sex: str, born_on: str, relation: str) -> Person:
    return Person(
        person="",
        names=Names(own=own, father="Ali", family="Jubouri"),
        sex=sex,  # type: ignore[arg-type]
        age=Age(born_on=born_on),
        relation=relation,  # type: ignore[arg-type]
        needs=("SV-VA", "DS-PM") if own == "Layla" else (),
        nationality=("IRQ",),
    )
