"""Events of tracing: somebody is looked for, and somebody asks."""

from collections.abc import Iterable

import msgspec

from serai.core.events.body import Body, event, household, person
from serai.core.people import Age, Names, Sex


class Sought(msgspec.Struct, frozen=True, omit_defaults=True):
    """A person who is looked for, as the family describes them."""

    names: Names
    relation: str = ""
    sex: Sex = "unknown"
    age: Age = Age()
    last_seen_place: str = ""
    last_seen_on: str = ""
    marks: str = ""
    person: str = ""  # when already in the books by name


@event("tracing_requested")
class TracingRequested(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A family asks for a missing member. `inquirer` is a person in the books, or empty."""

    request: str
    code: str
    household: str
    sought: Sought
    inquirer: str = ""
    circumstances: str = ""
    may_share: bool = False

    def subjects(self) -> Iterable[str]:
        keys = [f"request:{self.request}", household(self.household)]
        return [*keys, person(self.inquirer)] if self.inquirer else keys


@event("tracing_closed")
class TracingClosed(Body, frozen=True, omit_defaults=True, kw_only=True):
    """The request ended: found, withdrawn, or known to be dead (`outcome`)."""

    request: str
    household: str
    outcome: str

    def subjects(self) -> Iterable[str]:
        return (f"request:{self.request}", household(self.household))
