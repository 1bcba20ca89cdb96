"""Events of the medical tent: triage by SALT's five words, and referrals to hospital."""

from collections.abc import Iterable
from typing import Literal, get_args

from serai.core.events.body import Body, PostingBody, event, person

TriageWord = Literal["immediate", "expectant", "delayed", "minimal", "dead"]
TRIAGE_WORDS: tuple[TriageWord, ...] = get_args(TriageWord)


@event("triage_recorded")
class TriageRecorded(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A nurse sorted a person by SALT. Sorting again is a new entry, never an edit."""

    person: str
    place: str
    word: TriageWord
    note: str = ""

    def subjects(self) -> Iterable[str]:
        return (person(self.person),)

    def seen(self) -> tuple[str, Iterable[str]]:
        return self.place, (self.person,)


@event("referral_made")
class ReferralMade(PostingBody, frozen=True, omit_defaults=True, kw_only=True):
    """A person, with a carer where there is one, was sent to a hospital; the legs move them."""

    person: str
    place: str
    target: str
    reason: str = ""

    def subjects(self) -> Iterable[str]:
        people = {person(self.person), *(person(one) for one in self.people_moved())}
        return [*sorted(people), *self.roads()]
