"""People parted from their families: the men at the reception, and patients in hospital."""

from datetime import timedelta

from serai.core import screening
from serai.core.clock import DAY_MS, HOUR_MS
from serai.core.events import (
    ScreeningRecorded,
    SeparationEnded,
    SeparationRecorded,
    SeparationReviewed,
)
from serai.core.ledger import Leg, moved
from serai.simulation.days import END_MS, date_of, day_of, minutes, moment
from serai.simulation.population import Family, Human
from serai.simulation.story import Story

AUTHORITY = "Screening authority"
HOSPITAL_AUTHORITY = "Referral nurse"
FIRST_REVIEW_DAYS, NEXT_REVIEW_DAYS = 30, 60
HOSPITAL_REVIEW_DAYS = 14
FORGOTTEN_SHARE = 0.015  # reviews of the last fortnight nobody has held yet
LATE_DAYS = 14
REUNITED_SHARE = 0.04
LANES = 4


def take_apart(story: Story, family: Family, man: Human, at: int) -> None:
    """A man is screened alone and taken to the holding site; the tie to his family is kept."""
    lane = ScreeningRecorded(
        at=at, people=(man.person,), place="reception", lane="men",
        outcome=screening.SEPARATE_SITE,
    )  # fmt: skip
    seen = story.log.add(lane, story.worker("lane", LANES), "screening", (family.registered,))
    kin = [one.person for one in family.humans if one is not man and one.fate != "reception"]
    legs = moved("reception", "holding", (man.person,))
    at += minutes(story.between(3, 20))
    reason = screening.REASONS[0 if story.rng.random() < 0.7 else 1]
    review_on = date_of(at) + timedelta(days=FIRST_REVIEW_DAYS)
    body = SeparationRecorded(
        at=at, separation=story.log.new_id(at), person=man.person, kin=tuple(kin),
        household=family.household, reason=reason, authority=AUTHORITY, place="reception",
        target="holding", review_on=review_on.isoformat(), legs=legs,
    )  # fmt: skip
    serial = story.log.add(body, story.worker("lane", LANES), "screening", (seen,))
    story.parted.append((family, body.separation, man.person, serial, at))


def take_apart_group(story: Story, families: list[Family], at: int) -> None:
    """Men without family are screened together and taken to the holding site one by one."""
    people = tuple(family.humans[0].person for family in families)
    lane = ScreeningRecorded(
        at=at, people=people, place="reception", lane="men", outcome=screening.SEPARATE_SITE
    )
    seen = story.log.add(lane, story.worker("lane", LANES), "screening")
    for family in families:
        went_at = at + minutes(story.between(3, 30))
        review_on = date_of(went_at) + timedelta(days=FIRST_REVIEW_DAYS)
        body = SeparationRecorded(
            at=went_at, separation=story.log.new_id(went_at), person=family.humans[0].person,
            kin=(), household=family.household, reason=screening.REASONS[0], authority=AUTHORITY,
            place="reception", target="holding", review_on=review_on.isoformat(),
            legs=moved("reception", "holding", (family.humans[0].person,)),
        )  # fmt: skip
        serial = story.log.add(body, story.worker("lane", LANES), "screening", (seen,))
        story.parted.append((family, body.separation, body.person, serial, went_at))


def part_for_hospital(
    story: Story, family: Family, went: list[Human], stayed: list[Human], place: str, at: int
) -> tuple[str, str, int] | None:
    """Keeps the tie between a patient in hospital and the family left behind, if anybody is."""
    if not stayed:
        return None
    lasting = [one for one in went if not one.fate] or went
    body = SeparationRecorded(
        at=at, separation=story.log.new_id(at), person=lasting[0].person,
        kin=tuple(one.person for one in stayed), household=family.household,
        reason="Care in hospital", authority=HOSPITAL_AUTHORITY, place=place, target="hospital",
        review_on=(date_of(at) + timedelta(days=HOSPITAL_REVIEW_DAYS)).isoformat(),
    )  # fmt: skip
    serial = story.log.add(body, story.worker("nurse", LANES), "screening", (family.registered,))
    return body.separation, body.person, serial


def reunite(
    story: Story, family: Family, tie: tuple[str, str, int] | None, at: int, outcome: str
) -> None:
    """The tie kept for a patient ends: together again, or the patient died."""
    if tie is not None:
        body = SeparationEnded(
            at=at, separation=tie[0], person=tie[1], household=family.household, outcome=outcome
        )
        story.log.add(body, story.worker("nurse", LANES), "screening", (tie[2],))


def review_all(story: Story) -> None:
    """Separations of the men are looked at again when due; a few reviews are late at the end."""
    for family, separation, person, opened, at in story.parted:
        seen = opened
        due = moment(day_of(at) + FIRST_REVIEW_DAYS, 10)
        if story.rng.random() < REUNITED_SHARE and family.arrived_at and due < END_MS:
            _bring_back(story, family, separation, person, seen)
            continue
        while due < END_MS:
            held_at = due - int(story.between(2, 40) * HOUR_MS)
            late = due > END_MS - LATE_DAYS * DAY_MS and story.rng.random() < FORGOTTEN_SHARE
            if late:
                break
            seen = _review(story, separation, seen, held_at)
            due += NEXT_REVIEW_DAYS * DAY_MS


def _review(story: Story, separation: str, serial: int, at: int) -> int:
    outcome = "goes on" if story.rng.random() < 0.8 else "not decided"
    body = SeparationReviewed(
        at=at, separation=separation, outcome=outcome,
        review_on=(date_of(at) + timedelta(days=NEXT_REVIEW_DAYS)).isoformat(),
    )  # fmt: skip
    return story.log.add(body, story.worker("lane", LANES), "screening", (serial,))


def _bring_back(story: Story, family: Family, separation: str, person: str, serial: int) -> None:
    at = moment(day_of(family.arrived_at) + 4 + int(story.between(0, 20)), story.between(9, 16))
    legs: tuple[Leg, ...] = moved("holding", "al-hol", (person,))
    body = SeparationEnded(
        at=at, separation=separation, person=person, household=family.household,
        outcome=screening.REUNITED, legs=legs,
    )  # fmt: skip
    story.log.add(body, story.worker("lane", LANES), "screening", (serial,))
