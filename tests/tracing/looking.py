"""A request with people who are looked for, and officers who work on it, for tests."""

from serai.core.events import Inquirer, RequestOpened, SoughtPerson
from serai.core.people import Names
from serai.journal.store import Author
from serai.tracing.candidates.commands import Target, judge, verify
from serai.tracing.commands import RequestDraft, open_request

FIRST, SECOND = Author("amal", "tracing"), Author("bahar", "tracing")
OUTSIDE = Inquirer(name="Salim Karim", contact="radio 4", where="a tent by the road")


def somebody(number: int = 1, **told: object) -> SoughtPerson:
    """One of those who are looked for."""
    given = {"names": Names(own="Omar", father="Karim"), "sex": "male", **told}
    return SoughtPerson(number=number, **given)


def asked(*sought: SoughtPerson, inquirer: Inquirer = OUTSIDE) -> RequestOpened:
    """A request that was opened."""
    body = open_request(RequestDraft(inquirer, sought or (somebody(),)), FIRST)
    assert isinstance(body, RequestOpened), str(body)
    return body


def target(body: RequestOpened, person: str, number: int = 1) -> Target:
    """The candidate `person` for one of those whom the request looks for."""
    return Target(body.request, number, person)


def verified(body: RequestOpened, person: str) -> Target:
    """A candidate whom two people call the person."""
    one = target(body, person)
    assert isinstance(judge(one, "likely", "the same village", FIRST), str)
    assert isinstance(verify(one, "confirmed", "asked for the mother", SECOND), str)
    return one
