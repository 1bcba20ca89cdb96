"""Events of the registration desk: households get names, and life goes on changing them."""

from collections.abc import Iterable

from serai.core.events.body import Body, PostingBody, event, household, person
from serai.core.people import Age, Names, Papers, Person, Relation, Sex


@event("household_registered")
class HouseholdRegistered(PostingBody, frozen=True, omit_defaults=True, kw_only=True):
    """A household was written at a desk. Its legs draw its members from the counted group."""

    household: str
    place: str
    members: tuple[Person, ...]
    token: str = ""
    arrival: str = ""
    phone: str = ""
    note: str = ""

    def subjects(self) -> Iterable[str]:
        keys = [household(self.household), *(person(one.person) for one in self.members)]
        if self.token:
            keys.append(f"token:{self.token}")
        if self.arrival:
            keys.append(f"arrival:{self.arrival}")
        return keys

    def seen(self) -> tuple[str, Iterable[str]]:
        return self.place, [one.person for one in self.members]


@event("member_added")
class MemberAdded(PostingBody, frozen=True, omit_defaults=True, kw_only=True):
    """Somebody joins a household who was not in the books by name: a newborn, a late arrival.

    The legs come from `birth`, from the counted group, or from `outside`.
    """

    household: str
    place: str
    member: Person
    reason: str  # "newborn" or "arrived later"
    arrival: str = ""  # the counted group that the legs draw from

    def subjects(self) -> Iterable[str]:
        keys = [household(self.household), person(self.member.person), *self.roads()]
        return [*keys, f"arrival:{self.arrival}"] if self.arrival else keys

    def seen(self) -> tuple[str, Iterable[str]]:
        return self.place, (self.member.person,)


@event("person_corrected")
class PersonCorrected(Body, frozen=True, omit_defaults=True, kw_only=True):
    """Facts about a person were written anew. Only the fields that are not None were written.

    The refs name the events whose values were seen and replaced.
    """

    person: str
    names: Names | None = None
    other_names: Names | None = None
    sex: Sex | None = None
    age: Age | None = None
    nationality: tuple[str, ...] | None = None
    papers: Papers | None = None
    needs: tuple[str, ...] | None = None
    origin: str | None = None
    alone: bool | None = None
    reason: str = ""

    def subjects(self) -> Iterable[str]:
        return (person(self.person),)


@event("member_moved")
class MemberMoved(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A person now belongs to another household, or to the same one with another relation.

    The refs name the event that had put the person into the household before.
    """

    person: str
    source: str
    target: str
    relation: Relation
    reason: str = ""

    def subjects(self) -> Iterable[str]:
        return {person(self.person), household(self.source), household(self.target)}


@event("death_recorded")
class DeathRecorded(PostingBody, frozen=True, omit_defaults=True, kw_only=True):
    """A person died. The legs take them from their place to `death`; their record stays."""

    person: str
    place: str
    household: str = ""
    circumstances: str = ""
    told_by: str = ""

    def subjects(self) -> Iterable[str]:
        keys = [person(self.person), *self.roads()]
        return [*keys, household(self.household)] if self.household else keys


@event("person_seen")
class PersonSeen(Body, frozen=True, omit_defaults=True, kw_only=True):
    """People were seen at a place: a meal, a scan, a visit."""

    people: tuple[str, ...]
    place: str
    occasion: str = ""

    def subjects(self) -> Iterable[str]:
        return [person(one) for one in self.people]

    def seen(self) -> tuple[str, Iterable[str]]:
        return self.place, self.people
