"""The operation as generated: its books, its figures, and the mistakes put into it."""

import hashlib
import io
import os
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date

import pytest

from serai.core.events import (
    BooksAdjusted,
    ConvoyDeparted,
    ConvoyOpened,
    ConvoyReceived,
    DeathRecorded,
    HeadcountTaken,
    HouseholdBoarded,
    HouseholdRegistered,
    MemberAdded,
    ReferralMade,
    ReliefHanded,
    SeparationEnded,
    SeparationRecorded,
    SeparationReviewed,
    ShelterAllotted,
    SheltersOpened,
    StockMoved,
)
from serai.core.ledger import NAMED, faults, split_account
from serai.core.places import convoy_place, is_outside
from serai.simulation.arrivals import ARRIVED, CAMP_PEOPLE, KNOTS, OPENING_PEOPLE
from serai.simulation.days import END_MS, START_MS, date_of, hour_of
from serai.simulation.operation import baghuz_2019, operation, write_jsonl

NEAR = 0.02


@pytest.fixture(scope="module", params=[2019])
def whole(request):
    return operation(request.param)


@pytest.fixture(scope="module", params=[2, 3, 5])
def small(request):
    return operation(request.param, scale=0.01)


def bytes_of(drafts):
    file = io.BytesIO()
    write_jsonl(drafts, file)
    return file.getvalue()


def people_into_the_camp(drafts):
    """People by local date of reaching the camp from anywhere but the holding site."""
    by_day = Counter()
    for draft in drafts:
        for leg in draft.body.posting():
            source = split_account(leg.source)[0]
            if split_account(leg.target)[0] == "al-hol" and source not in (
                "al-hol", "unknown", "birth", "holding",
            ):  # fmt: skip
                by_day[date_of(draft.at_ms)] += leg.count
    by_day[date(2018, 12, 4)] -= sum(
        leg.count for draft in drafts[:200] for leg in draft.body.posting()
        if leg.target.startswith("al-hol/") and leg.source.startswith("outside/")
    )  # fmt: skip
    return by_day


def check_books(drafts):
    """Replays every leg: faultless, never below zero, everybody named in one place only."""
    balance, stands = Counter(), {}
    for draft in drafts:
        legs = draft.body.posting()
        assert faults(legs) == [], draft
        for leg in legs:
            balance[leg.source] -= leg.count
            balance[leg.target] += leg.count
            assert is_outside(split_account(leg.source)[0]) or balance[leg.source] >= 0, draft
            source, target = split_account(leg.source), split_account(leg.target)
            for person in leg.people:
                before = stands.get(person)
                assert before == (
                    source[0] if source[1] == NAMED and source[0] != "birth" else None
                )
                if target[1] == NAMED:
                    stands[person] = target[0]
    assert sum(balance.values()) == 0
    return balance, stands


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


def test_arrivals_at_the_camp_pass_through_every_reported_knot(whole):
    by_day = people_into_the_camp(whole.drafts)
    for on, reported in KNOTS:
        come = sum(count for day, count in by_day.items() if day <= on)
        assert abs(come - reported) <= NEAR * reported, (on, come, reported)


def test_the_reported_days_have_their_exact_figures(whole):
    off_convoys = Counter()
    by_night = Counter()
    for draft in whole.drafts:
        if isinstance(draft.body, ConvoyReceived) and draft.body.place == "al-hol":
            on = date_of(draft.at_ms)
            people = sum(leg.count for leg in draft.body.legs)
            off_convoys[on] += people
            by_night[on] += people * (not 6 <= hour_of(draft.at_ms) < 18)
    assert max(off_convoys.values()) == off_convoys[date(2019, 3, 7)] == 6_000
    assert by_night[date(2019, 3, 7)] == 4_000
    assert off_convoys[date(2019, 2, 28)] == 3_500
    assert off_convoys[date(2019, 3, 14)] == 1_500
    assert off_convoys[date(2019, 3, 21)] + off_convoys[date(2019, 3, 22)] == 2_000


def test_the_first_rush_reached_the_reception_as_reported(whole):
    gate = Counter()
    for draft in whole.drafts:
        if draft.body.kind == "arrival_counted" and draft.body.place == "reception":
            gate[date_of(draft.at_ms)] += sum(draft.body.counts.values())
    assert gate[date(2019, 1, 20)] == 400
    assert gate[date(2019, 1, 21)] == 2_000
    assert gate[date(2019, 2, 23)] == gate[date(2019, 2, 24)] == 0


def test_the_transit_site_for_400_holds_3000_after_the_weekend(whole):
    assert 2_800 <= whole.truth["suwar", "2019-02-25"] <= 3_400
    assert max(people for (place, _), people in whole.truth.items() if place == "suwar") <= 3_400


def test_of_one_night_sixty_go_on_to_hospital_and_twelve_die(whole):
    night = (date(2019, 3, 21), date(2019, 3, 22))
    there = [
        draft.body for draft in whole.drafts
        if date_of(draft.at_ms) in night and getattr(draft.body, "place", "") == "al-hol"
    ]  # fmt: skip
    assert 60 <= sum(isinstance(body, ReferralMade) for body in there) <= 80
    assert 12 <= sum(isinstance(body, DeathRecorded) for body in there) <= 20


def test_the_headcounts_tell_the_truth(whole):
    told = {
        (draft.body.place, date_of(draft.at_ms).isoformat()): draft.body.counted
        for draft in whole.drafts
        if isinstance(draft.body, HeadcountTaken)
    }
    assert told == whole.truth


def test_the_camp_ends_with_the_reported_people(whole):
    balance, _ = check_books(whole.drafts)
    camp = sum(count for name, count in balance.items() if name.startswith("al-hol/"))
    assert abs(camp - CAMP_PEOPLE) <= 0.003 * CAMP_PEOPLE
    assert 4_700 <= balance["holding/named"] <= 5_300


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


def test_the_people_in_the_camp_are_like_those_reported(whole):
    on, humans, homes = date(2019, 3, 31), [], 0
    apart = {d.body.person for d in whole.drafts if isinstance(d.body, SeparationRecorded)
             and d.body.target == "holding"}  # fmt: skip
    for draft in whole.drafts:
        if isinstance(draft.body, HouseholdRegistered):
            here = [one for one in draft.body.members if one.person not in apart]
            homes += bool(here)
            humans.extend(here)
    known = [(one, one.age.years_on(on)) for one in humans]
    known = [(one, years) for one, years in known if years is not None]
    children = sum(years < 18 for _, years in known) / len(known)
    women = sum(years >= 18 and one.sex == "female" for one, years in known) / len(known)
    men = sum(years >= 18 and one.sex == "male" for one, years in known) / len(known)
    assert 0.62 <= children <= 0.70
    assert 0.24 <= women <= 0.30
    assert 0.055 <= men <= 0.10
    assert 3.3 <= len(humans) / homes <= 3.6
    nations = Counter(one.nationality[0] for one in humans)
    assert abs(nations["SYR"] / len(humans) - 0.43) < 0.03
    assert abs(nations["IRQ"] / len(humans) - 0.42) < 0.03
    arabic = sum("\u0600" <= one.names.own[:1] <= "\u06ff" for one in humans) / len(humans)
    assert abs(arabic - 0.68) < 0.03


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
    assert 105_000 <= len(whole.drafts) <= 155_000
    assert people >= 280_000
    assert ARRIVED + OPENING_PEOPLE < CAMP_PEOPLE
