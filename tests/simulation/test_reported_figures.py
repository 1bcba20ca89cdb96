"""The generated operation passes through the figures that were reported from Baghuz and Al-Hol."""

from collections import Counter
from datetime import date

from tests.simulation.bookkeeper import check_books

from serai.core.events import (
    ConvoyReceived,
    DeathRecorded,
    HouseholdRegistered,
    ReferralMade,
    SeparationRecorded,
)
from serai.core.ledger import split_account
from serai.simulation.arrivals import CAMP_PEOPLE, KNOTS
from serai.simulation.days import date_of, hour_of

NEAR = 0.02


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


def test_the_camp_ends_with_the_reported_people(whole):
    balance, _ = check_books(whole.drafts)
    camp = sum(count for name, count in balance.items() if name.startswith("al-hol/"))
    assert abs(camp - CAMP_PEOPLE) <= 0.003 * CAMP_PEOPLE
    assert 4_700 <= balance["holding/named"] <= 5_300


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
