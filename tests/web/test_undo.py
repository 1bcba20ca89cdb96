"""The Undo in the message bar takes back what was just written, in every room."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from tests.a_family import register
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
