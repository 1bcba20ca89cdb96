"""What a page answers when something stops it: a sentence that says what to do."""

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext

from serai.journal.store import AlreadyDone, NotWritten
from serai.journal.tables import made_by_another_version
from serai.web.answers import standing_on

SEE_OTHER = 303
ONLY_FORMS = 405
LOG = logging.getLogger("serai")

Answer = Callable[[HttpRequest], HttpResponse]


class JournalAnswers:
    """Middleware: a form saved twice is "already saved"; a refusing disk is said in words.

    Whoever opens an address that only takes forms, after Back or another language, finds the
    page it belongs to.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        opened = request.method == "GET" and "text/html" in request.headers.get("Accept", "")
        if opened and answer.status_code == ONLY_FORMS:
            return _to_its_page(request)
        return answer

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answers for what the journal and the disk raise."""
        if isinstance(error, AlreadyDone):
            return _already_saved(request)
        if _was_changed():
            LOG.error("tables of another version: %s", error)
            return _start_again()
        if isinstance(error, NotWritten | OperationalError):
            LOG.error("not written: %s", error, exc_info=isinstance(error, OperationalError))
            return _page(request, 503, gettext("Nothing was saved"), _disk_refused())
        return None


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: this account does not open that page."""
    sentence = str(exception) or gettext("Your account does not open this page.")
    return _page(request, 403, gettext("Not your room"), sentence)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing has this address."""
    said = exception.args[0] if exception and exception.args else ""
    sentence = said if isinstance(said, str) and said else gettext("Nothing has this address.")
    return _page(request, 404, gettext("Not here"), sentence)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 of the form token: mostly a page from before the last sign-in."""
    sentence = gettext(
        "This page was open since before the last sign-in, so nothing was saved. "
        "Go back, load the page again and send it once more."
    )
    return _page(request, 403, gettext("Nothing was saved"), sentence)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. No session is asked, and the database only whether it is still ours."""
    if _was_changed():
        return _start_again()
    return HttpResponse(render_to_string("web/broken.html"), status=500)


def _was_changed() -> bool:
    """Whether another version of serai made the tables anew under this one."""
    try:
        return made_by_another_version()
    except Exception:  # whatever stopped the page stops this question too
        return False


def _start_again() -> HttpResponse:
    """503, without the house around it, whose tables may be gone."""
    context = {
        "heading": gettext("This station was changed by another version of serai"),
        "sentence": gettext(
            "Nothing of this form was saved; what was saved before is safe. Tell whoever runs the "
            "station to stop serai (Ctrl+C) and start it again: serai up. Then load this page anew."
        ),
    }
    return HttpResponse(render_to_string("web/broken.html", context), status=503)


def _already_saved(request: HttpRequest) -> HttpResponse:
    sentence = gettext(
        "This was already saved; nothing was written twice. "
        "What was changed in the form since then is not saved: look, and write that down anew."
    )
    messages.info(request, sentence)
    answer = HttpResponseRedirect(_after_saving(request))
    answer.status_code = SEE_OTHER
    return answer


def _after_saving(request: HttpRequest) -> str:
    """Where somebody goes on: a form on a page of its own leads to what it is about."""
    came_from = request.headers.get("Referer", "")
    fits = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, request.is_secure())
    if fits and urlsplit(came_from).path != request.path:
        return came_from
    found = resolve(request.path)
    return standing_on(found.func, found.kwargs) or (came_from if fits else request.path)


def _to_its_page(request: HttpRequest) -> HttpResponse:
    """Where the form says it stands, else the nearest page above about the same person or list."""
    found = resolve(request.path)
    if page := standing_on(found.func, found.kwargs):
        return HttpResponseRedirect(page)
    about = set(found.kwargs.values())
    address = request.path
    while address := address.rstrip("/").rpartition("/")[0]:
        if _is_page(f"{address}/", about):
            return HttpResponseRedirect(f"{address}/")
    return HttpResponseRedirect("/")


def _is_page(address: str, about: set[Any]) -> bool:
    try:
        return set(resolve(address).kwargs.values()) <= about
    except Resolver404:
        return False


def _disk_refused() -> str:
    return gettext(
        "The station's disk or database refused. Nothing of this form was kept. "
        "Tell the administrator, write on paper until then, and send the form again."
    )


def _page(request: HttpRequest, status: int, heading: str, sentence: str) -> HttpResponse:
    context = {"heading": heading, "sentence": sentence}
    return render(request, "web/stopped.html", context, status=status)
