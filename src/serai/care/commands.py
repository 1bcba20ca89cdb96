"""Sorting people, sending them to hospital and bringing them back: the only writer of care."""

from collections.abc import Sequence

from serai.care.rules import (
    HOSPITAL,
    Family,
    ReferralDraft,
    day_of,
    family_of,
    person_refusal,
    referral_refusal,
)
from serai.core.events import (
    TRIAGE_WORDS,
    DeathRecorded,
    MovementRecorded,
    ReferralMade,
    SeparationEnded,
    SeparationRecorded,
    TriageRecorded,
    TriageWord,
)
from serai.core.ledger import moved
from serai.core.refusal import Refusal, gettext_noop
from serai.core.screening import REUNITED
from serai.core.triage import HOSPITAL_REASON
from serai.journal.store import Author, Pen, writing
from serai.registry.families import split_refusal
from serai.registry.models import Person, Place, Separation

BACK_FROM_HOSPITAL = "back from hospital"
NOBODY_BACK = gettext_noop("Tick who came back.")
OURS = (
    DeathRecorded,
    MovementRecorded,
    ReferralMade,
    SeparationEnded,
    SeparationRecorded,
    TriageRecorded,
)


def record_triage(
    person: str, place: str, word: str, note: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Writes how a person was sorted; sorting again is a new entry. Answers the event id.

    Care does not wait for the books: somebody whom the books have elsewhere is sorted all the
    same, and is thereby seen here.
    """
    with writing(author, operation) as pen:
        refusal = person_refusal(Person.objects.filter(id=person).first())
        if refusal is not None:
            return refusal
        sorted_as = _word(word)
        if sorted_as is None:
            return Refusal(gettext_noop("Choose one of the five words."), field="word")
        return pen.append(
            TriageRecorded(
                at=pen.now_ms, person=person, place=place, word=sorted_as, note=note.strip()
            )
        )


def refer(draft: ReferralDraft, author: Author, operation: str = "") -> tuple[str, ...] | Refusal:
    """Sends a patient and carers to hospital; whoever stays keeps a link with a review day.

    Answers the ids of the referral and of the separations that keep the family together.
    """
    with writing(author, operation) as pen:
        family = family_of(draft)
        if isinstance(family, Refusal):
            return family
        goers = [one.id for one in family.goers]
        kin = [one.id for one in family.kin]
        apart = _apart_already(goers)
        links = [(person, kin) for person in goers if person not in apart]
        refusal = referral_refusal(draft, family, day_of(pen.now_ms)) or split_refusal(
            goers, draft.target, links
        )
        if refusal is not None:
            return refusal
        pen.append(_referral(draft, goers, pen))
        for person, _ in links if kin else ():
            pen.append(_link(draft, person, family, pen, author))
        return pen.written


def bring_back(
    people: Sequence[str], place: str, author: Author, operation: str = ""
) -> tuple[str, ...] | Refusal:
    """Brings people back from hospital to this place; with the family here, the link closes."""
    with writing(author, operation) as pen:
        rows = list(Person.objects.filter(id__in=people))
        refusal = _return_refusal(rows, people, place)
        if refusal is not None:
            return refusal
        source = rows[0].place
        ending = _ending(people, source, place)
        refusal = split_refusal(people, place, ended=[one.person for one in ending])
        if refusal is not None:
            return refusal
        legs = moved(source, place, sorted(one.id for one in rows))
        pen.append(MovementRecorded(at=pen.now_ms, reason=BACK_FROM_HOSPITAL, legs=legs))
        for held in ending:
            pen.append(
                SeparationEnded(
                    at=pen.now_ms,
                    separation=held.id,
                    person=held.person,
                    household=held.household,
                    outcome=REUNITED,
                )
            )
        return pen.written


def _word(text: str) -> TriageWord | None:
    return next((word for word in TRIAGE_WORDS if word == text), None)


def _apart_already(people: Sequence[str]) -> set[str]:
    held = Separation.objects.filter(person__in=people, ended_at=0)
    return set(held.values_list("person", flat=True))


def _referral(draft: ReferralDraft, goers: list[str], pen: Pen) -> ReferralMade:
    return ReferralMade(
        at=pen.now_ms,
        person=draft.person,
        place=draft.place,
        target=draft.target,
        reason=draft.reason.strip(),
        legs=moved(draft.place, draft.target, goers),
    )


def _link(
    draft: ReferralDraft, person: str, family: Family, pen: Pen, author: Author
) -> SeparationRecorded:
    """The link of one who goes to all who stay; the illness itself is not written into it."""
    return SeparationRecorded(
        at=pen.now_ms,
        separation=pen.new_id(),
        person=person,
        kin=tuple(one.id for one in family.kin),
        household=family.patient.household,
        reason=HOSPITAL_REASON,
        authority=author.actor,
        place=draft.place,
        target=draft.target,
        review_on=draft.review_on,
    )


def _return_refusal(rows: list[Person], people: Sequence[str], place: str) -> Refusal | None:
    if not people:
        return Refusal(NOBODY_BACK, field="people")
    if len(rows) < len(set(people)):
        return Refusal(gettext_noop("Somebody ticked is not in the books."), field="people")
    if len({one.place for one in rows}) > 1:
        return Refusal(gettext_noop("These people are not in the same hospital."), field="people")
    sentence = _why_not_back(rows, place)
    name = next((one.own for one in rows if not one.alive), rows[0].own)
    return Refusal(sentence, {"name": name}, "people") if sentence else None


def _why_not_back(rows: list[Person], place: str) -> str:
    if not all(one.alive for one in rows):
        return gettext_noop("%(name)s is written down as dead.")
    if rows[0].place == place:
        return gettext_noop("%(name)s is here already.")
    if not Place.objects.filter(id=rows[0].place, kind=HOSPITAL).exists():
        return gettext_noop("In the books %(name)s is in no hospital.")
    return ""


def _ending(people: Sequence[str], source: str, place: str) -> list[Separation]:
    """Separations of these people that end here because the family is at this place too."""
    held = Separation.objects.filter(person__in=people, ended_at=0, target=source)
    at_home = set(
        Person.objects.filter(
            household__in=[one.household for one in held], alive=True, place=place
        ).values_list("household", flat=True)
    )
    return [one for one in held if one.household in at_home]
