"""Recording that a person died: the one command that the registration desk and the nurse share."""

from django.utils import timezone
from django.utils.formats import date_format

from serai.core.clock import from_ms
from serai.core.events.registration import DeathRecorded
from serai.core.ledger import moved
from serai.core.refusal import Refusal, gettext_noop
from serai.journal.store import Author, writing
from serai.registry.models import Person
from serai.registry.rules import time_refusal

MOMENT = "j M Y, H:i"
DEATH = "death"  # the outside account of the dead


def record_death(
    person: str,
    place: str,
    circumstances: str,
    told_by: str,
    author: Author,
    at: int = 0,
    operation: str = "",
) -> DeathRecorded | Refusal:
    """Takes a person out of the place where the books have them; their record stays.

    `place` is where the death was written down. A person may die on the road: then the convoy's
    account loses them. `at` 0 means now.
    """
    with writing(author, operation) as pen:
        row = Person.objects.filter(id=person).first()
        if row is None:
            return Refusal(gettext_noop("No person in the books has this number."), field="person")
        if not row.alive:
            return Refusal(
                gettext_noop("The death of %(name)s is already written down."), {"name": row.own}
            )
        refusal = time_refusal(at, pen.now_ms) or _too_early(at, row)
        if refusal is not None:
            return refusal
        body = DeathRecorded(
            at=at or pen.now_ms,
            person=row.id,
            place=place,
            household=row.household,
            circumstances=circumstances,
            told_by=told_by,
            legs=moved(row.place, DEATH, [row.id]),
        )
        pen.append(body)
        return body


def _too_early(at: int, row: Person) -> Refusal | None:
    """The books cannot take somebody from a place before they came there."""
    if not at or at >= row.place_since:
        return None
    since = timezone.localtime(from_ms(row.place_since))
    return Refusal(
        gettext_noop(
            "In the books %(name)s stands here only since %(since)s. Give a later hour, "
            "and write what was told of an earlier one into the circumstances."
        ),
        {"name": row.own, "since": date_format(since, MOMENT)},
        field="at",
    )
