"""What a shared phone or laptop gives away: nothing after an hour without a touch, nothing kept.

Whoever has not touched a page for an hour is signed out, and browsers are told to keep no page
that somebody saw while signed in.
"""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from serai.core.clock import MINUTE_MS
from serai.journal.wall import now_ms

IDLE_MINUTES = 60
NOTE_EVERY_MINUTES = 5  # writing the session on every page would cost a disk flush each time
SEEN_IN_SESSION = "seen_at"
NOT_KEPT = "no-store"

Answer = Callable[[HttpRequest], HttpResponse]


class IdleSignOut:
    """Middleware after Django's sessions, sign-in and messages."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "_auth_user_id" not in request.session:
            return self.get_response(request)
        self._look_at(request)
        answer = self.get_response(request)
        answer.headers.setdefault("Cache-Control", NOT_KEPT)
        return answer

    def _look_at(self, request: HttpRequest) -> None:
        now = now_ms()
        passed_ms = now - int(request.session.get(SEEN_IN_SESSION, now - IDLE_MINUTES * MINUTE_MS))
        if SEEN_IN_SESSION in request.session and passed_ms > IDLE_MINUTES * MINUTE_MS:
            logout(request)
            messages.info(request, gettext("You were signed out after an hour without a touch."))
        elif passed_ms > NOTE_EVERY_MINUTES * MINUTE_MS:
            request.session[SEEN_IN_SESSION] = now
