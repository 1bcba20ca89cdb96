"""What families tell later: corrections of what was written, and relatives they look for."""

from datetime import timedelta

from serai.core.clock import DAY_MS, HOUR_MS
from serai.core.events import HouseholdRegistered, PersonCorrected, Sought, TracingRequested
from serai.core.people import Age, Names, Person
from serai.core.refusal import gettext_noop
from serai.simulation.days import END_MS, date_of
from serai.simulation.population import Family
from serai.simulation.story import Story

CORRECTIONS, REQUESTS = 160, 90
RELATIONS = (
    gettext_noop("husband"), gettext_noop("son"), gettext_noop("brother"),
    gettext_noop("father"), gettext_noop("daughter"),
)  # fmt: skip
LAST_SEEN = ("front", "hajin", "shafah", "reception", "susah")


def ask_and_correct(story: Story) -> None:
    """A few corrections and tracing requests among the families in the camp."""
    rng = story.rng
    families = [
        one for one in story.named_at_camp
        if one.registered_at < END_MS - 2 * DAY_MS and not any(human.fate for human in one.humans)
    ]  # fmt: skip
    some = rng.sample(
        families, min(len(families), round((CORRECTIONS + REQUESTS) * story.scale) + 4)
    )
    wanted = round(REQUESTS * story.scale) + 2
    for number, family in enumerate(some):
        since = max(family.arrived_at, family.registered_at) + 5 * HOUR_MS
        at = since + int((END_MS - HOUR_MS - since) * rng.random() ** 2)
        if at <= since:
            continue
        if number < wanted:
            _ask(story, family, at, number + 1)
        else:
            _correct(story, family, at)


def _ask(story: Story, family: Family, at: int, number: int) -> None:
    """A family looks for somebody, some of them for the man who was taken apart."""
    man = next((one for one in family.humans if one.apart), None)
    told = _member(story, family, man.person) if man else None
    inquirer = family.collector(at)
    asking = _member(story, family, inquirer)
    relation = "husband" if told else RELATIONS[int(story.rng.random() * len(RELATIONS))]
    names = told.names if told else Names(own=asking.names.father, family=asking.names.family)
    sought = Sought(
        names=names, relation=relation, sex="female" if relation == "daughter" else "male",
        age=told.age if told else Age(basis="refused"),
        last_seen_place=LAST_SEEN[int(story.rng.random() * len(LAST_SEEN))],
        last_seen_on=(date_of(family.registered_at) - timedelta(days=3)).isoformat(),
        person=told.person if told else "",
    )  # fmt: skip
    body = TracingRequested(
        at=at, request=story.log.new_id(at), code=f"T-{number}", household=family.household,
        sought=sought, inquirer=inquirer, may_share=story.rng.random() < 0.6,
    )  # fmt: skip
    story.log.add(body, story.worker("tracing", 2), "tracing", (family.registered,))


def _correct(story: Story, family: Family, at: int) -> None:
    """A name or an age is written anew after the family saw a card."""
    one = _member(story, family, family.humans[-1].person)
    if story.rng.random() < 0.5:
        names = Names(
            own=one.names.own, father=one.names.father, grandfather=one.names.father,
            family=one.names.family, mother=one.names.mother,
        )  # fmt: skip
        body = PersonCorrected(at=at, person=one.person, names=names, reason="name told again")
    else:
        born_on = (date_of(at) - timedelta(days=family.humans[-1].months * 30 + 11)).isoformat()
        age = Age(basis="document", born_on=born_on)
        body = PersonCorrected(at=at, person=one.person, age=age, reason="birth record seen")
    story.log.add(body, story.worker("al-hol-desk", 8), "registration", (family.registered,))


def _member(story: Story, family: Family, person: str) -> Person:
    body = story.log.entries[family.registered].body
    assert isinstance(body, HouseholdRegistered)
    return next(one for one in body.members if one.person == person)
