"""The message bar: it costs no second write, and a phone keeps no name that somebody could read."""

import base64
import re
import zlib
from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from serai.access.messages import Messages
from serai.journal import sql

pytestmark = pytest.mark.django_db

COUNT = {"total": "43", "man": "3", "woman": "15", "boy": "14", "girl": "11"}
SignIn = Callable[..., Client]


def _sessions() -> list[tuple[str, str]]:
    return list(Session.objects.values_list("session_key", "session_data"))


def _count(gate: Client) -> str:
    answer = gate.post("/reception/", {**COUNT, "operation": "o1"})
    assert answer.status_code == 303
    return answer.headers["Location"]


def test_saving_and_showing_the_message_leave_the_session_alone(signed_in: SignIn) -> None:
    gate = signed_in("reception")
    gate.get("/reception/")
    before = _sessions()
    shown = gate.get(_count(gate)).content.decode()
    assert 'class="message' in shown
    assert _sessions() == before
    assert sql.one("SELECT COUNT(*) FROM journal_event WHERE kind = 'arrival_counted'") == (1,)


def test_a_message_is_shown_once(signed_in: SignIn) -> None:
    gate = signed_in("reception")
    address = _count(gate)
    assert 'class="message' in gate.get(address).content.decode()
    assert 'class="message' not in gate.get(address).content.decode()


def test_undo_still_stands_beside_the_message(signed_in: SignIn) -> None:
    gate = signed_in("reception")
    shown = gate.get(_count(gate)).content.decode()
    assert re.search(r'<form method="post" action="[^"]+" data-undo', shown)


def test_nobody_reads_the_message_out_of_the_browser(signed_in: SignIn) -> None:
    gate = signed_in("reception")
    _count(gate)
    sealed = base64.urlsafe_b64decode(gate.cookies["messages"].value)
    assert b"43" not in sealed
    for start in range(len(sealed)):
        with pytest.raises(zlib.error):
            zlib.decompress(sealed[start:])


@pytest.mark.parametrize("cookie", ["", "x", "Zm9vYmFy", "é", "A" * 120])
def test_a_cookie_that_is_none_of_ours_breaks_no_page(signed_in: SignIn, cookie: str) -> None:
    gate = signed_in("reception")
    gate.cookies["messages"] = cookie
    answer = gate.get("/reception/")
    assert answer.status_code == 200
    assert 'class="message' not in answer.content.decode()


def test_the_next_at_this_phone_does_not_see_what_was_said(signed_in: SignIn) -> None:
    gate, nurse = signed_in("reception"), signed_in("care")
    _count(gate)
    nurse.cookies["messages"] = gate.cookies["messages"].value
    assert 'class="message' not in nurse.get("/care/").content.decode()


def test_a_message_longer_than_a_cookie_waits_in_the_session(signed_in: SignIn) -> None:
    from django.contrib.messages import add_message, constants
    from django.http import HttpResponse
    from django.test import RequestFactory

    gate = signed_in("reception")
    request = RequestFactory().get("/")
    request.session = gate.session
    storage = Messages(request)
    request._messages = storage  # type: ignore[attr-defined]
    long = " ".join(str(number**5) for number in range(1_000))
    add_message(request, constants.SUCCESS, long)
    answer = HttpResponse()
    storage.update(answer)
    later = RequestFactory().get("/")
    later.session = request.session
    later.COOKIES["messages"] = answer.cookies["messages"].value
    assert [str(one) for one in Messages(later)] == [long]
