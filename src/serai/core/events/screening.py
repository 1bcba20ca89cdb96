"""Events of the screening lanes: where people were sent, and who was parted from whom.

Nothing here judges anybody. A lane is a queue; an outcome is where a person goes next.
"""

from collections.abc import Iterable

from serai.core.events.body import Body, PostingBody, event, household, person


@event("screening_recorded")
class ScreeningRecorded(Body, frozen=True, omit_defaults=True, kw_only=True):
    """People passed a screening lane, with one outcome for all of them."""

    people: tuple[str, ...]
    place: str
    lane: str
    outcome: str

    def subjects(self) -> Iterable[str]:
        return [person(one) for one in self.people]

    def seen(self) -> tuple[str, Iterable[str]]:
        return self.place, self.people


@event("separation_recorded")
class SeparationRecorded(PostingBody, frozen=True, omit_defaults=True, kw_only=True):
    """A person was taken away from their family, and stays tied to it.

    `person` is the one who went, `kin` everyone they were parted from. `reason` and `authority`
    are for the eyes of screening and tracing only. `target` is where the person was taken (a
    place id or words), `review_on` an ISO date. Legs move the person when the target keeps books.
    """

    separation: str
    person: str
    kin: tuple[str, ...]
    household: str
    reason: str
    authority: str
    place: str
    target: str
    review_on: str

    def subjects(self) -> Iterable[str]:
        keys = [f"separation:{self.separation}", household(self.household), person(self.person)]
        return [*keys, *(person(one) for one in self.kin), *self.roads()]


@event("separation_reviewed")
class SeparationReviewed(Body, frozen=True, omit_defaults=True, kw_only=True):
    """The separation was looked at again and goes on until the next review date."""

    separation: str
    outcome: str
    review_on: str

    def subjects(self) -> Iterable[str]:
        return (f"separation:{self.separation}",)


@event("separation_ended")
class SeparationEnded(PostingBody, frozen=True, omit_defaults=True, kw_only=True):
    """The family is together again, or the separation ended otherwise (`outcome` says how)."""

    separation: str
    person: str
    household: str
    outcome: str

    def subjects(self) -> Iterable[str]:
        keys = [f"separation:{self.separation}", person(self.person), household(self.household)]
        return [*keys, *self.roads()]
