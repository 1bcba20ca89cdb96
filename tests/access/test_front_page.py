"""The front page: one button for each room, today's numbers."""

from collections.abc import Callable

from django.test import Client
from tests.conftest import make_account, open_station

from serai.core import ledger
from serai.core.events import ArrivalCounted
from serai.journal.store import Author, writing

Inside = Callable[..., Client]


def count_in(place: str, people: int) -> None:
    with writing(Author("Rojin", "reception")) as pen:
        counts = {"woman": people}
        pen.append(
            ArrivalCounted(
                at=pen.now_ms,
                arrival=pen.new_id(),
                code=f"G-{people}",
                place=place,
                counts=counts,
                legs=ledger.counted_in("outside", place, counts),
            )
        )


def test_a_clerk_sees_only_the_rooms_of_their_role(inside: Inside) -> None:
    page = inside("gate-clerk").get("/").content.decode()
    assert 'class="tile" href="/reception/"' in page
    assert 'href="/convoys/"' not in page


def test_todays_numbers_count_people(inside: Inside) -> None:
    browser = inside("coordinator")
    count_in("gate", 43)
    count_in("tents", 1200)
    page = browser.get("/").content.decode()
    assert "<b>1\u202f243</b><span>counted in today" in page
    assert "<b>1\u202f200</b><span>in camp" in page
    assert "the books balance" in page


def test_the_header_counts_the_entries_of_this_station(inside: Inside) -> None:
    browser = inside("coordinator")
    assert "this station only · 3 entries" in browser.get("/").content.decode()
    count_in("gate", 1)
    assert "this station only · 4 entries" in browser.get("/").content.decode()


def test_the_front_page_asks_the_database_little(
    inside: Inside, asks_at_most: Callable[..., object]
) -> None:
    browser = inside("coordinator")
    browser.get("/")
    with asks_at_most(8):
        assert browser.get("/").status_code == 200


def test_a_station_without_a_place_says_on_every_page_what_comes_first(db: None) -> None:
    open_station(places=())
    browser = Client()
    browser.force_login(make_account("reception"))  # type: ignore[arg-type]
    for address in ("/", "/reception/"):
        page = browser.get(address).content.decode()
        assert "No place is open yet" in page
        assert "serai places open gate" in page
    assert "this station only · 1 entry" in page
    assert "<h1>Today</h1>" in browser.get("/").content.decode()
