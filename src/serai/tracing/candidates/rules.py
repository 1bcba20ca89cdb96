"""What must hold before something is written about a candidate, each with its sentence."""

import msgspec

from serai.core.clock import MINUTE_MS
from serai.core.refusal import Refusal, gettext_noop
from serai.core.screening import is_one_of
from serai.core.tracing import (
    CONFIRMED,
    DISPUTED,
    LIKELY,
    TELLINGS,
    TOLD,
    WAYS,
    same_officer,
)
from serai.journal.store import Author
from serai.registry.models import Person
from serai.tracing.models import Candidate, SoughtPerson, TracingRequest
from serai.tracing.wishes.queries import must_be_asked, wishes_among

FUTURE_MINUTES_MAX = 10
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


def target_refusal(target: Target) -> Refusal | None:
    """Why nothing can be written about this candidate at all."""
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


def asked_refusal(target: Target, row: Candidate | None) -> Refusal | None:
    """Somebody with a wish is asked before anything is written or said."""
    wishes = wishes_among([target.person]).get(target.person, [])
    return Refusal(ASK_FIRST) if must_be_asked(wishes, row) else None


def checked_refusal(row: Candidate | None, author: Author) -> Refusal | None:
    """Why this person cannot check this candidate."""
    if row is None:
        return not_judged()
    if row.state == DISPUTED:
        return Refusal(gettext_noop("Stations disagree about this candidate. Judge anew first."))
    if row.state != LIKELY:
        return not_judged()
    if same_officer(row.judged_by, author.actor):
        sentence = gettext_noop(
            "You proposed this candidate yourself. A second person must check it."
        )
        return Refusal(sentence)
    return None


def verified_refusal(row: Candidate | None) -> Refusal | None:
    """Why nobody may be told yet, or not again."""
    if row is not None and row.state == TOLD:
        return Refusal(gettext_noop("The inquirer was told already."))
    if row is None or row.state != CONFIRMED or not row.verification:
        sentence = gettext_noop(
            "Nobody may be told yet: a second person must verify that it is the person."
        )
        return Refusal(sentence)
    return None


def telling_refusal(target: Target, telling: Telling, now_ms: int) -> Refusal | None:
    """What does not fit in how somebody was told."""
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


def withdrawal_refusal(row: Candidate | None, reason: str, author: Author) -> Refusal | None:
    """Why a verification cannot be taken back; others than who verified say why they do it."""
    if row is not None and row.state == TOLD:
        sentence = gettext_noop(
            "The inquirer was told already. If it was wrong, judge anew and tell them."
        )
        return Refusal(sentence)
    if row is None or not row.verification:
        return Refusal(gettext_noop("There is no verification to take back."))
    if not reason.strip() and not same_officer(row.verified_by, author.actor):
        return Refusal(gettext_noop("Write why the verification is taken back."), field="reason")
    return None


def not_judged() -> Refusal:
    """What is missing before a second person can check."""
    return Refusal(gettext_noop("Somebody must say first that this is likely the person."))
