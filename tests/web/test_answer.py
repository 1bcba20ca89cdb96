"""How a page answers: done with Undo, refused at the right field, already saved, disk full."""

import io
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import include, path, reverse
from django.views.decorators.http import require_POST

from serai.core.refusal import Refusal
from serai.journal import sql
from serai.journal.store import AlreadyDone, NotWritten
from serai.journal.tables import shape
from serai.web.answers import done, refused
from serai.web.forms import CountField, Form, NameField


class Count(Form):
    place = NameField()
    women = CountField()


def counting(request: HttpRequest) -> HttpResponse:
    form = Count(request.POST or None)
    context = {"form": form, "person": request.user}
    if form.is_valid() and form.cleaned_data["women"] == 13:
        refusal = Refusal("Only %(n)s are <here>.", {"n": 12}, field="women")
        return refused(request, "count.html", context, refusal)
    return refused(request, "count.html", context, form)


def saved(request: HttpRequest) -> HttpResponse:
    return done(request, "Counted <43> people.", "front", undo_url="/undo/")


def twice(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        raise AlreadyDone(("e1",))
    return HttpResponse("the form")


def full(request: HttpRequest) -> HttpResponse:
    raise NotWritten("disk I/O error")


def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


def gone(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(sql.one("SELECT 1 FROM a_table_of_another_version")))


urlpatterns = [
    path("", include("serai.project.urls")),
    path("counting/", counting),
    path("saved/", saved),
    path("saved/again/", require_POST(saved)),
    path("only-sent/", require_POST(saved)),
    path("twice/", twice),
    path("full/", full),
    path("broken/", broken),
    path("gone/", gone),
]
handler403 = "serai.project.answers.not_allowed"
handler404 = "serai.project.answers.not_found"
handler500 = "serai.project.answers.broken"


PAGE = """{% extends "web/base.html" %}{% block content %}
{% field form.place %}{% field form.women %}{% endblock %}"""


@pytest.fixture(autouse=True)
def _these_pages(tmp_path: Path) -> Iterator[None]:
    (tmp_path / "count.html").write_text(PAGE)
    engine = {**settings.TEMPLATES[0], "DIRS": [tmp_path]}
    with override_settings(ROOT_URLCONF=__name__, TEMPLATES=[engine]):
        yield


def test_done_says_what_happened_and_offers_to_undo_it(browser: Client) -> None:
    answer = browser.get("/saved/")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    page = browser.get("/").content.decode()
    assert "Counted &lt;43&gt; people." in page
    assert re.search(r'<form method="post" action="/undo/\?back=%2Fsaved%2F" data-undo="30">', page)
    assert "Counted" not in browser.get("/").content.decode()


def test_a_wrong_form_comes_back_with_the_first_wrong_field_focused(browser: Client) -> None:
    answer = browser.post("/counting/", {"place": "", "women": "many"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Not saved yet: look at what is marked below." in page
    assert re.findall(r'name="(\w+)"[^>]* autofocus', page) == ["place"]


def test_a_refusal_goes_to_its_field_in_words_and_the_form_keeps_what_was_typed() -> None:
    form = Count({"place": "Baghuz", "women": "13"})
    assert form.is_valid()
    refusal = Refusal("Only %(n)s are <here>.", {"n": 12}, field="women")
    request = RequestFactory().post("/")
    request.session = {}  # type: ignore[assignment]
    answer = refused(
        request, "web/parts/field.html", {"form": form, "field": form["women"]}, refusal
    )
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Only 12 are &lt;here&gt;." in shown
    assert 'value="13"' in shown
    assert "autofocus" in shown
    assert 'aria-describedby="id_women_error"' in shown
    assert "autofocus" not in str(form["place"])


def test_a_form_sent_twice_is_already_saved(browser: Client) -> None:
    answer = browser.post("/twice/", follow=True, headers={"Referer": "http://testserver/twice/"})
    assert answer.redirect_chain == [("http://testserver/twice/", 303)]
    page = browser.get("/").content.decode()
    assert "This was already saved; nothing was written twice. What was changed" in page


def test_already_saved_leads_nowhere_else(browser: Client) -> None:
    answer = browser.post("/twice/", headers={"Referer": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/twice/"


def test_a_refusing_disk_is_said_in_words(browser: Client) -> None:
    answer = browser.post("/full/")
    assert answer.status_code == 503
    assert "Nothing of this form was kept." in answer.content.decode()


def test_our_own_fault_shows_no_trace_and_needs_no_database(browser: Client) -> None:
    browser.raise_request_exception = False
    answer = browser.get("/broken/")
    page = answer.content.decode()
    assert answer.status_code == 500
    assert "Something here broke" in page
    assert "ZeroDivision" not in page


@pytest.mark.parametrize("address", ["/broken/", "/full/", "/gone/"])
def test_a_station_remade_by_another_version_says_to_start_it_again(
    browser: Client, address: str
) -> None:
    browser.raise_request_exception = False
    remade = "INSERT INTO journal_setting (name, value) VALUES ('shape', %s)"
    sql.run(remade, (shape(),))
    assert "start it again" not in browser.get(address).content.decode()
    sql.run("DELETE FROM journal_setting WHERE name = 'shape'")
    sql.run(remade, ("of a newer version",))
    answer = browser.get(address)
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "This station was changed by another version of serai" in page
    assert "start it again: serai up" in page


@pytest.mark.parametrize(("opened", "found"), [("/saved/again/", "/saved/"), ("/only-sent/", "/")])
def test_an_address_that_only_takes_forms_leads_to_its_room(
    browser: Client, opened: str, found: str
) -> None:
    answer = browser.get(opened, headers={"accept": "text/html,*/*"})
    assert (answer.status_code, answer["Location"]) == (302, found)
    assert browser.get(opened, headers={"accept": "application/json"}).status_code == 405


def test_our_own_fault_leaves_its_trace_in_the_terminal_of_the_station(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = io.StringIO()
    [outlet] = logging.getLogger("django.request").handlers
    monkeypatch.setattr(outlet, "stream", terminal)
    browser.raise_request_exception = False
    browser.get("/broken/")
    browser.get("/nowhere/")
    assert "ZeroDivisionError" in terminal.getvalue()
    assert "/nowhere/" not in terminal.getvalue()


def test_an_address_that_does_not_exist_is_said_in_words(browser: Client) -> None:
    answer = browser.get("/nowhere/")
    assert answer.status_code == 404
    assert "Nothing has this address." in answer.content.decode()


def test_a_stale_page_says_that_nothing_was_saved(db: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(reverse("access:sign-in"), {"username": "x", "password": "y"})
    assert answer.status_code == 403
    assert "nothing was saved" in answer.content.decode()


def test_messages_are_kept_until_they_are_shown(browser: Client) -> None:
    answer = browser.get("/saved/")
    (message,) = get_messages(answer.wsgi_request)
    assert message.extra_tags == "/undo/?back=%2Fsaved%2F"
