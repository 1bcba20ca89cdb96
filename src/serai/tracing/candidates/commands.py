"""Judging a candidate, checking as a second person, asking, telling: each writes one event."""

import msgspec

from serai.core.events import (
    CandidateJudged,
    CandidatesLookedAt,
    CandidateVerified,
    ConsentRecorded,
    InquirerTold,
    VerificationWithdrawn,
)
from serai.core.events.tracing import LOOKED_AT_MAX
from serai.core.refusal import Refusal, gettext_noop
from serai.core.screening import is_one_of
from serai.core.tracing import (
    VERDICTS,
    VERIFICATIONS,
)
from serai.journal.store import Author, writing
from serai.tracing.candidates.rules import (
    Target,
    Telling,
    asked_refusal,
    checked_refusal,
    not_judged,
    target_refusal,
    telling_refusal,
    verified_refusal,
    withdrawal_refusal,
)
from serai.tracing.models import Candidate, TracingRequest
from serai.tracing.wishes.queries import live_events, wishes_among

TEXT_LETTERS_MAX = 500
_ids = msgspec.json.Decoder(tuple[str, ...])


def judge(
    target: Target, verdict: str, reason: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Writes what one officer thinks of a candidate; answers the event id."""
    with writing(author, operation) as pen:
        row = Candidate.objects.filter(id=target.id).first()
        refusal = target_refusal(target) or asked_refusal(target, row)
        if refusal is not None:
            return refusal
        if not is_one_of(VERDICTS, verdict):
            return Refusal(gettext_noop("Choose one of the three answers."), field="reason")
        if not reason.strip():
            return Refusal(gettext_noop("Write what it rests on."), field="reason")
        body = CandidateJudged(
            at=pen.now_ms,
            request=target.request,
            sought=target.number,
            person=target.person,
            verdict=verdict,  # type: ignore[arg-type]
            reason=reason.strip()[:TEXT_LETTERS_MAX],
        )
        return pen.append(body, refs=_live(row))


def verify(
    target: Target, verdict: str, how: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Writes what a second person found; never the one who proposed."""
    with writing(author, operation) as pen:
        row = Candidate.objects.filter(id=target.id).first()
        refusal = (
            target_refusal(target) or checked_refusal(row, author) or asked_refusal(target, row)
        )
        if refusal is not None or row is None:
            return refusal or not_judged()
        if not is_one_of(VERIFICATIONS, verdict):
            return Refusal(gettext_noop("Choose one of the two answers."), field="how")
        if not how.strip():
            return Refusal(gettext_noop("Write how you checked it."), field="how")
        body = CandidateVerified(
            at=pen.now_ms,
            request=target.request,
            sought=target.number,
            person=target.person,
            judgement=row.judgement,
            verdict=verdict,  # type: ignore[arg-type]
            how=how.strip()[:TEXT_LETTERS_MAX],
        )
        return pen.append(body)


def withdraw_verification(
    target: Target, reason: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Takes the standing verification back: a second person checks anew; answers the event id."""
    with writing(author, operation) as pen:
        row = Candidate.objects.filter(id=target.id).first()
        refusal = target_refusal(target) or withdrawal_refusal(row, reason, author)
        if refusal is not None or row is None:
            return refusal or not_judged()
        body = VerificationWithdrawn(
            at=pen.now_ms,
            request=target.request,
            sought=target.number,
            person=target.person,
            verification=row.verification,
            reason=reason.strip()[:TEXT_LETTERS_MAX],
        )
        return pen.append(body)


def tell(target: Target, telling: Telling, author: Author, operation: str = "") -> str | Refusal:
    """Writes that the inquirer was told, which is possible only after a verification."""
    with writing(author, operation) as pen:
        row = Candidate.objects.filter(id=target.id).first()
        refusal = (
            target_refusal(target)
            or verified_refusal(row)
            or asked_refusal(target, row)
            or telling_refusal(target, telling, pen.now_ms)
        )
        if refusal is not None or row is None:
            return refusal or not_judged()
        body = InquirerTold(
            at=telling.at or pen.now_ms,
            request=target.request,
            sought=target.number,
            person=target.person,
            verification=row.verification,
            told=telling.told,
            how=telling.how,
            by=telling.by.strip()[:TEXT_LETTERS_MAX] or author.actor,
        )
        return pen.append(body)


def record_consent(
    target: Target, agreed: bool, author: Author, operation: str = ""
) -> str | Refusal:
    """Writes what somebody with a wish answered when they were asked about this request."""
    with writing(author, operation) as pen:
        refusal = target_refusal(target)
        if refusal is not None:
            return refusal
        standing = live_events(wishes_among([target.person]).get(target.person, []))
        if not standing:
            return Refusal(gettext_noop("There is no wish that this person must be asked about."))
        body = ConsentRecorded(
            at=pen.now_ms,
            request=target.request,
            sought=target.number,
            person=target.person,
            agreed=agreed,
            wishes=standing,
        )
        row = Candidate.objects.filter(id=target.id).first()
        return pen.append(body, refs=_ids.decode(row.consent_live) if row else ())


def note_look(
    request: str, people: tuple[str, ...], author: Author, operation: str = ""
) -> str | Refusal:
    """Writes that somebody went through these candidates: who comes later is new."""
    with writing(author, operation) as pen:
        held = TracingRequest.objects.filter(id=request).first()
        if held is None:
            return Refusal(gettext_noop("This request is not in the books."))
        fresh = tuple(dict.fromkeys(people))[:LOOKED_AT_MAX]
        if not fresh:
            return Refusal(gettext_noop("There is nobody to look at."))
        return pen.append(CandidatesLookedAt(at=pen.now_ms, request=request, people=fresh))


def _live(row: Candidate | None) -> tuple[str, ...]:
    return _ids.decode(row.live) if row else ()
