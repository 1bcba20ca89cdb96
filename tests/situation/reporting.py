"""A report in the books in few words: what the tests of reported figures begin with."""

from collections.abc import Sequence
from datetime import date

from serai.core.refusal import Refusal
from serai.journal.store import Author
from serai.situation.commands import ReportDraft, judge, take_in
from serai.situation.models import Claim

COORDINATOR = Author("maryam", "situation")
IRC = (
    "At least 12,000 people reached Al-Hol camp in 48 hours. On 7 March alone 6,000 people "
    "arrived at Al-Hol camp. The camp now shelters more than 65,000 people."
)
OCHA = (
    "Between 5 and 7 March, 5,200 people arrived at Al-Hol camp. The camp now hosts more than "
    "62,000 people."
)
SDF = "Some 5,000 people remain inside Baghuz. Mines were found on the road near Hajin."


def report(text: str = IRC, source: str = "IRC", on: str = "2019-03-08", **more: str) -> str:
    """The id of a report that came in."""
    draft = ReportDraft(text=text, source=source, reported_on=date.fromisoformat(on), **more)
    outcome = take_in(draft, COORDINATOR)
    assert not isinstance(outcome, Refusal), str(outcome)
    return outcome.report


def claims_of(identity: str) -> list[Claim]:
    """Its figures in the order of the text."""
    return list(Claim.objects.filter(report=identity).order_by("number"))


def accepted(identity: str, only: Sequence[str] = ()) -> list[Claim]:
    """All its figures, or those with these words, accepted."""
    claims = [one for one in claims_of(identity) if not only or one.quote in only]
    outcome = judge(identity, [one.claim for one in claims], "accepted", COORDINATOR)
    assert not isinstance(outcome, Refusal), str(outcome)
    return claims_of(identity)
