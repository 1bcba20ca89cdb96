"""Rows of reports, of the claims in them, and of what people said about claims side by side."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from serai.core.events import (
    ClaimAdded,
    ClaimsCompared,
    ClaimsJudged,
    Figure,
    PostingReversed,
    ReadClaim,
    ReportRead,
    ReportTaken,
    ReportWithdrawn,
)
from serai.core.manifest import taken_back
from serai.core.registers import Write, live, shown
from serai.journal.projection import Derived, as_json
from serai.journal.recorded import Recorded
from serai.situation.models import Claim, Compared, Report
from serai.situation.provided import GivenHours, RoofedRows, StandardRows

Judgement = tuple[ClaimsJudged, str]  # what was judged, by whom
Judged = Sequence[Write[Judgement]]

MARK = "|"  # between the parts of a key; an id that holds it was made by nobody's station
WAITING, DISPUTED = "waiting", "disputed"


class Standing(msgspec.Struct, frozen=True):
    """What the events about one report say of it."""

    taken: ReportTaken
    event: Recorded
    replaced_by: str
    withdrawn: Recorded | None
    read: Recorded | None

    @property
    def stands(self) -> bool:
        """Whether its figures count."""
        return not self.replaced_by and self.withdrawn is None


class ReportRows(Derived):
    """One row a report."""

    model = Report
    prefix = "report"
    reads = (ReportTaken, ReportRead, ReportWithdrawn)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[dict[str, Any]]:
        """The report as taken in first, with what became of it."""
        found = _standing(identity, events)
        if found is None:
            return
        taken, withdrawn = found.taken, found.withdrawn
        read = found.read.body if found.read else None
        assert read is None or isinstance(read, ReportRead)
        yield {
            "id": identity,
            "title": taken.title,
            "source": taken.source,
            "address": taken.address,
            "file": taken.file,
            "reported_on": taken.reported_on,
            "dated_by": taken.dated_by,
            "digest": taken.digest,
            "text": taken.text,
            "taken_at": taken.at,
            "actor": found.event.actor,
            "event": found.event.id,
            "standing": found.stands,
            "replaced_by": found.replaced_by,
            "withdrawn_by": withdrawn.actor if withdrawn else "",
            "cause": getattr(withdrawn.body, "cause", "") if withdrawn else "",
            "reader": f"{read.reader} {read.reader_version}" if read else "",
            "problems": as_json(read.problems if read else ()),
            "hazards": as_json(read.hazards if read else ()),
            "figures": len(read.claims) if read else 0,
        }


class ClaimRows(Derived):
    """One row a claim of the last reading, and one a claim that a person added."""

    model = Claim
    prefix = "report"
    reads = (
        ReportTaken, ReportRead, ReportWithdrawn, ClaimsJudged, ClaimAdded, PostingReversed,
    )  # fmt: skip

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[dict[str, Any]]:
        """Every claim with the judgement that stands."""
        found = _standing(identity, events)
        if found is None or MARK in identity:
            return
        judged = _judgements(events)
        told = {
            "report": identity,
            "standing": found.stands,
            "source": found.taken.source,
            "reported_on": found.taken.reported_on,
        }
        for number, (claim, added_by) in enumerate(_claims(found, events)):
            row = _claim_row(identity, number, claim, judged.get(claim.claim, []))
            yield {**told, **row, "added_by": added_by}


class ComparedRows(Derived):
    """One row a claim of every comparison that still stands."""

    model = Compared
    prefix = "comparison"
    reads = (ClaimsCompared,)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[dict[str, Any]]:
        """The latest word about it."""
        last = events[-1]
        assert isinstance(last.body, ClaimsCompared)
        if last.body.relation == "undone" or MARK in identity:
            return
        for claim in dict.fromkeys(last.body.claims):
            yield {
                "id": f"{identity}{MARK}{claim}",
                "comparison": identity,
                "claim": claim,
                "relation": last.body.relation,
                "actor": last.actor,
                "at": last.body.at,
            }


def _standing(identity: str, events: Sequence[Recorded]) -> Standing | None:
    takings = [one for one in events if isinstance(one.body, ReportTaken)]
    own = [one for one in takings if one.body.report == identity]  # type: ignore[attr-defined]
    if not own or not isinstance(own[0].body, ReportTaken):
        return None
    later = [one.body.report for one in takings if one.body.report != identity]  # type: ignore[attr-defined]
    readings = [one for one in events if isinstance(one.body, ReportRead)]
    withdrawals = [one for one in events if isinstance(one.body, ReportWithdrawn)]
    last = withdrawals[-1] if withdrawals else None
    gone = last if last and not getattr(last.body, "restored", False) else None
    return Standing(
        own[0].body, own[0], later[-1] if later else "", gone, readings[-1] if readings else None
    )


def _claims(found: Standing, events: Sequence[Recorded]) -> Iterable[tuple[ReadClaim, str]]:
    """Every claim once, as read or as a person added it, with who did; "" for a reader."""
    told: dict[str, tuple[ReadClaim, str]] = {}
    if found.read is not None and isinstance(found.read.body, ReportRead):
        told.update((one.claim, (one, "")) for one in found.read.body.claims)
    undone = taken_back([one for one in events if isinstance(one.body, PostingReversed)])
    for event in events:
        if isinstance(event.body, ClaimAdded) and event.id not in undone:
            told.setdefault(event.body.claim.claim, (event.body.claim, event.actor))
    return [one for claim, one in told.items() if MARK not in claim]


def _judgements(events: Sequence[Recorded]) -> dict[str, list[Write[Judgement]]]:
    found: dict[str, list[Write[Judgement]]] = {}
    for event in events:
        if isinstance(event.body, ClaimsJudged):
            write = Write(event.id, event.order, event.refs, (event.body, event.actor))
            for claim in event.body.claims:
                found.setdefault(claim, []).append(write)
    return {claim: live(writes) for claim, writes in found.items()}


def _claim_row(report: str, number: int, claim: ReadClaim, judged: Judged) -> dict[str, Any]:
    last, actor = shown(judged) if judged else (None, "")
    corrected = last.corrected if last and last.verdict == "corrected" else None
    return {
        "id": f"{report}{MARK}{claim.claim}",
        "claim": claim.claim,
        "number": number,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "what": claim.what,
        **_figure_row(corrected or claim.figure),
        "hedge": claim.hedge,
        "certainty": claim.certainty,
        "chain": as_json(claim.chain),
        "likely": claim.likely,
        "rules": as_json(claim.rules),
        "witness": claim.witness,
        "as_read": as_json(_as_decoded(claim.figure)) if corrected else "",
        "state": _state(judged),
        "judged_by": actor,
        "judged_at": last.at if last else 0,
        "judgements": " ".join(write.event for write in judged),
    }


def _state(judged: Judged) -> str:
    """One verdict, or none yet, or several that nobody has decided between."""
    told = {(write.value[0].verdict, write.value[0].corrected) for write in judged}
    if len(told) > 1:
        return DISPUTED
    return judged[-1].value[0].verdict if judged else WAITING


def _figure_row(figure: Figure) -> dict[str, Any]:
    from serai.core.reports.written import place_key  # noqa: PLC0415 - slow, seldom needed

    return {
        "kind": figure.kind,
        "unit": figure.unit,
        "low": figure.low,
        "high": figure.high,
        "place": figure.place,
        "place_key": place_key(figure.place),
        "place_from": figure.place_from,
        "from_key": place_key(figure.place_from),
        "first_on": figure.first_on,
        "last_on": figure.last_on,
        "attributed_to": figure.attributed_to,
    }


PROJECTIONS = (
    ReportRows(), ClaimRows(), ComparedRows(), GivenHours(), RoofedRows(), StandardRows(),
)  # fmt: skip


def _as_decoded(figure: Figure) -> Figure:
    """The figure as its stored bytes say it: a whole number written in memory is 45, read 45.0."""
    return msgspec.json.decode(msgspec.json.encode(figure), type=Figure)
