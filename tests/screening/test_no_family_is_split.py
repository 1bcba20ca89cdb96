"""Law 4: whatever the rooms write, a family stays at one place or tied by a record."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.a_family import DAUGHTER, FATHER, MOTHER, SON, register, who
from tests.screening.test_separation import in_days

from serai.care.commands import bring_back as back_from_hospital
from serai.care.commands import refer
from serai.care.rules import ReferralDraft
from serai.core.families import breaks, pieces
from serai.core.refusal import Refusal
from serai.journal.store import Author
from serai.registry.families import open_links, split_refusal
from serai.registry.models import Person, Separation
from serai.screening.commands import bring_back, end_separation, separate
from serai.screening.rules import SeparationDraft

pytestmark = pytest.mark.django_db
ROLES = (FATHER, MOTHER, SON, DAUGHTER)
PLACES = ("reception", "screening", "suwar", "hospital", "words")
CLERK = Author("amal", "screening")

some = st.sets(st.sampled_from(ROLES), max_size=4)
deeds = st.one_of(
    st.tuples(st.just("separate"), some, some, st.sampled_from(PLACES), st.sampled_from(PLACES)),
    st.tuples(st.just("refer"), st.sampled_from(ROLES), some, st.sampled_from(PLACES)),
    st.tuples(st.just("back"), some, st.sampled_from(PLACES[:4])),
    st.tuples(
        st.just("end"), st.sampled_from(["reunited", "lives apart"]), st.sampled_from(PLACES[:4])
    ),
    st.tuples(st.just("return"), st.sampled_from(PLACES[:4])),
)


def whole() -> bool:
    living = Person.objects.filter(household="jubouri", alive=True)
    standing = {one.id: one.place for one in living}
    return len(pieces(standing, open_links(["jubouri"]))) == 1


def do(deed: tuple[object, ...]) -> None:
    kind, *given = deed
    if kind == "separate":
        goers, kin, place, target = given
        separate(
            SeparationDraft(
                household="jubouri",
                people=tuple(sorted(who(one) for one in goers)),
                kin=tuple(sorted(who(one) for one in kin)),
                reason="Identity to be cleared",
                authority="Team 2",
                place=str(place),
                target=str(target),
                review_on=in_days(7),
            ),
            CLERK,
        )
    elif kind == "refer":
        patient, carers, place = given
        carers = tuple(sorted(who(one) for one in carers if one != patient))
        refer(
            ReferralDraft(
                who(str(patient)), carers, str(place), "hospital", "a wound", in_days(3), True
            ),
            CLERK,
        )
    elif kind == "back":
        people, place = given
        back_from_hospital(sorted(who(one) for one in people), str(place), CLERK)
    else:
        held = Separation.objects.filter(ended_at=0).order_by("id").first()
        if held and kind == "end":
            end_separation(held.id, str(given[0]), str(given[1]), CLERK)
        elif held:
            bring_back(held.id, str(given[0]), CLERK)


@settings(max_examples=25)
@given(st.lists(deeds, min_size=1, max_size=7))
def test_no_run_of_deeds_leaves_anybody_apart_without_a_record(run):
    from django.db import transaction
    from tests.conftest import open_station

    with transaction.atomic():
        open_station()
        register()
        for deed in run:
            do(deed)
            assert whole(), deed
        transaction.set_rollback(True)


@given(st.sets(st.sampled_from(ROLES), min_size=1, max_size=3), st.sampled_from(["there", "road"]))
def test_moving_some_of_a_family_without_a_link_always_breaks_it(goers, target):
    before = dict.fromkeys(ROLES, "here")
    after = {**before, **dict.fromkeys(goers, target)}
    assert breaks(before, after)
    stays = sorted(set(ROLES) - goers)
    assert not breaks(before, after, (), [(one, stays) for one in goers])


@given(
    st.dictionaries(st.sampled_from(ROLES), st.sampled_from("abc"), min_size=1),
    st.sampled_from("abc"),
)
def test_moving_a_whole_family_to_one_place_breaks_nothing(before, target):
    assert not breaks(before, dict.fromkeys(before, target))


def test_moving_one_member_away_without_a_record_is_refused_by_name(station):
    register()
    refusal = split_refusal([who(FATHER)], "suwar")
    assert isinstance(refusal, Refusal)
    assert split_refusal([who(one) for one in ROLES], "suwar") is None
