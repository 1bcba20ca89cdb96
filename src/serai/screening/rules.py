"""Why a lane, a separation or its end cannot be written: every check, every sentence."""

from collections.abc import Sequence
from datetime import date

import msgspec
from django.utils.timezone import localdate

from serai.core.clock import from_ms
from serai.core.places import is_convoy
from serai.core.refusal import Refusal, gettext_noop
from serai.core.screening import (
    DIED,
    LANES,
    OUTCOMES,
    RELEASED,
    REUNITED,
    SEPARATE_SITE,
    is_one_of,
    review_refusal,
)
from serai.registry.families import split_refusal
from serai.registry.models import Person, Place, Separation
from serai.registry.queries import place_name

LEFT = "left"  # the outside account of whoever was taken where no books are kept

NOBODY_TICKED = gettext_noop("Tick at least one person.")
WHO_GOES = gettext_noop("Tick who goes.")
WHO_STAYS = gettext_noop("Tick who of the family stays, so that the link is kept.")
WHY = gettext_noop("Write the reason. Only screening and tracing can read it.")
WHO_DECIDED = gettext_noop("Write who decided it.")
WHERE_TO = gettext_noop("Choose or write where the person is taken.")


class SeparationDraft(msgspec.Struct, frozen=True):
    """What a screener writes when somebody is taken aside; `lane` when it happened in one."""

    household: str
    people: tuple[str, ...]
    kin: tuple[str, ...]
    reason: str
    authority: str
    place: str
    target: str
    review_on: str
    lane: str = ""


def day_of(at_ms: int) -> date:
    """The day it was at this station."""
    return localdate(from_ms(at_ms))


def lane_refusal(lane: str, outcome: str) -> Refusal | None:
    if not is_one_of(LANES, lane):
        return Refusal(gettext_noop("Choose a lane."), field="lane")
    if not is_one_of(OUTCOMES, outcome):
        return Refusal(gettext_noop("Choose what happens next."), field="outcome")
    if outcome == SEPARATE_SITE:
        return Refusal(
            gettext_noop("Nobody goes to a separate site without a separation on record."),
            field="outcome",
        )
    return None


def people_refusal(people: Sequence[str], place: str) -> Refusal | None:
    """Why these people cannot be dealt with here: nobody, unknown, dead, or elsewhere."""
    if not people:
        return Refusal(NOBODY_TICKED, field="people")
    known = {one.id: one for one in Person.objects.filter(id__in=people)}
    if len(known) < len(set(people)):
        return Refusal(gettext_noop("Somebody ticked is not in the books."), field="people")
    for one in known.values():
        if not one.alive:
            return Refusal(
                gettext_noop("%(name)s is written down as dead."), {"name": one.own}, "people"
            )
        if one.place != place:
            return Refusal(
                gettext_noop("In the books %(name)s is at %(place)s, not here."),
                {"name": one.own, "place": place_name(one.place)},
                "people",
            )
    return None


def draft_refusal(draft: SeparationDraft, day: date) -> Refusal | None:
    wanted = (
        (draft.people, WHO_GOES, "people"),
        (draft.reason.strip(), WHY, "reason"),
        (draft.authority.strip(), WHO_DECIDED, "authority"),
        (draft.target.strip(), WHERE_TO, "target"),
    )
    for value, sentence, field in wanted:
        if not value:
            return Refusal(sentence, field=field)
    if draft.target == draft.place:
        return Refusal(gettext_noop("This is the place where they are now."), field="target")
    return review_refusal(draft.review_on, day)


def link_refusal(draft: SeparationDraft) -> Refusal | None:
    """Both ends of the link must be living people of one household, and nobody is left out."""
    refusal = people_refusal(draft.people, draft.place)
    if refusal is not None:
        return refusal
    members = set(
        Person.objects.filter(household=draft.household, alive=True).values_list("id", flat=True)
    )
    goers, kin = set(draft.people), set(draft.kin)
    if not goers <= members or not kin <= members:
        return Refusal(gettext_noop("Somebody ticked is of another household."), field="people")
    if goers & kin:
        return Refusal(gettext_noop("The same person cannot go and stay."), field="kin")
    if not kin and members - goers:
        return Refusal(WHO_STAYS, field="kin")
    if not kin and len(members) > 1:
        return Refusal(
            gettext_noop("Nobody stays behind, so this is no separation: a family moves together."),
            field="kin",
        )
    return _already_apart(goers) or split_refusal(
        goers, account_of(draft.target), [(person, kin) for person in goers]
    )


def _already_apart(people: set[str]) -> Refusal | None:
    held = Separation.objects.filter(person__in=people, ended_at=0).first()
    if held is None:
        return None
    person = Person.objects.get(id=held.person)
    return Refusal(
        gettext_noop("%(name)s is already apart from the family. Review that separation instead."),
        {"name": person.own},
        "people",
    )


def account_of(target: str) -> str:
    """The account of a target: its own when it keeps books, else the one of those who left."""
    return target if Place.objects.filter(id=target).exists() else LEFT


def open_separation(separation: str) -> Separation | Refusal:
    held = Separation.objects.filter(id=separation).first()
    if held is None:
        return Refusal(gettext_noop("This separation is not in the books."))
    if held.ended_at:
        return Refusal(gettext_noop("This separation has already ended."))
    return held


def end_refusal(held: Separation, person: Person, outcome: str, target: str) -> Refusal | None:
    if outcome == DIED:
        if person.alive:
            return Refusal(
                gettext_noop("Write down the death of %(name)s first, in the medical tent."),
                {"name": person.own},
                "ended",
            )
        return None
    if outcome in (REUNITED, RELEASED):
        refusal = _reunion_refusal(held, person, target)
        if refusal is not None:
            return refusal
    return split_refusal([person.id], target, ended=[person.id])


def _reunion_refusal(held: Separation, person: Person, target: str) -> Refusal | None:
    if not person.alive:
        return Refusal(
            gettext_noop("%(name)s is written down as dead."), {"name": person.own}, "ended"
        )
    if is_convoy(person.place):
        return Refusal(
            gettext_noop("%(name)s is on the road. Receive the convoy first."),
            {"name": person.own},
            "ended",
        )
    family = Person.objects.filter(household=held.household, alive=True).exclude(id=person.id)
    if family.exists() and not family.filter(place=target).exists():
        return Refusal(
            gettext_noop("The family is not at %(place)s. Write the reunion down where they are."),
            {"place": place_name(target)},
            "ended",
        )
    return None


def back_refusal(person: Person, place: str) -> Refusal | None:
    """Why somebody cannot come back to this place: dead, on the road, or here already."""
    if not person.alive:
        return Refusal(gettext_noop("%(name)s is written down as dead."), {"name": person.own})
    if is_convoy(person.place):
        return Refusal(
            gettext_noop("%(name)s is on the road. Receive the convoy first."), {"name": person.own}
        )
    if person.place == place:
        return Refusal(gettext_noop("%(name)s is here already."), {"name": person.own})
    return None
