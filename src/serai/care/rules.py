"""Why a sorting, a referral or a return cannot be written: every check, every sentence."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from django.utils.timezone import localdate

from serai.core.clock import from_ms
from serai.core.refusal import Refusal, gettext_noop
from serai.core.screening import review_refusal
from serai.core.triage import is_child
from serai.registry.models import Person, Place
from serai.registry.queries import place_name

HOSPITAL = "hospital"

UNKNOWN_PERSON = gettext_noop("No person in the books has this number.")
DEAD = gettext_noop("%(name)s is written down as dead.")
ELSEWHERE = gettext_noop("In the books %(name)s is at %(place)s, not here.")


class ReferralDraft(msgspec.Struct, frozen=True):
    """What a nurse writes to send somebody to hospital.

    `knowingly` says that a child goes or stays without an adult because nobody else can.
    """

    person: str
    carers: tuple[str, ...]
    place: str
    target: str
    reason: str
    review_on: str
    knowingly: bool = False


class Family(msgspec.Struct):
    """The patient, the living members of the household, and who of them goes and stays here."""

    patient: Person
    goers: list[Person]
    kin: list[Person]


def day_of(at_ms: int) -> date:
    """The day it was at this station."""
    return localdate(from_ms(at_ms))


def person_refusal(person: Person | None) -> Refusal | None:
    """Why nobody can be cared for: unknown or dead."""
    if person is None:
        return Refusal(UNKNOWN_PERSON, field="person")
    return None if person.alive else Refusal(DEAD, {"name": person.own}, "person")


def family_of(draft: ReferralDraft) -> Family | Refusal:
    """Patient, goers and kin; a refusal when somebody ticked is of another household."""
    patient = Person.objects.filter(id=draft.person).first()
    refusal = person_refusal(patient)
    if patient is None or refusal is not None:
        return refusal or Refusal(UNKNOWN_PERSON)
    members = list(Person.objects.filter(household=patient.household, alive=True))
    wanted = {draft.person, *draft.carers}
    if not wanted <= {one.id for one in members}:
        return Refusal(
            gettext_noop("Whoever goes along must be a living member of this household."),
            field="carers",
        )
    goers = sorted((one for one in members if one.id in wanted), key=lambda one: one.id)
    return Family(patient, goers, [one for one in members if one.id not in wanted])


def referral_refusal(draft: ReferralDraft, family: Family, day: date) -> Refusal | None:
    """Why this referral cannot be written."""
    hospital = Place.objects.filter(id=draft.target, kind=HOSPITAL).exists()
    if not hospital or draft.target == draft.place:
        return Refusal(gettext_noop("Choose the hospital."), field="target")
    if not draft.reason.strip():
        return Refusal(gettext_noop("Write in a few words what the hospital is for."), {}, "reason")
    return (
        not_here(family.goers, draft.place)
        or (review_refusal(draft.review_on, day) if family.kin else None)
        or (None if draft.knowingly else _child_refusal(draft, family, day))
    )


def not_here(people: Iterable[Person], place: str) -> Refusal | None:
    """Who of these people the books have somewhere else."""
    for one in people:
        if one.place != place:
            facts: dict[str, str | int] = {"name": one.own, "place": place_name(one.place)}
            return Refusal(ELSEWHERE, facts, "carers")
    return None


def _child_refusal(draft: ReferralDraft, family: Family, day: date) -> Refusal | None:
    """A child goes or stays with an adult of the family, or somebody says that none can."""
    if all(is_child(one.born_to, day) for one in family.goers):
        return Refusal(
            gettext_noop(
                "%(name)s is a child. Tick an adult who goes along, or tick that nobody can."
            ),
            {"name": family.patient.own},
            "carers",
        )
    staying = [one for one in family.kin if one.place == draft.place]
    if staying and _all_children(staying, day):
        return Refusal(
            gettext_noop(
                "%(name)s would stay here without an adult of the family. "
                "Let the children go along, or tick that nobody can stay."
            ),
            {"name": staying[0].own},
            "carers",
        )
    return None


def _all_children(people: Sequence[Person], day: date) -> bool:
    return all(is_child(one.born_to, day) for one in people)
