"""Judging a candidate, checking as a second person, asking, telling: each writes one event."""

import msgspec

from serai.core.clock import MINUTE_MS
from serai.core.events import (
    CandidateJudged,
    CandidatesLookedAt,
    CandidateVerified,
    ConsentRecorded,
    InquirerTold,
)
from serai.core.events.tracing import LOOKED_AT_MAX
from serai.core.refusal import Refusal, gettext_noop
from serai.core.screening import is_one_of
from serai.core.tracing import (
    CONFIRMED,
    DISPUTED,
    LIKELY,
    TELLINGS,
    TOLD,
    VERDICTS,
    VERIFICATIONS,
    WAYS,
    same_officer,
)
from serai.journal.store import Author, writing
from serai.registry.models import Person
from serai.tracing.models import Candidate, SoughtPerson, TracingRequest
from serai.tracing.wishes.queries import live_events, must_be_asked, wishes_among

TEXT_LETTERS_MAX = 500
FUTURE_MINUTES_MAX = 10
_ids = msgspec.json.Decoder(tuple[str, ...])
ASK_FIRST = gettext_noop("This person must be asked first. Nothing is said before they agree.")


class Target(msgspec.Struct, frozen=True):
    """Whom a decision is about: which sought person of which request, and who in the books."""

    request: str
    number: int
    person: str

    @property
    def id(self) -> str:
        """The id of the candidate's row."""
        return f"{self.request}|{self.number}|{self.person}"


class Telling(msgspec.Struct, frozen=True):
    """What the inquirer was told, how, by whom and when; `at` 0 is now."""

    told: str
    how: str
    by: str
    at: int = 0


def judge(
    target: Target, verdict: str, reason: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Writes what one officer thinks of a candidate; answers the event id."""
    with writing(author, operation) as pen:
        row = Candidate.objects.filter(id=target.id).first()
        refusal = _target_refusal(target) or _asked_refusal(target, row)
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
            _target_refusal(target) or _checked_refusal(row, author) or _asked_refusal(target, row)
        )
        if refusal is not None or row is None:
            return refusal or _not_judged()
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


def tell(target: Target, telling: Telling, author: Author, operation: str = "") -> str | Refusal:
    """Writes that the inquirer was told, which is possible only after a verification."""
    with writing(author, operation) as pen:
        row = Candidate.objects.filter(id=target.id).first()
        refusal = (
            _target_refusal(target)
            or _verified_refusal(row)
            or _asked_refusal(target, row)
            or _telling_refusal(target, telling, pen.now_ms)
        )
        if refusal is not None or row is None:
            return refusal or _not_judged()
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
        refusal = _target_refusal(target)
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


def _target_refusal(target: Target) -> Refusal | None:
    held = TracingRequest.objects.filter(id=target.request).first()
    if held is None:
        return Refusal(gettext_noop("This request is not in the books."))
    if held.closed_at:
        return Refusal(gettext_noop("Request %(code)s is already closed."), {"code": held.code})
    if not SoughtPerson.objects.filter(id=f"{target.request}|{target.number}").exists():
        return Refusal(gettext_noop("This request looks for nobody of this number."))
    if not Person.objects.filter(id=target.person).exists():
        return Refusal(gettext_noop("No person in the books has this number."))
    if held.inquirer == target.person:
        return Refusal(gettext_noop("Nobody looks for themselves."))
    return None


def _asked_refusal(target: Target, row: Candidate | None) -> Refusal | None:
    wishes = wishes_among([target.person]).get(target.person, [])
    return Refusal(ASK_FIRST) if must_be_asked(wishes, row) else None


def _checked_refusal(row: Candidate | None, author: Author) -> Refusal | None:
    if row is None:
        return _not_judged()
    if row.state == DISPUTED:
        return Refusal(gettext_noop("Stations disagree about this candidate. Judge anew first."))
    if row.state != LIKELY:
        return _not_judged()
    if same_officer(row.judged_by, author.actor):
        sentence = gettext_noop(
            "You proposed this candidate yourself. A second person must check it."
        )
        return Refusal(sentence)
    return None


def _verified_refusal(row: Candidate | None) -> Refusal | None:
    if row is not None and row.state == TOLD:
        return Refusal(gettext_noop("The inquirer was told already."))
    if row is None or row.state != CONFIRMED or not row.verification:
        sentence = gettext_noop(
            "Nobody may be told yet: a second person must verify that it is the person."
        )
        return Refusal(sentence)
    return None


def _telling_refusal(target: Target, telling: Telling, now_ms: int) -> Refusal | None:
    if not is_one_of(TELLINGS, telling.told):
        return Refusal(gettext_noop("Choose what they were told."), field="told")
    if not is_one_of(WAYS, telling.how):
        return Refusal(gettext_noop("Choose how they were told."), field="how")
    if telling.at > now_ms + FUTURE_MINUTES_MAX * MINUTE_MS:
        return Refusal(gettext_noop("This time lies in the future."), field="at")
    alive = Person.objects.filter(id=target.person, alive=True).exists()
    if alive and telling.told == "dead":
        sentence = gettext_noop("The books have them alive. Record the death first.")
        return Refusal(sentence, field="told")
    if not alive and telling.told != "dead":
        return Refusal(gettext_noop("They are written down as dead."), field="told")
    return None


def _not_judged() -> Refusal:
    return Refusal(gettext_noop("Somebody must say first that this is likely the person."))


def _live(row: Candidate | None) -> tuple[str, ...]:
    return _ids.decode(row.live) if row else ()
