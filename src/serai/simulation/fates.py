"""What befalls people on the way: who falls ill, who goes to hospital, who dies, who comes back.

Only what was reported as a whole is fitted (about 260 deaths, four in five under five years of
age; triage for four in a hundred); whom it befalls is chance.
"""

from random import Random

from serai.core.clock import HOUR_MS
from serai.core.events import TriageWord
from serai.simulation.arrivals import EXACT_DAYS
from serai.simulation.days import day_of, moment
from serai.simulation.population import Family, Human
from serai.simulation.story import Trip

UNDER_FIVE_MONTHS = 60
DEATH_SHARE_UNDER_FIVE = 0.0119
DEATH_SHARE_OTHERS = 0.00112
DEATH_PLACES = (("reception", 0.15), ("road", 0.24), ("hospital", 0.36), ("camp", 1.0))
TRIAGE_SHARE = 0.04
TRIAGE_SHARES: tuple[tuple[TriageWord, float], ...] = (
    ("minimal", 0.44), ("delayed", 0.80), ("immediate", 0.985), ("expectant", 1.0),
)  # fmt: skip
TO_HOSPITAL_SHARE = {"immediate": 0.75, "delayed": 0.18, "expectant": 0.5}
FROM_CAMP_SHARE = 0.0065
SMALL_FAMILY = 3  # goes to the hospital as a whole
NIGHT_TO_HOSPITAL, NIGHT_DEATHS = 60, 12  # the night of 21 to 22 March, IRC


def with_fates(rng: Random, family: Family, reach_at: int, returning: list[int]) -> None:
    """Decides what happens to a family; notes in `returning` who reaches the camp from hospital."""
    for human in family.humans:
        if not human.apart:
            _draw(rng, human)
    patients = [one for one in family.humans if one.away]
    if patients:
        _with_carers(family, patients)
        family.back_at = _return_at(rng, reach_at)
        alive = [one for one in family.humans if one.away and one.fate != "hospital"]
        if day_of(family.back_at) < len(returning):
            returning[day_of(family.back_at)] += len(alive)
    if any(one.fate or one.word for one in family.humans):
        family.lasting = True


def sent_in_the_night(rng: Random, trips: list[Trip], scale: float, first_day: int) -> None:
    """Of the 2,000 of one night sixty go on to hospital and twelve die."""
    families = [
        family for trip in trips if trip.day >= first_day for family in trip.families()
        if family.bound()
    ]  # fmt: skip
    chosen = rng.sample(
        families, min(len(families), round((NIGHT_TO_HOSPITAL + NIGHT_DEATHS) * scale))
    )
    dying = round(NIGHT_DEATHS * scale)
    for number, family in enumerate(chosen):
        family.lasting = family.named = True
        human = min(family.bound(), key=lambda one: one.months)
        human.fate = "tonight" if number < dying else ""
        human.word = "expectant" if number < dying else "immediate"
        family.hurt = number >= dying


def _draw(rng: Random, human: Human) -> None:
    luck = rng.random()
    young = human.months < UNDER_FIVE_MONTHS
    share = DEATH_SHARE_UNDER_FIVE if young else DEATH_SHARE_OTHERS
    if luck < share:
        luck = rng.random()
        human.fate = next(place for place, limit in DEATH_PLACES if luck < limit)
        human.away = human.fate == "hospital"
        human.word = "immediate" if human.fate in ("hospital", "reception") else ""
    elif luck < share + TRIAGE_SHARE:
        luck = rng.random()
        human.word = next(word for word, limit in TRIAGE_SHARES if luck < limit)
        human.away = rng.random() < TO_HOSPITAL_SHARE.get(human.word, 0.0)


def _with_carers(family: Family, patients: list[Human]) -> None:
    """Somebody grown goes along; the whole family does when nobody grown would stay."""
    here = [one for one in family.humans if not one.apart]
    staying = [one for one in here if one.adult and not one.away and not one.fate]
    if len(here) <= SMALL_FAMILY or not staying:
        _send(here)
    elif not any(one.adult for one in patients):
        _send(staying[:1] if len(staying) > 1 else here)


def _send(humans: list[Human]) -> None:
    for one in humans:
        one.away = True
        if one.fate not in ("", "hospital"):
            one.fate = "hospital"


def _return_at(rng: Random, reach_at: int) -> int:
    day = day_of(reach_at) + 1 + int(min(rng.expovariate(0.3), 11))
    while day in EXACT_DAYS:
        day += 1
    return moment(day, 10.2 + rng.random() * 6)


def camp_death_at(rng: Random, arrived_at: int) -> int:
    """When somebody who reached the camp too weak dies there."""
    return arrived_at + int((3 + rng.expovariate(1 / 90)) * HOUR_MS)
