"""Whatever the order of acts and of deliveries, nobody is told before a second person verified."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.a_family import SON, register, who
from tests.tracing.looking import asked, target

from serai.core.clock import tick
from serai.core.events import (
    Body,
    CandidateJudged,
    CandidateVerified,
    InquirerTold,
    VerificationWithdrawn,
)
from serai.journal.recorded import Recorded
from serai.journal.store import Author
from serai.tracing.candidates.commands import (
    Telling,
    judge,
    record_consent,
    tell,
    verify,
    withdraw_verification,
)
from serai.tracing.candidates.standing import candidates_of
from serai.tracing.models import Candidate
from serai.tracing.wishes.commands import record_wish
from serai.tracing.wishes.queries import must_be_asked, wishes_among

OFFICERS = [Author(name, "tracing") for name in ("amal", "bahar", "Amal ")]
ACTS = st.tuples(
    st.sampled_from(
        ("likely", "confirmed", "back", "tell", "wish", "agree", "free", "not", "refuse")
    ),
    st.sampled_from(OFFICERS),
    st.just(who(SON)),
)
# Most of the way to a telling, so that what comes after it matters.
BEGUN = [("likely", OFFICERS[0], who(SON)), ("confirmed", OFFICERS[1], who(SON))]


def act(body, what: str, author: Author, person: str) -> object:
    one = target(body, person)
    if what in ("likely", "not", "check"):
        return judge(one, what, "a reason", author)
    if what in ("confirmed", "refuted"):
        return verify(one, what, "asked", author)
    if what == "back":
        return withdraw_verification(one, "", author)
    if what == "tell":
        return tell(one, Telling("alive", "in person", ""), author)
    if what in ("wish", "free"):
        return record_wish(person, what == "wish", "", author)
    return record_consent(one, what == "agree", author)


@pytest.fixture
def family(station):
    register()


@settings(max_examples=25)
@given(begun=st.sampled_from(([], BEGUN)), acts=st.lists(ACTS, min_size=4, max_size=14))
def test_whatever_officers_do_only_the_verified_and_willing_are_told_of(family, begun, acts):
    body = asked()
    for what, author, person in [*begun, *acts]:
        one = target(body, person)
        row = Candidate.objects.filter(id=one.id).first()
        hidden = must_be_asked(wishes_among([person]).get(person, []), row)
        outcome = act(body, what, author, person)
        if what == "tell" and isinstance(outcome, str):
            assert row is not None
            assert row.state == "confirmed"
            assert row.judged_by.strip().casefold() != row.verified_by.strip().casefold()
            assert not hidden
    assert not Candidate.objects.filter(told_too_early=True).exists()


def recorded(seq: int, body: Body, actor: str, refs: tuple[str, ...] = ()) -> Recorded:
    hlc = tick(0, 1_550_000_000_000 + seq)
    return Recorded(seq, ("a" * 32, 1, seq), hlc, (actor, "tracing", " ".join(refs)), body)


def written() -> list[Recorded]:
    """A judgement, its author's own check, another's check, and the telling."""
    about = {"request": "r", "sought": 1, "person": "p"}
    judged = recorded(1, CandidateJudged(at=1, verdict="likely", reason="x", **about), "amal")
    checked = {"judgement": judged.id, "verdict": "confirmed", "how": "x", **about}
    own = recorded(2, CandidateVerified(at=2, **checked), " AMAL")
    other = recorded(3, CandidateVerified(at=3, **checked), "bahar")
    words = {"told": "alive", "how": "in person", "by": "amal", **about}
    told = recorded(4, InquirerTold(at=4, verification=other.id, **words), "amal")
    return [judged, own, other, told]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_delivery_changes_nothing(order):
    events = written()
    whole = list(candidates_of("r", events))
    arrived = sorted((events[at] for at in order), key=lambda one: one.order)
    assert list(candidates_of("r", arrived)) == whole
    assert whole[0]["state"] == "told"


@pytest.mark.parametrize("missing", [0, 2])
def test_a_telling_without_a_second_person_is_called_too_early(missing):
    events = written()
    rows = list(candidates_of("r", [one for at, one in enumerate(events) if at != missing]))
    assert rows[0]["told_too_early"]
    assert rows[0]["state"] != "told"


@pytest.mark.parametrize("order", list(permutations(range(5))))
def test_a_telling_on_a_verification_that_was_taken_back_is_called_too_early(order):
    events = written()
    taken = VerificationWithdrawn(
        at=5, request="r", sought=1, person="p", verification=events[2].id, reason="another man"
    )
    events.append(recorded(5, taken, "bahar"))
    arrived = sorted((events[at] for at in order), key=lambda one: one.order)
    (row,) = candidates_of("r", arrived)
    assert row["told_too_early"]
    assert (row["state"], row["verification"], row["withdrawn_by"]) == ("likely", "", "bahar")


def test_the_check_of_the_one_who_judged_counts_for_nothing():
    events = written()
    rows = list(candidates_of("r", events[:2]))
    assert (rows[0]["state"], rows[0]["verification"]) == ("likely", "")


def test_two_stations_that_judge_differently_leave_it_open():
    events = written()
    about = {"request": "r", "sought": 1, "person": "p"}
    other = recorded(5, CandidateJudged(at=5, verdict="not", reason="y", **about), "cemal")
    rows = list(candidates_of("r", [*events[:3], other]))
    assert (rows[0]["state"], rows[0]["verification"]) == ("disputed", "")
