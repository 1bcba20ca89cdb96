"""Keeping the store: deliveries, losses, transfers, counts; goods are never made or lost."""

import re
from collections.abc import Callable

import pytest
from django.db.models import Sum
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from serai.core.events import Item, ReliefHanded, ReliefReturned, StockLeg, StockMoved
from serai.core.refusal import Refusal
from serai.core.relief import stock_entries, stock_reversal
from serai.journal.store import Author
from serai.journal.verify import verify
from serai.relief.commands import count_store, receive_delivery, record_loss, send_goods
from serai.relief.models import Stock, StoreCount
from serai.relief.queries import stock_of
from serai.relief.stores import counts_at

pytestmark = pytest.mark.django_db
QUERIES_MAX = 8
ACCOUNTS = st.sampled_from(["supplier", "issued", "lost", "found", "store:a", "store:b"])
LEGS = st.builds(
    StockLeg, ACCOUNTS, ACCOUNTS, st.sampled_from(["water", "soap"]),
    st.integers(-(2**70), 2**70) | st.integers(-5, 500),
)  # fmt: skip


def refused(outcome: object) -> str:
    assert isinstance(outcome, Refusal), outcome
    return str(outcome)


@given(st.lists(LEGS, max_size=30))
def test_whatever_moves_the_sum_over_all_accounts_is_zero(legs: list[StockLeg]) -> None:
    entries = stock_entries(legs)
    assert sum(quantity for _, _, quantity in entries) == 0
    undone = entries + stock_entries(stock_reversal(legs))
    for account in {account for account, _, _ in undone}:
        for item in ("water", "soap"):
            assert sum(q for a, i, q in undone if (a, i) == (account, item)) == 0


def test_every_movement_of_goods_is_double_entry(stocked: None, clerk: Author) -> None:
    record_loss("al-hol", "damaged", Item("blanket", 3), "wet", clerk)
    record_loss("al-hol", "found", Item("water", 20), "behind the tent", clerk)
    send_goods("al-hol", "suwar", Item("blanket", 7), "truck 5", clerk)
    assert stock_of("al-hol") == {"water": 1020, "blanket": 40, "kitchen-set": 2}
    assert stock_of("suwar") == {"blanket": 7}
    sums = Stock.objects.values("item").annotate(total=Sum("quantity"))
    assert {row["total"] for row in sums} == {0}
    assert verify().differences == ()


@pytest.mark.parametrize("body", [StockMoved, ReliefHanded, ReliefReturned])
def test_all_three_events_of_goods_hold_legs(body: type) -> None:
    assert "legs" in body.__struct_fields__


def test_no_store_goes_below_zero(stocked: None, clerk: Author) -> None:
    words = refused(record_loss("al-hol", "lost", Item("blanket", 51), "night", clerk))
    assert words.startswith("Only 50 of Blanket are left in the store of Al-Hol camp.")
    assert "Only 0 of Blanket" in refused(
        send_goods("suwar", "al-hol", Item("blanket", 1), "", clerk)
    )


@pytest.mark.parametrize("quantity", [0, -4, 100_000_001])
def test_a_quantity_nobody_can_carry_is_refused(things: None, clerk: Author, quantity: int) -> None:
    goods = [Item("water", quantity)]
    assert "Type a quantity" in refused(receive_delivery("al-hol", goods, "", clerk))


def test_a_loss_needs_words_and_a_transfer_another_store(stocked: None, clerk: Author) -> None:
    assert "what happened" in refused(record_loss("al-hol", "lost", Item("water", 1), " ", clerk))
    water = Item("water", 1)
    assert "they are in" in refused(send_goods("al-hol", "al-hol", water, "", clerk))
    assert "not in the books" in refused(send_goods("al-hol", "moon", water, "", clerk))
    assert "not in the books" in refused(receive_delivery("moon", [water], "", clerk))
    assert "what came or went" in refused(receive_delivery("al-hol", [], "", clerk))


def test_a_count_changes_no_balance_and_shows_the_difference(stocked: None, clerk: Author) -> None:
    count_store("al-hol", Item("blanket", 47), clerk)
    assert stock_of("al-hol")["blanket"] == 50
    assert counts_at("al-hol")[0].difference == -3
    record_loss("al-hol", "lost", Item("blanket", 3), "count of tonight", clerk)
    assert counts_at("al-hol")[0].difference == -3, "what came later does not change the past"
    assert "Type a quantity" in refused(count_store("al-hol", Item("blanket", -1), clerk))


def test_the_store_page_shows_what_there_is(
    stocked: None,
    clerk: Author,
    signed_in: Callable[..., Client],
    asks_at_most: Callable[..., object],
) -> None:
    count_store("al-hol", Item("blanket", 47), clerk)
    send_goods("al-hol", "suwar", Item("water", 100), "truck 5", clerk)
    desk = signed_in()
    desk.get("/relief/stock/")
    with asks_at_most(QUERIES_MAX):
        page = desk.get("/relief/stock/").content.decode()
    for words in ("900", "3 missing", "delivered", "first lorry", "sent to Suwar transit"):
        assert words in page, words


def test_an_empty_store_says_what_to_do(station: str, signed_in: Callable[..., Client]) -> None:
    desk = signed_in()
    assert "Write down the first delivery" in desk.get("/relief/stock/").content.decode()
    assert "Say first what people are due" in desk.get("/relief/stock/count/").content.decode()


def test_the_four_forms_write_into_the_books(
    stocked: None, signed_in: Callable[..., Client]
) -> None:
    desk = signed_in()
    sent = {
        "delivery": {"item": "blanket", "quantity": "١٠", "reason": "waybill 7"},
        "loss": {"item": "blanket", "quantity": "1", "what": "damaged", "reason": "rain"},
        "transfer": {"item": "blanket", "quantity": "9", "target": "suwar"},
        "count": {"item": "blanket", "quantity": "0"},
    }
    for page, form in sent.items():
        answer = desk.post(f"/relief/stock/{page}/", form)
        assert answer.status_code == 303, (page, answer.content.decode())
    assert stock_of("al-hol")["blanket"] == 50
    assert StoreCount.objects.get().quantity == 0


@pytest.mark.parametrize(
    ("page", "form", "after"),
    [
        ("delivery", {"item": "blanket", "quantity": "1000"}, 1050),
        ("loss", {"item": "blanket", "quantity": "10", "what": "lost", "reason": "night"}, 40),
        ("transfer", {"item": "blanket", "quantity": "9", "target": "suwar"}, 41),
    ],
)
def test_undo_takes_a_slip_out_of_the_books_of_the_store_once(
    stocked: None, signed_in: Callable[..., Client], page: str, form: dict[str, str], after: int
) -> None:
    desk = signed_in()
    address = f"/relief/stock/{page}/"
    came_from = {"referer": f"http://testserver{address}"}
    shown = desk.post(address, form, follow=True, headers=came_from).content.decode()
    assert stock_of("al-hol")["blanket"] == after
    undo = re.search(r'action="([^"]+/reversal/[^"]*)" data-undo', shown)
    assert undo
    assert desk.post(undo[1])["Location"] == address
    assert stock_of("al-hol")["blanket"] == 50
    assert "nothing was written twice" in desk.post(undo[1], follow=True).content.decode()
    assert stock_of("al-hol")["blanket"] == 50


def test_nobody_takes_back_what_another_wrote(
    stocked: None, signed_in: Callable[..., Client]
) -> None:
    event = receive_delivery("al-hol", [Item("blanket", 5)], "", Author("rami", "relief"))
    page = signed_in().post(f"/relief/stock/{event}/reversal/", follow=True).content.decode()
    assert "Only whoever wrote this" in page
    assert stock_of("al-hol")["blanket"] == 55


def test_a_wrong_form_keeps_what_was_typed(stocked: None, signed_in: Callable[..., Client]) -> None:
    desk = signed_in()
    form = {"item": "blanket", "quantity": "999", "what": "lost", "reason": "flood at night"}
    answer = desk.post("/relief/stock/loss/", form)
    assert answer.status_code == 422
    assert "flood at night" in answer.content.decode()
    assert "Only 50 of Blanket" in answer.content.decode()
    answer = desk.post("/relief/stock/delivery/", {"item": "gold", "quantity": "x"})
    assert answer.status_code == 422
