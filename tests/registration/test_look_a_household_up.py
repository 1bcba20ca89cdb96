"""Finding a household again: by token, by parts of a name, in the list, while typing."""

from collections.abc import Callable

from django.test import Client
from tests.registration.a_household import DESK, family, row
from tests.registration.conftest import FAMILY, sheet

from serai.core.events import SeparationRecorded
from serai.core.people import Names
from serai.journal.store import writing
from serai.registration.commands import correct_person, refs_of

Group = Callable[..., tuple[str, list[str]]]


def test_people_are_found_by_the_beginnings_of_names_and_by_token(
    desk: Client, group: Group
) -> None:
    _, tokens = group(unknown=9)
    household = family(tokens[0])
    for asked in ("jub layl", tokens[0], tokens[0].lower().replace("-", "")):
        page = desk.get("/registration/search/", {"q": asked}).content.decode()
        assert f"/registration/{household}/" in page
        assert "Layla" in page.split('id="found"')[1]


def test_a_token_that_waits_and_a_name_nobody_has_are_said(desk: Client, group: Group) -> None:
    _, tokens = group(unknown=9)
    waiting = desk.get("/registration/search/", {"q": tokens[1]}).content.decode()
    assert "was given out and is not registered yet" in waiting
    assert "Nobody found" in desk.get("/registration/search/", {"q": "Zebra"}).content.decode()
    nothing = desk.get("/registration/search/", {"q": "\x00" + "'" * 500})
    assert nothing.status_code == 422
    assert "at least two letters" in nothing.content.decode()


def test_a_token_read_wrongly_is_said_and_finds_nobody_else(desk: Client, group: Group) -> None:
    _, tokens = group(unknown=9)
    family(tokens[0])
    wrong = tokens[0][:-1] + ("A" if tokens[0][-1] != "A" else "B")
    for asked in (wrong, wrong.lower().replace("-", " "), "M06"):
        answer = desk.get("/registration/search/", {"q": asked})
        assert answer.status_code == 422
        why = "is not a token code" if asked == "M06" else "its check letter does not fit"
        assert why in answer.content.decode()


def test_digits_of_arabic_chat_are_letters_of_a_name(desk: Client, group: Group) -> None:
    _, tokens = group(unknown=9)
    household = family(tokens[0])
    head = desk.get(f"/registration/{household}/").content.decode()
    assert "Hasan" in head
    found = desk.get("/registration/search/", {"q": "7asan"})
    assert f"/registration/{household}/" in found.content.decode()


def test_the_latest_households_of_the_desk_are_shown_and_no_more(
    desk: Client, asks_at_most: Callable[..., object]
) -> None:
    empty = desk.get("/registration/search/").content.decode()
    assert "No household was registered here yet" in empty
    for _ in range(26):
        family()
    with asks_at_most(8):
        page = desk.get("/registration/search/")
    assert len(page.context["rows"]) == 25
    assert len(desk.get("/registration/search/?page=2").context["rows"]) == 25


def test_the_household_page_needs_few_queries(
    desk: Client, asks_at_most: Callable[..., object]
) -> None:
    household = family()
    desk.get(f"/registration/{household}/")
    with asks_at_most(8):
        page = desk.get(f"/registration/{household}/").content.decode()
    assert "Registered at Desert reception with 3 members" in page


def test_who_was_taken_aside_is_shown_as_elsewhere_and_never_why(desk: Client) -> None:
    household = family()
    with writing(DESK) as pen:
        body = SeparationRecorded(
            at=pen.now_ms, separation="s1", person=row("Hasan").id, kin=(row("Layla").id,),
            household=household, reason="a secret reason", authority="a secret authority",
            place="reception", target="screening", review_on="2031-01-05",
        )  # fmt: skip
        pen.append(body)
    page = desk.get(f"/registration/{household}/").content.decode()
    assert "elsewhere" in page
    assert "5 Jan 2031" in page
    assert "2031-01-05" not in page
    assert "secret" not in page


def test_a_likely_duplicate_is_shown_while_typing_with_its_reasons(
    desk: Client, group: Group, asks_at_most: Callable[..., object]
) -> None:
    _, tokens = group(unknown=43)
    family(tokens[0])
    sent = sheet(
        {"own": "Has", "father": "Al", "sex": "m", "age": "~40"}, token=tokens[1], row="m0"
    )
    desk.post("/registration/likely/", sent)
    with asks_at_most(8):
        answer = desk.post("/registration/likely/", sent).json()
    assert "Has… = Hasan" in answer["panel"]
    assert "the years of birth agree" in answer["panel"]
    assert "G-1: 3 of 43 named" in answer["group"]
    assert answer["rows"][0]["said"]["age"].startswith("about 40")


def test_a_child_is_looked_up_with_the_chain_it_takes_over(desk: Client) -> None:
    desk.post("/registration/", sheet(*FAMILY))
    again = [FAMILY[0], FAMILY[1], {"own": "Noo", "sex": "f"}]
    answer = desk.post("/registration/likely/", sheet(*again, row="m2")).json()
    assert "Noor" in answer["panel"]
    assert "Layla" not in answer["panel"]


def test_nonsense_while_typing_breaks_nothing(desk: Client) -> None:
    sent = sheet(
        {"own": "\x00" * 50, "age": "±", "nationality": "'", "needs": "%%"}, token="é" * 90
    )
    assert desk.post("/registration/likely/", sent).status_code == 200
    assert desk.post("/registration/likely/", {}).status_code == 200
    assert desk.get("/registration/likely/").status_code == 405


def test_a_household_nobody_knows_is_not_found(desk: Client) -> None:
    assert desk.get("/registration/nowhere/").status_code == 404


def test_the_desk_is_closed_to_who_is_not_signed_in(client: Client, station: str) -> None:
    assert client.get("/registration/").status_code == 302


def test_who_holds_a_paper_with_the_spelling_before_the_correction_is_found_by_it(
    desk: Client,
) -> None:
    family()
    person = row("Layla")
    correct_person(person.id, {"names": Names("Zaynab", "Ali")}, refs_of(person, "names"), DESK)
    for asked in ("Layla Jubouri", "jub layl"):
        page = desk.get("/registration/search/", {"q": asked}).content.decode()
        assert "earlier written <bdi>Layla Ali Jubouri</bdi>" in page
