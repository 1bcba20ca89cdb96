"""Opening and closing tracing requests: the only writer of tracing events."""

import msgspec
from django.utils.timezone import localdate

from serai.core.clock import from_ms
from serai.core.events import Sought, TracingClosed, TracingRequested
from serai.core.refusal import Refusal, gettext_noop
from serai.core.screening import is_one_of
from serai.core.tracing import CLOSINGS, last_seen_refusal
from serai.journal.store import Author, writing
from serai.registry.models import Household, Person
from serai.tracing.models import TracingRequest

OURS = (TracingRequested, TracingClosed)


class RequestDraft(msgspec.Struct, frozen=True):
    """What a family says about somebody they look for; `inquirer` is who tells it."""

    household: str
    sought: Sought
    inquirer: str = ""
    circumstances: str = ""
    may_share: bool = False


def open_request(
    draft: RequestDraft, author: Author, operation: str = ""
) -> TracingRequested | Refusal:
    """Writes a family's request under a code that no other station gives out."""
    with writing(author, operation) as pen:
        refusal = (
            _household_refusal(draft)
            or _sought_refusal(draft)
            or last_seen_refusal(draft.sought.last_seen_on, localdate(from_ms(pen.now_ms)))
        )
        if refusal is not None:
            return refusal
        body = TracingRequested(
            at=pen.now_ms,
            request=pen.new_id(),
            code=_next_code(pen.station_mark),
            household=draft.household,
            sought=draft.sought,
            inquirer=draft.inquirer,
            circumstances=draft.circumstances.strip(),
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
        return pen.append(
            TracingClosed(at=pen.now_ms, request=held.id, household=held.household, outcome=outcome)
        )


def _household_refusal(draft: RequestDraft) -> Refusal | None:
    if not Household.objects.filter(id=draft.household).exists():
        return Refusal(gettext_noop("This family is not in the books."))
    if not draft.inquirer:
        return None
    asks = Person.objects.filter(id=draft.inquirer).first()
    if asks is None or asks.household != draft.household:
        return Refusal(gettext_noop("Whoever asks must belong to this family."), field="inquirer")
    if not asks.alive:
        sentence = gettext_noop("%(name)s is written down as dead and cannot ask.")
        return Refusal(sentence, {"name": asks.own}, "inquirer")
    return None


def _sought_refusal(draft: RequestDraft) -> Refusal | None:
    """Somebody must be named, must not be known to be dead, and is looked for once a family."""
    sought = draft.sought
    if not (sought.names.own or sought.names.family or sought.names.kunya):
        return Refusal(gettext_noop("Write at least one name of whoever is missing."), field="own")
    if not sought.person:
        return None
    missing = Person.objects.filter(id=sought.person).first()
    if missing is None:
        return Refusal(gettext_noop("No person in the books has this number."), field="person")
    if not missing.alive:
        sentence = gettext_noop("%(name)s is written down as dead.")
        return Refusal(sentence, {"name": missing.own}, "person")
    if missing.id == draft.inquirer:
        return Refusal(gettext_noop("Nobody looks for themselves."), field="inquirer")
    return _twice_refusal(draft.household, missing)


def _twice_refusal(household: str, missing: Person) -> Refusal | None:
    held = TracingRequest.objects.filter(
        person=missing.id, household=household, closed_at=0
    ).first()
    if held is None:
        return None
    sentence = gettext_noop("%(name)s is already looked for: request %(code)s.")
    return Refusal(sentence, {"name": missing.own, "code": held.code}, "person")


def _next_code(station_mark: str) -> str:
    """T, the station's letters and a running number: short enough to read out on a radio."""
    start = f"T-{station_mark}-"
    taken = TracingRequest.objects.filter(code__startswith=start).values_list("code", flat=True)
    numbers = [int(code[len(start) :]) for code in taken if code[len(start) :].isdigit()]
    return f"{start}{max(numbers, default=0) + 1}"
