"""Rows of tracing requests, of whom they look for, of candidates and of wishes."""

from collections.abc import Iterable, Sequence
from typing import Any

from serai.core.events import (
    Body,
    CandidatesLookedAt,
    PostingReversed,
    RequestOpened,
    Sought,
    SoughtPerson,
    TracingClosed,
    TracingRequested,
    WishRecorded,
)
from serai.core.registers import Write, live
from serai.journal.projection import Derived, Row, as_json
from serai.journal.recorded import Recorded
from serai.tracing import models
from serai.tracing.candidates.standing import CANDIDATE_KINDS, candidates_of, kept

OPENINGS: tuple[type[Body], ...] = (RequestOpened, TracingRequested)


class TracingRequestRows(Derived):
    """One row a request, closed by the last closing that nobody took back."""

    model = models.TracingRequest
    prefix = "request"
    reads = (*OPENINGS, TracingClosed, CandidatesLookedAt, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The request as first written, who looked through it, and how it ended."""
        standing = kept(events)
        first = _opening(standing)
        if first is None:
            return
        closings = [one.body for one in standing if isinstance(one.body, TracingClosed)]
        looks = [one.body for one in standing if isinstance(one.body, CandidatesLookedAt)]
        yield {
            **_opened(first.body),
            "id": identity,
            "opened_at": first.body.at,
            "closed_at": closings[-1].at if closings else 0,
            "outcome": closings[-1].outcome if closings else "",
            "looked_at": max((one.at for one in looks), default=0),
            "looked": as_json(sorted({person for one in looks for person in one.people})),
            "actor": first.actor,
        }


class SoughtRows(Derived):
    """One row for everybody whom a request looks for."""

    model = models.SoughtPerson
    prefix = "request"
    reads = (*OPENINGS, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The people of the request as first written."""
        first = _opening(kept(events))
        seen: set[int] = set()
        for one in _sought(first.body) if first else ():
            if one.number not in seen:
                seen.add(one.number)
                yield {**_told(one), "id": f"{identity}|{one.number}", "request": identity}


class CandidateRows(Derived):
    """One row for everybody who was judged for a request, or asked whether they may be told of."""

    model = models.Candidate
    prefix = "request"
    reads = (*CANDIDATE_KINDS, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """What people wrote about each candidate, as far as it stands."""
        return candidates_of(identity, events)


class WishRows(Derived):
    """One row for everybody who ever said that they do not want to be found."""

    model = models.Wish
    prefix = "wish"
    reads = (WishRecorded, PostingReversed)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The live wish; where stations disagree, the person stays hidden."""
        standing = [one for one in kept(events) if isinstance(one.body, WishRecorded)]
        if not standing:
            return
        writes = [Write(one.id, one.order, one.refs, one) for one in standing]
        alive = [write.value for write in live(writes)]
        hiding = [one for one in alive if isinstance(one.body, WishRecorded) and one.body.hidden]
        last = (hiding or alive)[-1]
        assert isinstance(last.body, WishRecorded)
        yield {
            "id": identity,
            "hidden": bool(hiding),
            "since": last.body.at,
            "actor": last.actor,
            "note": last.body.note,
            "live": as_json([one.id for one in alive]),
        }


def _opening(events: Iterable[Recorded]) -> Recorded | None:
    return next((one for one in events if isinstance(one.body, OPENINGS)), None)


def _opened(body: Body) -> dict[str, Any]:
    if isinstance(body, RequestOpened):
        asks = body.inquirer
        return {
            "code": body.code,
            "household": asks.household,
            "inquirer": asks.person,
            "inquirer_name": asks.name,
            "contact": asks.contact,
            "whereabouts": asks.where,
            "circumstances": body.circumstances,
            "not_to_be_told": body.not_to_be_told,
            "may_share": body.may_share,
        }
    assert isinstance(body, TracingRequested)
    return {
        "code": body.code,
        "household": body.household,
        "inquirer": body.inquirer,
        "inquirer_name": "",
        "contact": "",
        "whereabouts": "",
        "circumstances": body.circumstances,
        "not_to_be_told": "",
        "may_share": body.may_share,
    }


def _sought(body: Body) -> Iterable[SoughtPerson]:
    if isinstance(body, RequestOpened):
        return body.sought
    assert isinstance(body, TracingRequested)
    return (_as_told_before(body.sought),)


def _as_told_before(one: Sought) -> SoughtPerson:
    return SoughtPerson(
        number=1,
        names=one.names,
        relation=one.relation,
        sex=one.sex,
        age=one.age,
        last_seen_place=one.last_seen_place,
        last_seen_on=one.last_seen_on,
        marks=one.marks,
        person=one.person,
    )


def _told(one: SoughtPerson) -> dict[str, Any]:
    return {
        "number": one.number,
        "own": one.names.own,
        "father": one.names.father,
        "grandfather": one.names.grandfather,
        "family": one.names.family,
        "kunya": one.names.kunya,
        "mother": one.names.mother,
        "relation": one.relation,
        "sex": one.sex,
        "age": as_json(one.age),
        "origin": one.origin,
        "last_seen_place": one.last_seen_place,
        "last_seen_on": one.last_seen_on,
        "last_seen_with": one.last_seen_with,
        "circumstances": one.circumstances,
        "marks": one.marks,
        "person": one.person,
    }


PROJECTIONS = (TracingRequestRows(), SoughtRows(), CandidateRows(), WishRows())
