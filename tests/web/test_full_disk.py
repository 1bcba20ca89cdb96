"""The disk is full while a form is saved: the page says so, and the same form saves later."""

import re
import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.test import Client
from tests.conftest import PASSWORD, make_account, open_station

from serai.journal.models import Event
from serai.journal.verify import verify
from serai.registry.models import Arrival

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]

FILE_BYTES_MAX = 4_096  # no file may grow beyond this: writes fail as on a full disk


@contextmanager
def full_disk() -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES_MAX, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def gate() -> Client:
    open_station()
    browser = Client(raise_request_exception=False)
    browser.force_login(make_account("reception"))
    return browser


def filled_in(browser: Client, total: int) -> dict[str, str]:
    """The form as the browser got it, with a count typed in."""
    page = browser.get("/reception/").content.decode()
    operation = re.search(r'name="operation" value="([^"]+)"', page)
    assert operation
    return {"operation": operation[1], "total": str(total)}


def test_nothing_is_saved_in_words_and_the_same_form_saves_when_there_is_room_again(
    gate: Client,
) -> None:
    form, before = filled_in(gate, 43), Event.objects.count()
    with full_disk():
        answer = gate.post("/reception/", form)
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "Nothing was saved" in page
    assert "Tell the administrator, write on paper until then, and send the form again." in page
    assert (Event.objects.count(), Arrival.objects.count()) == (before, 0)
    assert gate.post("/reception/", form).status_code == 303
    assert [row.total for row in Arrival.objects.all()] == [43]
    assert verify().differences == ()


def test_pages_are_still_read_while_the_disk_is_full(gate: Client) -> None:
    gate.post("/reception/", filled_in(gate, 43))
    with full_disk():
        for address in ("/", "/reception/", "/reception/groups/"):
            assert gate.get(address).status_code == 200


def test_a_place_that_could_not_be_kept_is_not_pretended(gate: Client) -> None:
    with full_disk():
        answer = gate.post("/place/", {"place": "al-hol", "next": "/"})
    assert answer.status_code == 503
    assert "Nothing was saved" in answer.content.decode()
    assert gate.post("/place/", {"place": "al-hol", "next": "/"}).status_code == 303
    assert "Today at Al-Hol camp" in gate.get("/").content.decode()


def test_who_cannot_be_signed_in_reads_why(gate: Client) -> None:
    door = Client(raise_request_exception=False)
    typed = {"username": "gate-clerk", "password": PASSWORD}
    with full_disk():
        answer = door.post("/sign-in/", typed)
    assert answer.status_code == 503
    assert "Tell the administrator" in answer.content.decode()
    assert door.post("/sign-in/", typed).status_code == 303
