"""Where a candidate stands, from everything written about a request, in whatever order it came."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from serai.core.events import (
    Body,
    CandidateJudged,
    CandidateVerified,
    ConsentRecorded,
    InquirerTold,
    PostingReversed,
    VerificationWithdrawn,
)
from serai.core.registers import Write, disputed, live
from serai.core.tracing import CONFIRMED, DISPUTED, LIKELY, REFUTED, TOLD, same_officer
from serai.journal.projection import Row, as_json
from serai.journal.recorded import Recorded

CANDIDATE_KINDS: tuple[type[Body], ...] = (
    CandidateJudged, CandidateVerified, VerificationWithdrawn, InquirerTold, ConsentRecorded,
)  # fmt: skip
Key = tuple[int, str]  # number of the sought person, person in the books


class Written(msgspec.Struct):
    """What stands about one candidate."""

    judged: list[Recorded] = []
    verified: list[Recorded] = []
    withdrawn: list[Recorded] = []
    told: list[Recorded] = []
    consents: list[Recorded] = []


def kept(events: Iterable[Recorded]) -> list[Recorded]:
    """The events that nobody took back."""
    everything = list(events)
    undone = {one.body.event for one in everything if isinstance(one.body, PostingReversed)}
    return [one for one in everything if one.id not in undone]


def candidates_of(request: str, events: Sequence[Recorded]) -> Iterable[Row]:
    """A row for every candidate of a request."""
    found: dict[Key, Written] = {}
    for event in kept(events):
        body = event.body
        if not isinstance(body, CANDIDATE_KINDS):
            continue
        key = (body.sought, body.person)  # type: ignore[attr-defined]
        written = found.setdefault(key, Written())
        if isinstance(body, CandidateJudged):
            written.judged.append(event)
        elif isinstance(body, CandidateVerified):
            written.verified.append(event)
        elif isinstance(body, VerificationWithdrawn):
            written.withdrawn.append(event)
        elif isinstance(body, InquirerTold):
            written.told.append(event)
        else:
            written.consents.append(event)
    for (number, person), written in found.items():
        yield {
            **_standing(written),
            "id": f"{request}|{number}|{person}",
            "request": request,
            "number": number,
            "person": person,
        }


def _standing(written: Written) -> dict[str, Any]:
    alive = _alive(written.judged)
    last = alive[-1] if alive else None
    checks = [one for one in _alive(_proper(written)) if one.body.judgement in _ids(alive)]  # type: ignore[attr-defined]
    check = checks[-1] if checks else None
    state = _verdict(alive)
    if state == LIKELY and check is not None:
        state = _verdict(checks)
    told = written.told[-1] if written.told else None
    if state == CONFIRMED and told is not None:
        state = TOLD
    return {
        "state": state,
        **_judged(last, alive),
        **_verified(check, state),
        **_withdrawn(written),
        **_told(told, written),
        **_consented(written),
    }


def _proper(written: Written) -> list[Recorded]:
    """Verifications that stand, of a likely candidate by another person than who judged."""
    judged = {one.id: one for one in written.judged}
    withdrawn = {one.body.verification for one in written.withdrawn}  # type: ignore[attr-defined]
    found = []
    for one in written.verified:
        assert isinstance(one.body, CandidateVerified)
        if one.id in withdrawn:
            continue
        checked = judged.get(one.body.judgement)
        if checked is None or same_officer(checked.actor, one.actor):
            continue
        if isinstance(checked.body, CandidateJudged) and checked.body.verdict == LIKELY:
            found.append(one)
    return found


def _alive(events: Iterable[Recorded]) -> list[Recorded]:
    writes = [Write(one.id, one.order, one.refs, one) for one in events]
    return [write.value for write in live(writes)]


def _verdict(alive: Sequence[Recorded]) -> str:
    writes = [Write(one.id, one.order, (), one.body.verdict) for one in alive]  # type: ignore[attr-defined]
    if not writes:
        return ""
    return DISPUTED if disputed(writes) else str(writes[-1].value)


def _judged(last: Recorded | None, alive: Sequence[Recorded]) -> dict[str, Any]:
    return {
        "reason": last.body.reason if last else "",  # type: ignore[attr-defined]
        "judged_by": last.actor if last else "",
        "judged_at": last.body.at if last else 0,
        "judgement": last.id if last else "",
        "live": as_json([one.id for one in alive]),
    }


def _verified(check: Recorded | None, state: str) -> dict[str, Any]:
    stands = check is not None and state in (CONFIRMED, REFUTED, TOLD)
    return {
        "verified_by": check.actor if check else "",
        "verified_at": check.body.at if check else 0,
        "verification": check.id if check and stands else "",
        "how": check.body.how if check else "",  # type: ignore[attr-defined]
    }


def _withdrawn(written: Written) -> dict[str, Any]:
    last = written.withdrawn[-1] if written.withdrawn else None
    return {
        "withdrawn_by": last.actor if last else "",
        "withdrawn_at": last.body.at if last else 0,
        "withdrawn_reason": last.body.reason if last else "",  # type: ignore[attr-defined]
    }


def _told(told: Recorded | None, written: Written) -> dict[str, Any]:
    confirmed = {
        one.id
        for one in _proper(written)
        if isinstance(one.body, CandidateVerified) and one.body.verdict == CONFIRMED
    }
    body = told.body if told else None
    known = body if isinstance(body, InquirerTold) else None
    return {
        "told": known.told if known else "",
        "told_at": known.at if known else 0,
        "told_by": known.by if known else "",
        "told_how": known.how if known else "",
        "told_too_early": bool(known and known.verification not in confirmed),
    }


def _consented(written: Written) -> dict[str, Any]:
    alive = _alive(written.consents)
    bodies = [one.body for one in alive if isinstance(one.body, ConsentRecorded)]
    if not bodies:
        return {"consent": "", "consent_wishes": "[]", "consent_live": "[]"}
    agreed = all(one.agreed for one in bodies)
    wishes = sorted({wish for one in bodies for wish in one.wishes})
    return {
        "consent": "agreed" if agreed else "refused",
        "consent_wishes": as_json(wishes),
        "consent_live": as_json([one.id for one in alive]),
    }


def _ids(events: Iterable[Recorded]) -> set[str]:
    return {one.id for one in events}
