"""The registration desk: what clerks write of a household, with the gaps that are usual."""

from datetime import date, timedelta
from random import Random

from serai.core.events import HouseholdRegistered
from serai.core.ids import token_code
from serai.core.ledger import resolved
from serai.core.people import Age, Papers, Person
from serai.simulation import names
from serai.simulation.days import date_of
from serai.simulation.names import ARAB, NORTH, Lineage, Pool
from serai.simulation.population import Family, Human
from serai.simulation.story import Group, Story

DESKS = 12
NORTHERN = frozenset(("TUR", "RUS", "KAZ", "UZB", "TJK", "AZE"))
REFUSED_SHARE, DOCUMENT_SHARE, STATED_SHARE = 0.03, 0.12, 0.66
PAPERS: tuple[tuple[Papers, float], ...] = (
    ("none", 0.64), ("taken", 0.72), ("identity card", 0.85), ("family book", 0.95),
    ("passport", 0.975), ("birth record", 0.99), ("other", 1.0),
)  # fmt: skip
CHILD_PAPERS_SHARE = 0.12
NEEDS_ADULT = (("SM-CI", 0.03), ("DS-PM", 0.045), ("SM-MI", 0.052), ("DS-BD", 0.058))
NEEDS_CHILD = (("SM-MN", 0.025), ("DS-PM", 0.032), ("DS-DF", 0.036), ("SM-OT", 0.045))
NURSING_SHARE, PREGNANT_SHARE = 0.24, 0.05
NURSING_MONTHS = 46 * 12


def register(story: Story, family: Family, group: Group, place: str, at: int) -> int:
    """Writes a household in the books; its people are drawn from those counted at the place."""
    rng = story.rng
    family.household = story.log.new_id(at)
    family.registered_at = at
    for human in family.humans:
        human.person = story.log.new_id(at)
    number = group.token_first + group.families.index(family)
    family.token = token_code(story.mark, number)
    body = HouseholdRegistered(
        at=at,
        household=family.household,
        place=place,
        members=_members(rng, family, date_of(at)),
        token=family.token,
        arrival=group.arrival,
        legs=resolved(place, [(one.person, one.band) for one in family.humans]),
    )
    actor = story.worker("desk" if place == "reception" else f"{place}-desk", DESKS)
    family.registered = story.log.add(body, actor, "registration", (group.counted,))
    return family.registered


def newborn(rng: Random, family: Family, identity: str, on: date, female: bool) -> Person:
    """A child born in the camp, as the desk writes it."""
    pool = _pool(family.nationality)
    father = names.lineage_of_man(rng, pool)
    line = names.lineage_of_child(rng, pool, family.father or father, None, female, family.given)
    arabic = rng.random() < names.ARABIC_SHARE
    return Person(
        person=identity,
        names=names.written(rng, line, arabic, female),
        sex="female" if female else "male",
        age=Age(basis="document", born_on=on.isoformat()),
        relation="child",
        nationality=(family.nationality,),
    )


def _members(rng: Random, family: Family, on: date) -> tuple[Person, ...]:
    pool = _pool(family.nationality)
    arabic = rng.random() < names.ARABIC_SHARE
    father, mother = names.lineage_of_man(rng, pool), names.lineage_of_woman(rng, pool)
    family.father, family.given = father, {father.own, mother.own}
    noted_on = on.isoformat()
    alone = not any(one.adult for one in family.humans)
    told = []
    for human in family.humans:
        line = _lineage(rng, pool, human, mother, family)
        female = human.sex == "female"
        both = rng.random() < names.BOTH_SCRIPTS_SHARE
        told.append(
            Person(
                person=human.person,
                names=names.written(rng, line, arabic, female),
                other_names=names.written(rng, line, not arabic, female) if both else None,
                sex=human.sex,
                age=_evidence(rng, human.months, on, noted_on),
                relation=human.relation,
                nationality=(family.nationality,),
                papers=_papers(rng, human),
                needs=_needs(rng, human, family, alone),
                origin=family.origin,
                alone=alone,
            )
        )
    return tuple(told)


def _pool(nationality: str) -> Pool:
    return NORTH if nationality in NORTHERN else ARAB


def _lineage(rng: Random, pool: Pool, human: Human, mother: Lineage, family: Family) -> Lineage:
    """The father's name belongs to the man of the house, whether he is here or not."""
    father = family.father
    assert father is not None
    if not human.adult:
        female = human.sex == "female"
        return names.lineage_of_child(rng, pool, father, mother.own, female, family.given)
    if human.relation in ("sibling", "parent"):
        draw = names.lineage_of_woman if human.sex == "female" else names.lineage_of_man
        return draw(rng, pool)
    return mother if human.sex == "female" else father


def _evidence(rng: Random, months: int, on: date, noted_on: str) -> Age:
    luck = rng.random()
    if luck < REFUSED_SHARE:
        return Age(basis="refused")
    if luck < DOCUMENT_SHARE:
        born = on - timedelta(days=int(months * 30.44 + rng.random() * 28))
        return Age(basis="document", born_on=born.isoformat())
    if months < 24:
        return Age(months=months, within_months=1, noted_on=noted_on)
    if luck < STATED_SHARE:
        return Age(months=months // 12 * 12 + 6, within_months=6, noted_on=noted_on)
    near = 12 if months < 144 else 24 if months < 480 else 60
    guess = max(0, months + int((rng.random() - 0.5) * near))
    return Age(basis="estimated", months=guess, within_months=near, noted_on=noted_on)


def _papers(rng: Random, human: Human) -> Papers:
    if not human.adult:
        return "birth record" if rng.random() < CHILD_PAPERS_SHARE else "none"
    luck = rng.random()
    return next(kind for kind, limit in PAPERS if luck < limit)


def _needs(rng: Random, human: Human, family: Family, alone: bool) -> tuple[str, ...]:
    found = []
    if alone:
        found.append("SC-UC" if len(family.humans) == 1 else "SC-SC")
    table = NEEDS_ADULT if human.adult else NEEDS_CHILD
    luck = rng.random()
    found.extend([code for code, limit in table if luck < limit][:1])
    if human.adult and human.sex == "female" and human.months < NURSING_MONTHS:
        luck = rng.random()
        if luck < PREGNANT_SHARE:
            found.append("PG-HR")
        elif luck < PREGNANT_SHARE + NURSING_SHARE:
            found.append("PG-LC")
    return tuple(found)
