"""Who is missing and who never left is explained name by name on the convoy's own page."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.convoys.loading import MARSHAL, on_the_road, register

from serai.core.events import ConvoyReceived
from serai.core.ledger import moved
from serai.journal.store import writing
from serai.registry.models import DiscrepancyNote
from serai.registry.receipts import close_receipt, receive

SignedIn = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("station")


@pytest.fixture
def short_of_two(station: str) -> str:
    """A convoy of three of whom one came off before the receipt was closed."""
    convoy = on_the_road(register("jubouri", 3))
    receive(convoy, ["jubouri-1"], "al-hol", MARSHAL)
    close_receipt(convoy, "al-hol", MARSHAL)
    return convoy


def test_the_missing_stand_on_the_page_by_name(signed_in: SignedIn, short_of_two: str) -> None:
    page = signed_in("convoys").get(f"/convoys/{short_of_two}/").content.decode()
    assert "2 people left and did not arrive" in page
    assert "<bdi>Bilal Jubouri</bdi>" in page
    assert "<bdi>Dalal Jubouri</bdi>" in page


def test_each_is_explained_by_name(signed_in: SignedIn, short_of_two: str) -> None:
    typed = {
        "which": "missing",
        "about-jubouri-2": "got off at the hospital",
        "about-jubouri-3": "went with her",
    }
    marshal = signed_in("convoys")
    address = f"/convoys/{short_of_two}/explanation/"
    page = marshal.post(address, typed, follow=True).content.decode()
    assert "The explanation is written down." in page
    assert "Bilal Jubouri: got off at the hospital; Dalal Jubouri: went with her" in page
    note = DiscrepancyNote.objects.get()
    assert (note.id, note.status) == (f"convoy|{short_of_two}", "explained")


def test_one_sentence_may_stand_for_all(signed_in: SignedIn, short_of_two: str) -> None:
    typed = {"which": "missing", "about-all": "the second truck turned back"}
    signed_in("convoys").post(f"/convoys/{short_of_two}/explanation/", typed)
    assert DiscrepancyNote.objects.get().explanation == "the second truck turned back"


def test_nobody_is_passed_over_and_nothing_typed_is_lost(
    signed_in: SignedIn, short_of_two: str
) -> None:
    typed = {"which": "missing", "about-jubouri-2": "got off at the hospital"}
    answer = signed_in("convoys").post(f"/convoys/{short_of_two}/explanation/", typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Write about Dalal Jubouri too" in page
    assert 'value="got off at the hospital"' in page
    assert not DiscrepancyNote.objects.exists()


def test_two_who_never_left_are_settled_by_name(signed_in: SignedIn) -> None:
    convoy = on_the_road(register("dulaimi", 2))
    register("jubouri", 2)
    with writing(MARSHAL) as pen:  # another station counted them off this convoy
        pen.append(
            ConvoyReceived(
                at=pen.now_ms, convoy=convoy, place="al-hol",
                legs=moved(f"convoy:{convoy}", "al-hol", ["jubouri-1", "jubouri-2"]),
            )
        )  # fmt: skip
    marshal = signed_in("convoys")
    assert "2 people came off who never left" in marshal.get(f"/convoys/{convoy}/").content.decode()
    typed = {"which": "extra", "about-jubouri-1": "jumped on", "about-jubouri-2": "jumped on"}
    marshal.post(f"/convoys/{convoy}/explanation/", typed)
    assert DiscrepancyNote.objects.get().id == f"convoy|{convoy}|extra"


def test_where_everything_fits_there_is_nothing_to_explain(signed_in: SignedIn) -> None:
    convoy = on_the_road(register("jubouri", 1))
    answer = signed_in("convoys").post(f"/convoys/{convoy}/explanation/", {"which": "missing"})
    assert answer.status_code == 404


def test_the_page_of_a_convoy_that_came_short_asks_eight_questions_at_most(
    signed_in: SignedIn, short_of_two: str, asks_at_most: Callable[..., object]
) -> None:
    marshal = signed_in("convoys")
    marshal.get(f"/convoys/{short_of_two}/")
    with asks_at_most(8):
        marshal.get(f"/convoys/{short_of_two}/")
