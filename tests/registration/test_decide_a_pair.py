"""A clerk compares two records, decides with one key, and takes it back."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.a_family import DAUGHTER, FATHER, MOTHER, SON, register, who

from serai.core.events import Proposed
from serai.journal.store import Author
from serai.registration.sidebyside import born_alike, side_by_side
from serai.registry.models import Pair, Person
from serai.registry.pairs import propose_pairs
from serai.registry.queries import people_at

pytestmark = pytest.mark.django_db
FIRST, SECOND = who(MOTHER), who(MOTHER, "again")
PATH = f"/registration/pairs/{FIRST}/{SECOND}/"
SignedIn = Callable[[str], Client]


@pytest.fixture
def desk(station: object, signed_in: SignedIn) -> Client:
    register("jubouri", (FATHER, MOTHER, SON), "reception", 1)
    register("again", (MOTHER, DAUGHTER), "al-hol", 2)
    return signed_in("registration")


def _propose(*pairs: Proposed) -> None:
    propose_pairs("names", pairs, Author("huda", "registration"))


def test_the_empty_queue_says_what_to_do(desk: Client) -> None:
    assert b"No two records wait" in desk.get("/registration/pairs/").content


def test_two_records_stand_side_by_side_with_what_is_alike(
    desk: Client, asks_at_most: Callable
) -> None:
    with asks_at_most(8):
        page = desk.get(PATH).content.decode()
    assert page.count("Layla") >= 2
    assert "alike" in page
    assert "Al-Hol camp" in page


def test_ages_that_may_be_one_are_alike_and_two_tokens_are_no_evidence() -> None:
    one = Person(age="", token="A", born_from="1997-03-01", born_to="2001-03-01")
    other = Person(age="", token="B", born_from="2000-02-01", born_to="2001-02-01")
    older = Person(age="", born_from="1980-02-01", born_to="1981-02-01")
    assert born_alike(one, other)
    assert not born_alike(older, other)
    assert [row.verdict for row in side_by_side(one, other)] == [""]


def test_one_key_decides_and_the_next_pair_opens(desk: Client) -> None:
    _propose(Proposed(FIRST, SECOND, 5.0), Proposed(who(SON), who(DAUGHTER, "again"), 2.0))
    assert 'data-letter="s"' in desk.get(PATH + "?queue=1").content.decode()
    answer = desk.post(PATH + "decision/", {"decision": "same", "queue": "1"})
    assert answer.status_code == 303
    assert who(SON) in answer["Location"]
    assert Pair.objects.get(first=min(FIRST, SECOND)).state == "same"


def test_what_was_decided_is_undone_by_one_act(desk: Client) -> None:
    answer = desk.post(PATH + "decision/", {"decision": "same"}, follow=True)
    assert "reversal/" in answer.content.decode()
    desk.post(PATH + "reversal/", {})
    assert Pair.objects.get().state == "unsure"


def test_an_answer_that_is_none_is_not_found(desk: Client) -> None:
    assert desk.post(PATH + "decision/", {"decision": "maybe"}).status_code == 404
    assert desk.get(f"/registration/pairs/{FIRST}/nobody/").status_code == 404
    assert desk.get(f"/registration/pairs/{FIRST}/{FIRST}/").status_code == 404


def test_the_household_page_shows_the_other_record(desk: Client) -> None:
    desk.post(PATH + "decision/", {"decision": "same"})
    page = desk.get("/registration/jubouri/").content.decode()
    assert "also registered as" in page
    assert "/registration/again/" in page


def test_the_later_record_goes_out_of_the_books_and_comes_back(desk: Client) -> None:
    held = people_at("al-hol", "named")
    desk.post(PATH + "decision/", {"decision": "same"})
    assert "Take the later one out" in desk.get(PATH).content.decode()
    answer = desk.post(f"/registration/person/{SECOND}/double-count/", {})
    assert answer.status_code == 303
    assert people_at("al-hol", "named") == held - 1


def test_a_queue_of_many_pairs_goes_on_from_page_to_page(desk: Client) -> None:
    for number in range(8):
        register(f"f{number}", (FATHER, MOTHER, SON, DAUGHTER), "al-hol", number + 3)
    people = [who(role, f"f{n}") for role in (SON, DAUGHTER) for n in range(8)]
    pairs = [(one, other) for one in people for other in people if one < other][:60]
    _propose(*(Proposed(one, other, n / 10) for n, (one, other) in enumerate(pairs)))
    seen: list[str] = []
    path = "/registration/pairs/?state=open"
    while path:
        page = desk.get(path)
        seen += [row[0].id for row in page.context["rows"]]
        after = page.context["after"]
        path = f"/registration/pairs/?state=open&after={after}" if after else ""
    assert len(seen) == len(set(seen)) == 60
    assert seen[0] == "|".join(pairs[-1])


def test_a_record_that_is_not_here_waits_without_holding_up_the_queue(desk: Client) -> None:
    _propose(Proposed(FIRST, "elsewhere", 9.0), Proposed(FIRST, SECOND, 5.0))
    page = desk.get("/registration/pairs/")
    assert [row[0].id for row in page.context["rows"]] == ["|".join(sorted((FIRST, SECOND)))]
    answer = desk.post(PATH + "decision/", {"decision": "same", "queue": "1"})
    assert answer["Location"] == "/registration/pairs/"


def test_other_records_like_a_person_are_listed_until_told_apart(
    desk: Client, asks_at_most: Callable
) -> None:
    path = f"/registration/person/{FIRST}/pairs/"
    desk.get(path)
    with asks_at_most(8):
        page = desk.get(path).content.decode()
    assert PATH in page
    desk.post(PATH + "decision/", {"decision": "not"})
    desk.get(path)  # carries the message bar with its Undo
    assert PATH not in desk.get(path).content.decode()


def test_the_history_says_what_was_decided_and_counted_once(desk: Client) -> None:
    desk.post(PATH + "decision/", {"decision": "same"})
    desk.post(f"/registration/person/{SECOND}/double-count/", {})
    page = desk.get("/registration/again/").content.decode()
    assert "the same person as another record" in page
    assert "was counted twice; the later record went out of the books" in page
    desk.post(PATH + "reversal/", {})
    assert "perhaps the same person" in desk.get("/registration/jubouri/").content.decode()


def test_on_a_phone_every_value_says_whose_it_is(desk: Client) -> None:
    page = desk.get(PATH).content.decode()
    table = page.partition("<tbody>")[2]
    assert table.count('data-label="One record"') == table.count("<tr>")
    assert page.index("/registration/jubouri/") < page.index("<table")
