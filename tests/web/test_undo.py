"""The Undo in the message bar takes back what was just written, in every room."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from tests.a_family import MOTHER, SON, register, who
from tests.web.test_double_submit import SENT

from serai.journal.models import Event
from serai.journal.verify import verify
from serai.registry.members import today
from serai.registry.queries import balances

SignedIn = Callable[..., Client]
UNDO = re.compile(r'action="([^"]+)" data-undo')
# A convoy that nobody is on, units, entitlements: closed or set anew where they stand, not undone.
WITHOUT_UNDO = {"a convoy", "units", "an entitlement", "a headcount"}


@pytest.mark.parametrize("what", SENT)
def test_undo_takes_it_back_and_a_second_undo_is_answered_in_words(
    what: str, station: str, signed_in: SignedIn
) -> None:
    room, address, form = SENT[what]
    register()
    browser = signed_in(room, place="al-hol" if room in ("camp", "relief") else "reception")
    soon = (today() + timedelta(days=7)).isoformat()
    typed = {name: soon if value == "{soon}" else value for name, value in form.items()}
    before = balances()
    page = browser.post(address, typed, follow=True).content.decode()
    found = UNDO.search(page)
    if what in WITHOUT_UNDO:
        assert found is None
        return
    assert found, "no Undo was offered"
    written = Event.objects.count()
    answer = browser.post(found[1], {"operation": "undo-1"})
    assert answer.status_code == 303
    assert Event.objects.count() > written
    assert balances() == before
    again = browser.post(found[1], {"operation": "undo-2"}, follow=True)
    assert again.status_code in (200, 422)
    assert balances() == before
    assert verify().differences == ()


SLIPS = {
    "a lane": ("screening", "/screening/household/jubouri/?only=x", "/screening/household/jubouri/",
               {"people": [who(MOTHER)], "lane": "women", "outcome": "go on"}),
    "a triage": ("care", f"/care/person/{who(SON)}/", f"/care/person/{who(SON)}/",
                 {"word": "minimal"}),
    "a request": ("tracing", "/tracing/family/jubouri/request/",
                  "/tracing/family/jubouri/request/",
                  {"sought-0-own": "Samir", "sought-0-sex": "male"}),
    "a danger": ("convoys", "/convoys/road/?page=1", "/convoys/road/hazard/",
                 {"what": "mine", "place": "Suwar", "precision": "town"}),
}  # fmt: skip


@pytest.mark.parametrize("what", SLIPS)
def test_undo_leads_back_to_the_page_on_which_the_finger_slipped(
    what: str, station: str, signed_in: SignedIn
) -> None:
    room, page, address, typed = SLIPS[what]
    register()
    browser = signed_in(room, place="reception")
    shown = browser.post(
        address, typed, follow=True, headers={"referer": f"http://testserver{page}"}
    )
    found = UNDO.search(shown.content.decode())
    assert found, "no Undo was offered"
    answer = browser.post(found[1], {"operation": "undo-1"})
    assert (answer.status_code, answer["Location"]) == (303, page)
    again = browser.post(found[1], {"operation": "undo-2"}, follow=True)
    assert 'class="message error"' in again.content.decode() or again.status_code == 422


def test_undo_never_leads_to_another_house(station: str, signed_in: SignedIn) -> None:
    register()
    browser = signed_in("care")
    elsewhere = {"referer": "http://elsewhere.example/trap/"}
    address = f"/care/person/{who(SON)}/"
    page = browser.post(address, {"word": "minimal"}, follow=True, headers=elsewhere)
    found = UNDO.search(page.content.decode())
    assert found
    assert "elsewhere" not in found[1]
    trap = found[1].partition("?")[0] + "?back=//elsewhere.example/trap/"
    answer = browser.post(trap, {"operation": "undo-1"})
    assert answer["Location"] == "/care/"
