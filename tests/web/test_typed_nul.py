"""A NUL in an address or a form is no reason to break, on SQLite or PostgreSQL."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.a_family import FATHER, register, who

from serai.registry.models import Pair

SignedIn = Callable[..., Client]


@pytest.mark.parametrize(
    ("room", "address"),
    [
        ("reception", "/reception/groups/?q=%00"),
        ("screening", "/screening/separation/jubouri/?people=%00&lane=%00"),
        ("registration", "/registration/pairs/?state=%00&after=a%00b"),
        ("tracing", "/tracing/wish/?token=%00"),
        ("relief", "/relief/?token=%00&household=%00"),
    ],
)
def test_a_nul_in_an_address_finds_nothing(signed_in: SignedIn, room: str, address: str) -> None:
    assert signed_in(room).get(address).status_code in (200, 302, 303, 404, 422)


@pytest.mark.parametrize(
    ("room", "address"),
    [("registration", "/registration/a%00/"), ("tracing", "/tracing/family/a%00/")],
)
def test_no_page_has_an_address_with_a_nul(signed_in: SignedIn, room: str, address: str) -> None:
    answer = signed_in(room).get(address)
    assert answer.status_code == 404
    assert "Nothing has this address." in answer.content.decode()


def test_a_nul_in_a_note_is_left_out_and_the_note_kept(signed_in: SignedIn) -> None:
    desk = signed_in("registration")
    register("jubouri", (FATHER,), "reception", 1)
    register("again", (FATHER,), "al-hol", 2)
    first, second = who(FATHER), who(FATHER, "again")
    told = {"decision": "not", "note": "two\x00 brothers"}
    desk.post(f"/registration/pairs/{first}/{second}/decision/", told)
    assert Pair.objects.get().note == "two brothers"
