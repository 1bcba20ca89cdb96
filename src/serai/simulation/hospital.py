"""Triage, the way to hospital and back, and deaths."""

from serai.core import screening
from serai.core.clock import HOUR_MS
from serai.core.events import DeathRecorded, MovementRecorded, ReferralMade, TriageRecorded
from serai.core.ledger import moved
from serai.core.places import convoy_place
from serai.simulation.days import minutes
from serai.simulation.parting import part_for_hospital, reunite
from serai.simulation.population import Family, Human
from serai.simulation.story import Story

NURSES = 4
TRIAGE_NOTES = ("", "", "", "frostbite", "dehydrated", "shrapnel", "fever", "severe malnutrition")
REASONS = ("surgery", "severe malnutrition", "burn", "pneumonia", "delivery", "dehydration")
CIRCUMSTANCES = ("cold", "malnutrition", "wounds", "illness", "not known")


def triage(story: Story, human: Human, place: str, at: int) -> None:
    """A nurse sorts somebody."""
    note = TRIAGE_NOTES[int(story.rng.random() * len(TRIAGE_NOTES))]
    body = TriageRecorded(at=at, person=human.person, place=place, word=human.word, note=note)  # type: ignore[arg-type]
    story.log.add(body, story.worker("nurse", NURSES), "care")


def refer(story: Story, family: Family, went: list[Human], place: str, at: int) -> None:
    """Patients go to hospital with whoever goes along, and come back or die there."""
    others = [one for one in family.humans if one not in went and not one.apart]
    stayed = [one for one in others if one.fate != "reception" and not one.gone_at]
    people = tuple(one.person for one in went)
    patient = next((one for one in went if one.word), went[0])
    body = ReferralMade(
        at=at, person=patient.person, place=place, target="hospital",
        reason=REASONS[int(story.rng.random() * len(REASONS))],
        legs=moved(place, "hospital", people),
    )  # fmt: skip
    serial = story.log.add(body, story.worker("nurse", NURSES), "care", (family.registered,))
    tie = part_for_hospital(story, family, went, stayed, place, at + 1_000)
    for one in went:
        if one.fate == "hospital":
            died_at = at + int(story.between(4 * HOUR_MS, family.back_at - at - HOUR_MS))
            die(story, family, one, "hospital", died_at)
    alive = [one.person for one in went if one.fate != "hospital"]
    back_at = family.back_at
    if alive:
        back = MovementRecorded(
            at=back_at, reason="back from hospital", legs=moved("hospital", "al-hol", alive)
        )
        story.log.add(back, story.worker("nurse", NURSES), "care", (serial,))
    reunite(story, family, tie, back_at + 1_000, screening.REUNITED if alive else screening.DIED)


def die(story: Story, family: Family, human: Human, place: str, at: int) -> None:
    """Somebody dies; the books keep them."""
    human.gone_at = at
    body = DeathRecorded(
        at=at, person=human.person, place=place, household=family.household,
        circumstances=CIRCUMSTANCES[int(story.rng.random() * len(CIRCUMSTANCES))],
        told_by="family" if story.rng.random() < 0.6 else "nurse",
        legs=moved(place, "death", (human.person,)),
    )  # fmt: skip
    story.log.add(body, story.worker("nurse", NURSES), "care", (family.registered,))


def die_on_the_road(story: Story, family: Family, convoy: str, arrives_at: int) -> None:
    """Those who do not live to see the end of the ride."""
    for human in family.humans:
        if human.fate == "road":
            at = arrives_at - minutes(story.between(12, 80))
            die(story, family, human, convoy_place(convoy), at)
