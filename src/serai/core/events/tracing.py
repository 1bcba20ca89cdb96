"""Events of tracing: somebody is looked for, and somebody asks."""

from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec

from serai.core.counts import Count
from serai.core.events.body import Body, event, household, person
from serai.core.people import Age, Names, Sex

Verdict = Literal["likely", "not", "check"]
Verification = Literal["confirmed", "refuted"]
SOUGHT_MAX = 20  # people in one request
LOOKED_AT_MAX = 500


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
        keys = [request(self.request)]
        return [*keys, household(self.household)] if self.household else keys


class Inquirer(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who asks: somebody in the books (`person`, `household`), or somebody outside, as told."""

    name: str = ""
    contact: str = ""
    where: str = ""
    person: str = ""
    household: str = ""


class SoughtPerson(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One of the people a request looks for; `number` counts them from 1."""

    number: Count
    names: Names
    relation: str = ""
    sex: Sex = "unknown"
    age: Age = Age()
    origin: str = ""
    last_seen_place: str = ""
    last_seen_on: str = ""
    last_seen_with: str = ""
    circumstances: str = ""
    marks: str = ""
    person: str = ""  # when already in the books by name


@event("request_opened")
class RequestOpened(Body, frozen=True, omit_defaults=True, kw_only=True):
    """Somebody, in the books or outside, asks for one or several missing people."""

    request: str
    code: str
    inquirer: Inquirer
    sought: Annotated[tuple[SoughtPerson, ...], msgspec.Meta(max_length=SOUGHT_MAX)]
    circumstances: str = ""
    not_to_be_told: str = ""  # who must not hear of the request, as the inquirer says
    may_share: bool = False

    def subjects(self) -> Iterable[str]:
        return (request(self.request),)


@event("candidate_judged")
class CandidateJudged(Body, frozen=True, omit_defaults=True, kw_only=True):
    """One officer says whether somebody in the books is the person looked for, and why."""

    request: str
    sought: Count
    person: str
    verdict: Verdict
    reason: str

    def subjects(self) -> Iterable[str]:
        return (request(self.request),)


@event("candidate_verified")
class CandidateVerified(Body, frozen=True, omit_defaults=True, kw_only=True):
    """Another officer checked a likely candidate. `judgement` is the event that was checked.

    It counts only when its author is not the author of the judgement.
    """

    request: str
    sought: Count
    person: str
    judgement: str
    verdict: Verification
    how: str

    def subjects(self) -> Iterable[str]:
        return (request(self.request),)


@event("verification_withdrawn")
class VerificationWithdrawn(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A verification was taken back: the candidate waits for a second person again.

    It names the one verification it takes back, so that whatever is checked later stands.
    """

    request: str
    sought: Count
    person: str
    verification: str
    reason: str

    def subjects(self) -> Iterable[str]:
        return (request(self.request),)


@event("inquirer_told")
class InquirerTold(Body, frozen=True, omit_defaults=True, kw_only=True):
    """The inquirer was told about somebody, after `verification`: who told, when (`at`) and how."""

    request: str
    sought: Count
    person: str
    verification: str
    told: str
    how: str
    by: str

    def subjects(self) -> Iterable[str]:
        return (request(self.request),)


@event("candidates_looked_at")
class CandidatesLookedAt(Body, frozen=True, omit_defaults=True, kw_only=True):
    """An officer has seen these candidates of a request: whoever is not among them is new."""

    request: str
    people: Annotated[tuple[str, ...], msgspec.Meta(max_length=LOOKED_AT_MAX)]

    def subjects(self) -> Iterable[str]:
        return (request(self.request),)


@event("wish_recorded")
class WishRecorded(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A person says that they do not want to be found (`hidden`), or no longer says so.

    It is about `wish:` and not about the person, so that no page of their record tells it.
    """

    person: str
    hidden: bool
    note: str = ""

    def subjects(self) -> Iterable[str]:
        return (wish(self.person),)


@event("consent_recorded")
class ConsentRecorded(Body, frozen=True, omit_defaults=True, kw_only=True):
    """Somebody with a wish was asked about a request: agreed, or not.

    `wishes` are the events of the wish that were standing: a later wish asks anew.
    """

    request: str
    sought: Count
    person: str
    agreed: bool
    wishes: tuple[str, ...] = ()

    def subjects(self) -> Iterable[str]:
        return (request(self.request),)


def request(identity: str) -> str:
    """The subject key of a request."""
    return f"request:{identity}"


def wish(identity: str) -> str:
    """The subject key of a person's wish."""
    return f"wish:{identity}"
