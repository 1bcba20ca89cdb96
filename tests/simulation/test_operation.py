"""The operation as generated: its books, its families, and the mistakes put into it."""

import hashlib
import io
import os
import subprocess
import sys
from collections import Counter, defaultdict

from tests.simulation.bookkeeper import check_books

from serai.core.events import (
    BooksAdjusted,
    ConvoyDeparted,
    ConvoyOpened,
    DeathRecorded,
    HeadcountTaken,
    HouseholdBoarded,
    HouseholdRegistered,
    MemberAdded,
    ReliefHanded,
    SeparationEnded,
    SeparationRecorded,
    SeparationReviewed,
    ShelterAllotted,
    SheltersOpened,
    StockMoved,
)
from serai.core.ledger import split_account
from serai.core.places import convoy_place
from serai.simulation.arrivals import ARRIVED, CAMP_PEOPLE, OPENING_PEOPLE
from serai.simulation.days import END_MS, START_MS, date_of
from serai.simulation.operation import baghuz_2019, write_jsonl


def bytes_of(drafts):
    file = io.BytesIO()
    write_jsonl(drafts, file)
    return file.getvalue()


def test_the_same_seed_tells_the_same_bytes_and_another_seed_other_ones():
    once, again, other = (bytes_of(baghuz_2019(seed, scale=0.01)) for seed in (4, 4, 5))
    assert once == again
    assert once != other


def test_the_bytes_do_not_depend_on_how_python_hashes():
    program = (
        "import sys; from serai.simulation.operation import baghuz_2019, write_jsonl;"
        "write_jsonl(baghuz_2019(4, scale=0.01), sys.stdout.buffer)"
    )
    found = {
        hashlib.sha256(
            subprocess.run(
                [sys.executable, "-c", program],
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
            ).stdout
        ).hexdigest()
        for seed in ("0", "12345")
    }
    assert found == {hashlib.sha256(bytes_of(baghuz_2019(4, scale=0.01))).hexdigest()}


def test_drafts_come_in_time_order_and_point_to_earlier_ones_only(whole):
    last = START_MS
    for number, draft in enumerate(whole.drafts):
        assert last <= draft.at_ms <= END_MS
        assert draft.at_ms == draft.body.at
        assert all(0 <= ref < number for ref in draft.refs)
        last = draft.at_ms


def test_the_books_balance_and_no_account_is_ever_below_zero(whole):
    check_books(whole.drafts)


def test_a_small_operation_keeps_the_same_books(small):
    balance, _ = check_books(small.drafts)
    camp = sum(count for name, count in balance.items() if name.startswith("al-hol/"))
    assert abs(camp - CAMP_PEOPLE * 0.01) <= 8


def test_the_headcounts_tell_the_truth(whole):
    told = {
        (draft.body.place, date_of(draft.at_ms).isoformat()): draft.body.counted
        for draft in whole.drafts
        if isinstance(draft.body, HeadcountTaken)
    }
    assert told == whole.truth


def test_every_planted_miscount_is_one_difference_of_one_headcount_and_there_is_no_other(whole):
    totals, found = Counter(), []
    for draft in whole.drafts:
        body = draft.body
        if isinstance(body, HeadcountTaken) and body.counted != totals[body.place]:
            found.append((body.place, body.at, body.counted - totals[body.place]))
        for leg in body.posting():
            totals[split_account(leg.source)[0]] -= leg.count
            totals[split_account(leg.target)[0]] += leg.count
    planted = sorted((one.place, one.at_ms, one.amount) for one in whole.planted)
    assert sorted(found) == planted
    assert len(planted) == 40
    assert 2 <= sum(not one.settled for one in whole.planted) <= 4


def test_every_correction_names_the_headcount_it_follows(whole):
    for draft in whole.drafts:
        if isinstance(draft.body, BooksAdjusted):
            number = int(draft.body.discrepancy.removeprefix("headcount:@"))
            headcount = whole.drafts[number].body
            assert isinstance(headcount, HeadcountTaken)
            assert draft.refs == (number,)
            assert 0 < draft.at_ms - headcount.at < 24 * 3_600_000


def test_no_vehicle_carries_more_than_it_seats(whole):
    seats, riders = {}, Counter()
    for draft in whole.drafts:
        body = draft.body
        if isinstance(body, ConvoyOpened):
            seats.update({(body.convoy, one.vehicle): one.seats for one in body.vehicles})
        if isinstance(body, HouseholdBoarded):
            riders[body.convoy, body.vehicle] += len(body.people)
    assert riders
    assert all(riders[key] <= seats[key] for key in riders)


def test_no_convoy_splits_a_family(whole):
    """Everybody of a household who stands where the convoy leaves goes with it."""
    home, members, stands = {}, {}, {}
    for draft in whole.drafts:
        body = draft.body
        if isinstance(body, HouseholdRegistered):
            members[body.household] = [one.person for one in body.members]
            home.update(dict.fromkeys(members[body.household], body.household))
        if isinstance(body, ConvoyDeparted):
            going = {person for leg in body.legs for person in leg.people}
            relatives = {one for person in going for one in members[home[person]]} - going
            assert [one for one in relatives if stands[one] == body.place] == []
        for leg in body.posting():
            stands.update(dict.fromkeys(leg.people, split_account(leg.target)[0]))


def test_a_family_in_two_places_is_tied_by_a_separation(whole):
    stands, home, tied, dead = {}, {}, defaultdict(set), set()
    for draft in whole.drafts:
        body = draft.body
        if isinstance(body, HouseholdRegistered):
            home[body.household] = [one.person for one in body.members]
        if isinstance(body, SeparationRecorded):
            tied[body.household].add(body.person)
        if isinstance(body, DeathRecorded):
            dead.add(body.person)
        for leg in body.posting():
            for person in leg.people:
                stands[person] = split_account(leg.target)[0]
    for household, people in home.items():
        places = {stands[one] for one in people if one not in dead}
        assert len(places) <= 1 or tied[household], (household, places)


def test_people_are_in_the_books_before_anything_else_is_written_about_them(whole):
    known = set()
    for draft in whole.drafts:
        body = draft.body
        if isinstance(body, HouseholdRegistered):
            known.add(body.household)
            known.update(one.person for one in body.members)
        if isinstance(body, MemberAdded):
            known.add(body.member.person)
        named = [getattr(body, "person", ""), *getattr(body, "people", ())]
        if not isinstance(body, SeparationReviewed):
            named.append(getattr(body, "household", ""))
        assert all(one in known for one in named if one), draft


def test_nobody_does_anything_after_death(whole):
    dead = set()
    for draft in whole.drafts:
        body = draft.body
        people = [getattr(body, "person", ""), *getattr(body, "people", ())]
        people.extend(person for leg in body.posting() for person in leg.people)
        if not isinstance(body, SeparationEnded):
            people.append(getattr(body, "collected_by", ""))
            assert not dead.intersection(people), draft
        if isinstance(body, DeathRecorded):
            dead.add(body.person)
    assert 180 <= len(dead) <= 300


def test_no_store_ever_hands_out_what_it_does_not_hold(whole):
    stock, grants = Counter(), set()
    for draft in whole.drafts:
        body = draft.body
        if isinstance(body, ReliefHanded):
            for grant in body.grants:
                assert (body.household, grant) not in grants, draft
                grants.add((body.household, grant))
        if isinstance(body, (ReliefHanded, StockMoved)):
            for leg in body.legs:
                stock[leg.source, leg.item] -= leg.quantity
                stock[leg.target, leg.item] += leg.quantity
                assert leg.source == "supplier" or stock[leg.source, leg.item] >= 0, draft


def test_no_tent_sleeps_more_than_it_holds_and_two_families_share_only_communal_ones(whole):
    sleeps, there, families = {}, Counter(), Counter()
    for draft in whole.drafts:
        if isinstance(draft.body, SheltersOpened):
            sleeps.update({unit.unit: unit.capacity for unit in draft.body.units})
        if isinstance(draft.body, ShelterAllotted):
            there[draft.body.unit] += len(draft.body.people)
            families[draft.body.unit] += 1
    assert all(there[unit] <= sleeps[unit] for unit in there)
    assert all(sleeps[unit] > 10 for unit, count in families.items() if count > 1)
    communal = sum(count for unit, count in there.items() if sleeps[unit] > 10)
    assert 3_000 <= communal <= 16_000


def test_the_last_evening_shows_work_in_hand(whole):
    balance, stands = check_books(whole.drafts)
    unnamed = sum(
        balance[f"reception/{band}"] for band in ("man", "woman", "boy", "girl", "unknown")
    )
    assert balance["reception/named"] > 20
    assert unnamed > 5
    on_the_road = [name for name in balance if name.startswith("convoy:") and balance[name] > 0]
    assert len(on_the_road) >= 1
    opened = {d.body.convoy: d.body for d in whole.drafts if isinstance(d.body, ConvoyOpened)}
    left = {d.body.convoy for d in whole.drafts if isinstance(d.body, ConvoyDeparted)}
    loading = set(opened) - left
    boarded = {d.body.convoy for d in whole.drafts if isinstance(d.body, HouseholdBoarded)}
    assert len(loading) == 1
    assert loading <= boarded
    assert all(name.removeprefix("convoy:").partition("/")[0] in left for name in on_the_road)
    reviews = {}
    for draft in whole.drafts:
        if isinstance(draft.body, (SeparationRecorded, SeparationReviewed)):
            reviews[draft.body.separation] = draft.body.review_on
        if isinstance(draft.body, SeparationEnded):
            reviews.pop(draft.body.separation, None)
    overdue = sum(on < "2019-03-31" for on in reviews.values())
    assert 3 <= overdue <= 120
    sheltered = {d.body.household for d in whole.drafts if isinstance(d.body, ShelterAllotted)}
    homes = {
        d.body.household: d.body for d in whole.drafts if isinstance(d.body, HouseholdRegistered)
    }
    waiting = [
        one for name, one in homes.items()
        if name not in sheltered and any(stands[m.person] == "al-hol" for m in one.members)
    ]  # fmt: skip
    assert 10 <= len(waiting) <= 400


def test_every_convoy_that_arrived_is_empty(whole):
    balance, _ = check_books(whole.drafts)
    closed = {d.body.convoy for d in whole.drafts if d.body.kind == "receipt_closed"}
    for convoy in closed:
        for band in ("named", "man", "woman", "boy", "girl", "unknown"):
            assert balance[f"{convoy_place(convoy)}/{band}"] == 0


def test_the_operation_is_as_large_as_planned(whole):
    people = sum(leg.count for draft in whole.drafts for leg in draft.body.posting())
    assert 105_000 <= len(whole.drafts) <= 170_000
    assert people >= 280_000
    assert ARRIVED + OPENING_PEOPLE < CAMP_PEOPLE


def test_nobody_in_a_household_bears_the_name_of_a_brother_or_sister(small):
    for draft in small.drafts:
        if isinstance(draft.body, HouseholdRegistered):
            children = [one for one in draft.body.members if one.relation == "child"]
            for sex in ("female", "male"):
                own = [one.names.own for one in children if one.sex == sex]
                assert len(own) == len(set(own)), own


def test_nobody_is_the_child_of_a_head_who_was_a_child(small):
    told_months = 12 * 8  # what two guesses of clerks may be off
    for draft in small.drafts:
        if isinstance(draft.body, HouseholdRegistered):
            head, *others = draft.body.members
            for one in others:
                known = head.relation == "head" and min(head.age.months, one.age.months) >= 0
                if known and one.relation == "child":
                    assert head.age.months - one.age.months >= 14 * 12 - told_months


def test_a_food_parcel_comes_again_while_the_household_is_in_the_camp(small):
    fed = Counter()
    for draft in small.drafts:
        if isinstance(draft.body, ReliefHanded):
            fed.update(
                draft.body.household
                for grant in draft.body.grants
                if grant.startswith("food-parcel|")
            )
    assert max(fed.values()) >= 3
    grants = [
        (draft.body.household, grant)
        for draft in small.drafts
        if isinstance(draft.body, ReliefHanded)
        for grant in draft.body.grants
    ]
    assert len(grants) == len(set(grants))
