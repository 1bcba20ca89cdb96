"""The camp receives a convoy: in two taps when all are there, by token or list when not."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.convoys.loading import on_the_road, register

from serai.registry.models import Discrepancy
from serai.registry.queries import people_at

SignedIn = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("station")


def test_the_convoy_is_listed_and_two_taps_receive_it(signed_in: SignedIn) -> None:
    convoy = on_the_road(register("jubouri", 4))
    registrar = signed_in("camp")
    page = registrar.get("/camp/").content.decode()
    assert f"/camp/receipt/{convoy}/" in page
    answer = registrar.post(f"/camp/receipt/{convoy}/", {"who": "everybody"}, follow=True)
    assert "4 people received. Everybody on this convoy has arrived." in answer.content.decode()
    assert people_at("al-hol", "named") == 4
    assert f"/camp/receipt/{convoy}/" not in registrar.get("/camp/").content.decode()


def test_the_missing_are_named_when_the_receipt_closes(signed_in: SignedIn) -> None:
    first, _second = families = register("jubouri", 2), register("dulaimi", 2)
    convoy = on_the_road(*families)
    registrar = signed_in("camp")
    registrar.post(f"/camp/receipt/{convoy}/", {"code": first.token})
    assert (
        "Close with 2 missing" in registrar.get(f"/camp/receipt/{convoy}/closing/").content.decode()
    )
    registrar.post(f"/camp/receipt/{convoy}/closing/")
    assert Discrepancy.objects.get().amount == -2
    assert convoy not in registrar.get("/camp/").content.decode()


def test_undo_puts_them_on_the_road_again(signed_in: SignedIn) -> None:
    convoy = on_the_road(register("jubouri", 2))
    registrar = signed_in("camp")
    page = registrar.post(f"/camp/receipt/{convoy}/", {"who": "everybody"}, follow=True)
    undo = page.content.decode().partition(f'action="/camp/receipt/{convoy}/')[2].partition('"')[0]
    answer = registrar.post(f"/camp/receipt/{convoy}/{undo}", follow=True)
    assert "They are on the road again." in answer.content.decode()
    assert people_at(f"convoy:{convoy}", "named") == 2


@pytest.mark.parametrize("typed", [{}, {"code": "zz"}, {"people": ["x"]}])
def test_nonsense_is_refused_with_a_sentence(signed_in: SignedIn, typed: dict[str, str]) -> None:
    convoy = on_the_road(register("jubouri", 2))
    registrar = signed_in("camp")
    answer = registrar.post(f"/camp/receipt/{convoy}/", typed)
    assert answer.status_code == 422
    assert people_at("al-hol", "named") == 0
    assert registrar.get("/camp/receipt/nothing/").status_code == 404


def test_the_receipt_asks_eight_questions_at_most(
    signed_in: SignedIn, asks_at_most: Callable[..., object]
) -> None:
    convoy = on_the_road(register("jubouri", 2))
    registrar = signed_in("camp")
    registrar.get("/camp/")
    for page in ("", "closing/"):
        with asks_at_most(8):
            registrar.get(f"/camp/receipt/{convoy}/{page}")
