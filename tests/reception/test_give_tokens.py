"""Giving tokens: printed on a sheet or on labels, or shown one after the other on the phone."""

import io
from collections.abc import Callable

import pytest
import segno
import zxingcpp
from django.test import Client
from PIL import Image

from serai.core.events import ArrivalCounted
from serai.core.ids import TOKENS_PER_STATION, token_in
from serai.documents.tokens import payload
from serai.journal.store import Author, writing
from serai.reception.commands import ArrivalDraft, count_arrival
from serai.registry.models import Arrival, Token

pytestmark = pytest.mark.django_db
QUERIES_MAX = 8


def codes() -> list[str]:
    return list(Token.objects.order_by("number").values_list("code", flat=True))


@pytest.mark.parametrize("paper", ["a4", "label", "parchment"])
def test_every_token_of_the_group_is_on_the_sheet(
    count_in: Callable[..., Arrival],
    signed_in: Callable[..., Client],
    asks_at_most: Callable[..., object],
    paper: str,
) -> None:
    group = count_in(unknown=200)
    phone = signed_in()
    with asks_at_most(QUERIES_MAX):
        page = phone.get(f"/reception/{group.id}/sheet/", {"paper": paper}).content.decode()
    assert len(codes()) == 59
    assert all(f"<title>{payload(code)}</title>" in page for code in codes())
    assert ("label.css" in page) == (paper == "label")


def test_tokens_are_shown_one_after_the_other(
    count_in: Callable[..., Arrival], signed_in: Callable[..., Client]
) -> None:
    group = count_in(unknown=6)
    phone = signed_in()
    first = phone.get(f"/reception/{group.id}/slip/").content.decode()
    assert codes()[0] in first
    assert codes()[1] not in first
    assert "Token 1 of 2" in first
    last = phone.get(f"/reception/{group.id}/slip/", {"page": "2"}).content.decode()
    assert codes()[1] in last
    assert "Done: count the next group" in last


def test_a_printed_square_reads_back_as_the_token_and_nothing_else(
    count_in: Callable[..., Arrival],
) -> None:
    count_in(unknown=1)
    drawn = io.BytesIO()
    segno.make(payload(codes()[0]), error="m", micro=False).save(drawn, kind="png", scale=4)
    read = zxingcpp.read_barcode(Image.open(drawn))
    assert read is not None
    assert read.text == f"S1:{codes()[0]}"
    assert token_in(read.text) == codes()[0]


def test_a_station_whose_token_numbers_are_used_up_says_so_and_counts_nobody(
    count_in: Callable[..., Arrival], clerk: Author
) -> None:
    last = TOKENS_PER_STATION - 1
    with writing(clerk) as pen:
        pen.append(
            ArrivalCounted(
                at=pen.now_ms, arrival="late", code="G-9999", place="reception", counts={},
                station_mark=pen.station_mark, token_first=last - 3, token_last=last - 2,
            )
        )  # fmt: skip
    refused = count_arrival(ArrivalDraft("reception", {"man": 9}, tokens=3), clerk)
    assert str(refused) == "This station has no token numbers left."
    assert not Arrival.objects.exclude(id="late").exists()
    count_arrival(ArrivalDraft("reception", {"man": 9}, tokens=2), clerk)
    assert Token.objects.filter(number=last).exists()
