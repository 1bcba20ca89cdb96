"""Handing out what is due, once: the card, the store, the second time, two desks at once."""

from collections.abc import Callable

import msgspec
import pytest
from django.test import Client

from serai.core.clock import DAY_MS, MINUTE_MS
from serai.core.events import ReliefHanded
from serai.core.refusal import Refusal
from serai.core.relief import handed_from
from serai.journal.reading import event_count
from serai.journal.store import AlreadyDone, Author, writing
from serai.journal.verify import verify
from serai.registry.deaths import record_death
from serai.registry.models import Discrepancy, Household, Person
from serai.registry.pairs import decide_pair
from serai.relief.commands import hand_out, set_entitlement, take_back
from serai.relief.drafts import EntitlementDraft, HandoutDraft
from serai.relief.models import Grant, Handout
from serai.relief.queries import stock_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stocked")]
QUERIES_MAX = 8


def give(household: Household, clerk: Author, *things: str, **more: object) -> str | Refusal:
    draft = HandoutDraft(household=household.id, place="al-hol", entitlements=things, **more)
    return hand_out(draft, clerk)


def refused(outcome: object) -> str:
    assert isinstance(outcome, Refusal), outcome
    return str(outcome)


def test_the_quantity_follows_the_size_and_leaves_the_store(
    register: Callable[..., Household], clerk: Author
) -> None:
    event = give(register(size=4), clerk, "water", "kitchen-set")
    row = Handout.objects.get(id=event)
    assert dict(msgspec.json.decode(row.goods)) == {"water": 60, "kitchen-set": 1}
    assert stock_of("al-hol") == {"water": 940, "blanket": 50, "kitchen-set": 1}
    assert verify().differences == ()


def test_a_second_handout_of_the_same_water_is_refused_with_when_where_and_by_whom(
    register: Callable[..., Household], clerk: Author
) -> None:
    household = register()
    give(household, clerk, "water")
    before = event_count()
    words = refused(give(household, Author("second", "relief"), "blanket", "water"))
    assert words.startswith("This household already got Water: ")
    assert words.endswith(", Al-Hol camp, handed out by storekeeper.")
    assert event_count() == before


def test_the_next_day_brings_water_again_but_no_second_blanket(
    register: Callable[..., Household], clerk: Author, now_ms: int
) -> None:
    household = register()
    yesterday = now_ms - DAY_MS
    assert isinstance(give(household, clerk, "water", "blanket", at=yesterday), str)
    assert isinstance(give(household, clerk, "water"), str)
    assert "already got Blanket" in refused(give(household, clerk, "blanket"))


def test_a_reason_overrides_and_stays_as_a_discrepancy_with_both_events(
    register: Callable[..., Household], clerk: Author
) -> None:
    household = register()
    first = give(household, clerk, "blanket")
    second = give(household, clerk, "blanket", reason="tent burnt down")
    row = Discrepancy.objects.get(kind="handout")
    facts = msgspec.json.decode(row.facts)
    assert (facts["first_event"], facts["second_event"]) == (first, second)
    assert (facts["reason"], facts["token"], row.amount) == ("tent burnt down", household.token, 1)
    assert Grant.objects.get(household=household.id).times == 2
    assert verify().differences == ()


def test_a_reason_without_need_is_not_kept(
    register: Callable[..., Household], clerk: Author
) -> None:
    event = give(register(), clerk, "water", reason="just so")
    assert Handout.objects.get(id=event).reason == ""
    assert not Discrepancy.objects.filter(kind="handout").exists()


def test_two_desks_cut_off_from_each_other_become_a_discrepancy_that_undo_ends(
    register: Callable[..., Household], clerk: Author
) -> None:
    household = register()
    first = give(household, clerk, "blanket")
    grants = tuple(msgspec.json.decode(Handout.objects.get(id=first).grants))
    with writing(Author("other-desk", "relief")) as pen:  # what an exchange would bring in
        legs = handed_from("suwar", {"blanket": 4})
        second = pen.append(
            ReliefHanded(
                at=pen.now_ms, household=household.id, place="suwar", store="suwar",
                grants=grants, legs=legs,
            )
        )  # fmt: skip
    row = Discrepancy.objects.get(kind="handout")
    facts = msgspec.json.decode(row.facts)
    assert {facts["first_by"], facts["second_by"]} == {"storekeeper", "other-desk"}
    assert {facts["first_place"], facts["second_place"]} == {"al-hol", "suwar"}
    take_back(second, "brought back", clerk)
    assert not Discrepancy.objects.filter(kind="handout").exists()
    assert verify().differences == ()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"entitlements": ()}, "Tick at least one thing"),
        ({"entitlements": ("gold",)}, "no longer given"),
        ({"entitlements": ("water",), "place": "nowhere"}, "not in the books"),
        ({"entitlements": ("water",), "household": "nobody"}, "Scan its token again"),
        ({"entitlements": ("water",), "collected_by": "a stranger"}, "Only a member"),
    ],
)
def test_a_wrong_handout_is_refused_in_words(
    register: Callable[..., Household], clerk: Author, more: dict[str, object], sentence: str
) -> None:
    draft = HandoutDraft(**{"household": register().id, "place": "al-hol", **more})
    assert sentence in refused(hand_out(draft, clerk))
    assert not Handout.objects.exists()


def test_a_handout_in_the_future_is_refused(
    register: Callable[..., Household], clerk: Author, now_ms: int
) -> None:
    assert "future" in refused(give(register(), clerk, "water", at=now_ms + 11 * MINUTE_MS))


def test_the_store_cannot_give_what_it_has_not(
    register: Callable[..., Household], clerk: Author
) -> None:
    for number in (1, 2):
        assert isinstance(give(register(number), clerk, "kitchen-set"), str)
    words = refused(give(register(3), clerk, "kitchen-set"))
    assert words.startswith("Only 0 of Kitchen set are left in the store of Al-Hol camp; 1 are")
    assert stock_of("al-hol")["kitchen-set"] == 0


def test_the_same_tap_sent_twice_hands_out_once(
    register: Callable[..., Household], clerk: Author
) -> None:
    draft = HandoutDraft(register().id, "al-hol", ("water",))
    hand_out(draft, clerk, "tap-1")
    with pytest.raises(AlreadyDone):
        hand_out(draft, clerk, "tap-1")
    assert stock_of("al-hol")["water"] == 940


def test_what_is_no_longer_given_is_not_due(
    register: Callable[..., Household], clerk: Author, signed_in: Callable[..., Client]
) -> None:
    ended = EntitlementDraft(
        item="water", name="Water", unit="litre", per="person", quantity=0, period_days=1,
        entitlement="water",
    )  # fmt: skip
    set_entitlement(ended, clerk)
    household = register()
    assert "no longer given" in refused(give(household, clerk, "water"))
    page = signed_in().get("/relief/", {"token": household.token}).content.decode()
    assert "Water" not in page


def test_scan_then_enter_hands_out_everything_due(
    register: Callable[..., Household],
    signed_in: Callable[..., Client],
    asks_at_most: Callable[..., object],
) -> None:
    household, desk = register(size=5), signed_in()
    desk.get("/relief/")
    with asks_at_most(QUERIES_MAX):
        card = desk.get("/relief/", {"token": f"S1:{household.token}"}).content.decode()
    assert "<b>75</b>" in card
    things = ["water", "blanket", "kitchen-set"]
    answer = desk.post("/relief/", {"household": household.id, "entitlements": things})
    assert answer.status_code == 303, answer.content.decode()
    assert (answer["location"], Grant.objects.count()) == ("/relief/", 3)
    page = desk.get("/relief/").content.decode()
    assert f"Handed out to {household.token}" in page
    assert "/return/" in page
    with asks_at_most(QUERIES_MAX):
        card = desk.get("/relief/", {"token": household.token}).content.decode()
    assert "Everything this household is due was handed out." in card


def test_a_refusal_shows_the_card_again(
    register: Callable[..., Household], clerk: Author, signed_in: Callable[..., Client]
) -> None:
    household = register()
    give(household, clerk, "water")
    form = {"household": household.id, "entitlements": ["water"]}
    answer = signed_in("camp-registrar").post("/relief/", {**form, "reason": "lost it"})
    assert answer.status_code == 422, "only a storekeeper may give a thing twice"
    assert "already got Water" in answer.content.decode()
    assert household.token in answer.content.decode()
    assert signed_in().post("/relief/", {**form, "reason": "lost it"}).status_code == 303
    assert Handout.objects.get(reason="lost it")


def test_whoever_collects_was_seen_here(
    register: Callable[..., Household], clerk: Author, now_ms: int
) -> None:
    household = register()
    person = Person.objects.filter(household=household.id)[0]
    give(household, clerk, "water", collected_by=person.id, at=now_ms + MINUTE_MS)
    person.refresh_from_db()
    assert person.seen_at == now_ms + MINUTE_MS


def test_a_family_registered_twice_gets_nothing_twice_once_somebody_has_joined_its_records(
    register: Callable[..., Household], clerk: Author
) -> None:
    first, again = register(number=1, size=2), register(number=2, size=2)
    pairs = zip(members(first), members(again), strict=True)
    give(first, clerk, "kitchen-set")
    for one, other in pairs:
        decide_pair(one, other, "same", Author("huda", "registration"))
    assert "already got" in refused(give(again, clerk, "kitchen-set"))


def test_one_member_known_elsewhere_does_not_cost_a_family_its_relief(
    register: Callable[..., Household], clerk: Author
) -> None:
    first, other = register(number=1, size=2), register(number=2, size=3)
    give(first, clerk, "kitchen-set")
    decide_pair(members(first)[0], members(other)[0], "same", Author("huda", "registration"))
    assert isinstance(give(other, clerk, "kitchen-set"), str)
    assert Grant.objects.filter(household=other.id).count() == 1


def members(household: Household) -> list[str]:
    found = Person.objects.filter(household=household.id).order_by("id")
    return list(found.values_list("id", flat=True))


def test_a_household_of_which_nobody_lives_any_more_gets_nothing(
    register: Callable[..., Household], clerk: Author
) -> None:
    household = register(size=1)
    (alone,) = Person.objects.filter(household=household.id)
    record_death(alone.id, "al-hol", "", "a nurse", clerk)
    assert "no living member in the books" in refused(give(household, clerk, "water"))
