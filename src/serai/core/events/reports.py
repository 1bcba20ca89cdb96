"""Events of public reports: taken in, read, judged, compared. None of them posts to the books."""

from collections.abc import Iterable
from typing import Literal, get_args

import msgspec

from serai.core.events.body import Body, event

Verdict = Literal["accepted", "rejected", "corrected", "waiting"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
Relation = Literal["same", "range", "series", "different", "undone"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
DatedBy = Literal["typed", "document", "dateline"]


class Figure(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a claim says: how many of what happened where and when, according to whom.

    Days are ISO dates, empty where the report does not say them. `low` or `high` is null where
    the words leave that side open ("more than", "up to").
    """

    kind: str
    unit: str
    low: float | None = None
    high: float | None = None
    place: str = ""
    place_from: str = ""
    first_on: str = ""
    last_on: str = ""
    attributed_to: str = ""


class ReadClaim(msgspec.Struct, frozen=True, omit_defaults=True):
    """One figure as a reader found it: the exact words, where they stand, and the rules used."""

    claim: str
    start: int
    end: int
    quote: str
    figure: Figure
    what: str = ""
    hedge: str = "exact"
    certainty: str = "stated"
    chain: tuple[str, ...] = ()
    likely: str = ""  # claims of one report with the same label may be one figure told twice
    rules: tuple[str, ...] = ()
    witness: bool = False


class ReadHazard(msgspec.Struct, frozen=True, omit_defaults=True):
    """A danger that the report names, as a reader found it."""

    start: int
    end: int
    quote: str
    hazard: str
    place: str = ""
    first_on: str = ""
    last_on: str = ""
    attributed_to: str = ""
    certainty: str = "stated"


def report(identity: str) -> str:
    """The subject key of a report."""
    return f"report:{identity}"


@event("report_taken")
class ReportTaken(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A public report was taken in, word for word. `supersedes` is the report it replaces."""

    report: str
    text: str
    digest: str  # SHA-256 of the words, blanks evened: the same report twice has the same one
    source: str
    reported_on: str
    dated_by: DatedBy
    title: str = ""
    address: str = ""
    file: str = ""
    supersedes: str = ""

    def subjects(self) -> Iterable[str]:
        return tuple(report(one) for one in (self.report, self.supersedes) if one)


@event("report_read")
class ReportRead(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A reader, by name and version, found these figures and dangers in a report."""

    report: str
    reader: str
    reader_version: str
    claims: tuple[ReadClaim, ...] = ()
    hazards: tuple[ReadHazard, ...] = ()
    problems: tuple[str, ...] = ()

    def subjects(self) -> Iterable[str]:
        return (report(self.report),)


@event("claim_added")
class ClaimAdded(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A person found a figure in a report that no reader had found; its words stand in the text."""

    report: str
    claim: ReadClaim

    def subjects(self) -> Iterable[str]:
        return (report(self.report),)


@event("report_withdrawn")
class ReportWithdrawn(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A report no longer stands: its figures leave every comparison. `restored` brings it back."""

    report: str
    cause: str = ""
    restored: bool = False

    def subjects(self) -> Iterable[str]:
        return (report(self.report),)


@event("claims_judged")
class ClaimsJudged(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A person accepted, rejected or corrected claims of one report; `waiting` takes that back."""

    report: str
    claims: tuple[str, ...]
    verdict: Verdict
    corrected: Figure | None = None
    note: str = ""

    def subjects(self) -> Iterable[str]:
        return (report(self.report),)


@event("claims_compared")
class ClaimsCompared(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A person said how claims belong together; the latest word about a comparison is shown.

    same: one figure told more than once. range: different figures of one thing. series: one
    running figure over days. different: nothing to do with each other. undone: no longer said.
    """

    comparison: str
    claims: tuple[str, ...]
    relation: Relation

    def subjects(self) -> Iterable[str]:
        return (f"comparison:{self.comparison}",)
