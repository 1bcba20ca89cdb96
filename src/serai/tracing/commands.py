"""Opening and closing tracing requests, and what of the office's writing may be taken back."""

from collections.abc import Sequence

import msgspec
from django.utils.timezone import localdate

from serai.core.clock import from_ms
from serai.core.events import (
    SOUGHT_MAX,
    CandidateJudged,
    CandidatesLookedAt,
    ConsentRecorded,
    Inquirer,
    InquirerTold,
    RequestOpened,
    SoughtPerson,
    TracingClosed,
    TracingRequested,
    WishRecorded,
)
from serai.core.refusal import Refusal, gettext_noop
from serai.core.screening import is_one_of
from serai.core.tracing import CLOSINGS, KNOWS, last_seen_refusal
from serai.journal.reading import event_by_id
from serai.journal.store import Author, writing
from serai.registry.models import Household, Person
from serai.tracing.models import Candidate, TracingRequest
from serai.tracing.models import SoughtPerson as SoughtRow

# What an Undo button may take back by itself; a verification has an act of its own for that.
OURS = (
    TracingRequested, RequestOpened, TracingClosed, CandidateJudged, CandidatesLookedAt,
    InquirerTold, ConsentRecorded, WishRecorded,
)  # fmt: skip


class RequestDraft(msgspec.Struct, frozen=True):
    """Who asks, and whom they look for."""

    inquirer: Inquirer
    sought: tuple[SoughtPerson, ...]
    circumstances: str = ""
    not_to_be_told: str = ""
    may_share: bool = False


def open_request(
    draft: RequestDraft, author: Author, operation: str = ""
) -> RequestOpened | Refusal:
    """Writes a request under a code that no other station gives out."""
    with writing(author, operation) as pen:
        today = localdate(from_ms(pen.now_ms))
        refusal = _inquirer_refusal(draft.inquirer) or _number_refusal(draft.sought)
        for one in draft.sought:
            refusal = (
                refusal
                or _sought_refusal(draft.inquirer, one)
                or last_seen_refusal(one.last_seen_on, today)
            )
        if refusal is not None:
            return refusal
        body = RequestOpened(
            at=pen.now_ms,
            request=pen.new_id(),
            code=_next_code(pen.station_mark),
            inquirer=draft.inquirer,
            sought=draft.sought,
            circumstances=draft.circumstances.strip(),
            not_to_be_told=draft.not_to_be_told.strip(),
            may_share=draft.may_share,
        )
        pen.append(body)
        return body


def close_request(request: str, outcome: str, author: Author, operation: str = "") -> str | Refusal:
    """Writes how a request ended; answers the event id."""
    with writing(author, operation) as pen:
        held = TracingRequest.objects.filter(id=request).first()
        if held is None:
            return Refusal(gettext_noop("This request is not in the books."))
        if held.closed_at:
            return Refusal(gettext_noop("Request %(code)s is already closed."), {"code": held.code})
        if not is_one_of(CLOSINGS, outcome):
            return Refusal(gettext_noop("Choose how it ended."), field="outcome")
        if outcome in KNOWS and not Candidate.objects.filter(request=held.id, told_at__gt=0):
            sentence = gettext_noop(
                "Nobody was told yet by what is written here. Let a second person verify, "
                "tell the inquirer and write that down, then close the request."
            )
            return Refusal(sentence, field="outcome")
        return pen.append(
            TracingClosed(at=pen.now_ms, request=held.id, household=held.household, outcome=outcome)
        )


def undo_refusal(event: str) -> Refusal | None:
    """Why something can no longer be taken back: others built on it."""
    found = event_by_id(event)
    body = found.body if found else None
    judged = Candidate.objects.filter(judgement=event).exclude(verified_by="")
    if isinstance(body, CandidateJudged) and judged.exists():
        return Refusal(gettext_noop("A second person has checked this. Judge anew instead."))
    opened = body.request if isinstance(body, RequestOpened | TracingRequested) else ""
    if Candidate.objects.filter(request=opened).exists():
        return Refusal(gettext_noop("People were judged for this request. Close it instead."))
    return None


def _inquirer_refusal(asks: Inquirer) -> Refusal | None:
    if asks.household:
        return _family_refusal(asks)
    if not asks.name.strip():
        return Refusal(gettext_noop("Write the name of whoever asks."), field="name")
    return None


def _family_refusal(asks: Inquirer) -> Refusal | None:
    if not Household.objects.filter(id=asks.household).exists():
        return Refusal(gettext_noop("This family is not in the books."))
    if not asks.person:
        return None
    person = Person.objects.filter(id=asks.person).first()
    if person is None or person.household != asks.household:
        return Refusal(gettext_noop("Whoever asks must belong to this family."), field="inquirer")
    if not person.alive:
        sentence = gettext_noop("%(name)s is written down as dead and cannot ask.")
        return Refusal(sentence, {"name": person.own}, "inquirer")
    return None


def _number_refusal(sought: Sequence[SoughtPerson]) -> Refusal | None:
    if not sought:
        return Refusal(gettext_noop("Write at least one name of whoever is missing."))
    if len(sought) > SOUGHT_MAX:
        sentence = gettext_noop("One request holds %(most)s people. Open a second one.")
        return Refusal(sentence, {"most": SOUGHT_MAX})
    return None


def _sought_refusal(asks: Inquirer, sought: SoughtPerson) -> Refusal | None:
    """Somebody must be named, must not be known to be dead, and is looked for once a family."""
    if not (sought.names.own or sought.names.family or sought.names.kunya):
        return Refusal(gettext_noop("Write at least one name of whoever is missing."))
    if not sought.person:
        return None
    missing = Person.objects.filter(id=sought.person).first()
    if missing is None:
        return Refusal(gettext_noop("No person in the books has this number."))
    if not missing.alive:
        return Refusal(gettext_noop("%(name)s is written down as dead."), {"name": missing.own})
    if missing.id == asks.person:
        return Refusal(gettext_noop("Nobody looks for themselves."), field="inquirer")
    return _twice_refusal(asks.household, missing)


def _twice_refusal(household: str, missing: Person) -> Refusal | None:
    looked_for = SoughtRow.objects.filter(person=missing.id).values("request")
    held = TracingRequest.objects.filter(
        id__in=looked_for, household=household, closed_at=0
    ).first()
    if held is None:
        return None
    sentence = gettext_noop("%(name)s is already looked for: request %(code)s.")
    return Refusal(sentence, {"name": missing.own, "code": held.code})


def _next_code(station_mark: str) -> str:
    """T, the station's letters and a running number: short enough to read out on a radio."""
    start = f"T-{station_mark}-"
    taken = TracingRequest.objects.filter(code__startswith=start).values_list("code", flat=True)
    numbers = [int(code[len(start) :]) for code in taken if code[len(start) :].isdigit()]
    return f"{start}{max(numbers, default=0) + 1}"
