"""Counting a group in at the gate: the books, the code, the tokens, and what is refused."""

from collections.abc import Callable

import pytest
from django.test import Client

from serai.core import ids
from serai.core.clock import MINUTE_MS
from serai.core.refusal import Refusal
from serai.journal.reading import event_count
from serai.journal.store import AlreadyDone, Author
from serai.journal.verify import verify
from serai.reception.commands import ArrivalDraft, count_arrival
from serai.reception.tally import PEOPLE_PER_GROUP_MAX
from serai.registry.models import Arrival, Balance, Token

pytestmark = pytest.mark.django_db
QUERIES_MAX = 8


def refusal(outcome: object) -> str:
    assert isinstance(outcome, Refusal), outcome
    return str(outcome)


def test_a_group_stands_in_the_books_by_band_and_unnamed(count_in: Callable[..., Arrival]) -> None:
    group = count_in(man=3, woman=10, girl=7)
    assert (group.total, group.total_named, group.code) == (20, 0, "G-1")
    assert Balance.objects.get(id="reception/woman").count == 10
    assert Balance.objects.get(id="outside/girl").count == -7
    assert verify().differences == ()


def test_codes_and_token_numbers_run_on_from_group_to_group(
    count_in: Callable[..., Arrival],
) -> None:
    first, second = count_in(unknown=43), count_in(unknown=7)
    assert (first.code, second.code) == ("G-1", "G-2")
    numbers = list(Token.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, 17)), "13 likely households, then 3"
    assert all(ids.is_token_code(code) for code in Token.objects.values_list("code", flat=True))


def test_the_tenth_group_does_not_take_the_code_of_the_second(
    count_in: Callable[..., Arrival],
) -> None:
    codes = [count_in(man=1).code for _ in range(12)]
    assert codes == [f"G-{number}" for number in range(1, 13)]


def test_groups_written_down_late_take_no_code_that_was_given(
    station: str, clerk: Author, count_in: Callable[..., Arrival], now_ms: int
) -> None:
    count_in(man=1)
    for hours in range(1, 30):
        late = ArrivalDraft(
            place="reception", counts={"man": 1}, tokens=0, at=now_ms - hours * 60 * MINUTE_MS
        )
        assert not isinstance(count_arrival(late, clerk), Refusal)
    assert count_in(man=1).code == "G-31"
    assert len(set(Arrival.objects.values_list("code", flat=True))) == 31


def test_a_group_taken_back_keeps_its_code_and_numbers(
    count_in: Callable[..., Arrival], signed_in: Callable[..., Client]
) -> None:
    group = count_in(man=2)
    signed_in().post(f"/reception/{group.id}/reversal/")
    assert count_in(man=1).code == "G-2"
    assert Token.objects.order_by("-number").values_list("number", flat=True)[0] == 2


def test_the_clerk_may_give_fewer_or_no_tokens(station: None, clerk: Author) -> None:
    count_arrival(ArrivalDraft(place="reception", counts={"man": 9}, tokens=2), clerk)
    assert Token.objects.count() == 2
    count_arrival(ArrivalDraft(place="reception", counts={"man": 9}, tokens=0), clerk)
    assert Token.objects.count() == 2
    assert Arrival.objects.get(code="G-2").token_first == ""


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        ({"counts": {}}, "Count at least one person."),
        ({"counts": {"man": -3, "woman": 4}}, "Count at least one person."),
        ({"counts": {"man": PEOPLE_PER_GROUP_MAX + 1}}, "501 people are too many"),
        ({"counts": {"man": 5}, "place": "nowhere"}, "not in the books"),
        ({"counts": {"man": 5}, "tokens": 6}, "between 0 and 5 tokens"),
    ],
)
def test_a_wrong_count_is_refused_in_words_and_writes_nothing(
    station: None, clerk: Author, draft: dict[str, object], sentence: str
) -> None:
    before = event_count()
    outcome = count_arrival(ArrivalDraft(**{"place": "reception", **draft}), clerk)
    assert sentence in refusal(outcome)
    assert event_count() == before


def test_a_count_in_the_future_is_refused(station: None, clerk: Author, now_ms: int) -> None:
    later = ArrivalDraft(place="reception", counts={"man": 1}, at=now_ms + 11 * MINUTE_MS)
    assert "future" in refusal(count_arrival(later, clerk))


def test_the_same_tap_sent_twice_counts_once(station: None, clerk: Author) -> None:
    draft = ArrivalDraft(place="reception", counts={"man": 4})
    count_arrival(draft, clerk, "tap-1")
    with pytest.raises(AlreadyDone):
        count_arrival(draft, clerk, "tap-1")
    assert Arrival.objects.count() == 1


def test_the_page_counts_a_truck_and_shows_its_tokens(
    signed_in: Callable[..., Client], asks_at_most: Callable[..., object]
) -> None:
    phone = signed_in()
    with asks_at_most(QUERIES_MAX):
        page = phone.get("/reception/").content.decode()
    assert "Nobody was counted here yet" in page
    answer = phone.post(
        "/reception/",
        {"total": "٤٣", "boy": "3", "came_from": "front", "came_by": "truck",
         "conditions": ["wounded", "newborn"]},
    )  # fmt: skip
    assert answer.status_code == 303, answer.content.decode()
    group = Arrival.objects.get()
    assert (group.counts, group.came_from) == ('{"boy":3,"unknown":40}', "front")
    shown = phone.get(answer["location"]).content.decode()
    with asks_at_most(QUERIES_MAX):
        phone.get(answer["location"])
    assert "Counted 43 people in: group G-1." in shown
    assert Token.objects.order_by("number")[0].code in shown


def test_the_next_group_comes_from_where_the_last_one_did(signed_in: Callable[..., Client]) -> None:
    phone = signed_in()
    phone.post("/reception/", {"total": "5", "elsewhere": "Tell Brak", "came_by": "minibus"})
    page = phone.get("/reception/").content.decode()
    assert 'value="Tell Brak" id="id_came_from_0" checked' in page.replace(" required", "")
    assert "checked" in page.split('value="minibus"')[1].split(">")[0]


def test_bands_above_the_total_are_refused_and_nothing_typed_is_lost(
    signed_in: Callable[..., Client],
) -> None:
    answer = signed_in().post("/reception/", {"total": "4", "woman": "3", "girl": "2"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The bands add up to 5, more than the 4 people counted." in page
    assert 'name="woman" value="3"' in page
    assert not Arrival.objects.exists()


@pytest.mark.parametrize("typed", ["-1", "many", "99999", "1.5"])
def test_what_is_no_number_of_people_is_refused(
    signed_in: Callable[..., Client], typed: str
) -> None:
    answer = signed_in().post("/reception/", {"total": typed})
    assert answer.status_code == 422
    assert f'value="{typed}"' in answer.content.decode()
    assert not Arrival.objects.exists()


def test_an_empty_form_says_what_to_do(signed_in: Callable[..., Client]) -> None:
    answer = signed_in().post("/reception/", {"operation": "tap-1"})
    assert answer.status_code == 422
    assert "Count at least one person." in answer.content.decode()


def test_only_the_gate_may_count(signed_in: Callable[..., Client]) -> None:
    assert signed_in("storekeeper").post("/reception/", {"total": "4"}).status_code == 403
    assert not Arrival.objects.exists()
