"""A token that leads to nobody: each desk says which kind of nobody, and what to do."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.a_family import register

from serai.core.ids import station_mark, token_code
from serai.journal.identity import this_station
from serai.reception.commands import ArrivalDraft, count_arrival, reverse_arrival
from serai.registry.models import Token

SignedIn = Callable[..., Client]
DESKS = {
    "screening": ("/screening/", "q"),
    "care": ("/care/", "q"),
    "relief": ("/relief/", "token"),
    "camp": ("/camp/", "find"),
    "tracing": ("/tracing/", "q"),
}


def ours(number: int) -> str:
    return token_code(station_mark(this_station()), number)


def another_station() -> str:
    mark = station_mark(this_station())
    return token_code("YY" if mark == "ZZ" else "ZZ", 3)


def withdrawn(clerk: object) -> str:
    group = count_arrival(ArrivalDraft("reception", {"woman": 3}), clerk)  # type: ignore[arg-type]
    reverse_arrival(group.arrival, "counted twice", clerk)  # type: ignore[union-attr,arg-type]
    return Token.objects.get(withdrawn=True).code


@pytest.mark.parametrize("room", DESKS)
def test_every_desk_tells_five_tokens_of_nobody_apart(
    room: str, signed_in: SignedIn, clerk: object
) -> None:
    register(number=40)
    waiting = count_arrival(ArrivalDraft("reception", {"woman": 3}), clerk)  # type: ignore[arg-type]
    address, name = DESKS[room]
    browser = signed_in(room)
    expected = {
        ours(900): "was never given out",
        ours(waiting.token_first): "Register the family first",  # type: ignore[union-attr]
        withdrawn(clerk): "was withdrawn",
        another_station(): "comes from a station whose books have not arrived here",
        "ABC1-ZZZ9": "its check letter does not fit",
        "ABC1": "is not a token code",
    }
    for token, sentence in expected.items():
        answer = browser.get(address, {name: token})
        assert sentence in answer.content.decode(), token
        assert answer.status_code == 422, token
        assert token in answer.content.decode(), "what was typed stays"


@pytest.mark.parametrize("at", range(8))
def test_a_token_of_which_one_letter_was_lost_is_guessed_and_not_taken(
    at: int, signed_in: SignedIn
) -> None:
    plain = register(number=40_001).replace("-", "")
    lost = plain[:at] + plain[at + 1 :]
    answer = signed_in("relief").get("/relief/", {"token": lost})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "letters and digits read: 7, needed: 8" in page
    assert f"Perhaps it is {plain[:4]}-{plain[4:]}; compare it with the slip." in page
    assert "Layla" not in page


def test_the_last_letters_alone_are_guessed_for_a_token_of_this_station(
    signed_in: SignedIn,
) -> None:
    token = register(number=40)
    page = signed_in("care").get("/care/", {"q": token[-3:]}).content.decode()
    assert f"Perhaps it is {token};" in page
    page = signed_in("care").get("/care/", {"q": "J400"}).content.decode()
    assert "Scan the slip again, or type all that is printed on it." in page
