"""A registrar finds a household by its token or by a name."""

from collections.abc import Callable

from django.test import Client
from tests.convoys.loading import register

SignedIn = Callable[..., Client]


def test_a_token_leads_to_the_household(signed_in: SignedIn) -> None:
    family = register("jubouri", 2, place="al-hol")
    answer = signed_in("camp").get("/camp/", {"find": family.token.lower()})
    assert answer.status_code == 302
    assert answer["Location"] == "/camp/shelter/jubouri/"


def test_the_beginning_of_a_name_lists_who_fits(signed_in: SignedIn) -> None:
    register("jubouri", 2, place="al-hol")
    page = signed_in("camp").get("/camp/", {"find": "bil jub"}).content.decode()
    assert "<bdi>Bilal Jubouri</bdi>" in page
    assert "/camp/shelter/jubouri/" in page


def test_nobody_found_says_what_to_try(signed_in: SignedIn) -> None:
    page = signed_in("camp").get("/camp/", {"find": "Zebra %_'\""}).content.decode()
    assert "Nobody found." in page
