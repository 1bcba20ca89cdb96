"""Looking for people by name is written down with its purpose, and answers a few at most."""

import re

import pytest
from tests.a_family import SON, register
from tests.convoys.loading import new_convoy

from serai.access import searches
from serai.access.models import Search
from serai.access.searches import (
    ANSWERS_MAX,
    SEARCHES_AN_HOUR_MAX,
    family_called,
    note_search,
    note_typing,
    people_called,
)
from serai.core.refusal import Refusal
from serai.journal.reading import event_count
from serai.journal.store import Author

pytestmark = pytest.mark.usefixtures("station")
DESK = Author("amal", "registration")

# Where each room finds people by name; `{}` is what is typed.
ROOMS = {
    "registration": ("/registration/search/", "q"),
    "screening": ("/screening/", "q"),
    "care": ("/care/", "q"),
    "camp": ("/camp/", "find"),
    "relief": ("/relief/", "token"),
    "tracing": ("/tracing/", "q"),
}


def many(count: int) -> None:
    for number in range(1, count + 1):
        register(f"family{number}", (SON,), number=number)


def families(page: str) -> set[str]:
    """Who is told of on a page, however often: the reasons repeat a name."""
    return set(re.findall(r"family[0-9]+", page))


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_writes_who_searched_for_what_and_answers_five_at_most(signed_in, room):
    many(ANSWERS_MAX + 2)
    address, field = ROOMS[room]
    client = signed_in(room)
    page = client.get(address, {field: "omar karim"}).content.decode()
    row = Search.objects.get()
    assert (row.purpose, row.words, row.answers) == (room, "omar karim", ANSWERS_MAX)
    assert row.actor
    assert len(families(page)) <= ANSWERS_MAX


@pytest.mark.parametrize("room", ROOMS)
def test_one_letter_lists_nobody(signed_in, room):
    many(2)
    address, field = ROOMS[room]
    answer = signed_in(room).get(address, {field: "o"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Write at least two letters of a name." in page
    assert "Omar" not in page
    assert not Search.objects.exists()


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("typed", ["عمر كريم", "Umar Kareem", "عمر", "umar kar"])
def test_every_room_finds_people_across_scripts_and_spellings(signed_in, room, typed):
    register()
    address, field = ROOMS[room]
    answer = signed_in(room).get(address, {field: typed})
    assert answer.status_code == 200
    assert "Omar" in answer.content.decode()
    assert Search.objects.get().words == typed


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize(
    "typed", ["*", "%", "_", "%%%", "__", "..", "' or 1=1 --", "\\", "\x00", "\u200f\u200f", "، ،"]
)
def test_no_sign_stands_for_every_name(signed_in, room, typed):
    many(3)
    address, field = ROOMS[room]
    page = signed_in(room).get(address, {field: typed}).content.decode()
    assert "Omar" not in page


@pytest.mark.parametrize("room", ROOMS)
def test_no_parameter_gives_more_than_five(signed_in, room):
    many(ANSWERS_MAX + 3)
    address, field = ROOMS[room]
    client = signed_in(room)
    more = {
        "page": "2",
        "limit": "500",
        "offset": "5",
        "after": "a",
        "per_page": "100",
        "paper": "",
    }
    for typed in ("om", "omar", "omar karim", "omar omar", "karim omar, 14", "o m a r", "om" * 40):
        page = client.get(address, {field: typed, **more}).content.decode()
        assert len(families(page)) <= ANSWERS_MAX, typed
    several = client.get(f"{address}?{field}=omar&{field}=karim").content.decode()
    assert len(families(several)) <= ANSWERS_MAX


def test_boarding_by_name_crosses_scripts(signed_in):
    register()
    address = f"/convoys/{new_convoy().convoy}/boarding/"
    page = signed_in("convoys").post(address, {"code": "حسن كريم"}, follow=True).content.decode()
    assert "Nobody called" not in page
    assert Search.objects.get().answers == 1


def test_the_panel_and_the_pairs_show_five_at_most(signed_in):
    many(ANSWERS_MAX + 3)
    desk = signed_in("registration")
    sent = {"rows": "6", "m0-own": "Omar", "m0-father": "Karim", "limit": "99", "page": "2"}
    assert desk.post("/registration/likely/", sent).json()["panel"].count("<li>") <= ANSWERS_MAX
    page = desk.get("/registration/person/family1-son/pairs/?limit=99").content.decode()
    assert 0 < page.count('<li class="card"') <= ANSWERS_MAX


@pytest.mark.parametrize("text", ["", " ", "o", "ع", "-", "*", "%", "'"])
def test_nobody_is_listed_without_a_name(text):
    many(2)
    assert isinstance(people_called(text, DESK), Refusal)


def test_a_token_is_looked_up_without_the_log():
    token = register()
    assert family_called(token, DESK) == "jubouri"
    assert not Search.objects.exists()


def test_boarding_by_name_is_written_down_too(signed_in):
    register()
    address = f"/convoys/{new_convoy().convoy}/boarding/"
    signed_in("convoys").post(address, {"code": "hasan karim"})
    assert Search.objects.get().purpose == "convoys"


def test_the_panel_that_follows_the_typing_is_one_line_a_search(signed_in):
    register()
    for typed in ("Om", "Oma", "Omar", "Omar Kar", "Omar Karim"):
        note_typing(DESK, typed, 1)
    row = Search.objects.get()
    assert (row.words, row.typing) == ("Omar Karim", True)
    note_typing(DESK, "Layla", 1)
    note_typing(Author("bahar", "registration"), "Layla Yusuf", 1)
    assert Search.objects.count() == 3


def test_a_pause_ends_a_search(monkeypatch):
    note_typing(DESK, "Omar", 1)
    later = searches.now_ms() + searches.SETTLED_SECONDS * 1_000 + 1
    monkeypatch.setattr(searches, "now_ms", lambda: later)
    note_typing(DESK, "Omar Karim", 1)
    assert Search.objects.count() == 2


def test_too_many_searches_in_an_hour_are_refused_with_a_sentence(signed_in):
    register()
    client = signed_in("camp")
    author = Author("camp-registrar", "camp")
    for _ in range(SEARCHES_AN_HOUR_MAX):
        assert note_search(author, "omar", 1) is None
    answer = client.get("/camp/", {"find": "omar karim"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert f"searched {SEARCHES_AN_HOUR_MAX} times in the last hour" in page
    assert "Omar" not in page
    assert note_search(Author("bahar", "camp"), "omar", 1) is None


def test_what_was_asked_is_kept_as_typed_and_cut():
    note_search(DESK, "  عمر\x00   كريم " + "x" * 200, 0)
    row = Search.objects.get()
    assert row.words.startswith("عمر كريم x")
    assert len(row.words) == searches.WORDS_LETTERS_MAX


def test_the_log_is_no_part_of_the_journal():
    before = event_count()
    note_search(DESK, "omar", 1)
    assert event_count() == before


def test_the_administrator_reads_it_paged_and_counted(signed_in, asks_at_most):
    for number in range(30):
        note_search(DESK, f"omar {number}", 1)
    note_search(Author("bahar", "camp"), "layla", 2)
    administrator = signed_in("situation", role="administrator")
    administrator.get("/people/")
    with asks_at_most(8):
        page = administrator.get("/searches/").content.decode()
    assert "layla" in page
    assert "Page 1 of 2" in page
    only = administrator.get("/searches/?who=bahar").content.decode()
    assert "layla" in only
    assert "omar 1" not in only


def test_an_empty_log_says_so(signed_in):
    page = signed_in("situation", role="administrator").get("/searches/").content.decode()
    assert "Nobody has searched by name" in page


def test_nobody_else_reads_the_log(signed_in):
    assert signed_in("situation", role="coordinator").get("/searches/").status_code == 403
